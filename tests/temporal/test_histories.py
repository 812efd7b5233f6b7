"""Texts about the past: their dates count from one another, and a range prints its year once."""

from datetime import date

import pytest

from flows.temporal import Settings, tag

STORY = Settings(ordering="narrative")


def values(text: str) -> list[str | None]:
    return [found.value for found in tag(text, date(2025, 11, 20), STORY)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It lasted from April to June 1967.", ["1967-04", "1967-06"]),
        ("It lasted from November to February 1917.", ["1916-11", "1917-02"]),
        ("It lasted through April and May of 1918.", ["1918-04", "1918-05"]),
        ("On 1 September 1939 they came. Two weeks passed. On the 17th, others came.", ["1939-09-01", "P2W", "1939-09-17"]),
        ("On 3 May 1919 they met. The 18th century palace stood. On 9 June they left.", ["1919-05-03", "17", "1919-06-09"]),
        ("On 3 May 1919 they met. Rain fell overnight.", ["1919-05-03", "1919-05-03TNI"]),
        ("On 3 May 1919 they met. By June all was calm. The same day snow fell.", ["1919-05-03", "1919-06", "1919-05-03"]),
        ("The Seven Years' War ended in 1763.", ["1763"]),
    ],
)  # fmt: skip
def test_a_story_is_read_in_its_own_time(text, expected):
    assert values(text) == expected
