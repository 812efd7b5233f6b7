"""Families: entities that a chain of shared marks connects. What is linked in one family does not touch another."""

from dataclasses import dataclass
from typing import Any, Self

import numpy as np

from flows.resolve.marks import FAMILY, OFFICE, SHORT, Array


@dataclass(frozen=True, slots=True)
class Marked:
    """Marks of entities, a row each: the entity by number, the role of the mark, the mark."""

    entity: Array
    role: Array
    mark: Array

    @classmethod
    def joined(cls, *parts: "Marked") -> Self:
        """The rows of all parts."""
        return cls(*(np.concatenate([getattr(p, c) for p in parts]) for c in ("entity", "role", "mark")))

    @classmethod
    def of(cls, rows: "list[tuple[int, int, int]]") -> Self:
        """From rows."""
        entity, role, mark = zip(*rows, strict=True) if rows else ((), (), ())
        return cls(np.array(entity, "i8"), np.array(role, "u1"), np.array(mark, "u8"))

    def where(self, chosen: Array) -> "Marked":
        """Some of the rows."""
        return Marked(self.entity[chosen], self.role[chosen], self.mark[chosen])

    def rows(self) -> list[tuple[int, int, int]]:
        """(entity, role, mark) of each."""
        return list(zip(self.entity.tolist(), self.role.tolist(), self.mark.tolist(), strict=True))

    def without(self, others: "Marked") -> "Marked":
        """Those rows that are not among others."""
        if not (len(self.mark) and len(others.mark)):
            return self
        left = set(others.rows())
        return self.where(np.array([row not in left for row in self.rows()], bool))

    @property
    def ties(self) -> tuple[Array, Array]:
        """(entity, what ties it to others of its family) of all that tie."""
        offices, short = self.role == OFFICE, self.role == SHORT
        found = offices & np.isin(self.mark, self.mark[short])  # a post connects those whom a short name may mean
        rows = self.where((self.role == FAMILY) | short | found)
        return rows.entity, rows.mark << np.uint64(1) | (rows.role != FAMILY).astype("u8")


def families(marked: Marked, members: Array) -> Array:
    """The family of each of some members, given by number in order: the first member's number."""
    number, tie = marked.ties
    entity, starts, counts = _grouped(np.searchsorted(members, number), tie)
    label: Any = np.arange(len(members))
    while len(starts):
        spread = label.copy()
        np.minimum.at(spread, entity, np.repeat(np.minimum.reduceat(label[entity], starts), counts))
        spread = spread[spread]
        if np.array_equal(spread, label):
            break
        label = spread
    return np.asarray(members[label])


def _grouped(entity: Array, mark: Array) -> tuple[Array, Array, Array]:
    """(entities ordered by mark, where each mark starts, how many have it) of the marks that more than one has."""
    order = np.argsort(mark, kind="stable")
    entity, mark = entity[order], mark[order]
    first = np.append(True, mark[1:] != mark[:-1]) if len(mark) else np.empty(0, bool)
    counts = np.diff(np.append(np.flatnonzero(first), len(mark)))
    shared = np.repeat(counts > 1, counts)
    counts = counts[counts > 1]
    return entity[shared], np.cumsum(counts) - counts, counts
