"""Times of day, with the day they belong to: 10:30 pm on Friday, last night, this morning."""

import re
from dataclasses import replace
from typing import Final

from flows.temporal.grammar import Found
from flows.temporal.periods import Period
from flows.temporal.readers.days import calendar, day_by_number, named_day
from flows.temporal.readers.relative import weekday_period
from flows.temporal.readings import Context, UnanchoredError, Value
from flows.temporal.surroundings import is_told_as_number
from flows.temporal.timex import Anchor

_NO_DAY: Final = "XXXX-XX-XX"
_LATE_HOUR: Final = re.compile(r"\b(?:1[3-9]|2[0-3])(?::[0-5]\d\b|00 hours)")
_PLUPERFECT: Final = re.compile(r"\bhad [^,.;:]*$")
_DAYLIGHT: Final = ("MO", "AF", "12:00")
_CLAUSE: Final = 60  # characters
_DAYBREAK: Final = "06"
_EARLIEST_NIGHT, _NOON = 6, 12  # hours of the clock between which the night's are those behind noon


def clock(found: Found, context: Context) -> Value | None:
    """A time by the clock, on the day printed beside it, else on the day under discussion."""
    printed = _clock(found)
    if printed is None:
        return None
    try:
        period, anchor = _day(found, context)
    except UnanchoredError:
        period, anchor = None, "none"
    value, precision = printed
    if period and _is_past_noon(found, context, period, value):
        value = f"{int(value[:2]) + 12}{value[2:]}"
    if (
        period
        and context.is_night
        and anchor == "mention"
        and value < _DAYBREAK
        and not (found.part("d") or _days_on(found))
    ):
        period = period.shift(1)  # of the night told last the hours behind midnight
    on = period.start if period else None
    prefix = period.value if period else _NO_DAY
    return Value(
        type="TIME",
        value=f"{prefix}T{value}",
        first=on,
        last=on,
        precision=precision,
        anchor=anchor,
        recalled=period,
    )


def clock_unmarked(found: Found, context: Context) -> Value | None:
    """At 1430: in a story, or with its day behind it; four digits that could also be a year or a number."""
    has_day = len(found.tokens) > 1 or (context.is_narrative and context.day_told(found.span[0])[0] is not None)
    return clock(found, context) if has_day and not is_told_as_number(context.text, found.span[1]) else None


def _clock(found: Found) -> tuple[str, str] | None:
    """(hh:mm, precision) of the printed time; None where the clock has none such."""
    token = found.part("c")[0]
    printed = re.sub("[.hH]", ":", token.text) if not token.text.isalpha() else token.value
    if ":" not in printed and len(printed) == 4:
        printed = f"{printed[:2]}:{printed[2:]}"
    numbers = [int(n) for n in printed.split(":")]
    hour, minute = numbers[0], numbers[1] if len(numbers) > 1 else 0
    half = found.value("a")
    part = found.value("p") or ""
    if half and not 1 <= hour <= 12:
        return None
    if half or (part and hour <= 12):
        hour = hour % 12 + (12 if half == "PM" or (not half and _is_late(hour, part)) else 0)
    if found.part("k"):  # half past eleven, a quarter past six
        minute = 30 if found.has("HALF") else 15
    if hour > 24 or minute > 59 or (hour == 24 and minute):
        return None
    return f"{hour:02d}:{minute:02d}", "minute" if len(numbers) > 1 or minute else "hour"


def _is_past_noon(found: Found, context: Context, on: Period, value: str) -> bool:
    """Whether an hour below twelve is one behind the noon that a story has told of: by noon ..., at 3 o'clock ..."""
    told, printed = context.moment_told, found.part("c")[0].text
    if told is None or told.hour < _NOON or told.date() != on.start or printed.startswith("0"):
        return False
    if any(map(found.has, ("AMPM", "PART", "HOURS", "ZONE"))) or not told.hour <= int(value[:2]) + _NOON < _NOON * 2:
        return False
    return found.has("CLOCKWORD") or not _LATE_HOUR.search(context.text)


def _is_late(hour: int, part: str) -> bool:
    """Whether an hour of a part of the day is behind noon: 2 in the night is not, 12 in the night is taken for noon's other side."""
    return part in ("AF", "EV") or (part == "NI" and _EARLIEST_NIGHT <= hour < _NOON)


def _day(found: Found, context: Context) -> tuple[Period | None, Anchor]:
    """The day of a time: printed, or the one mentioned last in the text, or the anchor's."""
    if found.part("d"):
        value = calendar(found, context) if found.part("m") else day_by_number(found, context)
        return (value.period, value.anchor) if value else (None, "none")
    if found.part("w"):
        return weekday_period(found, context)
    if shift := found.value("x"):
        return context.today.shift(int(shift)), "anchor"
    if (found.has("THIS") or found.value("r") == "-1") and not context.is_narrative:
        return context.today, "anchor"
    origin, anchor = context.day_told(found.span[0])
    if origin is None:
        return None, "none"
    return origin.shift(_days_on(found)), anchor


