"""What linking remembers saves work and changes no table."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from flows import store, tasks
from flows.settings import Settings

REPORTS = Path(__file__).resolve().parents[2] / "seeds" / "reports"
TABLES = ("entities", "entity_reviews", "override_checks", "post_corrections", "stories")
KILLED = """
import os, sys
from pathlib import Path
from flows import store, tasks
from flows.settings import Settings
from flows.store import memos

def kill_at(module, name, turn):
    told = getattr(module, name)
    def counted(*args, **more):
        nonlocal turn
        turn -= 1
        return told(*args, **more) if turn >= 0 else os.kill(os.getpid(), 9)
    setattr(module, name, counted)

module, name, turn = sys.argv[2:]
kill_at({"store": store, "memos": memos}[module], name, int(turn))
tasks.link(Settings(warehouse=Path(sys.argv[1])))
"""
POINTS = [("store", "write_table", 1), ("store", "write_table", 5), ("store", "state", 1), ("memos", "write_bytes", 1)]


def tabulated(settings: Settings, reports: list[Path]) -> None:
    before = set(store.landed_batches(settings.warehouse))
    tasks.land([str(path) for path in reports], settings)
    for batch in set(store.landed_batches(settings.warehouse)) - before:
        tasks.tabulate(batch, settings)


def linked(settings: Settings) -> dict[str, bytes]:
    """The tables across reports."""
    tasks.link(settings)
    return {name: (settings.warehouse / f"tables/{name}/{name}.parquet").read_bytes() for name in TABLES}


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The tables of all reports that came at once."""
    settings = Settings(warehouse=tmp_path_factory.mktemp("once"))
    tabulated(settings, sorted(REPORTS.glob("*.txt")))
    return linked(settings)


@pytest.fixture(scope="module")
def earlier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A warehouse in which all reports but two are linked, and those two are tabulated."""
    settings, reports = Settings(warehouse=tmp_path_factory.mktemp("earlier")), sorted(REPORTS.glob("*.txt"))
    assert len(reports) > 2
    tabulated(settings, reports[:-2])
    tasks.link(settings)
    tabulated(settings, reports[-2:])
    return settings.warehouse


@pytest.fixture
def settings(earlier: Path, tmp_path: Path) -> Settings:
    return Settings(warehouse=shutil.copytree(earlier, tmp_path / "w"))


def test_tables_are_the_same_with_and_without_what_was_remembered(
    settings: Settings, expected: dict[str, bytes]
) -> None:
    assert linked(settings) == expected
    shutil.rmtree(settings.warehouse / "memos")
    assert tasks.link(settings) == ()
    assert linked(settings) == expected


def halved(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def flipped(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 4
    path.write_bytes(data)


@pytest.mark.parametrize("damage", [halved, flipped, Path.unlink])
def test_damage_to_what_was_remembered_is_noticed(
    settings: Settings, expected: dict[str, bytes], damage: Callable[[Path], None]
) -> None:
    damage(store.sums_file(settings.warehouse))
    assert linked(settings) == expected


@pytest.mark.parametrize("point", POINTS, ids=str)
def test_killed_at_any_point_the_next_run_is_right(
    settings: Settings, expected: dict[str, bytes], point: tuple[str, str, int]
) -> None:
    arguments = [sys.executable, "-c", KILLED, str(settings.warehouse), *map(str, point)]
    assert subprocess.run(arguments, cwd=REPORTS.parents[1], check=False).returncode == -9
    assert linked(settings) == expected
