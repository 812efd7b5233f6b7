"""Organizations, places and initiatives that a head word closes or opens: Punjab Police, University of Y, Barki Road, X Conference."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from flows.extract.recognizers.units import Units

_JOINED: Final = r"(?<=[WC])s(?=[WCUMKLIO])|(?<=[WUMKC])a(?=[WUMKC][WUMKCLIY]|[LI])|(?<=P)\([PA]\)"
_RUN: Final = rf"(?:[CWUMGQPNAiOJ]|(?<!^)[KLIY]|{_JOINED})*"
_HEADED: Final = re.compile(
    rf"(?P<small>(?:{_RUN})(?<![x|])(?P<word>[kl]))|(?P<run>(?:{_RUN})(?P<head>[KLIY]))|P(?P<unit>O)"
)
_AND: Final = r"(?:(?:,(?=[WUMK]+(?:,[WUMK]+)*,?a[WUMK])|,?a(?=[WUMK]))[WUMKC]+)*"
_TAILS: Final = {
    "K": re.compile(rf"(?:[of]t?(?:[CR]?[WUMPNAOKLI]+C?|[CGQ]+){_AND})*P?"),
    "L": re.compile(r"(?:ot?[CGQPWN]+)?(?:P|[GCQ]{1,2}(?=[fpn,.])(?!,[GCQ]))?"),
    "I": re.compile(rf"(?:(?:o|[fp](?=[WU]))t?[CR]?[WUMPNAOKLI]+{_AND})?"),
    "Y": re.compile(rf"(?:ot?[CWUMPN]+{_AND})?"),
}
_KINDS: Final = {"K": "O", "L": "P", "I": "J", "Y": "x", "k": "O", "l": "P"}


class Body(NamedTuple):
    """Units ``first`` to ``last`` name one thing of class ``code`` (O, P, J, or x: a law, which is none), as ``rule`` says."""

    first: int
    last: int
    code: str
    rule: str


def bodies(units: Units) -> Iterator[Body]:
    """The headed names, left to right, apart."""
    codes, at = units.codes, 0
    while match := _HEADED.search(codes, at):
        body = _small(units, match) if match["small"] else _unit(units, match) if match["unit"] else _headed(units, match)
        if body:
            yield body
        at = max(body.last if body else 0, match.end())


def _headed(units: Units, match: re.Match[str]) -> Body | None:
    first, end = match.span("run")
    kind = match["head"]
    tail = _TAILS[kind].match(units.codes, end)
    last = tail.end() if tail else end
    if last > end or _names(units, first, end - 1):
        broken_off = last == end and kind == "K" and units.codes[last] in "WU"
        return None if broken_off else Body(first, last, _KINDS[kind], "headed name")
    if units.entries[units.starts[end - 1]].row["position"] == "first":
        return _opened(units, end - 1)
    return None


def _small(units: Units, match: re.Match[str]) -> Body | None:
    first, last = match.span("small")
    told = _names(units, first, last - 1) and units.codes[first : last - 1].strip("N" if match["word"] == "l" else "")
    return Body(first, last, _KINDS[match["word"]], "named by a common head") if told else None


def _unit(units: Units, match: re.Match[str]) -> Body | None:
    """A place's branch of a listed force: Lahore Traffic Police."""
    first, last = match.span()
    is_name = " " in units.words(last - 1, last)
    of_police = units.entries[units.starts[last - 1]].row.get("subtype") == "police"
    return Body(first, last, "O", "branch of a place") if is_name and of_police else None


def _names(units: Units, first: int, head: int) -> bool:
    """Something before the head tells this one from others of its kind."""
    return first < head and any(c not in "MU" for c in units.codes[first:head])


def _opened(units: Units, head: int) -> Body | None:
    end = head + 1
    while units.codes[end] in "PCGWdZQ":
        end += 1
    return Body(head, end, _KINDS[units.codes[head]], "head and name") if end > head + 1 else None
