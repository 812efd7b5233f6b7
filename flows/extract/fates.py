"""What befell the persons of a figure: the word that says so in the figure's own part of its sentence."""

import re
from functools import cache
from typing import Final

from flows.extract.figure_words import Measure, alternatives, words

_REACH: Final = 60  # characters in which persons and what befell them belong together
_NEAR: Final = 30  # the same, where what befell them stands before
_SET_IN: Final = re.compile(
    r"\s*(?:,|—|–|\()\s*(?:including|among them|mostly|most of them|all|both)\b[^,;.—–)]*(?:[,—–)]|$)"
)
_LISTED: Final = re.compile(r"\b(?:including|among them)\s+(?:[\w-]+\s+){0,3}$")
_ABOUT: Final = r"(?:(?:at least|more than|as many as|up to|over|about|around|some|nearly|another)\s+)?"
_NO_ONE: Final = re.compile(r"\b(?:no|any|every|some|the|this|that|each|which|last|loved)[ -]one$", re.IGNORECASE)
_OF_MONTH: Final = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s$")
_ALONE: Final = re.compile(  # what may follow a number that no noun follows
    r"(?:\s*[,.;—–)]|\s+(?:and|in|at|including|others|on|near|as|before|when|while)\b|\s*$)(?!\d)", re.IGNORECASE
)
_YEAR: Final = re.compile(r"(?:19|20)\d\d")


def fate(text: str, start: int, end: int, first: int, last: int) -> Measure | None:
    """What befell the persons ``text[start:end]`` (``12 injured men``) within the sentence ``first`` to ``last``.

    The word among them, else behind them in what is told of them (``two men, including a guard, were killed``), else before
    (``killing two men``), else that of a list which they open (``two men and a boy were killed``).
    """
    told = words("fate", "suffered")
    among = _passive().search(text, start, end)
    if among:
        return told[among.group().lower()]
    behind = _behind(text, start, end, first, min(last, end + 2 * _REACH))
    after = _passive().search(own := _own_part(behind)[:_REACH])
    if after and not _governs(own, after.start()):
        return told[after.group().lower()]
    before = list(_done_to().finditer(text, max(first, start - _NEAR), start))
    if before:
        return told[before[-1].group().lower()]
    listed = _shared().match(behind)
    return told[listed["fate"].lower()] if listed else None


def fate_of_number(text: str, start: int, end: int, first: int, last: int) -> Measure | None:
    """What befell so many, where no noun says that they are persons: ``killing 47, and 76 were injured``."""
    if _YEAR.fullmatch(text, start, end) or not text[start:end].replace(",", "").isalnum():
        return None
    if _NO_ONE.search(text, max(first, end - _NEAR), end) or _OF_MONTH.search(text, max(first, start - _NEAR), start):
        return None
    told = words("fate", "suffered")
    inserted = _SET_IN.match(text, end, last)
    behind = _befell().match(text, inserted.end() if inserted else end, last)
    if behind:
        return told[behind["fate"].lower()]
    before = _struck().search(text, max(first, start - _NEAR), start) if _ALONE.match(text, end, last) else None
    return told[before["fate"].lower()] if before else None


def _behind(text: str, start: int, end: int, first: int, last: int) -> str:
    """What follows the persons, past what is set in between commas; of persons set in themselves, what follows that."""
    inserted = _SET_IN.match(text, end, last)
    behind = text[inserted.end() if inserted else end : last]
    if behind[:1] in (",", "—", "–", ")") and _LISTED.search(text, first, start):
        return behind[1:]
    return behind


def _own_part(behind: str) -> str:
    return _next_part().split(behind, maxsplit=1)[0]


def _governs(own: str, at: int) -> bool:
    """Whether a word for what befell somebody is what was done to others: ``the lives of 31 men and injured many``."""
    return own[:at].strip().lower() in ("and", "and also", "but")


@cache
def _next_part() -> re.Pattern[str]:
    count = rf"(?:\d|(?:{alternatives('number')})\b)"
    return re.compile(
        rf"[,;.]|\s(?:while|after|when|who|whereas)\s|\sand\s(?={_ABOUT}{count}|(?:\w+\s){{1,2}}(?:were|was|others)\b"
        rf"|(?:{alternatives('fate')})\s+(?:to\s+)?{_ABOUT}{count})",
        re.IGNORECASE,
    )


@cache
def _befallen() -> str:
    """What befell whoever stands before it or is so described, as a pattern."""
    return rf"(?!(?!missing)\w+ing\b)(?P<fate>{alternatives('fate', 'suffered')})\b"


@cache
def _doing() -> str:
    """What befell whoever stands behind it, as a pattern."""
    return rf"(?<![\w-])(?<!were )(?<!was )(?<!been )(?P<fate>{alternatives('fate')})\b"


@cache
def _passive() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){_befallen()}", re.IGNORECASE)


@cache
def _done_to() -> re.Pattern[str]:
    return re.compile(_doing(), re.IGNORECASE)


@cache
def _shared() -> re.Pattern[str]:
    """The rest of a list and what befell all of it: ``and two boys were killed``."""
    return re.compile(
        rf"(?:,?\s+(?:and\s+)?(?:\d+|an?|{alternatives('number')})\s+(?:[\w’-]+\s+){{1,2}}?)+"
        rf"(?:(?:were|was|have been|had been|reportedly)\s+)?{_befallen()}",
        re.IGNORECASE,
    )


@cache
def _befell() -> re.Pattern[str]:
    return re.compile(
        rf"\s+(?:(?:were|was|are|have been|had been|others|reportedly|critically|seriously)\s+){{0,2}}{_befallen()}"
        r"(?!\s+(?:of|toll|row)\b)",
        re.IGNORECASE,
    )


@cache
def _struck() -> re.Pattern[str]:
    return re.compile(rf"{_doing()}\s+{_ABOUT}$", re.IGNORECASE)
