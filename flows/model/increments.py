"""What a build has to make anew: marts remember what they were made of, and are compared with the tables as they stand.

May not: say how a mart is made (that is ``sql/``), touch the published file.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from os import DirEntry
from pathlib import Path
from typing import Final

import duckdb
import pyarrow as pa

from flows.contract.files import files_below
from flows.contract.tables import TABLES
from flows.model.databases import read_tables, rows_of
from flows.model.runner import SQL, Connection
from flows.model.sources import NAMELESS

_STEPS: Final = SQL / "increments"
_AT_MOST: Final = 0.3  # of the reports: where more are touched, making all anew is quicker
_UNTRACED: Final = ("post_corrections",)  # what a change of these touches is not looked for: all is made anew
_REPEATED: Final = ("kind", "name", "subtype", "country_code")  # of an entity, in the rows of facts


@dataclass(frozen=True, slots=True)
class TableFile:
    """A Parquet file: its table, the batch it is named after, and what tells that it was written again."""

    table: str
    batch_id: str
    path: Path
    name: str  # below the folder of all tables
    bytes: int
    modified_ns: int

    @property
    def part(self) -> tuple[str, str]:
        """Its batch, and the month that its rows were published in: none where it stands outside of the months' folders."""
        return self.batch_id, self.path.parent.name.partition("=")[2]

    @property
    def is_by_report(self) -> bool:
        """Whether its rows are of reports."""
        return TABLES[self.table].by_report


def table_files(warehouse: Path) -> tuple[TableFile, ...]:
    """Every Parquet file of the tables of the contract, as it is now."""
    folder = warehouse / "tables"
    before_name = len(folder.as_posix()) + 1
    found = ((table, entry) for table in TABLES for entry in files_below(folder / table))
    return tuple(_file(table, entry, before_name) for table, entry in found if entry.name.endswith(".parquet"))


def _file(table: str, entry: DirEntry[str], before_name: int) -> TableFile:
    path, status = Path(entry.path), entry.stat()
    name = path.as_posix()[before_name:]
    return TableFile(table, path.stem, path, name, status.st_size, status.st_mtime_ns)


def paths_of(files: Iterable[TableFile]) -> dict[str, list[Path]]:
    """The paths of files, by table."""
    found: dict[str, list[Path]] = {}
    for file in files:
        found.setdefault(file.table, []).append(file.path)
    return found


def find_touched(connection: Connection, work: Path, files: tuple[TableFile, ...]) -> bool:
    """Finds what differs from the marts in ``dateline``, and lets ``scratch.parquet`` show that alone.

    False where all has to be made anew: these are not marts as we make them, or most of them differs.
    """
    if _made_by(connection) != maker():
        return False
    _note(connection, files)
    changed = connection.execute(_CHANGED_FILES).fetchall()
    if any(table in _UNTRACED for table, _ in changed):
        return False
    batches = {batch for table, batch in changed if TABLES[table].by_report}
    _tell(connection, work, files, batches)
    connection.execute((_STEPS / "touched.sql").read_text("utf-8"))
    if not connection.execute(_IS_FEW, [_AT_MOST]).fetchall()[0][0]:
        return False
    touched, retold = _parts(connection, "reports"), _parts(connection, "retold")
    read = (f for f in files if not f.is_by_report or f.part in (retold if f.table in NAMELESS else touched))
    read_tables(connection, work, paths_of(read))
    return True


def _parts(connection: Connection, kind: str) -> set[tuple[str, str]]:
    """Where files with rows of reports of a kind are, as ``TableFile.part`` tells it."""
    found: set[tuple[str, str]] = set(connection.execute(_PARTS.format(kind=kind)).fetchall())
    return found | {(batch, "") for batch, _ in found}


def take_all(connection: Connection, work: Path, files: tuple[TableFile, ...]) -> None:
    """Lets ``scratch.parquet`` show every file."""
    _note(connection, files)
    _tell(connection, work, files, {f.batch_id for f in files})
    connection.execute(_NOTHING_REMAINS)
    read_tables(connection, work, paths_of(files))


