"""Noun phrases with what hangs on them, and lists of them, found by walking the chunks to either side."""

from collections.abc import Sequence
from typing import Final

from flows.contract.fixed import fixed
from flows.extract.clauses.chunks import Chunk

LIGHT: Final = frozenset({"Y", "T", "(", ")", '"', "."})
_ARTICLES: Final = frozenset({"the", "a", "an"})
_PRONOUNS: Final = frozenset({"he", "she", "they", "it", "we", "i", "you"})


@fixed()
class Phrase:
    """A noun phrase with what hangs on it: chunk indices of the head and of the last chunk."""

    first: int
    last: int


def phrase_list(chunks: Sequence[Chunk], at: int, *, closed: bool = False) -> tuple[list[Phrase], int]:
    """The coordinated noun phrases that begin at ``at``, appositions taken along, and the index behind them.

    The last one is left to a verb that follows it, unless the list is ``closed``: between A and B.
    """
    phrases = []
    while True:
        stop = _phrase_end(chunks, at)
        phrases.append(Phrase(at, stop - 1))
        after = _next_in_list(chunks, stop, closed=closed)
        if after < 0 or (closed and len(phrases) > 1 and chunks[at - 1].kind == "C"):
            return phrases, stop  # between A and B, the mayor said
        at = after


def _phrase_end(chunks: Sequence[Chunk], at: int) -> int:
    """Index behind a noun phrase with its ``of`` phrases and brackets."""
    stop = at + 1
    while stop < len(chunks):
        if (
            chunks[stop].kind == "("
            and stop + 1 < len(chunks)
            and chunks[stop + 1].kind == "NP"
            and chunks[stop + 1].word not in _ARTICLES
        ):
            stop += 2  # Major General (retired) X
        elif chunks[stop].kind in "().":
            stop += 1
        elif chunks[stop].word == "of" and stop + 1 < len(chunks) and chunks[stop + 1].kind == "NP":
            stop += 2
        else:
            break
    return stop


def _next_in_list(chunks: Sequence[Chunk], at: int, *, closed: bool) -> int:
    """Index of the next noun phrase of the list that a comma or conjunction at ``at`` carries on, or -1."""
    j = at
    while j < len(chunks) and chunks[j].kind in ",C" and j < at + 3:
        j += 1
    if j == at or j >= len(chunks) or chunks[j].kind != "NP" or (j == at + 1 and chunks[j].word in _PRONOUNS):
        return -1
    stop = _phrase_end(chunks, j)
    following = chunks[stop].kind if stop < len(chunks) else "."
    if following == "NP" and chunks[j].first == chunks[j].last and chunks[stop - 1] is chunks[j]:
        return -1  # other provinces, and present his report: a verb that is read as a noun
    if not closed and following == "V" and chunks[stop].form.finite and not chunks[stop].form.infinitive:
        return -1  # the next clause's own subject
    return j


def skip_left(chunks: Sequence[Chunk], j: int) -> int:
    """Index of the first chunk at ``j`` or left of it that is no adverb, time, bracket or quotation mark; -1: none."""
    while j >= 0 and (chunks[j].kind in LIGHT or (chunks[j].kind == "P" and chunks[j + 1].kind == "T")):
        j -= 1
    return j


def group_left(chunks: Sequence[Chunk], first: int) -> int:
    """Index of the first chunk of the phrase (with coordination and ``of``) that ends in the noun phrase ``first``."""
    while True:
        left = _head_left(chunks, first)
        if left < 0:
            left = _coordinated_left(chunks, first)
        if left < 0:
            return first
        first = left


def _head_left(chunks: Sequence[Chunk], first: int) -> int:
    """Index of the noun phrase that ``P NP`` at ``first`` hangs on, or -1."""
    p = first - 1
    if p >= 1 and chunks[p].kind == "(" and chunks[p - 1].kind == "NP":
        return p - 1  # a Public Relations (PR) release
    if p < 1 or chunks[p].kind not in "PX":
        return -1
    q = skip_left(chunks, p - 1)
    if q > 0 and chunks[q].kind == "V" and not chunks[q].form.finite_by_auxiliary:
        q = skip_left(chunks, q - 1)  # suspects allegedly involved in the killing
    return q if q >= 0 and chunks[q].kind == "NP" else -1


def _coordinated_left(chunks: Sequence[Chunk], first: int) -> int:
    """Index of the first noun phrase of a list that ends with ``and NP`` at ``first``, or -1."""
    c = first - 1
    if c < 1 or chunks[c].kind != "C":
        return -1
    j = c - 1 if chunks[c - 1].kind != "," else c - 2
    start = after = -1
    while j >= 0 and chunks[j].kind in ("NP", "(", "."):
        if chunks[j].kind != "NP":
            j -= 1
            continue
        start = j
        while (left := _head_left(chunks, start)) >= 0:
            if chunks[c - 1].kind == "," and any(chunk.kind == "V" for chunk in chunks[left:start]):
                return after  # The union protested at the raid, and the mayor said
            start = left
        opens = start == 1 or (start == 2 and chunks[0].kind == "V")
        if opens and chunks[start - 1].kind in "PX":
            return after  # In a message, X and Y; according to the court, X and Y: message and court are none of them
        if start > 0 and chunks[start - 1].kind == "V":
            return after  # To mark the day, X and Y: the day is none of them
        after = start
        if start < 2 or chunks[start - 1].kind != ",":
            break
        j = start - 2
    return start


def split(chunks: Sequence[Chunk], first: int, last: int) -> list[Phrase]:
    """The coordinated phrases of a group: heads are noun phrases at its start and behind a comma or conjunction.

    What ``such as`` lists belongs to the phrase before it.
    """
    stop = next((j for j in range(first, last) if chunks[j].kind == "P" and chunks[j].word == "as"), last)
    heads = [first]
    heads += [j for j in range(first + 1, stop + 1) if chunks[j].kind == "NP" and chunks[j - 1].kind in ",C"]
    ends = [h - 1 for h in heads[1:]] + [last]
    return [Phrase(h, _trim_right(chunks, e)) for h, e in zip(heads, ends, strict=True)]


def _trim_right(chunks: Sequence[Chunk], j: int) -> int:
    while chunks[j].kind in ",C":
        j -= 1
    return j
