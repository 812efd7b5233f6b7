"""What tells an initiative from its like belongs to its name: the 12th Security Summit, Expo 2025, the Chief Minister's Ration Card."""

import re
from collections.abc import Iterator
from typing import Final

from flows.extract.recognizers.bodies import OFFICES
from flows.extract.recognizers.spans import Body
from flows.extract.recognizers.units import Units

_NAME: Final = re.compile(
    "J|(?<=d)O"
)  # an ordinal tells a gathering from the body that holds it: the 12th Zorvan Forum
_GATHERING: Final = re.compile(r".*\b(?:Forum|Congress)")
_BEHIND: Final = re.compile(r"d\.d|[djACWx]")
_ORDINAL: Final = re.compile(r"\d{1,3}(?:st|nd|rd|th)")
_YEAR: Final = r"(?:19|20)\d\d"
_NUMBER: Final = re.compile(rf"{_YEAR}(?:[-–/](?:{_YEAR}|\d\d))?|\d{{1,2}}-{_YEAR}|[IVX]{{2,5}}|V|\d\.\d")
_SHORT_YEAR: Final = re.compile(r"\d\d")
_BY_SHORT_YEAR: Final = re.compile(r"(?:Exercise|Op|Ops|Operation)\b")
_OWNED: Final = re.compile(r".*(?:Card|Scheme|Package|Loan|Fund|Award|Program(?:me)?)s?")
_GOES_ON: Final = frozenset("CGWKLIDUd")  # a number before a name or a unit counts that


def editions(units: Units) -> Iterator[Body]:
    """Initiatives with the ordinal, number or holder of an office that tells one of several, left to right, apart."""
    for match in _NAME.finditer(units.codes):
        name, last = match.span()
        if match[0] == "O" and not (_GATHERING.fullmatch(units.words(name, last)) and _first(units, name) < name):
            continue
        number = _BEHIND.match(units.codes, last)
        if number and _is_number(units, name, last, number.end()):
            last = number.end()
        first = _first(units, name)
        if last - first > 1:
            yield Body(first, last, "J", "edition of an initiative")


def _first(units: Units, name: int) -> int:
    """Where a name begins that its ordinal or the office that it goes by precede."""
    before = units.codes[max(0, name - 2) : name]
    if before == "Rs":
        is_its = units.words(name - 2, name - 1) in OFFICES and _OWNED.fullmatch(units.words(name, name + 1))
        return name - 2 if is_its else name
    is_nth = before[-1:] == "d" and before != "Dd" and _ORDINAL.fullmatch(units.words(name - 1, name)) is not None
    return name - is_nth


def _is_number(units: Units, name: int, first: int, last: int) -> bool:
    """Whether the units behind a name tell its edition: Expo 2025, Operation Orion XIII, but not ran Operation Orion 12 days."""
    number = units.words(first, last)
    if number.islower():
        return False
    if units.codes[last] in _GOES_ON:
        return False
    if _NUMBER.fullmatch(number):
        return True
    is_short_year = _SHORT_YEAR.fullmatch(number) is not None and units.codes[last] not in "xzqeh"
    return is_short_year and _BY_SHORT_YEAR.match(units.words(name, first)) is not None
