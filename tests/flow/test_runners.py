import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from flows.runners import Dask, Local, Processes, Watch

ROOT = Path(__file__).parents[2]


def double(number: int) -> int:
    return 2 * number


def process_of(_: int) -> int:
    return os.getpid()


def die_once(_: int, mark: str) -> str:
    if not Path(mark).exists():
        Path(mark).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return "lived"


def fail_at(number: int, bad: int) -> int:
    if number == bad:
        raise ValueError(f"{number} is bad")
    return number


def test_every_runner_maps_in_the_order_of_the_items():
    items = list(range(7))
    with Local(Watch()) as local, Processes(Watch(), 2) as processes:
        assert local.map(double, items) == processes.map(double, items) == [0, 2, 4, 6, 8, 10, 12]
        assert os.getpid() not in processes.map(process_of, items)
        assert processes.map(process_of, [1]) == [os.getpid()], "a worker costs seconds to start"


def test_time_is_taken_for_each_stage():
    with Local(Watch()) as runner:
        runner.call(double, 1)
        runner.map(double, [1, 2])
    assert set(runner.watch.seconds) == {"double"}
    assert runner.watch.seconds["double"] >= 0


def test_a_killed_worker_is_survived(tmp_path: Path):
    with Processes(Watch(), 2) as runner:
        assert runner.map(die_once, [1, 2, 3], str(tmp_path / "mark")) == ["lived"] * 3


def test_workers_end_with_a_run_that_is_killed():
    code = "import time; from flows.runners import Processes, Watch; Processes(Watch(), 2).map(time.sleep, [600, 600])"
    with subprocess.Popen([sys.executable, "-c", code], cwd=ROOT) as run:
        deadline = time.monotonic() + 60
        while len(began := psutil.Process(run.pid).children(recursive=True)) < 4:  # who forks, who tracks, two workers
            assert time.monotonic() < deadline
            time.sleep(0.1)
        run.kill()
    assert not psutil.wait_procs(began, timeout=60)[1], "a worker would write beside the next run"


@pytest.mark.slow
def test_a_dask_cluster_maps_like_every_runner_and_survives_a_killed_worker(tmp_path: Path):
    distributed = pytest.importorskip("distributed", reason="the extra dask is not installed")
    with (
        distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster,
        Dask(Watch(), cluster.scheduler_address) as runner,
    ):
        assert runner.map(double, [1, 2, 3]) == [2, 4, 6]
        assert runner.map(die_once, [1, 2, 3], str(tmp_path / "mark")) == ["lived"] * 3


def test_an_error_in_a_worker_is_the_callers():
    with Processes(Watch(), 2) as runner, pytest.raises(ValueError, match="3 is bad"):
        runner.map(fail_at, [1, 2, 3], 3)


@pytest.mark.parametrize(("items", "most"), [(0, 100), (1, 100), (100, 100), (101, 100), (2345, 100)])
def test_groups_hold_every_item_once_and_are_bounded(items: int, most: int):
    from flows.prefect_runner import grouped  # imports Prefect, which the workers of the other tests need not

    groups = grouped(range(items), most)
    assert [item for group in groups for item in group] == list(range(items))
    assert len(groups) <= most
