"""Tables with a header row, cells between commas, semicolons, tabs or bars: a report a row, fields by mapping.

Quoted cells may run over many lines. Which separator it is, the header row tells.
"""

import csv
import io
from collections.abc import Iterator
from dataclasses import fields, replace
from typing import BinaryIO, Final, cast

from flows.contract.records import RawReport, SourceFile
from flows.ingest.decoding import decode
from flows.ingest.fields import FieldMapping, report_of
from flows.ingest.refusal import Refusal, content_hash, refuse
from flows.ingest.streams import Limits, Line, as_utf8, lines

_SEPARATORS: Final = (",", ";", "\t", "|")


class _Feed:
    """Decoded lines for the csv module, which pulls as many as a row needs; remembers where the row began and its size."""

    def __init__(self, source: Iterator[Line | Refusal], limit: int) -> None:
        self._source, self._limit = source, limit
        self.start_row()

    def start_row(self) -> None:
        """The next line begins a row."""
        self.data: list[bytes] = []
        self.byte_start = 0
        self.encoding: str | None = None
        self._size = 0

    def __iter__(self) -> "_Feed":
        return self

    def __next__(self) -> str:
        line = next(self._source)
        if isinstance(line, Refusal):
            raise line
        if not self.data:
            self.byte_start = line.byte_start
        self.data.append(line.data)
        self._size += len(line.data) + 1
        if self._size > self._limit:
            raise refuse(
                "too_large",
                "A row larger than a report may be: is a quotation mark left open?",
                line.data,
                self.byte_start,
            )
        text, encoding = decode(line.data, line.byte_start)
        self.encoding = encoding or self.encoding
        return text + "\n"


def read_csv(
    source: SourceFile, stream: BinaryIO, mapping: FieldMapping, limits: Limits
) -> Iterator[RawReport | Refusal]:
    """The reports of a table, row numbers from 0 without the header."""
    csv.field_size_limit(
        max(csv.field_size_limit(), limits.record_bytes)
    )  # of the whole process; the feed bounds a row
    stream = as_utf8(stream)
    separator = separator_of(cast(io.BufferedReader, stream).peek(limits.record_bytes).partition(b"\n")[0], mapping)
    feed = _Feed(lines(stream, limits, source.size), limits.record_bytes)
    rows = _rows(feed, separator or ",")
    header = next(rows, None)
    if header is None or isinstance(header, Refusal):
        yield header or refuse("empty", "No header row.")
        return
    columns = _columns(header, mapping)
    for number, row in enumerate(rows):
        yield row if isinstance(row, Refusal) else _report(row, columns, feed, source, mapping, number)


def separator_of(first: bytes, mapping: FieldMapping) -> str | None:
    """What stands between the cells of a header row: two or more columns, all named, one of which holds the text."""
    for separator in _SEPARATORS:
        try:
            header = next(csv.reader([first.decode("utf-8-sig").strip("\r")], delimiter=separator), [])
        except (UnicodeDecodeError, csv.Error):
            return None
        if len(header) > 1 and all(header) and set(_columns(header, mapping)) & set(mapping.text):
            return separator
    return None


def _columns(header: list[str], mapping: FieldMapping) -> list[str]:
    """The names of the columns, spelt as in the mapping where they differ only in case and the space around them."""
    known = {name.casefold(): name for f in fields(mapping) for name in getattr(mapping, f.name)}
    return [known.get(cell.strip().casefold(), cell) for cell in header]


def _rows(feed: _Feed, separator: str) -> Iterator[list[str] | Refusal]:
    """Rows that are not empty; after a bad one, reading goes on at the next line."""
    reader = csv.reader(feed, strict=True, delimiter=separator)
    while True:
        feed.start_row()
        try:
            row = next(reader)
        except StopIteration:
            return
        except Refusal as refusal:
            reader = csv.reader(feed, strict=True, delimiter=separator)
            yield refusal
        except csv.Error as error:
            reader = csv.reader(feed, strict=True, delimiter=separator)
            yield refuse("bad_record", f"Not CSV: {error}.", b"\n".join(feed.data), feed.byte_start)
        else:
            if row:
                yield row


def _report(
    row: list[str], header: list[str], feed: _Feed, source: SourceFile, mapping: FieldMapping, number: int
) -> RawReport | Refusal:
    data = b"\n".join(feed.data)
    if len(row) > len(header):
        return refuse("bad_record", f"{len(row)} cells under {len(header)} columns.", data, feed.byte_start)
    record = dict(zip(header, row, strict=False))
    try:
        return report_of(record, mapping, source=source, kind="csv", number=number, encoding=feed.encoding)
    except Refusal as refusal:
        return replace(refusal, byte_start=feed.byte_start, content_hash=content_hash(data))
