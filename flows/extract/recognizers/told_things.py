"""Abbreviations that a report spells out, and as nothing that has a name: fuel price adjustment (FPA), the Normal Tax Regime (NTR).

The model takes most of them for bodies, wherever they stand. What ends like a body, is part of a post, or is found for a body by a
rule or the model, is one.
"""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from flows.extract.recognizers.lexicon import is_head
from flows.extract.recognizers.model import Tagged
from flows.extract.recognizers.nouns import stands_for
from flows.extract.recognizers.posts import Post
from flows.extract.recognizers.rules import Found
from flows.extract.recognizers.units import Units

_BRACKETED: Final = re.compile(r"(?<=.)\(A\)")
_SMALL_WORDS: Final = 3  # words that an abbreviation may leave out


def without_things(seen: Units, found: Found, tagged: Iterator[Tagged]) -> Iterator[Tagged]:
    """What the model found without the abbreviations that the report spells out as things."""
    all_tagged = list(tagged)
    named = {one.end for one in all_tagged} | {name.end for name in found.named}
    things = set(_things(seen, named, found.posts))
    return (one for one in all_tagged if not things or seen.text[one.start : one.end] not in things)


def _things(seen: Units, named: AbstractSet[int], posts: Sequence[Post]) -> Iterator[str]:
    for bracketed in _BRACKETED.finditer(seen.codes):
        at = bracketed.start() - (seen.codes[bracketed.start() - 1] == "s")  # the Department's (ABC)
        start, end = seen.span(at - 1, at)
        if end in named or is_head(seen.text[start:end]) or any(post.start < end <= post.end for post in posts):
            continue
        short = seen.words(bracketed.start() + 1, bracketed.start() + 2)
        nearest = range(at - 1, max(at - len(short) - _SMALL_WORDS, 0) - 1, -1)
        if any(stands_for(short, seen.words(first, at)) for first in nearest):
            yield short
