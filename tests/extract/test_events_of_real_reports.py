"""The two real reports: every event, outcome, directive, award, agreement and statement in them is a row."""

from datetime import date
from pathlib import Path

import pytest

from flows.contract.records import Facts, RawReport, make_id
from flows.extract.report import extract
from flows.parse import parse

REPORTS = Path(__file__).resolve().parents[2] / ".." / "shared" / "reports"
pytestmark = pytest.mark.skipif(not REPORTS.is_dir(), reason="the real reports are not beside the checkout")


def facts_of(prefix: str) -> Facts:
    path = next(REPORTS.glob(f"{prefix}_*.txt"))
    text = path.read_text("utf-8")
    raw = RawReport(
        report_id=make_id(None, None, text), source_name=path.name, source_uri=path.name, source_kind="text", text=text
    )
    return extract(*parse(raw))


@pytest.fixture(scope="module")
def asean() -> Facts:
    return facts_of("000")


@pytest.fixture(scope="module")
def italy() -> Facts:
    return facts_of("004")


def events(facts: Facts, kind: str):
    return [e for e in facts.events if e.event_type == kind and e.realis == "asserted"]


def meeting(facts: Facts):
    (main,) = [e for e in events(facts, "CONSULT") if e.engagement_id is None]
    return main


def people(facts: Facts, event, role: str):
    rows = [p for p in facts.event_participants if p.event_id == event.event_id and p.role == role]
    return {(p.name or p.post): p.side for p in rows}


def place(facts: Facts, event):
    return facts.mentions[event.place_ordinal].name


def said(facts: Facts):
    text = facts.report.text
    return [
        (s.speaker_name, text[s.cue_start : s.cue_end], text[s.content_start : s.content_end]) for s in facts.statements
    ]


def test_the_conference_met_the_inspector_general(asean):
    main = meeting(asean)
    assert (main.occurred_on, place(asean, main)) == (date(2025, 11, 20), "Central Police Office")
    assert people(asean, main, "actor") == {
        "Participants of the ASEAN Member States’ Capacity-Building Conference": "guest"
    }
    assert people(asean, main, "recipient") == {"Usman Anwar": "host"}
    present = [
        "Mansoor ul Haq Rana",
        "Muhammad Abid Khan",
        "Muhammad Ali Naikokara",
        "Nida Umar Chattha",
        "Sultan Ahmad Chaudhary",
    ]
    assert people(asean, main, "attendee") == dict.fromkeys([*present, "Shaista Nadeem"], "host")


def test_what_came_of_the_conference_belongs_to_it(asean):
    main = meeting(asean)
    souvenirs, shield = events(asean, "x-AWARD")
    assert [souvenirs.subject, shield.subject] == ["souvenirs", "a special shield"]
    assert (set(people(asean, souvenirs, "actor")), set(people(asean, souvenirs, "recipient"))) == (
        {"Punjab Police"},
        {"visiting delegates"},
    )
    assert (set(people(asean, shield, "actor")), set(people(asean, shield, "recipient"))) == (
        {"Ahsan Younas"},
        {"Usman Anwar"},
    )
    (appreciated, praised) = events(asean, "SUPPORT")
    assert appreciated.subject == "Punjab’s Safe City initiatives"
    assert {e.engagement_id for e in (souvenirs, shield, appreciated, praised)} == {main.event_id}


def test_the_explosion_is_an_event_of_the_second_story(asean):
    (explosion,) = events(asean, "x-INCIDENT")
    assert (explosion.story_ordinal, place(asean, explosion), explosion.engagement_id) == (1, "Faisalabad", None)
    relief = next(e for e in events(asean, "AID") if "relief" in (e.subject or ""))
    assert (relief.story_ordinal, set(people(asean, relief, "actor"))) == (1, {"Punjab Police"})


def test_directives_name_their_recipients(asean):
    directed, ordered = events(asean, "REQUEST")
    assert set(people(asean, directed, "actor")) == set(people(asean, ordered, "actor")) == {"Usman Anwar"}
    assert {"Rescue 1122", "Fire Brigade"} <= set(people(asean, directed, "recipient"))
    assert set(people(asean, ordered, "recipient")) == {"traffic police"}
    assert directed.subject.startswith("to be fully supported") and ordered.subject.startswith(
        "to ensure uninterrupted access"
    )


def test_the_statements_of_the_conference(asean):
    starts = [(speaker, cue, content[:24]) for speaker, cue, content in said(asean)]
    assert ("IG Punjab Dr. Usman Anwar", "said", "cooperation in security ") in starts
    assert ("Usman Anwar", "noted", "the sessions held during") in starts
    assert ("Representatives from ASEAN nations", "said", "the conference would hel") in starts
    assert ("a Punjab Police spokesperson", "According to", "police teams actively pa") in starts
    (noted,) = [
        s for s in asean.statements if s.content_start and asean.report.text[s.cue_start : s.cue_end] == "noted"
    ]
    assert noted.engagement_id == meeting(asean).event_id


def test_the_italian_delegation_met_the_inspector_general(italy):
    main = meeting(italy)
    assert (main.occurred_on, place(italy, main)) == (date(2025, 9, 7), "Central Police Office")
    assert people(italy, main, "actor") == {"Usman Anwar": "host"}
    assert people(italy, main, "recipient") == {"Luigi Landoli": "guest"}
    attendees = people(italy, main, "attendee")
    italians = [
        "Constantino Scuderi",
        "Fahad Iqbal",
        "Marco Montelino",
        "Roberto Mattai",
        "Roberto Tesorino",
        "Salvatore Labarbera",
    ]
    hosts = [
        "AIG Admin",
        "AIG Discipline",
        "AIG Operations",
        "DIG Riot Management Police",
        "SSP CTD",
        "Sultan Ahmed Chaudhary",
    ]
    assert {name: attendees[name] for name in italians} == dict.fromkeys(italians, "guest")
    assert {name: attendees[name] for name in hosts} == dict.fromkeys(hosts, "host")
    assert attendees["Italian delegation"] == "guest"
    assert main.subject.startswith("strengthening cooperation and information sharing")


def test_what_was_agreed_and_exchanged(italy):
    main = meeting(italy)
    agreed, consensus = events(italy, "AGREE")
    assert agreed.subject.startswith("to enhance mutual benefit") and consensus.subject.startswith(
        "officer training programs"
    )
    (shields,) = events(italy, "x-AWARD")
    (support,) = events(italy, "SUPPORT")
    assert shields.subject == "commemorative shields"
    assert (set(people(italy, support, "actor")), set(people(italy, support, "recipient"))) == (
        {"Luigi Landoli"},
        {"Punjab Police"},
    )
    for outcome in (agreed, consensus, shields):
        assert outcome.engagement_id == main.event_id
        assert set(people(italy, outcome, "actor")) == {"Usman Anwar", "Luigi Landoli"}


def test_what_was_highlighted(italy):
    ((speaker, cue, content),) = said(italy)
    assert (speaker, cue) == ("IG Punjab Dr. Usman Anwar", "highlighted")
    assert content.startswith("the establishment of Virtual Women Police Stations") and content.endswith(
        "vulnerable groups"
    )
