"""Killed at any moment, the next run ends with the tables of an undisturbed one."""

import json
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
KILLS = 20
RECORDS = 30
SEED = 20261121
RUN = """
import sys
from pathlib import Path
from flows import tasks
from flows.model import BuildResult
from flows.pipeline import pipeline
from flows.runners import Local, Watch
from flows.settings import Settings

def published(settings: Settings) -> Path:
    return settings.warehouse

tasks.model.build = lambda w: BuildResult(w / "m.duckdb", published=True)  # dbt and the swap have their own tests
tasks.publish = published
with Local(Watch()) as runner:
    pipeline(runner, [sys.argv[1]], Settings(warehouse=Path(sys.argv[2]), batch_size=6))
"""


def _archive(folder: Path) -> Path:
    """An archive of the samples, each several times under other dates and addresses, with one page crawled twice."""
    texts = [path.read_text("utf-8") for path in sorted((ROOT / "seeds" / "reports").glob("0*.txt"))]
    rows = [_row(number, texts[number % len(texts)]) for number in range(RECORDS)]
    path = folder / "archive.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in [*rows, {"url": "https://paper.example/none"}]))
    return path


def _row(number: int, text: str) -> dict[str, str]:
    url = f"https://paper.example/{number % (RECORDS - 5)}"
    return {"url": url, "date": f"2025-0{1 + number % 9}-11", "text": f"{text}\n\nNo. {number}"}


def _start(archive: Path, warehouse: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", RUN, str(archive), str(warehouse)], cwd=ROOT, stderr=subprocess.PIPE)


def _tables(warehouse: Path) -> dict[str, bytes]:
    """Every file of the tables by report; the quarantine holds the time that a row was first seen."""
    tables = warehouse / "tables"
    found = [path for path in sorted(tables.rglob("*")) if path.is_file() and "quarantine" not in path.parts]
    return {str(path.relative_to(tables)): path.read_bytes() for path in found}


@pytest.mark.slow
def test_a_run_that_is_killed_again_and_again_ends_like_an_undisturbed_one(tmp_path: Path):
    archive = _archive(tmp_path)
    started = time.monotonic()
    assert _start(archive, tmp_path / "whole").wait() == 0
    seconds = time.monotonic() - started
    moments = random.Random(SEED)
    killed = 0
    for _ in range(KILLS):
        process = _start(archive, tmp_path / "killed")
        try:
            process.wait(timeout=moments.uniform(0, seconds))
        except subprocess.TimeoutExpired:
            process.kill()
            killed += 1
        else:  # nothing is left to be killed: from the start again
            assert _tables(tmp_path / "killed") == _tables(tmp_path / "whole")
            shutil.rmtree(tmp_path / "killed")
        process.communicate()
    last = _start(archive, tmp_path / "killed")
    assert last.wait() == 0, last.stderr.read() if last.stderr else ""
    assert killed >= KILLS // 4
    assert _tables(tmp_path / "killed") == _tables(tmp_path / "whole")
    assert len(_tables(tmp_path / "whole")) > 20
