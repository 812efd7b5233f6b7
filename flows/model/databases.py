"""The databases that the dbt project names, attached where dbt finds them: the new marts, and a scratch one that reads the Parquet.

dbt connects to a named in-memory database, which this process shares: so no path stands in dbt's profile or vars, and what dbt
has parsed for one warehouse serves every other.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import duckdb
import pyarrow.parquet as pq

from flows.contract.tables import TABLES, Table

SHARED: Final = ":memory:dbt"  # as in sql/profiles.yml


@contextmanager
def attached(warehouse: Path, work: Path, memory_limit: str) -> Iterator[None]:
    """``dateline`` (the new marts) and ``scratch`` (views on the Parquet tables), both in ``work``, for dbt to write into."""
    with duckdb.connect(SHARED) as connection:
        connection.execute("set memory_limit = $limit", {"limit": memory_limit})
        connection.execute("set temp_directory = $folder", {"folder": str(work / "spill")})
        connection.execute("set preserve_insertion_order = false")
        for name in ("dateline", "scratch"):
            connection.execute(f"attach {_text(str(work / name) + '.duckdb')} as {name}")
        connection.execute("create schema if not exists scratch.parquet")
        for table in TABLES.values():
            connection.execute(
                f"create or replace view scratch.parquet.{table.name} as {_rows(warehouse, table, work / 'empty')}"
            )
        yield


def _rows(warehouse: Path, table: Table, empty: Path) -> str:
    """All Parquet files of a table, beside one without rows that has the contract's schema.

    That one gives a table without files its columns, and files of an older contract the new ones.
    """
    files = ", ".join(_text(f) for f in _files(warehouse / "tables" / table.name, table, empty))
    return f"select * from read_parquet([{files}], union_by_name = true, hive_partitioning = false)"


def _files(folder: Path, table: Table, empty: Path) -> Iterator[str]:
    empty.mkdir(parents=True, exist_ok=True)
    file = empty / f"{table.name}.parquet"
    pq.ParquetWriter(file, table.schema).close()
    yield _literal(file)
    if next(folder.rglob("*.parquet"), None) is not None:
        yield f"{_literal(folder)}/**/*.parquet"


def _literal(path: Path) -> str:
    """A path in which a glob finds no pattern."""
    return "".join(f"[{c}]" if c in "[*?" else c for c in path.absolute().as_posix())


def _text(value: str) -> str:
    """A SQL string."""
    return "'{}'".format(value.replace("'", "''"))
