"""What is called by somebody's name: a missile, drone or train, which is nobody; the place where a border is crossed; a daily paper."""

import re
from collections.abc import Iterator
from typing import Final

from flows.extract.recognizers.spans import Body
from flows.extract.recognizers.units import Units
from flows.language.cues import cue_words

_TOLD: Final = re.compile(r"\b(?:(?P<thing>missiles?|drones?|Express)|(?P<border>border)|(?P<daily>Daily))\b(?![-’'])")
_RUN: Final = re.compile(r"(?<![GCQPNWAOKLIUJRTHXi.@])[GCQ]{1,3}$")  # before the word
_LONGEST: Final = 5  # units of it, and what stands before it
_KINDS: Final = cue_words("kinds of missiles")  # between a name and its thing
_ENDS: Final = frozenset(",.;:|)eanp")  # what may follow a border that is crossed at a place
_PAPERS: Final = cue_words("called Express")
_PAPER: Final = re.compile(r"(?P<alone>[CGQP])(?:(?P<second>[CGQ])(?![CGQ]))?")


def called(units: Units) -> Iterator[Body]:
    """These names, left to right, apart: nothing that has a name, places, bodies."""
    until = 0
    for match in _TOLD.finditer(units.text):
        at = units.at(match.start())
        if at < 1 or units.span(at, at + 1) != match.span():
            continue  # border post: a head of its own
        body = _paper(units, at) if match["daily"] else _before(units, at, is_border=match["border"] is not None)
        if body and body.first >= until:
            yield body
            until = body.last


def _before(units: Units, at: int, *, is_border: bool) -> Body | None:
    """The name before a thing or a border: Shaheen ballistic missile, the Ghulam Khan border."""
    last = at - (not is_border and units.words(at - 1, at) in _KINDS)
    named = _RUN.search(units.codes, max(0, last - _LONGEST), last)
    if named is None or units.words(at + 1, at + 2).lower() in _PAPERS:
        return None
    first = named.start()
    if not is_border:
        return Body(first, last, "x", "thing")
    if any("-" in word or word == "Pak" for word in units.words(first, last).split()):
        return Body(first, last, "x", "border of two") if last - first > 1 else None
    is_crossed = units.codes[at + 1] in _ENDS or units.words(at + 1, at + 2) == "area"
    return Body(first, last, "P", "at a border") if is_crossed else None


def _paper(units: Units, at: int) -> Body | None:
    """A paper by its name: of Daily Zorvan, of which a reporter's name may follow the first word."""
    if units.codes[at - 1] not in "onpta":
        return None
    name = _PAPER.match(units.codes, at + 1)
    if name is None:
        return None
    last = name.end() if name["alone"] != "P" else name.end("alone")
    is_long = units.codes[name.end() : name.end() + 1] in tuple("CGQ")
    return Body(at, name.end("alone") if is_long else last, "O", "daily paper")
