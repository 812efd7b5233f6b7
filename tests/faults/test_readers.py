"""Who asks while runs write never meets an error or half a build. ``READER_RUNS=10 pytest tests/faults/test_readers.py``."""

import json
import os
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from tests.faults.conftest import ROOT, Forker

RUNS = int(os.environ.get("READER_RUNS", "3"))
pytestmark = pytest.mark.slow


def add(source: Path, number: int) -> None:
    """Two more reports, one with a meeting."""
    records = [
        {"title": f"Minister {number} meets delegation", "link": f"https://a.example/m{number}", "date_published": "2025-03-04",
         "content": f"LAHORE: Provincial Minister Bilal Ahmed met Ambassador Anna Schmidt at Lahore on Monday in round {number}."},
        {"title": f"Bridge {number}", "link": f"https://a.example/b{number}", "content": f"KARACHI: Bridge {number} was opened."},
    ]  # fmt: skip
    (source / f"{number:03}.jsonl").write_text("\n".join(map(json.dumps, records)))


def test_a_reader_that_asks_all_the_time(forker: Forker, tmp_path: Path) -> None:
    source, warehouse, stop = tmp_path / "source", tmp_path / "w", tmp_path / "stop"
    source.mkdir()
    add(source, 0)
    assert forker.run(warehouse, source) == (0, "")
    reader = subprocess.Popen(
        [sys.executable, "-X", "faulthandler", ROOT / "tests/faults/reader.py", warehouse, stop],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    with duckdb.connect(str(warehouse / "dateline.duckdb"), read_only=True) as held:
        for number in range(1, RUNS + 1):
            add(source, number)
            assert forker.run(warehouse, source, then="compact" if number % 3 == 2 else "") == (0, "")
            assert held.execute("select count(*) from dim_reports").fetchone() == (2,), "an open file stays what it was"
    stop.touch()
    said, errors = reader.communicate(timeout=60)
    assert reader.returncode == 0, errors
    *states, asked = said.splitlines()
    told = [tuple(map(int, state.split())) for state in states]
    print(f"\n{asked} times, {len(told)} states in {RUNS} runs")
    mentions = told[0][1] // 2  # a report, on average: every run adds as many of the same kind
    after = [(2 * n, 2 * n * mentions, 0, 0) for n in range(1, RUNS + 2)]
    assert told == after, "states that no run ended with, or out of order"
    assert int(asked.split()[1]) > 3 * RUNS
