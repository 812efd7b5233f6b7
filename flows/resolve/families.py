"""Families: entities that a chain of shared marks connects. What is linked in one family does not touch another."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final, Self

import numpy as np
import pyarrow as pa

from flows.resolve.marks import FAMILY, NAME, OFFICE, POST, SHORT, Array, Bearers, bearers, wide

_BITS: Final = 22  # of a hash


def among(values: Array, few: Array) -> Array:
    """Which of many values are among a few."""
    hit = np.zeros(1 << _BITS, bool)
    hit[_hashed(few)] = True
    found = hit[_hashed(values)]
    found[found] = np.isin(values[found], few)
    return found


def _hashed(values: Array) -> Array:
    return (values.astype("u8") * np.uint64(0x9E3779B97F4A7C15) >> np.uint64(64 - _BITS)).astype("i8")


@dataclass(frozen=True)
class Marked:
    """Marks of entities, a row each: the entity by position, the role of the mark, the mark."""

    entity: Array
    role: Array
    mark: Array

    @classmethod
    def joined(cls, *parts: "Marked") -> Self:
        """The rows of all parts."""
        return cls(*(np.concatenate([getattr(p, c) for p in parts]) for c in ("entity", "role", "mark")))

    @classmethod
    def of(cls, table: pa.Table) -> Self:
        """From a table with these columns."""
        return cls(*(table[c].to_numpy() for c in ("entity", "role", "mark")))

    @classmethod
    def none(cls) -> Self:
        """No rows."""
        return cls(np.empty(0, "i4"), np.empty(0, "u1"), np.empty(0, "u8"))

    def table(self) -> pa.Table:
        """As an Arrow table."""
        return pa.table({c: getattr(self, c) for c in ("entity", "role", "mark")})

    def new(self, rows: "Marked") -> "Marked":
        """Those rows that are not among these."""
        like = self.where(among(self.mark, rows.mark))
        known = set(zip(like.entity.tolist(), like.role.tolist(), like.mark.tolist(), strict=True))
        told = zip(rows.entity.tolist(), rows.role.tolist(), rows.mark.tolist(), strict=True)
        return rows.where(np.array([row not in known for row in told], bool))

    def where(self, chosen: Array) -> "Marked":
        """Some of the rows."""
        return Marked(self.entity[chosen], self.role[chosen], self.mark[chosen])

    def moved(self, positions: Array) -> "Marked":
        """With the entities at other positions; those at -1 are left out."""
        entity = positions[self.entity]
        return Marked(entity.astype("i4"), self.role, self.mark).where(entity >= 0)

    @cached_property
    def bearers(self) -> Bearers:
        """How common the parts of the names are."""
        return bearers(self.mark[self.role == NAME])

    @cached_property
    def wide(self) -> Array:
        """Marks of the posts that too many share."""
        return wide(self.mark[self.role == POST])

    def holders(self, role: int, marks: Array) -> Array:
        """The entities that have one of the marks in a role."""
        return np.unique(self.entity[(self.role == role) & among(self.mark, marks)])

    @cached_property
    def ties(self) -> tuple[Array, Array]:
        """(entity by position, what ties it to others of its family) of all that tie."""
        offices, short = self.role == OFFICE, self.role == SHORT
        found = offices & among(self.mark, self.mark[short])  # a post connects those whom a short name may mean
        rows = self.where((self.role == FAMILY) | short | found)
        return rows.entity, rows.mark << np.uint64(1) | (rows.role != FAMILY).astype("u8")


def kin(marked: Marked, chosen: Array) -> Array:
    """Who is of the families of some entities, given as whether each is chosen; and perhaps a few more."""
    entity, tie = marked.ties
    bits, hit = _hashed(tie), np.zeros(1 << _BITS, bool)
    found, size = chosen.copy(), -1
    while size != (size := int(np.count_nonzero(found))):
        hit[bits[found[entity]]] = True
        found[entity[hit[bits]]] = True
    return found


def families(marked: Marked, chosen: Array) -> Array:
    """The family of each entity: the position of its first member. Only families of chosen ones are told, others stand alone."""
    entity, tie = marked.ties
    near = kin(marked, chosen)[entity]
    entity, starts, counts = _grouped(entity[near], tie[near])
    label: Any = np.arange(len(chosen))
    while len(starts):
        spread = label.copy()
        np.minimum.at(spread, entity, np.repeat(np.minimum.reduceat(label[entity], starts), counts))
        spread = spread[spread]
        if np.array_equal(spread, label):
            break
        label = spread
    return np.asarray(label)


def _grouped(entity: Array, mark: Array) -> tuple[Array, Array, Array]:
    """(entities ordered by mark, where each mark starts, how many have it) of the marks that more than one has."""
    order = np.argsort(mark, kind="stable")
    entity, mark = entity[order], mark[order]
    first = np.append(True, mark[1:] != mark[:-1]) if len(mark) else np.empty(0, bool)
    counts = np.diff(np.append(np.flatnonzero(first), len(mark)))
    shared = np.repeat(counts > 1, counts)
    counts = counts[counts > 1]
    return entity[shared], np.cumsum(counts) - counts, counts
