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


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Between 1613 and 1615, it rained.", ["1613", "1615"]),
        ("He ruled from 1616–1618.", ["1616", "1618"]),
        ("In the years 1611 and 1612 they fought.", ["1611", "1612"]),
        ("The wars of 1848, 1849 and 1871 were short.", ["1848", "1849", "1871"]),
        ("In 1611, 1700 men fell.", ["1611"]),
        ("Between 1618 and 1500 rupees were paid.", ["1618"]),
        ("They met on 14, 15 and 16 June 1999.", ["1999-06-14", "1999-06-15", "1999-06-16"]),
        ("They met on June 14, 15, 16 and 17, 1999.", ["1999-06-14", "1999-06-15", "1999-06-16", "1999-06-17"]),
    ],
)
def test_lists_of_years_and_days(text: str, values: list[str]) -> None:
    assert [found.value for found in tag(text, None)] == values
