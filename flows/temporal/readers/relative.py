"""Dates that count from another: today, last week, Monday, two years ago, the following day."""

from flows.temporal.grammar import Found, members
from flows.temporal.periods import PRECISION, Period, day
from flows.temporal.readings import Context, UnanchoredError, Value, of_period
from flows.temporal.timex import Anchor

_DAYS_OF_WEEK = 7
_MIDYEAR = 6  # behind this month the new year is the next
_NEAR = 62  # days around the anchor within which a day mentioned may be the one that news tells of


def deictic(found: Found, context: Context) -> Value | None:
    """Today, yesterday, tomorrow, the day before yesterday. Always seen from the writer's day; a story's today is the present."""
    if context.is_narrative and not found.count("x"):
        return Value(type="DATE", value="PRESENT_REF")
    return of_period(context.today.shift(found.count("x")), "anchor", is_recalled=not context.is_narrative)


def weekday(found: Found, context: Context) -> Value | None:
    """A weekday: the last one, the day itself included; the next one where its clause or `next` points forward."""
    period, anchor = weekday_period(found, context)
    return of_period(period, anchor)


def weekday_period(found: Found, context: Context) -> tuple[Period, Anchor]:
    """The day that a weekday's name means; the one that ends a range is the first behind its beginning."""
    origin, anchor = context.anaphora(found) if found.part("f") else context.deixis
    if origin.unit not in ("D", "W", "WE", "M"):
        raise UnanchoredError  # a year or decade has too many Mondays
    here = origin.to("D")
    if (opened := _opened(found, context)) and abs(opened.index - here.index) < _DAYS_OF_WEEK:
        ahead = (found.count("w") - opened.start.isoweekday() - context.weekday_slip) % 7
        return opened.shift(ahead or 7), "mention"
    back = (here.start.isoweekday() + context.weekday_slip - found.count("w")) % 7
    relation = found.value("r") or found.value("f")
    if relation == "-1":
        weeks = _DAYS_OF_WEEK if back == 0 or (anchor == "anchor" and _calls_last(found, back)) else 0
        return here.shift(-(back + weeks)), anchor
    if relation == "1":
        ahead = 7 - back
        return here.shift(ahead + 7 if ahead == 1 else ahead), anchor  # tomorrow is no next Tuesday
    if anchor == "mention" and context.is_narrative:
        is_forward = back > 1  # a story goes on
    else:
        least = (
            0 if relation == "0" and not found.has("PAST") else 1
        )  # this Sunday is the coming one where no verb looks back
        is_forward = back > 0 and not _owns(found, context) and context.points(found) >= least
    return here.shift(7 - back if is_forward else -back), anchor


def _calls_last(found: Found, back: int) -> bool:
    """Whether ``last`` before a weekday that was yesterday means the one before: yesterday nobody calls last Friday."""
    told = found.part("r")
    return back == 1 and bool(told) and told[0].start < found.part("w")[0].start


def _opened(found: Found, context: Context) -> Period | None:
    """The day with which the range begins that a weekday ends: Monday to Friday."""
    told = context.mentioned
    return told if told is not None and told.unit == "D" and context.is_joined(found.span[0]) else None


def _owns(found: Found, context: Context) -> bool:
    """Whether an 's follows: the verb's time is not that of Wednesday's ruling."""
    end = found.tokens[-1].end
    return context.text[end : end + 2] in ("'s", "’s")


def weekday_of_week(found: Found, context: Context) -> Value | None:
    """Monday last week."""
    if found.value("u") != "W":
        return None
    origin, anchor = context.deixis
    week = origin.to("W").shift(found.count("r"))
    return of_period(Period("D", week.start.toordinal() + found.count("w") - 1), anchor)


def unit_relative(found: Found, context: Context) -> Value | None:
    """This week, last month, next year, later this year, the end of this month."""
    unit, shift = found.value("u") or "D", found.count("r")
    origin, anchor = context.deixis
    if unit not in PRECISION:
        return None
    if found.has("THIS") and unit == "D":
        return _this_day(found, context)
    return of_period(origin.to(unit).shift(shift), anchor)


def _this_day(found: Found, context: Context) -> Value | None:
    """This day, unless a narrative has told of none; `to this day` is the present, whenever that is."""
    if found.match.start() and found.run[found.match.start() - 1].code in members("TO"):
        return Value(type="DATE", value="PRESENT_REF")
    origin, anchor = context.deixis
    return of_period(origin, anchor) if origin.unit == "D" else None


def this_day_of_year(found: Found, context: Context) -> Value | None:
    """On this day in 1994: the day of the year that it is today, in that year."""
    today = context.today.start
    return of_period(day(found.count("y"), today.month, today.day), "anchor")


def weekend(found: Found, context: Context) -> Value | None:
    """The weekend: the last one, or the coming one where the clause points forward."""
    if found.part("f"):
        origin, anchor = context.anaphora(found)
        return of_period(
            origin.to("WE").shift(found.count("f") if origin.start.isoweekday() >= 6 else min(found.count("f"), 0)),
            anchor,
        )
    origin, anchor = context.deixis
    here = origin.to("WE")
    relation = found.value("r")
    is_over = origin.start.isoweekday() >= 6
    shift = 0 if is_over else -1
    if relation in ("0", "1") or (relation is None and context.points(found) > 0):
        shift = 1 if relation == "1" and is_over else 0
    elif relation == "-1":
        shift = -1
    return of_period(here.shift(shift), anchor)


