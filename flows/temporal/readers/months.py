"""Months, years, decades and centuries: November 1995, last May, 1971, FY25, the 1990s, the 11th century, 218 BC."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from flows.temporal.grammar import Found, members
from flows.temporal.periods import Period, beside, month
from flows.temporal.ranges import is_joint, year_behind
from flows.temporal.readings import Context, Value, in_story, of_period
from flows.temporal.surroundings import (
    counts_people,
    describes_next,
    is_delivered,
    is_in_a_name,
    is_of_a_life,
    opens_clause,
    tells_of_year,
)
from flows.temporal.tense import is_since
from flows.temporal.words import Token

_NEAR_MONTHS: Final = 2  # a month that near is meant, whatever the verb
_BEFORE_YEARS: Final = frozenset(
    (
        "in",
        "since",
        "of",
        "by",
        "until",
        "from",
        "between",
        "to",
        "before",
        "after",
        "years",
        "throughout",
        "during",
        "into",
        "as",
    )
)
_LONGEST_RANGE: Final = 150  # years between two that a dash joins: a reign, a war, a life
_DECADES: Final = 10  # in a century
_HOLDING: Final = {
    "W": "DW",
    "M": "DWM",
    "Y": "DWMQHSEY",
}  # units of dates that tell which week, month or year is meant
_OLDEST, _LATEST = 1900, 2100  # years that are taken for years even where nothing before them says so


def month_of(found: Found, context: Context) -> Value | None:
    """A month: with its year or that of the range it opens, with `last`, `this` or `next`, or the one that context means."""
    name = found.count("m")
    if year := printed_year(found):
        return of_period(month(year, name))
    told = found.value("r")
    if told is None and (behind := year_behind(found)):
        return of_period(month(behind, name))
    origin, anchor = context.deixis
    if found.part("u") and told is not None:  # February this year
        return of_period(month(origin.year + int(told), name), anchor)
    same_year = month(origin.year, name)
    around = [same_year.shift(-12), same_year, same_year.shift(12)]
    if told is None and anchor == "mention" and context.is_narrative:
        return of_period(in_story(context, found.span[0], [*around]), anchor)
    if told == "0":
        return of_period(same_year, anchor)
    return of_period(_month_in_news(found, context, origin.to("M"), around), anchor)


def _month_in_news(found: Found, context: Context, here: Period, around: list[Period]) -> Period:
    """Last March is the one before this month, next March the one behind it; else a near one is meant; else the verb tells."""
    told = found.value("r")
    near = min(around, key=lambda p: (abs(p.index - here.index), p.index))
    is_open = near.index <= here.index or not is_since(context.text, found.span[0])
    if told is None and is_open and abs(near.index - here.index) <= _NEAR_MONTHS:
        return near
    if told is None and is_delivered(context.text, found.span[1]):
        told = "1"
    way = int(told) if told else context.points(found) or -1
    sided = [p for p in around if (p.index - here.index) * way > 0]
    return min(sided, key=lambda p: abs(p.index - here.index))


def year_of(found: Found, context: Context) -> Value | None:
    """A year of four digits."""
    return of_period(Period("Y", found.count("y")))


def year_alone(found: Found, context: Context) -> Value | None:
    """A year that nothing else explains: one that people write about, or one that stands where years do; no number of people."""
    year, at = found.count("y"), found.match.end() - 1
    start = found.run[at].start
    if found.edge:  # early 1581
        return year_of(found, context)
    before = found.run[at - 1] if at else None
    behind = found.span[1]
    counted = any(token.code in members("CARD") for token in found.run[at + 1 : at + 2])  # in 2005 twelve men fell
    if (
        counts_people(context.text, behind)
        and not counted
        and not (before and before.code in members("IN") + members("UNTIL"))
    ):
        return None
    if before and before.code in members("APPROX") and describes_next(context.text, behind):
        return None  # some 2000 fires
    if _ends_range(found.run, at) or is_of_a_life(context.text, start):
        return year_of(found, context)
    if is_in_a_name(context.text, start):
        return None
    is_told = _OLDEST <= year <= _LATEST or tells_of_year(context.text, start)
    return year_of(found, context) if is_told or _stands_where_years_do(found.run, at) else None


def _stands_where_years_do(run: Sequence[Token], at: int) -> bool:
    """Whether the word before a number makes it a year, or it is of a range or list of years of which that is true: 1613 to 1615."""
    year = int(run[at].text)
    if _begins_range(run, at):
        return True
    is_listed = at > 0 and run[at - 1].code in members("COMMA")
    if is_listed and not any(map(is_joint, run[at + 1 : at + 2])):
        return False  # In 1611, 1700 men fell
    while at and (before := run[at - 1]).text.lower() not in _BEFORE_YEARS:
        at -= 1
        if before.code in members("YEAR") and int(before.text) < year:
            year = int(before.text)
        elif not is_joint(before) and before.code not in members("APPROX"):
            return False
    return at > 0


def _ends_range(run: Sequence[Token], at: int) -> bool:
    """Whether a year ends a range that a dash makes and an earlier year begins: 1616–1618, (1094–1131)."""
    return at > 1 and _is_range(run[at - 2 : at + 1], run[max(0, at - 3) : at - 2])


def _begins_range(run: Sequence[Token], at: int) -> bool:
    """Whether a year begins a range that a dash makes, or stands in a bracket before a dash: (1777–28 January 1842)."""
    before, behind = run[at - 1 : at], run[at + 1 : at + 2]
    if before and behind and before[0].code in members("OPEN") and behind[0].code in members("DASH"):
        return True
    return _is_range(run[at : at + 3], before) and not any(
        token.code in members("MEASURE") for token in run[at + 3 : at + 4]
    )


def _is_range(three: Sequence[Token], before: Sequence[Token]) -> bool:
    """Whether three tokens are a year, a dash and a later year, which in brackets may be much later."""
    if len(three) < 3 or three[1].code not in members("DASH") + members("HYPHEN"):
        return False
    first, last = three[0], three[2]
    are_years = first.code in members("YEAR") and last.code in members("YEAR")
    longest = _LATEST if before and before[0].code in members("OPEN") else _LONGEST_RANGE
    return are_years and 0 < int(last.text) - int(first.text) <= longest


def years_hyphened(found: Found, context: Context) -> Value | None:
    """A year across two calendar years: 2024-25. The value is an ISO 8601 interval. What only begins and ends (1914-1918) is two."""
    first, printed = found.count("y"), found.part("e")[0].text
    last = int(str(first)[: 4 - len(printed)] + printed) if len(printed) in (2, 4) and printed.isdecimal() else 0
    is_full = len(printed) == 4
    if not is_full and len(found.tokens) == 3 and _are_two(found.run, found.match.start(), context):
        return None
    if last <= first or (is_full and (last > first + 1 or (context.is_narrative and not found.has("FISCAL")))):
        return None
    if found.has("FISCAL") or found.has("FY"):
        return _fiscal(context, last, f"{first}/{last}")
    start, end = date(first, 1, 1), date(last, 12, 31)
    year = Period("Y", first)
    return Value(type="DATE", value=f"{first}/{last}", first=start, last=end, precision="year", recalled=year)


def year_begun(found: Found, context: Context) -> Value | None:
    """The 1921 of `1921-22` in a story, of `in 1921-28` anywhere; a season's or a budget's are one year across two."""
    return year_of(found, context) if _are_two(found.run, found.match.start(), context) else None


def _are_two(run: Sequence[Token], at: int, context: Context) -> bool:
    """Whether a year and the two digits joined to it are the first and the last year of something."""
    first = int(run[at].text)
    last = _closing_year(first, run[at + 2].text)
    is_named = bool(at) and run[at - 1].code in members("THE") + members("ART")
    is_joined = run[at + 1].code not in members("SLASH") and not is_named
    is_told = context.is_narrative or (last > first + 1 and _stands_where_years_do(run, at))
    return is_joined and is_told and last > 0


def year_closed(found: Found, context: Context) -> Value | None:
    """The 22 of `1921-22`, where its 1921 was taken for a year."""
    first = found.run[found.match.start() - 2]
    last = _closing_year(int(first.text), found.tokens[0].text)
    return of_period(Period("Y", last)) if last and context.mentioned_at == first.end else None


def _closing_year(first: int, printed: str) -> int:
    """The year whose last two digits are printed behind another's; 0 where it would not be later."""
    last = int(str(first)[:2] + printed) if len(printed) == 2 and printed.isdecimal() else 0
    return last if last > first else 0


