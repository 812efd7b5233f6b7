"""Posts over a place that no list has, or in an assembly: Mayor of Kamza Rakip Suli; the consul of Poland in Ostrog Jan Nowak; A B, mayor
of Vila Nova; Leader of the House in the Senate Ali Raza."""

import re
from functools import cache
from typing import Final

from flows.extract.recognizers.lexicon import Entry
from flows.extract.recognizers.units import Units
from flows.language.seeds import rows

_LED: Final = re.compile(r"[onf](?P<name>[CGQ](?:[CGQi]|b{1,2}(?=[CGQ])){1,4})(?![CGQWPKLIAbsv-])")
_APPOSED: Final = re.compile(r"[on](?P<place>[CGQ](?:b{0,2}[CG]))(?=[,.;|)])")
_ASSEMBLY: Final = re.compile(r"[no]t?O")
_LEAST: Final = 3  # words of a place and of who is named in full


def seat(units: Units, core: int, last: int) -> int:
    """Where a post ends with the unlisted place it is over, or the assembly it is held in. ``last`` is where it ends without."""
    entry = units.entries.get(units.starts[core]) if units.codes[last] in "onf" else None
    within = _held_in(entry) if entry else None
    if within == "assembly" and (held := _ASSEMBLY.match(units.codes, last)):
        body = units.entries.get(units.starts[held.end() - 1])
        return held.end() if body and body.row.get("subtype") == "legislature" else last
    if within != "place":
        return last
    first = last + 1
    if led := _LED.match(units.codes, last):
        size = led.end() - first
        if size >= _LEAST:
            return first + 1 + (size > _LEAST and units.codes[first + 1] != "G")  # Mayor of Kamza Ali Reza Suli
    if units.codes[core - 1] in ",t" and (apposed := _APPOSED.match(units.codes, last)):
        return apposed.end()
    return last


def is_local(entry: Entry) -> bool:
    """Whether a rank or title is held over or in a place."""
    return _held_in(entry) == "place"


def _held_in(entry: Entry) -> str | None:
    """What the phrase of an office goes on with: place or assembly."""
    return _within().get(entry.row.get("canonical", ""))


@cache
def _within() -> dict[str, str]:
    return {row["canonical"]: row["within"] for row in rows("local_offices")}
