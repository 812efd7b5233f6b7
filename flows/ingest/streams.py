"""Bytes of a source, gzip or plain, in bounded pieces: no line, file or archive can fill the memory."""

import codecs
import errno
import gzip
import hashlib
import io
import os
import stat
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Final, cast

from flows.ingest.decoding import named_by_mark
from flows.ingest.refusal import Refusal, refuse

_GZIP: Final = b"\x1f\x8b"
CHUNK: Final = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much is read at most. Beyond it is refused as ``too_large``."""

    record_bytes: int = 16 << 20  # a report; the longest of 99,944 archive records has 0.2 MB
    source_bytes: int = 64 << 30  # an archive once unpacked
    unpack_ratio: int = 200  # press text packs 3 to 10 times; an archive bomb about 1,000 times
    unpack_free: int = 64 << 20  # the ratio counts from here
    members: int = 200_000  # files in an archive


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a source with its offset; ``data`` is without its line feed."""

    byte_start: int
    data: bytes


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """The bytes of a regular file, unpacked where they are gzip. Raises Refusal for links, pipes, sockets and devices."""
    with open(_descriptor(path), "rb", buffering=0) as raw:
        yield unpacked(io.BufferedReader(cast(io.RawIOBase, raw), CHUNK))


def _descriptor(path: Path) -> int:
    """A folder that others write to may hold links to what is not theirs to show, and pipes that are waited for."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError as error:
        if error.errno == errno.ELOOP:
            raise refuse("unreadable", "A link: links in folders are not followed. Give what it leads to.") from None
        raise
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise refuse("unreadable", "Not a regular file: give a file or a folder of files.")
    return descriptor


def unpacked(stream: io.BufferedReader) -> BinaryIO:
    """The stream, unpacked where its first bytes are those of gzip."""
    if stream.peek(2)[:2] != _GZIP:
        return stream
    return io.BufferedReader(cast(io.RawIOBase, gzip.GzipFile(fileobj=stream)), CHUNK)


class _Recoded(io.RawIOBase):
    """UTF-16 or UTF-32 as UTF-8; half a character is kept as one, for the record that holds it to be refused."""

    def __init__(self, stream: BinaryIO, encoding: str) -> None:
        self._stream, self._left = stream, b""
        self._decoder = codecs.getincrementaldecoder(encoding)("surrogatepass")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while not self._left and (data := self._stream.read(CHUNK // 2)):
            self._left = self._decoder.decode(data).encode(errors="surrogatepass")
        size = min(len(buffer), len(self._left))
        buffer[:size], self._left = self._left[:size], self._left[size:]
        return size


def as_utf8(stream: BinaryIO) -> BinaryIO:
    """The stream, recoded where its byte order mark says that it is UTF-16 or UTF-32: so lines and marks are found in it."""
    encoding = named_by_mark(cast(io.BufferedReader, stream).peek(4)[:4])
    if encoding in (None, "utf-8-sig"):
        return stream
    return io.BufferedReader(_Recoded(stream, encoding or ""), CHUNK)


def read_whole(stream: BinaryIO, limits: Limits) -> bytes:
    """All bytes of a source that is one report. Raises Refusal where it is larger than a report may be."""
    data = stream.read(limits.record_bytes + 1)
    if len(data) > limits.record_bytes:
        message = f"Larger than a report may be ({limits.record_bytes} bytes): split it."
        raise refuse("too_large", message, data)
    return data


def lines(stream: BinaryIO, limits: Limits, packed_size: int) -> Iterator[Line | Refusal]:
    """The lines of a source; one that is too long comes as a refusal and is skipped without being held."""
    offset = 0
    while data := _readline(stream, limits.record_bytes + 1, offset):
        if isinstance(data, Refusal):
            yield data
            return
        start, offset = offset, offset + len(data)
        if len(data) > limits.record_bytes and not data.endswith(b"\n"):
            offset += _skip_line(stream, digest := hashlib.sha256(data))
            message = f"A line of {offset - start} bytes; a record may have {limits.record_bytes}: split it."
            yield Refusal("too_large", message, start, digest.hexdigest()[:16])
        else:
            yield Line(start, data.removesuffix(b"\n"))
        if too_much(offset, packed_size, limits):
            yield refuse("too_large", "Unpacks to far more than press text does: an archive bomb?", b"", offset)
            return


def _readline(stream: BinaryIO, size: int, offset: int) -> bytes | Refusal:
    try:
        return stream.readline(size)
    except (OSError, EOFError, zlib.error) as error:
        return _broken_off(error, offset)


def _skip_line(stream: BinaryIO, digest: "hashlib._Hash") -> int:
    """Skips to the end of the line in small pieces; how many bytes that were."""
    skipped = 0
    while piece := stream.readline(CHUNK):
        digest.update(piece)
        skipped += len(piece)
        if piece.endswith(b"\n"):
            break
    return skipped


def read_piece(stream: BinaryIO, offset: int) -> bytes | Refusal:
    """The next bytes, of any number, or why there are none."""
    try:
        return stream.read(CHUNK)
    except (OSError, EOFError, zlib.error) as error:
        return _broken_off(error, offset)


def _broken_off(error: Exception, offset: int) -> Refusal:
    return refuse("unreadable", f"Broken off or damaged: {error}. Fetch the source again.", b"", offset)


def too_much(size: int, packed: int, limits: Limits) -> bool:
    """Whether bytes of this size are more than so many packed ones may give."""
    return size > most_bytes(packed, limits)


def most_bytes(packed: int, limits: Limits) -> int:
    """How much so many packed bytes may give."""
    return min(limits.source_bytes, max(limits.unpack_free, packed * limits.unpack_ratio))
