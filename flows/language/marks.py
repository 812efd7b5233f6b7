"""The few marks that most English texts have beyond ASCII."""

from typing import Final

_MARKS: Final = "’‘“”–—…"


def unmarked(text: str) -> str:
    """The text with a blank for each such mark: what is not ASCII then has other letters, too, and is worth a look at each of them."""
    if not text.isascii():
        for mark in _MARKS:
            text = text.replace(mark, " ")
    return text
