"""JSON Lines, a record a line, and JSON documents of records; fields by mapping."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, BinaryIO

from flows.contract.records import RawReport, SourceFile
from flows.ingest.decoding import decode
from flows.ingest.documents import elements, is_too_deep
from flows.ingest.fields import FieldMapping, report_of
from flows.ingest.refusal import Refusal, content_hash, refuse
from flows.ingest.streams import Limits, Line, as_utf8, lines


def read_jsonl(
    source: SourceFile, stream: BinaryIO, mapping: FieldMapping, limits: Limits
) -> Iterator[RawReport | Refusal]:
    """The reports of an archive, record numbers from 0; empty lines are not records."""
    return _reports(lines(as_utf8(stream), limits, source.size), source, mapping)


def read_json(
    source: SourceFile, stream: BinaryIO, mapping: FieldMapping, limits: Limits
) -> Iterator[RawReport | Refusal]:
    """The reports of a JSON document: a record, an array of records, or several of these."""
    return _reports(elements(as_utf8(stream), limits, source.size), source, mapping)


def _reports(
    found: Iterable[Line | Refusal], source: SourceFile, mapping: FieldMapping
) -> Iterator[RawReport | Refusal]:
    records = (line for line in found if isinstance(line, Refusal) or line.data.strip())
    for number, line in enumerate(records):
        yield line if isinstance(line, Refusal) else _report(line, source, mapping, number)


def _report(line: Line, source: SourceFile, mapping: FieldMapping, number: int) -> RawReport | Refusal:
    try:
        record, encoding = parse_record(line)
        return report_of(record, mapping, source=source, kind="jsonl", number=number, encoding=encoding)
    except Refusal as refusal:
        return replace(refusal, byte_start=refusal.byte_start or line.byte_start, content_hash=content_hash(line.data))


def parse_record(line: Line) -> tuple[dict[str, Any], str | None]:
    """The record of a line and its encoding where that is not UTF-8. Raises Refusal where it is none."""
    if is_too_deep(line.data):
        raise refuse("too_deep", "Nested deeper than a record may be.", line.data, line.byte_start)
    text, encoding = decode(line.data, line.byte_start)
    try:
        record = json.loads(text)
    except ValueError as error:
        raise refuse("bad_record", f"Not JSON: {error}.", line.data, line.byte_start) from None
    if not isinstance(record, dict):
        raise refuse(
            "bad_record", f"A {type(record).__name__} where a record with fields should be.", line.data, line.byte_start
        )
    return record, encoding
