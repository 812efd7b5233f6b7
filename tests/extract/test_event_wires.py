"""What wires of other countries print: who was met after a verb in -ing, far attacks, what several people say, American spellings."""

import pytest

from flows.extract.clauses.inflect import verb_forms
from flows.extract.events import find_events
from flows.extract.statements import find_statements
from tests.extract.building import parsed, place_of, read_whole


def types(text: str) -> list[str]:
    """The types of the events of a text."""
    return [event.event_type for event in find_events(parsed(text))[0]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The envoy smiled after meeting President Ana Duarte.", ["CONSULT"]),
        ("The envoy smiled before meeting with President Ana Duarte.", ["CONSULT"]),
        ("The envoy smiled after meeting halls were shut.", []),
    ],
)
def test_meeting_may_be_a_verb(text: str, expected: list[str]) -> None:
    assert [event.event_type for event in read_whole(text, "2025-03-12").events] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A missile strike on a school in the town of Brovary killed nine people.", ["ASSAULT"]),
        ("In 2019 Typhoon Odra killed 90 people.", ["x-INCIDENT"]),
        ("A blaze at a timber yard in the town of Brovary killed nine people.", ["x-INCIDENT"]),
    ],
)
def test_what_kills_may_stand_far_from_the_verb(text: str, expected: list[str]) -> None:
    assert [event.event_type for event in read_whole(text, "2025-03-12").events] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The dam will not hold for long, engineers say.", ["engineers"]),
        ("Analysts warn that the bank may fail.", ["Analysts"]),
        ("The judges ruled that the vote was void.", ["The judges"]),
        ("The voters had no say in the matter.", []),
        ("It is a wave of what critics say are bribes.", []),
    ],
)
def test_what_several_people_say(text: str, expected: list[str]) -> None:
    assert [s.speaker_name for s in find_statements(parsed(text))] == expected


@pytest.mark.parametrize(
    ("lemma", "form"),
    [("begin", "beginning"), ("shut", "shutting"), ("quit", "quitting"), ("cancel", "canceled"), ("annul", "annulled")],
)
def test_forms_that_double_a_letter_and_american_ones(lemma: str, form: str) -> None:
    assert form in verb_forms(lemma)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The union left the talks, accusing the bank of fraud.", ["ACCUSE"]),
        ("The union left the talks, accusing it of fraud.", ["ACCUSE"]),
        ("The union left the talks, and it was in a hurry.", []),
    ],
)
def test_it_may_be_accused(text: str, expected: list[str]) -> None:
    assert types(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The nurses called a strike.", ["PROTEST"]),
        ("The minister called the strike politically motivated.", []),
        ("The court declared the strike illegal.", []),
    ],
)
def test_who_calls_a_strike_something_calls_none(text: str, expected: list[str]) -> None:
    assert [t for t in types(text) if t == "PROTEST"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A report by the audit office accuses the ministry of waste.", ["audit office"]),
        ("A letter from lawyers urged the court to wait.", ["lawyers"]),
        ("Green Way, a group that opposes dams, condemned the plan.", ["group", "Green Way"]),
    ],
)
def test_who_acts_in_a_document_or_is_told_more_of(text: str, expected: list[str]) -> None:
    acting = [p.name for p in read_whole(text, "2025-03-12").event_participants if p.role == "actor"]
    assert acting == expected


def test_the_accused_are_no_verb() -> None:
    text = "Police said two main accused Bilal and Karim have been arrested."
    assert [event.event_type for event in read_whole(text, "2025-03-12").events] == ["COERCE"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The 26-year-old was shot in a car park.", ["26-year-old"]),
        ("Police freed four men. The four were arrested in May.", ["four men", "four"]),
        ("A quake that struck the coast on Friday killed at least 48 people.", []),
    ],
)
def test_people_who_are_but_counted(text: str, expected: list[str]) -> None:
    acted_on = [p.name for p in read_whole(text, "2025-03-12").event_participants if p.role == "recipient"]
    assert acted_on == expected


def test_a_protest_is_told_once() -> None:
    text = "Some 300 people marched through the town on Monday to protest against the dam."
    assert types(text) == ["PROTEST"]


@pytest.mark.parametrize("way", ["between Halden and Moss", "from Halden to Moss"])
def test_a_road_is_where_it_begins(way: str) -> None:
    facts = read_whole(f"Two men from Oslo were shot on the road {way}.", "2025-03-12")
    assert [place_of(facts, event) for event in facts.events] == ["Halden"]


