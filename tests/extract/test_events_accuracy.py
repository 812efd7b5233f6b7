"""Accuracy floors against the annotated reports (``event_floors.toml``): they only ever rise."""

import json
import tomllib
from pathlib import Path

import pytest

from flows.accuracy import measure, score_facts
from flows.contract.records import RawReport, make_id
from flows.extract.report import extract
from flows.parse import parse

GOLD = Path(__file__).resolve().parents[2] / ".." / "shared" / "gold"
FLOORS = tomllib.loads(Path(__file__).with_name("event_floors.toml").read_text("utf-8"))["f1"]
pytestmark = pytest.mark.skipif(not GOLD.is_dir(), reason="the annotated reports are not beside the checkout")


@pytest.fixture(scope="module")
def tallies():
    rows = [json.loads(line) for line in (GOLD / "gold.jsonl").read_text("utf-8").splitlines()]
    pairs = [(row, _facts(row["doc"])) for row in rows]
    return measure(pairs) | score_facts(pairs)


def _facts(doc: str):
    text = (GOLD / "reports" / doc).read_text("utf-8")
    return extract(
        *parse(RawReport(report_id=make_id(doc), source_name=doc, source_uri=doc, source_kind="text", text=text))
    )


@pytest.mark.parametrize("name", FLOORS)
def test_f1_does_not_fall_below_its_floor(name, tallies):
    value = (
        tallies[name].recall if name == "event.date" else tallies[name].f1
    )  # a date is asked of the events that were found
    assert value >= FLOORS[name]
