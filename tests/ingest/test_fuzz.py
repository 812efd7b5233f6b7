"""Mutated sources of every kind: none stops a run, each record is a report whose facts can be stored or a row that says why.

``FUZZ_INPUTS=20000 pytest tests/ingest/test_fuzz.py`` tries so many of each kind; ``FUZZ_SEED`` repeats a run.
"""

import gzip
import io
import json
import os
import random
import socket
import tarfile
import zipfile
from pathlib import Path

import httpx
import pytest

from flows.contract.codes import QUARANTINE_REASONS
from flows.contract.records import Facts, Quarantined, RawReport, Validators
from flows.contract.tables import TABLES
from flows.ingest import Limits, read_source
from flows.ingest.web import Policy, Web
from flows.ingest.web_feeds import read_web_feed
from flows.reader import read_report
from flows.store.landing import _landing_table

LIMITS = Limits(record_bytes=20_000, unpack_free=200_000, members=20)
INPUTS = int(os.environ.get("FUZZ_INPUTS", "200"))
SEED = int(os.environ.get("FUZZ_SEED", "0")) or random.randrange(1 << 30)
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
ITEM = "<item><title>A &amp; B</title><link>https://a.example/1</link><description>&lt;p&gt;LAHORE: Opened&lt;/p&gt;</description></item>"


def zipped(files: dict[str, bytes]) -> bytes:
    with zipfile.ZipFile(buffer := io.BytesIO(), "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def tarred(files: dict[str, bytes]) -> bytes:
    with tarfile.open(fileobj=(buffer := io.BytesIO()), mode="w") as archive:
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return buffer.getvalue()


SAMPLES = {
    "a.txt": " date 2025-03-04 LAHORE: The minister’s bridge\u00ad was opened.\r\n".encode(),
    "a.jsonl": LINES,
    "a.jsonl.gz": gzip.compress(LINES, mtime=0),
    "a.json": json.dumps([RECORD, RECORD], indent=1).encode(),
    "wide.jsonl": LINES.decode().encode("utf-16"),
    "feed.xml": f'<?xml version="1.0"?><rss version="2.0"><channel><title>Times</title>{ITEM * 2}</channel></rss>'.encode(),
    "a.zip": zipped({"a.jsonl": LINES, "b.txt": b"LAHORE: Opened."}),
    "a.tar": tarred({"a.jsonl": LINES, "b.txt": b"LAHORE: Opened."}),
    "b.csv": b'title,link,content\n"A ""b"" c",https://a.example/2,"One\nTwo"\nD,,Three\n',
    "page.html": f"<!doctype html><html><head><meta charset='utf-8'><script type='application/ld+json'>{json.dumps(RECORD)}</script>"
    f"<title>T</title></head><body><h1>The bridge is open</h1><article>{PARAGRAPH * 7}</article></body></html>".encode(),
}
PIECES = (
    b"[{" * 400, b'"' + b"y" * 200_000, b"&a;" * 99, b"\xff\xfe", b"]}" * 9, b";", b"PK\x03\x04",
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
    check_items(items)


def check_items(items: list[RawReport | Quarantined]) -> None:
    """Each can be stored, whichever it is, and so can what a report says."""
    reports = [i for i in items if isinstance(i, RawReport)]
    assert _landing_table(reports).num_rows == len(reports)
    told = [read_report(report) for report in reports[:2]]
    refused = [i for i in (*items, *told) if isinstance(i, Quarantined)]
    assert TABLES["quarantine"].arrow(refused).num_rows == len(refused)
    assert {r.reason_code for r in refused} <= set(QUARANTINE_REASONS)
    assert not [r for r in refused if r.reason_code == "stage_failed"], reports
    facts = [i for i in told if isinstance(i, Facts)]
    assert TABLES["reports"].arrow([f.report for f in facts]).num_rows == len(facts)
    assert all(m.text == f.report.text[m.char_start : m.char_end] for f in facts for m in f.mentions)


@pytest.mark.parametrize("name", SAMPLES)
def test_mutated_inputs_are_accounted_for(tmp_path, name) -> None:
    rng = random.Random(f"{SEED}{name}")
    for number in range(INPUTS):
        data = mutated(SAMPLES[name], rng)
        try:
            check(tmp_path / name, data)
        except BaseException:
            print(f"FUZZ_SEED={SEED}, input {number}; its bytes lie in {tmp_path}")
            raise


def server(rng: random.Random) -> httpx.MockTransport:
    """A server whose every answer is mutated: status, marks, packing, rules, feed and page."""
    samples = {"/feed": SAMPLES["feed.xml"], "/robots.txt": b"User-agent: *\nDisallow: /2\nCrawl-delay: 0\n"}

    def answer(request: httpx.Request) -> httpx.Response:
        headers = [
            (b"ETag", mutated(b'"abc"', rng).replace(b"\n", b"")),
            (b"Location", mutated(b"http://a.example/1", rng)),
        ]
        headers += [(b"Content-Encoding", b"gzip")] * (rng.random() < 0.1)
        status = rng.choice((200, 200, 200, 200, 200, 301, 304, 404, 503))
        return httpx.Response(
            status,
            headers=headers,
            stream=httpx.ByteStream(mutated(samples.get(request.url.path, SAMPLES["page.html"]), rng)),
        )

    return httpx.MockTransport(answer)


def test_mutated_answers_of_a_server_are_accounted_for(monkeypatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: [(0, 0, 0, "", ("198.41.0.4", 80))])
    rng = random.Random(f"{SEED}web")
    said = Validators(url="https://a.example/feed")
    for number in range(INPUTS):
        try:
            with httpx.Client(transport=server(rng)) as client:
                said, items = read_web_feed(Web(client, Policy(delay_seconds=0, max_bytes=100_000)), said)
                check_items(list(items))
        except BaseException:
            print(f"FUZZ_SEED={SEED}, input {number}")
            raise
