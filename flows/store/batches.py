"""Batches: the facts of landed reports as Parquet, a file per table and month, committed as one.

``reports`` files are written last and the marker after them: a batch without marker is done again, and gives the same bytes.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from flows.contract.records import Facts, Quarantined
from flows.contract.tables import TABLES
from flows.store.files import explained, write_bytes, write_parquet
from flows.store.layout import landing_folder, marker_file, marker_folder, table_file, table_folder
from flows.store.quarantine import settle_batch

_BY_REPORT: Final = tuple(name for name, table in TABLES.items() if table.by_report and name != "reports")


def landed_batches(warehouse: Path) -> tuple[str, ...]:
    """The ids of all landed batches."""
    return tuple(sorted(path.stem for path in landing_folder(warehouse).glob("*.parquet")))


def pending_batches(warehouse: Path, version: str) -> tuple[str, ...]:
    """Landed batches that no extractor, or one of another version, has made tables of."""
    return tuple(b for b in landed_batches(warehouse) if marker_of(warehouse, b).get("version") != version)


def stale_batches(warehouse: Path, version: str) -> tuple[str, ...]:
    """Batches whose tables were made by an extractor of another version."""
    return tuple(b for b in pending_batches(warehouse, version) if marker_file(warehouse, b).exists())


def marker_of(warehouse: Path, batch_id: str) -> dict[str, Any]:
    """What the commit marker of a batch says: version, rows a table; {} where the batch is not committed."""
    try:
        marker: dict[str, Any] = json.loads(marker_file(warehouse, batch_id).read_bytes())
    except FileNotFoundError:
        return {}
    return marker


def write_batch(
    warehouse: Path, batch_id: str, facts: Iterable[Facts], *, version: str,
    duplicates: Mapping[str, str] | None = None, refused: Sequence[Quarantined] = (),
) -> dict[str, int]:  # fmt: skip
    """Writes the tables of a batch, in place of any it had; rows a table. ``refused`` are reports that a stage failed on."""
    with explained(warehouse):
        marker_file(warehouse, batch_id).unlink(missing_ok=True)
    months = _by_month(facts, batch_id, duplicates or {})
    _remove(warehouse, batch_id, set(months))
    rows: dict[str, int] = {}
    for table in (*_BY_REPORT, "reports"):
        for month, reports in months.items():
            rows[table] = rows.get(table, 0) + _write(warehouse, table, month, batch_id, reports, version)
    settle_batch(warehouse, batch_id, refused, datetime.now(UTC))
    marker = {"version": version, "months": sorted(months), "rows": rows, "quarantined": len(refused)}
    write_bytes(marker_file(warehouse, batch_id), json.dumps(marker, indent=1, sort_keys=True).encode())
    return rows


def _by_month(facts: Iterable[Facts], batch_id: str, duplicates: Mapping[str, str]) -> dict[str, list[Facts]]:
    months: dict[str, list[Facts]] = {}
    for of_report in facts:
        report = replace(of_report.report, batch_id=batch_id, duplicate_of=duplicates.get(of_report.report.report_id))
        month = report.published_on.strftime("%Y-%m") if report.published_on else "unknown"
        months.setdefault(month, []).append(replace(of_report, report=report))
    return months


def _write(warehouse: Path, table: str, month: str, batch_id: str, facts: list[Facts], version: str) -> int:
    rows = [f.report for f in facts] if table == "reports" else [row for f in facts for row in getattr(f, table)]
    path = table_file(warehouse, table, month, batch_id)
    if rows:
        write_parquet(path, TABLES[table].arrow(rows), {"extractor_version": version})
    else:
        path.unlink(missing_ok=True)
    return len(rows)


def _remove(warehouse: Path, batch_id: str, months: set[str]) -> None:
    """Removes what an earlier version wrote for months that this one no longer finds."""
    kept = {f"published_month={month}" for month in months}
    for table in ("reports", *_BY_REPORT):
        for path in table_folder(warehouse, table).glob(f"published_month=*/{batch_id}.parquet"):
            if path.parent.name not in kept:
                path.unlink()


def committed_batches(warehouse: Path) -> tuple[str, ...]:
    """The ids of all batches whose tables are complete."""
    return tuple(sorted(path.stem for path in marker_folder(warehouse).glob("*.json")))
