import errno
import os
import shutil
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pytest

from flows import reader, store, tasks
from flows.contract.records import Accounting, RawReport
from flows.freshness import is_built
from flows.model import DATABASE, BuildResult
from flows.pipeline import GateFailed, Outcome, pipeline
from flows.runners import Dask, Local, Processes, Watch
from flows.settings import Settings

SAMPLES = Path(__file__).parents[1] / "seeds" / "reports"


def _run(warehouse: Path, *sources: Path, runner: Local | None = None, batch_size: int = 2) -> Outcome:
    settings = Settings(warehouse=warehouse, batch_size=batch_size)
    with runner or Local(Watch()) as running:
        return pipeline(running, [str(source) for source in sources], settings)


def _files(warehouse: Path) -> dict[str, tuple[int, bytes]]:
    paths = [p for p in sorted(warehouse.rglob("*")) if p.is_file()]
    return {str(p.relative_to(warehouse)): (p.stat().st_mtime_ns, p.read_bytes()) for p in paths}


def _bytes(warehouse: Path) -> dict[str, bytes]:
    """What readers see; a process that was killed may leave a hidden file, which the next run takes away."""
    seen = ((name, data) for name, (_, data) in _files(warehouse).items() if not Path(name).name.startswith("."))
    return {name: data for name, data in seen if name.startswith(("landing", "tables", "batches"))}


def test_every_report_is_accounted_for(no_marts, reports: Path, tmp_path: Path):
    (reports / "empty.txt").touch()
    shutil.copy(reports / "002_urdupoint_dateline_delegation.txt", reports / "again.txt")
    outcome = _run(tmp_path / "w", reports)
    counts = outcome.accounting
    assert (counts.published, counts.duplicate, counts.quarantined) == (5, 1, 1)
    assert outcome.rows["reports"] == 5 and len(outcome.tabulated) == 3
    assert counts.seen == counts.published + counts.unchanged + counts.duplicate + counts.quarantined


def test_a_second_run_writes_no_file_and_says_so(no_marts, reports: Path, tmp_path: Path):
    first = _run(tmp_path / "w", reports)
    before = _files(tmp_path / "w")
    second = _run(tmp_path / "w", reports)
    assert _files(tmp_path / "w") == before
    assert not second.changed and second.accounting.unchanged == first.accounting.published


def test_a_report_of_days_to_come_is_kept_and_warned_of(no_marts, reports: Path, tmp_path: Path):
    record = '{"title": "Bridge opened", "published": "2999-01-02", "text": "LAHORE: The minister opened a bridge."}'
    (reports / "ahead.jsonl").write_text(record + "\n")
    outcome = _run(tmp_path / "w", reports)
    assert outcome.warnings == ("reports dated in the future: 1, ahead.jsonl#0 of 2999-01-02 among them",)
    assert outcome.accounting.published == 6


def test_marts_that_are_gone_are_built_again(no_marts, reports: Path, tmp_path: Path):
    _run(tmp_path / "w", reports)
    (tmp_path / "w" / DATABASE).unlink()
    again = _run(tmp_path / "w", reports)
    assert again.build and not again.tabulated


def test_processes_write_the_same_bytes(no_marts, reports: Path, tmp_path: Path):
    _run(tmp_path / "one", reports)
    _run(tmp_path / "two", reports, runner=Processes(Watch(), 2))
    assert _bytes(tmp_path / "one") == _bytes(tmp_path / "two")


class KillsOnce(Watch):
    """Kills a process when the first item of a mapped stage is done."""

    def __init__(self, stage: str, victim: Callable[[], int]) -> None:
        super().__init__()
        self.name, self.victim, self.killed = stage, victim, False

    @contextmanager
    def stage(self, name: str, total: int) -> Iterator[Callable[[], None]]:
        def done() -> None:
            if name == self.name and not self.killed:
                os.kill(self.victim(), signal.SIGKILL)
                self.killed = True

        with super().stage(name, total):
            yield done


@pytest.mark.slow
def test_dask_writes_the_same_bytes_though_a_worker_is_killed(no_marts, reports: Path, tmp_path: Path):
    distributed = pytest.importorskip("distributed", reason="the extra dask is not installed")
    _run(tmp_path / "one", reports, batch_size=1)
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        watch = KillsOnce("tabulate", lambda: cluster.workers[0].process.pid)
        _run(tmp_path / "dask", reports, runner=Dask(watch, cluster.scheduler_address), batch_size=1)
    assert watch.killed
    assert _bytes(tmp_path / "dask") == _bytes(tmp_path / "one")


def test_a_report_that_a_stage_fails_on_is_quarantined_and_the_run_goes_on(
    no_marts, reports: Path, tmp_path: Path, monkeypatch
):
    real = reader.parse

    def broken(raw: RawReport, **options):
        if raw.source_name.startswith("006"):
            raise ZeroDivisionError("a fault of ours")
        return real(raw, **options)

    monkeypatch.setattr(reader, "parse", broken)
    outcome = _run(tmp_path / "w", reports)
    (row,) = store.read_quarantine(tmp_path / "w")
    assert (row.stage, row.reason_code) == ("parse", "stage_failed")
    assert "ZeroDivisionError: a fault of ours" in row.message
    assert outcome.accounting.quarantined == 1 and outcome.rows["reports"] == outcome.accounting.published


def test_a_failed_gate_is_told_and_tried_again(reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog):
    monkeypatch.setattr(
        tasks.model, "build", lambda w: BuildResult(w / "m.duckdb", published=False, failures=("unique: 3 rows",))
    )
    outcome = _run(tmp_path / "w", reports)
    with pytest.raises(GateFailed, match="unique: 3 rows"):
        outcome.check()
    assert "unique: 3 rows" in next(r.getMessage() for r in caplog.records if r.levelname == "ERROR")
    assert not is_built(tmp_path / "w")
    assert _run(tmp_path / "w", reports).failed


def test_a_run_that_was_killed_before_the_marts_is_completed(
    no_marts, reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def killed(settings: Settings) -> BuildResult:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(tasks, "build", killed)
        _run(tmp_path / "w", reports)
    assert _run(tmp_path / "w", reports).build is not None


@pytest.mark.parametrize("fault", [duckdb.IOException, duckdb.TransactionException, duckdb.FatalException])
def test_a_disk_that_duckdb_fills_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault):
    def fail(_: Path) -> BuildResult:
        raise fault(f"Could not write file marts.wal: {os.strerror(errno.ENOSPC)}")

    monkeypatch.setattr(tasks.model, "build", fail)
    with pytest.raises(store.StoreError, match="Free some space"):
        tasks.build(Settings(warehouse=tmp_path))


def test_a_gate_that_fails_for_want_of_space_says_what_to_do(tmp_path: Path):
    failed = BuildResult(tmp_path, published=False, failures=(f"stg_reports: {os.strerror(errno.ENOSPC)}",))
    assert "Free some space" in (Outcome(accounting=Accounting(), build=failed).failed or "")


def test_a_second_run_at_the_same_time_is_refused(no_marts, reports: Path, tmp_path: Path):
    with store.locked(tmp_path / "w"), pytest.raises(store.WarehouseBusy, match="another run"):
        _run(tmp_path / "w", reports)


def test_a_source_that_is_not_there_is_told(no_marts, tmp_path: Path):
    with pytest.raises(FileNotFoundError, match="no such file"):
        _run(tmp_path / "w", tmp_path / "nowhere")
