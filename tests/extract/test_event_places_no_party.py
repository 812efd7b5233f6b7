"""Who acts in no event, and what is none: where a body sits, what stands before ``who``, what is met with force."""

import pytest

from flows.extract.events import find_events
from tests.extract.building import parsed

MULTAN, KARACHI = {"text": "Multan", "kind": "place"}, {"text": "Karachi", "kind": "place"}


def actors(text, *mentions):
    """The names of who acts in the first event of a text."""
    events, participants = find_events(parsed(text, *mentions))
    return [p.name for p in participants if p.event_id == events[0].event_id and p.role == "actor"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A weaver from Multan, who condemned the levy, shut his shop.", ["weaver"]),
        ("A weaver in Multan who condemned the levy shut his shop.", ["weaver"]),
        ("The police, Multan arrested four men.", ["police"]),
        ("The patrol at the bridge, Multan, arrested four men.", ["patrol at the bridge"]),
        ("After the raid, Multan condemned the group.", ["Multan"]),
    ],
)
def test_where_somebody_is_acts_in_nothing(text, expected):
    assert actors(text, MULTAN) == expected


def test_two_capitals_that_a_comma_parts_both_act():
    assert actors("Multan, Karachi condemned the group.", MULTAN, KARACHI)[-1] == "Karachi"


@pytest.mark.parametrize(
    "text",
    [
        "The park will offer a rare experience to visitors.",
        "The app provides a complete solution to farmers.",
        "Hundreds of casualties were transferred to nearby medical centres.",
    ],
)
def test_what_is_given_or_moved_as_a_manner_of_speaking_is_no_event(text):
    assert not find_events(parsed(text))[0]


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Any attack will be met with full force by the guards.", []),
        ("The plan was met with anger.", []),
        ("The protests of the nurses were met with blows by the guards.", []),
        ("The nurse was conferred with Star of the Realm.", ["x-AWARD"]),
        ("The nurse was met at the airport by the mayor.", ["CONSULT"]),
        ("The nurse conferred with the mayor.", ["CONSULT"]),
    ],
)
def test_nobody_meets_what_something_is_met_or_conferred_with(text, types):
    assert [e.event_type for e in find_events(parsed(text))[0]] == types


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("The board installed more light poles and fans.", []),
        ("The board kept promoting mutual trust of the traders.", []),
        ("The chapels of the town were decorated with lights.", []),
        ("The party installed a governor.", ["x-APPOINT"]),
        ("The board promoted 12 clerks.", ["x-APPOINT"]),
        ("The duke decorated the nurse with a medal.", ["x-AWARD"]),
    ],
)
def test_poles_that_are_installed_and_trust_that_is_promoted_have_no_post(text, types):
    assert [e.event_type for e in find_events(parsed(text))[0]] == types