def test_who_heads_a_side_attends() -> None:
    facts = read_whole(
        "President Ana Duarte met President Lea Moreau on Tuesday. The Angolan side was led by Minister Rui Pinto"
        " while the French side was headed by Minister Anne Petit.",
        "2025-03-12",
    )
    assert [p.name for p in facts.event_participants if p.role == "attendee"] == ["Rui Pinto", "Anne Petit"]


def test_an_earlier_visit_is_no_part_of_the_meeting() -> None:
    text = "President Ana Duarte met Prime Minister Lea Moreau on Tuesday. Earlier, Duarte visited the national museum."
    assert [e.engagement_id for e in read_whole(text, "2025-03-12").events] == [None, None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The governor directed that the schools be shut.", ["REQUEST"]),
        ("The governor asked that if the schools were shut who would pay.", []),
    ],
)
def test_what_somebody_directs(text: str, expected: list[str]) -> None:
    assert types(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Minister Lea Moreau arrived in Kigali on Monday for a two-day working visit with traders.", ["CONSULT"]),
        ("“Whom do you serve?” he asked the officers.", []),
        ("“Whom do you serve?” asked the officers.", []),
    ],
)
def test_working_visits_and_questions(text: str, expected: list[str]) -> None:
    assert [event.event_type for event in read_whole(text, "2025-03-12").events] == expected


def test_whom_the_court_acquitted() -> None:
    facts = read_whole("A court jailed clerk José Zamora for theft. The judges acquitted him of fraud.", "2025-03-12")
    assert [p.name for p in facts.event_participants if p.role == "recipient"] == ["José Zamora", "José Zamora"]


def test_whom_somebody_meets_in_the_afternoon_is_met_apart() -> None:
    text = (
        "President Ana Duarte welcomed President Lea Moreau on Tuesday. In the afternoon the guest met Mayor Rui Pinto."
    )
    assert [e.engagement_id for e in read_whole(text, "2025-03-12").events] == [None, None]


def test_a_partys_meeting_is_no_place() -> None:
    text = "At an African Union meeting in Nairobi on Monday, Minister Ana Duarte condemned the raid."
    facts = read_whole(text, "2025-03-12")
    assert [place_of(facts, event) for event in facts.events] == ["Nairobi"]


def test_during_is_no_noun():
    """It stood among nouns in -ing, and ``killed two gunmen during a raid`` told of no killing."""
    facts = read_whole("Soldiers killed two gunmen during a raid in the valley on Tuesday.", "2025-03-12")
    assert [e.event_type for e in facts.events][:1] == ["ASSAULT"]
    facts = read_whole("The governor said so during a meeting with Mayor Rina Costa on Tuesday.", "2025-03-12")
    assert [e.event_type for e in facts.events] == ["CONSULT"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The nurses suspended a strike on Monday after talks with the health minister.", ["RETREAT", "CONSULT"]),
        ("Guards fired at the crowd after talks with its leaders failed.", ["ASSAULT"]),
        ("The governor will meet the bishop and also call on the premier.", ["CONSULT", "CONSULT"]),
        ("During the raids, 11 accused involved in the theft were arrested.", ["COERCE"]),
        ("Both agreed on the need for a bridge.", ["AGREE"]),
        ("The director of the agency was fired on Thursday.", ["x-APPOINT"]),
        ("Soldiers fired on protesters on Thursday.", ["ASSAULT"]),
        ("The minister, chairing a meeting on floods, said that it was late.", ["CONSULT"]),
        ("The court heard a petition seeking the release of the man.", []),
    ],
)
def test_who_meets_and_what_was_done_behind_other_words(text: str, expected: list[str]) -> None:
    assert [event.event_type for event in read_whole(text, "2025-03-12").events] == expected


def test_what_is_talked_of_does_not_say_where() -> None:
    facts = read_whole("The two ministers exchanged views on the situation in Ukraine.", "2025-03-12")
    assert [event.place_ordinal for event in facts.events] == [None]


def test_who_is_held_for_it_blocked_the_road_and_not_the_police() -> None:
    facts = read_whole("Police detained three demonstrators, among them a poet, for blocking the road.", "2025-03-12")
    blocked = next(event.event_id for event in facts.events if event.event_type == "PROTEST")
    assert next(p.name for p in facts.event_participants if p.event_id == blocked) == "three demonstrators"
