"""Days that say themselves which they are, in whole or in part: 7 Sep 2025, May 5, the 16th, 09-03-2021, Christmas."""

import re
from datetime import date, datetime, timedelta
from typing import Final

from flows.temporal.grammar import Found, members
from flows.temporal.named_days import named_period, named_period_near
from flows.temporal.periods import Period, containing, day, month
from flows.temporal.ranges import year_behind
from flows.temporal.readers.eras import ancient_day
from flows.temporal.readings import STORY_GOES_ON, Context, Value, in_story, nearest_year, of_period
from flows.temporal.surroundings import describes_next
from flows.temporal.tense import is_aftermath, is_since
from flows.temporal.timex import Anchor

_NEAR: Final = 62  # days: nearer than that, a month and day without a year is the nearest one, whatever the verb
_STORY_STEP: Final = 7  # days: how far ahead a story's next day is likely to be
_LONGEST_LIST: Final = 9  # tokens between the first day of a list and the month behind it: 14, 15, 16, 17 and 18 June
_FIRST_PLAIN_YEAR: Final = 1000  # one of fewer digits is a year only where a text prints such
_LONGEST_END: Final = 6  # tokens of `ended June 30, 1990`
_LAST, _LAST_MIDDLE = -1, 27  # `the last` in the word list; the day in the middle of a month's last week
_TUESDAY: Final = 2  # a feast up to this day of the week prolongs the weekend before it
_PIVOT: Final = 70  # two printed digits from here on mean the last century, as POSIX reads them


def calendar(found: Found, context: Context) -> Value | None:
    """A day of a month: with its year, or the year that context gives it. A printed weekday that disagrees is a conflict."""
    if context.is_narrative and not found.count("y") and (era := context.mentioned) and era.is_before_christ:
        return ancient_day(era.year, found.count("m"), found.count("d"), "mention")
    period, anchor = _day(found, context, found.count("m"), found.count("d"))
    conflicts = _weekday_conflict(found, period)
    if conflicts and period and context.is_narrative:  # of the Julian calendar: so are the weekdays that follow
        context.weekday_slip = (int(found.part("w")[0].value) - period.start.isoweekday()) % 7
    return of_period(period, anchor, conflicts=conflicts)


def _day(found: Found, context: Context, name: int, number: int) -> tuple[Period | None, Anchor]:
    """The day of a month's number and a day's, and what gave its year: the match itself, what stands behind it, or context."""
    if year := found.count("y") or year_behind(found):
        return day(year, name, number), "none"
    origin, anchor = context.deixis
    if context.is_narrative and anchor == "mention":
        return in_story(
            context, found.span[0], [day(origin.year + shift, name, number) for shift in (-1, 0, 1)]
        ), anchor
    if is_aftermath(context.text, *found.span):
        return nearest_year(name, number, origin.start, direction=-1), anchor
    period = nearest_year(name, number, origin.start)
    is_far = period is not None and abs(period.index - origin.to("D").index) > _NEAR
    if (is_far or is_since(context.text, found.span[0])) and (way := context.points(found)):
        period = nearest_year(name, number, origin.start, direction=way)
    return period, anchor


def _weekday_conflict(found: Found, period: Period | None) -> tuple[str, ...]:
    printed = found.part("w")
    if not printed or period is None or not period.is_valid() or period.start.isoweekday() == int(printed[0].value):
        return ()
    return (f"{printed[0].text} is printed, {period.value} is a {period.start:%A}",)


def second_day(found: Found, context: Context) -> Value | None:
    """The other day of a list or range that shares a month: the 25 of `April 24 and 25`."""
    first = context.mentioned
    if first is None or first.unit != "D":
        return None
    return of_period(day(first.start.year, first.start.month, found.count("d")), "mention")


def first_day(found: Found, context: Context) -> Value | None:
    """The first day of a list or range that shares a month printed behind it: the 18 of `18 to 20 November`."""
    behind = found.run[found.match.end() : found.match.end() + _LONGEST_LIST]
    name = next((int(token.value) for token in behind if token.code in members("MONTH")), 0)
    period, anchor = _day(found, context, name, found.count("d"))
    return of_period(period, anchor)


