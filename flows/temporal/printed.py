"""Dates as they are printed in datelines, stamps and trailers: one printed date in, a day and what is known of it out.

This reads a stretch that is known to hold a date. Finding time expressions in running text is ``flows.temporal.tag``'s work.
"""

import re
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from typing import Final, Literal
from zoneinfo import ZoneInfo

from flows.contract.fixed import fixed

Order = Literal["DMY", "MDY"]

MONTHS: Final = {
    name: number
    for number, names in enumerate(
        ("jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july", "aug august",
         "sep sept september", "oct october", "nov november", "dec december"),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DAY_NAMES: Final = tuple(name[:3] for name in WEEKDAYS)
ZONES: Final = {  # hours ahead of UTC; PST, BST and AST are left out, each means two zones that both occur in press reports
    "utc": 0.0, "gmt": 0.0, "z": 0.0, "pkt": 5.0, "ist": 5.5, "est": -5.0, "edt": -4.0, "cet": 1.0, "cest": 2.0,
    "gst": 4.0, "eat": 3.0, "sgt": 8.0, "myt": 8.0, "hkt": 8.0, "jst": 9.0,
}  # fmt: skip

_MONTH: Final = r"(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")(?![a-z])\.?"
_DAY: Final = r"(?<!\d)(?P<day>\d{1,2})(?:st|nd|rd|th)?(?![\d:])"
_YEAR: Final = r"(?P<year>\d{4})(?!\d)"
_SHORT_YEAR: Final = r"['’]?(?P<year>\d{2})(?![\d:.]|\s*[ap]\.?m|,?\s*\d{4})"  # 7-Dec-23, and no clock
_GAP: Final = r"[\s,]*"
_FORMS: Final = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"(?<!\d)(?P<year>\d{4})(?P<sep>[-/.])(?P<month>\d{1,2})(?P=sep)(?P<day>\d{1,2})(?!\d)",
        r"(?<!\d)(?P<first>\d{1,2})(?P<sep>[-/.])(?P<second>\d{1,2})(?P=sep)(?P<year>\d{4}|\d{2})(?!\d)",
        rf"{_DAY}{_GAP}(?:of\s+)?[-/]?(?<![a-z]){_MONTH}{_GAP}[-/]?{_YEAR}",
        rf"(?<![a-z]){_MONTH}{_GAP}[-/]?{_DAY}{_GAP}[-/]?{_YEAR}",
        rf"(?<!\d){_YEAR}{_GAP}[-/]?(?<![a-z]){_MONTH}{_GAP}[-/]?{_DAY}",
        rf"(?<![:.]){_DAY}[\s,-]*(?<![a-z]){_MONTH}[\s,-]+{_SHORT_YEAR}",
        rf"(?<![a-z]){_MONTH}\s*{_DAY}\s*,\s*{_SHORT_YEAR}",
        rf"(?<!\d\s)(?<!\d[a-z]{{2}}\s)(?<![a-z]){_MONTH}{_GAP}[-/]?{_YEAR}",
        rf"{_DAY}[\s-]*(?:of\s+)?(?<![a-z]){_MONTH}",
        rf"(?<![a-z]){_MONTH}[\s-]*{_DAY}",
    )
)
_CLOCK: Final = re.compile(
    r"(?<![\d:])(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?::(?P<second>\d{2}))?(?:\.\d+)?\s*(?P<half>[ap]\.?m\b\.?)?"
    r"\s*(?P<zone>[+-]\d{2}:?\d{2}\b|\b[A-Z]{2,4}\b|Z\b)?",
    re.IGNORECASE,
)
_WEEKDAY: Final = re.compile(r"\b(mon|tue|wed|thu|fri|sat|sun)(?:day|s|sday|nesday|rsday|r|rs|urday)?\b", re.IGNORECASE)


@fixed()
class PrintedDate:
    """One printed date. ``start`` and ``end`` are its span in the text that was read, the time of day left out.

    ``order`` tells how a numeric date was read; ``is_ambiguous`` that the other order would also have given a date.
    ``weekday`` is the printed one (0 is Monday), which may contradict ``on``: compare, do not mend.
    """

    on: date
    precision: Literal["day", "month"]
    start: int
    end: int
    at: time | None = None
    order: Order | None = None
    is_ambiguous: bool = False
    weekday: int | None = None
    year_is_inferred: bool = False

    @property
    def contradicts_weekday(self) -> bool:
        """The printed weekday is another day than the printed date."""
        return self.precision == "day" and self.weekday is not None and self.weekday != self.on.weekday()

    def moment(self, zone: tzinfo = UTC) -> datetime | None:
        """The printed moment, in ``zone`` where it prints none of its own; None without a time of day."""
        if self.at is None:
            return None
        moment = datetime.combine(self.on, self.at)
        return moment if moment.tzinfo else moment.replace(tzinfo=zone)


