"""Places told by their form: numbered parts, sites that their head opens, roads, two that a hyphen joins."""

import pytest

from tests.extract.building import found


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Lamps were put up in District 9 and Ward No. 7.", ["District 9", "Ward No. 7"]),
        ("Crews cleared drains in Zone IV and Street 12.", ["Zone IV", "Street 12"]),
        ("Recruits left Camp Zorvan Reyes Sr. at noon.", ["Camp Zorvan Reyes Sr"]),
        ("They climbed Mount Zorvan at night.", ["Mount Zorvan"]),
        ("Cameras were put up on Shahrah-e-Zorvan at night.", ["Shahrah-e-Zorvan"]),
        ("Boats lay at Tembani and Zovuni Wharf at noon.", ["Tembani", "Zovuni Wharf"]),
        ("They met in Noor Al Bilal, and Jassim Al Anwar spoke.", ["Noor Al Bilal"]),
        ("The Karachi-Lahore line was shut.", ["Karachi", "Lahore"]),
        ("The Karachi-Lahore Cultural Festival opened.", []),
        ("The Zorvan-Lahore line was shut.", []),
        ("Drums from Dhofar and Khatlon were shown.", ["Dhofar", "Khatlon"]),
    ],
)
def test_places_by_their_form(text: str, places: list[str]) -> None:
    assert found(text, "place") == places


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("Men of mining company Zorvan were found.", ["Zorvan"]),
        ("The file went to the Resident Magistrate's Court at noon.", ["Resident Magistrate's Court"]),
        ("It went to the Attorney General's Department at noon.", ["Attorney General's Department"]),
    ],
)
def test_bodies_by_their_noun_and_officer(text: str, bodies: list[str]) -> None:
    assert found(text, "organization") == bodies
