"""Years counted from an era: AD 79, 1066 AD, 218 BC, August 216 BC, the 3rd century BC."""

from typing import Final

from flows.temporal.grammar import Found, members
from flows.temporal.periods import SEASONS, Period, month, part
from flows.temporal.readings import Context, Value, of_period
from flows.temporal.timex import Anchor

_TO_ERA: Final = 2  # tokens between a year and the era that stands behind the other end of its range


def year_anno_domini(found: Found, context: Context) -> Value | None:
    """AD 79, 1066 AD."""
    year = found.count("y")
    return of_period(Period("Y", year)) if year else None


def year_before_christ(found: Found, context: Context) -> Value | None:
    """218 BC, August 216 BC, the spring of 218 BC, 15 March 44 BC. No calendar day is computed so far back."""
    year = 1 - found.count("y")
    if season := found.value("s"):
        return of_period(part("SE", year, SEASONS.index(season) + 1))
    if not (name := found.count("m")):
        return of_period(Period("Y", year))
    return ancient_day(year, name, found.count("d"), "none") if found.part("d") else of_period(month(year, name))


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


def century_before_christ(found: Found, context: Context) -> Value | None:
    """The 4th century BC."""
    return of_period(Period("CE", -found.count("n"))) if found.count("n") else None


def century_listed(found: Found, context: Context) -> Value | None:
    """The 16th of `the 16th and 17th centuries`, the 4th of `the 4th to 2nd centuries BC`."""
    linked = "".join(map(members, ("AND", "OR", "TO", "HYPHEN", "DASH", "THE", "ORD", "CENTURY", "CENTURIES")))
    behind = next((token for token in found.run[found.match.end() :] if token.code not in linked), None)
    is_before = found.has("BC") or (behind is not None and behind.code in members("BC"))
    number = found.count("n")
    return of_period(Period("CE", -number if is_before else number - 1)) if number else None
