"""Tables as a whole: reading any, writing those that are not by report, and giving every table of the contract a schema."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from flows.contract.files import files_below
from flows.contract.tables import TABLES
from flows.store.files import read_parquet, write_parquet
from flows.store.layout import table_folder
from flows.store.seals import verify


def read_table(warehouse: Path, name: str, columns: Sequence[str] | None = None) -> pa.Table:
    """All rows of a table, or some of its columns; without rows where nothing is written yet."""
    schema = TABLES[name].schema
    wanted = list(columns or schema.names)
    empty = pa.schema([schema.field(c) for c in wanted]).empty_table()
    parts = [read_parquet(path, columns=wanted) for path in table_files(warehouse, name)]
    told = (p.replace_schema_metadata(None) for p in parts if p.num_rows)
    return pa.concat_tables([empty, *told], promote_options="default")  # an older contract's file may lack a column


def table_files(warehouse: Path, name: str) -> tuple[Path, ...]:
    """The files of a table, for who reads them by queries: within ``reading``, so that a damaged one is told of."""
    found = (entry for entry in files_below(table_folder(warehouse, name)) if not entry.name.startswith("."))
    return tuple(Path(entry.path) for entry in found if entry.name.endswith(".parquet"))


def batch_tables(warehouse: Path, names: Sequence[str]) -> dict[str, tuple[dict[str, str], dict[str, list[Path]]]]:
    """Batch id → (what changes with its files, its files), each by table, of some tables by report."""
    found: dict[str, dict[str, list[Path]]] = {}
    for name in names:
        for path in table_files(warehouse, name):
            if path.parent.name != name:  # the one without rows has no month
                found.setdefault(path.stem, {n: [] for n in names})[name].append(path)
    return {batch: ({n: _stamp(paths) for n, paths in files.items()}, files) for batch, files in found.items()}


def _stamp(paths: Iterable[Path]) -> str:
    told = ((path.parent.name, path.stat()) for path in paths)
    lines = "\n".join(f"{month} {status.st_size} {status.st_mtime_ns}" for month, status in told)
    return hashlib.sha256(lines.encode()).hexdigest()[:16]


@contextmanager
def reading(warehouse: Path) -> Iterator[None]:
    """Where a query fails, looks whether a file is the cause. Raises Damaged for the first that is not as it was written."""
    try:
        yield
    except duckdb.Error:
        verify(warehouse, anew=True)
        raise


def write_table(warehouse: Path, name: str, rows: Iterable[Any] | pa.Table, before: pa.Table | None = None) -> bool:
    """Replaces a table that is not by report (entities) by these rows, by key; False where it has them already.

    Rows are records, or an Arrow table ordered by the key. ``before`` is what the file has, where that was read already.
    """
    table = TABLES[name]
    path = table_folder(warehouse, name) / f"{name}.parquet"
    if isinstance(rows, pa.Table):
        arrow = rows.cast(table.schema)
    else:
        arrow = table.arrow(sorted(rows, key=lambda row: tuple(getattr(row, column) for column in table.key)))
    if path.exists() and (read_parquet(path) if before is None else before).equals(arrow):
        return False
    write_parquet(path, arrow)
    return True


def write_empty_tables(warehouse: Path) -> None:
    """Gives each table one file without rows that has its schema as the contract says now."""
    for name, table in TABLES.items():
        path = table_folder(warehouse, name) / "empty.parquet"
        if not path.exists() or not pq.read_schema(path).equals(table.schema):
            write_parquet(path, table.arrow(()))
