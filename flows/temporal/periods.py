"""Stretches of the calendar: a unit and how many of it have passed. All arithmetic of dates is adding to that count.

Units: D day, W week, WE weekend, M month, Q quarter, H half, SE season, Y year, DE decade, CE century.
Before year 1 there are months and what is made of them (1 BC is year 0), but no days.
"""

from collections.abc import Callable
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import Final

from flows.contract.fixed import fixed

SEASONS: Final = ("SP", "SU", "FA", "WI")
PRECISION: Final = {
    "D": "day", "W": "week", "WE": "day", "M": "month", "Q": "quarter", "H": "half", "SE": "season",
    "Y": "year", "DE": "year", "CE": "year",
}  # fmt: skip
_MONTHS: Final = {"M": 1, "Q": 3, "H": 6, "SE": 3, "Y": 12, "DE": 120, "CE": 1200}  # units made of whole months
IN_YEAR: Final = {unit: 12 // months for unit, months in _MONTHS.items() if months <= 12}  # how many a year has
_AGES: Final = ("DE", "CE")
_DAYS_OF_MONTH: Final = 30.44
_WINTER_SHIFT: Final = 2  # a season starts two months behind its quarter: spring in March


@fixed(order=True)
class Period:
    """A day, week, month … of the calendar: the ``index``-th of its ``unit``, counted from year 0 (days and weeks from 0001-01-01)."""

    unit: str
    index: int

    def shift(self, count: int) -> "Period":
        """The period ``count`` units later."""
        return Period(self.unit, self.index + count)

    def to(self, unit: str) -> "Period":
        """The period of another unit that holds this one's first day, which before year 1 is known for no day or week."""
        if unit == self.unit:
            return self
        if self.is_before_christ and unit in _MONTHS:
            return Period(unit, (self._month - (_WINTER_SHIFT if unit == "SE" else 0)) // _MONTHS[unit])
        return containing(unit, self.start)

    @property
    def _month(self) -> int:
        """The first month, counted from year 0."""
        return self.index * _MONTHS[self.unit] + (_WINTER_SHIFT if self.unit == "SE" else 0)

    @property
    def is_before_christ(self) -> bool:
        """Whether it begins before year 1; the first decade and century begin with that."""
        return self.unit in _MONTHS and self._month < (0 if self.unit in _AGES else 12)

    @property
    def year(self) -> int:
        """The year of the first day; 0 is 1 BC."""
        return self._month // 12 if self.is_before_christ else self.start.year

    @property
    def ordinal(self) -> int:
        """The number of the first day, as dates have it; about that before year 1."""
        return round((self._month - 12) * _DAYS_OF_MONTH) if self.is_before_christ else self.start.toordinal()

    @property
    def start(self) -> date:
        """The first day. Raises OverflowError outside the years 1–9999."""
        try:
            if self.unit == "D":
                return date.fromordinal(self.index)
            if self.unit in ("W", "WE"):
                return date.fromordinal(self.index * 7 + (1 if self.unit == "W" else 6))
            year = MINYEAR if self.unit in _AGES and self._month == 0 else self._month // 12
            return date(year, self._month % 12 + 1, 1)
        except ValueError as error:
            raise OverflowError(*error.args) from None

    @property
    def end(self) -> date:
        """The last day."""
        if self.unit == "D":
            return self.start
        if self.unit in ("DE", "CE", "Y") and self.shift(1).index * _MONTHS[self.unit] // 12 > MAXYEAR:
            return date.max
        return self.start + timedelta(1) if self.unit == "WE" else self.shift(1).start - timedelta(1)

    @property
    def value(self) -> str:
        """The TIMEX3 value."""
        return _VALUES[self.unit](self.index)

    @property
    def precision(self) -> str:
        """The word for the unit, as the contract's ``precision`` column has it."""
        return PRECISION[self.unit]

    def is_valid(self) -> bool:
        """Whether it lies in the years that dates can name, or before them."""
        if self.is_before_christ:
            return True
        try:
            return bool(self.start <= self.end)
        except OverflowError:
            return False


def containing(unit: str, day: date) -> Period:
    """The period of a unit that holds a day."""
    if unit == "D":
        return Period("D", day.toordinal())
    if unit in ("W", "WE"):
        return Period(unit, (day.toordinal() - 1) // 7)
    months = day.year * 12 + day.month - 1 - (_WINTER_SHIFT if unit == "SE" else 0)
    return Period(unit, months // _MONTHS[unit])


def day(year: int, month: int, number: int) -> Period | None:
    """A day; None where the calendar has none such."""
    try:
        return containing("D", date(year, month, number))
    except ValueError:
        return None


def month(year: int, number: int) -> Period:
    """A month, 1 to 12."""
    return Period("M", year * 12 + number - 1)


def part(unit: str, year: int, number: int) -> Period:
    """The ``number``-th month, quarter, half or season (1 is spring) of a year."""
    return Period(unit, year * IN_YEAR[unit] + number - 1)


def beside(same: Period, origin: Period, way: int) -> Period:
    """Of the same part of neighbouring years the nearest that lies wholly behind ``origin`` (``way`` 1) or before it (-1)."""
    a_year = IN_YEAR[same.unit]
    around = [same.shift(-a_year), same, same.shift(a_year)]
    if way > 0:
        return next((p for p in around if p.ordinal > origin.ordinal), around[-1])
    return next((p for p in reversed(around) if p.shift(1).ordinal < origin.shift(1).ordinal), around[0])


def _iso_week(index: int) -> str:
    year, week, _ = date.fromordinal(index * 7 + 1).isocalendar()
    return f"{year:04d}-W{week:02d}"


def _year(number: int) -> str:
    return f"{number:04d}" if number > 0 else f"BC{1 - number:04d}"


def _age(number: int, digits: int) -> str:
    return f"{number:0{digits}d}" if number >= 0 else f"BC{-number - 1:0{digits}d}"


_VALUES: Final[dict[str, Callable[[int], str]]] = {
    "D": lambda i: date.fromordinal(i).isoformat(),
    "W": _iso_week,
    "WE": lambda i: _iso_week(i) + "-WE",
    "M": lambda i: f"{_year(i // 12)}-{i % 12 + 1:02d}",
    "Q": lambda i: f"{_year(i // 4)}-Q{i % 4 + 1}",
    "H": lambda i: f"{_year(i // 2)}-H{i % 2 + 1}",
    "SE": lambda i: f"{_year(i // 4)}-{SEASONS[i % 4]}",
    "Y": _year,
    "DE": lambda i: _age(i, 3),
    "CE": lambda i: _age(i, 2),
}
