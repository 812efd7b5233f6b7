"""Links between the persons of many reports: first those with a post or body, then the bare names, each to one known bearer.

A bare name never joins two bearers to one: it is attached to a group, and attached names link no groups.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations
from typing import Final

from flows.language.names import likeness, name_key, name_tokens, role
from flows.resolve.clusters import Clusters, Link, link_of
from flows.resolve.company import Company
from flows.resolve.profiles import Profile, best_name
from flows.resolve.weigh import LINKED, UNSURE, Background, weigh, weigh_bare

_WIDEST: Final = 300  # members of a block from which its key says too little to compare all pairs
_LIKE: Final = 0.78  # likeness below which a pair is not weighed
_SHORT: Final = 0.45  # the same for a name of one part, of which a longer name always has more
_NEIGHBOURS: Final = 6  # bare names are compared with as many of the same name before them in time

Block = Sequence[Profile]


def link_persons(people: Sequence[Profile], company: Company) -> tuple[Clusters, list[Link]]:
    """(groups, links too unsure to make) of the persons of all reports."""
    background = Background((p.name for p in people), company)
    placed = [p for p in people if p.is_placed and len(_core(p.name)) > 1]
    firm = {p.entity_id for p in placed}
    clusters, unsure = Clusters(), list[Link]()
    _join((_weighed(one, other, background) for one, other in _pairs(placed)), placed, clusters, unsure)
    known = _known(placed, clusters)
    bare = [p for p in people if p.entity_id not in firm]
    left = [p for p in bare if not _attach(p, known, background, clusters, unsure)]
    _join((_weighed(one, other, background) for one, other in _bare_pairs(left)), left, clusters, unsure)
    return clusters, [u for u in unsure if clusters.root(u.one) != clusters.root(u.other)]


def _weighed(one: Profile, other: Profile, background: Background) -> Link:
    return link_of(one.entity_id, other.entity_id, weigh(one, other, background))


def _join(links: Iterable[Link], people: Iterable[Profile], clusters: Clusters, unsure: list[Link]) -> None:
    """Makes the links that are sure, surest first, where the groups' names agree: a short name must not join two longer ones."""
    names = {p.entity_id: Counter(p.names) for p in people}
    for link in sorted(links, key=lambda link: (-link.verdict.score, link.one, link.other)):
        one, other = clusters.root(link.one), clusters.root(link.other)
        agree = one == other or likeness(best_name(names[one]), best_name(names[other])) >= _LIKE
        if link.verdict.score >= LINKED and agree:
            clusters.join([link])
            if one != other:
                names[clusters.root(one)] = names[one] + names[other]
        elif link.verdict.score >= UNSURE:
            unsure.append(link)


def _blocks(people: Iterable[Profile]) -> Iterator[Block]:
    """Groups within which two may be one: same name key; same post and a token in common; same first and last token."""
    blocks: dict[tuple[str, ...], list[Profile]] = defaultdict(list)
    for person in people:
        tokens = _core(person.name)
        blocks["key", name_key(person.name)].append(person)
        blocks["ends", tokens[0], tokens[-1]].append(person)
        for office in person.offices:
            for token in set(tokens):
                blocks["post", office.post, token[:4]].append(person)
    yield from blocks.values()


@lru_cache(maxsize=1 << 16)
def _core(name: str) -> tuple[str, ...]:
    """The parts that tell one bearer from another. A title at the end is a surname: Asim Malik is not Asim.

    Where one part is left, titles and then Muhammad count again: of Khawaja Asif there are fewer than of Asif.
    """
    tokens = [t for t in name_tokens(name) if role(t) != "dropped"]
    last = len(tokens) - 1
    for spare in (("title", "optional"), ("optional",), ()):
        parts = tuple(t for at, t in enumerate(tokens) if role(t) not in spare or (role(t) == "title" and at == last))
        if len(parts) > 1:
            return parts
    return parts or name_tokens(name)[:1] or (name,)


