"""Parts of years as business news print them, and dates that the same sentence or clause settles."""

from datetime import date

import pytest

from flows.temporal import tag


def values(text: str, anchor: date) -> list[str | None]:
    return [found.value for found in tag(text, anchor)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Operating profit for the first half rose 4 percent.", ["2019-H1"]),
        ("The firm expects sales to fall in the second half.", ["2019-H2"]),
        ("Profit in the first half met its goal for the full year.", ["2019-H1", "2019"]),
        ("Fighting broke out and went on until early Wednesday.", ["2019-06-19"]),
        ("Profit of the club apart, they scored twice in the first half.", []),
        ("The economy shrank in the October-December quarter.", ["2018-Q4"]),
        ("Sales in the three months through June were 3 billion, against 4 billion a year earlier.", ["P3M", "2019-06", "2018-Q2"]),
        ("Profit in the first half fell by 3 percent from the same period of 2018.", ["2019-H1", "2018-H1"]),
        ("The fair opens on July 2 and runs through the 25th.", ["2019-07-02", "2019-07-25"]),
        ("The drills were put off until after January 18.", ["2020-01-18"]),
        ("The first case came on 30 March, and by mid-May the virus had reached the port.", ["2019-03-30", "2019-05"]),
        ("The start was planned for the 28th, he said.", ["2019-06-28"]),
        ("Rain fell overnight Monday.", ["2019-06-17TNI"]),
        ("The fair runs from Monday to Sunday.", ["2019-06-17", "2019-06-23"]),
        ("Shares bought from 3 May to Tuesday were resold.", ["2019-05-03", "2019-06-18"]),
        ("Her team trained this past weekend.", ["2019-W24-WE"]),
        ("A curfew held from Saturday until Monday.", ["2019-06-15", "2019-06-17"]),
        ("The board meets on the third Thursday of every month.", ["P1M"]),
        ("The ground shook several times a day.", ["P1D"]),
        ("A loss for the first half of 602 million was less than the profit feared.", ["2019-H1"]),
        ("She leaves on Tuesday for Laos, where talks run from the 26th to the 28th.", ["2019-06-25", "2019-06-26", "2019-06-28"]),
        ("They meet on Saturday at noon. Oil rose earlier in the day.", ["2019-06-22", "2019-06-22T12:00", "2019-06-21"]),
        ("The truce held, a man said hours after the vote.", ["PTXH"]),
        ("Shelling went on all morning, a record for a single day.", ["2019-06-21TMO", "P1D"]),
        ("There were five markets a month.", []),
    ],
)  # fmt: skip
def test_news(text: str, expected: list[str]) -> None:
    assert values(text, date(2019, 6, 21)) == expected


def test_weekdays_of_a_story_count_from_the_day_it_opens_with() -> None:
    text = (
        "On Monday, 7 July 1952, the dockers laid down tools. On Tuesday the yard closed. An inquiry opened in 1953, "
        "its papers in 1983. Today little is left of the yard, which was sold in 1967."
    )
    assert values(text, date(2015, 9, 1))[:2] == ["1952-07-07", "1952-07-08"]