def anaphoric(found: Found, context: Context, shift: str) -> Value | None:
    """That day, the same month, the following year: counted from the date mentioned last."""
    origin, anchor = context.anaphora(found)
    unit = found.value("u") or "D"
    if unit not in PRECISION:
        return None
    step = int(found.value("r") or shift)
    if origin.unit not in ("D", "W") and unit == "D" and context.is_narrative:
        origin = context.by_unit.get(unit, origin)  # the same day is the day told last, whatever month was named since
    if unit == "Q" and context.is_coarser(origin, unit) and not context.is_narrative:
        told = context.by_unit.get(unit)
        origin, anchor = (told, "mention") if told else context.deixis
    if origin.unit in ("Y", "DE", "CE") and unit in ("D", "W", "M"):
        return None
    return of_period(origin.to(unit).shift(step), anchor)


def bare_unit(found: Found, context: Context) -> Value | None:
    """The quarter, the year, the day: the one under discussion."""
    unit = found.value("u") or "Y"
    before = found.run[found.match.start() - 1].code if found.match.start() else ""
    if unit not in PRECISION or (
        unit == "D" and before not in (*members("ON"), *members("EARLIER"), *members("LATER"))
    ):
        return None  # the day is a date only where something happened on it
    known = context.by_unit.get(unit)
    if known is not None and unit in ("Q", "D", "M", "W"):
        return of_period(known, "mention")
    origin, anchor = context.anaphora(found) if unit == "D" else context.deixis
    if unit == "D":
        return of_period(origin, anchor) if origin.unit == "D" else None
    period = origin.to(unit).shift(-1 if unit == "Q" else 0)
    if unit == "Y":
        context.report(period, found.tokens[-1].end)
    return of_period(period, anchor)


def year_end(found: Found, context: Context) -> Value | None:
    """Year end: the year that is ending."""
    if printed := found.value("y"):
        return of_period(Period("Y", int(printed)), mod="END")
    origin, anchor = context.deixis
    is_since = bool(found.match.start()) and found.run[found.match.start() - 1].text.lower() == "since"
    year = origin.to("Y").shift(-1 if is_since else 0)
    if not found.has("HYPHEN"):
        return of_period(year, anchor, mod="END")
    return of_period(Period("D", year.end.toordinal()), anchor, recalled=year)


def deictic_twice(found: Found, context: Context) -> Value | None:
    """The day before yesterday, the day after tomorrow."""
    today, shift = context.today, found.count("x")
    if not shift or found.value("b") != "D":
        return None
    return of_period(today.shift(shift * 2), "anchor")


def unit_under_discussion(found: Found, context: Context) -> Value | None:
    """Earlier in the day, early in the year: the day mentioned last, where it is one, else the anchor's."""
    unit = found.value("u") or "D"
    origin, anchor = context.anaphora(found) if unit == "D" else context.deixis
    if unit == "D" and not context.is_narrative and abs(origin.ordinal - context.today.ordinal) > _NEAR:
        origin, anchor = context.deixis  # what was long ago is only compared with
    if unit == "D" and not context.is_narrative and found.has("EARLIER") and origin.ordinal > context.today.ordinal:
        origin, anchor = context.deixis  # nothing has been earlier on a day to come
    if unit not in PRECISION or (unit == "D" and origin.unit != "D"):
        return None
    return of_period(origin.to(unit), anchor)


def unit_current(found: Found, context: Context) -> Value | None:
    """The current quarter, the fiscal year."""
    origin, anchor = context.deixis
    unit = found.value("u") or "D"
    if unit not in PRECISION:
        return None
    return of_period(origin.to(unit), anchor)


def year_new(found: Found, context: Context) -> Value | None:
    """The new year: the one that is about to begin, or has just begun."""
    if found.value("u") != "Y":
        return None
    origin, anchor = context.deixis
    if origin.unit in ("DE", "CE") or origin.is_before_christ:
        return None
    return of_period(origin.to("Y").shift(1 if origin.start.month > _MIDYEAR else 0), anchor)


def unit_before_last(found: Found, context: Context) -> Value | None:
    """Week before last."""
    origin, anchor = context.deixis
    unit = found.value("u") or "D"
    return of_period(origin.to(unit).shift(-2), anchor) if unit in ("W", "M", "Y") else None


def anaphoric_day(found: Found, context: Context) -> Value | None:
    """The final day, the second day: the day mentioned last, where one was; in a story the second day of what it tells."""
    origin, anchor = context.anaphora(found)
    if found.value("u") != "D" or origin.unit != "D":
        return None
    if not context.is_narrative or not (number := found.count("k")):
        return of_period(origin, anchor)
    if number == 1 or context.episode is None:
        context.episode = origin
        return of_period(origin, anchor)
    return of_period(context.episode.shift(number - 1), anchor)
