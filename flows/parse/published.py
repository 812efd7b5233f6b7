"""When a report was published: every date that it or its source gives, the most trusted one, and every disagreement."""

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime
from functools import lru_cache
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

from flows.contract.codes import PUBLISHED_ON_METHODS
from flows.parse import stamps
from flows.parse.outlets import Outlet
from flows.temporal.printed import Order, PrintedDate, infer_year, local_day, parse_date

_MONTH_ONLY: Final = re.compile(r"((?:19|20)\d\d)-(\d\d)$")
_ISO: Final = re.compile(r"(?:19|20)\d\d-\d\d-\d\d[T ]\d\d:\d\d")
_IN_NAME: Final = re.compile(r"(?<![0-9A-Za-z])((?:19|20)\d\d)[-_/.]?(0[1-9]|1[0-2])[-_/.]?(0[1-9]|[12]\d|3[01])(?!\d)")
_HIJRI: Final = re.compile(r"(?<!\d)1[34]\d\d[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)")  # beside the date of the common calendar
_COPYRIGHT: Final = re.compile(r"(?i)(?:©|\(c\)|copyright)\D{0,60}(?:(?:19|20)\d\d\s*[-–]\s*)?((?:19|20)\d\d)\b")
_HALF_YEAR: Final = timedelta(days=183)
_PAGE_CLOCK: Final = 31  # days; a stamp further from the dateline is the page's clock, not the report's


class Clue(NamedTuple):
    """A date found, how, how exactly, at which moment where that is known, and what is odd about it."""

    method: str
    on: date
    precision: str = "day"
    at: datetime | None = None
    remark: str | None = None


class Published(NamedTuple):
    """The verdict: the clue trusted most, and every disagreement in words."""

    clue: Clue | None
    conflicts: tuple[str, ...]


class Told(NamedTuple):
    """What a report and its source print about dates: header, the source's field, furniture lines, dateline, names."""

    header: str | None
    metadata: str | None
    lines: Sequence[str]
    dateline: str | None
    names: Sequence[str | None]


def published(told: Told, outlet: Outlet) -> Published:
    """The day of publication by the most trusted of the dates found, and what disagrees with it."""
    trailers = [from_text("trailer", d) for line in told.lines if (d := stamps.trailer(line))]
    firm = [
        from_header(told.header) if told.header else None,
        from_metadata(told.metadata, outlet) if told.metadata else None,
        next((c for c in trailers if c), None),
        from_name(*told.names),
    ]
    found = [c for line in _stamps_first(told.lines) if (c := from_text("stamp", line, outlet=outlet))]
    near = decide([*firm, *found[:1]]).clue
    around = near.on if near else _year_of_page(told.lines) if told.dateline else None
    dated = from_text("dateline", told.dateline, near=around) if told.dateline else None
    if found and not any(firm) and dated and _is_page_clock(found[0].on, dated.on):
        return decide([_before(dated, found[0].on)], [f"stamp {found[0].on} is the page's clock"])
    return decide([*firm, *found[:1], dated])


def _year_of_page(lines: Iterable[str]) -> date | None:
    """The middle of the year that a copyright line ends with, which a dateline's month and day leave out: © 2010-2024 The Paper."""
    years = [int(match[1]) for line in lines if (match := _COPYRIGHT.search(line))]
    return date(max(years), 7, 1) if years else None


def from_header(printed: str) -> Clue | None:
    """The date of a header: `2025-11-21`, `2021-10` or any printed form."""
    month = _MONTH_ONLY.match(printed)
    if month:
        return Clue("header", date(int(month[1]), int(month[2]), 1), "month") if 1 <= int(month[2]) <= 12 else None
    return from_text("header", printed)


def from_metadata(stamp: str, outlet: Outlet) -> Clue | None:
    """The source's own field, mostly a moment in UTC: its day is that of the outlet's time zone."""
    moment = _moment(stamp)
    if moment is None:
        return from_text("metadata", stamp, outlet=outlet)
    on = local_day(moment, outlet.timezone) if outlet.timezone else moment.date()
    return Clue("metadata", on, at=moment.astimezone(UTC))


@lru_cache(maxsize=4_096)  # archives print the same few dates again and again
def from_text(method: str, printed: str, *, outlet: Outlet | None = None, near: date | None = None) -> Clue | None:
    """A date as printed in a stamp, trailer or dateline; a missing year is the one closest to ``near``."""
    order: Order = "MDY" if outlet is not None and outlet.order == "MDY" else "DMY"
    found = parse_date(_HIJRI.sub("", printed), order, near)
    if found is None:
        return None
    remark = None
    if found.is_ambiguous:
        remark = f"{method} '{printed.strip()}' read as {'month-day' if found.order == 'MDY' else 'day-month'}"
    elif found.contradicts_weekday:
        remark = f"{method} '{printed.strip()}' names another weekday"
    return Clue(method, found.on, found.precision, _at(found, outlet), remark)


def _at(found: PrintedDate, outlet: Outlet | None) -> datetime | None:
    """The printed moment in UTC; None where no zone is printed and the outlet's is unknown."""
    zone = outlet.timezone if outlet else None
    if not zone and not (found.at and found.at.tzinfo):
        return None
    moment = found.moment(ZoneInfo(zone) if zone else UTC)
    return moment.astimezone(UTC) if moment else None


def from_name(*names: str | None) -> Clue | None:
    """A date in a file's name or an address: `tribune_20250604.csv`, `/2024/11/15/`."""
    for name in names:
        match = _IN_NAME.search(name) if name else None
        found = parse_date("-".join(match.groups())) if match else None
        if found is not None:
            return Clue("file_name", found.on)
    return None


def decide(clues: Iterable[Clue | None], remarks: Sequence[str] = ()) -> Published:
    """The clue by the most trusted method, and what disagrees with it."""
    ranked = sorted((c for c in clues if c), key=lambda c: PUBLISHED_ON_METHODS.index(c.method))
    if not ranked:
        return Published(None, ())
    best, *others = ranked
    odd = [c.remark for c in ranked if c.remark]
    unlike = [f"{c.method} says {c.on}, {best.method} {best.on}" for c in others if _differs(c, best)]
    return Published(best, (*remarks, *odd, *unlike))


def _stamps_first(lines: Iterable[str]) -> list[str]:
    """The stamps among a report's lines, those that say `published` first, those that say `updated` last."""
    return sorted((line for line in lines if stamps.is_stamp(line)), key=stamps.stamp_rank)


def _is_page_clock(stamp: date, dateline: date) -> bool:
    return abs((stamp - dateline).days) > _PAGE_CLOCK


def _before(clue: Clue, clock: date) -> Clue:
    """A dateline's day as the last one before the page was read, for a year is what the dateline may leave out."""
    return (
        clue
        if clue.on <= clock
        else clue._replace(on=infer_year(clue.on.month, clue.on.day, clock - _HALF_YEAR) or clue.on)
    )


def _differs(one: Clue, other: Clue) -> bool:
    size = {"year": 4, "month": 7, "day": 10}
    length = min(size[one.precision], size[other.precision])
    return one.on.isoformat()[:length] != other.on.isoformat()[:length]


def _moment(stamp: str) -> datetime | None:
    if _ISO.match(stamp):
        try:
            return _aware(datetime.fromisoformat(stamp.strip().replace("Z", "+00:00")))
        except ValueError:
            return None
    try:
        return _aware(parsedate_to_datetime(stamp)) if ":" in stamp else None
    except (TypeError, ValueError):
        return None


def _aware(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
