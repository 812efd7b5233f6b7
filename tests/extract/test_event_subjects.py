"""What a meeting was about, and who is named of a group."""

import pytest

from flows.extract.events import find_events
from tests.extract.building import parsed
from tests.extract.test_events import CHIEF, LAHORE, told

MAYOR = {"text": "Ana Brandt"}
WAQAS, BILAL, FATHER = ({"text": name} for name in ("Waqas Ahmed", "Bilal", "Gul Khan"))
LONG = "ID-cards " + "and roads " * 90 + "at length"  # more than an engagement's subject is looked for in


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        (
            "Omar Rashid met Carla Rossi on Monday. Joint training and visas came under discussion.",
            "Joint training and visas",
        ),
        ("Omar Rashid met Carla Rossi. During the meeting, road safety was discussed.", "road safety"),
        ("Omar Rashid held talks with Carla Rossi in Lahore on the rescue plan.", "the rescue plan"),
        ("Omar Rashid met Carla Rossi. He briefed her on the new centre, and said it was open.", "the new centre"),
        ("Omar Rashid met Carla Rossi. They held a meeting on Monday.", None),
        (f"Omar Rashid met Carla Rossi. They discussed {LONG}.", LONG),
        ("Omar Rashid met Carla Rossi. They discussed visas during an informal session.", "visas"),
        ("Omar Rashid met Carla Rossi. Their talks focused on trade here on Monday.", "trade"),
    ],
)
def test_what_a_meeting_was_about(text, subject):
    events, _ = find_events(parsed(text, CHIEF, {"text": "Carla Rossi"}, LAHORE if "Lahore" in text else CHIEF))
    assert events[0].subject == subject


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Police arrested Waqas Ahmed and Bilal s/o Gul Khan.", ["Waqas Ahmed", "Bilal"]),
        ("Two men, Waqas Ahmed and Bilal s/o Gul Khan, were arrested.", ["Two men", "Waqas Ahmed", "Bilal"]),
        (
            "Police arrested nine men, including Waqas Ahmed and Bilal s/o Gul Khan.",
            ["nine men", "Waqas Ahmed", "Bilal"],
        ),
        (
            "Police arrested two men identified as Waqas Ahmed and Bilal s/o Gul Khan.",
            ["two men", "Waqas Ahmed", "Bilal"],
        ),
    ],
)
def test_who_is_named_of_a_group_is_held_and_no_father_is(text, held):
    assert [recipients for _, _, recipients in told(text, WAQAS, BILAL, FATHER)] == [held]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Ana Brandt reaffirmed her full support for the farmers.", "her full support for the farmers"),
        ("Ana Brandt offered to mediate between the two unions.", "to mediate between the two unions"),
        ("Ana Brandt agreed to fully cooperate.", "to fully cooperate"),
        ("Ana Brandt agreed to a full and immediate truce.", "a full and immediate truce"),
        ("Ana Brandt agreed to open the road and stressed that it was late.", "to open the road"),
        ("Ana Brandt agreed to open the road, the statement read.", "to open the road"),
        ("Ana Brandt agreed to open the road, adding that it was late.", "to open the road"),
        ("Ana Brandt agreed to open the road, according to the radio.", "to open the road"),
        ("Ana Brandt ordered the removal of waste to the quarry.", "the removal of waste to the quarry"),
        ("Ana Brandt directed the clerks, the guards and others, to leave.", None),
        ("Ana Brandt vowed that no home would be lost, which pleased us.", "no home would be lost, which pleased us"),
    ],
)
def test_what_was_agreed_or_asked_is_told_whole(text, subject):
    events, _ = find_events(parsed(text, MAYOR))
    assert events[0].subject == subject
