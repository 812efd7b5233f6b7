"""What changed in the list of an analyst's corrections since the run before: only those whom a changed row names are linked again."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np

from flows.language.names import name_tokens
from flows.resolve.conditions import Row
from flows.resolve.marks import Array, mark


def row_mark(row: Row) -> int:
    """The mark of all whom a row names; another one when anything in the row is."""
    return mark("override", *row.values())


@dataclass(frozen=True, slots=True)
class Listing:
    """The rows that are new, and the marks of those that are gone; where the order is another, all are both."""

    new: Sequence[Row]
    gone: Array

    @classmethod
    def of(cls, before: Array, listed: Sequence[Row]) -> Self:
        """From the marks of the rows of the run before, in order, and the rows of now."""
        earlier, now = before.tolist(), [row_mark(row) for row in listed]
        if [m for m in earlier if m in now] != [m for m in now if m in earlier]:
            return cls(listed, before)
        gone = [m for m in earlier if m not in now]
        return cls([row for row, m in zip(listed, now, strict=True) if m not in earlier], np.array(gone, "u8"))

    @property
    def marks_of_new(self) -> Array:
        """The marks of the new rows."""
        return np.array([row_mark(row) for row in self.new], "u8")

    def parts_of(self, row: Row) -> set[str]:
        """The parts of the names in a row: whom it fits has one of them."""
        return {part for name in (row["name"], row["other_name"]) if name for part in name_tokens(name)}
