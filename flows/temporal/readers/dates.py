"""Dates that say themselves which they are, in whole or in part: 7 Sep 2025, May 5, 1998, the third quarter, Christmas."""

import re
from collections.abc import Sequence
from datetime import date, datetime
from functools import cache

from flows.temporal.grammar import Found, members
from flows.temporal.named_days import named_period, named_period_near
from flows.temporal.periods import SEASONS, Period, containing, day, month, part
from flows.temporal.readings import Context, Value, nearest_year, of_period
from flows.temporal.surroundings import describes_next, is_in_a_name
from flows.temporal.timex import Anchor
from flows.temporal.words import Token

_NEAR_MONTHS = 2
_NEAR = 62  # days: nearer than that, a month and day without a year is the nearest one, whatever the verb


def calendar(found: Found, context: Context) -> Value | None:
    """A day of month: with its year, or with the year that context gives it. A printed weekday must agree or is a conflict."""
    number, name = int((found.value("d") or "0").rpartition(":")[2]), int(found.value("m") or 0)
    printed = found.value("y") or _year_ahead(found)
    anchor: Anchor = "none"
    if printed:
        period = day(int(printed), name, number)
    else:
        period, anchor = _day_without_year(found, context, name, number)
    return of_period(period, anchor, conflicts=_weekday_conflict(found, period))


def _year_ahead(found: Found) -> str | None:
    """The year behind the other end of a range or list: January 18 to April 12, 2021."""
    ahead = _other_end().match("".join(t.code for t in found.run), found.match.end())
    return found.run[ahead.end() - 1].text if ahead else None


@cache
def _other_end() -> re.Pattern[str]:
    dot, comma, name, year = (f"[{members(c)}]" for c in ("DOT", "COMMA", "MONTH", "YEAR"))
    number = f"[{members('DAY')}{members('DAYORD')}]"
    joint = "[" + "".join(members(c) for c in ("TO", "AND", "HYPHEN", "DASH")) + "]"
    return re.compile(f"{joint}(?:{name}{dot}?{number}|{number}{name}){comma}?{year}")


def _day_without_year(found: Found, context: Context, name: int, number: int) -> tuple[Period | None, Anchor]:
    origin, anchor = context.deixis
    if context.is_narrative and anchor == "mention":
        return _in_narrative(origin, [day(origin.start.year + shift, name, number) for shift in (-1, 0, 1)]), anchor
    period = nearest_year(name, number, origin.start)
    if period and abs(period.index - origin.index) > _NEAR and (way := context.points(found)):
        period = nearest_year(name, number, origin.start, direction=way)
    return period, anchor


def _in_narrative(origin: Period, periods: list[Period | None]) -> Period | None:
    """Of the same date in neighbouring years the one where a story is likely to go on: forward, up to half a year, or a little back."""
    if origin.unit == "Y":
        return next((p for p in periods if p and p.start.year == origin.start.year), None)
    known = [p for p in periods if p]
    start = origin.start.toordinal()
    return min(known, key=lambda p: abs(p.start.toordinal() - start - 60), default=None)


def _weekday_conflict(found: Found, period: Period | None) -> tuple[str, ...]:
    printed = found.value("w")
    if not printed or period is None or not period.is_valid() or period.start.isoweekday() == int(printed):
        return ()
    return (f"{found.part('w')[0].text} is printed, {period.value} is a {period.start:%A}",)


def second_day(found: Found, context: Context) -> Value | None:
    """The other day of a list or range that shares a month: the 25 of `April 24 and 25`."""
    base = context.mentioned
    if base is None or base.unit != "D":
        return None
    period = day(base.start.year, base.start.month, int(found.tokens[0].value))
    return of_period(period, "mention")


