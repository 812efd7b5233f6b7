"""Durations and sets: six months, a few days, the past two years, every Friday, twice a week."""

import re
from datetime import date

from flows.temporal.grammar import Found, members
from flows.temporal.numbers import number, plain
from flows.temporal.periods import IN_YEAR, PRECISION, Period, part
from flows.temporal.readers.days import day_ended
from flows.temporal.readings import Context, Value, of_period
from flows.temporal.surroundings import is_verb_last
from flows.temporal.timex import Anchor

_YEARS = {"DE": 10, "CE": 100, "ML": 1000}
_VAGUE = {"DE": "DE", "CE": "CE", "ML": "ML", "FN": "W"}
_PRECISION = {**PRECISION, "H": "hour", "M:T": "minute", "S": "second", "S:2": "second"}
_TITLE = re.compile(r"[A-Z][a-z]+ [A-Z][a-z]")  # The Daily Star
_QUANTITY = re.compile(
    r"(?:\d|million|billion|thousand|hundred|times|once|twice|%|percent|per cent)(?:\s+\w+){0,2}\s+$"
    r"|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen)\s+[a-z]+s\s+$"
)
_LONG = ("W", "FN", "M", "Y", "DE")  # units of which the first can be told as a length
_HALF_LENGTH = {"Q": 45, "W": 3}  # days
_A_QUARTER = 3  # months
_MANY_MONTHS = 6  # half a year and more is compared with last year, not with a quarter of it
_TIME_UNITS = {"H": "H", "M:T": "M", "S:2": "S", "S": "S"}


def _mod(found: Found) -> str | None:
    """APPROX, MORE_THAN, EQUAL_OR_LESS … as the words before the number say."""
    names = [n for n in ("LEAST", "MOST", "UP", "MORE", "LESS", "NEARLY", "APPROX") if found.has(n)]
    if not names:
        return None
    token = found.first(names[0])
    if found.has("NO") and names[0] in ("MORE", "LESS"):
        return "EQUAL_OR_LESS" if names[0] == "MORE" else "EQUAL_OR_MORE"
    return token.value if token else None


def length(count: float, unit: str) -> str:
    """The TIMEX3 value of so many units: P2Y6M, PT1H30M, P20Y for two decades."""
    if unit in _TIME_UNITS:
        whole, rest = divmod(count, 1)
        if rest and unit != "S":
            smaller = {"H": ("M", 60), "M:T": ("S", 60)}.get(unit, ("S", 1))
            minutes = f"{round(rest * smaller[1])}{smaller[0]}"
            return f"PT{int(whole)}{_TIME_UNITS[unit]}{minutes}" if whole else f"PT{minutes}"
        return f"PT{plain(count)}{_TIME_UNITS[unit]}"
    if unit in _YEARS:
        return f"P{plain(count * _YEARS[unit])}Y"
    if unit == "FN":
        return f"P{plain(count * 2)}W"
    whole, rest = divmod(count, 1)
    if unit == "Y" and rest:
        return (f"P{int(whole)}Y" if whole else "P") + f"{round(rest * 12)}M"
    return f"P{plain(count)}{unit}"


def vague(unit: str) -> str:
    """The value of an unknown number of units: PXD, PTXH."""
    return f"PTX{_TIME_UNITS[unit]}" if unit in _TIME_UNITS else f"PX{_VAGUE.get(unit, unit)}"


def duration(found: Found, context: Context) -> Value | None:
    """So many units; `the past` and `the next` close the interval on the anchor's side."""
    count, unit = number(found.part("n")), found.value("u") or "D"
    if count is None or count <= 0 or _is_what_it_does(found, context):
        return None
    value = length(count, unit)
    if found.part("v"):
        more = number(found.part("k"))
        second = length(more, found.value("v") or "D") if more else ""
        joined = "T" if "T" in second and "T" not in value else ""
        value += joined + re.sub(r"^PT?", "", second)
    if unit == "M" and count == _A_QUARTER and (quarter := _ended(found, context, "Q")):
        context.report(quarter, found.tokens[-1].end)
    if unit == "M" and count >= _MANY_MONTHS and context.moment:
        context.report(context.today.to("Y"), found.tokens[-1].end)
    first, last, anchor = _ends(found, context, count, unit)
    return Value(
        type="DURATION",
        value=value,
        first=first,
        last=last,
        precision=_PRECISION.get(unit),
        anchor=anchor,
        mod=_mod(found),
    )


