"""Where to look: one pass for trigger words and shapes of dates, and the windows around them."""

from collections.abc import Iterator
from functools import cache
from typing import Any, Final

import re2

from flows.temporal.named_days import named_days
from flows.temporal.words import triggers

_REACH: Final = 44  # characters to either side of a trigger: `no more than one hundred and twenty` has 35
_NUMBERS: Final = "|".join((
    r"\d{4}",
    r"\d{4}-\d{2}-\d{2}T[\d:.+Z-]+",
    r"\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}",
    r"\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m)?",
    r"\d{1,2}(?:st|nd|rd|th)",
    r"\d{1,2}[ap]m",
    r"'?\d*0s",
    r"fy\d+",
))  # fmt: skip


@cache
def _scanner() -> Any:
    names = sorted({*named_days(), *triggers()}, key=len, reverse=True)
    literals = "|".join(re2.escape(name) for name in names)
    return re2.compile(rf"(?i)\b(?:{_NUMBERS}|{literals})\b|\d\s?[ap]\.m\.?")


def windows(text: str) -> Iterator[tuple[int, int, dict[int, tuple[int, str]]]]:
    """(start, end, named days) of the stretches in which a time expression can stand; named days are start → (end, name)."""
    start = end = -1
    named: dict[int, tuple[int, str]] = {}
    known = named_days()
    for match in _scanner().finditer(text):
        at, behind = match.span()
        if at - _REACH > end:
            if end >= 0:
                yield _at_words(text, start, end), min(_word_end(text, end), len(text)), named
            start, named = max(0, at - _REACH), {}
        end = behind + _REACH
        name = match.group().lower()
        if name in known:
            named[at] = (behind, name)
    if end >= 0:
        yield _at_words(text, start, end), min(_word_end(text, end), len(text)), named


def _at_words(text: str, start: int, end: int) -> int:
    """A window's start, moved to the edge of a word."""
    while 0 < start < end and (text[start - 1].isalnum() or text[start - 1] in "-'.,:/"):
        start += 1
    return start


def _word_end(text: str, end: int) -> int:
    while end < len(text) and (text[end].isalnum() or text[end] in "-'.,:/") and text[end - 1] != " ":
        end += 1
    return end
