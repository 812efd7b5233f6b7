"""Parts of years: quarters, halves and seasons, and what is compared with the quarter whose figures a text gives."""

import re
from typing import Final

from flows.temporal.grammar import Found, members
from flows.temporal.periods import IN_YEAR, SEASONS, Period, beside, part
from flows.temporal.ranges import year_behind
from flows.temporal.readers.months import fiscal_start, printed_year
from flows.temporal.readings import Context, Value, in_story, of_period
from flows.temporal.surroundings import describes_next
from flows.temporal.timex import Anchor

_EARLY: Final = 3  # months of a year in which its reports look back on the last
_A_QUARTER: Final = 3  # months
_CLAUSE: Final = 120  # characters on either side in which stands what halves are of
_MONEY: Final = re.compile(
    r"\b(?:profits?|earnings|revenues?|sales|turnover|dividends?|exports|imports|GDP|gross domestic product|output|shipments|deliveries"
    r"|bookings|inflation|economy|deficit|surplus|investments?)\b",
    re.IGNORECASE,
)
_PLAY: Final = re.compile(
    r"\b(?:goals|match|matches|scored?|scoring|game|team|coach|penalty|half-time|halftime|striker|midfielder)\b"
)


def part_of_year(found: Found, context: Context, unit: str) -> Value | None:
    """A quarter, half or season: of a year printed, of last, this or next year, or the one that context means."""
    number = _number(found, unit)
    if not 1 <= number <= IN_YEAR[unit]:
        return None
    if year := printed_year(found):
        return _fiscal_part(context, unit, year, number) if found.has("FY") else of_period(part(unit, year, number))
    told = found.value("r")
    if unit == "SE" and told is None and (behind := year_behind(found)):
        return of_period(part(unit, behind, number))
    origin, anchor = context.deixis
    same = part(unit, origin.year, number)
    if told is not None and (found.part("u") or unit != "SE"):
        return of_period(same.shift(int(told) * IN_YEAR[unit]), anchor)
    if found.has("COMPARABLE") or found.has("AGO") or found.has("EARLIER"):
        return of_period(_begun(same, origin.to(unit), -1).shift(-IN_YEAR[unit]), anchor)
    if told == "0":
        return of_period(same, anchor)
    if told is None and anchor == "mention" and context.is_narrative:
        return of_period(
            in_story(context, found.span[0], [same.shift(-IN_YEAR[unit]), same, same.shift(IN_YEAR[unit])]), anchor
        )
    return of_period(_in_news(found, context, same, origin.to(unit)), anchor)