def first_day(found: Found, context: Context) -> Value | None:
    """The first day of a list or range that shares a month printed behind it: the 18 of `18 to 20 November`."""
    month_token = next(
        (t for t in found.run[found.match.end() :] if t.value and t.text[:3].isalpha() and t.value.isdigit()), None
    )
    years = [
        t.text for t in found.run[found.match.end() : found.match.end() + 5] if len(t.text) == 4 and t.text.isdigit()
    ]
    if month_token is None:
        return None
    name, number = int(month_token.value), int(found.tokens[0].value)
    if years:
        return of_period(day(int(years[0]), name, number))
    period, anchor = _day_without_year(found, context, name, number)
    return of_period(period, anchor)


def ordinal_day(found: Found, context: Context) -> Value | None:
    """`the 16th`: of the month mentioned last or the anchor's, the one behind it where the clause points forward."""
    if describes_next(context.text, found.tokens[-1].end):
        return None
    origin, anchor = context.deixis
    number = int(found.value("d") or 0)
    base = origin.start
    way = context.points(found) or -1
    shifts = (0, 1) if way > 0 else (0, -1)
    for shift in shifts:
        ym = month(base.year, base.month).shift(shift).start
        period = day(ym.year, ym.month, number)
        if period and (period.index - containing("D", base).index) * way >= 0:
            return of_period(period, anchor)
    return None


def iso(found: Found, context: Context) -> Value | None:
    """A date, or a moment, in ISO 8601."""
    printed = found.value("i") or ""
    try:
        on = date.fromisoformat(printed[:10])
        if len(printed) > 10:
            datetime.fromisoformat(printed.replace("Z", "+00:00"))
    except ValueError:
        return None
    if len(printed) > 10:
        return Value(
            type="TIME", value=printed[:16], first=on, last=on, precision="minute", recalled=containing("D", on)
        )
    return of_period(containing("D", on))


def slashed(found: Found, context: Context) -> Value | None:
    """Numbers only: 09-03-2021. The order is the settings'; where only one order gives a date it is that; else it is a conflict."""
    token = found.part("s")[0]
    mark = next(c for c in token.text if not c.isdigit())
    first, second, third = (int(number) for number in token.text.split(mark))
    if len(token.text.split(mark)[0]) == 4:
        return of_period(day(first, second, third))
    if len(token.text.split(mark)[0]) > 2:
        return None
    year = third if third > 99 else third + (1900 if third >= 70 else 2000)
    readings = {True: day(year, second, first), False: day(year, first, second)}
    preferred = context.settings.day_first is not False
    period = readings[preferred] or readings[not preferred]
    is_open = context.settings.day_first is None and all(readings.values()) and first != second
    conflicts = ("day and month could be exchanged",) if is_open else ()
    return of_period(period, conflicts=conflicts)


def month_of(found: Found, context: Context) -> Value | None:
    """A month: with its year, with `last`, `this` or `next`, or the one that context means."""
    name = int(found.value("m") or 0)
    if year := _year(found):
        return of_period(month(year, name), mod=_mod(found))
    origin, anchor = context.deixis
    shift = found.value("r")
    if found.part("u") and shift is not None:  # February this year
        return of_period(month(origin.start.year + int(shift), name), anchor, mod=_mod(found))
    here = origin.to("M") if origin.unit != "Y" else month(origin.start.year, name)
    same_year = month(here.start.year, name)
    around = [same_year.shift(-12), same_year, same_year.shift(12)]
    if shift is None and anchor == "mention" and context.is_narrative:
        return of_period(_in_narrative(origin, [*around]), anchor, mod=_mod(found))
    return of_period(_month_in_news(found, context, here, around, shift), anchor, mod=_mod(found))


def _month_in_news(found: Found, context: Context, here: Period, around: list[Period], shift: str | None) -> Period:
    """Last March is the March before this month; this March the one of this year; else a near one; else the verb tells."""
    if shift == "0":
        return around[1]
    near = min(around, key=lambda p: (abs(p.index - here.index), p.index))
    if shift is None and abs(near.index - here.index) <= _NEAR_MONTHS:
        return near
    way = int(shift) if shift else context.points(found) or -1
    sided = [p for p in around if (p.index - here.index) * way > 0 or (shift is None and p == here)]
    return min(sided, key=lambda p: abs(p.index - here.index))


