"""The marts: dbt runs in this process on a new DuckDB file, which replaces the old one only when every model and test passed.

May not: parse reports, change the Parquet tables, leave a half-built file where readers look.
"""

import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import duckdb

from flows.model.runner import dbt

DATABASE: Final = "dateline.duckdb"
_FAILED: Final = ("error", "fail", "runtime error")


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What a build did: where the file is, whether it is new, what was built and what stood in the way."""

    database: Path
    published: bool
    models: int = 0
    tests: int = 0
    failures: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    seconds: float = 0.0
    slowest: tuple[tuple[str, float], ...] = field(default=(), compare=False)

    @property
    def message(self) -> str:
        """One line for a person."""
        made = f"{self.models} models, {self.tests} tests, {self.seconds:.1f} s"
        if self.published:
            return f"{self.database} built: {made}"
        return f"{self.database} kept as it was, the new build failed ({made}): {'; '.join(self.failures)}"


def build(warehouse: Path, *, memory_limit: str = "512MB", unit_tests: bool = False) -> BuildResult:
    """Build ``warehouse/dateline.duckdb`` from the Parquet tables below ``warehouse/tables``.

    Models, data tests and, where asked, the unit tests of the SQL run as one ``dbt build``. A failure of any of them keeps
    the last good file and is told in ``failures``. Readers that have the old file open go on reading it.
    """
    started = time.perf_counter()
    work = warehouse / ".build"
    new, database = work / DATABASE, warehouse / DATABASE
    with _clean(work):
        skipped = () if unit_tests else ("--exclude-resource-type", "unit_test")
        outcome = dbt("build", "--no-write-json", *skipped, warehouse=warehouse, memory_limit=memory_limit)
        published = outcome.success and new.exists()
        if published:
            _publish(new, database)
    return _result(outcome, database, published, time.perf_counter() - started)


def _publish(new: Path, database: Path) -> None:
    """Put the new file in the old one's place, once nothing of it is left in a write-ahead log beside it."""
    with duckdb.connect(str(new)) as connection:
        connection.execute("checkpoint")
    new.replace(database)


@contextmanager
def _clean(work: Path) -> Iterator[None]:
    """No database of an earlier build is met, and none is left: only dbt's parse state and logs stay."""
    try:
        _drop(work)
        yield
    finally:
        _drop(work)


def _drop(work: Path) -> None:
    for file in work.glob("*.duckdb*"):
        file.unlink()
    shutil.rmtree(work / "spill", ignore_errors=True)


def _result(outcome: Any, database: Path, published: bool, seconds: float) -> BuildResult:
    results = list(getattr(outcome.result, "results", None) or ())
    kinds = [str(r.node.resource_type) for r in results]
    failures = [_told(r) for r in results if str(r.status) in _FAILED]
    if not outcome.success and not failures:
        failures = [str(outcome.exception or "dbt gave no reason")]
    return BuildResult(
        database=database,
        published=published,
        models=kinds.count("model"),
        tests=kinds.count("test") + kinds.count("unit_test"),
        failures=tuple(failures),
        warnings=tuple(_told(r) for r in results if str(r.status) == "warn"),
        seconds=seconds,
        slowest=tuple(sorted(((r.node.name, r.execution_time) for r in results), key=lambda s: -s[1])[:5]),
    )


def _told(result: Any) -> str:
    return f"{result.node.name}: {' '.join(str(result.message or result.status).split())}"
