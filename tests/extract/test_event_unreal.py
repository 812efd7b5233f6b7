"""What is only wished, ruled out, warned of or promised, and has no day of its own."""

import pytest

from tests.extract.test_event_days import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor said an attack on Multan would not be tolerated.", ("ASSAULT", "hypothetical", None)),
        ("A judge blocked the clerk’s deportation on Thursday.", ("COERCE", "hypothetical", None)),
        ("A judge saw the clerk’s deportation on Thursday.", ("COERCE", "asserted", "2025-05-29")),
        ("Guards want to reduce road accidents, an officer said on Thursday.", ("x-INCIDENT", "hypothetical", None)),
        ("The board advised owners on Thursday to ask before signing a contract.", ("AGREE", "hypothetical", None)),
        (
            "The mayor said on Thursday that blaming the owners was pointless.",
            ("ACCUSE", "hypothetical", None),
        ),
        (
            "The mayor on Thursday called for joining hands with the owners.",
            ("COOPERATE", "hypothetical", None),
        ),
        ("The mayor on Thursday warned drivers against attacking clerks.", ("ASSAULT", "hypothetical", None)),
        ("The king was open to signing a deal, the envoy said on Thursday.", ("AGREE", "hypothetical", None)),
        (
            "The siege is meant to press rebels into releasing captives, he said on Thursday.",
            ("RETREAT", "hypothetical", None),
        ),
        (
            "The mayor on Thursday assured them of mending roads, keeping peace and assisting flood victims.",
            ("AID", "future", None),
        ),
        ("The mayor on Thursday said that the board is set to launch a hotline.", ("x-INAUGURATE", "future", None)),
        (
            "The envoy said on Thursday that talks between Oman and Chad will be held on Saturday.",
            ("CONSULT", "future", "2025-05-31"),
        ),
        (
            "The envoy said on Thursday that talks between Oman and Chad were held.",
            ("CONSULT", "asserted", "2025-05-29"),
        ),
        ("He recalled participating in the protests against the king.", ("PROTEST", "historical", None)),
    ],
)
def test_what_is_told_as_no_fact_has_no_day(text: str, expected: tuple[str, str, str | None]) -> None:
    assert expected in told(f"LAHORE: {text}")


def test_accidents_that_happen_at_all_times_are_not_the_one_told_of() -> None:
    text = (
        "LAHORE: A van overturned in Multan on Thursday. Fatal road accidents on highways occur often, an officer said."
    )
    assert told(text) == [("x-INCIDENT", "asserted", "2025-05-29"), ("x-INCIDENT", "hypothetical", None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A man arrested in Chad over theft was freed on Thursday.", ("COERCE", None)),
        ("A man was arrested in Chad over theft on Thursday.", ("COERCE", "2025-05-29")),
        ("The minister on Thursday lauded the board for the funds it has provided to farmers.", ("AID", None)),
        ("They read letters sent on May 2 to the firms, urging the court to void them.", ("REQUEST", None)),
        ("The May 22 attack in Multan killed two clerks.", ("ASSAULT", "2025-05-22")),
        (
            "Late last month, nine clerks were arrested during a drive that ended in Multan on April 27.",
            ("COERCE", "2025-04-01"),
        ),
        ("The king lifted sanctions, after the queen this month pledged to do so.", ("CONCEDE", None)),
    ],
)
def test_a_time_of_another_verb_dates_no_event(text: str, expected: tuple[str, str | None]) -> None:
    assert expected in [(kind, day) for kind, _, day in told(f"LAHORE: {text}")]


@pytest.mark.parametrize(
    "opening",
    [
        "Roads will be shut for works that are set to start on Thursday.",
        "A fair from 2 to 28 May was seen by many.",
        "A fair was open from 28 May.",
    ],
)
def test_a_day_of_a_plan_or_of_a_range_is_not_that_of_the_news(opening: str) -> None:
    assert told(f"LAHORE: {opening} The mayor urged people to come.")[-1] == ("REQUEST", "asserted", None)


