"""Years counted from an era: AD 79, 1066 AD, 218 BC, August 216 BC, the 3rd century BC."""

from typing import Final

from flows.temporal.grammar import Found, members
from flows.temporal.periods import SEASONS, Period, day, month, part
from flows.temporal.ranges import is_governed, opens_count
from flows.temporal.readings import Context, Value, of_period
from flows.temporal.surroundings import counts_people, is_of_a_life, is_told_as_number
from flows.temporal.timex import Anchor

_TO_ERA: Final = 2  # tokens between a year and the era that stands behind the other end of its range


def year_anno_domini(found: Found, context: Context) -> Value | None:
    """AD 79, 1066 AD."""
    year = found.count("y")
    return of_period(Period("Y", year)) if year else None


def year_before_christ(found: Found, context: Context) -> Value | None:
    """218 BC, August 216 BC, the spring of 218 BC, 15 March 44 BC. No calendar day is computed so far back."""
    return _of_parts(found, 1 - found.count("y"))


def year_of_one_era(found: Found, context: Context) -> Value | None:
    """The 264 of `264 to 241 BC`, the 73 of `AD 66-73`: the era is printed once for both."""
    year = found.count("y")
    behind = found.run[found.match.end() + _TO_ERA :][:1]
    is_before = bool(behind) and behind[0].code in members("BC")
    return of_period(Period("Y", 1 - year if is_before else year)) if year else None


def ancient_day(year: int, name: int, number: int, anchor: Anchor) -> Value:
    """A day of a month before year 1: its value names it, the text goes on from its month."""
    held = month(year, name)
    return Value(type="DATE", value=f"{held.value}-{number:02d}", precision="day", recalled=held, anchor=anchor)


def early_year(found: Found, context: Context) -> Value | None:
    """A year of three digits, in a text that prints such, where a month, a season, an edge, a preposition or a life before it makes
    it one: 5 June 774, late 643, in 525, born about 620."""
    year, at = found.count("y"), found.match.end() - 1
    if not context.is_ancient or opens_count(found.run, at, context.text):
        return None
    before_christ = context.mentioned is not None and context.mentioned.is_before_christ
    is_told = len(found.tokens) > 1 or is_governed(found.run, at, is_ascending=not before_christ)
    if not (is_told or is_of_a_life(context.text, found.run[at].start)):
        return None
    counts = counts_people if found.part("s") or found.edge else is_told_as_number  # in the winter of 600 wolves came
    if counts(context.text, found.span[1]):
        return None
    return _of_parts(found, 1 - year if before_christ else year)


def clipped_year(found: Found, context: Context) -> Value | None:
    """A year without its century: in March '45. In a story of the century told of; else the last year that ends so."""
    is_told = len(found.tokens) > 1 or is_governed(found.run, found.match.start())
    if not is_told or is_told_as_number(context.text, found.span[1]):
        return None
    told = context.mentioned if context.is_narrative else None
    now = told.year if told else context.today.year
    year = now // 100 * 100 + int(found.tokens[-1].text[1:])
    return _of_parts(found, year if told or year <= now else year - 100)


def _of_parts(found: Found, year: int) -> Value | None:
    """The year, or the season, month or day of it that the match names."""
    if season := found.value("s"):
        return of_period(part("SE", year, SEASONS.index(season) + 1))
    if not (name := found.count("m")):
        return of_period(Period("Y", year))
    if not (number := found.count("d")):
        return of_period(month(year, name))
    return ancient_day(year, name, number, "none") if year < 1 else of_period(day(year, name, number))


def century_before_christ(found: Found, context: Context) -> Value | None:
    """The 4th century BC."""
    return of_period(Period("CE", -found.count("n"))) if found.count("n") else None


def turn_of_century(found: Found, context: Context) -> Value | None:
    """The turn of the 18th century is that century; the turn of the century the round year nearest to what is told of."""
    if number := found.count("n"):
        return of_period(Period("CE", number - 1))
    year = context.deixis[0].year
    return of_period(Period("Y", round(year, -2)), context.deixis[1], is_recalled=False) if year > 0 else None


def century_listed(found: Found, context: Context) -> Value | None:
    """The 16th of `the 16th and 17th centuries`, the 4th of `the 4th to 2nd centuries BC`."""
    linked = "".join(map(members, ("AND", "OR", "TO", "HYPHEN", "DASH", "THE", "ORD", "CENTURY", "CENTURIES", "EDGE")))
    behind = next((token for token in found.run[found.match.end() :] if token.code not in linked), None)
    is_before = found.has("BC") or (behind is not None and behind.code in members("BC"))
    number = found.count("n")
    return of_period(Period("CE", -number if is_before else number - 1)) if number else None
