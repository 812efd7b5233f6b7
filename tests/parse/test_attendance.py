"""Attendance: which sentences list people who were there."""

import pytest

from flows.parse.attendance import attendance, triggers, with_lists
from flows.parse.segments import Segment


def _kinds(sentence: str) -> list[str | None]:
    return [part.kind for part in attendance(sentence, Segment(0, len(sentence)), triggers(sentence))]


@pytest.mark.parametrize(
    "sentence",
    [
        "Provincial Assembly member Gulzar Baloch also accompanied the minister.",
        "The delegation accompanying the governor includes Finance Secretary Umar Tareen and senior officials.",
        "The group members included Sara Malik of the city council and Jamil Raza of the chamber.",
        "Senator Hamid Gul and Mayor Rashid Khan were included in the party’s delegation.",
        "City police chief Karim Shah and other officers attended his last rites.",
        "Commissioner Rafiq Mir, Mayor Sana Ali and the bishop attended.",
        "He was joined by Ambassador Tariq Mir and Consul General Sana Ali.",
    ],
)
def test_lists_who_was_there(sentence: str) -> None:
    assert _kinds(sentence) == ["attendance"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The family of Gulzar Baloch and two guests were present in the house when the roof fell.",
        "He said the present government was working for the farmers of Sindh.",
        "Officials told other participants that Karachi had the highest salaries.",
        "The bulletin counted 170 members in attendance, the record of Speaker Rashid Khan one more.",
    ],
)
def test_lists_nobody(sentence: str) -> None:
    assert "attendance" not in _kinds(sentence)


def test_a_list_below_its_announcement_is_attendance_up_to_the_next_paragraph() -> None:
    lines = ["Those present were:", "1. Colonel Rafiq Mir", "2. Sana Ali, treasurer", "The road opened in May."]
    text = "\n".join(lines)
    starts = [text.index(line) for line in lines]
    paragraphs = [Segment(at, at + len(line), "body") for at, line in zip(starts, lines, strict=True)]
    parts = [part for p in paragraphs for part in attendance(text, p, triggers(text))]
    assert [part.kind for part in with_lists(text, parts)] == ["attendance", "attendance", "attendance", "body"]