def infer_year(month: int, day: int, published: date) -> date | None:
    """The date of a printed month and day, its year the one nearest to publication (so Dec 31 printed on Jan 1 is last year's).

    None where no neighbouring year has that day. Distances are equal at half a year; then the past one is taken.
    """
    candidates = (_date(published.year + shift, month, day) for shift in (-1, 0, 1))
    return min((c for c in candidates if c), key=lambda c: abs((c - published).days), default=None)


def parse_date(text: str, order: Order = "DMY", published: date | None = None) -> PrintedDate | None:
    """The first date printed in ``text``, in any of the forms of press datelines, stamps and trailers; None where there is none.

    ``order`` reads numeric dates whose day and month could both be either (``09-03-2021``); a date possible in one order only is
    read in that one. ``published`` supplies the year of a date printed without it; without ``published`` such a date is None.
    """
    found = [
        (match, read) for form in _FORMS if (match := form.search(text)) and (read := _read(match, order, published))
    ]
    if not found:
        return None
    match, (on, used, ambiguous) = min(found, key=lambda pair: pair[0].start())  # of equals the first form, the fullest
    parts = match.groupdict()
    weekday = _weekday(text, match.start())
    if ambiguous and weekday is not None:
        on, used, ambiguous = _by_weekday(on, used, weekday)
    rest = text[: match.start()] + " " * (match.end() - match.start()) + text[match.end() :]
    return PrintedDate(
        on=on,
        precision="day" if parts.get("day") or parts.get("first") else "month",
        start=match.start(),
        end=match.end(),
        at=_clock(rest, match.end()),
        order=used,
        is_ambiguous=ambiguous,
        weekday=weekday,
        year_is_inferred=not parts.get("year"),
    )


def _read(match: re.Match[str], order: Order, published: date | None) -> tuple[date, Order | None, bool] | None:
    """(day, order used, whether the other order also gives a date) of one form's match."""
    parts = match.groupdict()
    if parts.get("first"):
        return _numeric(int(parts["first"]), int(parts["second"]), _full_year(parts["year"]), order)
    name = parts["month"].lower()
    month = MONTHS[name] if name in MONTHS else int(name)
    day = int(parts.get("day") or 1)
    year = parts.get("year")
    on = _date(_full_year(year), month, day) if year else infer_year(month, day, published) if published else None
    return (on, None, False) if on else None


def _by_weekday(on: date, used: Order | None, weekday: int) -> tuple[date, Order | None, bool]:
    """A date whose day and month could be either, in the order that its printed weekday tells: Fri, 05/03/2024."""
    other = date(on.year, on.day, on.month)
    if weekday not in (on.weekday(), other.weekday()):
        return on, used, True
    swapped: Order = "MDY" if used == "DMY" else "DMY"
    return (on, used, False) if on.weekday() == weekday else (other, swapped, False)


def _numeric(first: int, second: int, year: int, order: Order) -> tuple[date, Order, bool] | None:
    read: dict[Order, date | None] = {"DMY": _date(year, second, first), "MDY": _date(year, first, second)}
    other: Order = "MDY" if order == "DMY" else "DMY"
    ambiguous = bool(read["DMY"] and read["MDY"] and read["DMY"] != read["MDY"])
    for used in (order, other):
        if on := read[used]:
            return on, used, ambiguous
    return None


def _clock(text: str, near: int) -> time | None:
    """The time of day printed nearest behind the date, or else before it."""
    clocks = sorted(_CLOCK.finditer(text), key=lambda m: (m.start() < near, abs(m.start() - near)))
    for match in clocks:
        hour, minute, second = int(match["hour"]), int(match["minute"]), int(match["second"] or 0)
        if match["half"] and hour <= 12:
            hour = hour % 12 + (12 if match["half"].lower().startswith("p") else 0)
        if hour < 24 and minute < 60 and second < 60:
            return time(hour, minute, second, tzinfo=_zone(match["zone"]))
    return None


def _zone(printed: str | None) -> tzinfo | None:
    if not printed:
        return None
    if printed[0] in "+-":
        size = timedelta(hours=int(printed[1:3]), minutes=int(printed[-2:]))
        return timezone(-size if printed[0] == "-" else size) if size < timedelta(hours=24) else None
    hours = ZONES.get(printed.lower())
    return None if hours is None else timezone(timedelta(hours=hours))


def _weekday(text: str, near: int) -> int | None:
    """The weekday printed close to the date."""
    found = _WEEKDAY.finditer(text, max(0, near - 16), near + 40)
    nearest = min(found, key=lambda match: abs(match.start() - near), default=None)
    return _DAY_NAMES.index(nearest[1].lower()) if nearest else None


def _full_year(printed: str) -> int:
    """Two printed digits mean 1970–2069, as POSIX reads them."""
    year = int(printed)
    return year if len(printed) == 4 else year + (1900 if year >= 70 else 2000)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def local_day(moment: datetime, zone: str) -> date:
    """The day of a moment in a time zone named as in the tz database (``Asia/Karachi``). Naive moments are UTC."""
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return aware.astimezone(ZoneInfo(zone)).date()