def _ends(found: Found, context: Context, count: float, unit: str) -> tuple[date | None, date | None, Anchor]:
    """(first day, last day, anchor) of a duration that `the past` or `the next` ties to the anchor."""
    way = found.value("r")
    if way not in ("-1", "1") or context.moment is None or unit not in ("D", "W", "M", "Q", "Y", "DE"):
        return None, None, "none"
    origin, anchor = context.deixis
    if origin.is_before_christ:
        return None, None, "none"
    here = origin.to("D")
    other = _same_day(here, unit, round(count) * int(way))
    if other is None:
        return None, None, "none"
    return min(here.start, other.start), max(here.start, other.start), anchor


def _same_day(today: Period, unit: str, count: int) -> Period | None:
    """The same day of the month so many units away."""
    if unit in ("D", "W"):
        moved = today.shift(count * (7 if unit == "W" else 1))
        return moved if moved.is_valid() else None
    months = today.to("M").shift(count * {"M": 1, "Q": 3, "Y": 12, "DE": 120}[unit])
    if not months.is_valid():
        return None
    return Period("D", min(months.start.toordinal() + today.start.day - 1, months.end.toordinal()))


def range_of(found: Found, context: Context) -> Value | None:
    """Two to three weeks: the lower end. Not: in 2018 - two weeks later."""
    least, most = number(found.part("n")), number(found.part("m"))
    if not least or most is None or most < least:
        return None
    return Value(type="DURATION", value=length(least, found.value("u") or "D"), mod="APPROX")


def _is_what_it_does(found: Found, context: Context) -> bool:
    """Whether the match begins with `last`, the verb."""
    return found.tokens[0].code in members("LAST") and is_verb_last(context.text, found.span[0])


def vague_duration(found: Found, context: Context) -> Value | None:
    """A few days, several years, decades."""
    unit = found.value("u") or "D"
    if _is_what_it_does(found, context):
        return None
    if (token := found.first("COUPLE")) is not None:
        return Value(type="DURATION", value=length(int(token.value), unit), mod="APPROX")
    return Value(type="DURATION", value=vague(unit))


def while_(found: Found, context: Context) -> Value | None:
    """A while, some time: nobody knows how long."""
    return Value(type="DURATION", value="PXX")


def age(found: Found, context: Context) -> Value | None:
    """How old someone is, where the settings ask for it."""
    return duration(found, context) if context.settings.ages else None


def every(found: Found, context: Context) -> Value | None:
    """Every day, each Thursday, every two years, Tuesday nights."""
    if weekday := found.value("w"):
        part = found.value("p")
        return Value(type="SET", value=f"XXXX-WXX-{weekday}" + (f"T{part}" if part and part.isalpha() else ""))
    if found.has("WEEKEND"):
        return Value(type="SET", value="XXXX-WXX-WE")
    if month := found.value("m"):
        on = found.count("d")
        return Value(type="SET", value=f"XXXX-{int(month):02d}" + (f"-{on:02d}" if on else ""))
    if season := found.value("s"):
        return Value(type="SET", value=f"XXXX-{season}")
    if part := found.value("p"):
        return Value(type="SET", value=f"XXXX-XX-XXT{part}")
    count = number(found.part("n")) or found.count("k") or (2 if found.has("OTHER") or found.has("ALTERNATE") else 1)
    return Value(type="SET", value=length(count, found.value("u") or "D"))


def every_few(found: Found, context: Context) -> Value | None:
    """Every few months."""
    return Value(type="SET", value=vague(found.value("u") or "D"))


def adverb(found: Found, context: Context) -> Value | None:
    """Daily, weekly, annually: the value is the word list's. A rate (8 per cent annually) names no time, nor does a title (Daily Star)."""
    start = found.tokens[0].start
    if _QUANTITY.search(context.text, max(0, start - 30), start) or _TITLE.match(context.text, start):
        return None
    return Value(type="SET", value=found.tokens[-1].value)


