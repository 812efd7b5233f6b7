"""A report says the same in every process: nothing hangs on the order of a set, which differs from process to process."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT / ".." / "shared" / "corpus"
SOURCES = [
    str(p) for p in (ROOT / "seeds" / "reports", CORPUS / "app.jsonl.gz", CORPUS / "dawn.jsonl.gz") if p.exists()
]
DIGEST = """
import hashlib, itertools, sys
from flows.contract.records import RawReport
from flows.ingest import read_source
from flows.reader import read_report
for source in sys.argv[1:]:
    for item in itertools.islice(read_source(source), 250):
        if isinstance(item, RawReport):
            print(item.source_name, hashlib.sha256(repr(read_report(item)).encode()).hexdigest())
"""


@pytest.mark.slow
def test_facts_do_not_depend_on_the_hash_seed() -> None:
    told = []
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": seed}
        run = subprocess.run(
            [sys.executable, "-c", DIGEST, *SOURCES], env=environment, capture_output=True, text=True, check=True
        )
        told.append(run.stdout.splitlines())
    assert len(told[0]) > 20
    assert [a for a, b in zip(*told, strict=True) if a != b] == []
