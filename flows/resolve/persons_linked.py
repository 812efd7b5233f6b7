"""Links between the persons of many reports: first those with a post or body, then the bare names, each to one known bearer.

A bare name never joins two bearers to one: it is attached to a group, and attached names link no groups.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Final, Self

from flows.language.names import likeness
from flows.resolve.clusters import Clusters, Link
from flows.resolve.courses import Taken, attach, join_pairs
from flows.resolve.groups import join_groups, merge
from flows.resolve.marks import WIDEST, core, is_firm, mark, name_marks, office_marks, post_marks
from flows.resolve.profiles import Profile
from flows.resolve.scales import Scales
from flows.resolve.weigh import LINKED, UNSURE, days_near

_LIKE: Final = 0.78  # likeness below which a pair is not weighed
_SHORT: Final = 0.45  # the same for a name of one part, of which a longer name always has more
_NEIGHBOURS: Final = 6  # bare names are compared with as many of the same name before them in time

Block = Sequence[Profile]


def link_persons(people: Sequence[Profile], scales: Scales) -> tuple[Clusters, list[Link]]:
    """(groups, links too unsure to make) of persons: all, or all of some families."""
    placed = [p for p in people if is_firm(p)]
    firm = {p.entity_id for p in placed}
    taken = Taken()
    scales.course.placed = _join(_pairs(placed, scales.wide), placed, scales, taken)
    known = _Known.of(placed, taken.clusters)
    bare = [p for p in people if p.entity_id not in firm]
    left = [p for p in bare if not _attach(p, known, scales, taken)]
    scales.course.left = _join(_bare_pairs(left), left, scales, taken)
    join_groups(people, taken.clusters, scales)
    return taken.clusters, taken.doubts


def _join(
    pairs: Iterable[tuple[Profile, Profile]], people: Iterable[Profile], scales: Scales, taken: Taken
) -> list[list[Link]]:
    """Links pairs where that is sure; the links that count."""
    links = [link for one, other in pairs if (link := scales.weigh(one, other)).verdict.score >= UNSURE]
    names = {p.entity_id: p.names for p in people}
    join_pairs(links, names, taken)
    joined = {end for link in links if link.verdict.score >= LINKED for end in (link.one, link.other)}
    scales.course.names |= {end: names[end] for end in sorted(joined)}
    return [links]


def _blocks(people: Iterable[Profile], wide: frozenset[int]) -> Iterator[Block]:
    """Groups within which two may be one: same name key; same first and last part; same post and a part in common."""
    blocks: dict[tuple[str, ...], list[Profile]] = defaultdict(list)
    posts: dict[int, list[Profile]] = defaultdict(list)
    for person in people:
        key, *ends = name_marks(person.name)
        blocks["key", key].append(person)
        blocks["ends", *ends].append(person)
        for post in {mark(post) for post in post_marks(person)} - wide:
            posts[post].append(person)
    yield from (block for block in blocks.values() if len(block) <= WIDEST)
    yield from posts.values()


def _pairs(people: Iterable[Profile], wide: frozenset[int]) -> Iterator[tuple[Profile, Profile]]:
    seen: set[tuple[str, str]] = set()
    for block in _blocks(people, wide):
        for one, other in combinations(block, 2):
            pair = (one.entity_id, other.entity_id)
            if pair not in seen and is_near(one.name, other.name):
                seen.add(pair)
                yield one, other


def is_near(one: str, other: str) -> bool:
    """Whether two names are alike enough for their bearers to be weighed."""
    return likeness(one, other) >= _LIKE


@dataclass(slots=True)
class _Known:
    """The known bearers: a profile for each group, with all that its members show, by what they are found by."""

    by_key: Mapping[str, Sequence[Profile]]
    _of_name: dict[str, list[Profile]] = field(default_factory=dict, init=False)

    @classmethod
    def of(cls, people: Iterable[Profile], clusters: Clusters) -> Self:
        """The groups of some people."""
        by_root: dict[str, list[Profile]] = defaultdict(list)
        for person in people:
            by_root[clusters.root(person.entity_id)].append(person)
        known: dict[str, list[Profile]] = defaultdict(list)
        for root in sorted(by_root):
            whole = merge(root, by_root[root])
            named = (key for name in whole.names for key in name_marks(name))
            for key in {*named, *(key for member in by_root[root] for key in office_marks(member))}:
                known[key].append(whole)
        return cls(known)

    def bearers(self, bare: Profile) -> Sequence[Profile]:
        """Who may be meant by a bare name: by the name alone, or by a post where it has but one part."""
        if len(core(bare.name)) < 2:
            return self._found(office_marks(bare, around=True), bare.name, _SHORT)
        if bare.name not in self._of_name:
            self._of_name[bare.name] = self._found(name_marks(bare.name), bare.name, _LIKE)
        return self._of_name[bare.name]

    def _found(self, keys: Iterable[str], name: str, least: float) -> list[Profile]:
        found = {bearer.entity_id: bearer for key in keys for bearer in self.by_key.get(key, ())}
        return [bearer for _, bearer in sorted(found.items()) if likeness(name, bearer.name) >= least]


def _attach(bare: Profile, known: _Known, scales: Scales, taken: Taken) -> bool:
    """Links a bare name to the likeliest known bearer, where one is likely enough."""
    bearers = known.bearers(bare)
    days = [days_near(bare, bearer) for bearer in bearers]
    weighed = [scales.weigh_bare(bare, b, sum(days) - own) for b, own in zip(bearers, days, strict=True)]
    links = [link for link in weighed if link.verdict.score >= UNSURE]
    if links:
        scales.course.bare.append(links)
    return attach(links, taken)


def _bare_pairs(people: Iterable[Profile]) -> Iterator[tuple[Profile, Profile]]:
    """Bare names of one key, or of the same first and last token, each with those next to it in time."""
    blocks: dict[str, list[Profile]] = defaultdict(list)
    for person in people:
        if len(core(person.name)) > 1:
            for key in name_marks(person.name):
                blocks[key].append(person)
    for block in blocks.values():
        block.sort(key=lambda p: (p.first_on, p.entity_id))
        for at, person in enumerate(block):
            for other in block[max(0, at - _NEIGHBOURS) : at]:
                if likeness(other.name, person.name) >= _LIKE:
                    yield other, person
