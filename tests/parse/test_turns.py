"""Turns: which paragraphs after `Meanwhile`, `Separately`, `In another incident` begin another story."""

import pytest

from flows.parse.turns import is_older, turns

ROAD = (
    "Water truck hits school van in Nazimabad\n\nKARACHI: A schoolgirl died and three of her classmates were hurt when a water"
    " truck hit their van in Nazimabad on Monday morning, rescue workers said.\n\nThe driver left the truck and fled. The"
    " bodies were taken to the Civil Hospital, and Superintendent Kamran Shah said that a case had been registered.\n\n"
)
ROUND_UP = ROAD.replace("KARACHI: A schoolgirl", "KARACHI: In two separate accidents, a schoolgirl")


@pytest.mark.parametrize(
    "line",
    [
        "Separately, a shopkeeper and his son were killed in Orangi Town when robbers opened fire on them, police said.",
        "Meanwhile, police on Tuesday claimed to have arrested a woman and her brother in Clifton for kidnapping a trader.",
        "In another incident, a labourer died in Korangi after the wall of a factory collapsed on him.",
        "Meanwhile, the body of an unidentified man was recovered from a drain in Saddar.",
    ],
)
def test_turns_to_other_people(line: str) -> None:
    assert turns(line, ROAD, ROAD)


@pytest.mark.parametrize(
    "line",
    [
        "Meanwhile, Superintendent Kamran Shah said that two people were injured in the accident.",
        "Meanwhile, three injured girls were discharged from the Jinnah Hospital in Saddar.",
        "Separately, Governor Asif Tareen condemned the killing of a child in Nazimabad.",
        "Meanwhile, a spokesperson for the Transporters Union, Bilal Gul, claimed the van had hit two boys.",
    ],
)
def test_goes_on(line: str) -> None:
    assert not turns(line, ROAD, ROAD)


def test_a_round_up_goes_through_what_it_counts() -> None:
    line = "Meanwhile, a motorcyclist was killed in Korangi when a dumper ran over him."
    assert turns(line, ROAD, ROAD)
    assert not turns(line, ROUND_UP, ROUND_UP)


def test_an_incident_of_a_past_year_is_older() -> None:
    assert is_older("In a similar incident, a bus overturned near Moro in 2011.")
    assert not is_older("In a similar incident, a bus overturned near Moro on Sunday.")
    assert not is_older("Meanwhile, the cabinet approved the Harbour Dues Bill, 2024, and a school in Moro.")
    assert is_older("In a similar incident, on May 3, 2011, a bus overturned near Moro.")


def test_who_speaks_is_not_who_suffered() -> None:
    line = "Meanwhile, a shopkeeper, who did not give a name, told reporters that robbers had killed men in Korangi before."
    assert not turns(line, ROAD, ROAD)
