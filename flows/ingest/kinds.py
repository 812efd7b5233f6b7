"""What kind of source a file is, told by its content; the name decides only where the content leaves it open."""

import csv
import json
import re
from typing import Final

from flows.contract.records import SourceFile
from flows.ingest.fields import FieldMapping
from flows.ingest.refusal import refuse

HEAD_BYTES: Final = 1 << 16
_PAGE: Final = re.compile(
    rb"<(?:!doctype\s+html|html[\s>]|head[\s>])|^\s*<(?:div|section|article|main|body|table)[\s>]", re.IGNORECASE
)
_JSON: Final = re.compile(rb'[\[{]\s*["\[{}\]]')
_FEED: Final = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]")
_MAGIC: Final = {
    b"PK\x03\x04": "a ZIP archive or office document", b"%PDF": "a PDF", b"\x89PNG": "a picture", b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture", b"BZh": "a bzip2 archive", b"\xfd7zXZ": "an xz archive", b"7z\xbc\xaf": "a 7z archive",
    b"\x28\xb5\x2f\xfd": "a Zstandard archive", b"PAR1": "a Parquet file", b"\x7fELF": "a program",
}  # fmt: skip
_CODE: Final = (".js", ".css", ".py", ".sh", ".sql", ".toml", ".yml", ".yaml", ".ini", ".cfg", ".svg", ".map")
_UTF16_32: Final = (b"\xff\xfe", b"\xfe\xff")


def recognise(head: bytes, source: SourceFile, mapping: FieldMapping) -> str:
    """text, jsonl, csv, html or feed, by the first bytes of a source. Raises Refusal ``binary`` where it is none of these."""
    for magic, what in _MAGIC.items():
        if head.startswith(magic):
            raise refuse("binary", f"This is {what}: unpack or convert it to text, JSON Lines, CSV or HTML.", head)
    if b"\0" in head and not head.startswith(_UTF16_32):
        raise refuse("binary", "NUL bytes: this is no text.", head, head.index(b"\0"))
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if start.startswith(b"<"):
        return "feed" if _FEED.search(head[:4096]) else "html" if _PAGE.search(head) else "text"
    first, _, rest = start.partition(b"\n")
    if _JSON.match(start):
        if _is_json(first) or not rest or ".jsonl" in source.name:
            return "jsonl"
        raise refuse("bad_record", "A JSON document, not JSON Lines: write one record a line.", head)
    if _is_csv(first, mapping):
        return "csv"
    if source.name.lower().endswith(_CODE):
        raise refuse("not_article", "Code or settings by its name: no report.", head)
    return "text"


def _is_json(line: bytes) -> bool:
    try:
        json.loads(line)
    except (ValueError, RecursionError):
        return False
    return True


def _is_csv(first: bytes, mapping: FieldMapping) -> bool:
    """A header row: two or more columns, of which one holds the text and all have names."""
    try:
        header = next(csv.reader([first.decode("utf-8")]), [])
    except (UnicodeDecodeError, csv.Error):
        return False
    return len(header) > 1 and all(header) and bool(set(header) & set(mapping.text))
