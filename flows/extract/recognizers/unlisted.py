"""Small places that no list has: behind words that only places follow (villagers of X, north of X), in a row with a place, in posts."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from typing import Final

from flows.contract.changed import changed
from flows.extract.recognizers.rules import Found, Named
from flows.extract.recognizers.spans import Spans
from flows.extract.recognizers.units import Units
from flows.extract.recognizers.within import name_words
from flows.language.seeds import rows

_RUN: Final = r"(?:b?[CQ](?:b{0,2}[CQ]){0,2})(?![CGQPWKLIAJOUR@b]|-?d|s?[KIO])"
_ONE: Final = rf"(?:{_RUN}|P+)"
_ROW: Final = rf"{_ONE}(?:(?:,{_ONE})*,?a{_ONE})?"
_EXPECTED: Final = re.compile(rf"(?<![CGQPWA@b])(?=[P,ab]*[CQ]){_ROW}")  # X; X, Lahore and Y
_SMALL: Final = "xhlqv"  # classes of such words
_TOWN: Final = "town of the country"
_NAMES: Final = re.compile(_RUN)
_ANY: Final = re.compile(r"[CQ](?:b{0,2}[CQ]){0,2}")


def with_unlisted(found: Found) -> Found:
    """The findings with the names that their surroundings make places, and where the report prints those again."""
    units = found.left
    if "C" not in units.codes and "Q" not in units.codes:
        return found
    expected = [units.span(*run) for run in _expected(units, _with_places(units, found))]
    if not expected:
        return found
    taken, people = Spans(found.persons, found.named), name_words(found)
    told = {span for span in expected if not taken.meet(*span) and _may_be(units.text[slice(*span)], people)}
    if not told:
        return found
    words = {units.text[start:end] for start, end in told}
    again = {
        span
        for match in _ANY.finditer(units.codes)
        if units.words(*match.span()) in words and not taken.meet(*(span := units.span(*match.span())))
    }
    places = (Named(start, end, "place", "where a place is expected") for start, end in sorted(told | again))
    return changed(found, named=(*found.named, *places))


def _may_be(name: str, people: set[str]) -> bool:
    """No word of a person's name, and nothing with figures."""
    return people.isdisjoint(name.split()) and name[0].isupper() and not any(map(str.isdigit, name))


def _with_places(units: Units, found: Found) -> str:
    """The classes of the units, those of places that another rule found as P."""
    towns = [name for name in found.named if name.rule == _TOWN]
    if not towns:
        return units.codes
    codes = list(units.codes)
    for town in towns:
        first, last = bisect_left(units.starts, town.start), bisect_left(units.ends, town.end) + 1
        codes[first:last] = "P" * (last - first)
    return "".join(codes)


def _expected(units: Units, codes: str) -> Iterator[tuple[int, int]]:
    """The runs that their surroundings make places: villagers of X, Y and Z; off X; in X, Lahore and Y; X villagers."""
    for match in _EXPECTED.finditer(codes):
        if _is_led(units, match) or _tells(units, match.end(), "left"):
            yield from (name.span() for name in _NAMES.finditer(codes, *match.span()))


def _is_led(units: Units, match: re.Match[str]) -> bool:
    """Whether the words before a row of names say that they are places', or a place among them."""
    before = match.start() - 1 - (units.codes[match.start() - 1] == "t")
    if units.codes[before] == "n":
        return "a" in match.group() and ("P" in match.group() or "," in match.group())
    if units.codes[before] == "o":
        is_told = units.codes[before - 1] == "v" or units.codes[before - 3 : before] == "zo@"  # son of A of X
        return is_told or _tells(units, before - 1, "of")
    return _tells(units, before, "right")


def _tells(units: Units, at: int, side: str) -> bool:
    """Whether a small word at this place says that a place stands at its side."""
    return units.codes[at] in _SMALL and units.words(at, at + 1).lower() in _words(side)


@cache
def _words(side: str) -> frozenset[str]:
    return frozenset(row["word"] for row in rows("place_cues") if row["side"] == side)
