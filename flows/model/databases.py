"""The databases that the dbt project names, attached where dbt finds them: the new marts, and a scratch one that reads the Parquet.

dbt connects to a named in-memory database, which this process shares: so no path stands in dbt's profile or vars, and what dbt
has parsed for one warehouse serves every other.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import duckdb
import pyarrow.parquet as pq

from flows.contract.tables import TABLES, Table

_LOOKED_UP: Final = 4_000  # rows of a mart whose place is known are read alone where they are no more (2026-11)
_GROUP: Final = 16_384  # rows: with each that comes, the last group of a table is written anew (2026-11)
_FORM: Final = "storage_version 'v1.3.0'"  # compresses better: 30 % smaller, and quicker to write (2026-11)
_LONG: Final = 1000  # characters of a text from which zstd pays: those of whole reports
SHARED: Final = ":memory:dbt"  # as in sql/profiles.yml


@contextmanager
def attached(work: Path, memory_limit: str, *, is_small: bool = False) -> Iterator[duckdb.DuckDBPyConnection]:
    """``dateline`` (the new marts) and ``scratch`` (what they are made of), both in ``work``, for dbt to write into.

    Of what ``is_small``, the latter is in memory, and spilled only where that is short: writing it costs as much as making it.
    """
    with duckdb.connect(SHARED) as connection:
        connection.execute("set memory_limit = $limit", {"limit": memory_limit})
        connection.execute("set temp_directory = $folder", {"folder": str(work / "spill")})
        connection.execute("set preserve_insertion_order = false")
        connection.execute("set python_enable_replacements = false")
        if is_small:
            connection.execute(f"set global dynamic_or_filter_threshold = {_LOOKED_UP}")
        scratch = ":memory:" if is_small else str(work / "scratch.duckdb")
        unlogged = ", recovery_mode no_wal_writes" if is_small else ""  # what a killed run leaves of a copy is dropped
        marts = _text(str(work / "dateline.duckdb"))
        connection.execute(f"set zstd_min_string_length = {_LONG}")
        connection.execute(f"attach {marts} as dateline ({_FORM}, row_group_size {_GROUP}{unlogged})")
        connection.execute(f"attach {_text(scratch)} as scratch")
        connection.execute("create schema if not exists scratch.parquet")
        _write_empty(work)
        yield connection


def read_tables(connection: duckdb.DuckDBPyConnection, work: Path, files: dict[str, list[Path]]) -> None:
    """``scratch.parquet.<table>``: a view on the files given of each table of the contract."""
    for name in TABLES:
        rows = rows_of(work, name, files.get(name, ()))
        connection.execute(f"create or replace view scratch.parquet.{name} as {rows}")


def rows_of(work: Path, table: str, files: Iterable[Path], *, filename: bool = False) -> str:
    """SQL that selects the rows of a table in some files, read beside one without rows that has the contract's schema.

    That one gives a table without files its columns, and files of an older contract the new ones. ``filename`` adds the file.
    """
    listed = ", ".join(_text(_literal(file)) for file in (_empty(work, TABLES[table]), *files))
    told = "filename = true, " if filename else ""
    return f"select * from read_parquet([{listed}], {told}union_by_name = true, hive_partitioning = false)"


def _empty(work: Path, table: Table) -> Path:
    return work / "empty" / f"{table.name}.parquet"


def _write_empty(work: Path) -> None:
    for table in TABLES.values():
        file = _empty(work, table)
        file.parent.mkdir(parents=True, exist_ok=True)
        pq.ParquetWriter(file, table.schema).close()


def _literal(path: Path) -> str:
    """A path in which a glob finds no pattern."""
    return "".join(f"[{c}]" if c in "[*?" else c for c in path.absolute().as_posix())


def _text(value: str) -> str:
    """A SQL string."""
    return "'{}'".format(value.replace("'", "''"))
