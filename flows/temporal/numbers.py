"""Numbers as printed: digits, fractions and words."""

from collections.abc import Sequence
from typing import Final

from flows.temporal.grammar import members
from flows.temporal.words import Token

_HALF: Final = 0.5
_QUARTERS: Final = 4


def number(tokens: Sequence[Token]) -> float | None:
    """The number that tokens spell (twenty-four, 2 1/2, a hundred and ten, half a, a quarter of a); None where they spell none."""
    total: float | None = None
    for token in tokens:
        if token.code in members("DOZEN"):
            total = (total or 1) * float(token.value)
        elif token.code in members("NUM") or token.code in members("CARD"):
            total = (total or 0) + float(token.value)
        elif token.code in members("ART"):
            total = 1.0 if total is None else total  # the `a` of `three and a half` counts nothing
        elif token.code in members("FRACTION"):
            total = (total or 0) + _fraction(token.text)
        elif token.code in members("SCALE"):
            total = (total or 1) * float(token.value)
        elif token.code in members("QUARTER"):
            total = (total or 1) / _QUARTERS
        elif token.code in members("HALF"):
            total = _HALF if total in (None, 1.0) and not _is_and_half(tokens) else (total or 0) + _HALF
    return total


def _is_and_half(tokens: Sequence[Token]) -> bool:
    return any(token.code in members("AND") for token in tokens)


def _fraction(printed: str) -> float:
    whole, _, parts = printed.replace("-", " ").rpartition(" ")
    upper, lower = parts.split("/")
    return (float(whole) if whole else 0.0) + (float(upper) / float(lower) if float(lower) else 0.0)


def plain(count: float) -> str:
    """A number without a needless decimal part."""
    return str(int(count)) if count == int(count) else f"{count:g}"
