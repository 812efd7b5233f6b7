"""Families: entities that a chain of shared marks connects. What is linked in one family does not touch another."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any, Self

import numpy as np
import pyarrow as pa

from flows.resolve.marks import FAMILY, NAME, OFFICE, POST, SHORT, Array, Bearers, bearers, wide


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
        """As an Arrow table, ordered by entity, role and mark, each row once."""
        order = np.lexsort((self.mark, self.role, self.entity))
        rows = self.where(order)
        again = (np.diff(rows.entity) == 0) & (np.diff(rows.role) == 0) & (np.diff(rows.mark) == 0)
        rows = rows.where(np.append(True, ~again)[: len(order)])
        return pa.table({c: getattr(rows, c) for c in ("entity", "role", "mark")})

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
        return np.unique(self.entity[(self.role == role) & np.isin(self.mark, marks)])


def families(marked: Marked, size: int) -> Array:
    """The family of each of ``size`` entities: the position of its first member."""
    offices, short = marked.role == OFFICE, marked.role == SHORT
    found = offices & np.isin(marked.mark, marked.mark[short])  # a post connects those whom a short name may mean
    rows = marked.where((marked.role == FAMILY) | short | found)
    apart = rows.mark << np.uint64(1) | (rows.role != FAMILY).astype("u8")
    entity, starts, counts = _grouped(rows.entity, apart)
    label: Any = np.arange(size)
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
