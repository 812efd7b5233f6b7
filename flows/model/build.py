"""The marts: dbt runs in this process on a new DuckDB file, which replaces the old one only when every model and test passed.

May not: parse reports, change the Parquet tables, leave a half-built file where readers look.
"""

import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Final

import duckdb

from flows.model import compiled, portions, spare
from flows.model.databases import attached
from flows.model.increments import TableFile, find_touched, maker, remember, table_files, take_all
from flows.model.outcome import Outcome
from flows.model.runner import ONE_AT_A_TIME, Connection, dbt, told

DATABASE: Final = "dateline.duckdb"
_ANEW: Final = "anew"
_BY_REPORT: Final = ("int_touched_entities", "int_entities")  # beside those that are tagged so
_ABREAST: Final = 2  # steps of an increment: few rows take a fixed time each, in one thread (2026-11)
_NO_UNIT_TESTS: Final = ("--exclude-resource-type", "unit_test")


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What a build did: where the file is, whether it is new, what was built and what stood in the way."""

    database: Path
    published: bool
    is_increment: bool = False  # of what the tables changed, on a copy of the file before
    models: int = 0
    tests: int = 0
    failures: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    seconds: float = 0.0
    slowest: tuple[tuple[str, float], ...] = field(default=(), compare=False)

    @property
    def message(self) -> str:
        """One line for a person."""
        how = "what changed" if self.is_increment else "all anew"
        made = f"{how}: {self.models} models, {self.tests} tests, {self.seconds:.1f} s"
        if self.published:
            return f"{self.database} built: {made}"
        return f"{self.database} kept as it was, the new build failed ({made}): {'; '.join(self.failures)}"


def ask_anew(warehouse: Path) -> None:
    """Lets the next build that is published be one of everything."""
    mark = warehouse / ".build" / _ANEW
    mark.parent.mkdir(parents=True, exist_ok=True)
    mark.touch()


def is_asked_anew(warehouse: Path) -> bool:
    """Whether a build of everything was asked for and none was published since."""
    return (warehouse / ".build" / _ANEW).exists()


def make_ready(warehouse: Path) -> None:
    """Does beforehand what a build of what changed begins with, and what needs nothing of what changed."""
    if not is_asked_anew(warehouse):
        spare.make_ready((warehouse / ".build").absolute(), warehouse / DATABASE)


def build(warehouse: Path, *, memory_limit: str = "512MB", unit_tests: bool = False) -> BuildResult:
    """Build ``warehouse/dateline.duckdb`` from the Parquet tables below ``warehouse/tables``.

    Models, data tests and, where asked, the unit tests of the SQL run as one ``dbt build``. A failure of any of them keeps
    the last good file and is told in ``failures``. Readers that have the old file open go on reading it.

    What the tables changed since the last build is made anew in a copy of its file; all is, where there is no such file,
    where that (``ask_anew``) or unit tests are asked for, and where the change fails: so a gate's verdict is on a whole build.
    """
    started = time.perf_counter()
    work, database = (warehouse / ".build").absolute(), warehouse / DATABASE
    files = table_files(warehouse)
    outcome = None
    with ONE_AT_A_TIME:
        if database.exists() and not unit_tests and not is_asked_anew(warehouse):
            with _clean(work):
                outcome = _increment(work, files, database, memory_limit)
        is_increment = outcome is not None and outcome.success
        if outcome is None or not outcome.success:
            with _clean(work):
                outcome = _all_anew(work, files, database, memory_limit, unit_tests)
        if outcome.success and not is_increment:
            (work / _ANEW).unlink(missing_ok=True)
    return _result(outcome, database, time.perf_counter() - started, is_increment)


def _increment(work: Path, files: tuple[TableFile, ...], database: Path, memory_limit: str) -> Outcome | None:
    """What came of a build of what is touched, on a copy of the published file; None where that cannot be had."""
    spare.bring(work, database, work / DATABASE)
    try:
        with attached(work, memory_limit, is_small=True) as connection:
            if not find_touched(connection, work, files):
                return None
            outcome = compiled.run(connection, compiled.steps_of(work, maker()), abreast=_ABREAST)
            if outcome.success:
                remember(connection)
                connection.execute("set threads = 1")  # others but wait, and take a core for it (2026-11)
                connection.execute("checkpoint dateline")  # no log has it, and what fails at closing is not told
    except duckdb.IOException:  # what is published is no database
        return None
    if outcome.success:
        spare.swap(work, work / DATABASE, database)
    return outcome


def _all_anew(work: Path, files: tuple[TableFile, ...], database: Path, memory_limit: str, unit_tests: bool) -> Outcome:
    """What came of a build from nothing."""
    with attached(work, memory_limit) as connection:
        take_all(connection, work, files)
        outcome = _build_portions(connection, work, files)
        if outcome.success:
            raw = dbt("build", *(() if unit_tests else _NO_UNIT_TESTS), work=work)
            outcome = told(raw, partial(compiled.told_rows, connection))
        if outcome.success:
            remember(connection)
    if outcome.success:
        _settle(work, memory_limit)
        (work / DATABASE).replace(database)
        spare.renew(work, database)
    return outcome


def _build_portions(connection: Connection, work: Path, files: tuple[TableFile, ...]) -> Outcome:
    """Builds what is made of reports one by one, where they are too many to be built at once."""
    parts = portions.cut(connection)
    for portion in parts:
        portions.take(connection, work, files, portion)
        steps = compiled.steps_of(work, maker())
        outcome = compiled.run(connection, (step for step in steps if step.is_by_report or step.name in _BY_REPORT))
        if not outcome.success:
            return outcome
    if parts:
        portions.end(connection, work, files)
    return Outcome()


def _settle(work: Path, memory_limit: str) -> None:
    """Lets nothing of the new file be left in a write-ahead log beside it, nor to the first increment.

    The first to write into a file of many portions writes anew what every row group of it tells of itself (1.5 s, 2026-11).
    """
    with attached(work, memory_limit, is_small=True) as connection:
        connection.execute("create or replace table dateline.state.maker as from dateline.state.maker")
        connection.execute("checkpoint dateline")


@contextmanager
def _clean(work: Path) -> Iterator[None]:
    """No database of an earlier build is met, and none is left: only dbt's parse state and logs stay."""
    try:
        work.mkdir(parents=True, exist_ok=True)
        _drop(work)
        yield
    finally:
        _drop(work)


def _drop(work: Path) -> None:
    for file in work.glob("*.duckdb*"):
        file.unlink()
    shutil.rmtree(work / "spill", ignore_errors=True)


def _result(outcome: Outcome, database: Path, seconds: float, is_increment: bool) -> BuildResult:
    return BuildResult(
        database=database,
        published=outcome.success,
        is_increment=is_increment,
        models=outcome.models,
        tests=outcome.tests,
        failures=outcome.failures,
        warnings=outcome.warnings,
        seconds=seconds,
        slowest=tuple(sorted(outcome.seconds.items(), key=lambda step: -step[1])[:5]),
    )
