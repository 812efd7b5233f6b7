"""Events that share a sentence or a story with another day or town, and are not of it."""

import pytest

from tests.extract.building import place_of, read_whole

LEAD = "LAHORE: The mayor opened a school on Thursday. "
DAY = "2025-05-29"


def told(text):
    """[(type, day, place)] of a report's events, published on a Friday."""
    facts = read_whole(text, "2025-05-30")
    days = [e.occurred_on.isoformat() if e.occurred_on else None for e in facts.events]
    return [(e.event_type, day, place_of(facts, e)) for e, day in zip(facts.events, days, strict=True)]


@pytest.mark.parametrize(
    ("telling", "expected"),
    [
        # what was inquired into lies before the inquiry
        ("The navy reported on Thursday on an inquiry into the killing of six sailors.", ("ASSAULT", None)),
        # since when something has been so is not when it was done
        ("Since the drive was begun in March, guards rounded up ninety men.", ("COERCE", None)),
        ("It is a month since two traders were arrested.", ("COERCE", None)),
        # what after opens lies as long before as is told
        ("The raid came two days after gunmen killed a clerk.", ("ASSAULT", None)),
        ("The raid came a week after a clerk was robbed while gunmen killed two guards.", ("ASSAULT", None)),
        ("Stocks fell on Thursday after rebels killed a clerk.", ("ASSAULT", DAY)),
        # a holiday that is kept dates nobody’s arrest
        ("Guards arrested six clerks for celebrating Eidul Azha.", ("COERCE", DAY)),
        # an adjective is no news
        ("The council praised the wife of unlawfully detained clerk Omar Malik.", ("COERCE", None)),
        ("The council formally arrested a clerk on Thursday.", ("COERCE", DAY)),
        # nor is how often something befalls people
        ("The mayor set up a team on Thursday to study the rise in traffic accidents.", ("x-INCIDENT", None)),
        ("The council at a previous hearing rejected the plan.", ("REJECT", None)),
        ("A lawyer said the board’s May 4 decision had been challenged in court.", ("REJECT", None)),
        ("Voicing grief over ninety deaths during last month, the mayor has urged drivers to wait.", ("REQUEST", None)),
        ("Training for newly recruited clerks in Multan continues on Sunday.", ("x-APPOINT", None)),
        ("The mayor on Thursday opened a fair, lasting from May 29 to June 2, and vowed to help.", ("AGREE", DAY)),
        ("A drive will be launched after Eidul Azha.", ("x-INAUGURATE", None)),
        ("The board was formed by the council to help drivers.", ("x-INAUGURATE", None)),
        ("A board was formed by the council to help drivers.", ("x-INAUGURATE", DAY)),
        ("The clerks who rejected the fees did not note the letters sent on May 27.", ("REJECT", None)),
    ],
)
def test_a_day_that_is_of_something_else(telling, expected):
    assert told(LEAD + telling)[-1][:2] == expected


@pytest.mark.parametrize(
    ("telling", "place"),
    [
        ("Guards rounded up ninety men and shifted them to a camp near Multan.", None),
        ("A nurse, a widow born in Multan, was arrested.", None),
        ("In Multan, a march was taken out on Thursday. Its leaders rejected the fees.", "Multan"),
        ("In Multan, a march was taken out on Thursday. Meanwhile, the council rejected the fees.", "LAHORE"),
        ("In Multan, a march was taken out on Thursday. The mayor of Lahore rejected the fees.", "LAHORE"),
        ("In Multan alone, nine parks were let. The council rejected the fees.", "LAHORE"),
        ("In Multan, clinics were built, and a mill was launched with loans.", "Multan"),
        ("The town was seized by the army in the 1967 Middle East war.", None),
        ("In Pakistan, parks are few. The council rejected the fees.", "LAHORE"),
    ],
)
def test_a_place_that_is_of_something_else(telling, place):
    assert told(LEAD + telling)[-1][2] == place


def test_of_several_datelines_the_first_is_where_the_lead_was():
    text = "LAHORE / ISLAMABAD: The board urged drivers to wait. The sky was dark. It rejected the fees."
    assert [place for _, _, place in told(text)] == ["LAHORE", None]


def test_another_raid_lies_not_where_the_one_before_lay():
    text = "LAHORE: Guards seized opium in Multan on Thursday. In the second raid, they seized two vans."
    assert told(text)[-1][2] is None


def test_talks_of_two_others_are_other_talks():
    text = (
        "LAHORE: After Abbas Khan and Omar Malik met last month, trade grew."
        " It had grown after talks between Omar Malik and Nadia Shah in Vienna."
    )
    assert [place for kind, _, place in told(text) if kind == "CONSULT"] == [None, "Vienna"]


def test_who_was_killed_on_a_day_was_killed_then_however_late_that_is_told():
    text = (
        "LAHORE: Two men were arrested on Thursday. The trader, Omar Malik, was killed by gunmen on May 17."
        " The two left a car. After a guard came, the clerks killed Malik, the police said."
    )
    assert [day for kind, day, _ in told(text) if kind == "ASSAULT"] == ["2025-05-17", "2025-05-17"]


def test_strikes_that_something_followed_are_not_of_the_storys_day():
    text = (
        "LAHORE: The minister has said the war was short. The minister said the army had no choice following raids on May 27."
        " The mayor rejected the fees."
    )
    assert told(text)[-1][:2] == ("REJECT", None)


def test_who_met_on_a_day_of_a_visit_met_there():
    text = (
        "LAHORE: The mayor is on a visit to Oman. On the first day of his visit on Thursday, the mayor met the traders."
    )
    assert told(text)[-1][1:] == (DAY, "Oman")


def test_whose_visit_is_spoken_of_is_not_at_the_meeting():
    """``thanked for arrangements made for the visit of A``: A had no part in the talks at which that was said."""
    text = "LAHORE: Minister Omar Malik met Ambassador Ana Brandt. He thanked the board for the visit of Governor Bilal Tariq."
    facts = read_whole(text, "2025-05-30")
    meeting = next(e for e in facts.events if e.event_mode != "visit" and e.event_type == "CONSULT")
    assert {p.name for p in facts.event_participants if p.event_id == meeting.event_id} == {"Omar Malik", "Ana Brandt"}
