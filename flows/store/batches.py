"""Batches: the facts of landed reports as Parquet, a file per table and month, committed as one.

``reports`` files are written last and the marker after them: a batch without marker is done again, and gives the same bytes.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import pyarrow as pa

from flows.contract.records import Facts, Quarantined
from flows.contract.tables import TABLES
from flows.store.files import commit, explained, read_json, write_bytes, write_parquet
from flows.store.layout import landed_batches, marker_file, marker_folder, table_file, table_folder
from flows.store.lines import recurring_in
from flows.store.quarantine import settle_batch

BY_REPORT: Final = tuple(name for name, table in TABLES.items() if table.by_report and name != "reports")
_SORTED_BY: Final = {  # before the key: what people ask for
    "mentions": ("entity_id",), "event_participants": ("entity_id",), "statements": ("speaker_entity_id",),
    "occupancies": ("person_entity_id",),
}  # fmt: skip


def pending_batches(warehouse: Path, version: str) -> tuple[str, ...]:
    """Landed batches that no extractor, or one of another version, has made tables of; or with other lines in them that recur."""
    batches = landed_batches(warehouse)
    lines = recurring_in(warehouse, batches)
    return tuple(b for b in batches if not _is_current(marker_of(warehouse, b), version, lines[b]))


def _is_current(marker: Mapping[str, Any], version: str, recurring: Sequence[str]) -> bool:
    return marker.get("version") == version and marker.get("recurring", []) == recurring


def stale_batches(warehouse: Path, version: str) -> tuple[str, ...]:
    """Pending batches that have tables: of an extractor of another version, or from before a line in them recurred."""
    return tuple(b for b in pending_batches(warehouse, version) if marker_file(warehouse, b).exists())


def marker_of(warehouse: Path, batch_id: str) -> dict[str, Any]:
    """What the commit marker of a batch says: version, rows a table, lines that recur; {} where the batch is not committed."""
    try:
        return read_json(marker_file(warehouse, batch_id))
    except FileNotFoundError:
        return {}


def write_batch(
    warehouse: Path, batch_id: str, facts: Iterable[Facts], *, version: str,
    duplicates: Mapping[str, str] | None = None, refused: Sequence[Quarantined] = (),
) -> dict[str, int]:  # fmt: skip
    """Writes the tables of a batch, in place of any it had; rows a table. ``refused`` are reports that a stage failed on.

    ``duplicates`` (see ``duplicate_reports``) fills duplicate_of.
    """
    with explained(warehouse):
        marker_file(warehouse, batch_id).unlink(missing_ok=True)
    months = _by_month(facts, batch_id, duplicates or {})
    rows: dict[str, int] = {}
    for table in (*BY_REPORT, "reports"):
        for month in sorted(months):
            rows[table] = rows.get(table, 0) + write_rows(
                warehouse, table, month, batch_id, _arrow(table, months[month]), version
            )
    _remove_other_months(warehouse, batch_id, set(months))
    settle_batch(warehouse, batch_id, refused, datetime.now(UTC))
    marker = {"version": version, "months": sorted(months), "rows": rows, "quarantined": len(refused)}
    write_marker(warehouse, batch_id, marker | {"recurring": recurring_in(warehouse, [batch_id])[batch_id]})
    return rows


def _by_month(facts: Iterable[Facts], batch_id: str, duplicates: Mapping[str, str]) -> dict[str, list[Facts]]:
    months: dict[str, list[Facts]] = {}
    for of_report in facts:
        report = replace(of_report.report, batch_id=batch_id, duplicate_of=duplicates.get(of_report.report.report_id))
        month = report.published_on.strftime("%Y-%m") if report.published_on else "unknown"
        months.setdefault(month, []).append(replace(of_report, report=report))
    return months


def _arrow(table: str, facts: list[Facts]) -> pa.Table | None:
    rows = [f.report for f in facts] if table == "reports" else [row for f in facts for row in getattr(f, table)]
    return TABLES[table].arrow(rows) if rows else None


def write_rows(warehouse: Path, table: str, month: str, batch_id: str, rows: pa.Table | None, version: str) -> int:
    """Writes the rows that a batch has in a table for a month, sorted so that row groups tell entities apart; how many."""
    path = table_file(warehouse, table, month, batch_id)
    if rows is None:
        path.unlink(missing_ok=True)
        return 0
    asked_by = _SORTED_BY.get(table, ())
    ordered = rows.sort_by([(column, "ascending") for column in (*asked_by, *TABLES[table].key)])
    write_parquet(path, ordered, {"extractor_version": version}, asked_by=asked_by)
    return int(rows.num_rows)


def write_marker(warehouse: Path, batch_id: str, marker: Mapping[str, Any]) -> None:
    """Commits a batch: from here on it is whole."""
    path = marker_file(warehouse, batch_id)
    write_bytes(path, json.dumps(marker, indent=1, sort_keys=True).encode())
    commit(path)


def _remove_other_months(warehouse: Path, batch_id: str, months: set[str]) -> None:
    """Removes what an earlier version wrote for months that this one no longer finds."""
    kept = {f"published_month={month}" for month in months}
    for path in batch_files(warehouse, batch_id):
        if path.parent.name not in kept:
            path.unlink()


def batch_files(warehouse: Path, batch_id: str) -> tuple[Path, ...]:
    """The files that a batch has in the tables by report, ``reports`` first."""
    folders = [table_folder(warehouse, table) for table in ("reports", *BY_REPORT)]
    return tuple(path for folder in folders for path in sorted(folder.glob(f"published_month=*/{batch_id}.parquet")))


def committed_batches(warehouse: Path) -> tuple[str, ...]:
    """The ids of all batches whose tables are complete."""
    return tuple(sorted(path.stem for path in marker_folder(warehouse).glob("*.json")))
