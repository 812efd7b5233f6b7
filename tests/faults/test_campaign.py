"""Whole runs under every fault: what they end with is what an undisturbed run gives, and what they say is what to do.

``FAULT_KILLS=100 pytest tests/faults/test_campaign.py tests/faults/test_interruptions.py`` kills so many. Without it the faults
that take minutes are left out of the suite: there ``test_whole_run`` kills twenty runs, and ``test_damage`` damages files without dbt.
"""

import os
import random
import shutil
import signal
import subprocess
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.conftest import ROOT, Forker, command, marts, partial_files, results, write_archive

KILLS = int(os.environ.get("FAULT_KILLS", "6"))
YEAR_SECONDS = 366 * 86_400
pytestmark = pytest.mark.slow
takes_minutes = pytest.mark.skipif(
    "FAULT_KILLS" not in os.environ, reason="takes minutes: set FAULT_KILLS to the kills wanted"
)


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Reports in the layouts of the press, and an archive with broken, repeated and re-crawled records: six batches."""
    folder = tmp_path_factory.mktemp("source")
    for path in sorted((ROOT / "seeds" / "reports").glob("00*"))[:6]:
        shutil.copy(path, folder)
    write_archive(folder / "a.jsonl", 12)
    return folder


@pytest.fixture(scope="module")
def whole(forker: Forker, source: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, float]:
    """An undisturbed run, and how long it took."""
    warehouse = tmp_path_factory.mktemp("whole") / "w"
    started = time.monotonic()
    assert forker.run(warehouse, source) == (0, "")
    return warehouse, time.monotonic() - started


@takes_minutes
def test_kills_at_random_points(forker: Forker, source: Path, tmp_path: Path) -> None:
    """Each in a stage drawn by lot, at a moment of it: else nearly all would fall into the build.

    What is done is kept from kill to kill, so that they go through the stages in order; then the run is let through.
    """
    whole = forker.start(tmp_path / "whole", source, then="compact")
    seconds = whole.seconds()
    assert whole.ended() == (0, "")
    expected, stages = results(tmp_path / "whole"), list(seconds)
    rng = random.Random()
    killed: Counter[str] = Counter()
    rounds = 0
    while killed.total() < KILLS:
        warehouse = tmp_path / f"killed{rounds}"
        drawn = sorted(rng.choices(range(len(stages)), k=2 * len(stages)))[: KILLS - killed.total()]
        for at in [*drawn, len(stages)]:
            run = forker.start(warehouse, source, then="compact")
            if run.reaches(stages[at:]):  # a short stage may be over before it is seen
                time.sleep(rng.uniform(0, seconds[stages[at]]))
                run.kill()
            code, message = run.ended()
            assert code in (0, -signal.SIGKILL), message
            killed[run.stage.read_text()] += code != 0
            if (warehouse / "dateline.duckdb").exists():
                assert marts(warehouse).keys() == marts(tmp_path / "whole").keys(), "half a build is seen"
            if code == 0:
                break
        assert results(warehouse) == expected, killed
        assert partial_files(warehouse) == []
        shutil.rmtree(warehouse)
        rounds += 1
        print(f"{killed.total()} kills in {rounds} rounds: {dict(killed)}", flush=True)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of its own, one megabyte large."""
    disk = tmp_path / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk], capture_output=True).returncode:
        pytest.skip("a tmpfs cannot be mounted here")
    yield disk
    subprocess.run(["umount", disk], check=True)


@takes_minutes
def test_a_disk_that_is_full_at_every_stage(forker: Forker, source: Path, whole, small_disk: Path) -> None:
    """The disk grows by a little each time that a run has filled it; the first marts are not lost to a later full disk."""
    stages = []
    for size in (1, 2, 3, 4, 6, 8, 11, 15, 20, 27, 36, 48, 64, 85):
        subprocess.run(["mount", "-o", f"remount,size={size}m", small_disk], check=True)
        run = forker.start(small_disk / "w", source)
        code, message = run.ended()
        if code == 0:
            break
        assert "Free some space" in message, message
        assert partial_files(small_disk / "w") == []
        assert not (small_disk / "w" / "dateline.duckdb").exists()
        stages.append((small_disk / "w.stage").read_text())
    assert results(small_disk / "w") == results(whole[0])
    assert "build" in stages, "dbt is among what meets a full disk"


