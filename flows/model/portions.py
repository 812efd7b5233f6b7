"""A build of everything in portions of reports: what is made of single reports needs memory for a portion, however many there are.

May not: split reports from what they are a re-crawl of.
"""

from pathlib import Path
from typing import Final

from flows.model.databases import read_tables
from flows.model.increments import TableFile, paths_of
from flows.model.runner import Connection

_REPORTS: Final = 20_000  # a portion: with 512 MB, twice as many were built well (2026-11)
_CUT: Final = """
create table scratch.touched.portions as
with groups as (
    select report_id, min(batch_id) over (partition by coalesce(duplicate_of, report_id)) as batch_id
    from scratch.touched.told
)
select report_id, batch_id, (rank() over (order by batch_id) - 1) // ? as portion from groups
"""
_OF_PORTION: Final = """
create or replace table scratch.touched.reports as select report_id from scratch.touched.portions where portion = ?
"""
_ALL_RETOLD: Final = "create or replace view scratch.touched.retold as from scratch.touched.reports"
_BATCHES: Final = """
select distinct told.batch_id from scratch.touched.told
inner join scratch.touched.reports on told.report_id = reports.report_id
"""
_NOTHING_ELSE: Final = """
create table scratch.touched.stories as select report_id as story_id from scratch.touched.told where false;
create table scratch.touched.months as select published_month from scratch.touched.told where false;
create table scratch.touched.entities as select report_id as entity_id from scratch.touched.told where false;
"""
_END: Final = """
drop view scratch.touched.retold;
drop table scratch.touched.reports;
create table scratch.touched.by_report_is_built as select true as is_built;
drop schema scratch.staging cascade;
drop schema scratch.intermediate cascade;
"""


def cut(connection: Connection) -> list[int]:
    """The portions that all reports are to be built in, whole batches each; none where one build can take them all."""
    connection.execute(_CUT, [_REPORTS])
    found = connection.execute("select distinct portion from scratch.touched.portions order by portion").fetchall()
    if len(found) < 2:
        return []
    connection.execute(_NOTHING_ELSE)
    return [portion for (portion,) in found]


def take(connection: Connection, work: Path, files: tuple[TableFile, ...], portion: int) -> None:
    """Lets a portion be what is touched, and ``scratch.parquet`` show its batches alone."""
    connection.execute(_OF_PORTION, [portion])
    connection.execute(_ALL_RETOLD)
    batches = {batch for (batch,) in connection.execute(_BATCHES).fetchall()}
    read_tables(connection, work, paths_of(f for f in files if not f.is_by_report or f.batch_id in batches))


def end(connection: Connection, work: Path, files: tuple[TableFile, ...]) -> None:
    """Lets dbt build the rest: what is made of reports one by one is built."""
    connection.execute(_END)
    read_tables(connection, work, paths_of(files))
