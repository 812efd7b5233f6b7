"""dbt, run in this process: its parse state, its connection. Nothing else imports dbt."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Lock
from typing import Any, Final

SQL: Final = Path(__file__).parents[2] / "sql"
ONE_AT_A_TIME: Final = Lock()  # dbt keeps its connection and its events in globals of the process
_PARSED: Final = "partial_parse.msgpack"
_SHARED: Final = SQL.parent / "build" / "dbt" / _PARSED


def dbt(command: str, *arguments: str, work: Path) -> Any:
    """Run a dbt command of the project on the databases that are attached; its state and logs stay in ``work``."""
    from dbt.cli.main import dbtRunner  # two seconds of import that only a build should pay for

    target = work / "target"
    target.mkdir(parents=True, exist_ok=True)
    folders = ["--project-dir", str(SQL), "--profiles-dir", str(SQL), "--target-path", str(target)]
    quiet = ["--log-path", str(work / "logs"), "--log-level", "none", "--no-version-check", "--no-use-colors"]
    with _parsed_once(target):
        try:
            return dbtRunner().invoke([command, *arguments, "--target", "in_process", *folders, *quiet])
        finally:
            _close()


@contextmanager
def _parsed_once(target: Path) -> Iterator[None]:
    """What dbt parsed for another warehouse is not parsed again for this one: two seconds of a small run."""
    own = target / _PARSED
    if not own.exists() and _SHARED.exists():
        shutil.copyfile(_SHARED, own)
    yield
    with suppress(OSError):  # the checkout may not be ours to write to; then every warehouse parses once
        _SHARED.parent.mkdir(parents=True, exist_ok=True)
        part = _SHARED.with_name(f"{_PARSED}.{target.stat().st_ino}")
        shutil.copyfile(own, part)
        part.replace(_SHARED)


def _close() -> None:
    """dbt keeps its DuckDB connection for a next command; what it wrote is in the file only once that is closed."""
    from dbt.adapters.duckdb import connections

    manager: Any = connections.DuckDBConnectionManager
    with suppress(Exception):  # there is none where dbt stopped before it connected
        manager.env().close()
    manager.close_all_connections()
