"""A run, a failing gate and a schedule, on a real server."""

import asyncio
import http.server
import json
import threading
import time
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest

from flows.pipeline import GateFailed
from flows.settings import Settings

SAMPLES = Path(__file__).parents[2] / "seeds" / "reports"
RECORDED_SECONDS = 30
SETTLED_SECONDS = 12
FIRST_RETRY_SECONDS = 20
MOST_REQUESTS = 12  # of a run, whatever the number of its reports and batches
pytestmark = [pytest.mark.prefect, pytest.mark.slow, pytest.mark.usefixtures("prefect_server")]


def _latest(task_runs: int) -> SimpleNamespace:
    """The latest flow run with its task runs and artifacts, once the server has recorded how so many of them ended.

    It does in batches, and a batch's states after its runs: in between a run has the name of a state that it has not.
    """
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
        while time.monotonic() < deadline:
            tasks = client.read_task_runs(flow_run_filter=of_run)
            if sum(1 for run in tasks if run.state and run.state.is_final()) >= task_runs:
                break
            time.sleep(0.5)
        of_artifact = ArtifactFilter(flow_run_id=ArtifactFilterFlowRunId(any_=[run.id]))
        return SimpleNamespace(flow=run, tasks=tasks, artifacts=client.read_artifacts(artifact_filter=of_artifact))


def test_a_run_shows_its_name_tags_parameters_task_runs_and_card(tmp_path: Path):
    from flows.deployments import run_now

    outcome = run_now([str(SAMPLES)], Settings(warehouse=tmp_path / "wh", batch_size=10, workers=1))
    assert outcome.failed is None
    batches = len(outcome.tabulated)
    runs = _latest(5 + 2 * batches)
    assert runs.flow.name == "reports → wh"
    assert runs.flow.tags == ["dateline"]
    assert runs.flow.state_name == "Completed"
    assert runs.flow.parameters["sources"] == [str(SAMPLES)]
    stages = Counter(task.name.split(" ")[0] for task in runs.tasks)
    assert stages == {
        "land": 1, "count": batches, "recur": 1, "tabulate": batches, "link": 1, "build": 1, "publish": 1
    }  # fmt: skip
    card = next(a for a in runs.artifacts if a.key == "run-card")
    assert f"{outcome.accounting.published} new reports" in card.data
    assert {a.key for a in runs.artifacts} >= {"run-card", "marts"}


def test_a_run_asks_the_server_seldom_and_for_no_slots(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A server whose SQLite is being written refuses a slot at once, and Prefect waits two seconds: it took eight of a run."""
    import httpx

    from flows.deployments import run_now

    asked: list[str] = []
    for client in (httpx.Client, httpx.AsyncClient):

        def send(self, request, *args, really=client.send, **kwargs):
            asked.append(request.url.path.split("/api/")[-1])
            return really(self, request, *args, **kwargs)

        monkeypatch.setattr(client, "send", send)
    run_now([str(SAMPLES)], Settings(warehouse=tmp_path / "wh", batch_size=5, workers=1))
    orchestrated = [
        path for path in asked if not path.startswith(("logs", "admin", "csrf-token"))
    ]  # by its own threads
    assert len(orchestrated) <= MOST_REQUESTS, orchestrated
    assert not [path for path in asked if "concurrency" in path]
    assert {tag for run in _latest(9).tasks for tag in run.tags} == set()


def test_a_failed_gate_fails_the_run_with_its_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    from flows import deployments, tasks
    from flows.model import BuildResult

    monkeypatch.setattr(
        tasks.model, "build", lambda w: BuildResult(w / "m.duckdb", published=False, failures=("unique: 3 rows",))
    )
    with pytest.raises(GateFailed, match="unique: 3 rows") as told:
        deployments.run_now(
            [str(SAMPLES / "002_urdupoint_dateline_delegation.txt")], Settings(warehouse=tmp_path / "w", workers=1)
        )
    runs = _latest(6)
    assert runs.flow.state_name == "Failed" and str(told.value) == runs.flow.state.message
    assert {run.name: run.state.message for run in runs.tasks if run.state_name == "Failed"} == {
        "build": str(told.value)
    }
    assert any("Gate failed" in a.data for a in runs.artifacts if a.key == "run-card")


def test_the_scheduler_makes_runs_of_the_deployments(tmp_path: Path):
    """With an SQLAlchemy that its metadata allowed, Prefect's scheduler made none, and only the server's log said so."""
    from prefect.client.orchestration import get_client
    from prefect.client.schemas.filters import FlowRunFilter, FlowRunFilterDeploymentId
    from prefect.server.services.scheduler import schedule_deployments

    from flows.deployments import scheduled

    deployments = scheduled([str(SAMPLES)], Settings(warehouse=tmp_path / "daily"), cron="0 6 * * *")
    ids = {deployment.name: deployment.apply() for deployment in deployments}
    asyncio.run(schedule_deployments())
    assert {d.entrypoint for d in deployments} == {
        "flows.deployments.dateline", "flows.upkeep.compact", "flows.upkeep.clean_up"
    }  # fmt: skip
    with get_client(sync_client=True) as client:
        for name, deployment_id in ids.items():
            of_deployment = FlowRunFilter(deployment_id=FlowRunFilterDeploymentId(any_=[deployment_id]))
            runs = client.read_flow_runs(flow_run_filter=of_deployment)
            assert runs and {run.state_name for run in runs} == {"Scheduled"}, name
            assert all("scheduled" in run.tags for run in runs)
            assert client.read_deployment(deployment_id).concurrency_options is not None


def test_old_runs_and_their_artifacts_are_cleaned_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    from flows import upkeep

    with pytest.raises(FileNotFoundError):
        _run_now(tmp_path / "nowhere", tmp_path / "w")
    assert upkeep.clean_up(keep_days=1) == 0
    assert upkeep.clean_up(keep_days=0) == 0, "the server may still be recording what has only just ended"
    time.sleep(SETTLED_SECONDS)
    monkeypatch.setattr(upkeep, "RECORDED", timedelta(seconds=SETTLED_SECONDS))
    assert upkeep.clean_up(keep_days=0) >= 1


def test_small_batches_are_merged_by_a_flow(tmp_path: Path):
    from flows import upkeep

    assert upkeep.compact(str(tmp_path), lock_wait_seconds=0) == 0


def test_a_failure_is_told_where_the_settings_say(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: list[dict]):
    started = time.monotonic()
    with pytest.raises(FileNotFoundError):
        _run_now(tmp_path / "nowhere", tmp_path / "w")
    assert time.monotonic() - started < FIRST_RETRY_SECONDS, "what a person has to mend is not tried again"
    assert [(one["flow"], one["state"]) for one in told] == [("dateline", "Failed")]
    assert "no such file" in told[0]["message"]


def _run_now(source: Path, warehouse: Path) -> None:
    from flows.deployments import run_now

    run_now([str(source)], Settings(warehouse=warehouse, workers=1))


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[dict]]:
    """What a server on this machine is told, whose address is in the settings."""
    received: list[dict] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_POST(self):
            received.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    monkeypatch.setenv("DATELINE_FAILURE_URL", f"http://127.0.0.1:{server.server_port}/hook")
    yield received
    server.shutdown()
