"""Flows that keep things small: Parquet batches, and Prefect's own history. Call ``local_prefect.prepare`` before importing this."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final

from prefect import flow, task
from prefect.cache_policies import NO_CACHE
from prefect.client.orchestration import SyncPrefectClient, get_client
from prefect.client.schemas.filters import (
    ArtifactFilter,
    ArtifactFilterFlowRunId,
    FlowFilter,
    FlowFilterName,
    FlowRunFilter,
    FlowRunFilterEndTime,
)
from prefect.client.schemas.objects import FlowRun

from flows import store
from flows.alerts import tell_failure

WAIT_SECONDS: Final = 3600.0  # a scheduled flow waits for the one before it, where a person is told
_TOLD: Final[dict[str, Any]] = {"on_failure": [tell_failure], "on_crashed": [tell_failure], "persist_result": False}
_RETRIED: Final[dict[str, Any]] = {
    "retry_delay_seconds": [60, 600],  # of a task: flows wait the same time before each
    "retries": 2,
    "cache_policy": NO_CACHE,
    "persist_result": False,
}


# A server records task runs in batches, and loses a batch that speaks of a run deleted meanwhile (Prefect 3.8, 2026-11).
RECORDED: Final = timedelta(minutes=2)


@flow(name="dateline-compact", **_TOLD)
def compact(warehouse: str, lock_wait_seconds: float = WAIT_SECONDS) -> int:
    """Merges small batches of Parquet into larger ones; how many were made.

    Args:
        warehouse: Folder of the tables.
        lock_wait_seconds: How long to wait for a run on the same warehouse.
    """
    merged: int = _merge(warehouse, lock_wait_seconds)
    return merged


@task(name="merge", **_RETRIED)
def _merge(warehouse: str, lock_wait_seconds: float) -> int:
    with store.locked(Path(warehouse), wait_seconds=lock_wait_seconds):
        return len(store.compact(Path(warehouse)))


@flow(name="dateline-clean-up", **_TOLD)
def clean_up(keep_days: int = 90) -> int:
    """Deletes from Prefect's history the runs of these flows that ended long ago, with their artifacts; how many.

    Args:
        keep_days: Runs that ended later stay.
    """
    now = datetime.now(UTC)
    deleted: int = _delete(min(now - timedelta(days=keep_days), now - RECORDED))
    return deleted


@task(name="delete old runs", **_RETRIED)
def _delete(before: datetime) -> int:
    with get_client(sync_client=True) as client:
        runs = list(_old_runs(client, before))
        for run in runs:
            of_run = ArtifactFilter(flow_run_id=ArtifactFilterFlowRunId(any_=[run.id]))
            for artifact in client.read_artifacts(artifact_filter=of_run):
                client.delete_artifact(artifact.id)
            client.delete_flow_run(run.id)
    return len(runs)


def _old_runs(client: SyncPrefectClient, before: datetime) -> Iterator[FlowRun]:
    ours = FlowFilter(name=FlowFilterName(like_="dateline"))
    ended = FlowRunFilter(end_time=FlowRunFilterEndTime.model_validate({"before_": before}))
    offset = 0
    while page := client.read_flow_runs(flow_filter=ours, flow_run_filter=ended, limit=200, offset=offset):
        yield from page
        offset += len(page)
