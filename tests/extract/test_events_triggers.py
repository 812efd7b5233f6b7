"""Every row of seeds/event_triggers.csv proves itself: its example is read as marked, its counter-example is not."""

import re

import pytest

from flows.contract.codes import EVENT_TYPES
from flows.extract.events import find_events
from flows.language.seeds import rows
from tests.extract.building import parsed

ROWS = rows("event_triggers")
MODES = {
    "CONSULT": "visit third-party multilateral phone", "COERCE": "seize restrict arrest deport withhold cyber censor curfew martial-law",
    "RETREAT": "withdraw release disarm ceasefire access resign", "REQUEST": "assist change yield meet investigate",
    "ACCUSE": "disapprove investigate allege", "THREATEN": "restrict arrest relations expel territory violence",
    "PROTEST": "demo riot strike hunger boycott obstruct vandalize", "SANCTION": "convict expel withdraw discontinue",
    "MOBILIZE": "troops weapons police militia",
    "ASSAULT": "abduct torture sexual destroy beat targeted suicide-attack firearms explosives primitive crowd-control aerial",
}  # fmt: skip


def plain(text: str) -> str:
    return re.sub(r"[\[\]<>]", "", text)


@pytest.mark.parametrize("row", ROWS, ids=lambda r: f"{r['lemma']}-{r['type']}")
def test_example(row):
    events, participants = find_events(parsed(plain(row["example"])))
    wanted = [e for e in events if e.event_type == row["type"] and e.event_mode == (row["mode"] or None)]
    assert wanted, [(e.event_type, e.event_mode) for e in events]
    for role, mark in (("actor", r"\[(.+?)\]"), ("recipient", r"<(.+?)>")):
        marked = {re.sub(r"^(the|a|an) ", "", m, flags=re.I) for m in re.findall(mark, row["example"])}
        found = {p.name for p in participants if p.role == role and p.event_id == wanted[0].event_id}
        assert found == marked


@pytest.mark.parametrize("row", ROWS, ids=lambda r: f"{r['lemma']}-{r['type']}")
def test_counter_example(row):
    events, _ = find_events(parsed(row["counter_example"]))
    assert not [e for e in events if e.event_type == row["type"] and e.event_mode == (row["mode"] or None)]


@pytest.mark.parametrize("row", ROWS, ids=lambda r: f"{r['lemma']}-{r['type']}")
def test_codes_are_plovers(row):
    assert row["type"] in EVENT_TYPES
    assert not row["mode"] or row["mode"] in MODES[row["type"]].split()