def test_a_warehouse_that_cannot_be_written(forker: Forker, source: Path, whole, small_disk: Path) -> None:
    subprocess.run(["mount", "-o", "remount,size=100m", small_disk], check=True)
    assert forker.run(small_disk / "w", source) == (0, "")
    write_archive(source / "b.jsonl", 3)
    try:
        subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
        stage = small_disk / "w.stage"
        assert stage.exists()
        run = subprocess.run(command(small_disk / "w", source), capture_output=True, text=True, cwd=ROOT)
        assert run.returncode == 1 and "--warehouse" in run.stderr and "Traceback" not in run.stderr, run.stderr
        assert results(small_disk / "w") == results(whole[0])
    finally:
        (source / "b.jsonl").unlink()


DAMAGED = (
    "landing/*",
    "tables/mentions/*/*",
    "tables/reports/*/*",
    "tables/entities/*s.parquet",
    "batches/*",
    "lines/*",
    "memos/*/*",
)


def cut(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])


def flip(path: Path) -> None:
    """A bit of the first packed page is another, as a disk does it: size and time of the file stay."""
    data, status = bytearray(path.read_bytes()), path.stat()
    data[data.index(b"\x28\xb5\x2f\xfd") + 20 if b"PAR1" in data else len(data) // 2] ^= 0x10
    path.write_bytes(data)
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


@takes_minutes
@pytest.mark.parametrize("damage", [cut, flip])
@pytest.mark.parametrize("pattern", DAMAGED)
def test_a_damaged_file(forker: Forker, source: Path, whole, tmp_path: Path, pattern: str, damage) -> None:
    shutil.copytree(whole[0], tmp_path / "w")
    damage(sorted(p for p in (tmp_path / "w").glob(pattern) if p.stat().st_size)[0])
    write_archive(tmp_path / "new" / "b.jsonl", 1)  # something new, so that all is linked and built again
    (tmp_path / "new" / "b.jsonl").write_text('{"content": "LAHORE: A new bridge was opened on Monday."}')
    expected = tmp_path / "expected"
    shutil.copytree(whole[0], expected)
    assert forker.run(expected, tmp_path / "new") == (0, "")
    for _ in range(3):
        code, message = forker.run(tmp_path / "w", tmp_path / "new")
        if code == 0:
            break
        assert "run again" in message, message
    if pattern == "landing/*":  # landed anew from the sources
        assert forker.run(tmp_path / "w", source) == (0, "")
    assert code == 0
    assert results(tmp_path / "w") == results(expected)


def test_a_source_that_has_vanished(forker: Forker, source: Path, whole, tmp_path: Path) -> None:
    shutil.copytree(whole[0], tmp_path / "w")
    code, message = forker.run(tmp_path / "w", tmp_path / "nowhere")
    assert code == 1 and "no such file" in message and "Give a file" in message
    assert results(tmp_path / "w") == results(whole[0])


def test_two_runs_at_once(source: Path, whole, tmp_path: Path) -> None:
    environment = {**os.environ, "DATELINE_BATCH_SIZE": "3"}
    both = [
        subprocess.Popen(command(tmp_path / "w", source), cwd=ROOT, stderr=subprocess.PIPE, text=True, env=environment)
        for _ in range(2)
    ]
    told = [(process.communicate()[1], process.returncode) for process in both]
    assert sorted(code for _, code in told) == [0, 1], told
    assert "being written by another run: wait until it ends" in next(said for said, code in told if code)
    assert results(tmp_path / "w") == results(whole[0])


def test_a_clock_that_was_set_back(forker: Forker, source: Path, whole, tmp_path: Path) -> None:
    """Everything there is, sources and warehouse, is of next year."""
    shutil.copytree(source, tmp_path / "source")
    shutil.copytree(whole[0], tmp_path / "w")
    for path in (*(tmp_path / "source").rglob("*"), *(tmp_path / "w").rglob("*")):
        os.utime(path, (time.time() + YEAR_SECONDS,) * 2)
    shutil.copytree(whole[0], tmp_path / "whole")
    (tmp_path / "source" / "b.jsonl").write_text('{"content": "LAHORE: A new bridge was opened on Monday."}')
    for name in ("whole", "w"):
        assert forker.run(tmp_path / name, tmp_path / "source") == (0, "")
    assert forker.run(tmp_path / "w", tmp_path / "source") == (0, "")
    assert results(tmp_path / "w") == results(tmp_path / "whole")
