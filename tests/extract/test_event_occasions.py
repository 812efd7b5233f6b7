"""Meetings that the news tell aside: of the news' day where it comes from them, of none where it only refers to them."""

import pytest

from tests.extract.test_event_days import told

_SAID = "LAHORE: The governor said on Tuesday that the canal would be dug."


@pytest.mark.parametrize(
    "text",
    [
        "He was talking to the envoy of Norway, Lars Berg, who called on him here.",
        "“The canal will pay for itself,” he said while talking to the envoy of Norway, Lars Berg, who called on him.",
        "Addressing a seminar organised by the Canal Board, he promised more.",
        "The session, attended by the mayors of six towns, looked at the costs.",
        "The board, which met at the Canal House with Lars Berg in the chair, agreed.",
        "Talking to the media after chairing a meeting of the board, he promised more.",
        "The papers were signed after the governor and Lars Berg held talks.",
    ],
)
def test_a_meeting_told_aside_is_of_the_day_of_the_news(text: str) -> None:
    assert ("CONSULT", "asserted", "2025-05-27") in told(f"{_SAID} {text}")


@pytest.mark.parametrize(
    "text",
    [
        "Senator Lars Berg, who recently met the king, agreed.",
        "The last session, chaired by Lars Berg, was short.",
        "Work stopped after the king met rebels.",
        "Lars Berg, who visited Oslo, agreed.",
        "Nobody would attend a seminar on dams and a workshop hosted by Lars Berg.",
    ],
)
def test_a_meeting_that_is_but_referred_to_has_no_day(text: str) -> None:
    assert [day for kind, _, day in told(f"{_SAID} {text}") if kind == "CONSULT"] in ([], [None])


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The audit was of the year 2019. The meeting was held here under Lars Berg.", "2025-05-27"),
        ("Floods had drowned the town in 2022. During the ceremony, Lars Berg briefed the governor.", "2025-05-27"),
        ("The king met the clans in 2022. The meeting was attended by Lars Berg.", None),
    ],
)
def test_a_gathering_of_the_news_is_no_history(text: str, day: str | None) -> None:
    assert told(f"{_SAID} {text}")[-1][::2] == ("CONSULT", day)
