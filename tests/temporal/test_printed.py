"""Printed dates: every form of datelines, stamps and trailers, over 1900–2100."""

from datetime import date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.temporal.printed import infer_year, local_day, parse_date

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


def ordinal(day: int) -> str:
    return f"{day}{'th' if 10 < day < 14 else {1: 'st', 2: 'nd', 3: 'rd'}.get(day % 10, 'th')}"


FORMS = {
    "7th Sep, 2025": lambda d: f"{ordinal(d.day)} {d:%b}, {d.year}",
    "7 September 2025": lambda d: f"{d.day} {d:%B} {d.year}",
    "7th of September 2025": lambda d: f"{ordinal(d.day)} of {d:%B} {d.year}",
    "07-Sep-2025": lambda d: f"{d:%d-%b}-{d.year}",
    "September 7th, 2025": lambda d: f"{d:%B} {ordinal(d.day)}, {d.year}",
    "Sep 07, 2025": lambda d: f"{d:%b %d}, {d.year}",
    "SEPTEMBER 7 2025": lambda d: f"{d:%B} {d.day} {d.year}".upper(),
    "Sunday, September 7, 2025": lambda d: f"{d:%A, %B} {d.day}, {d.year}",
    "2025-09-07": lambda d: d.isoformat(),
    "2025/9/7": lambda d: f"{d.year}/{d.month}/{d.day}",
    "07-09-2025": lambda d: f"{d:%d-%m}-{d.year}",
    "7.9.2025": lambda d: f"{d.day}.{d.month}.{d.year}",
}


@pytest.mark.parametrize("form", FORMS)
@given(day=DAYS)
def test_every_form_gives_its_day_back(form: str, day: date) -> None:
    read = parse_date(f"Updated: {FORMS[form](day)} | 10:48 PM")
    assert read is not None
    assert (read.on, read.precision, read.at) == (day, "day", time(22, 48))
    assert not read.year_is_inferred


@given(day=DAYS)
def test_month_first_order(day: date) -> None:
    read = parse_date(f"{day:%m/%d}/{day.year}", order="MDY")
    assert read is not None
    assert read.on == day


@given(published=DAYS, back=st.integers(-150, 150))
def test_year_is_inferred_across_new_year(published: date, back: int) -> None:
    day = published + timedelta(days=back)
    read = parse_date(f"LAHORE, {day:%b} {day.day} (APP):", published=published)
    assert read is not None
    assert (read.on, read.year_is_inferred) == (day, True)


@given(st.text())
def test_nothing_raises(text: str) -> None:
    parse_date(text, published=date(2024, 2, 29))


@pytest.mark.parametrize(
    ("text", "on", "at"),
    [
        ("09-03-2021 17:05 IST", date(2021, 3, 9), time(17, 5, tzinfo=timezone(timedelta(hours=5.5)))),
        ("04/22/2023 3:11:09 PM", date(2023, 4, 22), time(15, 11, 9)),
        ("18 Aug, 2024 06:19am", date(2024, 8, 18), time(6, 19)),
        ("2 minutes ago Mon 26th August 2019 | 10:48 PM", date(2019, 8, 26), time(22, 48)),
        ("2021-11-22T19:25:43+05:00", date(2021, 11, 22), time(19, 25, 43, tzinfo=timezone(timedelta(hours=5)))),
        ("04-11-21 08:15", date(2021, 11, 4), time(8, 15)),
    ],
)
def test_stamps(text: str, on: date, at: time) -> None:
    read = parse_date(text)
    assert read is not None
    assert (read.on, read.at) == (on, at)


def test_numeric_order_is_told() -> None:
    both, only = parse_date("09-03-2021"), parse_date("04/22/2023")
    assert both is not None
    assert only is not None
    assert (both.order, both.is_ambiguous) == ("DMY", True)
    assert (only.order, only.is_ambiguous) == ("MDY", False)


def test_weekday_that_contradicts() -> None:
    right, wrong = parse_date("Sunday 8 June 2025"), parse_date("Monday 8 June 2025")
    assert right is not None
    assert wrong is not None
    assert (right.contradicts_weekday, wrong.contradicts_weekday) == (False, True)


def test_month_alone() -> None:
    read = parse_date("Updated May 2025")
    assert read is not None
    assert (read.on, read.precision) == (date(2025, 5, 1), "month")


@pytest.mark.parametrize("text", ["", "no date here", "13/25/2020", "30 February 2021", "Sep 7", "0300-1234567"])
def test_not_understood_is_none(text: str) -> None:
    assert parse_date(text) is None


def test_leap_day_without_a_leap_year_near() -> None:
    assert infer_year(2, 29, date(2022, 3, 1)) is None


def test_local_day_turns_at_nineteen_utc() -> None:
    assert local_day(datetime(2025, 6, 1, 18, 59), "Asia/Karachi") == date(2025, 6, 1)
    assert local_day(datetime(2025, 6, 1, 19, 0), "Asia/Karachi") == date(2025, 6, 2)
