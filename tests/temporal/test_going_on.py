"""Where a text goes on from: late in a year, behind a night, from a month's figures, from what a comma only says again."""

from datetime import date

import pytest

from flows.temporal import Settings, tag

STORY = Settings(ordering="narrative")
NEWS = Settings(ordering="news")
TOLD = "On 3 May 1919 they met. "


def values(text: str, settings: Settings) -> list[str | None]:
    return [found.value for found in tag(text, date(2012, 2, 7), settings)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (TOLD + "Of those who had marched in June few came back.", ["1919-05-03", "1918-06"]),
        (TOLD + "In June all who had marched rested.", ["1919-05-03", "1919-06"]),
        (TOLD + "It had been planned since 1907. On 9 May they left.", ["1919-05-03", "1907", "1919-05-09"]),
        (TOLD + "It had been planned since 1907. That year a road was built.", ["1919-05-03", "1907", "1907"]),
        (TOLD + "Orlo, who had been bred there in 1880, fell ill in June.", ["1919-05-03", "1880", "1919-06"]),
        (
            TOLD + "Orlo had begun in 1880 and had risen by 1883. A day later he died.",
            ["1919-05-03", "1880", "1883", "1919-05-04"],
        ),
        (TOLD + "In the second half of that year all was quiet.", ["1919-05-03", "1919-H2"]),
        (TOLD + "Until 1931 foreign troops stayed.", ["1919-05-03", "1931"]),
        ("By mid-1911 all had arms. On 6 March they crossed.", ["1911", "1912-03-06"]),
        ("By late 1911 all had arms. In November they crossed.", ["1911", "1911-11"]),
        ("In 1911 all had arms. On 6 March they crossed.", ["1911", "1911-03-06"]),
        ("In late 1911 all had arms. That winter they crossed.", ["1911", "1911-WI"]),
        ("On the night of 14 August 1914 they rode. At dawn all fled.", ["1914-08-14TNI", "1914-08-15TMO"]),
        ("On the night of 14 August 1914 they rode. They had met at noon.", ["1914-08-14TNI", "1914-08-14T12:00"]),
        ("They met in 1428. He died less than a year after.", ["1428", "1429"]),
        (TOLD + "Today a feast is held.", ["1919-05-03", "PRESENT_REF"]),
        (TOLD + "Years later he wrote of it.", ["1919-05-03", "FUTURE_REF"]),
        (TOLD + "He stayed through autumn and winter.", ["1919-05-03", "1919-FA", "1919-WI"]),
        (
            TOLD + "In the years 1919 and 1920 he fought; in 1921 three brigades left.",
            ["1919-05-03", "1919", "1920", "1921"],
        ),
        (TOLD + "In the autumn General Orlo took command.", ["1919-05-03", "1919-FA"]),
        (
            TOLD + "On the 30th he left. That night it rained; in the small hours all fled.",
            ["1919-05-03", "1919-05-30", "1919-05-30TNI", "1919-05-31TMO"],
        ),
        (TOLD + "On the 5th, 6th and 7th it rained.", ["1919-05-03", "1919-05-05", "1919-05-06", "1919-05-07"]),
        (TOLD + "It went back to April 1919. On the 9th they left.", ["1919-05-03", "1919-04", "1919-05-09"]),
        (
            TOLD + "That very night it rained. A few hours later they left.",
            ["1919-05-03", "1919-05-03TNI", "XXXX-XX-XXTXX"],
        ),
        ("1864 saw war, as the 1812 campaign had. On the last night of the year they left.", ["1864", "1812", "1812"]),
        (TOLD + "Every 2 October wreaths are laid.", ["1919-05-03", "XXXX-10-02"]),
        ("He died in the winter of 229/228 BC. For the next eight years they fought.", ["BC0229-WI", "P8Y"]),
        (TOLD + "On the 15th of the month he left.", ["1919-05-03", "1919-05-15"]),
        (TOLD + "On the last day of the year he left.", ["1919-05-03", "1919-12-31"]),
        ("On 24 June 1920 they came. On Black Friday and the Bloody Sunday they fell.", ["1920-06-24", "1920-11-26"]),
    ],
)
def test_a_story_goes_on(text: str, expected: list[str]) -> None:
    assert values(text, STORY) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The first estimate for Q4 is due on 13 February.", ["2011-Q4", "2012-02-13"]),
        ("Sales in the prior-year period rose. The envoy leaves on Sunday.", ["2010-Q4", "2012-02-12"]),
        ("The feast falls this Sunday. They meet next Wednesday.", ["2012-02-12", "2012-02-15"]),
        ("It happened yesterday morning. Late last night a third train burned.", ["2012-02-06TMO", "2012-02-06TNI"]),
        (
            "A conference is set for March 23. They wait. The truce ends at midnight.",
            ["2012-03-23", "2012-02-07T24:00"],
        ),
        ("It fell 3 percent this summer. Two days earlier a party had agreed.", ["2012-SU", "2012-02-05"]),
        (
            "In the first three quarters of 2010 and in 2009's third quarter it lost.",
            ["P3Q", "2010", "2009", "2011-Q3"],
        ),
        ("In the year to 31 December 2011 it grew.", ["P1Y", "2011-12-31"]),
        ("The plants were idled after the March 11 earthquake.", ["2011-03-11"]),
        ("The plants will be sold after the March 11 vote.", ["2012-03-11"]),
        ("Sales fell 3 percent in September from a year ago.", ["2011-09", "2010-09"]),
        ("He came in September 1969, more than 42 years ago.", ["1969-09", "1969"]),
        ("In the quarter ended Dec. 31 it lost.", ["2011-Q4", "2011-12-31"]),
        ("In the fourth quarter it lost. In the quarter ended July 31 it won.", ["2011-Q4", "2011-Q4", "2011-07-31"]),
    ],
)
def test_news_count_from_what_is_compared(text: str, expected: list[str]) -> None:
    assert values(text, NEWS) == expected


def test_a_history_of_few_days_keeps_its_weekdays() -> None:
    told = (
        "The fire broke out on the night of 2 September 1666. On Monday the wind rose; on Tuesday the guildhall burned."
    )
    assert [found.value for found in tag(told, date(2010, 3, 1))] == ["1666-09-02TNI", "1666-09-06", "1666-09-07"]


def test_a_life_told_in_news_does_not_make_it_a_story() -> None:
    told = "A poet died on Wednesday. Born on 4 June 1925, she lived abroad from 1933 and came home in 1946."
    assert tag(told, date(2013, 5, 10))[0].value == "2013-05-08"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("He told The Daily Star and Weekly Blitz so.", []), ("They met daily. Daily prayers were held.", ["P1D", "P1D"])],
)
def test_title_of_a_paper_is_no_time(text: str, expected: list[str]) -> None:
    assert values(text, NEWS) == expected
