"""What persons are weighed on, and what earlier runs weighed: a verdict holds while nothing that it rests on is another.

It rests on both profiles, on how common their names are, and on how rare the names are that both are found beside: if one
that tells most becomes more common, or any becomes rarer. Of the former it is told again by its grounds.
"""

from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from typing import NamedTuple

from flows.contract.records import make_id
from flows.resolve.clusters import Link, Pair, link_of
from flows.resolve.company import Company
from flows.resolve.courses import Course
from flows.resolve.profiles import Profile
from flows.resolve.weigh import Background, Verdict, reweigh, weigh, weigh_bare


@dataclass(frozen=True, slots=True)
class Recalled:
    """The verdicts of the run before, and what changed since."""

    verdicts: Mapping[Pair, Verdict] = field(default_factory=dict)
    changed: frozenset[str] = frozenset()  # ids of those who changed, or how common their names are
    beside: Mapping[str, Set[int]] = field(default_factory=dict)  # id → names beside it that are rarer now
    commoner: Set[int] = frozenset()  # names that are more common now
    _told: "dict[str, _Now]" = field(default_factory=dict, init=False)  # by evidence

    def of(self, pair: Pair, profiles: tuple[Profile, Profile], company: Company) -> Verdict | None:
        """The verdict on a pair, if it still holds or can be told again; ``profiles`` are the two."""
        found = self.verdicts.get(pair)
        if found is None or not self._are_as_before(*map(self._now, profiles)):
            return None
        return found if self.commoner.isdisjoint(found.rests_on) else reweigh(found, company)

    def _now(self, profile: Profile) -> "_Now":
        """Told once of a group, however many are compared with it."""
        if profile.evidence not in self._told:
            members = profile.members or (profile.entity_id,)
            near = [self.beside[member] for member in members if member in self.beside]
            self._told[profile.evidence] = _Now(not self.changed.isdisjoint(members), frozenset().union(*near))
        return self._told[profile.evidence]

    @staticmethod
    def _are_as_before(one: "_Now", other: "_Now") -> bool:
        """Whether neither changed, and both are beside no name that is rarer now."""
        return not (one.is_changed or other.is_changed) and one.beside.isdisjoint(other.beside)


class _Now(NamedTuple):
    """Whether someone, or one of a group, changed; the names beside it that are rarer now."""

    is_changed: bool
    beside: Set[int]


class Told(NamedTuple):
    """A verdict, with an entity of the family that it was reached in."""

    of: str
    verdict: Verdict


@dataclass(slots=True)
class Scales:
    """Weighs pairs, or recalls what they weighed; remembers all that it weighed, and the course that linking took."""

    background: Background
    wide: frozenset[int] = frozenset()  # marks of blocks that are too wide to compare all pairs
    recalled: Recalled = field(default_factory=Recalled)
    weighed: dict[Pair, Told] = field(default_factory=dict)
    course: Course = field(default_factory=Course)

    def weigh(self, one: Profile, other: Profile) -> Link:
        """The link between two persons, or two groups of them."""
        pair = min(one.evidence, other.evidence), max(one.evidence, other.evidence)
        verdict = self._recall(pair, one, other) or weigh(one, other, self.background)
        self.weighed[pair] = Told(one.entity_id, verdict)
        return link_of(one.entity_id, other.entity_id, verdict, pair)

    def weigh_bare(self, bare: Profile, known: Profile, others: int) -> Link:
        """The link between a person named without post and one of the known bearers of the name.

        Of the others only how often they are named counts: what else changes of them leaves the verdict as it was.
        """
        pair = bare.evidence, make_id("of", known.evidence, str(others))
        verdict = self._recall(pair, bare, known) or weigh_bare(bare, known, others, self.background)
        self.weighed[pair] = Told(bare.entity_id, verdict)
        return link_of(bare.entity_id, known.entity_id, verdict, pair)

    def _recall(self, pair: Pair, one: Profile, other: Profile) -> Verdict | None:
        return self.recalled.of(pair, (one, other), self.background.company)
