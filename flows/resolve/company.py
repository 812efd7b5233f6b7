"""The company that a name keeps: bodies, people and places named in the same reports, as evidence of who is meant.

How rare a name is counts in powers of two: a report more leaves nearly all that was weighed before as it was.
"""

import math
from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import Final, NamedTuple

from flows.resolve.gathered import Gathered
from flows.resolve.profiles import Profile

_ALWAYS: Final = 20  # reports that a telling name may be in, however few there are …
_COMMON: Final = 1 / 10  # … or this share of them
_NEXT: Final = (1.0, 0.5, 0.25, 0.25, 0.25)  # what each further shared name adds: names come in groups
_MOST: Final = 14.0  # bits that count at most


class Shared(NamedTuple):
    """How telling it is that two persons share company, and on which names that rests: without all others it is the same."""

    bits: float = 0.0
    rests_on: tuple[int, ...] = ()


class Rarity:
    """In how many reports a name is, of how many, both as powers of two; only of names that tell something."""

    def __init__(self, reports: int) -> None:
        self.total = round(math.log2(max(1, reports)))
        self._most = max(_ALWAYS, 2.0**self.total * _COMMON)

    def level(self, reports: int) -> int | None:
        """The power of a name that is in so many reports; None where it tells nothing."""
        return round(math.log2(reports)) if 1 < reports <= self._most else None

    def lost(self, before: int, now: int) -> float:
        """By how much less a name tells that was in some reports and is in others; negative where it tells more."""
        was, level = (math.inf if of is None else of for of in (self.level(before), self.level(now)))
        return 0.0 if was == level else level - was


class Company:
    """What reports name beside a person, and how telling it is that two persons share some of it. Names are numbers."""

    def __init__(self, gathered: Gathered) -> None:
        self._gathered = gathered
        self.rarity = Rarity(gathered.reports)
        self._level = cache(lambda name: self.rarity.level(gathered.told(name)))
        self._number = cache(gathered.number)
        self._kept: dict[tuple[str, ...], Counter[int]] = {}

    def of(self, profile: Profile) -> Counter[int]:
        """Name in the profile's reports → in how many of them."""
        if profile.report_ids not in self._kept:
            names = (name for report_id in profile.report_ids for name in self._gathered.names_in(report_id))
            self._kept[profile.report_ids] = Counter(name for name in names if self._level(name) is not None)
        return self._kept[profile.report_ids]

    def shared(self, one: Profile, other: Profile) -> Shared:
        """Bits by which the most telling shared names are likelier beside the two than anywhere; 0 where none is shared."""
        small, large = sorted((one, other), key=lambda p: (len(p.report_ids), p.entity_id))
        around = self.of(large)
        own = {self._number(name.lower()) for name in (*one.names, *other.names)}
        lifts = sorted(
            ((self._lift(name, count / len(small.report_ids), around[name] / len(large.report_ids)), name)
             for name, count in self.of(small).items() if name in around and name not in own),
            reverse=True,
        )  # fmt: skip
        return _added_up([told for told in lifts[: len(_NEXT)] if told[0]])

    def _lift(self, name: int, in_small: float, in_large: float) -> float:
        share = 2.0 ** ((self._level(name) or 0) - self.rarity.total)
        return max(0.0, in_small * math.log2(in_large / share))


def _added_up(lifts: Sequence[tuple[float, int]]) -> Shared:
    """Bits of the names that tell most; those after enough of them add nothing."""
    bits = 0.0
    for at, (part, (lift, _)) in enumerate(zip(_NEXT, lifts, strict=False)):
        bits += part * lift
        if bits >= _MOST:
            return Shared(_MOST, tuple(name for _, name in lifts[: at + 1]))
    return Shared(bits, tuple(name for _, name in lifts))