def fiscal_year(found: Found, context: Context) -> Value | None:
    """Fiscal 1989, FY25: the year in which it ends."""
    year = printed_year(found)
    return _fiscal(context, year, f"{year:04d}") if year else None


def fiscal_start(context: Context, year: int) -> Period:
    """The month in which the fiscal year that ends in a year begins."""
    first = context.settings.fiscal_start
    return month(year - 1 if first > 1 else year, first)


def _fiscal(context: Context, year: int, value: str) -> Value:
    start = fiscal_start(context, year)
    recalled = Period("Y", year)
    return Value(
        type="DATE", value=value, first=start.start, last=start.shift(11).end, precision="year", recalled=recalled
    )


def printed_year(found: Found) -> int:
    """The year in digits (two mean this century) or words; 0 where none is printed."""
    tokens = found.part("y")
    if len(tokens) != 1:
        return _spelled(tokens)
    year = found.count("y")
    return {2: 2000 + year, 4: year}.get(len(tokens[0].text), 0)


def spelled_year(found: Found, context: Context) -> Value | None:
    """Nineteen ninety-seven, the year two thousand."""
    year = _spelled(found.tokens)
    return of_period(Period("Y", year)) if year else None


def _spelled(tokens: Sequence[Token]) -> int:
    numbers = [int(t.value) for t in tokens if t.value.isdigit()]
    if 1000 in numbers:
        return 2000 + sum(numbers[numbers.index(1000) + 1 :]) if numbers[0] == 2 else 0
    is_year = len(numbers) > 1 and numbers[0] in (17, 18, 19, 20) and numbers[1] >= 10
    return numbers[0] * 100 + sum(numbers[1:]) if is_year else 0


