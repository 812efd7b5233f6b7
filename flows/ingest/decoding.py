"""Bytes to text: UTF-8 first, then what the bytes themselves speak for. A guess is recorded, and where there is none, refused."""

import codecs
import re
from contextlib import suppress
from typing import Final

from charset_normalizer import from_bytes

from flows.ingest.refusal import refuse

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MULTIBYTE: Final = re.compile(rb"[\xc2-\xf4][\x80-\xbf]+")
_CONTROLS: Final = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_HIGH: Final = re.compile(rb"[\x80-\xff]")
_LATIN_RATIO: Final = 10
_LEGACY: Final = ["cp1252", "cp1250", "cp1251", "cp1256", "gb18030", "big5", "shift_jis", "euc_kr"]


def decode(data: bytes, byte_start: int = 0) -> tuple[str, str | None]:
    """The text, and the encoding where it is not UTF-8.

    Raises Refusal: ``binary`` where control characters say that it is no text, ``undecodable`` where the bytes are
    neither UTF-8 nor a known legacy encoding, with the offset of the first byte that is wrong.
    """
    text, encoding = _decode(data, byte_start)
    if control := _CONTROLS.search(text):
        offset = byte_start + len(text[: control.start()].encode(errors="surrogatepass"))
        raise refuse("binary", f"Control character {control.group()!r}: this is no text.", data, offset)
    return text, encoding


def named_by_mark(data: bytes) -> str | None:
    """The encoding that a byte order mark names."""
    return next((name for mark, name in _BOMS if data.startswith(mark)), None)


def _decode(data: bytes, byte_start: int) -> tuple[str, str | None]:
    encoding = named_by_mark(data)
    try:
        return data.decode(encoding or "utf-8"), encoding
    except UnicodeDecodeError as error:
        guess = None if encoding else _guess(data)
        if guess:
            return guess
        message = f"Neither UTF-8 nor another known encoding: {error.reason}. Save the source as UTF-8."
        raise refuse("undecodable", message, data, byte_start + error.start) from None


def _guess(data: bytes) -> tuple[str, str] | None:
    """A legacy encoding; none where parts are valid UTF-8, since these would turn into mojibake."""
    if _MULTIBYTE.search(data):
        return None
    if len(data) > _LATIN_RATIO * len(_HIGH.findall(data)):  # a few quotation marks and accents in English text
        with suppress(UnicodeDecodeError):
            return data.decode("cp1252"), "cp1252"
    best = from_bytes(data, cp_isolation=_LEGACY).best()
    return (str(best), best.encoding) if best else None
