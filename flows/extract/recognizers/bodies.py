"""Organizations, places and initiatives that a head word closes or opens: Punjab Police, University of Y, Barki Road, X Conference."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from flows.extract.recognizers.units import Units

_JOINED: Final = r"(?<=[WC])s(?=[WCUMKLIO])|(?<=[WUMKC])a(?=[WUMKC][WUMKCLI]|[LI])|(?<=P)\([PA]\)"
_RUN: Final = rf"(?:[CWUMGQPNAiOJ]|(?<!^)[KLI]|{_JOINED})*"
_TAIL: Final = (
    r"(?:[of]t?(?:[CR]?[WUMPNAOKLI]+|[CGQ]+)(?:(?:,(?=[WUMK]+(?:,[WUMK]+)*,?a[WUMK])|,?a(?=[WUMK]))[WUMKC]+)*)*"
)
_HEADED: Final = re.compile(
    rf"(?P<small>(?:{_RUN})(?<![x|])(?P<word>[kl]))"
    rf"|(?P<run>(?:{_RUN})(?P<head>[KLI]))(?P<tail>{_TAIL})(?P<where>P?)"
)


class Body(NamedTuple):
    """Units ``first`` to ``last`` name one thing of class ``code`` (O, P or J), as ``rule`` says."""

    first: int
    last: int
    code: str
    rule: str


_KINDS: Final = {"K": "O", "L": "P", "I": "J", "k": "O", "l": "P"}


def bodies(units: Units) -> Iterator[Body]:
    """The headed names, left to right, apart."""
    for match in _HEADED.finditer(units.codes):
        first, last = match.span()
        small = match["word"]
        if small:
            if _names(units, first, last - 1) and match["small"][:-1].strip("N" if small == "l" else ""):
                yield Body(first, last, _KINDS[small], "named by a common head")
            continue
        head = match.start("head")
        code = _KINDS[match["head"]]
        if match["where"] and code == "J":
            last -= 1
        if match["tail"] or _names(units, first, head):
            yield Body(first, last, code, "headed name")
        elif units.entries[units.starts[head]].row["position"] == "first":
            yield from _opened(units, head)


def _names(units: Units, first: int, head: int) -> bool:
    """Something before the head tells this one from others of its kind."""
    return first < head and any(c not in "MU" for c in units.codes[first:head])


def _opened(units: Units, head: int) -> Iterator[Body]:
    end = head + 1
    while units.codes[end] in "PCGWdZQ":
        end += 1
    if end > head + 1:
        yield Body(head, end, _KINDS[units.codes[head]], "head and name")