def quarter_of_months(found: Found, context: Context) -> Value | None:
    """The July-September quarter: the one of the calendar that has these three months, the last one begun."""
    first = found.count("m")
    if first % _A_QUARTER != 1 or found.count("e") != first + _A_QUARTER - 1 or context.is_narrative:
        return None
    origin, anchor = context.deixis
    return of_period(_begun(part("Q", origin.year, first // _A_QUARTER + 1), origin.to("Q"), -1), anchor)


def half_alone(found: Found, context: Context) -> Value | None:
    """The first half, where money is told of: others play one."""
    start, end = found.span
    around = context.text[max(0, start - _CLAUSE) : end + _CLAUSE]
    if context.is_narrative or not _MONEY.search(around) or _PLAY.search(around):
        return None
    return part_of_year(found, context, "H")


def _number(found: Found, unit: str) -> int:
    """Which of the year's quarters, halves or seasons; `the last` is the one that ends it."""
    number = SEASONS.index(found.value("s") or "") + 1 if unit == "SE" else found.count("n")
    return IN_YEAR[unit] if number < 0 else number


def _in_news(found: Found, context: Context, same: Period, here: Period) -> Period:
    told = found.value("r")
    ended = here.shift(-1)
    if told is None and same.unit == "Q" and same.index % 4 == ended.index % 4:
        return ended  # the quarter just ended is the one that firms report, will report or expect to report
    if told is None and found.has("FISCAL"):
        return same  # of the fiscal year that ends in this one
    way = int(told) if told else context.points(found)
    if told is None and not way and found.part("u") and context.deixis[0].start.month > _EARLY:
        return same  # the second half of the year: this one's, once its reports no longer look back on the last
    way = way or -1
    period = _begun(same, here, way)
    return period.shift(way * IN_YEAR[same.unit]) if told and period == here else period


def _begun(same: Period, here: Period, way: int) -> Period:
    """This year's where it has begun (or, forward, has not ended), else that of the year beside."""
    return same if (same.index - here.index) * way >= 0 else same.shift(IN_YEAR[same.unit] * way)


def _fiscal_part(context: Context, unit: str, year: int, number: int) -> Value | None:
    """The third quarter of FY25: its value names the fiscal year, its interval counts from where that begins."""
    months = 12 // IN_YEAR[unit]
    start = fiscal_start(context, year).shift((number - 1) * months)
    named = part(unit, year, number)
    return Value(
        type="DATE", value=named.value, first=start.start, last=start.shift(months - 1).end, precision=named.precision
    )


def season_alone(found: Found, context: Context) -> Value | None:
    """In the summer: not where it only describes what follows (the summer camp)."""
    return None if describes_next(context.text, found.tokens[-1].end) else part_of_year(found, context, "SE")


def season_mentioned(found: Found, context: Context) -> Value | None:
    """That summer: of the year mentioned last."""
    origin, anchor = context.anaphora(found)
    return of_period(part("SE", origin.year, _number(found, "SE")), anchor)


def part_of_mentioned_year(found: Found, context: Context, unit: str) -> Value | None:
    """The spring of that year, autumn of the following year, the second half of the same year."""
    origin, anchor = context.anaphora(found)
    year, number = origin.year + found.count("r"), _number(found, unit)
    is_told = found.value("u") == "Y" and number <= IN_YEAR[unit]
    return of_period(part(unit, year, number), anchor) if is_told else None


def season_anaphoric(found: Found, context: Context) -> Value | None:
    """The following summer: the first one behind the date mentioned last; the previous summer: the last one before it."""
    origin, anchor = context.anaphora(found)
    same = part("SE", origin.year, _number(found, "SE"))
    return of_period(beside(same, origin, found.count("r")), anchor)


def halves_of_year(found: Found, context: Context) -> Value | None:
    """The first two quarters of 1990."""
    number = {"1": 1, "-1": 2}.get(found.value("k") or "") if found.count("n") == 2 else None
    return of_period(part("H", found.count("y"), number)) if number else None


def _quarter(context: Context) -> tuple[Period, Anchor]:
    """The quarter under discussion: the one mentioned last, else the one that ended last."""
    quarter = context.by_unit.get("Q")
    if quarter is not None:
        return quarter, "mention"
    origin, anchor = context.deixis
    return origin.to("Q").shift(-1), anchor


def latest_quarter(found: Found, context: Context) -> Value | None:
    """The latest quarter or period."""
    quarter, anchor = _quarter(context)
    return of_period(quarter, anchor)


def compared_quarter(found: Found, context: Context) -> Value | None:
    """The year-ago quarter, the corresponding period last year."""
    quarter, anchor = _quarter(context)
    return of_period(quarter.shift(-4), anchor, is_recalled=False)


def same_of_year(found: Found, context: Context) -> Value | None:
    """The same quarter last year, the corresponding period of 2009, the same month a year earlier."""
    if found.run[found.match.end() - 1].code in members("UNIT") and found.run[found.match.end() - 1].value != "Y":
        return None
    base, anchor = _under_discussion(context, found.value("u") or "")
    if base is None or base.unit not in IN_YEAR:
        return None
    year = found.count("y") or base.year - 1
    return of_period(base.shift((year - base.year) * IN_YEAR[base.unit]), anchor, is_recalled=False)


def _under_discussion(context: Context, unit: str) -> tuple[Period | None, Anchor]:
    """The quarter, half or month mentioned last, the period whose figures are given; else that of the anchor."""
    if unit == "Q":
        return _quarter(context)
    if unit not in IN_YEAR:  # period
        return (context.reported, "mention") if context.reported else _quarter(context)
    told = context.by_unit.get(unit)
    origin, anchor = context.deixis
    return (told, "mention") if told else (origin.to(unit), anchor)


def period_of_year(found: Found, context: Context) -> Value | None:
    """The 1988 period: the quarter whose figures are given, in that year; else the year."""
    year = found.count("y")
    if context.reported is None or context.reported.unit != "Q":
        return of_period(Period("Y", year), is_recalled=False)
    return of_period(Period("Q", year * 4 + context.reported.index % 4), "mention", is_recalled=False)
