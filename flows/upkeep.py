"""Flows that keep things small: Parquet batches, and Prefect's own history. Call ``local_prefect.prepare`` before importing this."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final

from prefect import flow
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
_RETRIED: Final[dict[str, Any]] = {
    "retries": 2,
    "retry_delay_seconds": 60,
    "on_failure": [tell_failure],
    "on_crashed": [tell_failure],
}


@flow(name="dateline-compact", persist_result=False, **_RETRIED)
def compact(warehouse: str, lock_wait_seconds: float = WAIT_SECONDS) -> int:
    """Merges small batches of Parquet into larger ones; how many were made.

    Args:
        warehouse: Folder of the tables.
        lock_wait_seconds: How long to wait for a run on the same warehouse.
    """
    with store.locked(Path(warehouse), wait_seconds=lock_wait_seconds):
        return len(store.compact(Path(warehouse)))


@flow(name="dateline-clean-up", persist_result=False, **_RETRIED)
def clean_up(keep_days: int = 90) -> int:
    """Deletes from Prefect's history the runs of these flows that ended long ago, with their artifacts; how many.

    Args:
        keep_days: Runs that ended later stay.
    """
    before = datetime.now(UTC) - timedelta(days=keep_days)
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
