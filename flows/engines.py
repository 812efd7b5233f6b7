"""Which runner a run gets: Prefect where there is one, else this process; and why, in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from flows import local_prefect
from flows.pipeline import Outcome, pipeline
from flows.progress import watch
from flows.runners import Local, Processes
from flows.settings import Engine, Settings
from flows.share import cluster


@dataclass(frozen=True, slots=True)
class Choice:
    """An engine other than ``auto``, and why it is this one."""

    engine: Engine
    reason: str


def choose(engine: Engine, dask_address: str | None = None) -> Choice:
    """The engine that is named; for ``auto`` Prefect where an API is configured or answers on loopback, else the Dask cluster
    that is named, else this process.

    Raises:
        ConnectionError: Prefect is asked for, and the API that is configured does not answer.
    """
    if engine in ("local", "processes", "dask"):
        return Choice(engine, "as told")
    api = local_prefect.configured_api() or local_prefect.LOOPBACK
    if local_prefect.answers(api):
        return Choice("prefect", f"its API answers at {api}")
    if engine == "prefect" and local_prefect.configured_api():
        raise ConnectionError(f"the Prefect API {api} does not answer: start it, or configure another")
    if engine == "prefect":
        return Choice("prefect", "with a temporary server; `dateline ui` shows the run afterwards")
    if dask_address:
        return Choice("dask", f"a cluster is named, {dask_address}; no Prefect API answers at {api}")
    return Choice("local", f"in this process: no Prefect API answers at {api}; `dateline ui` starts one")


def run(
    engine: Engine, sources: Sequence[str], settings: Settings, *, since: date | None = None, until: date | None = None
) -> Outcome:
    """Runs the pipeline on an engine other than ``auto``. Raises what ``pipeline`` raises."""
    if engine == "prefect":
        local_prefect.prepare()
        from flows.deployments import run_now  # imports Prefect

        return run_now(sources, settings, since=since, until=until)
    with _runner(engine, settings) as runner:
        return pipeline(runner, sources, settings, since=since, until=until)


def _runner(engine: Engine, settings: Settings) -> Local:
    if engine == "dask":
        return cluster(watch(), settings)
    return Processes(watch(), settings.workers) if engine == "processes" else Local(watch())