def _mod(found: Found) -> str | None:
    """START, MID, END … as an `early`, `mid-` or `end of` says."""
    for name in ("EARLY", "LATE", "MID", "BEGINNING", "MIDDLE", "END"):
        if token := found.first(name):
            return token.value
    return None


def year_of(found: Found, context: Context) -> Value | None:
    """A year of four digits."""
    return of_period(Period("Y", int(found.value("y") or 0)), mod=_mod(found))


def years_hyphened(found: Found, context: Context) -> Value | None:
    """Two years in one: 2024-25. The value is an ISO 8601 interval."""
    first, printed = int(found.value("y") or 0), found.part("e")[0].text
    last = int(str(first)[: 4 - len(printed)] + printed) if len(printed) in (2, 4) else 0
    if found.has("FISCAL") or found.has("FY"):
        return _fiscal(context, last, f"{first}/{last}") if last == first + 1 else None
    if last <= first:
        return None
    start, end = date(first, 1, 1), date(last, 12, 31)
    return Value(
        type="DATE", value=f"{first}/{last}", first=start, last=end, precision="year", recalled=Period("Y", first)
    )


def _fiscal(context: Context, year: int, value: str) -> Value:
    """The fiscal year that ends in a year (where fiscal years start in January: the year itself)."""
    start = Period(
        "M", year * 12 + context.settings.fiscal_start - 1 - (12 if context.settings.fiscal_start > 1 else 0)
    )
    return Value(
        type="DATE",
        value=value,
        first=start.start,
        last=start.shift(11).end,
        precision="year",
        recalled=Period("Y", year),
    )


def fiscal_year(found: Found, context: Context) -> Value | None:
    """Fiscal 1989, FY25."""
    printed = int(found.value("y") or 0)
    year = printed if printed > 99 else 2000 + printed
    return _fiscal(context, year, f"{year:04d}")


def _year(found: Found) -> int:
    """The printed year, in digits or words; 0 where none is."""
    tokens = found.part("y")
    return int(tokens[0].value) if len(tokens) == 1 else _spelled(tokens)


def spelled_year(found: Found, context: Context) -> Value | None:
    """Nineteen ninety-seven, the year two thousand."""
    year = _spelled(found.tokens)
    return of_period(Period("Y", year)) if year else None


def _spelled(tokens: Sequence[Token]) -> int:
    """The year that number words spell; 0 where they spell none."""
    numbers = [int(t.value) for t in tokens if t.value.isdigit()]
    if 1000 in numbers:
        return 2000 + sum(numbers[numbers.index(1000) + 1 :]) if numbers[0] == 2 else 0
    is_year = len(numbers) > 1 and numbers[0] in (17, 18, 19, 20) and numbers[1] >= 10
    return numbers[0] * 100 + sum(numbers[1:]) if is_year else 0