def test_what_led_to_an_arrest_is_not_of_the_day_on_which_that_is_told() -> None:
    text = "LAHORE: Guards detained two clerks, an officer said on Thursday. The king said the accident was a disgrace."
    assert told(text)[-1] == ("x-INCIDENT", "asserted", None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Men who robbed a bank last month used guns left behind when the king withdrew from Oman, he said.",
            ("RETREAT", None),
        ),
        ("Oman on May 23 suspended the treaty — an agreement that was brokered by the World Bank.", ("CONSULT", None)),
        (
            "According to a statement issued by the board on Thursday, nine envoys visited Multan last year.",
            ("CONSULT", "2024-01-01"),
        ),
        ("Last April, guards arrested nine clerks over songs on Eid days.", ("COERCE", "2025-04-01")),
        (
            "A clerk died on Tuesday night after being hit by a car in Multan, guards said on Thursday.",
            ("x-INCIDENT", "2025-05-27"),
        ),
        ("Oman on Thursday condemned a bomb blast at a market in Multan on Tuesday.", ("ASSAULT", "2025-05-27")),
        ("The mayor met the clerks on Thursday. He recalled his visit to Oman.", ("CONSULT", None)),
        ("The mayor met the clerks on Thursday. The envoy recalled how Oman donated tents to Chad.", ("AID", None)),
        ("The singer was arrested on Thursday. In a recent show, she launched a hotline.", ("x-INAUGURATE", None)),
        (
            "The mayor met clerks on Thursday. Flash floods in recent years hurt towns as hotels were washed away in the Swat River.",
            ("x-INCIDENT", None),
        ),
    ],
)
def test_what_lies_behind_the_news_is_not_of_its_day(text: str, expected: tuple[str, str | None]) -> None:
    assert expected in [(kind, day) for kind, _, day in told(f"LAHORE: {text}")]


def test_what_came_of_a_meeting_is_not_of_the_one_of_another_month_that_is_recalled() -> None:
    text = "Prime Minister Omar Khan met President Idris Bello on Thursday. They had met in March 2024 in Oman."
    assert told(f"LAHORE: {text} The prime minister briefed President Bello on the floods.")[-1][2] == "2025-05-29"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor met clerks on Thursday. Has Oman agreed to talks with Chad?", ("AGREE", "hypothetical", None)),
        ("The mayor on Thursday, taking note of the collapse of a bridge, left.", ("x-INCIDENT", "asserted", None)),
        (
            "Clerks staged a protest on Thursday. Minister Omar Khan said innocent civilians were killed in drone strikes.",
            ("ASSAULT", "asserted", None),
        ),
        ("The board cited the spy on Thursday — an officer convicted of theft.", ("SANCTION", "asserted", None)),
        ("The mayor is expecting a visit of the queen by the end of May.", ("CONSULT", "future", "2025-05-01")),
        ("The mayor on Thursday proposed that the board set up a camp.", ("x-INAUGURATE", "hypothetical", None)),
        ("The board disbursed Rs 3 million, a rise of 8 per cent over the previous year.", ("AID", "asserted", None)),
    ],
)
def test_questions_proposals_and_comparisons_have_no_day(text: str, expected: tuple[str, str, str | None]) -> None:
    assert expected in told(f"LAHORE: {text}")


def test_what_a_sentence_opens_with_referring_to_dates_no_praise() -> None:
    text = "LAHORE: The mayor spoke on Thursday. Commenting on the launch of a ship on Tuesday, he lauded the clerks."
    assert told(text)[-1] == ("SUPPORT", "asserted", None)


def test_a_nomination_of_another_year_is_another_one() -> None:
    text = "LAHORE: A party has nominated Omar Khan for the prize. Omar Khan was nominated in 2019 for his work."
    assert [day for _, _, day in told(text)] == [None, "2019-01-01"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The mayor on Thursday decried it, even after he was proven corrupt and convicted.",
            ("SANCTION", "asserted", None),
        ),
        ("With schools due to open in June, the board has directed owners to pay.", ("REQUEST", "asserted", None)),
        ("The board said on Thursday that more clerks were being recruited.", ("x-APPOINT", "asserted", None)),
    ],
)
def test_what_stands_beside_a_day_is_not_of_it(text: str, expected: tuple[str, str, str | None]) -> None:
    assert expected in told(f"LAHORE: {text}")
