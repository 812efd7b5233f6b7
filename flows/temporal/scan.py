"""Where to look: one pass for trigger words (Aho-Corasick), one for the shapes of dates, and the windows around what they find."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

import ahocorasick_rs

from flows.temporal.named_days import named_days
from flows.temporal.words import triggers

Window = tuple[int, int, dict[int, tuple[int, str]]]

_REACH: Final = 44  # characters to either side of a trigger: `no more than one hundred and twenty` has 35
_JOINED: Final = frozenset("-'.,:/")  # signs within which a window neither begins nor ends
_FISCAL: Final = re.compile(r"\bfy\d", re.IGNORECASE)
_SHAPES: Final = re.compile(  # begins with its digit, so that the search leaps from digit to digit
    r"\d(?<!\bfy\d)(?:\d{3}(?!\d)|\d{0,3}[-/.:]\d|\d?\s?[ap]\.?m\b|\d?(?:st|nd|rd|th)\b|\d?h[0-5]\d\b|\d{0,2}(?<=0)s\b|(?<=['’‘]\d)\d\b)",
    re.IGNORECASE,
)
_EARLY_YEAR: Final = re.compile(r"(?<![\d.,-])[1-9]\d\d(?![\w-]|[.,]\d)")


@cache
def _triggers() -> tuple[ahocorasick_rs.AhoCorasick, list[str]]:
    """The automaton of all trigger words and names of days, in lower case, and the list that its hits count in."""
    listed = sorted({*named_days(), *triggers()})
    automaton = ahocorasick_rs.AhoCorasick(
        listed, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest, implementation=ahocorasick_rs.Implementation.DFA
    )
    return automaton, listed


def windows(text: str, is_ancient: bool = False) -> Iterator[Window]:
    """(start, end, named days) of the stretches in which a time expression can stand; named days are start → (end, name).
    In a text of early years (``is_ancient``) three digits may be one."""
    start = end = -1
    named: dict[int, tuple[int, str]] = {}
    known = named_days()
    for at, behind, name in _hits(text, is_ancient):
        if at - _REACH > end:
            if end >= 0:
                yield _window(text, start, end, named)
            start, named = max(0, at - _REACH), {}
        end = behind + _REACH
        if name in known:
            named[at] = (behind, name)
    if end >= 0:
        yield _window(text, start, end, named)


def _hits(text: str, is_ancient: bool) -> list[tuple[int, int, str]]:
    """(start, end, trigger) of every trigger word that is a whole word, and of every shape ('' for those), in order."""
    automaton, listed = _triggers()
    low = text.lower()
    if len(low) != len(text):  # some letters grow when lowered ('İ'): offsets would slip
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    size = len(low)
    hits = [
        (start, end, listed[index])
        for index, start, end in automaton.find_matches_as_indexes(low)
        if not (start and low[start - 1].isalpha()) and not (end < size and low[end].isalnum())
    ]
    hits += [(*match.span(), "") for match in _SHAPES.finditer(text)]
    if is_ancient:
        hits += [(*match.span(), "") for match in _EARLY_YEAR.finditer(text)]
    if "fy" in low:
        hits += [(*match.span(), "") for match in _FISCAL.finditer(text)]
    hits.sort()
    return hits


def _window(text: str, start: int, end: int, named: dict[int, tuple[int, str]]) -> Window:
    """A window whose edges cut no word."""
    end = min(end, len(text))
    while 0 < start < end and (text[start - 1].isalnum() or text[start - 1] in _JOINED):
        start += 1
    while end < len(text) and (text[end].isalnum() or text[end] in _JOINED) and text[end - 1] != " ":
        end += 1
    return start, end, named
