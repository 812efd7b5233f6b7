"""Sources with everything in them, whole runs that can be killed, and the state of a warehouse to compare."""

import json
import os
import random
import select
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pyarrow.parquet as pq
import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def archive(tmp_path) -> Path:
    return write_archive(tmp_path / "source" / "a.jsonl", 9)


def write_archive(path: Path, records: int) -> Path:
    """Records of several months, some broken, some repeated, some re-crawled with more text, a slogan below each."""
    rng = random.Random(7)
    lines = []
    slogan = "\n\nHarbour brings the coast to you"
    for n in range(records):
        page = n - 1 if n % 9 == 5 else n
        record = {"title": f"Bridge {page}", "link": f"https://a.example/{page}", "date_published": f"2024-0{1 + n % 2}-11T00:00:00Z",
                  "content": f"LAHORE: Bridge {page} was opened." + " It is long." * (n % 9 + rng.randrange(3)) + slogan}  # fmt: skip
        lines.append("{broken" if n % 11 == 7 else json.dumps(record))
        if n % 7 == 3:
            lines.append(lines[-1])
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines))
    return path


def command(warehouse: Path, source: Path) -> list[str]:
    """A run as people type it."""
    asked = ["run", str(source), "--warehouse", str(warehouse), "--engine", "local"]
    return [sys.executable, "-m", "flows.cli", *asked]


def state(warehouse: Path) -> dict[str, object]:
    """Every file's bytes, but for when and how often a quarantined record was seen, and when files were written."""
    found: dict[str, object] = {}
    for path in sorted(p for p in warehouse.rglob("*") if p.is_file() and p.name != "seals.parquet"):
        name = path.relative_to(warehouse).as_posix()
        if name.startswith("tables/quarantine/"):
            table = pq.read_table(path).drop_columns(["first_seen_at", "last_seen_at", "attempts"])
            found[name] = table.to_pylist()
        else:
            found[name] = path.read_bytes()
    return found


def marts(warehouse: Path) -> dict[str, tuple[int, int]]:
    """Rows of each mart, and a hash over them whatever their order."""
    with duckdb.connect(str(warehouse / "dateline.duckdb"), read_only=True) as connection:
        names = [
            name
            for (name,) in connection.execute(
                "select table_name from duckdb_tables() where schema_name = 'main' order by 1"
            ).fetchall()
        ]
        hashed = "select count(*), bit_xor(hash(t)) from {} t"
        return {name: connection.execute(hashed.format(f'"{name}"')).fetchone() for name in names}


def results(warehouse: Path) -> dict[str, object]:
    """What a run leaves for people: the tables, byte for byte, and the marts."""
    tables = {name: content for name, content in state(warehouse).items() if name.startswith("tables/")}
    return tables | marts(warehouse)


def partial_files(warehouse: Path) -> list[Path]:
    """What a run that ended leaves half-written: nothing."""
    return [p for p in warehouse.rglob("*") if p.name.endswith((".tmp", ".wal"))]


@dataclass
class Forker:
    """Starts whole runs; see ``forker``."""

    process: subprocess.Popen

    def start(self, warehouse: Path, source: Path, *, then: str = "") -> "Run":
        stage = warehouse.with_name(f"{warehouse.name}.stage")
        stage.write_text("start")
        self.process.stdin.write(f"{warehouse}\t{source}\t{stage}\t{then}\n")
        self.process.stdin.flush()
        child = os.pidfd_open(int(self.process.stdout.readline()))
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        return Run(self.process, child, stage)

    def run(self, warehouse: Path, source: Path, *, then: str = "") -> tuple[int, str]:
        """Exit code and message of a run."""
        return self.start(warehouse, source, then=then).ended()


@dataclass
class Run:
    """A run under way."""

    process: subprocess.Popen
    child: int  # a descriptor: unlike a process id it never means another
    stage: Path

    def kill(self) -> None:
        with suppress(ProcessLookupError):  # it has ended before
            signal.pidfd_send_signal(self.child, signal.SIGKILL)

    def reaches(self, stages: Sequence[str]) -> bool:
        """Waits until the run is in one of the stages; False where it ends without."""
        while not select.select([self.child], [], [], 0.003)[0]:
            if self.stage.read_text() in stages:
                return True
        return False

    def seconds(self) -> dict[str, float]:
        """Waits until the run ends: how long each of its stages took, those that took no time left out."""
        last, took = time.monotonic(), Counter()
        while not select.select([self.child], [], [], 0.003)[0]:
            now = time.monotonic()
            took[self.stage.read_text()] += now - last
            last = now
        return took

    def ended(self) -> tuple[int, str]:
        code, _, message = self.process.stdout.readline().rstrip("\n").partition("\t")
        os.close(self.child)
        return int(code), message


@pytest.fixture(scope="module")
def forker() -> Iterator[Forker]:
    """A process that has everything loaded, and forks a run when asked."""
    with subprocess.Popen(
        [sys.executable, ROOT / "tests/faults/forker.py"], env={**os.environ, "PYTHONPATH": str(ROOT)}, cwd=ROOT,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as process:  # fmt: skip
        yield Forker(process)
        process.stdin.close()