def month_of_anaphoric_year(found: Found, context: Context) -> Value | None:
    """March of the following year, June of that year: counted from the year of the date mentioned last."""
    if found.value("u") != "Y":
        return None
    origin, anchor = context.anaphora(found)
    return of_period(month(origin.year + found.count("r"), found.count("m")), anchor)


def month_anaphoric(found: Found, context: Context) -> Value | None:
    """The following March: the first one behind the date mentioned last; the previous March: the last one before it."""
    origin, anchor = context.anaphora(found)
    return of_period(beside(month(origin.year, found.count("m")), origin, found.count("r")), anchor)


def month_mentioned(found: Found, context: Context) -> Value | None:
    """That March: of the year mentioned last. Behind a verb of speech `that` only opens what was said."""
    if opens_clause(context.text, found.tokens[0].start):
        return None
    origin, anchor = context.anaphora(found)
    return of_period(month(origin.year, found.count("m")), anchor)


def decade(found: Found, context: Context) -> Value | None:
    """The 1990s, the '80s, the nineties."""
    printed = found.value("d") or ""
    digits = "".join(c for c in printed if c.isdigit())
    if len(digits) == 4 and not printed[4].isalpha() and not found.has("THE"):
        return of_period(Period("Y", int(digits)))  # 2010's third quarter
    if len(digits) == 3 and not context.is_ancient:
        return None
    if hundreds := found.count("c"):  # the nineteen-twenties
        return of_period(Period("DE", hundreds * 10 + int(digits) // 10)) if 15 <= hundreds <= 20 else None
    told = context.mentioned.year if context.is_narrative and context.mentioned else 1900
    full = int(digits) if len(digits) > 2 else min(told // 100, 19) * 100 + int(digits)
    return of_period(Period("DE", full // 10))


def decade_of_century(found: Found, context: Context) -> Value | None:
    """The last decade of the 19th century."""
    number, count = found.count("k"), found.count("n")
    if found.value("u") != "DE" or not count or not -1 <= number <= _DECADES:
        return None
    return of_period(Period("DE", (count - 1) * _DECADES + (_DECADES if number < 0 else number) - 1))


def edge_day(found: Found, context: Context) -> Value | None:
    """The last day of March, the first day of the year."""
    number = found.count("k")
    held = _held(found, context)
    if held is None or held.period is None or abs(number) != 1 or held.period.is_before_christ:
        return None
    on = held.period.start if number > 0 else held.period.end
    return of_period(Period("D", on.toordinal()), held.anchor)


def _held(found: Found, context: Context) -> Value | None:
    """The month, or the week, month or year told of, whose first or last day is meant."""
    if found.part("m"):
        return month_of(found, context)
    origin, anchor = context.anaphora(found)
    unit = found.value("u") or ""
    is_finer = unit in _HOLDING and origin.unit in _HOLDING[unit]
    return of_period(origin.to(unit), anchor) if is_finer else None


def edge_days(found: Found, context: Context) -> Value | None:
    """The last days of March, the first weeks of 1945: that month or year, from its beginning or its end."""
    number = found.count("k")
    held = month_of(found, context) if found.part("m") else year_of(found, context)
    return replace(held, mod="START" if number > 0 else "END") if held and abs(number) == 1 else None


def century(found: Found, context: Context) -> Value | None:
    """The 20th century."""
    return of_period(Period("CE", found.count("n") - 1))
