"""What is kept from run to run, under faults: kills inside linking and building, and memory that is lost, damaged or of another day.

``FAULT_KILLS=30 pytest tests/faults/test_faults_of_increments.py`` kills so many runs of each, and damages every file that linking keeps.
"""

import os
import random
import shutil
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults.conftest import ROOT, Forker, partial_files, results

KILLS = int(os.environ.get("FAULT_KILLS", "4"))
SAMPLES = sorted((ROOT / "seeds" / "reports").glob("*.txt"))
INCREMENTS = (SAMPLES[0::3], SAMPLES[1::3], SAMPLES[2::3])  # stories and people of each go on in the next
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def stages(forker: Forker, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """A warehouse ``w`` after each of three runs that nothing disturbed, and what was new in that run, ``source``."""
    root, done = tmp_path_factory.mktemp("undisturbed"), []
    for number, reports in enumerate(INCREMENTS):
        done.append(root / str(number))
        (done[-1] / "source").mkdir(parents=True)
        for path in reports:
            shutil.copy(path, done[-1] / "source")
        assert forker.run(root / "w", done[-1] / "source") == (0, "")
        shutil.copytree(root / "w", done[-1] / "w")
    return done


@pytest.mark.parametrize("inside", ["link", "build"])
def test_kills_inside_a_run_on_what_is_new(forker: Forker, stages: list[Path], tmp_path: Path, inside: str) -> None:
    """At random moments of a stage, from the first that is not the first run; what a killed run remembers is kept."""
    warehouse = tmp_path / "w"
    shutil.copytree(stages[0] / "w", warehouse)
    timed = tmp_path / "timed"
    shutil.copytree(stages[0] / "w", timed)
    seconds = forker.start(timed, stages[1] / "source")
    longest = seconds.seconds()[inside]
    assert seconds.ended() == (0, "")
    rng, killed = random.Random(), 0
    for stage in stages[1:]:
        for _ in range(KILLS // (len(stages) - 1)):
            run = forker.start(warehouse, stage / "source")
            if run.reaches([inside]):
                time.sleep(rng.uniform(0, longest))
                run.kill()
            code, message = run.ended()
            assert code in (0, -signal.SIGKILL), message
            killed += code != 0
        assert forker.run(warehouse, stage / "source") == (0, "")
        assert results(warehouse) == results(stage / "w")
        assert partial_files(warehouse) == []
    print(f"\n{killed} killed in {longest:.1f} s of {inside}")


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def blank(path: Path) -> None:
    """As after a power cut: of its length, of no content."""
    path.write_bytes(bytes(path.stat().st_size))


def scratch(path: Path) -> None:
    """Bytes in the middle are others."""
    data = bytearray(path.read_bytes())
    at = len(data) // 2
    data[at : at + 40] = bytes(b ^ 0x55 for b in data[at : at + 40])
    path.write_bytes(data)


KEPT = {"sums": "memos/sums/*", "stories": "memos/stories/*"}


@pytest.mark.skipif("FAULT_KILLS" not in os.environ, reason="takes minutes: set FAULT_KILLS to the kills wanted")
@pytest.mark.parametrize("damage", [cut, blank, scratch, Path.unlink])
@pytest.mark.parametrize("kept", KEPT)
def test_memory_that_is_damaged(
    forker: Forker, stages: list[Path], tmp_path: Path, kept: str, damage: Callable[[Path], None]
) -> None:
    """Each file in its turn: the run says what to do, or goes on, and ends with the same tables."""
    count = len(list((stages[1] / "w").glob(KEPT[kept])))
    assert count
    for number in range(count):
        warehouse = tmp_path / f"{number}"
        shutil.copytree(stages[1] / "w", warehouse)
        path = sorted(warehouse.glob(KEPT[kept]))[number]
        damage(path)
        told = []
        while (ended := forker.run(warehouse, stages[2] / "source"))[0]:
            told.append(ended[1])
            assert "run again" in ended[1], ended[1]
            assert len(told) < 3, told
        assert results(warehouse) == results(stages[2] / "w"), f"{path.name}: {told}"


@pytest.mark.skipif("FAULT_KILLS" not in os.environ, reason="takes minutes: set FAULT_KILLS to the kills wanted")
@pytest.mark.parametrize("kept", [*KEPT, "all"])
def test_memory_of_another_day(forker: Forker, stages: list[Path], tmp_path: Path, kept: str) -> None:
    """As after a backup was put back in part: what linking keeps is of the run before."""
    warehouse = tmp_path / "w"
    shutil.copytree(stages[1] / "w", warehouse)
    folder = "memos" if kept == "all" else f"memos/{kept}"
    shutil.rmtree(warehouse / folder)
    shutil.copytree(stages[0] / "w" / folder, warehouse / folder)
    assert forker.run(warehouse, stages[2] / "source") == (0, "")
    assert results(warehouse) == results(stages[2] / "w")
