"""A run, a failing gate and a schedule, on a real server."""

import asyncio
import time
from collections import Counter
from pathlib import Path
from types import SimpleNamespace

import pytest

from flows.pipeline import GateFailed
from flows.settings import Settings

SAMPLES = Path(__file__).parents[2] / "seeds" / "reports"
RECORDED_SECONDS = 30
pytestmark = [pytest.mark.prefect, pytest.mark.slow, pytest.mark.usefixtures("prefect_server")]


def _latest(task_runs: int) -> SimpleNamespace:
    """The latest flow run with its task runs and artifacts, once the server has recorded so many: it does in batches."""
    from prefect.client.orchestration import get_client
    from prefect.client.schemas.filters import (
        ArtifactFilter,
        ArtifactFilterFlowRunId,
        FlowRunFilter,
        FlowRunFilterId,
        FlowRunFilterState,
        FlowRunFilterStateName,
    )
    from prefect.client.schemas.sorting import FlowRunSort

    with get_client(sync_client=True) as client:
        ended = FlowRunFilter(state=FlowRunFilterState(name=FlowRunFilterStateName(any_=["Completed", "Failed"])))
        run = client.read_flow_runs(flow_run_filter=ended, sort=FlowRunSort.START_TIME_DESC, limit=1)[0]
        of_run = FlowRunFilter(id=FlowRunFilterId(any_=[run.id]))
        deadline = time.monotonic() + RECORDED_SECONDS
        while len(tasks := client.read_task_runs(flow_run_filter=of_run)) < task_runs and time.monotonic() < deadline:
            time.sleep(0.5)
        of_artifact = ArtifactFilter(flow_run_id=ArtifactFilterFlowRunId(any_=[run.id]))
        return SimpleNamespace(flow=run, tasks=tasks, artifacts=client.read_artifacts(artifact_filter=of_artifact))


def test_a_run_shows_its_name_tags_parameters_task_runs_and_card(tmp_path: Path):
    from flows.deployments import run_now

    outcome = run_now([str(SAMPLES)], Settings(warehouse=tmp_path / "wh", batch_size=10, workers=1))
    assert outcome.failed is None
    runs = _latest(4 + len(outcome.tabulated))
    assert runs.flow.name == "reports → wh"
    assert runs.flow.tags == ["dateline"]
    assert runs.flow.state_name == "Completed"
    assert runs.flow.parameters["sources"] == [str(SAMPLES)]
    stages = Counter(task.name.split(" ")[0] for task in runs.tasks)
    assert stages == {"land": 1, "tabulate": len(outcome.tabulated), "link": 1, "build": 1, "publish": 1}
    card = next(a for a in runs.artifacts if a.key == "run-card")
    assert f"{outcome.accounting.published} new reports" in card.data
    assert {a.key for a in runs.artifacts} >= {"run-card", "marts"}


def test_a_failed_gate_fails_the_run_with_its_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    from flows import deployments, tasks
    from flows.model import BuildResult

    monkeypatch.setattr(
        tasks.model, "build", lambda w: BuildResult(w / "m.duckdb", published=False, failures=("unique: 3 rows",))
    )
    with pytest.raises(GateFailed, match="unique: 3 rows"):
        deployments.run_now(
            [str(SAMPLES / "002_urdupoint_dateline_delegation.txt")], Settings(warehouse=tmp_path / "w", workers=1)
        )
    runs = _latest(4)
    assert runs.flow.state_name == "Failed" and "unique: 3 rows" in (runs.flow.state.message or "")
    assert any("Gate failed" in a.data for a in runs.artifacts if a.key == "run-card")


def test_the_scheduler_makes_runs_of_a_deployment(tmp_path: Path):
    """With an SQLAlchemy that its metadata allowed, Prefect's scheduler made none, and only the server's log said so."""
    from prefect.client.orchestration import get_client
    from prefect.client.schemas.filters import FlowRunFilter, FlowRunFilterDeploymentId
    from prefect.server.services.scheduler import schedule_deployments

    from flows.deployments import scheduled

    deployment = scheduled([str(SAMPLES)], Settings(warehouse=tmp_path / "daily"), cron="0 6 * * *")
    assert deployment.entrypoint == "flows.deployments.dateline"
    deployment_id = deployment.apply()
    asyncio.run(schedule_deployments())
    with get_client(sync_client=True) as client:
        of_deployment = FlowRunFilter(deployment_id=FlowRunFilterDeploymentId(any_=[deployment_id]))
        runs = client.read_flow_runs(flow_run_filter=of_deployment)
    assert runs and {run.state_name for run in runs} == {"Scheduled"}
    assert all(run.parameters["warehouse"] == str(tmp_path / "daily") and "scheduled" in run.tags for run in runs)
