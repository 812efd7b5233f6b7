"""Second deeds, asides and insertions: what stands between a subject and its verb, and who, where and when it leaves them."""

import pytest

from flows.contract.records import Event, Facts
from tests.extract.building import place_of, read_whole


def event(facts: Facts, trigger: str) -> Event:
    """The event that a word tells of."""
    text = facts.report.text
    return next(e for e in facts.events if trigger in text[e.trigger_start : e.trigger_end])


def parties(facts: Facts, trigger: str) -> list[str | None]:
    """Who takes part in it, in order."""
    wanted = event(facts, trigger).event_id
    return [p.name or p.post for p in facts.event_participants if p.event_id == wanted]


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("The clerk was held for three days and later released.", "released", ["clerk"]),
        ("Two boys were hurt in a brawl but freed on Friday.", "freed", ["Two boys"]),
        (
            "The widows of five miners who died when a lift fell on a ledge have sued the owner.",
            "sued",
            ["widows of five miners", "owner"],
        ),
        ("The envoy met families sheltering in tents.", "met", ["envoy", "families"]),
        ("The mayor was late. Three mayors met “rebels” in the old town.", "met", ["Three mayors", "rebels"]),
        ("Each side blamed the other for the fire.", "blamed", ["Each side"]),
        ("Two farmers were named in an FIR.", "named", ["Two farmers"]),
        ("The premier announced 20 million crowns for the widows.", "announced", ["premier", "widows"]),
    ],
)
def test_parties_of_second_deeds(text: str, trigger: str, expected: list[str]) -> None:
    assert parties(read_whole(text, "2025-03-12"), trigger) == expected


@pytest.mark.parametrize(
    "text",
    [
        "“We have waited a year,” said union leader Rui Cardoso. He threatened to block the port.",
        "“We have waited a year,” union leader Rui Cardoso said on Monday. He threatened to block the port.",
        "Cranes stood still on Monday, union leader Rui Cardoso said. He threatened to block the port.",
        "Union leader Rui Cardoso, when contacted, denied it. He threatened to block the port.",
    ],
)
def test_who_spoke_last_acts_next(text: str) -> None:
    assert parties(read_whole(f"LISBON: {text}", "2025-03-12"), "threatened") == ["Rui Cardoso"]


def test_an_inserted_speaker_is_no_actor() -> None:
    facts = read_whole("The envoy was in town. Harbour Trust, he added, had opened an office in Lagos.", "2025-03-12")
    assert "envoy" not in parties(facts, "opened")


def test_what_is_said_begins_before_an_inserted_speaker() -> None:
    facts = read_whole("Mayor Ana Duarte spoke. The roads, she told reporters, were being mended.", "2025-03-12")
    said = facts.statements[-1]
    assert facts.report.text[said.content_start : said.content_end] == (
        "The roads, she told reporters, were being mended"
    )


def test_whoever_acted_under_his_post_since_goes_on_to_speak() -> None:
    facts = read_whole(
        "Minister Ali Raza met Ambassador Ivan Petrov. He said trade had grown. The ambassador thanked the"
        " farmers. The bank, he added, had opened an office.",
        "2025-03-12",
    )
    assert facts.statements[-1].speaker_name == "Ivan Petrov"


def test_a_recent_visit_places_no_meeting() -> None:
    facts = read_whole(
        "ISLAMABAD: Minister Ali Raza met Ambassador Ivan Petrov on Tuesday. They spoke of the pact signed during the"
        " minister’s recent visit to Baku. The minister thanked the ambassador.",
        "2025-03-12",
    )
    assert place_of(facts, event(facts, "met")) == "ISLAMABAD"
    assert place_of(facts, event(facts, "thanked")) == "ISLAMABAD"
    assert place_of(facts, event(facts, "visit")) == "Baku"


def test_a_deed_lies_where_its_when_clause_says() -> None:
    facts = read_whole("QUETTA: Two guards were killed when their van hit a landmine in Gwadar.", "2025-03-12")
    assert place_of(facts, event(facts, "killed")) == "Gwadar"


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("A cargo plane crashed near a farm in the north on Monday, killing its pilot.", {"x-INCIDENT"}),
        ("A drone hit a farm in the north on Monday, killing its owner.", {"ASSAULT"}),
        ("Shelling hit a market in the old town.", {"ASSAULT"}),
        ("Negotiations with the state railway over wages collapsed.", set()),
        ("The union called the walkout over pay.", {"PROTEST"}),
        ("The state offered 50 million crowns in aid.", {"AGREE"}),
        ("The new warden assumed the charge of his office.", {"x-APPOINT"}),
        ("The safety board sent two investigators to the scene.", {"ACCUSE"}),
    ],
)
def test_kinds_of_deeds(text: str, types: set[str]) -> None:
    assert {e.event_type for e in read_whole(text, "2025-03-12").events} == types


