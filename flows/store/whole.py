"""Tables as a whole: reading any, writing those that are not by report, and giving every table of the contract a schema."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa

from flows.contract.tables import TABLES
from flows.store.files import read_parquet, write_parquet
from flows.store.layout import table_folder


def read_table(warehouse: Path, name: str, columns: Sequence[str] | None = None) -> pa.Table:
    """All rows of a table, or some of its columns; without rows where nothing is written yet."""
    schema = TABLES[name].schema
    wanted = list(columns or schema.names)
    empty = pa.schema([schema.field(c) for c in wanted]).empty_table()
    files = sorted(table_folder(warehouse, name).rglob("*.parquet"))
    parts = [read_parquet(path, columns=wanted) for path in files if not path.name.startswith(".")]
    return pa.concat_tables([empty, *(p.replace_schema_metadata(None) for p in parts)])


def verify(warehouse: Path) -> None:
    """Reads every file of the tables. Raises Damaged for the first that is not as it was written."""
    for path in sorted(table_folder(warehouse, "reports").parent.rglob("*.parquet")):
        read_parquet(path)


def write_table(warehouse: Path, name: str, rows: Iterable[Any]) -> bool:
    """Replaces a table that is not by report (entities) by these rows, by key; False where it has them already."""
    table = TABLES[name]
    ordered = sorted(rows, key=lambda row: tuple(getattr(row, column) for column in table.key))
    path = table_folder(warehouse, name) / f"{name}.parquet"
    arrow = table.arrow(ordered)
    if path.exists() and read_parquet(path).equals(arrow):
        return False
    write_parquet(path, arrow)
    return True


def write_empty_tables(warehouse: Path) -> None:
    """Gives each table that has no file yet one with its schema and no rows."""
    for name, table in TABLES.items():
        path = table_folder(warehouse, name) / "empty.parquet"
        if not path.exists():
            write_parquet(path, table.arrow(()))