def _days_on(found: Found) -> int:
    """How many days behind the day told last: 1 for the next morning and the night after, -1 for the night before."""
    is_behind = any(map(found.has, ("NEXT", "FOLLOWING", "AFTER")))
    return 1 if is_behind else -1 if found.has("PREVIOUS") or found.has("BEFORE") else 0


def part_of_day(found: Found, context: Context) -> Value | None:
    """Morning, noon, night: of a weekday, of yesterday, of a date, of this day."""
    period, anchor = _day(found, context)
    if period is None:
        return None
    if (shift := found.count("r")) and not found.part("w"):  # last night; last Friday night is that Friday's
        period = period.shift(shift)
    part = found.value("p") or "NI"
    return _part(period, anchor, part)


def early_hours(found: Found, context: Context) -> Value | None:
    """The early hours of Saturday, the evening hours of 5 July."""
    period, anchor = _day(found, context)
    return _part(period, anchor, found.value("p") or "MO") if period else None


def early_hours_alone(found: Found, context: Context) -> Value | None:
    """In the small hours: of the day under discussion, behind the night told last."""
    told, anchor = context.day_told(found.span[0])
    return _part(told and _behind_night(found, context, told, "MO"), anchor, "MO")


def part_anaphoric(found: Found, context: Context) -> Value | None:
    """The next morning, that night: of the day mentioned last, or the one behind it."""
    origin, anchor = context.anaphora(found)
    if context.is_narrative:
        origin, anchor = context.day_told(found.span[0])[0] or origin, "mention"
    if origin.unit != "D":
        return None
    shift = _days_on(found)
    return _part(origin.shift(shift), anchor, found.value("p") or "NI")


def part_alone(found: Found, context: Context) -> Value | None:
    """In the evening, at night: of the day under discussion."""
    part = found.value("p") or "NI"
    if context.is_narrative:
        told, anchor = context.day_told(found.span[0])
        return _part(told and _behind_night(found, context, told, part), anchor, part)
    told, anchor = context.day_told(found.span[0])
    origin = told or context.today
    return _part(_behind_night(found, context, origin, part), anchor, part)


def _behind_night(found: Found, context: Context, told: Period, part: str) -> Period:
    """The day that breaks behind the night told last, where what follows is of the morning or of noon, and goes on from there."""
    is_new = context.is_night and part in _DAYLIGHT and context.mentioned == told
    return told.shift(1) if is_new and not _PLUPERFECT.search(context.text, *_clause(found)) else told


def _clause(found: Found) -> tuple[int, int]:
    """Where the clause of a match can have begun, and where the match begins."""
    return max(0, found.span[0] - _CLAUSE), found.span[0]


def part_of_ordinal(found: Found, context: Context) -> Value | None:
    """The evening of the 22nd."""
    held = day_by_number(found, context)
    return _part(held.period, held.anchor, found.value("p") or "NI") if held and held.period else None


def part_of_named(found: Found, context: Context) -> Value | None:
    """Christmas night."""
    held = named_day(found, context)
    return _part(held.period, held.anchor, found.value("p") or "NI") if held and held.period else None


def first_light(found: Found, context: Context) -> Value | None:
    """First light, last light: dawn and dusk."""
    part = {1: "MO", -1: "EV"}.get(found.count("k"))
    if part is None:
        return None
    period, anchor = _day(found, context)
    return _part(period, anchor, part)


def tonight(found: Found, context: Context) -> Value | None:
    """Tonight."""
    return _part(context.today, "anchor", "NI")


def overnight(found: Found, context: Context) -> Value | None:
    """Overnight: the night that ended on the anchor's morning; in a story the one that the day under discussion ends in, or the
    one before it where it had been so. All night is told of in stories alone."""
    if context.is_narrative and context.mentioned is not None and context.mentioned.unit == "D":
        if _PLUPERFECT.search(context.text, *_clause(found)):
            return replace(_part(context.mentioned.shift(-1), "mention", "NI"), is_recalled=False)
        return _part(context.mentioned, "mention", "NI")
    if found.has("ALL"):
        return None
    return _part(context.today.shift(-1), "anchor", "NI")


def _part(period: Period | None, anchor: Anchor, part: str) -> Value:
    on = period.start if period else None
    return Value(
        type="TIME",
        value=f"{period.value if period else _NO_DAY}T{part}",
        first=on,
        last=on,
        precision="hour",
        anchor=anchor,
        recalled=period,
    )
