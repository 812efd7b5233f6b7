"""What a stage remembers of the run before: tables of its own, good only while its results lie as it wrote them.

A manifest names the files and is renamed into place last, so that they are all of one run. Lost or of another version, nothing
is remembered, and the stage does its work from the start.
"""

import errno
import hashlib
import json
import secrets
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final

import pyarrow as pa

from flows.store.files import (
    Damaged,
    StoreError,
    advised,
    damaged,
    explained,
    read_parquet,
    write_bytes,
    write_parquet,
)
from flows.store.layout import memo_folder, table_folder

_CACHE: Final = 64_000  # KiB of a database that are held in memory


def recall(warehouse: Path, stage: str, *, version: str, results: Sequence[str]) -> dict[str, pa.Table] | None:
    """The tables that a stage of this version remembered when its results were what they are; else None."""
    folder = memo_folder(warehouse, stage)
    try:
        manifest = json.loads((folder / "manifest.json").read_bytes())
        if manifest["of"] != _state(warehouse, version, results):
            return None
        return {name: read_parquet(folder / file) for name, file in manifest["files"].items()}
    except (FileNotFoundError, ValueError, KeyError, Damaged):
        return None


def remember(
    warehouse: Path, stage: str, tables: Mapping[str, pa.Table], *, version: str, results: Sequence[str]
) -> None:
    """Keeps tables for the next run of a stage, in place of those it kept before. To be called when its results are written."""
    folder, run = memo_folder(warehouse, stage), secrets.token_hex(4)
    files = {name: f"{name}-{run}.parquet" for name in tables}
    for name, table in tables.items():
        write_parquet(folder / files[name], table)
    manifest = {"of": _state(warehouse, version, results), "files": files}
    write_bytes(folder / "manifest.json", json.dumps(manifest, indent=1).encode())
    for path in folder.glob("*.parquet"):
        if path.name not in files.values():
            path.unlink()


@contextmanager
def database(path: Path) -> Iterator[sqlite3.Connection]:
    """A database of a stage, changed for good only when all is done that is done with it. Lost, it is made again: so nothing is synced.

    Raises Damaged where it is not as it was written, and StoreError where it cannot be written.
    """
    with explained(path):
        path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            connection.execute(f"pragma cache_size = {-_CACHE}")
            connection.execute("pragma synchronous = off")
            connection.execute("begin immediate")
            yield connection
            connection.execute("commit")
    except sqlite3.OperationalError as error:
        full = (
            OSError(errno.ENOSPC, str(error)) if error.sqlite_errorcode == sqlite3.SQLITE_FULL else OSError(str(error))
        )
        raise advised(path, full) or StoreError(f"Cannot write {path}: {error}") from error
    except sqlite3.DatabaseError as error:
        raise damaged(path, str(error)) from error


def _state(warehouse: Path, version: str, results: Sequence[str]) -> str:
    """Changes with the version and with the files of the results."""
    digest = hashlib.sha256(version.encode())
    for name in results:
        path = table_folder(warehouse, name) / f"{name}.parquet"
        digest.update(f"\x1f{name}\x1f".encode() + (path.read_bytes() if path.exists() else b""))
    return digest.hexdigest()
