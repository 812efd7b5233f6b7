"""What kind of source a file is, told by its content; the name decides only where the content leaves it open."""

import json
import re
from typing import Final

from flows.contract.records import SourceFile
from flows.ingest.decoding import named_by_mark
from flows.ingest.fields import FieldMapping
from flows.ingest.refusal import refuse
from flows.ingest.tabular import separator_of

HEAD_BYTES: Final = 1 << 16
_PAGE: Final = re.compile(
    rb"<(?:!doctype\s+html|html[\s>]|head[\s>])|^\s*<(?:div|section|article|main|body|table)[\s>]", re.IGNORECASE
)
_JSON: Final = re.compile(rb'[\[{]\s*["\[{}\]]')
_LINES: Final = re.compile(r"\.(?:jsonl|ndjson|jsonlines)\b")
_NAMED: Final = re.compile(r"\.(?:json|jsonl|ndjson|jsonlines)\b")
_TABLE: Final = re.compile(r"\.(?:csv|tsv)\b")
_FEED: Final = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]")
_MAGIC: Final = {
    b"PK\x03\x04": "an office document, or an archive in an archive", b"%PDF": "a PDF", b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture", b"BZh": "a bzip2 archive", b"\xfd7zXZ": "an xz archive", b"7z\xbc\xaf": "a 7z archive",
    b"\x28\xb5\x2f\xfd": "a Zstandard archive", b"PAR1": "a Parquet file", b"\x7fELF": "a program",
}  # fmt: skip
_CODE: Final = (".js", ".css", ".py", ".sh", ".sql", ".toml", ".yml", ".yaml", ".ini", ".cfg", ".svg", ".map")


def recognise(head: bytes, source: SourceFile, mapping: FieldMapping) -> str:
    """text, jsonl, json, csv, html or feed, by the first bytes of a source. Raises Refusal where it is none of these."""
    for magic, what in _MAGIC.items():
        if head.startswith(magic):
            raise refuse("binary", f"This is {what}: unpack or convert it to text, JSON Lines, CSV or HTML.", head)
    head = _in_utf8(head)
    if b"\0" in head:
        raise refuse("binary", "NUL bytes: this is no text.", head, head.index(b"\0"))
    start = head.lstrip()
    if start.startswith(b"<"):
        return "feed" if _FEED.search(head[:4096]) else "html" if is_page(head) else "text"
    if _JSON.match(start) or (start.startswith((b"{", b"[")) and _NAMED.search(source.name.lower())):
        return _json_kind(start, source.name)
    if separator_of(start.partition(b"\n")[0], mapping):
        return "csv"
    if source.name.lower().endswith(_CODE):
        raise refuse("not_article", "Code or settings by its name: no report.", head)
    if _TABLE.search(source.name.lower()):
        raise refuse("no_text", _unnamed(mapping), head)
    return "text"


def _unnamed(mapping: FieldMapping) -> str:
    wanted = ", ".join(mapping.text)
    return f"A table by its name, but no column is called {wanted}: name yours in [tool.dateline.fields], as in text = ['story']."


def is_page(head: bytes) -> bool:
    """Whether these are the first bytes of a web page, and not of a feed."""
    return not _FEED.search(head[:4096]) and bool(_PAGE.search(head))


def _in_utf8(head: bytes) -> bytes:
    """The bytes without a byte order mark, recoded where it names another encoding."""
    encoding = named_by_mark(head)
    return head.decode(encoding, errors="ignore").encode(errors="ignore") if encoding else head


def _json_kind(start: bytes, name: str) -> str:
    """jsonl where a record is a line, json where it is a document: told by the first line, or the name where that is broken."""
    if _LINES.search(name.lower()):
        return "jsonl"
    first, _, rest = start.partition(b"\n")
    over_lines = first.strip() in (b"{", b"[") or (not _is_json(first) and rest.lstrip().startswith(b'"'))
    return "json" if start.startswith(b"[") or over_lines else "jsonl"


def _is_json(line: bytes) -> bool:
    try:
        json.loads(line)
    except (ValueError, RecursionError):
        return False
    return True
