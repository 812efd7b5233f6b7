"""The ledger of source files: what was read, when it looked how. A file that has not changed is not read again."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pyarrow as pa

from flows.contract.records import Accounting, SourceFile
from flows.store.files import read_parquet, write_parquet
from flows.store.layout import ledger_file

_SCHEMA: Final = pa.schema(
    [("uri", pa.string()), ("size", pa.int64()), ("modified_ns", pa.int64()), ("sha256", pa.string()),
     ("reports", pa.int64()), ("quarantined", pa.int64())]
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """A source file that was read to its end, and what it gave."""

    file: SourceFile
    accounting: Accounting


def split_unchanged(warehouse: Path, files: Iterable[SourceFile]) -> tuple[tuple[SourceFile, ...], Accounting]:
    """The files that are new or changed, and the accounting of the rest.

    Unchanged is: same size and modification time; or same size and same bytes.
    """
    known = _read(warehouse)
    changed: list[SourceFile] = []
    rest = Accounting()
    for file in files:
        row = known.get(file.uri)
        if (
            row
            and row["size"] == file.size
            and (row["modified_ns"] == file.modified_ns or row["sha256"] == _hash(file))
        ):
            rest += Accounting(unchanged=row["reports"], quarantined=row["quarantined"])
        else:
            changed.append(file)
    return tuple(changed), rest


def record_sources(warehouse: Path, entries: Sequence[Entry]) -> None:
    """Records files as read. One that changed while it was read is not recorded: the next run reads it again."""
    rows = {row["uri"]: row for e in entries if (row := _row(e))}
    if rows:
        merged = _read(warehouse) | rows
        table = pa.Table.from_pylist([merged[uri] for uri in sorted(merged)], _SCHEMA)
        write_parquet(ledger_file(warehouse), table)


def forget_sources(warehouse: Path, uris: set[str]) -> None:
    """Lets the next run read these files again, changed or not; of a member of an archive, the archive."""
    known = _read(warehouse)
    wanted = {start for uri in uris for start in starts_of(uri)}
    if wanted & set(known):
        write_parquet(
            ledger_file(warehouse), pa.Table.from_pylist([known[u] for u in sorted(known) if u not in wanted], _SCHEMA)
        )


def starts_of(uri: str) -> tuple[str, ...]:
    """The address, and what stands before each ``#`` in it: the files that it may be a part of."""
    parts = uri.split("#")
    return tuple("#".join(parts[:count]) for count in range(1, len(parts) + 1))


def _row(entry: Entry) -> dict[str, Any] | None:
    file, counts = entry.file, entry.accounting
    digest = _hash(file)
    if digest is None or not _encodable(file.uri):
        return None
    return {
        "uri": file.uri, "size": file.size, "modified_ns": file.modified_ns, "sha256": digest,
        "reports": counts.seen - counts.quarantined, "quarantined": counts.quarantined,
    }  # fmt: skip


def _encodable(uri: str) -> bool:
    """Whether a path is text; one of other bytes cannot stand in a table, and is read again each time."""
    try:
        return bool(uri.encode())
    except UnicodeEncodeError:
        return False


def _hash(file: SourceFile) -> str | None:
    """SHA-256 of the file as it was found; None where it is no longer that."""
    path = Path(file.uri)
    try:
        with path.open("rb") as stream:
            digest = hashlib.file_digest(stream, "sha256").hexdigest()
        status = path.stat()
    except OSError:
        return None
    return digest if (status.st_size, status.st_mtime_ns) == (file.size, file.modified_ns) else None


def _read(warehouse: Path) -> dict[str, dict[str, Any]]:
    path = ledger_file(warehouse)
    return {row["uri"]: row for row in read_parquet(path).to_pylist()} if path.exists() else {}
