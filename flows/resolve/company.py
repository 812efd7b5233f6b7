"""The company that a name keeps: bodies, people and places named in the same reports, as evidence of who is meant.

How rare a name is counts in powers of two: a report more leaves nearly all that was weighed before as it was.
"""

import math
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache, lru_cache
from itertools import chain
from typing import Final, NamedTuple

from flows.resolve.gathered import Gathered
from flows.resolve.profiles import Profile

_ALWAYS: Final = 20  # reports that a telling name may be in, however few there are …
_COMMON: Final = 1 / 10  # … or this share of them
_NEXT: Final = (1.0, 0.5, 0.25, 0.25, 0.25)  # what each further shared name adds: names come in groups
_MOST: Final = 14.0  # bits that count at most
_REPORTS: Final = (
    1 << 14
)  # of which the names are kept: who may be one is compared in a row, and often of the same reports
_KEPT: Final = 12  # shared names that are kept, so that others can take the place of those that tell less than they did


class Beside(NamedTuple):
    """A name beside two persons: in what share of the reports of the one who is in fewer, and of the other."""

    name: int
    in_small: float
    in_large: float


class Shared(NamedTuple):
    """How telling it is that two persons share company, and on which names that rests: without all others it is the same."""

    bits: float = 0.0
    rests_on: tuple[int, ...] = ()
    kept: tuple[Beside, ...] = ()  # those names and some more, most telling first
    left: float = 0.0  # bits of the next, at most
    beside: int = 0  # how many names are beside the one of the two who has fewer, telling or not


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
        self._levels: dict[int, int | None] = {}
        self._number = cache(gathered.number)
        self._names_in = lru_cache(maxsize=_REPORTS)(gathered.names_in)
        self._kept: dict[str, Mapping[int, int]] = {}
        self._own: dict[str, frozenset[int | None]] = {}
        self._beside: dict[str, int] = {}

    def of(self, profile: Profile) -> Mapping[int, int]:
        """Name in the profile's reports → in how many of them."""
        if profile.evidence not in self._kept:
            names = Counter(chain.from_iterable(map(self._names_in, profile.report_ids)))
            self._learn([name for name in names if name not in self._levels])
            self._beside[profile.evidence] = len(names)
            self._kept[profile.evidence] = {n: count for n, count in names.items() if self._levels[n] is not None}
        return self._kept[profile.evidence]

    def _learn(self, names: Collection[int]) -> None:
        if names:
            told = self._gathered.counts(names)
            self._levels |= {name: self.rarity.level(told.get(name, 0)) for name in names}

    def _level(self, name: int) -> int | None:
        if name not in self._levels:
            self._learn([name])
        return self._levels[name]

    def _own_names(self, profile: Profile) -> frozenset[int | None]:
        if profile.evidence not in self._own:
            self._own[profile.evidence] = frozenset(self._number(name.lower()) for name in profile.names)
        return self._own[profile.evidence]

    def shared(self, one: Profile, other: Profile) -> Shared:
        """Bits by which the most telling shared names are likelier beside the two than anywhere; 0 where none is shared."""
        small, large = sorted((one, other), key=lambda p: (len(p.report_ids), p.entity_id))
        near, around = self.of(small), self.of(large)
        names = (near.keys() & around.keys()) - self._own_names(one) - self._own_names(other)
        fewer, more = len(small.report_ids), len(large.report_ids)
        told = self._told(Beside(name, near[name] / fewer, around[name] / more) for name in names)
        return told._replace(beside=min(self._beside[one.evidence], self._beside[other.evidence]))

    def again(self, before: Shared) -> Shared | None:
        """The same where some of the names are more common than before, and none is rarer; None where it takes more than is kept."""
        now = self._told(beside for beside in before.kept if self._level(beside.name) is not None)
        least = min((self._lift(beside) for beside in now.kept[: len(now.rests_on)]), default=0.0)
        is_enough = now.bits == _MOST or len(now.rests_on) == len(_NEXT)
        now = now._replace(beside=before.beside)
        return now._replace(left=before.left) if not before.left or (is_enough and least > before.left) else None

    def _told(self, names: Iterable[Beside]) -> Shared:
        lifts = sorted(((self._lift(beside), beside) for beside in names), reverse=True)
        telling = [told for told in lifts[: _KEPT + 1] if told[0]]
        left = telling[_KEPT][0] if len(telling) > _KEPT else 0.0
        return _added_up(telling[: len(_NEXT)])._replace(kept=tuple(b for _, b in telling[:_KEPT]), left=left)

    def _lift(self, beside: Beside) -> float:
        share = 2.0 ** ((self._level(beside.name) or 0) - self.rarity.total)
        return max(0.0, beside.in_small * math.log2(beside.in_large / share))


def _added_up(lifts: Sequence[tuple[float, Beside]]) -> Shared:
    """Bits of the names that tell most; those after enough of them add nothing."""
    bits = 0.0
    for at, (part, (lift, _)) in enumerate(zip(_NEXT, lifts, strict=False)):
        bits += part * lift
        if bits >= _MOST:
            return Shared(_MOST, tuple(beside.name for _, beside in lifts[: at + 1]))
    return Shared(bits, tuple(beside.name for _, beside in lifts))
