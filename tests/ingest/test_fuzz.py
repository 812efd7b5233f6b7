"""Mutated sources of every kind: none stops the reader, each record is a report that can be stored or a row that says why."""

import gzip
import json
import random
from pathlib import Path

import pytest

from flows.contract.codes import QUARANTINE_REASONS
from flows.contract.records import Quarantined, RawReport
from flows.contract.tables import TABLES
from flows.ingest import Limits, read_source
from flows.store.landing import _landing_table

LIMITS = Limits(record_bytes=20_000, unpack_free=200_000)
RECORD = {
    "title": "Bridge “opened”",
    "link": "https://a.example/1",
    "date_published": "2025-03-04",
    "content": "LAHORE: Opened\n" * 3,
}
LINES = "\n".join(json.dumps(RECORD, ensure_ascii=n % 2 == 0) for n in range(3)).encode()
PARAGRAPH = (
    "<p>The bridge over the river was opened on Monday by the minister, who thanked all workers – at length.</p>"
)
SAMPLES = {
    "a.txt": " date 2025-03-04 LAHORE: The minister’s bridge\u00ad was opened.\r\n".encode(),
    "a.jsonl": LINES,
    "a.jsonl.gz": gzip.compress(LINES, mtime=0),
    "b.csv": b'title,link,content\n"A ""b"" c",https://a.example/2,"One\nTwo"\nD,,Three\n',
    "page.html": f"<!doctype html><html><head><meta charset='utf-8'><script type='application/ld+json'>{json.dumps(RECORD)}</script>"
    f"<title>T</title></head><body><h1>The bridge is open</h1><article>{PARAGRAPH * 7}</article></body></html>".encode(),
}
PIECES = (
    b"\0", b"\xff", b'"', b"\n", b"{", b"[" * 3000, b"\xed\xa0\x80", b"<div>" * 300, b"\\ud800", b"x" * 30_000, b"\x1f\x8b", b",", b"&#0;",
)  # fmt: skip


def mutated(data: bytes, rng: random.Random) -> bytes:
    """The bytes with some flipped, cut, doubled or with something put in."""
    for _ in range(rng.randint(1, 4)):
        at, end = sorted(rng.choices(range(len(data) + 1), k=2))
        change = rng.randrange(5)
        if change == 0 and data:
            data = data[:at] + bytes([rng.randrange(256)]) + data[at + 1 :]
        elif change == 1:
            data = data[:at]
        elif change == 2:
            data = data[:at] + data[end:]
        elif change == 3:
            data = data[:end] + data[at:]
        else:
            data = data[:at] + rng.choice(PIECES) + data[at:]
    return data


def check(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    items = list(read_source(path, limits=LIMITS))
    assert items or not data.strip() or path.suffix != ".txt"
    reports = [i for i in items if isinstance(i, RawReport)]
    assert _landing_table(reports).num_rows == len(reports)
    refused = [i for i in items if isinstance(i, Quarantined)]
    assert TABLES["quarantine"].arrow(refused).num_rows + len(reports) == len(items)
    assert {r.reason_code for r in refused} <= set(QUARANTINE_REASONS)


@pytest.mark.parametrize("name", SAMPLES)
def test_mutated_inputs_are_accounted_for(tmp_path, name) -> None:
    rng = random.Random()
    for _ in range(60):
        check(tmp_path / name, mutated(SAMPLES[name], rng))


@pytest.mark.slow
@pytest.mark.parametrize("name", SAMPLES)
def test_twenty_thousand_mutated_inputs(tmp_path, name) -> None:
    rng = random.Random(1)
    for _ in range(20_000):
        check(tmp_path / name, mutated(SAMPLES[name], rng))
