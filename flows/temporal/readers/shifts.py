"""Dates so many units away: two years ago, three days later, an hour earlier, year-ago."""

from datetime import timedelta
from typing import Final

from flows.temporal.grammar import Found
from flows.temporal.numbers import number
from flows.temporal.periods import IN_YEAR, PRECISION, Period, containing
from flows.temporal.readings import Context, Value, of_period
from flows.temporal.timex import Anchor

_FINENESS: Final = ("D", "W", "M", "Y", "DE", "CE")
_SOME_DAY: Final = "XXXX-XX-XX"
_SOME_HOUR: Final = "XXXX-XX-XXTXX"
_NEAR: Final = 62  # days ahead within which news go on from a day
_COMPARED: Final = (" from ", " than ", " over ", " versus ", " compared with ", " compared to ", " against ")
_REPORT: Final = 1500  # characters: how far figures of a quarter reach
_DAYS_OF: Final = {"D": 1, "W": 7, "FN": 14}  # a unit
_MANY: Final = 10_000  # units: no text counts further back


def ago(found: Found, context: Context) -> Value | None:
    """Two years ago: as exact as its unit."""
    if _is_one_year(found) and (compared := _compared(found, context)):
        return compared
    origin, anchor = context.deixis
    return _said_again(found, context, _counted(found, context, origin, anchor, -1))


def ahead(found: Found, context: Context) -> Value | None:
    """In two weeks' time: as exact as its unit."""
    origin, anchor = context.deixis
    return _counted(found, context, origin, anchor, 1)


def units_from_day(found: Found, context: Context) -> Value | None:
    """A week from Friday, two days from today: the day itself, counted from the next of its name or from the writer's."""
    count, days = number(found.part("n")), _DAYS_OF.get(found.value("u") or "")
    if count is None or days is None or count != int(count) or count >= _MANY:
        return None
    until = found.count("x")
    if found.part("w"):
        until = (found.count("w") - context.today.start.isoweekday() - 1) % _DAYS_OF["W"] + 1
    return of_period(context.today.shift(until + int(count) * days), "anchor")


def some_units_later(found: Found, context: Context) -> Value | None:
    """A few days later, years later: when, nobody knows. In news only the length of time is a time."""
    if not context.is_narrative:
        return None
    if found.has("TUNITS"):
        return Value(type="TIME", value=_SOME_HOUR)
    return Value(type="DATE", value="PAST_REF" if found.value("w") == "-1" else "FUTURE_REF")


def _said_again(found: Found, context: Context, counted: Value | None) -> Value | None:
    """The date that what stands behind its comma only says again: in September 1969, more than 41 years ago."""
    mentioned = context.mentioned
    if counted is None or counted.period is None or mentioned is None:
        return counted
    restated = _restated(found, context, mentioned)
    if restated is None or restated.unit != counted.period.unit or abs(restated.index - counted.period.index) != 1:
        return counted
    return of_period(restated, "mention")


def shifted(found: Found, context: Context, way: str) -> Value | None:
    """Two days later, a year earlier: from the date mentioned last."""
    origin, anchor = context.anaphora(found)
    if way == "-1" and _is_one_year(found) and _compared(found, context):
        return _compared(found, context)
    if way == "1" and (restated := _restated(found, context, origin)):
        return of_period(restated, anchor)
    if (
        not context.is_narrative
        and found.value("u") == "D"
        and (context.is_coarser(origin, "D") or _is_far(context, origin))
    ):
        told = context.by_unit.get("D")
        origin, anchor = (told, "mention") if told and not _is_far(context, told) else context.deixis
    if context.is_narrative and origin.unit in ("Y", "H", "SE", "Q", "DE", "CE") and found.value("u") in ("D", "W"):
        if "D" not in context.by_unit:
            return Value(type="DATE", value=_SOME_DAY)
        origin = context.by_unit["D"]  # the day told last, whatever year was named since
    return _counted(found, context, origin, anchor, int(way))


def _is_far(context: Context, period: Period) -> bool:
    """Whether a day is so far ahead that news only announce it."""
    return context.moment is not None and period.ordinal - context.today.ordinal > _NEAR


def _restated(found: Found, context: Context, origin: Period) -> Period | None:
    """The date that what stands behind its comma only says again: in 1913, fifty years later."""
    unit = found.value("u") or ""
    if context.text[context.mentioned_at : found.span[0]] != ", " or not {unit, origin.unit} <= set(_FINENESS):
        return None
    return origin.to(unit) if _FINENESS.index(unit) >= _FINENESS.index(origin.unit) else None


def _counted(found: Found, context: Context, origin: Period, anchor: Anchor, way: int) -> Value | None:
    count, unit = number(found.part("n")), found.value("u") or "D"
    if count is None:
        return None
    count += 0.5 if found.part("h") else 0  # and a half
    if unit in ("H", "M:T", "S:2", "S"):
        return _clock_ago(context, count, unit, way)
    if unit == "DE":
        count, unit = count * 10, "Y"
    if unit == "FN":
        count, unit = count * 2, "W"
    if count != int(count):  # one and a half years
        smaller = {"CE": ("Y", 100), "Y": ("M", 12), "M": ("W", 4), "W": ("D", 7)}.get(unit)
        if smaller is None:
            return None
        unit, count = smaller[0], round(count * smaller[1])
    if unit not in PRECISION or count >= _MANY:
        return None
    base = origin.to(unit)
    return of_period(base.shift(int(count) * way), anchor)


def _clock_ago(context: Context, count: float, unit: str, way: int) -> Value | None:
    """Hours, minutes and seconds from the anchor's moment, in a story from the one told last, where that has a time of day."""
    moment = context.moment_told if context.is_narrative else context.moment if context.clock else None
    if moment is None:
        return Value(type="TIME", value=_SOME_HOUR) if context.is_narrative else None
    moment += timedelta(seconds=count * {"H": 3600, "M:T": 60, "S:2": 1, "S": 1}[unit] * way)
    on = containing("D", moment.date())
    return Value(
        type="TIME",
        value=f"{moment:%Y-%m-%dT%H:%M}",
        first=on.start,
        last=on.start,
        precision="hour" if unit == "H" else "minute",
        anchor="mention" if context.is_narrative else "anchor",
        recalled=on if context.is_narrative else None,
    )


def _is_one_year(found: Found) -> bool:
    return found.value("u") == "Y" and number(found.part("n")) == 1 and not found.part("h")


def _compared(found: Found, context: Context) -> Value | None:
    """The quarter or year of last year whose figures those just given are compared with; None where none were given. A month just
    named is nearer: down in September from a year ago."""
    told = context.mentioned
    between = context.text[context.mentioned_at : found.span[0]]
    if told is not None and told.unit == "M" and not context.is_narrative and between in _COMPARED:
        return of_period(told.shift(-12), "mention", is_recalled=False)
    reported = context.reported
    if reported is None or found.tokens[0].start - context.reported_at >= _REPORT:
        return None
    return of_period(reported.shift(-IN_YEAR[reported.unit]), "mention", is_recalled=False)


def year_ago_adjective(found: Found, context: Context) -> Value | None:
    """Year-ago, year-earlier."""
    if found.value("u") != "Y":
        return None
    origin, anchor = context.deixis
    return _compared(found, context) or of_period(origin.to("Y").shift(-1), anchor)
