"""Groups of persons that are one by all that they show together, where no two of their members told enough.

A member is one report's: the cricketer of three reports and the cricketer of thirty share the team that no two of them alone made telling.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Final, NamedTuple

from flows.language.names import likeness
from flows.resolve.clusters import Clusters, Link
from flows.resolve.courses import SURE, join_round
from flows.resolve.marks import WIDEST, core, is_firm, name_marks
from flows.resolve.profiles import Profile, summed
from flows.resolve.scales import Scales

_LIKE: Final = 0.78  # likeness below which two groups are not weighed


class Group(NamedTuple):
    """Some persons that are one, the one that they are, and what it is found by."""

    members: Sequence[Profile]
    whole: Profile
    marks: set[str]


def join_groups(people: Iterable[Profile], clusters: Clusters, scales: Scales) -> None:
    """Joins groups, likest first, each once a round; what a round joined is weighed again in the next."""
    groups = _groups(people, clusters)
    fresh = set(groups)
    while fresh:
        links = list(_links(groups, fresh, scales))
        scales.course.rounds.append(links)
        joined = {end for link in join_round(links, clusters) for end in (link.one, link.other)}
        members = [member for root in joined for member in groups.pop(root).members]
        made = _groups(members, clusters)
        groups |= made
        fresh = set(made)


def _groups(people: Iterable[Profile], clusters: Clusters) -> dict[str, Group]:
    """The groups of several parts of a name, by the id of their root."""
    found: dict[str, list[Profile]] = defaultdict(list)
    for person in people:
        found[clusters.root(person.entity_id)].append(person)
    groups = (Group(sorted(found[root], key=_id), merge(root, found[root]), _marks(found[root])) for root in found)
    return {group.whole.entity_id: group for group in groups if len(core(group.whole.name)) > 1}


def _id(person: Profile) -> str:
    return person.entity_id


def _links(groups: Mapping[str, Group], fresh: set[str], scales: Scales) -> Iterator[Link]:
    """The sure links between two groups of which at least one is fresh."""
    for one, other in _pairs(groups, fresh):
        link = scales.weigh(groups[one].whole, groups[other].whole)
        if link.verdict.score >= SURE:
            yield link


def _pairs(groups: Mapping[str, Group], fresh: set[str]) -> set[tuple[str, str]]:
    """The roots of groups with a name in common: its key, or its first and last part."""
    blocks: dict[str, list[str]] = defaultdict(list)
    for root in sorted(groups):
        for mark in groups[root].marks:
            blocks[mark].append(root)
    return {
        (one, other)
        for block in blocks.values()
        if 1 < len(block) <= WIDEST and not fresh.isdisjoint(block)
        for one, other in combinations(block, 2)
        if (one in fresh or other in fresh) and likeness(groups[one].whole.name, groups[other].whole.name) >= _LIKE
    }


def _marks(members: Iterable[Profile]) -> set[str]:
    """The marks by which members are of one family (see ``marks``): groups of two families are never compared."""
    return {
        mark
        for member in members
        for name in (member.names if is_firm(member) else [member.name])
        for mark in name_marks(name)
    }


def merge(root: str, members: Sequence[Profile]) -> Profile:
    """One profile with all that its members show; its country is the one of most reports."""
    if len(members) == 1 and members[0].entity_id == root:
        return members[0]
    countries = Counter[str]()
    for member in members:
        if member.country:
            countries[member.country] += member.reports
    return Profile(
        entity_id=root,
        kind=members[0].kind,
        names=summed(m.names for m in members),
        texts=tuple(sorted({t for m in members for t in m.texts})),
        country=min(countries, key=lambda c: (-countries[c], c), default=None),
        bodies=frozenset().union(*(m.bodies for m in members)),
        occupations=frozenset().union(*(m.occupations for m in members)),
        honorifics=summed(m.honorifics for m in members),
        ranks=summed(m.ranks for m in members),
        topics=summed(m.topics for m in members),
        datelines=frozenset().union(*(m.datelines for m in members)),
        days=tuple(sorted({d for m in members for d in m.days})),
        report_ids=tuple(sorted({r for m in members for r in m.report_ids})),
        offices=tuple(o for m in members for o in m.offices),
        members=tuple(sorted(m.entity_id for m in members)),
    )
