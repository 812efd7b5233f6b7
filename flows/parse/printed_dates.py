"""Dates as they are printed in stamps, trailers and datelines: the patterns, and how they are read.

``Printed`` keeps what is known (a year may be missing, numbers may be ambiguous); who asks decides what is missing.
"""

import re
from datetime import date, time
from typing import Final, NamedTuple

_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH: Final = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)(?![a-z])\.?"
)
_DAY: Final = r"\d{1,2}(?:st|nd|rd|th|ST|ND|RD|TH)?"
DATE: Final = (
    rf"(?i:(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?\s+)?"
    rf"(?:{MONTH}\s*,?\s*{_DAY}(?:\s*,\s*|\s+)(?:19|20)\d\d\b|{MONTH}\s*,?\s*{_DAY}\b"
    rf"|{_DAY}(?:\s*,\s*|\s+of\s+|\s*-\s*|\s*){MONTH}(?:\s*[,-]?\s*(?:19|20)\d\d\b)?))"
)
_NUMERIC: Final = re.compile(r"(?<!\d)(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})(?!\d)")
_NAMED: Final = re.compile(
    rf"(?i:(?P<m1>{MONTH})\s*,?\s*(?P<d1>\d{{1,2}})(?!\d)|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?[\s,-]*(?:of\s+)?(?P<m2>{MONTH}))"
    r"(?:(?:st|nd|rd|th|ST|ND|RD|TH)?[\s,-]*(?P<y>(?:19|20)\d\d)(?!\d))?"
)
_CLOCK: Final = re.compile(r"(?<!\d)(\d{1,2})[:.](\d\d)(?:[:.]\d\d)?\s*([AaPp])?\.?[Mm]?\b")


class Printed(NamedTuple):
    """A printed date: year may be missing; where day and month could be swapped, ``swapped`` is the other reading."""

    year: int | None
    month: int
    day: int
    swapped: bool = False

    def on(self, year: int | None = None) -> date | None:
        """The calendar day, with the year given where none is printed; None where there is no such day."""
        chosen = self.year or year
        return _day(chosen, self.month, self.day) if chosen else None


def read(text: str, *, month_first: bool = False) -> Printed | None:
    """The first date printed in a text. ``month_first`` decides 04/05/2023, which could be read both ways."""
    named = _NAMED.search(text)
    numeric = _NUMERIC.search(text)
    if named and not (numeric and numeric.start() < named.start()):
        month = _MONTHS.index((named["m1"] or named["m2"])[:3].lower()) + 1
        return Printed(int(named["y"]) if named["y"] else None, month, int(named["d1"] or named["d2"]))
    return _numeric(numeric, month_first) if numeric else None


def read_clock(text: str) -> time | None:
    """The first time of day printed in a text."""
    match = _CLOCK.search(text)
    if match is None:
        return None
    hour, minute, half = int(match[1]), int(match[2]), (match[3] or "").lower()
    hour = hour % 12 + (12 if half == "p" else 0) if half else hour
    return time(hour, minute) if hour < 24 and minute < 60 else None


def nearest_year(printed: Printed, near: date) -> date | None:
    """The printed day in the year that brings it closest to a known day."""
    days = [d for year in (near.year - 1, near.year, near.year + 1) if (d := printed.on(year)) is not None]
    return min(days, key=lambda d: abs(d - near), default=None)


def _numeric(match: re.Match[str], month_first: bool) -> Printed | None:
    first, middle, last = match[1], int(match[3]), match[4]
    if len(first) == 4:
        found = Printed(int(first), middle, int(last))
    elif len(first) <= 2 and len(last) in (2, 4):
        year = int(last) + (2000 if len(last) == 2 else 0)
        found = _order(year, int(first), middle, month_first)
    else:
        return None
    return found if _day(found.year or 2000, found.month, found.day) else None


def _order(year: int, first: int, second: int, month_first: bool) -> Printed:
    if first > 12 or second > 12 or first == second:
        return Printed(year, second, first) if second <= 12 else Printed(year, first, second)
    return Printed(year, first, second, True) if month_first else Printed(year, second, first, True)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
