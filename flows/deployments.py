"""The pipeline as a Prefect flow, run now or served on a schedule. Call ``local_prefect.prepare`` before importing this."""

import logging
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final, cast

import prefect
from prefect import Flow, flow, tags
from prefect.client.schemas.objects import ConcurrencyLimitConfig, ConcurrencyLimitStrategy, State
from prefect.deployments.runner import RunnerDeployment
from prefect.runtime import flow_run
from prefect.settings import PREFECT_FLOWS_HEARTBEAT_FREQUENCY, temporary_settings
from prefect.states import Failed
from prefect.task_runners import TaskRunner, ThreadPoolTaskRunner
from prefect.types.entrypoint import EntrypointType

from flows import run_card
from flows.alerts import tell_failure
from flows.pipeline import GateFailed, Outcome, pipeline
from flows.prefect_runner import PrefectRunner, untagged
from flows.progress import watch
from flows.runners import Local, Processes
from flows.settings import Settings
from flows.share import cluster
from flows.upkeep import WAIT_SECONDS, clean_up, compact

_TAGS: Final = ("dateline",)
logging.getLogger("flows").setLevel(logging.INFO)  # what the pipeline tells goes to the run's log


_WATCHING: Final = {"settled_seconds": 30.0}  # a folder that is watched has files that are still being written


def _run_name() -> str:
    given: dict[str, Any] = flow_run.parameters
    names = [Path(source).name or source for source in given["sources"]]
    others = f" and {len(names) - 1} more" if len(names) > 1 else ""
    return f"{names[0] if names else 'refresh'}{others} → {Path(given['warehouse']).name}"


_THREADS: Final[TaskRunner[Any]] = ThreadPoolTaskRunner(max_workers=8)  # they wait for the runner's own workers


@flow(
    name="dateline", flow_run_name=_run_name, task_runner=_THREADS, persist_result=False,
    on_failure=[tell_failure], on_crashed=[tell_failure],
)  # fmt: skip
def dateline(
    sources: list[str],
    warehouse: str,
    workers: int = 1,
    batch_size: int = 1000,
    lock_wait_seconds: float = WAIT_SECONDS,
    since: date | None = None,
    until: date | None = None,
    settled_seconds: float = 0,
    dask_address: str | None = None,
    share: str | None = None,
) -> Outcome | State[Any]:
    """Reads what is new in the sources and brings the warehouse up to date with it.

    Args:
        sources: Files and folders of press reports.
        warehouse: Folder that the tables are written to.
        workers: Processes that read reports.
        batch_size: Reports in a batch: the unit of work, of retry and of commit.
        lock_wait_seconds: How long to wait for another run on the same warehouse.
        since: Tabulate anew what was published from this month on.
        until: Tabulate anew what was published up to this month.
        settled_seconds: Files of a folder that were written later than so long ago wait for the next run.
        dask_address: Scheduler of a Dask cluster that reads the reports, in place of processes here.
        share: Place by fsspec URL through which batches travel to its workers, where they do not see the warehouse.
    """
    settings = Settings(
        warehouse=Path(warehouse), workers=workers, batch_size=batch_size, lock_wait_seconds=lock_wait_seconds,
        settled_seconds=settled_seconds, dask_address=dask_address, share=share,
    )  # fmt: skip
    with _workers(settings) as inner, untagged():
        outcome = pipeline(PrefectRunner(inner, settings.warehouse.name), sources, settings, since=since, until=until)
    run_card.show(outcome, settings.warehouse)
    if outcome.failed:  # told as the state of the run, and not as a traceback: nothing is wrong with the program
        return Failed(message=outcome.failed, data=GateFailed(outcome.failed))
    return outcome


def _workers(settings: Settings) -> Local:
    if settings.dask_address:
        return cluster(watch(), settings)
    return Processes(watch(), settings.workers) if settings.workers > 1 else Local(watch())


def run_now(
    sources: Sequence[str], settings: Settings, *, since: date | None = None, until: date | None = None
) -> Outcome:
    """A flow run, here and now. Raises what ``pipeline`` and the gates raise."""
    # A heartbeat tells a server of crashed runs; who is at the terminal sees it. It costs 0.9 s.
    with tags(*_TAGS), temporary_settings({PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None}):
        told = _parameters(sources, settings) | {
            "lock_wait_seconds": settings.lock_wait_seconds,
            "settled_seconds": settings.settled_seconds,
        }
        return cast(Outcome, dateline(**told, since=since, until=until))  # of a failed run, its exception is raised


def scheduled(sources: Sequence[str], settings: Settings, *, cron: str) -> list[RunnerDeployment]:
    """All deployments of a warehouse: what is new by ``cron``; weekly what is stale, small batches, and old runs."""
    where = {"warehouse": str(settings.warehouse.absolute())}
    return [
        _deployment(dateline, "ingest", settings, cron, _parameters(sources, settings) | _WATCHING),
        _deployment(dateline, "refresh", settings, "0 1 * * SUN", _parameters([], settings)),
        _deployment(compact, "compact", settings, "0 3 * * SUN", where),
        _deployment(clean_up, "clean-up", settings, "0 4 * * SUN", {}),
    ]


def _deployment(
    of: Flow[..., Any], kind: str, settings: Settings, cron: str, parameters: dict[str, Any]
) -> RunnerDeployment:
    deployment = of.to_deployment(
        name=f"{settings.warehouse.name} {kind}",
        cron=cron,
        parameters=parameters,
        tags=[*_TAGS, "scheduled", kind],
        concurrency_limit=ConcurrencyLimitConfig(limit=1, collision_strategy=ConcurrencyLimitStrategy.ENQUEUE),
        entrypoint_type=EntrypointType.MODULE_PATH,  # by file, `flows/` itself would land on the path
    )
    return cast(RunnerDeployment, deployment)  # declared as a coroutine too, which it is in async code alone


def serve(sources: Sequence[str], settings: Settings, *, cron: str) -> None:
    """Serves the flows on their schedules until interrupted, each run in a process of its own."""
    prefect.serve(*scheduled(sources, settings, cron=cron), limit=2, print_starting_message=False)


def _parameters(sources: Sequence[str], settings: Settings) -> dict[str, Any]:
    return {
        "sources": [source if "://" in source else str(Path(source).absolute()) for source in sources],
        "warehouse": str(settings.warehouse.absolute()),
        "workers": settings.workers,
        "batch_size": settings.batch_size,
        "dask_address": settings.dask_address,
        "share": settings.share,
    }
