"""What is denied, what is known of already, who is asked and who comes: events that a sentence names without telling them as its news."""

import pytest

from flows.extract.events import find_events
from tests.extract.building import parsed
from tests.extract.test_event_days import told
from tests.extract.test_event_parties import MAYOR
from tests.extract.test_event_parties import told as parties_told

STRIKES = ("ASSAULT", "x-INCIDENT")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The guards denied having beaten a clerk.", ("ASSAULT", "negated", None)),
        ("The mayor denies signing a deal with the union.", ("AGREE", "negated", None)),
        ("The mayor denied helping the union and signing a deal with it.", ("AGREE", "negated", None)),
        ("The mayor rejected holding talks with the union.", ("CONSULT", "negated", None)),
    ],
)
def test_what_somebody_denies_to_have_done(text: str, expected: tuple[str, str, str | None]) -> None:
    assert expected in told(f"LAHORE: {text}")


def test_what_is_not_denied_is_a_fact() -> None:
    assert ("AGREE", "negated", None) not in told("LAHORE: The mayor did not deny signing a deal with the union.")


@pytest.mark.parametrize(
    "text",
    [
        "The governor on Thursday visited families of those killed in a bus crash near the dam.",
        "The airline on Thursday paid the widow of a pilot killed in a plane crash.",
        "The governor on Thursday met the clerk, who was hurt in an explosion at the port.",
        "A court on Thursday found him guilty of the murder of a weaver.",
        "Prosecutors on Thursday charged two men with the stabbing of a clerk.",
        "A court on Thursday convicted her of murdering a weaver.",
    ],
)
def test_a_deed_that_tells_who_is_meant_or_why_he_is_tried_is_not_of_that_day(text: str) -> None:
    days = [day for kind, _, day in told(f"LAHORE: {text}") if kind in STRIKES]
    assert days and set(days) == {None}


@pytest.mark.parametrize(
    "text",
    [
        "One man was killed and two injured in an explosion near the dam on Thursday.",
        "On Thursday an operation in the hills resulted in the killing of nine rebels.",
        "The governor met the widow of a pilot killed in a plane crash on Thursday.",
    ],
)
def test_a_deed_told_as_news_is_of_that_day(text: str) -> None:
    assert {day for kind, _, day in told(f"LAHORE: {text}") if kind in STRIKES} == {"2025-05-29"}


def test_who_leads_a_delegation_leads_it_on_no_day() -> None:
    text = "LAHORE: The mayor met traders on Tuesday. Later the mayor received a team of the bank led by a banker on Thursday."
    assert [day for kind, _, day in told(text) if kind == "CONSULT"] == ["2025-05-27", "2025-05-29"]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Brandt called on banks, above all those of the coast, to lower their fees.",
        "Ana Brandt called on the unions, including the guild of weavers and the guild of dyers, to end the strike.",
        "Ana Brandt called on members, who number nine thousand, to end the strike.",
    ],
)
def test_who_is_called_on_to_do_something_is_not_visited(text: str) -> None:
    assert [kind for kind, *_ in parties_told(text, MAYOR)] == ["REQUEST"]


def test_who_is_called_on_to_talk_is_visited() -> None:
    text = "Ana Brandt called on the governor, accompanied by two aides, to discuss fees."
    assert [kind for kind, *_ in parties_told(text, MAYOR)] == ["CONSULT"]


@pytest.mark.parametrize(
    "text",
    [
        "The hospital received 12 wounded children.",
        "The camp received 300 families.",
    ],
)
def test_who_is_but_counted_is_no_guest(text: str) -> None:
    assert "CONSULT" not in [kind for kind, *_ in parties_told(text)]


@pytest.mark.parametrize("guests", ["members of the guild", "14 envoys"])
def test_people_are_received(guests: str) -> None:
    assert [kind for kind, *_ in parties_told(f"Ana Brandt received {guests}.", MAYOR)] == ["CONSULT"]


def test_a_town_that_hosts_a_meeting_is_where_it_is() -> None:
    multan = {"text": "Multan", "kind": "place"}
    events, participants = find_events(parsed("Multan hosted a conference on dams.", multan))
    assert [(e.event_type, e.place_ordinal) for e in events] == [("CONSULT", 0)]
    assert not participants


def test_a_land_that_hosts_a_meeting_is_a_party() -> None:
    oman = {"text": "Oman", "kind": "place"}
    _, participants = find_events(parsed("Oman hosted a conference on dams.", oman))
    assert [p.name for p in participants] == ["Oman"]


def test_who_presides_over_a_session_meets() -> None:
    assert [kind for kind, *_ in parties_told("Ana Brandt presided over a session of the board.", MAYOR)] == ["CONSULT"]