def ordinal_day(found: Found, context: Context) -> Value | None:
    """`The 16th`: the last one that has been, the coming one where the clause points forward or a story goes on."""
    is_spelled = found.part("d")[0].text.isalpha()  # on the third: of what, only a story tells
    if describes_next(context.text, found.tokens[-1].end) or (is_spelled and not context.is_narrative):
        return None
    return day_by_number(found, context)


def day_listed(found: Found, context: Context) -> Value | None:
    """The 6th of `on the 5th and 6th`, where the one before it was taken for a day."""
    before, told = found.run[found.match.start() - 2], context.mentioned
    is_next = told is not None and told.unit == "D" and context.mentioned_at == before.end
    if told is None or not is_next or describes_next(context.text, found.span[1]):
        return None
    return of_period(day(told.start.year, told.start.month, found.count("d")), "mention")


def day_by_number(found: Found, context: Context) -> Value | None:
    """The day of the month that its number alone names."""
    origin, anchor = context.deixis
    told = context.by_unit.get("D") if context.is_narrative else None
    if told is not None and _is_aside(origin, told):
        origin = told  # of the day told last, not of what was named since
    is_story = anchor == "mention" and context.is_narrative and origin.unit in ("D", "W", "M")
    way = 1 if is_story else context.points(found) or (1 if _is_of_days_ahead(found, context) else -1)
    months = (origin.to("M").shift(shift).start for shift in (0, way))
    around = [period for held in months if (period := day(held.year, held.month, found.count("d")))]
    today = origin.to("D").index
    if not context.is_narrative and (same_month := _later_in_month(found, context)):
        return of_period(same_month, "mention")
    if is_story:  # it goes on, or looks a few days back
        return of_period(min(around, key=lambda p: abs(p.index - today - _STORY_STEP), default=None), anchor)
    return of_period(next((p for p in around if (p.index - today) * way >= 0), None), anchor)


def _is_of_days_ahead(found: Found, context: Context) -> bool:
    """Whether the same sentence has named a day to come: she leaves on Tuesday for talks that run from the 6th."""
    told, between = context.mentioned, context.text[context.mentioned_at : found.span[0]]
    if context.is_narrative or told is None or told.unit != "D" or ". " in between:
        return False
    return told.ordinal > context.today.ordinal


def _later_in_month(found: Found, context: Context) -> Period | None:
    """The day that ends what the same sentence began in its month: they open on 9 February and run through the 25th."""
    told, before = context.mentioned, found.run[found.match.start() - 1 : found.match.start()]
    is_end = any(token.code in members("UNTIL") + members("TO") for token in before)
    if told is None or told.unit != "D" or not is_end or ". " in context.text[context.mentioned_at : found.span[0]]:
        return None
    period = day(told.start.year, told.start.month, found.count("d"))
    return period if period and period.index > told.index else None


def _is_aside(origin: Period, told: Period) -> bool:
    """Whether a story named the year of the day told last, or looked back to a month before it."""
    is_its_year = origin.unit in ("Y", "H", "SE") and origin.year == told.year
    return is_its_year or (origin.unit == "M" and origin.index < told.to("M").index)


def day_of_relative_year(found: Found, context: Context) -> Value | None:
    """May 5 last year."""
    origin, anchor = context.deixis
    year = origin.year + found.count("r")
    return of_period(day(year, found.count("m"), found.count("d")), anchor) if found.value("u") == "Y" else None


def day_of_mentioned_year(found: Found, context: Context) -> Value | None:
    """July 25 of that year, 3 March of the following year."""
    origin, anchor = context.anaphora(found)
    year = origin.year + found.count("r")
    return of_period(day(year, found.count("m"), found.count("d")), anchor) if found.value("u") == "Y" else None


def day_of_mentioned_month(found: Found, context: Context) -> Value | None:
    """The 20th of that month, the 5th of the following month."""
    origin, anchor = context.anaphora(found)
    if found.value("u") != "M" or origin.unit in ("Y", "DE", "CE"):
        return None
    held = origin.to("M").shift(found.count("r"))
    return of_period(day(held.year, held.start.month, found.count("d")), anchor)


def day_of_relative_month(found: Found, context: Context) -> Value | None:
    """The 5th of next month."""
    origin, anchor = context.deixis
    held = origin.to("M").shift(found.count("r")).start
    return of_period(day(held.year, held.month, found.count("d")), anchor) if found.value("u") == "M" else None


