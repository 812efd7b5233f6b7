"""The tokens of a text by a pattern, with their offsets, without a match object for each."""

import re
from itertools import accumulate

Tokens = tuple[list[str], list[int], list[int]]


def tokens(pattern: re.Pattern[str], text: str, start: int, end: int) -> Tokens:
    """The matches in ``text[start:end]`` as printed, where each starts, and where each ends.

    The pattern is one group that matches a whole token, never looks behind it and never matches nothing. Splitting at it leaves
    gaps and tokens in turn, and their lengths add up to the offsets: half the time that ``finditer`` takes.
    """
    pieces = pattern.split(text[start:end])
    offsets = list(accumulate(map(len, pieces), initial=start))
    return pieces[1::2], offsets[1:-1:2], offsets[2::2]