def _pairs(people: Iterable[Profile]) -> Iterator[tuple[Profile, Profile]]:
    seen: set[tuple[str, str]] = set()
    for block in _blocks(people):
        if 1 < len(block) <= _WIDEST:
            for one, other in combinations(block, 2):
                pair = (one.entity_id, other.entity_id)
                if pair not in seen and likeness(one.name, other.name) >= _LIKE:
                    seen.add(pair)
                    yield one, other


def _known(people: Iterable[Profile], clusters: Clusters) -> Mapping[str, list[Profile]]:
    """Key → the known bearers: a profile for each group, with all that its members show."""
    by_root: dict[str, list[Profile]] = defaultdict(list)
    for person in people:
        by_root[clusters.root(person.entity_id)].append(person)
    known: dict[str, list[Profile]] = defaultdict(list)
    for root in sorted(by_root):
        whole = merge(root, by_root[root])
        for key in {key for name in whole.names for key in (*_keys(name), *_office_keys(name, whole))}:
            known[key].append(whole)
    return known


def _keys(name: str) -> tuple[str, ...]:
    tokens = _core(name)
    return (name_key(name),) if len(tokens) < 2 else (name_key(name), f"{tokens[0]} {tokens[-1]}")


def _office_keys(name: str, person: Profile) -> Iterator[str]:
    """A name's parts with each post: by these a name of one part finds the holder of its post."""
    for office in person.offices:
        for part in _core(name):
            yield f"{part}, {office.post}"


def merge(root: str, members: Sequence[Profile]) -> Profile:
    """One profile with all that its members show."""
    names: dict[str, int] = {}
    for member in members:
        for name, count in member.names.items():
            names[name] = names.get(name, 0) + count
    return Profile(
        entity_id=root,
        kind=members[0].kind,
        names=names,
        texts=tuple(sorted({t for m in members for t in m.texts})),
        country=min(filter(None, (m.country for m in members)), default=None),
        bodies=frozenset().union(*(m.bodies for m in members)),
        datelines=frozenset().union(*(m.datelines for m in members)),
        days=tuple(sorted({d for m in members for d in m.days})),
        report_ids=tuple(sorted({r for m in members for r in m.report_ids})),
        offices=tuple(o for m in members for o in m.offices),
    )


def _attach(
    bare: Profile, known: Mapping[str, list[Profile]], background: Background, clusters: Clusters, unsure: list[Link]
) -> bool:
    """Links a bare name to the likeliest known bearer, where one is likely enough."""
    is_short = len(_core(bare.name)) < 2
    keys = _office_keys(bare.name, bare) if is_short else _keys(bare.name)
    bearers = {b.entity_id: b for key in keys for b in known.get(key, ())}
    bearers = {i: b for i, b in bearers.items() if likeness(bare.name, b.name) >= (_SHORT if is_short else _LIKE)}
    weighed = [
        link_of(bare.entity_id, i, weigh_bare(bare, b, (r for r in bearers.values() if r is not b), background))
        for i, b in sorted(bearers.items())
    ]
    best = max(weighed, key=lambda w: (w.verdict.score, w.one, w.other), default=None)
    if best is None or best.verdict.score < LINKED:
        unsure += [best] if best and best.verdict.score >= UNSURE else []
        return False
    clusters.join([best])
    return True


def _bare_pairs(people: Iterable[Profile]) -> Iterator[tuple[Profile, Profile]]:
    """Bare names of one key, or of the same first and last token, each with those next to it in time."""
    blocks: dict[str, list[Profile]] = defaultdict(list)
    for person in people:
        if len(_core(person.name)) > 1:
            for key in _keys(person.name):
                blocks[key].append(person)
    for block in blocks.values():
        block.sort(key=lambda p: (p.first_on, p.entity_id))
        for at, person in enumerate(block):
            for other in block[max(0, at - _NEIGHBOURS) : at]:
                if likeness(other.name, person.name) >= _LIKE:
                    yield other, person
