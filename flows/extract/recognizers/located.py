"""Names of persons that only stand where a place does, and nowhere else in the report: found in Noor Shah, a shop at Diego Martin."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from flows.contract.changed import changed
from flows.extract.recognizers.people import Person
from flows.extract.recognizers.rules import Found, Named
from flows.language.seeds import rows

_BEFORE: Final = re.compile(r"(?:^|(?P<word>[\w’'-]+)\W+)(?:[Ii]n|[Aa]t|[Nn]ear|across|outside) $")
_PREPOSITIONS: Final = ("in ", "In ", "at ", "At ", "ear ", "across ", "outside ")
_LED: Final = re.compile(r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Bb]etween|across) $")
_FARTHEST: Final = 24  # characters that hold the preposition and the word before it
_BEHIND: Final = re.compile(
    r"(?!\.\w)(?:[,.;:)–—]| (?:and|or|on|in|at|near|to|for|from|by|of|with|after|before|when|where|while|during|is|was|were"
    r"|are|has|have|had|will|that|which|who|as|since|until|early|late|last|this|today|yesterday|he|she|they|it|there)\b)"
)
_PARTICLES: Final = frozenset({"Al", "El", "Abu", "Ibn", "Bin", "San", "St"})  # in names of places as well
_INITIAL: Final = re.compile(r"\b[A-Z]\.")


def with_located(found: Found) -> Found:
    """The findings with such names made places: nobody whom more than words of names tells, no name that recurs as a person's."""
    text = found.left.text
    starts = {n.start: n.end for n in found.named if n.kind == "place"}
    ends = {end: start for start, end in starts.items()}
    there = {
        text[p.start : p.end]
        for p in found.persons
        if _may_be_place(p) and (_stands_there(text, p) or _is_in_row(text, p, starts, ends))
    }
    if not there:
        return found
    towns = [p for p in found.persons if _may_be_place(p) and text[p.start : p.end] in there]
    others = {word for p in found.persons if p not in towns for word in text[p.start : p.end].split()} - _PARTICLES
    towns = [p for p in towns if others.isdisjoint(text[p.start : p.end].split())]
    return changed(
        found,
        persons=tuple(p for p in found.persons if p not in towns),
        named=(*found.named, *(Named(p.start, p.end, "place", "stands where a place does") for p in towns)),
    )


def _may_be_place(person: Person) -> bool:
    """Nothing but words of names or a model told the person."""
    return person.is_open and not person.honorific


def _stands_there(text: str, person: Person) -> bool:
    """Behind in, at or near, where the clause goes on as behind a place."""
    if not text.endswith(_PREPOSITIONS, 0, person.start):
        return False  # most are told from it without a pattern
    before = _BEFORE.search(text, max(0, person.start - _FARTHEST), person.start)
    if before is None or (before["word"] or "").lower() in _inward() or not _BEHIND.match(text, person.end):
        return False
    return _INITIAL.search(text, person.start, person.end) is None


def _is_in_row(text: str, person: Person, starts: Mapping[int, int], ends: Mapping[int, int]) -> bool:
    """The last of a row of places (between X and Y; in W, X and Y), or the first of one (said W, X and Y are cut off)."""
    following = starts.get(person.end + len(", ")) if text.startswith(", ", person.end) else None
    if following is not None and " " not in text[person.start : person.end] and text.startswith(" and ", following):
        return True
    joiner = next((word for word in (" and ", " to ") if text.endswith(word, 0, person.start)), None)
    before = ends.get(person.start - len(joiner)) if joiner else None
    if before is None or not _BEHIND.match(text, person.end):
        return False
    if joiner == " to ":
        return text.endswith("from ", 0, before)  # from X to Y
    return _LED.search(text, max(0, before - _FARTHEST), before) is not None or before - len(", ") in ends


@cache
def _inward() -> frozenset[str]:
    """What is in or at a person: trust, angry."""
    return frozenset(row["word"] for row in rows("place_cues") if row["side"] == "inward")
