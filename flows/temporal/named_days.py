"""Holidays, feasts and national days (``named_days.csv``): the year is the printed one or the occurrence that context means."""

from collections.abc import Mapping
from datetime import MAXYEAR, MINYEAR, date, timedelta
from functools import cache
from typing import Final

from hijridate import Gregorian, Hijri

from flows.temporal.periods import containing, day
from flows.temporal.readings import Value, of_period
from flows.temporal.timex import Anchor
from flows.temporal.words import table

_NEAR: Final = 62  # days: a feast that near is meant, whichever way the clause points
_A_YEAR: Final = 366  # days: none is further away, unless the calendar library does not know the years between
_LUNAR_YEARS: Final = (1924, 2077)  # the years that the calendar library knows


@cache
def named_days() -> Mapping[str, tuple[tuple[str, str], ...]]:
    """For each lower-case name its (country, when) pairs, as the table has them."""
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for row in table("named_days"):
        for name in row["names"].split("/"):
            found[name] = (*found.get(name, ()), (row["country"], row["when"]))
    return found


def named_period(name: str, country: str, year: int) -> Value | None:
    """The day or lunar month that a name means in a year."""
    rules = _rules(name, country)
    spans = [span for when in rules for span in _spans(when, year)]
    if len(rules) != 1 or not spans:  # Eid of a year would be either of two
        return None
    return _lunar(spans[0], str(year)) if _is_lunar(rules) else of_period(containing("D", spans[0][0]))


def named_period_near(name: str, country: str, near: date, anchor: Anchor, *, way: int, is_told: bool) -> Value | None:
    """The day or lunar month that a name means: the last one (``way`` -1), the coming one (1), the nearest (0).

    ``is_told``: the way was printed (last Eid), not taken from the clause's verb; then a nearer one on the other side is not meant.
    """
    rules = _rules(name, country)
    around = (span for when in rules for shift in (-1, 0, 1) for span in _spans(when, near.year + shift))
    spans = [span for span in around if abs((span[0] - near).days) <= _A_YEAR]
    span = _chosen(spans, near, way, is_told)
    if span is None:
        return None
    if not _is_lunar(rules):
        return of_period(containing("D", span[0]), anchor)
    tense = "PRESENT_REF" if span[0] <= near <= span[1] else "FUTURE_REF" if near < span[0] else "PAST_REF"
    return _lunar(span, tense, anchor)


def _lunar(span: tuple[date, date], value: str, anchor: Anchor = "none") -> Value:
    """The day is known only once the moon was sighted: the value says past, present, future or the year, the interval what is computed."""
    first, last = span
    precision = "day" if first == last else "month"
    recalled = containing("D" if first == last else "M", first)
    return Value(
        type="DATE",
        value=value,
        first=first,
        last=last,
        precision=precision,
        mod="APPROX",
        anchor=anchor,
        recalled=recalled,
    )


def _rules(name: str, country: str) -> list[str]:
    """When a name's day is: as the country has it, else as everywhere, else as the first country of the table has it."""
    known = named_days().get(name.lower(), ())
    here = [when for place, when in known if place == country]
    return here or [when for place, when in known if not place] or [when for _, when in known[:1]]


def _is_lunar(rules: list[str]) -> bool:
    return all(when.startswith("hijri") for when in rules)


def _chosen(spans: list[tuple[date, date]], near: date, way: int, is_told: bool) -> tuple[date, date] | None:
    """The span that holds the day, else a near one, else the nearest on the side that ``way`` says."""
    held = [span for span in spans if span[0] <= near <= span[1] and not is_told]
    close = [span for span in spans if abs((span[0] - near).days) <= _NEAR and not is_told]
    sided = [span for span in spans if (span[0] - near).days * way >= 0]
    return min(held or close or sided or spans, key=lambda span: abs((span[0] - near).days), default=None)


def _spans(when: str, year: int) -> list[tuple[date, date]]:
    """The (first day, last day) pairs of a rule that begin in a year."""
    if when.startswith("hijri "):
        return _lunar_spans(when.removeprefix("hijri "), year)
    found = _solar(when, year) if MINYEAR < year < MAXYEAR else None
    return [(found, found)] if found else []


def _solar(when: str, year: int) -> date | None:
    if not MINYEAR <= year <= MAXYEAR:  # the year before AD 1
        return None
    if when.startswith("easter"):
        return _easter(year) + timedelta(int(when.removeprefix("easter")))
    if when.startswith("election"):
        return _nth(year, int(when.split()[1]), 1, 1) + timedelta(1)  # the Tuesday behind the first Monday
    if " " in when:
        counted, _, behind = when.partition("+")
        nth, weekday, month_number = (int(n) for n in counted.split())
        return _nth(year, month_number, weekday, nth) + timedelta(int(behind or 0))
    found = day(year, *(int(n) for n in when.split("-")))
    return found.start if found else None


def _nth(year: int, month_number: int, weekday: int, nth: int) -> date:
    """The nth weekday of a month; the fifth is the last."""
    first = date(year, month_number, 1)
    found = first + timedelta((weekday - first.isoweekday()) % 7 + (nth - 1) * 7)
    return found if found.month == month_number else found - timedelta(7)


def _easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous computus)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    ell = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    month_number, rest = divmod(h + ell - 7 * ((a + 11 * h + 22 * ell) // 451) + 114, 31)
    return date(year, month_number, rest + 1)


@cache
def _lunar_spans(when: str, year: int) -> list[tuple[date, date]]:
    if not _LUNAR_YEARS[0] < year < _LUNAR_YEARS[1] - 1:
        return []
    numbers = [int(n) for n in when.split("-")]
    start = Gregorian(year, 1, 1).to_hijri().year
    found = []
    for lunar in (start, start + 1):
        first = Hijri(lunar, numbers[0], numbers[1] if len(numbers) > 1 else 1).to_gregorian()
        last = first if len(numbers) > 1 else first + timedelta(Hijri(lunar, numbers[0], 1).month_length() - 1)
        if first.year == year:
            found.append((date(first.year, first.month, first.day), date(last.year, last.month, last.day)))
    return found
