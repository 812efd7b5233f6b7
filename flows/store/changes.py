"""What a redone batch changed: its rows before and after, compared by key."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

import pyarrow as pa

from flows.contract.tables import TABLES
from flows.store.batches import batch_files, committed_batches, marker_of
from flows.store.files import read_parquet

_ACROSS: Final = ("duplicate_of",)  # told by all landed reports, not by the batch: filled in after it is written
Rows = Mapping[str, Mapping[tuple[Any, ...], Mapping[str, Any]]]


@dataclass(frozen=True, slots=True)
class Changes:
    """How many rows of a table came, differ and went."""

    added: int = 0
    changed: int = 0
    removed: int = 0

    def __add__(self, other: "Changes") -> "Changes":
        """Both together."""
        return Changes(self.added + other.added, self.changed + other.changed, self.removed + other.removed)


def batches_between(warehouse: Path, since: date | None, until: date | None) -> tuple[str, ...]:
    """Committed batches with reports published in the months from ``since`` to ``until``; undated reports lie in none."""
    first, last = (since.strftime("%Y-%m") if since else "", until.strftime("%Y-%m") if until else "9999-12")
    months = {b: marker_of(warehouse, b)["months"] for b in committed_batches(warehouse)}
    return tuple(b for b, of_batch in months.items() if any(first <= m <= last for m in of_batch))


def rows_of_batch(warehouse: Path, batch_id: str) -> Rows:
    """The rows that a batch has in each table by report, by key."""
    rows: dict[str, dict[tuple[Any, ...], Mapping[str, Any]]] = {name: {} for name, t in TABLES.items() if t.by_report}
    for path in batch_files(warehouse, batch_id):
        name = path.parent.parent.name
        rows[name].update(_keyed(read_parquet(path), TABLES[name].key))
    return rows


def _keyed(table: pa.Table, key: tuple[str, ...]) -> dict[tuple[Any, ...], Mapping[str, Any]]:
    kept = table.drop_columns([c for c in _ACROSS if c in table.column_names])
    return {tuple(row[column] for column in key): row for row in kept.to_pylist()}


def compare(before: Rows, after: Rows) -> dict[str, Changes]:
    """What is different, a table."""
    return {name: _compare(before[name], after[name]) for name in before}


def _compare(before: Mapping[tuple[Any, ...], Any], after: Mapping[tuple[Any, ...], Any]) -> Changes:
    both = before.keys() & after.keys()
    return Changes(len(after) - len(both), sum(before[key] != after[key] for key in both), len(before) - len(both))
