"""Families in which nothing changed but that names beside two of them became more common: only scores and reasons are others there.

Where the course that linking took leads to the same groups with what the verdicts are now, no profile is read. Where it does not,
the family has to be linked again.
"""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from flows.contract.tables import TABLES
from flows.resolve.clusters import Link, Pair
from flows.resolve.company import Company
from flows.resolve.link import reviews
from flows.resolve.memo import Memo, Part
from flows.resolve.retaken import Retaken, retake
from flows.resolve.weigh import Verdict, reweigh


class _Shown(NamedTuple):
    """What the table says of an entity."""

    canonical_id: str
    kind: str
    name: str


class _Retold(NamedTuple):
    """Part of a family: the verdicts that are others now, by their places in it, and what differs."""

    verdicts: Mapping[int, Verdict]
    retaken: Retaken


@dataclass(slots=True)
class Rescored:
    """What differs, and the families that have to be linked again."""

    others: list[int] = field(default_factory=list)
    best: dict[str, Verdict] = field(default_factory=dict)  # of those who are linked by another verdict
    doubts_before: list[Link] = field(default_factory=list)
    doubts: list[Link] = field(default_factory=list)

    def add(self, part: Retaken) -> None:
        """What differs in a part of a family."""
        self.best |= part.best
        self.doubts_before += part.doubts_before
        self.doubts += part.doubts


def rescore(memo: Memo, families: Sequence[int], commoner: Set[int], company: Company) -> Rescored:
    """Tells anew what rests on names that are more common now, and remembers it."""
    found = {at: _retold(part, commoner, company) for at, part in memo.parts(families, commoner)}
    others = sorted({family for (family, _), part in found.items() if not part})
    retold = {at: part for at, part in found.items() if part and at[0] not in others}
    rescored = Rescored(others)
    for part in retold.values():
        rescored.add(part.retaken)
    memo.correct({at: part.verdicts for at, part in retold.items()})
    return rescored


def _retold(part: Part, commoner: Set[int], company: Company) -> _Retold | None:
    """None where somebody is linked otherwise, or where a verdict cannot be told."""
    now: dict[int, tuple[Pair, Verdict]] = {}
    for at, (pair, verdict) in enumerate(part.verdicts.items()):
        if not commoner.isdisjoint(verdict.rests_on):
            again = reweigh(verdict, company)
            if again is None:
                return None
            now[at] = pair, again
    retaken = retake(part.course, dict(now.values()))
    return _Retold({at: verdict for at, (_, verdict) in now.items()}, retaken) if retaken else None


def changes(rescored: Rescored, entities: pa.Table) -> dict[str, tuple[pa.Array, pa.Table]]:
    """Table → (ids of those whose rows are others, their rows now), from the entities as they were."""
    before, after = (_reviews(doubts, entities) for doubts in (rescored.doubts_before, rescored.doubts))
    linked = _linked_otherwise(rescored.best, entities)
    return {
        "entities": (linked["entity_id"].combine_chunks(), linked),
        "entity_reviews": (before["entity_id"].combine_chunks(), after),
    }


def _linked_otherwise(best: Mapping[str, Verdict], entities: pa.Table) -> pa.Table:
    told = entities.filter(pc.is_in(entities["entity_id"], pa.array(best, pa.string())))
    told = told.filter(pc.not_equal(told["entity_id"], told["canonical_id"]))
    ids = told["entity_id"].to_pylist()
    for column, values in (
        ("link_score", [best[i].score for i in ids]),
        ("link_reason", [best[i].reason for i in ids]),
    ):
        at = told.schema.get_field_index(column)
        told = told.set_column(at, told.schema.field(at), pa.array(values, told.schema.field(at).type))
    return told


def _reviews(doubts: Iterable[Link], entities: pa.Table) -> pa.Table:
    links = list(doubts)
    ends = _shown({end for link in links for end in (link.one, link.other)}, entities)
    firsts = _shown({shown.canonical_id for shown in ends.values()}, entities)
    return TABLES["entity_reviews"].arrow(reviews(links, ends | firsts))


def _shown(ids: Iterable[str], entities: pa.Table) -> dict[str, _Shown]:
    told = entities.filter(pc.is_in(entities["entity_id"], pa.array(list(ids), pa.string())))
    columns = (told[name].to_pylist() for name in ("entity_id", *_Shown._fields))
    return {entity_id: _Shown(*more) for entity_id, *more in zip(*columns, strict=True)}