def day_ended(found: Found, context: Context) -> Period | None:
    """The day printed behind a match as the end of what it names: the quarter ended June 30, the week ending 3 July 2009."""
    behind = found.run[found.match.end() : found.match.end() + _LONGEST_END]
    if not behind or behind[0].code not in members("ENDED") or context.moment is None:
        return None
    names, numbers, years = (
        [int(token.value) for token in behind if any(token.code in members(name) for name in classes)]
        for classes in (("MONTH",), ("DAY", "DAYORD"), ("YEAR",))
    )
    if not (names and numbers):
        return None
    return day(years[0], names[0], numbers[0]) if years else nearest_year(names[0], numbers[0], context.moment.date())


def week_of_day(found: Found, context: Context) -> Value | None:
    """The week of March 6, the weekend of 3 October."""
    held, unit = calendar(found, context), found.value("u") or ""
    return of_period(held.period.to(unit), held.anchor) if held and held.period and unit in ("W", "WE") else None


def iso(found: Found, context: Context) -> Value | None:
    """A date, or a moment, in ISO 8601."""
    printed = found.value("i") or ""
    try:
        moment = datetime.fromisoformat(printed)
    except ValueError:
        return None
    on = containing("D", moment.date())
    if len(printed) == len(date.min.isoformat()):
        return of_period(on)
    return Value(type="TIME", value=printed[:16], first=on.start, last=on.start, precision="minute", recalled=on)


def slashed(found: Found, context: Context) -> Value | None:
    """Numbers only: 09-03-2021. In the one order that gives a date, or the context's; where that has none, a conflict."""
    printed = re.split(r"\D", found.value("s") or "")
    first, second, third = (int(number) for number in printed)
    if len(printed[0]) == 4:
        return of_period(day(first, second, third))
    if len(printed[0]) > 2:
        return None
    year = third if len(printed[2]) == 4 else third + (1900 if third >= _PIVOT else 2000)
    day_first = context.day_first
    read = {True: day(year, second, first), False: day(year, first, second)}
    period = read[day_first is not False] or read[day_first is False]
    is_open = day_first is None and all(read.values()) and first != second
    return of_period(period, conflicts=("day and month could be exchanged",) if is_open else ())


def named_day(found: Found, context: Context) -> Value | None:
    """A holiday, feast or national day; its year printed or the one that context means."""
    name, country = found.value("n") or "", context.settings.country
    if year := found.count("y"):
        return named_period(name, country, year) if year >= _FIRST_PLAIN_YEAR or context.is_ancient else None
    origin, anchor = context.deixis
    told = found.value("r")
    if told is None and context.is_narrative and anchor == "mention":
        return _named_in_story(name, country, origin)
    way = int(told or context.points(found))
    return named_period_near(name, country, origin.start, anchor, way=way, is_told=told is not None)


def named_weekend(found: Found, context: Context) -> Value | None:
    """The Labour Day weekend, the Thanksgiving weekend: the one beside the day."""
    held = named_day(found, context)
    if held is None or held.period is None or held.period.unit != "D":
        return None
    is_before = held.period.start.isoweekday() <= _TUESDAY
    return of_period(held.period.to("WE").shift(-1 if is_before else 0), held.anchor)


def _named_in_story(name: str, country: str, origin: Period) -> Value | None:
    """The feast of the year that the story tells of, or the one that it is likely to come to."""
    if origin.unit == "Y":
        return named_period(name, country, origin.year)
    expected = origin.start + timedelta(STORY_GOES_ON)
    return named_period_near(name, country, expected, "mention", way=0, is_told=False)


def week_of_month(found: Found, context: Context) -> Value | None:
    """The second week of January: the calendar week that holds the middle of the month's second seven days."""
    count = found.count("n")
    if found.value("u") != "W" or not (1 <= count <= 5 or count == _LAST):
        return None
    middle = _LAST_MIDDLE if count == _LAST else count * 7 - 3
    if year := found.count("y"):
        held: Period | None = month(year, found.count("m"))
        anchor: Anchor = "none"
    else:
        held, anchor = _day(found, context, found.count("m"), min(middle, 28))
    return of_period(Period("D", held.to("M").start.toordinal() + middle - 1).to("W"), anchor) if held else None
