"""Stretches between quotation marks, also where they run over several sentences or are never closed."""

import re
from collections.abc import Iterator
from typing import Final

_QUOTE: Final = re.compile(
    r"“([^“”]{2,2000}?)(?:”|(?=\n\s*“)|(?=\n\s*\n))|\"([^\"\n]{2,2000})\"|‘(?<!\w‘)([^‘’]{2,}(?:’\w[^‘’]*)*)’(?!\w)"
)  # each way begins with its mark, so that the search leaps from mark to mark
_WORDS_OF_SPEECH: Final = 4


def quotes(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Spans inside the quotation marks of ``text[start:end]`` that are long enough to be speech, not a scare quote."""
    for found in _QUOTE.finditer(text, start, end):
        first, last = found.span(found.lastindex or 0)
        if len(text[first:last].split()) >= _WORDS_OF_SPEECH:
            yield first, last
