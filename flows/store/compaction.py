"""Compaction: small batches become one larger batch, so that files stay few however often a run finds a few new reports.

The merged batch is a batch like any other: its id is the hash of its report ids, and its files hold the bytes that tabulating
it anew would give. What is to be merged is noted first. A run that dies before the merged batch is committed leaves the old
ones in place, one that dies later leaves only their removal; ``finish_compactions`` ends either.
"""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import pyarrow as pa

from flows.contract.records import make_id
from flows.contract.tables import TABLES
from flows.store.batches import BY_REPORT, batch_files, committed_batches, marker_of, write_marker, write_rows
from flows.store.files import read_json, read_parquet, write_bytes, write_parquet
from flows.store.layout import compaction_file, compaction_folder, landing_file, lines_file, marker_file, table_folder
from flows.store.lines import merge_lines, recurring_in
from flows.store.quarantine import batch_rows, batch_rows_file, write_batch_rows

_GROUP_BYTES: Final = 64 << 20  # of landing files: saved pages are large, and a group is held in memory


def compact(warehouse: Path, *, small: int = 500, target: int = 5000, at_least: int = 8) -> dict[str, tuple[str, ...]]:
    """Merges batches of fewer than ``small`` reports, once there are ``at_least`` so many; merged id → ids it stands for.

    Only for the holder of the lock. Readers of the tables' own files see a merged batch beside its parts for a moment; readers
    of the DuckDB file see nothing of it.
    """
    merged = {}
    for group in _groups(warehouse, small, target):
        if len(group) >= at_least:
            merged[_merge(warehouse, group)] = tuple(group)
    return merged


def finish_compactions(warehouse: Path) -> None:
    """Ends what a killed compaction left: removes the old batches where the merged one is committed, else the merged one."""
    for path in sorted(compaction_folder(warehouse).glob("*.json")):
        batch_id, old = path.stem, read_json(path)["from"]
        for superseded in old if marker_file(warehouse, batch_id).exists() else [batch_id]:
            _remove(warehouse, superseded)
        path.unlink()


def _groups(warehouse: Path, small: int, target: int) -> Iterator[list[str]]:
    """Small batches of one extractor version, by month, until a group has ``target`` reports or ``_GROUP_BYTES`` on disk.

    One in which other lines recur now waits until it is tabulated anew: merged, it would pass for what it is not.
    """
    lines = recurring_in(warehouse, committed_batches(warehouse))
    told = {b: marker_of(warehouse, b) for b in lines}
    markers = {b: marker for b, marker in told.items() if marker.get("recurring", []) == lines[b]}
    reports = {b: marker["rows"].get("reports", 0) for b, marker in markers.items()}
    chosen = sorted((m["version"], m["months"][:1], b) for b, m in markers.items() if reports[b] < small)
    group: list[str] = []
    size = count = 0
    for version, _, batch_id in chosen:
        if group and (count >= target or size >= _GROUP_BYTES or markers[group[-1]]["version"] != version):
            yield group
            group, size, count = [], 0, 0
        group.append(batch_id)
        size += landing_file(warehouse, batch_id).stat().st_size
        count += reports[batch_id]
    yield group


def _merge(warehouse: Path, group: Sequence[str]) -> str:
    landed = _concatenated([landing_file(warehouse, b) for b in group]).sort_by("report_id")
    batch_id = make_id(*landed["report_id"].to_pylist())
    write_bytes(compaction_file(warehouse, batch_id), json.dumps({"from": list(group)}).encode())
    write_parquet(landing_file(warehouse, batch_id), landed, {"batch_id": batch_id})
    merge_lines(warehouse, group, batch_id)
    marker = _merge_tables(warehouse, group, batch_id)
    refused = [row for b in group for row in batch_rows(warehouse, b)]
    write_batch_rows(warehouse, batch_id, refused)
    write_marker(warehouse, batch_id, marker)
    finish_compactions(warehouse)
    return batch_id


def _merge_tables(warehouse: Path, group: Sequence[str], batch_id: str) -> dict[str, Any]:
    """Writes the tables of a merged batch; what its marker says."""
    markers = [marker_of(warehouse, b) for b in group]
    version, months = markers[0]["version"], sorted({m for marker in markers for m in marker["months"]})
    rows: dict[str, int] = {}
    for table in (*BY_REPORT, "reports"):
        for month in months:
            folder = table_folder(warehouse, table) / f"published_month={month}"
            parts = [path for b in group if (path := folder / f"{b}.parquet").exists()]
            whole = _concatenated(parts).cast(TABLES[table].schema) if parts else None
            if whole is not None and table == "reports":
                ids = pa.array([batch_id] * whole.num_rows, pa.string())
                whole = whole.set_column(whole.schema.get_field_index("batch_id"), whole.schema.field("batch_id"), ids)
            rows[table] = rows.get(table, 0) + write_rows(warehouse, table, month, batch_id, whole, version)
    refused = sum(m["quarantined"] for m in markers)
    recurring = sorted({line for m in markers for line in m.get("recurring", [])})
    return {"version": version, "months": months, "rows": rows, "quarantined": refused, "recurring": recurring}


def _concatenated(paths: Sequence[Path]) -> pa.Table:
    parts = [read_parquet(path) for path in paths]
    return pa.concat_tables([part.replace_schema_metadata(None) for part in parts])


def _remove(warehouse: Path, batch_id: str) -> None:
    """Removes a batch; its marker first, so that it is never taken for whole."""
    marker_file(warehouse, batch_id).unlink(missing_ok=True)
    for path in (
        *batch_files(warehouse, batch_id),
        batch_rows_file(warehouse, batch_id),
        lines_file(warehouse, batch_id),
        landing_file(warehouse, batch_id),
    ):
        path.unlink(missing_ok=True)
