"""Quarantine: what could not be used, by source and content, with its reason; seen again counts up, mended goes away."""

from collections.abc import Iterable
from dataclasses import fields, replace
from datetime import UTC, datetime
from pathlib import Path

from flows.contract.records import Quarantined, RawReport
from flows.contract.tables import TABLES
from flows.store.files import read_parquet, write_parquet
from flows.store.layout import table_folder
from flows.store.ledger import starts_of

_Key = tuple[str, str, int]


def read_quarantine(warehouse: Path) -> tuple[Quarantined, ...]:
    """All rows, by source and offset."""
    rows = [r for path in sorted(table_folder(warehouse, "quarantine").glob("*.parquet")) for r in _read(path)]
    return tuple(sorted(rows, key=lambda r: (r.source_uri, r.byte_start, r.content_hash, r.stage)))


def settle_sources(warehouse: Path, refused: Iterable[Quarantined], read: set[str], now: datetime) -> None:
    """Replaces what stands for the source files that were read by what they gave this time."""
    path = table_folder(warehouse, "quarantine") / "sources.parquet"
    before = _read(path)
    kept = {_key(r): r for r in before if read.isdisjoint(starts_of(r.source_uri))}
    if read:
        _replace(path, before, [*kept.values(), *merged(before, refused, now)])


def settle_batch(warehouse: Path, batch_id: str, refused: Iterable[Quarantined], now: datetime) -> None:
    """Replaces what stands for a batch by what a stage refused of it this time."""
    write_batch_rows(warehouse, batch_id, merged(batch_rows(warehouse, batch_id), refused, now))


def batch_rows(warehouse: Path, batch_id: str) -> list[Quarantined]:
    """What a stage refused of a batch."""
    return _read(batch_rows_file(warehouse, batch_id))


def write_batch_rows(warehouse: Path, batch_id: str, rows: list[Quarantined]) -> None:
    """Writes what a stage refused of a batch, in place of what was there."""
    _replace(batch_rows_file(warehouse, batch_id), batch_rows(warehouse, batch_id), rows)


def batch_rows_file(warehouse: Path, batch_id: str) -> Path:
    """Where the refused reports of a batch stand."""
    return table_folder(warehouse, "quarantine") / f"{batch_id}.parquet"


def refused_report(raw: RawReport, stage: str, error: Exception) -> Quarantined:
    """The row of a landed report that a stage failed on."""
    now = datetime.now(UTC)
    return Quarantined(
        source_uri=f"{raw.source_uri}#{raw.report_id}", content_hash=raw.report_id, reason_code="stage_failed", stage=stage,
        message=f"{type(error).__name__}: {error}. Mend the cause, then replay the row.", first_seen_at=now, last_seen_at=now,
    )  # fmt: skip


def merged(before: Iterable[Quarantined], refused: Iterable[Quarantined], now: datetime) -> list[Quarantined]:
    """Refusals, each once; those known from before keep when they were first seen and count their attempts."""
    known = {_key(r): r for r in before}
    rows: dict[_Key, Quarantined] = {}
    for row in refused:
        old = known.get(_key(row))
        first, attempts = (
            (min(old.first_seen_at, row.first_seen_at), old.attempts + 1) if old else (row.first_seen_at, 1)
        )
        rows[_key(row)] = replace(row, first_seen_at=first, last_seen_at=max(now, first), attempts=attempts)
    return list(rows.values())


def _key(row: Quarantined) -> _Key:
    return row.source_uri, row.content_hash, row.byte_start


def _read(path: Path) -> list[Quarantined]:
    names = [f.name for f in fields(Quarantined)]
    return [Quarantined(**row) for row in read_parquet(path, columns=names).to_pylist()] if path.exists() else []


def _replace(path: Path, before: list[Quarantined], after: list[Quarantined]) -> None:
    if after:
        write_parquet(path, TABLES["quarantine"].arrow(sorted(after, key=_key)))
    elif before:
        path.unlink()
