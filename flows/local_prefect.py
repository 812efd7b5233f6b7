"""How Prefect is used here: quietly, and on this machine unless an API is configured. Imports no Prefect: that takes seconds."""

import os
import signal
import subprocess
import sys
import time
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPException
from pathlib import Path
from typing import Final
from urllib.error import HTTPError
from urllib.request import ProxyHandler, build_opener, urlopen

PORT: Final = 4200
LOOPBACK: Final = f"http://127.0.0.1:{PORT}/api"
START_SECONDS: Final = 180  # measured: the first start on two busy cores took 41
_RECORDERS: Final = ("TASK_RUN_RECORDER", "EVENT_PERSISTER")
DEFAULTS: Final = {
    # Nothing leaves the machine, and nothing waits for a network that is not there.
    "DO_NOT_TRACK": "1",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_SERVER_UI_SHOW_PROMOTIONAL_CONTENT": "false",
    "PREFECT_CLOUD_ENABLE_ORCHESTRATION_TELEMETRY": "false",
    # A temporary server keeps its history where `dateline ui` finds it, and may take its time to start.
    "PREFECT_SERVER_EPHEMERAL_ENABLED": "true",
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": str(START_SECONDS),
    # One row a transaction, the default, blocks SQLite for a minute after a thousand task runs.
    **{
        f"PREFECT_SERVER_SERVICES_{name}_{size}": "200"
        for name in _RECORDERS
        for size in ("BATCH_SIZE", "READ_BATCH_SIZE")
    },
    "PREFECT_SERVER_DATABASE_TIMEOUT": "60",
    # Prefect keeps its runs and their artifacts for ever unless told: 90 days.
    "PREFECT_SERVER_SERVICES_DB_VACUUM_ENABLED": "events,flow_runs,orphans",
    # What the stages log is shown with the run; the terminal has the progress bar.
    "PREFECT_LOGGING_EXTRA_LOGGERS": "flows",
    "PREFECT_LOGGING_TO_API_WHEN_MISSING_FLOW": "ignore",
    "PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL": "WARNING",
}


def prepare() -> None:
    """Put the defaults into the environment, where it has nothing else, before Prefect is imported; use a server that answers."""
    for name, value in DEFAULTS.items():
        os.environ.setdefault(name, value)
    if not configured_api() and answers(LOOPBACK):
        os.environ["PREFECT_API_URL"] = LOOPBACK


def configured_api() -> str | None:
    """The API that the environment or the active Prefect profile names."""
    if url := os.environ.get("PREFECT_API_URL"):
        return url
    home = Path(os.environ.get("PREFECT_HOME", "~/.prefect")).expanduser()
    path = Path(os.environ.get("PREFECT_PROFILES_PATH", home / "profiles.toml")).expanduser()
    try:
        profiles = tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return None
    active = os.environ.get("PREFECT_PROFILE", profiles.get("active", ""))
    url = profiles.get("profiles", {}).get(active, {}).get("PREFECT_API_URL")
    return str(url) if url else None


def answers(api: str, *, seconds: float = 2) -> bool:
    """Whether a Prefect API answers there; on this machine no proxy is asked. That it wants a key is an answer."""
    opener = build_opener(ProxyHandler({})).open if "//127.0.0.1" in api or "//localhost" in api else urlopen
    try:
        with opener(f"{api.rstrip('/')}/health", timeout=seconds) as response:
            return bool(response.read(16).strip() == b"true")  # what else may listen there says something else
    except HTTPError as error:
        return error.code in (401, 403)
    except (HTTPException, OSError, ValueError):
        return False


@contextmanager
def server(*, port: int = PORT) -> Iterator[str]:
    """The page of the Prefect server that answers on this machine, or of a new one for as long as the context lasts.

    Raises:
        RuntimeError: it ended, or did not answer in time.
    """
    page = f"http://127.0.0.1:{port}"
    if answers(f"{page}/api"):
        yield page
        return
    environment = DEFAULTS | {"PREFECT_SERVER_UI_API_URL": f"{page}/api"} | os.environ
    command = [sys.executable, "-m", "prefect", "server", "start", "--host", "127.0.0.1", "--port", str(port)]
    signal.signal(
        signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM)
    )  # else the server would outlive this process
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL) as process:
        try:
            _await(process, f"{page}/api")
            yield page
        finally:
            process.terminate()


def _await(process: subprocess.Popen[bytes], api: str) -> None:
    deadline = time.monotonic() + START_SECONDS
    while not answers(api):
        if process.poll() is not None:
            raise RuntimeError(f"the Prefect server ended at once, with code {process.returncode}: is its port free?")
        if time.monotonic() > deadline:
            raise RuntimeError(f"the Prefect server did not answer at {api} in {START_SECONDS} seconds")
        time.sleep(0.2)
