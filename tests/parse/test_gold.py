"""The hand-annotated reports beside the checkout: exact spans and dates, against floors that only rise."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from flows.contract.records import RawReport, Report, Section
from flows.parse import parse

GOLD = Path(__file__).resolve().parents[2] / ".." / "shared" / "gold"
FLOORS = {  # F1; measured 2026-11-21 on the 26 reports: 1.0 each, furniture 0.999
    "published": 1.0, "headline": 0.97, "standfirst": 0.9, "dateline": 0.97, "place": 0.98, "stories": 0.92, "attendance": 0.92,
    "furniture": 0.95,
}  # fmt: skip

pytestmark = pytest.mark.skipif(not GOLD.exists(), reason="shared/gold is not beside the checkout")


def f1(pairs: Iterable[tuple[set[Any], set[Any]]]) -> float:
    """F1 over pairs of (annotated, found)."""
    both = [(len(a & b), len(a), len(b)) for a, b in pairs]
    return 2 * sum(b[0] for b in both) / max(1, sum(b[1] + b[2] for b in both))


def spans(sections: Iterable[Section], kind: str) -> set[tuple[int, int]]:
    return {(s.char_start, s.char_end) for s in sections if s.kind == kind}


def characters(found: Iterable[tuple[int, int]]) -> set[int]:
    return {at for start, end in found for at in range(start, end)}


def compared(
    field: str, gold: dict[str, Any], report: Report, sections: tuple[Section, ...]
) -> tuple[set[Any], set[Any]]:
    dateline = gold.get("dateline") or {}
    starts: dict[int, int] = {}
    for section in sections:
        if section.story_ordinal is not None:
            starts.setdefault(section.story_ordinal, section.char_start)
    return {
        "published": lambda: ({gold["published"]} - {None}, {str(report.published_on)} - {"None"}),
        "headline": lambda: ({tuple(gold["headline"] or ())} - {()}, spans(sections, "headline")),
        "standfirst": lambda: ({tuple(gold["standfirst"] or ())} - {()}, spans(sections, "standfirst")),
        "dateline": lambda: ({tuple(dateline.get("span", ()))} - {()}, spans(sections, "dateline")),
        "place": lambda: ({dateline.get("place")} - {None}, {report.dateline_place} - {None}),
        "stories": lambda: ({s for s, _ in gold["stories"]}, set(starts.values())),
        "attendance": lambda: (characters(gold["attendance"]), characters(spans(sections, "attendance"))),
        "furniture": lambda: (characters(gold.get("furniture") or []), characters(spans(sections, "furniture"))),
    }[field]()


@pytest.mark.parametrize("field", FLOORS)
def test_floor(field: str) -> None:
    pairs = []
    for line in (GOLD / "gold.jsonl").read_text("utf-8").splitlines():
        gold = json.loads(line)
        text = (GOLD / "reports" / gold["doc"]).read_bytes().decode()
        raw = RawReport(report_id="r", source_name=gold["doc"], source_uri="", source_kind="text", text=text)
        pairs.append(compared(field, gold, *parse(raw)))
    assert f1(pairs) >= FLOORS[field]
