"""Whom an event is done to, and who acts where only a pronoun, a guest or a far word tells."""

import pytest

from tests.extract.test_event_parties import ENVOY, MAYOR, told


def test_a_guest_beside_a_host_meets_him():
    text = "Ana Brandt and visiting Omar Rashid discussed trade."
    assert told(text, MAYOR, ENVOY) == [("CONSULT", "asserted", ["Ana Brandt", "Omar Rashid"], [])]


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Ana Brandt thanked the kingdom for the academy.", ["kingdom"]),
        ("Ana Brandt condemned the use of force against the farmers.", []),
        ("Ana Brandt blamed the raid on the rebels.", ["rebels"]),
        ("Ana Brandt told the guards to leave.", ["guards"]),
        ("Ana Brandt distributed hot meals to displaced people.", ["displaced people"]),
        ("Ana Brandt distributed hot meals to 40,000 displaced people.", ["40,000 displaced people"]),
        ("Ana Brandt used pepper spray against the guards.", ["guards"]),
        ("Ana Brandt accused her of theft.", []),
        ("Ana Brandt told a delegation of farmers that the road was safe.", ["delegation of farmers"]),
    ],
)
def test_whom_it_is_done_to(text, recipients):
    assert [found[3] for found in told(text, MAYOR)] == [recipients]


@pytest.mark.parametrize(
    "text", ["Ana Brandt told them of the raid.", "Ana Brandt told the guards that a deal was near."]
)
def test_what_is_but_told_is_not_asked(text):
    assert told(text, MAYOR) == []


def test_who_is_on_a_visit_visits():
    text = "Ana Brandt, who is on a visit to the port, praised the guards."
    assert told(text, MAYOR)[0] == ("CONSULT", "asserted", ["Ana Brandt"], [])


def test_a_pronoun_is_somebody_who_is_helped_and_nobody_who_is_offered_a_thing():
    assert [found[0] for found in told("She was rushed to hospital.")] == ["AID"]
    assert told("Ana Brandt offered them nothing.", MAYOR) == []


def test_who_acts_may_be_what_a_trigger_asks_for():
    text = "Police searched the long hall of the union near the port and questioned its head, Omar Rashid."
    assert ("ACCUSE", "asserted", ["Police"], ["Omar Rashid"]) in told(text, ENVOY)
