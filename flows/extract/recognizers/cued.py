"""Initiatives of any words, told by what a report says of them: its Mitra app, launched Plan del Sol, the Clean Slate scheme."""

import re
from collections.abc import Iterator
from typing import Final

from flows.extract.recognizers.spans import Body
from flows.extract.recognizers.units import Units

_USED: Final = re.compile(r" (?:app|portal|helpline|dashboard)s?\b")
_LAUNCHED: Final = re.compile(r"\b(?:launch(?:ed|es|ing| of)|unveil(?:ed|s|ing)|rolled out) (?:the )?(?=[A-Z])")
_OF_A_YEAR: Final = re.compile(r"(?<=[a-zA-Z])-20\d\d\b")
_CALLED: Final = re.compile(
    r" (?:programme|program|scheme|initiative|campaign|plan|project)\b(?! (?:manager|director|officer))"
)
_CALLED_WORDS: Final = (" program", " scheme", " initiative", " campaign", " plan", " project")
_OF_ANY_KIND: Final = frozenset(
    {" plan", " project"}
)  # so are called what is done at a place, too: the Zorvan Dam project
_USED_WORDS: Final = (" app", " portal", " helpline", " dashboard")  # without one of these no text is searched
_LAUNCH_WORDS: Final = ("launch", "unveil", "rolled out ")
_ANY: Final = frozenset({"a", "an", "A", "An"})
_ENDING: Final = frozenset(",.;|")
_GOING_ON: Final = frozenset({"in", "for", "to", "at", "on", "with", "across", "and", "which", "under"})
_LONGEST: Final = 4  # units of a name


def cued(units: Units) -> Iterator[Body]:
    """The names of initiatives that verbs, nouns and years tell, left to right, apart."""
    until = 0
    for first, last in sorted({*_used(units), *_called(units), *_launched(units), *_of_a_year(units)}):
        if first >= until:
            yield Body(first, last, "J", "told to be an initiative")
            until = last


def _used(units: Units) -> Iterator[tuple[int, int]]:
    """Before a noun for what no person is: its Mitra app, the Praja Palana portal."""
    for match in _USED.finditer(units.text) if _holds(units.text, _USED_WORDS) else ():
        last = units.at(match.start() + 1)
        first = _leftmost(units, last, "CGQ")
        if 0 < first < last and units.codes[first - 1] in "xts":
            yield first, last


def _called(units: Units) -> Iterator[tuple[int, int]]:
    """Common and unknown words with capitals before a noun for what is done in steps: the Clean Slate scheme, its Bonna Haki programme."""
    for match in _CALLED.finditer(units.text) if _holds(units.text, _CALLED_WORDS) else ():
        last = units.at(match.start() + 1)
        first = _leftmost(units, last, "CGWUQ")
        run = units.codes[first:last]
        is_told = "C" in run or "W" in run if match.group() not in _OF_ANY_KIND else "W" in run
        if (
            last - first > 1
            and is_told
            and units.codes[first - 1] in "ts"
            and units.words(first - 1, first) not in _ANY
        ):
            yield first, last


def _launched(units: Units) -> Iterator[tuple[int, int]]:
    """Unknown words that are launched: launched Gás do Povo, the launch of Sehat Ghar in three districts."""
    for match in _LAUNCHED.finditer(units.text) if _holds(units.text, _LAUNCH_WORDS) else ():
        first = last = units.at(match.end())
        while last - first < _LONGEST and (
            units.codes[last] in "CWA" or (units.codes[last] == "b" and units.codes[last + 1] in "CW" and last > first)
        ):
            last += 1
        run = units.codes[first:last]
        ends = units.codes[last] in _ENDING or units.words(last, last + 1) in _GOING_ON
        if ends and "C" in run and units.starts[first] == match.end():
            yield first, last


def _of_a_year(units: Units) -> Iterator[tuple[int, int]]:
    """Names with the year of their edition: Blue Strike-2025, AMAN-2025."""
    for match in _OF_A_YEAR.finditer(units.text) if "-20" in units.text else ():
        at = units.at(match.start())
        if at < 0 or units.ends[at] != match.end() or units.codes[at] not in "CA":
            continue
        first = _leftmost(units, at, "CGQWA")
        if first < at or units.codes[at] == "A":
            yield first, at + 1


def _holds(text: str, words: tuple[str, ...]) -> bool:
    """Whether a text has any of these, which takes a fraction of a search by pattern."""
    return any(word in text for word in words)


def _leftmost(units: Units, last: int, codes: str) -> int:
    """Where the units of these classes begin that end before ``last``."""
    first = last
    while first and last - first < _LONGEST and units.codes[first - 1] in codes:
        first -= 1
    return first