def one_or_rate(found: Found, context: Context) -> Value | None:
    """`A year` as a length of time, unless it measures a rate (fifty thousand a year): that names no time."""
    before = found.run[found.match.start() - 1].code if found.match.start() else ""
    explained = members("PREP") + members("APPROX") + members("THAN") + members("LEAST") + members("JUST")
    start = found.tokens[0].start
    is_rate = not (before and before in explained) and bool(_QUANTITY.search(context.text, max(0, start - 30), start))
    return None if is_rate else duration_one(found, context)


def per(found: Found, context: Context) -> Value | None:
    """Twice a week, three times per month."""
    return Value(type="SET", value=length(1, found.value("u") or "D"))


def duration_one(found: Found, context: Context) -> Value | None:
    """A month, another year; a quarter is a fraction, no time."""
    if found.has("QUARTER"):
        return None
    return Value(type="DURATION", value=length(1, found.value("u") or "D"), mod=_mod(found))


def first_unit(found: Found, context: Context) -> Value | None:
    """Within the first week, in the final fortnight: as long as its unit."""
    unit = found.value("u") or "D"
    is_edge = not found.part("k") or found.count("k") == 1
    return (
        Value(type="DURATION", value=length(1, unit), precision=_PRECISION.get(unit))
        if is_edge and unit in _LONG
        else None
    )


def past_one(found: Found, context: Context) -> Value | None:
    """The past year, the last week: as long as its unit, ended by the anchor's day."""
    unit = found.value("u") or "D"
    if unit == "Y" and found.value("r") == "1":
        return None  # the next year is a year
    first, last, anchor = _ends(found, context, 1, unit)
    return Value(
        type="DURATION", value=length(1, unit), first=first, last=last, precision=_PRECISION.get(unit), anchor=anchor
    )


def duration_and_half(found: Found, context: Context) -> Value | None:
    """A minute and a half."""
    count = number(found.part("n"))
    return Value(type="DURATION", value=length(count + 0.5, found.value("u") or "D")) if count else None


def long(found: Found, context: Context) -> Value | None:
    """Month-long, decades-long."""
    unit, count = found.value("u") or "D", number(found.part("n"))
    is_vague = count is None and found.part("u")[0].text.endswith("s")
    return Value(type="DURATION", value=vague(unit) if is_vague else length(count or 1, unit))


def duration_or_vague(found: Found, context: Context) -> Value | None:
    """Two-hour, several-year."""
    return duration(found, context) if found.part("n") else vague_duration(found, context)


def unit_ended(found: Found, context: Context) -> Value | None:
    """The year ended June 30: how long it was; when is said behind it. The quarter or week ended then is that quarter or week,
    unless a quarter was named before, which a fiscal year may count otherwise."""
    unit = found.value("u") or "Y"
    if unit == "Y":
        return Value(type="DURATION", value=length(1, unit))
    if unit in context.by_unit:
        return None
    held = _ended(found, context, unit)
    return of_period(held, "none" if held is None else "anchor")


def _ended(found: Found, context: Context, unit: str) -> Period | None:
    """The quarter or week whose end is printed behind a match, the one that holds its middle: the quarter ended July 2."""
    end = day_ended(found, context)
    if end is None and unit == "Q":
        return _quarter_to_month(found, context)
    return Period("D", end.index - _HALF_LENGTH[unit]).to(unit) if end and unit in _HALF_LENGTH else None


def _quarter_to_month(found: Found, context: Context) -> Period | None:
    """The quarter that the month behind a match ends, the last one begun: the three months through June."""
    until, *names = found.run[found.match.end() : found.match.end() + 2] or (None,)
    is_end = until is not None and until.code in members("ENDED") + members("TO") + members("UNTIL")
    if not is_end or not names or names[0].code not in members("MONTH") or context.moment is None:
        return None
    here, number = context.today.to("Q"), int(names[0].value)
    same = part("Q", context.today.year, -(-number // _A_QUARTER))
    is_whole = number % _A_QUARTER == 0
    return (same.shift(-IN_YEAR["Q"]) if same.index > here.index else same) if is_whole else None