def decade(found: Found, context: Context) -> Value | None:
    """The 1990s, the '80s, the nineties."""
    digits = "".join(c for c in found.value("d") or "" if c.isdigit())
    full = int(digits) if len(digits) == 4 else 1900 + int(digits)
    return of_period(Period("DE", full // 10), mod=_mod(found))


def century(found: Found, context: Context) -> Value | None:
    """The 20th century."""
    return of_period(Period("CE", int(found.value("n") or 0) - 1), mod=_mod(found))


def part_of_year(found: Found, context: Context, unit: str) -> Value | None:
    """A quarter, half or season: of a year printed, of last, this or next year, or the one that context means."""
    number = (
        SEASONS.index(found.value("s") or "") + 1 if unit == "SE" else int((found.value("n") or "0").rpartition(":")[2])
    )
    if number < 0:  # the last half
        number = 2
    if not 1 <= number <= {"Q": 4, "H": 2, "SE": 4}[unit]:
        return None
    if year := _year(found):
        return of_period(part(unit, year, number), mod=_mod(found))
    origin, anchor = context.deixis
    shift = found.value("r")
    here = origin.to(unit)
    if shift is not None and (found.part("u") or unit != "SE"):
        return of_period(part(unit, origin.start.year + int(shift), number), anchor, mod=_mod(found))
    if found.has("COMPARABLE") or found.has("AGO") or found.has("EARLIER"):
        return of_period(
            _reached(part(unit, origin.start.year, number), here, -1).shift(-{"Q": 4, "H": 2, "SE": 4}[unit]), anchor
        )
    if shift == "0":
        return of_period(part(unit, origin.start.year, number), anchor, mod=_mod(found))
    same = part(unit, origin.start.year, number)
    if (
        shift is None and unit == "Q" and same == here.shift(-1)
    ):  # the quarter just ended is what firms report, will report or expect to
        return of_period(same, anchor, mod=_mod(found))
    way = int(shift) if shift else context.points(found) or -1
    period = _reached(same, here, way)
    if shift and period == here:
        period = period.shift(way * len(SEASONS))
    return of_period(period, anchor, mod=_mod(found))


def _reached(same: Period, here: Period, way: int) -> Period:
    """The quarter, half or season of this year where it has begun (or, forward, has not ended), else that of the year beside."""
    step = 2 if same.unit == "H" else 4
    return same if (same.index - here.index) * way >= 0 else same.shift(step * way)


def halves_of_year(found: Found, context: Context) -> Value | None:
    """The first two quarters of 1990."""
    year = found.value("y")
    number = {"1": 1, "-1": 2}.get(found.value("k") or "", 0)
    return of_period(part("H", int(year), number)) if year and number else None


def named_day(found: Found, context: Context) -> Value | None:
    """A holiday, feast or national day; its year printed or the one that context means."""
    name, country = found.value("n") or "", context.settings.country
    if printed := found.value("y"):
        return named_period(name, country, int(printed))
    origin, anchor = context.deixis
    told = found.value("r")
    way = int(told or context.points(found))
    return named_period_near(name, country, origin.start, anchor, way=way, is_told=told is not None)


def day_of_relative_year(found: Found, context: Context) -> Value | None:
    """May 5 last year."""
    origin, anchor = context.deixis
    if found.value("u") != "Y":
        return None
    year = origin.start.year + int(found.value("r") or 0)
    return of_period(day(year, int(found.value("m") or 0), int(found.value("d") or 0)), anchor)


def week_of_day(found: Found, context: Context) -> Value | None:
    """The week of March 6."""
    held = calendar(found, context)
    return of_period(held.period.to("W"), held.anchor) if held and held.period and found.value("u") == "W" else None


def season_alone(found: Found, context: Context) -> Value | None:
    """In the summer: not where it only describes what follows (the summer camp)."""
    return None if describes_next(context.text, found.tokens[-1].end) else part_of_year(found, context, "SE")


def week_of_month(found: Found, context: Context) -> Value | None:
    """The second week of January: the calendar week that holds the middle of the month's second seven days."""
    count = int((found.value("n") or "0").rpartition(":")[2])
    held = month_of(found, context)
    if held is None or held.period is None or found.value("u") != "W" or not 1 <= count <= 5:
        return None
    middle = Period("D", held.period.start.toordinal() + count * 7 - 4)
    return of_period(middle.to("W"), held.anchor)


def year_alone(found: Found, context: Context) -> Value | None:
    """A year that nothing else explains: one that people write about, or one behind a word that years stand behind."""
    year = int(found.value("y") or 0)
    at = found.part("y")[0].start
    if found.tokens[0].start == at and is_in_a_name(context.text, at):
        return None
    before = found.run[found.match.start() - 1].text.lower() if found.match.start() else ""
    if not (
        1900 <= year <= 2100
        or before in ("in", "since", "of", "by", "until", "from", "between", "to", "before", "after")
    ):
        return None
    return year_of(found, context)
