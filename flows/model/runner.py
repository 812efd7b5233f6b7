"""dbt, run in this process: its parse state, its connection, its results. Nothing else imports dbt."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Lock
from typing import Any, Final

import duckdb

from flows.model.outcome import Outcome

Connection = duckdb.DuckDBPyConnection
SQL: Final = Path(__file__).parents[2] / "sql"
ONE_AT_A_TIME: Final = Lock()  # dbt keeps its connection and its events in globals of the process
_PARSED: Final = "partial_parse.msgpack"
_SHARED: Final = SQL.parent / "build" / "dbt"
_FAILED: Final = ("error", "fail", "runtime error")


def dbt(command: str, *arguments: str, work: Path) -> Any:
    """Run a dbt command of the project on the databases that are attached; its state and logs stay in ``work``."""
    from dbt.cli.main import dbtRunner  # two seconds of import that only a build of everything should pay for

    target = work / "target"
    folders = ["--project-dir", str(SQL), "--profiles-dir", str(SQL), "--target-path", str(target), "--no-write-json"]
    quiet = ["--log-path", str(work / "logs"), "--log-level", "none", "--no-version-check", "--no-use-colors"]
    with shared(work, _PARSED):
        try:
            return dbtRunner().invoke([command, *arguments, "--target", "in_process", *folders, *quiet])
        finally:
            _close()


@contextmanager
def shared(work: Path, name: str) -> Iterator[Path]:
    """A file that is the same for every warehouse, as last left: what dbt made of the project for another is not made again."""
    own, common = work / "target" / name, _SHARED / name
    own.parent.mkdir(parents=True, exist_ok=True)
    if _written(common) > _written(own):
        shutil.copy2(common, own)
    yield own
    if _written(own) > _written(common):
        with suppress(OSError):  # the checkout may not be ours to write to; then every warehouse makes its own
            common.parent.mkdir(parents=True, exist_ok=True)
            part = common.with_name(f"{name}.{own.parent.stat().st_ino}")
            shutil.copy2(own, part)
            part.replace(common)


def _written(file: Path) -> int:
    return file.stat().st_mtime_ns if file.exists() else 0


def told(raw: Any, show: Callable[[str], str] = str) -> Outcome:
    """What dbt said, in our terms. ``show`` tells the rows that the SQL of a failed data test selects."""
    results = _results(raw)
    kinds = [str(result.node.resource_type) for result in results]
    failures = tuple(_told(result) + _shown(result, show) for result in results if str(result.status) in _FAILED)
    return Outcome(
        models=kinds.count("model"),
        tests=kinds.count("test") + kinds.count("unit_test"),
        failures=failures if failures or raw.success else (str(raw.exception or "dbt gave no reason"),),
        warnings=tuple(_told(result) for result in results if str(result.status) == "warn"),
        seconds={result.node.name: result.execution_time for result in results},
    )


def _shown(result: Any, show: Callable[[str], str]) -> str:
    is_data_test = str(result.node.resource_type) == "test" and str(result.status) == "fail"
    return f": {show(result.node.compiled_code)}" if is_data_test else ""


def _results(raw: Any) -> list[Any]:
    return list(getattr(raw.result, "results", None) or ())


def _told(result: Any) -> str:
    if rows := str(result.node.resource_type) == "test" and result.failures:  # dbt's words are of its configuration
        return f"{result.node.name}: {rows} row{'s' * (rows > 1)}"
    return f"{result.node.name}: {' '.join(str(result.message or result.status).split())}"


def _close() -> None:
    """dbt keeps its DuckDB connection for a next command; what it wrote is in the file only once that is closed."""
    from dbt.adapters.duckdb import connections

    manager: Any = connections.DuckDBConnectionManager
    with suppress(Exception):  # there is none where dbt stopped before it connected
        manager.env().close()
    manager.close_all_connections()
