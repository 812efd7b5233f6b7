"""The archives beside the checkout, every fifteenth record: what the sections promise of all of them."""

import csv
import gzip
import json
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest

from flows.contract.records import RawReport, Report, Section
from flows.parse import parse
from tests.parse.test_coverage import check

CORPUS = Path(__file__).resolve().parents[2] / ".." / "shared" / "corpus"
STEP = 15

pytestmark = pytest.mark.skipif(not CORPUS.exists(), reason="shared/corpus is not beside the checkout")


def archive(name: str) -> Iterator[tuple[str, dict[str, str]]]:
    with gzip.open(CORPUS / f"{name}.jsonl.gz", "rt", encoding="utf-8") as file:
        for number, line in enumerate(islice(file, 0, None, STEP)):
            yield f"{name}.jsonl.gz#{number}", json.loads(line)


def editions() -> Iterator[tuple[str, dict[str, str]]]:
    for path in sorted((CORPUS / "print_editions").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for number, row in enumerate(islice(csv.DictReader(file), 0, None, STEP)):
                yield f"{path.name}#{number}", row


def parsed(records: Iterator[tuple[str, dict[str, str]]]) -> Iterator[tuple[Report, tuple[Section, ...]]]:
    for name, record in records:
        title, content = record.get("title") or "", record.get("content") or ""
        yield parse(
            RawReport(
                report_id=name, source_name=name, source_uri=name, source_kind="jsonl", text=f"{title}\n\n{content}",
                title=title or None, url=record.get("link"), published=record.get("date_published"),
            )
        )  # fmt: skip


def texts(report: Report, sections: tuple[Section, ...], *kinds: str) -> str:
    return "\n".join(report.text[s.char_start : s.char_end] for s in sections if s.kind in kinds)


@pytest.mark.parametrize("records", [archive("app"), archive("dawn"), editions()], ids=["app", "dawn", "print"])
def test_sections(records: Iterator[tuple[str, dict[str, str]]]) -> None:
    for report, sections in parsed(records):
        check(report.text, sections)
        body = texts(report, sections, "body", "attendance")
        assert "adsbygoogle" not in body
        assert not re.search(r"/File ?[A-Z]{3,}", body)
        assert not re.search(r"(?im)^\W*copyright(ed)?\b|^ *© ?(19|20)\d\d", body)
        assert "DAWN.COM" not in (report.headline or "")


def test_agency_datelines() -> None:
    dated = re.compile(r"[^\n]*\n+(?:[^\n]{0,80}\n)?[A-Z][^\n]{0,60}, ?[A-Z][a-z]+ \d{1,2},? \(A?APP?[0)]")
    found = [report.dateline_place is not None for report, _ in parsed(archive("app")) if dated.match(report.text)]
    assert len(found) > 500
    assert sum(found) >= 0.995 * len(found)


def test_trailers() -> None:
    printed = [(r, s) for r, s in parsed(archive("dawn")) if re.search(r"Published in Dawn, [^\n]*20\d\d\s*$", r.text)]
    assert len(printed) > 100
    assert all("Published in Dawn" in texts(report, sections, "furniture") for report, sections in printed)
