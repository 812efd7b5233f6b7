"""Days that deeds take from what stands beside them, and days of mourning and condemning that are not theirs."""

import pytest

from tests.extract.test_event_days import told


@pytest.mark.parametrize(
    "text",
    [
        "The governor on Thursday condemned the attack on a convoy near the dam, killing four drivers.",
        "The governor on Thursday expressed deep sorrow at the loss of lives in a road accident near the dam.",
        "The governor on Thursday offered condolences on the martyrdom of four guards in a blast near the dam.",
        "The governor on Thursday condoled over the losses of life due to the earthquake in the hills.",
        "The governor on Thursday prayed for the early recovery of those injured in the blast near the dam.",
    ],
)
def test_a_deed_is_not_of_the_day_on_which_it_is_mourned(text: str) -> None:
    assert [day for kind, _, day in told(f"LAHORE: {text}") if kind in ("ASSAULT", "x-INCIDENT")] == [None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The governor on Thursday condemned Tuesday's attack on a convoy, killing four drivers.",
            ("ASSAULT", "asserted", "2025-05-27"),
        ),
        (
            "The envoy called the governor to convey condolences on the loss of lives in the blast in Multan on Tuesday.",
            ("x-INCIDENT", "asserted", "2025-05-27"),
        ),
        (
            "A bus fell from a bridge on Tuesday. The governor said on Thursday he was sad. Nine tankers were set on fire by a mob"
            " in Multan on Wednesday night near the dam.",
            ("ASSAULT", "asserted", "2025-05-28"),
        ),
        (
            "The unrest began in the port, where men set fire to sheds, beat a guard and stabbed two clerks on Saturday.",
            ("ASSAULT", "asserted", "2025-05-24"),
        ),
        (
            "The march comes after a guard was shot dead on Tuesday while six others were beaten.",
            ("ASSAULT", "asserted", "2025-05-27"),
        ),
        (
            "A clerk was shot dead in Multan on Tuesday. Police said it was in a lane near the dam, where Ali Raza was gunned down"
            " by two men.",
            ("ASSAULT", "asserted", "2025-05-27"),
        ),
    ],
)
def test_a_deed_has_the_day_beside_it(text: str, expected: tuple[str, str, str]) -> None:
    strikes = [event for event in told(f"LAHORE: {text}") if event[0] in ("ASSAULT", "x-INCIDENT")]
    assert expected in strikes and None not in [day for _, _, day in strikes]


def test_an_attack_told_of_without_a_day_is_of_that_of_the_one_before() -> None:
    text = "LAHORE: The dam was closed on Thursday. Last week, gunmen attacked a guard post. Nine guards were injured in the attack."
    assert told(text)[-1] == ("ASSAULT", "asserted", "2025-05-19")


def test_another_attack_is_not() -> None:
    text = "LAHORE: The dam was closed on Thursday. Last week, gunmen attacked a post. Nine men were injured in a similar attack."
    assert told(text)[-1] == ("ASSAULT", "asserted", None)


def test_what_officials_were_saying_has_the_day_of_their_sentence() -> None:
    text = "LAHORE: On January 30, 2023, a blast shook Multan, with doctors saying that at least 59 people were shot."
    assert ("ASSAULT", "historical", "2023-01-30") in told(text)


def test_a_deed_with_the_day_of_the_news_is_no_history_for_what_was_told_before_it() -> None:
    text = (
        "LAHORE: A blast killed a guard on Thursday. Raids have grown since the truce ended in November 2022."
        " Sergeant Ali Raza said that seven guards were shot in the blast, which took place around noon on Thursday."
    )
    assert told(text)[-1] == ("ASSAULT", "asserted", "2025-05-29")
