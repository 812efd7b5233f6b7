"""The marts: dbt runs in this process on a new DuckDB file, which replaces the old one only when every model and test passed.

May not: parse reports, change the Parquet tables, leave a half-built file where readers look.
"""

import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final

import duckdb

from flows.model import portions
from flows.model.databases import attached
from flows.model.increments import Connection, TableFile, find_touched, remember, table_files, take_all
from flows.model.runner import ONE_AT_A_TIME, dbt

DATABASE: Final = "dateline.duckdb"
_FAILED: Final = ("error", "fail", "runtime error")
_QUIETLY: Final = ("--no-write-json",)
_BY_REPORT: Final = ("tag:by_report", "int_touched_entities", "int_entities")
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


def build(warehouse: Path, *, memory_limit: str = "512MB", unit_tests: bool = False, full: bool = False) -> BuildResult:
    """Build ``warehouse/dateline.duckdb`` from the Parquet tables below ``warehouse/tables``.

    Models, data tests and, where asked, the unit tests of the SQL run as one ``dbt build``. A failure of any of them keeps
    the last good file and is told in ``failures``. Readers that have the old file open go on reading it.

    What the tables changed since the last build is made anew in a copy of its file; all is, where there is no such file,
    where ``full`` or unit tests are asked for, and where the change fails: so a gate's verdict is always on a whole build.
    """
    started = time.perf_counter()
    work, database = (warehouse / ".build").absolute(), warehouse / DATABASE
    files = table_files(warehouse)
    outcome, is_increment = None, False
    with ONE_AT_A_TIME:
        if database.exists() and not full and not unit_tests:
            with _clean(work):
                outcome = _increment(work, files, database, memory_limit)
                is_increment = outcome is not None and outcome.success
        if not is_increment:
            with _clean(work):
                outcome = _all_anew(work, files, database, memory_limit, unit_tests)
    return replace(_result(outcome, database, time.perf_counter() - started), is_increment=is_increment)


def _increment(work: Path, files: tuple[TableFile, ...], database: Path, memory_limit: str) -> Any | None:
    """What dbt said of a build of what is touched, on a copy of the published file; None where that cannot be had."""
    shutil.copyfile(database, work / DATABASE)
    try:
        with attached(work, memory_limit) as connection:
            if not find_touched(connection, work, files):
                return None
            outcome = dbt("build", *_QUIETLY, *_NO_UNIT_TESTS, work=work)
            if outcome.success:
                remember(connection)
    except duckdb.IOException:  # what is published is no database
        return None
    if outcome.success:
        _publish(work / DATABASE, database)
    return outcome


def _all_anew(work: Path, files: tuple[TableFile, ...], database: Path, memory_limit: str, unit_tests: bool) -> Any:
    """What dbt said of a build from nothing."""
    with attached(work, memory_limit) as connection:
        take_all(connection, work, files)
        failed = _build_portions(connection, work, files)
        outcome = failed or dbt("build", *_QUIETLY, *(() if unit_tests else _NO_UNIT_TESTS), work=work)
        if outcome.success:
            remember(connection)
        else:
            _show(connection, outcome)
    if outcome.success:
        _publish(work / DATABASE, database)
    return outcome


def _build_portions(connection: Connection, work: Path, files: tuple[TableFile, ...]) -> Any | None:
    """Builds what is made of reports one by one, where they are too many to be built at once; what dbt said of a failure."""
    parts = portions.cut(connection)
    for portion in parts:
        portions.take(connection, work, files, portion)
        outcome = dbt("run", *_QUIETLY, "--select", *_BY_REPORT, work=work)
        if not outcome.success:
            return outcome
    if parts:
        portions.end(connection, work, files)
    return None


def _show(connection: Connection, outcome: Any) -> None:
    """Adds to what dbt says of failed data tests the first rows that fail them."""
    for result in getattr(outcome.result, "results", None) or ():
        if str(result.status) == "fail" and str(result.node.resource_type) == "test":
            rows = connection.execute(f"select * from ({result.node.compiled_code}) limit 3").fetchall()
            result.message = f"{result.message}: {'; '.join(' '.join(map(str, row)) for row in rows)}"


def _publish(new: Path, database: Path) -> None:
    """Put the new file in the old one's place, once nothing of it is left in a write-ahead log beside it."""
    with duckdb.connect(str(new)) as connection:
        connection.execute("checkpoint")
    new.replace(database)


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


def _result(outcome: Any, database: Path, seconds: float) -> BuildResult:
    results = list(getattr(outcome.result, "results", None) or ())
    kinds = [str(r.node.resource_type) for r in results]
    failures = [_told(r) for r in results if str(r.status) in _FAILED]
    if not outcome.success and not failures:
        failures = [str(outcome.exception or "dbt gave no reason")]
    return BuildResult(
        database=database,
        published=outcome.success,
        models=kinds.count("model"),
        tests=kinds.count("test") + kinds.count("unit_test"),
        failures=tuple(failures),
        warnings=tuple(_told(r) for r in results if str(r.status) == "warn"),
        seconds=seconds,
        slowest=tuple(sorted(((r.node.name, r.execution_time) for r in results), key=lambda s: -s[1])[:5]),
    )


def _told(result: Any) -> str:
    return f"{result.node.name}: {' '.join(str(result.message or result.status).split())}"
