"""Postnominals: orders, services and degrees behind a name, which belong neither to it nor to a post."""

from collections.abc import Mapping, Sequence
from functools import cache

from flows.extract.recognizers.lexicon import lexicon
from flows.language.seeds import rows
from flows.language.tokens import Tokens


def without_postnominals(words: list[str], starts: list[int], ends: list[int]) -> Tokens:
    """The words without what stands behind a name: Mark Rowley QPM met; K. Vijay Kumar, IPS, visited. Nothing is one before them."""
    if postnominals().keys().isdisjoint(words):
        return words, starts, ends
    kept: list[int] = []
    at = 0
    while at < len(words):
        is_named = len(kept) > 1 and words[kept[-1]][0].isupper() and words[kept[-1]] not in lexicon().common
        last = _decorated(words, at) if is_named else at
        if last == at:
            kept.append(at)
            last += 1
        at = last
    return [words[i] for i in kept], [starts[i] for i in kept], [ends[i] for i in kept]


def _decorated(words: Sequence[str], first: int) -> int:
    """Where the postnominals end that begin here, or here where none is sure to be one: [X], NI, NI (M), [Chairman]."""
    last, sure = first, False
    while True:
        at = last + (words[last : last + 1] == [","])
        listed = postnominals().get(words[at]) if at < len(words) else None
        if listed is None:
            return last if sure else first
        is_barred = words[at + 1 : at + 2] == ["("] and words[at + 3 : at + 4] == [")"] and words[at + 2] in _bars()
        sure = sure or is_barred or listed["alone"] != "no"
        last = at + (4 if is_barred else 1)


@cache
def postnominals() -> Mapping[str, Mapping[str, str]]:
    """What stands behind a name without being part of it, by its form: QPM, IPS."""
    return {row["form"]: row for row in rows("postnominals") if row["alone"] != "bar"}


@cache
def _bars() -> frozenset[str]:
    """What stands in brackets behind one: (M) of the military, (Bar) of a second award."""
    return frozenset(row["form"] for row in rows("postnominals") if row["alone"] == "bar")
