"""Who is who across reports: the table ``entities`` and what goes with it, a pure function of the tables of all reports.

Neither the order of the reports nor the runs they came in change anything: a canonical id is the id of the member seen first.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from flows.contract.identity import EntityReview, OverrideCheck, PostCorrection
from flows.contract.records import Entity
from flows.resolve.bodies import find_body
from flows.resolve.clusters import Clusters, Link, link_of
from flows.resolve.company import Company
from flows.resolve.conditions import Row
from flows.resolve.gathered import Gathered
from flows.resolve.groups import merge
from flows.resolve.marks import NAME, POST, bearers, rows_of, wide
from flows.resolve.opened import Tables
from flows.resolve.overrides import Corrections, correct
from flows.resolve.persons_linked import link_persons
from flows.resolve.places import Place, known_places
from flows.resolve.profiles import Profile, profiles
from flows.resolve.scales import Scales
from flows.resolve.weigh import Background, Verdict
from flows.resolve.wording import Wording


class Shown(Protocol):
    """What the table tells of an entity, or will."""

    @property
    def canonical_id(self) -> str:
        """The id of the one that speaks for all."""

    @property
    def kind(self) -> str:
        """Person, organization …."""

    @property
    def name(self) -> str:
        """As shown."""


@dataclass(frozen=True, slots=True)
class Links:
    """Rows of the tables that linking writes, under the tables' names."""

    entities: tuple[Entity, ...]
    entity_reviews: tuple[EntityReview, ...]
    override_checks: tuple[OverrideCheck, ...]
    post_corrections: tuple[PostCorrection, ...]


def link(tables: Tables) -> Links:
    """Links the entities of all reports, at once; ``relink`` gives the same by parts, and only of what changed.

    ``tables`` holds ``mentions``, ``occupancies``, ``reports``, ``topics`` and ``report_signatures``.
    """
    gathered = Gathered.of(tables)
    members = profiles(gathered)
    return link_members(members, scales(members, gathered))


def scales(members: Mapping[str, Profile], gathered: Gathered) -> Scales:
    """What the persons among all members are weighed on."""
    _, roles, marks = rows_of(members.values())
    background = Background(bearers(marks[roles == NAME]), Company(gathered), Wording(gathered))
    return Scales(background, frozenset(wide(marks[roles == POST]).tolist()))


def link_members(members: Mapping[str, Profile], scales: Scales, overrides: Sequence[Row] | None = None) -> Links:
    """Links entities: all, or all of some families (see ``marks``)."""
    clusters, unsure = linked(members.values(), scales)
    corrected = correct(members, clusters, overrides)
    groups = ([members[i] for i in ids] for ids in corrected.groups)
    entities = tuple(entity for group in groups for entity in _entities(group, clusters, corrected))
    by_id = {entity.entity_id: entity for entity in entities}
    return Links(
        entities=entities,
        entity_reviews=tuple(reviews(unsure, by_id)),
        override_checks=tuple(corrected.checks),
        post_corrections=tuple(corrected.posts),
    )


def linked(members: Iterable[Profile], scales: Scales) -> tuple[Clusters, list[Link]]:
    """(groups, unsure links) over all kinds: persons are weighed, the others joined by key."""
    by_kind: dict[str, list[Profile]] = defaultdict(list)
    for member in members:
        by_kind[member.kind].append(member)
    clusters, unsure = link_persons(by_kind["person"], scales)
    for kind in ("organization", "initiative", "post", "place"):
        clusters.join(_same_name(by_kind[kind]))
    return clusters, unsure


def _same_name(members: Iterable[Profile]) -> Iterator[Link]:
    """A name whose country no report gives joins the one country that the name is known from."""
    named: dict[str, list[Profile]] = defaultdict(list)
    for member in members:
        named[member.name.casefold()].append(member)
    for same in named.values():
        homes = sorted({m.country for m in same if m.country})
        if len(homes) == 1:
            known = min((m for m in same if m.country), key=lambda m: m.entity_id)
            for other in same:
                if other is not known:
                    yield link_of(
                        known.entity_id, other.entity_id, Verdict(0.95, f"same name, known in {homes[0]} alone")
                    )


def _entities(members: Sequence[Profile], clusters: Clusters, corrected: Corrections) -> Iterator[Entity]:
    """A row for each member of one group; the canonical one speaks for all."""
    first = min(members, key=lambda m: (m.first_on, m.entity_id))
    whole = merge(first.entity_id, members) if len(members) > 1 else first
    name = corrected.names.get(first.entity_id) or _listed_name(whole) or whole.name
    aliases = tuple(sorted({*whole.names, *whole.texts} - {name}))
    kind = corrected.kinds.get(first.entity_id, whole.kind)
    place = _place_of(first)
    for member in members:
        is_first = member is first
        verdict = corrected.verdicts.get(member.entity_id) or clusters.best.get(member.entity_id)
        yield Entity(
            entity_id=member.entity_id,
            canonical_id=first.entity_id,
            kind=kind,
            name=name if is_first else member.name,
            aliases=aliases if is_first else tuple(sorted({*member.names, *member.texts} - {member.name})),
            country_code=whole.country if is_first else member.country,
            geonames_id=place.geonames_id if place else None,
            latitude=place.latitude if place else None,
            longitude=place.longitude if place else None,
            subtype=_subtype(whole, place),
            link_score=None if is_first or verdict is None else verdict.score,
            link_reason=None if is_first or verdict is None else verdict.reason,
        )


def _listed_name(whole: Profile) -> str | None:
    if whole.kind == "place":
        place = _place_of(whole)
        return place.name if place else None
    body = find_body(whole.kind, whole.name, whole.country) if whole.kind in ("organization", "initiative") else None
    return body.name if body else None


def _subtype(whole: Profile, place: Place | None) -> str | None:
    if place:
        return place.kind
    body = find_body(whole.kind, whole.name, whole.country) if whole.kind in ("organization", "initiative") else None
    return body.subtype if body else None


def _place_of(profile: Profile) -> Place | None:
    """What the gazetteer has under an entity's id, or the towns of its country."""
    if profile.kind != "place":
        return None
    listed = known_places(None).get(profile.entity_id)
    return listed or (known_places(profile.country).get(profile.entity_id) if profile.country else None)


def reviews(unsure: Iterable[Link], entities: Mapping[str, Shown]) -> Iterator[EntityReview]:
    """The best unsure link between each two groups that stayed apart."""
    best: dict[tuple[str, str], Verdict] = {}
    for doubt in unsure:
        if not {doubt.one, doubt.other} <= entities.keys():  # dropped by the analyst
            continue
        one, other = sorted((entities[doubt.one].canonical_id, entities[doubt.other].canonical_id))
        if one != other:
            best[one, other] = max(best.get((one, other), doubt.verdict), doubt.verdict)
    for (one, other), verdict in sorted(best.items()):
        first, second = entities[one], entities[other]
        yield EntityReview(
            entity_id=one, other_entity_id=other, kind=first.kind, name=first.name, other_name=second.name,
            score=verdict.score, reason=verdict.reason,
        )  # fmt: skip
