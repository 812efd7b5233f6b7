"""Words that stand where a rank, a post or the head of a name stands and that no seed list has: what the lists can grow from."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

from flows.contract.records import Mention, UnknownTerm
from flows.extract.recognizers.describe import squeezed
from flows.extract.recognizers.units import Units

_TITLE: Final = re.compile(r"(?<![CGQPNZW])(?P<term>[WA]{1,2})H*$")  # Patrol Officers X
_APPOSED: Final = re.compile(r",t?(?P<term>[xW]{1,2})[of]t?[OPWCKAN]")  # X, treasurer of the Harbour Club
_HEADED: Final = re.compile(
    r"(?<![CGQPNWAKLIYOJRTUMX])[CGQPNW]{1,4}(?P<term>W)(?![CGQPNWAKLIYOJRTUMXd@])"
)  # Zorvan Circuit
_LOOKED_BACK: Final = 6  # units


def find_unknown_terms(units: Units, mentions: Sequence[Mention], report_id: str) -> tuple[UnknownTerm, ...]:
    """The terms of a report, each once a kind, in order of the text. ``units`` are what the rules left, posts folded to X."""
    first: dict[tuple[str, str], UnknownTerm] = {}
    for kind, start, end in sorted(_found(units, mentions), key=lambda found: found[1:]):
        term = squeezed(units.text[start:end])
        row = UnknownTerm(report_id=report_id, kind=kind, term=term, char_start=start, char_end=end)
        first.setdefault((kind, term), row)
    return tuple(first.values())


def _found(units: Units, mentions: Sequence[Mention]) -> Iterator[tuple[str, int, int]]:
    """(kind, start, end) of each occurrence."""
    for mention in mentions:
        if mention.kind == "person":
            yield from _beside(units, mention)
        elif mention.recognizer == "model" and mention.kind == "organization":
            yield from _head(units, mention)
    heads = [units.span(*match.span("term")) for match in _HEADED.finditer(units.codes)]
    for start, end in heads:
        if not any(mention.char_start < end and start < mention.char_end for mention in mentions):
            yield "head", start, end


def _beside(units: Units, mention: Mention) -> Iterator[tuple[str, int, int]]:
    """What is printed where a person's rank or post stands."""
    at = bisect_left(units.starts, mention.char_start)
    if title := _TITLE.search(units.codes, max(0, at - _LOOKED_BACK), at):
        yield "rank", *units.span(*title.span("term"))
    behind = bisect_left(units.ends, mention.char_end) + 1
    if post := _APPOSED.match(units.codes, behind):
        yield "post", *units.span(*post.span("term"))


def _head(units: Units, mention: Mention) -> Iterator[tuple[str, int, int]]:
    """The last word of a body that only the model knows."""
    last = bisect_left(units.ends, mention.char_end)
    if " " in mention.text and last < len(units.codes) and units.codes[last] == "W":
        yield "head", units.starts[last], units.ends[last]
