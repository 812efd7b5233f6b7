"""Periods count as calendars do, feasts fall where almanacs put them, numbers are read as spelt, rules are tried where they can begin."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.temporal.firsts import first_codes
from flows.temporal.grammar import rules
from flows.temporal.named_days import named_days, named_period, named_period_near
from flows.temporal.numbers import number
from flows.temporal.periods import PRECISION, Period, containing, day
from flows.temporal.words import runs, words

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@given(DAYS, st.sampled_from([unit for unit in PRECISION if unit != "WE"]), st.integers(-400, 400))
def test_a_period_holds_its_days_and_neighbours_touch(on: date, unit: str, count: int) -> None:
    period = containing(unit, on)
    assert period.start <= on <= period.end
    assert period.shift(1).start == period.end + timedelta(1)
    assert period.shift(count).shift(-count) == period
    assert containing(unit, period.end) == period


@pytest.mark.parametrize(
    ("unit", "value", "first", "last"),
    [
        ("D", "2025-02-01", date(2025, 2, 1), date(2025, 2, 1)),
        ("W", "2025-W05", date(2025, 1, 27), date(2025, 2, 2)),
        ("WE", "2025-W05-WE", date(2025, 2, 1), date(2025, 2, 2)),
        ("M", "2025-02", date(2025, 2, 1), date(2025, 2, 28)),
        ("Q", "2025-Q1", date(2025, 1, 1), date(2025, 3, 31)),
        ("H", "2025-H1", date(2025, 1, 1), date(2025, 6, 30)),
        ("SE", "2024-WI", date(2024, 12, 1), date(2025, 2, 28)),
        ("Y", "2025", date(2025, 1, 1), date(2025, 12, 31)),
        ("DE", "202", date(2020, 1, 1), date(2029, 12, 31)),
        ("CE", "20", date(2000, 1, 1), date(2099, 12, 31)),
    ],
)
def test_values_and_intervals(unit: str, value: str, first: date, last: date) -> None:
    period = containing(unit, date(2025, 2, 1))
    assert (period.value, period.start, period.end) == (value, first, last)


def test_what_no_calendar_has() -> None:
    assert day(2025, 2, 29) is None
    assert Period("Y", -3).value == "BC0004"
    assert not Period("Y", 10_000).is_valid()
    assert not Period("D", 10**9).is_valid()


@pytest.mark.parametrize(
    ("name", "year", "on"),
    [
        ("Easter", 2000, date(2000, 4, 23)),
        ("Easter", 2025, date(2025, 4, 20)),
        ("thanksgiving day", 1999, date(1999, 11, 25)),
        ("election day", 1998, date(1998, 11, 3)),
        ("memorial day", 2025, date(2025, 5, 26)),
        ("Christmas Eve", 2024, date(2024, 12, 24)),
    ],
)
def test_feasts(name: str, year: int, on: date) -> None:
    value = named_period(name, "US", year)
    assert value is not None
    assert value.value == on.isoformat()


def test_a_national_day_is_its_country_s() -> None:
    days = [named_period("independence day", country, 2025) for country in ("PK", "US", "IN")]
    assert [value.value for value in days if value] == ["2025-08-14", "2025-07-04", "2025-08-15"]


def test_lunar_feasts_are_computed_and_approximate() -> None:
    value = named_period_near("muharram", "PK", date(2024, 7, 3), "anchor", way=-1, is_told=False)
    assert value is not None
    assert (value.value, value.mod, value.precision) == ("FUTURE_REF", "APPROX", "month")
    assert value.first is not None
    assert abs((value.first - date(2024, 7, 8)).days) <= 2  # the moon was sighted for 8 July in Pakistan


@given(st.sampled_from(sorted(named_days())), DAYS, st.sampled_from([-1, 0, 1]), st.booleans())
def test_every_name_has_a_day_near(name: str, near: date, way: int, is_told: bool) -> None:
    value = named_period_near(name, "PK", near, "anchor", way=way, is_told=is_told)
    if value is None:  # lunar, in years that the calendar library does not know
        assert not date(1930, 1, 1) <= near <= date(2070, 1, 1)
    elif way == 0:
        start = value.period.start if value.period else value.first
        assert start is not None
        assert abs((start - near).days) <= 366


@pytest.mark.parametrize(
    ("spelt", "count"),
    [
        ("24 hours", 24), ("twenty-four hours", 24), ("2 1/2 hours", 2.5), ("half an hour", 0.5), ("three and a half hours", 3.5),
        ("a hundred and ten hours", 110), ("half a dozen hours", 6), ("two dozen hours", 24), ("1,200 hours", 1200), ("one hour", 1),
    ],
)  # fmt: skip
def test_numbers(spelt: str, count: float) -> None:
    (run,) = runs(spelt, 0, len(spelt), {})
    assert number(run[:-1]) == count


def test_first_codes_of_a_pattern() -> None:
    assert first_codes("(?:[ab]|[c]?)?(?<=[x])(?P<n1>[d]|[e][f])(?![g])") == set("abcde")


def test_every_rule_can_begin_and_every_word_is_known() -> None:
    assert all(first_codes(rule.pattern.pattern) for rule in rules())
    assert all(spelling == spelling.lower() for spelling in words())