def test_what_somebody_says_in_a_paragraph_of_its_own_is_news_again() -> None:
    facts = read_whole(
        "QUETTA: Nurses marched on Tuesday.\n\nTheir leader was arrested on January 4.\n\nMayor Ana Duarte condemned the"
        " delay.",
        "2025-03-12",
    )
    assert str(event(facts, "condemned").occurred_on) == "2025-03-11"


@pytest.mark.parametrize(
    "before",
    [
        "The firm broke a promise made in 2023.",
        "The firm shut a mill which it had bought in 2023.",
        "The firm is accused of paying bribes in 2023.",
    ],
)
def test_a_time_of_what_is_told_more_of_sends_nothing_back(before: str) -> None:
    facts = read_whole(f"GHENT: Drivers rallied on Tuesday. {before} Dockers blocked the road.", "2025-03-12")
    assert str(event(facts, "blocked").occurred_on) == "2025-03-11"


def test_a_day_of_a_relative_dates_nothing_else() -> None:
    facts = read_whole(
        "GHENT: Drivers rallied on Sunday.\n\nAna Duarte praised a boy who saved two girls on Monday.", "2025-03-12"
    )
    assert str(event(facts, "praised").occurred_on) == "2025-03-09"


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Polish officers held four hours of talks in Gdansk.", "held", ["Polish officers"]),
        ("Speaking in Oslo after meeting Mayor Ana Duarte, Ivan Petrov was calm.", "meeting", ["Ivan Petrov", "Ana Duarte"]),
        ("The chairman appreciated the services of Ana Duarte.", "appreciated", ["chairman", "Ana Duarte"]),
        ("A nurse was picked up from her home.", "picked up", ["nurse"]),
        ("Two widows placed the body on the road.", "placed", ["Two widows"]),
        ("The mayor handed them a cash reward.", "handed", ["mayor"]),
    ],
)  # fmt: skip
def test_parties_behind_other_words(text: str, trigger: str, expected: list[str]) -> None:
    assert parties(read_whole(text, "2025-03-12"), trigger) == expected


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The court stopped the sale, ruling that the law was clear.", "the law was clear"),
        ("Ana Duarte insisted the sale, agreed in May, had been fair.", "the sale, agreed in May, had been fair"),
        ("Police said a clerk, identified as Raza, was hurt.", "a clerk, identified as Raza, was hurt"),
    ],
)
def test_contents_with_what_is_set_apart(text: str, content: str) -> None:
    facts = read_whole(text, "2025-03-12")
    assert [facts.report.text[s.content_start : s.content_end] for s in facts.statements] == [content]


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Ana Duarte congratulated Ivan Petrov on assuming office.", "assuming", ["Ivan Petrov"]),
        ("Clerks felicitated Ivan Petrov on being elected mayor.", "elected", ["Ivan Petrov"]),
        ("It came up at talks between Ana Duarte and Ivan Petrov, the navy said.", "talks", ["Ana Duarte", "Ivan Petrov"]),
        ("Praising the role of Ana Duarte, the nurses said under her rule, Norway thrived.", "Praising", ["nurses", "Ana Duarte"]),
        ("Ana Duarte contested the general elections.", "contested", []),
    ],
)  # fmt: skip
def test_whose_doing_it_is(text: str, trigger: str, expected: list[str]) -> None:
    facts = read_whole(text, "2025-03-12")
    assert (parties(facts, trigger) if facts.events else []) == expected


def test_who_writes_to_somebody_does_not_lend_him_his_post() -> None:
    facts = read_whole("In a message to Ali Raza, the Speaker conveyed his sympathy.", "2025-03-12")
    assert [m.post for m in facts.mentions if m.kind == "person"] == [None]


def test_an_occasion_is_no_part_of_who_speaks() -> None:
    facts = read_whole("During the meeting Ivan Petrov said that trade had grown.", "2025-03-12")
    assert [s.speaker_name for s in facts.statements] == ["Ivan Petrov"]


def test_promises_in_a_paragraph_of_their_own_are_news_again() -> None:
    facts = read_whole(
        "QUETTA: Nurses marched on Tuesday.\n\nTheir leader was arrested on January 4.\n\nMayor Ana Duarte promised to mend"
        " the road.",
        "2025-03-12",
    )
    assert str(event(facts, "promised").occurred_on) == "2025-03-11"


def test_whom_one_apologises_to_is_told() -> None:
    facts = read_whole("Ana Duarte apologised to the widows.", "2025-03-12")
    assert parties(facts, "apologised") == ["Ana Duarte", "widows"]
