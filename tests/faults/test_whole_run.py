"""The whole command, killed again and again on its way through 400 records: what it ends with is what an undisturbed run gives."""

import itertools
import os
import random
import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.faults.conftest import ROOT, command, results, write_archive

CORPUS = ROOT / ".." / "shared" / "corpus" / "app.jsonl.gz"
RECORDS, KILLS = 400, 20


def whole_run(warehouse: Path, source: Path) -> dict:
    """How the command is started."""
    settings = {"DATELINE_BATCH_SIZE": "50", "DATELINE_LOCK_WAIT_SECONDS": "30", "PYTHONPATH": str(ROOT)}
    environment = {**os.environ, **settings}
    return {"args": command(warehouse, source), "env": environment, "cwd": ROOT, "stdout": subprocess.DEVNULL}


def records(path: Path) -> Path:
    """The first records of a real archive where it is there, else made ones."""
    if not CORPUS.exists():
        return write_archive(path, RECORDS)
    import gzip

    with gzip.open(CORPUS, "rt", encoding="utf-8") as lines:
        path.write_text("".join(itertools.islice(lines, RECORDS)), encoding="utf-8")
    return path


@pytest.mark.slow
def test_twenty_kills_on_the_way_change_nothing(tmp_path) -> None:
    source = records(tmp_path / "a.jsonl")
    started = time.monotonic()
    subprocess.run(**whole_run(tmp_path / "whole", source), check=True)
    duration = time.monotonic() - started
    rng = random.Random()
    for _ in range(KILLS):  # progress is kept, so that together they go through the whole run
        process = subprocess.Popen(**whole_run(tmp_path / "killed", source))
        time.sleep(rng.uniform(0, 3 * duration / KILLS))
        process.send_signal(signal.SIGKILL)
        process.wait()
    subprocess.run(**whole_run(tmp_path / "killed", source), check=True)
    assert results(tmp_path / "killed") == results(tmp_path / "whole")
