"""The whole command, killed again and again on its way through 2,000 records: what it ends with is what an undisturbed run gives."""

import itertools
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import duckdb
import pytest

from tests.faults.conftest import state, write_archive

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT / ".." / "shared" / "corpus" / "app.jsonl.gz"
RECORDS, KILLS = 2000, 20


def command(warehouse: Path, source: Path) -> dict:
    arguments = [
        sys.executable,
        "-m",
        "flows.cli",
        "run",
        str(source),
        "--warehouse",
        str(warehouse),
        "--engine",
        "local",
    ]
    settings = {"DATELINE_BATCH_SIZE": "100", "DATELINE_LOCK_WAIT_SECONDS": "30", "PYTHONPATH": str(ROOT)}
    return {"args": arguments, "env": {**os.environ, **settings}, "cwd": ROOT, "stdout": subprocess.DEVNULL}


def records(path: Path) -> Path:
    """The first records of a real archive where it is there, else made ones."""
    if not CORPUS.exists():
        return write_archive(path, RECORDS)
    import gzip

    with gzip.open(CORPUS, "rt", encoding="utf-8") as lines:
        path.write_text("".join(itertools.islice(lines, RECORDS)), encoding="utf-8")
    return path


def tables(warehouse: Path) -> dict[str, object]:
    return {name: content for name, content in state(warehouse).items() if name.startswith("tables/")}


def marts(warehouse: Path) -> dict[str, int]:
    with duckdb.connect(str(warehouse / "dateline.duckdb"), read_only=True) as connection:
        names = [
            name for (name,) in connection.execute("select view_name from duckdb_views() where not internal").fetchall()
        ]
        found = connection.execute("select table_name from duckdb_tables() where schema_name = 'main'")
        names += [name for (name,) in found.fetchall()]
        return {name: connection.execute(f'select count(*) from "{name}"').fetchone()[0] for name in sorted(names)}


@pytest.mark.slow
def test_twenty_kills_on_the_way_change_nothing(tmp_path) -> None:
    source = records(tmp_path / "a.jsonl")
    started = time.monotonic()
    subprocess.run(**command(tmp_path / "whole", source), check=True)
    duration = time.monotonic() - started
    rng = random.Random()
    for _ in range(KILLS):  # progress is kept, so that together they go through the whole run
        process = subprocess.Popen(**command(tmp_path / "killed", source))
        time.sleep(rng.uniform(0, 3 * duration / KILLS))
        process.send_signal(signal.SIGKILL)
        process.wait()
    subprocess.run(**command(tmp_path / "killed", source), check=True)
    assert tables(tmp_path / "killed") == tables(tmp_path / "whole")
    assert marts(tmp_path / "killed") == marts(tmp_path / "whole")
