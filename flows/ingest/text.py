"""A file that is one report in plain text."""

from collections.abc import Iterator
from typing import BinaryIO

from flows.contract.records import RawReport, SourceFile
from flows.ingest.decoding import decode
from flows.ingest.fields import FieldMapping, build, told_by_name
from flows.ingest.refusal import Refusal
from flows.ingest.streams import Limits, read_whole


def read_text(
    source: SourceFile, stream: BinaryIO, mapping: FieldMapping, limits: Limits
) -> Iterator[RawReport | Refusal]:
    """The report of a text file. The file's bytes are kept beside the text where they are not plain UTF-8."""
    data = read_whole(stream, limits)
    text, encoding = decode(data)
    told = told_by_name(source.name, mapping)
    yield build(
        source_name=source.name, source_uri=source.uri, source_kind="text", content=text, encoding=encoding,
        raw=data if encoding else None, outlet=told.get("outlet"), published=told.get("published"),
    )  # fmt: skip
