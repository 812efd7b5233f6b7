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
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Final

import pyarrow as pa

from flows.store.checksums import checksum
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
_PIECE: Final = 1 << 26  # bytes of which a checksum is told
_ABREAST: Final = 2  # pieces that are read at a time


def recall(warehouse: Path, stage: str, *, version: str, results: Sequence[str]) -> dict[str, pa.Table] | None:
    """The tables that a stage of this version remembered when its results were what they are; else None."""
    folder = memo_folder(warehouse, stage)
    try:
        manifest = json.loads((folder / "manifest.json").read_bytes())
        if manifest["of"] != state(warehouse, version, results):
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
    manifest = {"of": state(warehouse, version, results), "files": files}
    write_bytes(folder / "manifest.json", json.dumps(manifest, indent=1).encode())
    for path in folder.glob("*.parquet"):
        if path.name not in files.values():
            path.unlink()


@contextmanager
def database(path: Path) -> Iterator[sqlite3.Connection]:
    """A database of a stage, changed for good only when all is done that is done with it; empty where it is not as it was left.

    Nothing is synced: of a file that a power cut left half written the seal does not fit, and it is made again.
    Raises StoreError where it cannot be written.
    """
    with explained(path):
        path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with closing(_opened(path)) as connection:
            yield connection
            connection.execute("commit")
        write_bytes(_seal_file(path), _seal(path))
    except sqlite3.OperationalError as error:
        full = (
            OSError(errno.ENOSPC, str(error)) if error.sqlite_errorcode == sqlite3.SQLITE_FULL else OSError(str(error))
        )
        raise advised(path, full) or StoreError(f"Cannot write {path}: {error}") from error
    except sqlite3.DatabaseError as error:
        raise damaged(path, str(error)) from error


def read_ahead(path: Path) -> None:
    """Reads what ``database`` will look at whole, which then need not."""
    if path.exists():
        _seal(path)


def _opened(path: Path) -> sqlite3.Connection:
    """What a killed run left half done is taken back; only then are the bytes those that were sealed."""
    with suppress(sqlite3.DatabaseError), closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("begin immediate")
    if path.exists() and path.stat().st_size and not _is_sealed(path):
        for file in (path, path.with_name(f"{path.name}-journal")):
            file.unlink(missing_ok=True)
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute(f"pragma cache_size = {-_CACHE}")
    connection.execute("pragma synchronous = off")
    connection.execute("begin immediate")
    return connection


def _is_sealed(path: Path) -> bool:
    try:
        return _seal_file(path).read_bytes() == _seal(path)
    except FileNotFoundError:
        return False


def _seal_file(path: Path) -> Path:
    return path.with_suffix(".seal")


def _seal(path: Path) -> bytes:
    """The checksums of all pieces: 0.15 CPU seconds for 400 MB. SQLite would not notice most of what can happen to them."""
    name, status = path.as_posix(), path.stat()
    with ThreadPoolExecutor(_ABREAST) as threads:  # neither reading nor adding up needs Python's lock
        sums = threads.map(lambda start: checksum(name, status, start, _PIECE), range(0, status.st_size, _PIECE))
        return "".join(f"{told:08x}\n" for told in sums).encode()


def state(warehouse: Path, version: str, results: Sequence[str]) -> str:
    """Changes with the version and with the files of the results."""
    digest = hashlib.sha256(version.encode())
    for name in results:
        path = table_folder(warehouse, name) / f"{name}.parquet"
        digest.update(f"\x1f{name}\x1f".encode() + (path.read_bytes() if path.exists() else b""))
    return digest.hexdigest()