def remember(connection: Connection) -> None:
    """Keeps in ``dateline`` what its marts were made of."""
    connection.execute((_STEPS / "remember.sql").read_text("utf-8"))
    connection.execute("create or replace table dateline.state.maker as select $maker as maker", {"maker": maker()})


@cache
def maker() -> str:
    """Changes with all that decides how marts are made of tables."""
    folders = (SQL, SQL.parent / "flows" / "contract", SQL.parent / "flows" / "model")
    files = sorted(p for folder in folders for p in folder.rglob("*") if p.suffix in {".sql", ".yml", ".py"})
    digest = sha256(duckdb.__version__.encode())
    for file in files:
        digest.update(f"\x1f{file.name}\x1f".encode() + file.read_bytes())
    return digest.hexdigest()[:16]


def _made_by(connection: Connection) -> str | None:
    try:
        return str(connection.execute("select maker from dateline.state.maker").fetchall()[0][0])
    except duckdb.CatalogException:
        return None  # another's, or of a build that could not be taken further


def _note(connection: Connection, files: Iterable[TableFile]) -> None:
    """``scratch.touched.files``, in a schema that nothing of an earlier attempt is left in."""
    rows = [(f.table, f.batch_id, f.is_by_report, f.name, f.bytes, f.modified_ns) for f in files]
    columns = [list(column) for column in zip(*rows, strict=True)] or [[]] * len(_FILES)
    connection.register("files_now", pa.table(columns, schema=_FILES))
    connection.execute("drop schema if exists scratch.touched cascade; create schema scratch.touched")
    connection.execute("create table scratch.touched.files as from files_now")
    connection.unregister("files_now")


def _tell(connection: Connection, work: Path, files: Iterable[TableFile], batches: set[str]) -> None:
    """``scratch.touched.told`` and ``entities_now``: reports of some batches, and all entities, as the tables have them."""
    read_tables(connection, work, paths_of(f for f in files if not f.is_by_report))
    of_batches = [f.path for f in files if f.table == "reports" and f.batch_id in batches]
    columns = {table: ", ".join(TABLES[table].schema.names) for table in ("reports", "entities")}
    connection.execute(
        f"create table scratch.touched.told as "
        f"select report_id, parse_filename(filename, true) as batch_id, duplicate_of, "
        f"date_trunc('month', published_on)::date as published_month, hash({columns['reports']}) as row_hash "
        f"from ({rows_of(work, 'reports', of_batches, filename=True)})"
    )
    connection.execute(
        f"create table scratch.touched.entities_now as select entity_id, canonical_id, "
        f"hash({', '.join(_REPEATED)}) as told_hash, hash({columns['entities']}) as row_hash "
        f"from scratch.parquet.entities"
    )


_FILES: Final = pa.schema(
    [
        ("table_name", pa.string()),
        ("batch_id", pa.string()),
        ("is_by_report", pa.bool_()),
        ("name", pa.string()),
        ("bytes", pa.int64()),
        ("modified_ns", pa.int64()),
    ]
)
_CHANGED_FILES: Final = """
create table scratch.touched.changed_files as
select
    coalesce(now.table_name, before.table_name) as table_name,
    coalesce(now.batch_id, before.batch_id) as batch_id,
    coalesce(now.is_by_report, before.is_by_report) as is_by_report
from scratch.touched.files as now
full join dateline.state.files as before on now.name = before.name
where (now.bytes, now.modified_ns) is distinct from (before.bytes, before.modified_ns);

from scratch.touched.changed_files select table_name, batch_id;
"""
_IS_FEW: Final = """
select (select count(*) from scratch.touched.reports) <= 10 + ? * (select count(*) from dateline.state.reports)
"""
_PARTS: Final = """
select batch_id, coalesce(strftime(published_month, '%Y-%m'), 'unknown') from (
    select report_id, batch_id, published_month from dateline.state.reports
    union all
    select report_id, batch_id, published_month from scratch.touched.told
)
where report_id in (select report_id from scratch.touched.{kind})
group by all
"""
_NOTHING_REMAINS: Final = """
create table scratch.touched.entities_differing as select entity_id from scratch.touched.entities_now;
create table scratch.touched.remaining as from scratch.touched.told where false;
create table scratch.touched.unlinked as select report_id, batch_id as entity_id from scratch.touched.told where false;
"""
