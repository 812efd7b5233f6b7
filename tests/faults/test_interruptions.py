"""Stopped at any moment, the next run ends with the same warehouse as an uninterrupted one."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from flows.store import files
from tests.faults.conftest import state, write_archive
from tests.faults.driver import run

ROOT = Path(__file__).resolve().parents[2]
KILLS = int(os.environ.get("FAULT_KILLS", "6"))  # of the long run; the suite has fifteen minutes in all


class Stopped(BaseException):
    """Stands in for the death of the process: nothing catches it."""


def stopping_at(monkeypatch, moment: int, *, before: bool) -> None:
    """Lets the process die around its nth write, before or after the rename."""
    count = iter(range(10_000))
    write = files._write

    def counted(path, function) -> None:
        stop = next(count) == moment
        if stop and before:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.with_name(f".{path.name}.1.tmp").write_bytes(b"half")
            raise Stopped
        write(path, function)
        if stop:
            raise Stopped

    monkeypatch.setattr(files, "_write", counted)


def test_every_single_write_may_be_the_last(tmp_path, archive, monkeypatch) -> None:
    run(tmp_path / "whole", [str(archive)], 5)
    expected = state(tmp_path / "whole")
    for moment in range(200):
        warehouse = tmp_path / f"stopped{moment}"
        with monkeypatch.context() as patch:
            stopping_at(patch, moment, before=moment % 2 == 0)
            try:
                run(warehouse, [str(archive)], 5)
            except Stopped:
                pass
            else:
                break
        run(warehouse, [str(archive)], 5)
        assert state(warehouse) == expected, f"stopped at write {moment}"
    assert moment > 20


def test_a_second_run_writes_nothing(tmp_path, archive, monkeypatch) -> None:
    run(tmp_path / "w", [str(archive)], 5)
    times = {p: p.stat().st_mtime_ns for p in (tmp_path / "w").rglob("*")}
    landed = run(tmp_path / "w", [str(archive)], 5)
    assert landed.accounting.seen == 0
    assert {p: p.stat().st_mtime_ns for p in (tmp_path / "w").rglob("*")} == times


def kill_and_repeat(tmp_path: Path, archive: Path, moments: int, batch_size: int) -> None:
    """Kills runs at random moments, each on a warehouse of its own, lets each end in a second run, and compares."""
    command = [sys.executable, str(ROOT / "tests/faults/driver.py")]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    started = time.monotonic()
    subprocess.run([*command, str(tmp_path / "whole"), str(batch_size), str(archive)], check=True, env=environment)
    duration = time.monotonic() - started
    expected = state(tmp_path / "whole")
    rng = random.Random()
    for number in range(moments):
        warehouse = tmp_path / f"killed{number}"
        process = subprocess.Popen([*command, str(warehouse), str(batch_size), str(archive)], env=environment)
        time.sleep(wait := rng.uniform(0.3, 1.0) * duration)  # the imports take the first third
        process.send_signal(signal.SIGKILL)
        process.wait()
        run(warehouse, [str(archive)], batch_size)
        assert state(warehouse) == expected, f"killed after {wait:.3f} s"


def test_killed_at_three_random_moments(tmp_path) -> None:
    kill_and_repeat(tmp_path, write_archive(tmp_path / "source" / "a.jsonl", 200), moments=3, batch_size=20)


@pytest.mark.slow
def test_killed_at_random_moments_over_two_thousand_records(tmp_path) -> None:
    kill_and_repeat(tmp_path, write_archive(tmp_path / "source" / "a.jsonl", 2000), moments=KILLS, batch_size=100)
