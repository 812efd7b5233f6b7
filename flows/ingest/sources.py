"""Files of a source, and the reports of a file. Whatever a file holds, reading goes on: what cannot be read comes out as a row."""

import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO, Final, cast

from flows.contract.records import Quarantined, RawReport, SourceFile
from flows.ingest import kinds
from flows.ingest.feeds import read_feed
from flows.ingest.fields import FieldMapping, checked_name, default_mapping
from flows.ingest.jsonl import read_jsonl
from flows.ingest.pages import read_page
from flows.ingest.refusal import Refusal, quarantined, refuse
from flows.ingest.streams import Limits, opened
from flows.ingest.tabular import read_csv
from flows.ingest.text import read_text

Reader = Callable[[SourceFile, BinaryIO, FieldMapping, Limits], Iterator[RawReport | Refusal]]
READERS: Final[Mapping[str, Reader]] = {
    "text": read_text,
    "jsonl": read_jsonl,
    "csv": read_csv,
    "html": read_page,
    "feed": read_feed,
}
_UNDER_WAY: Final = (".part", ".partial", ".crdownload", ".download", ".tmp", ".swp", "~")


def find_files(source: str | Path, *, settled_seconds: float = 0) -> Iterator[SourceFile]:
    """The files of a source, a file or a folder at any depth, by name. Raises FileNotFoundError.

    Of a folder, hidden files and downloads under way are left out, and so is what was written in the last ``settled_seconds``.
    """
    path = Path(source).absolute()
    if path.is_dir():
        youngest = time.time_ns() - int(settled_seconds * 1e9)
        for folder, folders, names in os.walk(path):
            folders[:] = sorted(f for f in folders if not f.startswith("."))
            wanted = sorted(n for n in names if not n.startswith(".") and not n.endswith(_UNDER_WAY))
            found = (_source_file(Path(folder, name)) for name in wanted)
            yield from (f for f in found if not settled_seconds or not youngest < f.modified_ns <= time.time_ns())
    elif path.exists():
        yield _source_file(path)
    else:
        raise FileNotFoundError(f"{source}: no such file or folder. Give a file of reports or a folder of such files.")


def _source_file(path: Path) -> SourceFile:
    try:
        status = path.stat()
    except OSError:  # a dangling link, or gone since it was listed: reading it will say so
        return SourceFile(uri=str(path), name=path.name, size=-1, modified_ns=-1)
    return SourceFile(uri=str(path), name=path.name, size=status.st_size, modified_ns=status.st_mtime_ns)


def read_source(
    source: str | Path | SourceFile,
    *,
    kind: str | None = None,
    mapping: FieldMapping | None = None,
    limits: Limits | None = None,
) -> Iterator[RawReport | Quarantined]:
    """The reports of a file or folder, one after the other, with a quarantine row for each record that is none.

    ``kind`` (text, jsonl, csv, html, feed) is told by the content where it is not named. Memory holds one record at a time.
    """
    files: Iterable[SourceFile] = (source,) if isinstance(source, SourceFile) else find_files(source)
    for file in files:
        for item in _read_file(file, kind, mapping or default_mapping(), limits or Limits()):
            yield item if isinstance(item, RawReport) else quarantined(item, file.uri)


def _read_file(
    file: SourceFile, kind: str | None, mapping: FieldMapping, limits: Limits
) -> Iterator[RawReport | Refusal]:
    try:
        checked_name(file.name)
        with opened(Path(file.uri)) as stream:
            yield from _reader(kind or _kind(file, stream, mapping))(file, stream, mapping, limits)
    except Refusal as refusal:
        yield refusal
    except RecursionError:
        yield refuse("too_deep", "Nested deeper than a source may be.")
    except Exception as error:  # whatever a file makes a library say, the other files are read
        yield refuse("unreadable", f"Cannot be read: {type(error).__name__}: {error}.")


def _kind(file: SourceFile, stream: BinaryIO, mapping: FieldMapping) -> str:
    head = cast(Any, stream).peek(kinds.HEAD_BYTES)[: kinds.HEAD_BYTES]
    if not head.strip():
        raise refuse("empty", "The file is empty.", head)
    return kinds.recognise(head, file, mapping)


def _reader(kind: str) -> Reader:
    if kind not in READERS:
        raise refuse("unreadable", f"No reader for {kind}: the kinds are {', '.join(READERS)}.")
    return READERS[kind]
