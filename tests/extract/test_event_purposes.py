"""What people rally for, what is to be done, and what is done by nobody named."""

import pytest

from flows.extract.events import find_events
from tests.extract.building import parsed


def told(text: str) -> list[tuple[str, str]]:
    """Type and realis of the events of a text."""
    return [(event.event_type, event.realis) for event in find_events(parsed(text))[0]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The nurses marched to the ministry to demand more pay.", [("PROTEST", "asserted"), ("REQUEST", "asserted")]),
        ("The nurses will march to the ministry to demand more pay.", [("PROTEST", "future"), ("REQUEST", "future")]),
        ("The nurses hired a lawyer to demand more pay.", []),
        ("The nurses did not march to demand more pay.", [("PROTEST", "negated")]),
    ],
)
def test_what_people_rally_for_is_demanded(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The two ministers are to sign a protocol in June.", [("AGREE", "future")]),
        ("The aim is to train officers.", []),
        ("The assembly voted to censure the minister.", [("ACCUSE", "asserted")]),
        ("The two ministers discussed progress on signing a protocol.", [("AGREE", "hypothetical")]),
    ],
)
def test_who_is_to_do_a_thing_plans_it(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two pistols were seized from the house.", [("COERCE", "asserted")]),
        ("The petition was rejected in May.", [("REJECT", "asserted")]),
        ("The bakers were urged to close early.", [("REQUEST", "asserted")]),
        ("The app will be banned next year.", [("COERCE", "future")]),
        ("The lawyer took home the goods seized there.", []),
    ],
)
def test_a_full_passive_tells_enough_without_who_acts(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


def test_days_of_what_is_alleged_are_not_the_day_of_the_claim() -> None:
    told_of = find_events(
        parsed("The mayor alleged that a meeting was held in March.", times=(("March", "2025-03-01"),))
    )[0]
    assert [(e.event_type, e.occurred_on) for e in told_of if e.event_type == "ACCUSE"] == [("ACCUSE", None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The council called for the arrest of the smuggler.", [("REQUEST", "asserted"), ("COERCE", "hypothetical")]),
        # PLOVER's REJECT holds a refusal to meet, whoever refused
        ("The visit of the minister to Lahore was postponed.", [("CONSULT", "negated"), ("REJECT", "asserted")]),
        (
            "The visit of the minister to Lahore has been called off.",
            [("CONSULT", "negated"), ("REJECT", "asserted")],
        ),
        ("The visit of the minister to Lahore ended well.", [("CONSULT", "asserted")]),
    ],
)
def test_what_is_called_for_or_off_has_not_happened(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The guards claimed to have arrested a smuggler.", [("COERCE", "asserted")]),
        ("The guards hoped to have arrested a smuggler.", []),
        ("The mayor phoned the coach to congratulate him.", [("CONSULT", "asserted"), ("SUPPORT", "asserted")]),
        ("The mayor hired a coach to congratulate him.", []),
    ],
)
def test_what_one_claims_to_have_done_and_why_one_calls_are_told(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


def test_a_participle_behind_an_ing_form_only_says_which() -> None:
    assert told("The mayor spoke after listing arrested traders.") == []


def test_a_day_may_stand_between_a_vote_and_what_was_voted_for() -> None:
    sunday = (("Sunday", "2025-09-07"),)
    voted = parsed("The assembly voted on Sunday to censure the minister.", times=sunday)
    assert [(e.event_type, str(e.occurred_on)) for e in find_events(voted)[0]] == [("ACCUSE", "2025-09-07")]
    decided = parsed("The assembly decided on Sunday to censure the minister.", times=sunday)
    assert [(e.realis, e.occurred_on) for e in find_events(decided)[0]] == [("future", None)]
