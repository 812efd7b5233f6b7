"""CSV with a header row: a report a row, fields by mapping. Quoted fields may run over many lines."""

import csv
from collections.abc import Iterator
from typing import BinaryIO

from flows.contract.records import RawReport, SourceFile
from flows.ingest.decoding import decode
from flows.ingest.fields import FieldMapping, report_of
from flows.ingest.refusal import Refusal, content_hash, refuse
from flows.ingest.streams import Limits, Line, lines


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
    feed = _Feed(lines(stream, limits, source.size), limits.record_bytes)
    header = next(_rows(feed), None)
    if header is None or isinstance(header, Refusal):
        yield header or refuse("empty", "No header row.")
        return
    for number, row in enumerate(_rows(feed)):
        yield row if isinstance(row, Refusal) else _report(row, header, feed, source, mapping, number)


def _rows(feed: _Feed) -> Iterator[list[str] | Refusal]:
    """Rows that are not empty; after a bad one, reading goes on at the next line."""
    reader = csv.reader(feed, strict=True)
    while True:
        feed.start_row()
        try:
            row = next(reader)
        except StopIteration:
            return
        except Refusal as refusal:
            reader = csv.reader(feed, strict=True)
            yield refusal
        except csv.Error as error:
            reader = csv.reader(feed, strict=True)
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
        return Refusal(refusal.reason_code, refusal.message, feed.byte_start, content_hash(data))
