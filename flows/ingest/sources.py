"""Files of a source, and the reports of a file. Whatever a file holds, reading goes on: what cannot be read comes out as a row."""

import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Final, cast

from flows.contract.records import Quarantined, RawReport, SourceFile
from flows.ingest import kinds
from flows.ingest.archives import is_archive, members
from flows.ingest.feeds import read_feed
from flows.ingest.fields import FieldMapping, checked_name, default_mapping
from flows.ingest.jsonl import read_json, read_jsonl
from flows.ingest.pages import read_page
from flows.ingest.refusal import Refusal, quarantined, refuse, unreadable
from flows.ingest.streams import Limits, opened
from flows.ingest.tabular import read_csv
from flows.ingest.text import read_text

Reader = Callable[[SourceFile, BinaryIO, FieldMapping, Limits], Iterator[RawReport | Refusal]]
READERS: Final[Mapping[str, Reader]] = {
    "text": read_text,
    "jsonl": read_jsonl,
    "json": read_json,
    "csv": read_csv,
    "html": read_page,
    "feed": read_feed,
}
_ONE_REPORT: Final = ("text", "html", "feed")
_UNDER_WAY: Final = (".part", ".partial", ".crdownload", ".download", ".tmp", ".swp", "~")

_Item = RawReport | Quarantined | Refusal


@dataclass(frozen=True, slots=True)
class _How:
    """How sources are read: as one kind or each as its content tells, which fields hold what, how much."""

    kind: str | None
    mapping: FieldMapping
    limits: Limits


def find_files(source: str | Path, *, settled_seconds: float = 0) -> Iterator[SourceFile]:
    """The files of a source, a file or a folder at any depth, by name. Raises FileNotFoundError.

    Of a folder, hidden files and downloads under way are left out, and so is what was written in the last ``settled_seconds``;
    links in it are files that cannot be read.
    """
    path = Path(source).absolute()
    if path.is_dir():
        youngest = time.time_ns() - int(settled_seconds * 1e9)
        for folder, folders, names in os.walk(path):
            folders[:] = sorted(f for f in folders if not f.startswith("."))
            names += [f for f in folders if Path(folder, f).is_symlink()]
            wanted = sorted(n for n in names if not n.startswith(".") and not n.endswith(_UNDER_WAY))
            found = (_source_file(Path(folder, name)) for name in wanted)
            yield from (f for f in found if not settled_seconds or not youngest < f.modified_ns <= time.time_ns())
    elif path.exists():
        yield _source_file(path.resolve() if path.is_symlink() else path)
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

    ``kind`` (text, jsonl, json, csv, html, feed) is told by the content where it is not named. Memory holds one record at a time.
    """
    files: Iterable[SourceFile] = (source,) if isinstance(source, SourceFile) else find_files(source)
    how = _How(kind, mapping or default_mapping(), limits or Limits())
    for file in files:
        yield from _rows(file, _read_file(file, how))


def _rows(file: SourceFile, items: Iterable[_Item]) -> Iterator[RawReport | Quarantined]:
    """The items, with refusals as rows. Whatever a file makes a library say, the other files are read."""
    try:
        for item in items:
            yield quarantined(item, file.uri) if isinstance(item, Refusal) else item
    except Refusal as refusal:
        yield quarantined(refusal, file.uri)
    except RecursionError:
        yield quarantined(refuse("too_deep", "Nested deeper than a source may be."), file.uri)
    except Exception as error:
        yield quarantined(unreadable(error), file.uri)


def _read_file(file: SourceFile, how: _How) -> Iterator[_Item]:
    checked_name(file.name)
    with opened(Path(file.uri)) as stream:
        if how.kind is None and is_archive(_head(stream)):
            for member, content in members(file, stream, how.limits):
                yield from _rows(member, [content] if isinstance(content, Refusal) else _read(member, content, how))
        else:
            yield from _read(file, stream, how)


def _read(file: SourceFile, stream: BinaryIO, how: _How) -> Iterator[_Item]:
    checked_name(file.name)
    kind = how.kind or _kind(file, stream, how.mapping)
    for item in _reader(kind)(file, stream, how.mapping, how.limits):
        if kind in _ONE_REPORT and _is_being_written(file):
            raise refuse("unreadable", "It was written to while it was read. The next run reads it.")
        yield item


def _is_being_written(file: SourceFile) -> bool:
    """Whether a file is no longer what it was when it was found; a member of an archive stays what it is."""
    now = _source_file(Path(file.uri))
    return -1 not in (file.size, now.size) and (now.size, now.modified_ns) != (file.size, file.modified_ns)


def _kind(file: SourceFile, stream: BinaryIO, mapping: FieldMapping) -> str:
    head = _head(stream)
    if not head.strip():
        raise refuse("empty", "The file is empty.", head)
    return kinds.recognise(head, file, mapping)


def _head(stream: BinaryIO) -> bytes:
    head: bytes = cast(Any, stream).peek(kinds.HEAD_BYTES)[: kinds.HEAD_BYTES]
    return head


def _reader(kind: str) -> Reader:
    if kind not in READERS:
        raise refuse("unreadable", f"No reader for {kind}: the kinds are {', '.join(READERS)}.")
    return READERS[kind]
