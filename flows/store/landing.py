"""Landing: raw reports kept unchanged, in batches. Content that is there already is not landed again.

A batch is the unit of work, of retry and of commit. Its id is a hash of its report ids, and its file is written in one
rename. Reports are batched in the order of their sources; so a run that was killed and starts again makes the same batches.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import pyarrow as pa

from flows.contract.records import Accounting, Quarantined, RawReport, SourceFile, make_id
from flows.contract.tables import Table
from flows.store.duplicates import content_key, page_key
from flows.store.files import commit, read_parquet, write_parquet
from flows.store.layout import landing_file, landing_folder
from flows.store.ledger import Entry, record_sources
from flows.store.quarantine import settle_sources

LANDING: Final = Table("landing", RawReport, ("report_id",))
Reading = tuple[SourceFile, Iterable[RawReport | Quarantined]]


@dataclass(frozen=True, slots=True)
class Landed:
    """What a landing did: the accounting of the files it read, and the batches it wrote."""

    accounting: Accounting
    batch_ids: tuple[str, ...]


def land(
    warehouse: Path, readings: Iterable[Reading], *, batch_size: int = 1000, batch_bytes: int = 64 << 20
) -> Landed:
    """Lands the new reports of some source files, quarantines what they could not give, and records them as read.

    A batch ends at ``batch_size`` reports or ``batch_bytes`` of text and raw bytes, so that large pages do not fill the memory.
    """
    landing = _Landing(warehouse, batch_size, batch_bytes)
    for file, items in readings:
        landing.read(file, items)
    landing.finish()
    return Landed(sum((e.accounting for e in landing.entries), Accounting()), tuple(landing.batch_ids))


@dataclass(slots=True)
class _Landing:
    """A landing under way: reports wait until a batch is full; sources are recorded when all their reports are on disk."""

    warehouse: Path
    batch_size: int
    batch_bytes: int
    waiting_bytes: int = 0
    before: set[str] = field(init=False)
    now: set[str] = field(default_factory=set)
    waiting: list[RawReport] = field(default_factory=list)
    refused: list[Quarantined] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    batch_ids: list[str] = field(default_factory=list)
    uris: set[str] = field(default_factory=set)  # of what was tried: what quarantine held of it gives way

    def __post_init__(self) -> None:
        self.before = set(landed_ids(self.warehouse))

    def read(self, file: SourceFile, items: Iterable[RawReport | Quarantined]) -> None:
        counts = {"published": 0, "unchanged": 0, "duplicate": 0, "quarantined": 0}
        for item in items:
            counts[self._take(item)] += 1
            if len(self.waiting) == self.batch_size or self.waiting_bytes >= self.batch_bytes:
                self._write()
        self.entries.append(Entry(file, Accounting(**counts)))

    def _take(self, item: RawReport | Quarantined) -> str:
        self.uris.add(item.source_uri)
        if isinstance(item, Quarantined):
            self.refused.append(item)
            return "quarantined"
        if item.report_id in self.before:
            return "unchanged"
        if item.report_id in self.now:
            return "duplicate"
        self.now.add(item.report_id)
        self.waiting.append(item)
        self.waiting_bytes += len(item.text) + len(item.raw or b"")
        return "published"

    def _write(self) -> None:
        batch_id = make_id(*sorted(r.report_id for r in self.waiting))
        path = landing_file(self.warehouse, batch_id)
        write_parquet(path, _landing_table(self.waiting), {"batch_id": batch_id})
        commit(path)
        self.batch_ids.append(batch_id)
        self.waiting.clear()
        self.waiting_bytes = 0

    def finish(self) -> None:
        if self.waiting:
            self._write()
        settle_sources(self.warehouse, self.refused, self.uris | {e.file.uri for e in self.entries}, datetime.now(UTC))
        record_sources(self.warehouse, self.entries)


def _landing_table(reports: list[RawReport]) -> pa.Table:
    """Raw reports with the keys that re-crawls are recognised by."""
    table = LANDING.arrow(reports)
    table = table.append_column("page_key", pa.array([page_key(r.url) for r in reports], pa.string()))
    table = table.append_column("length", pa.array([len(r.text) for r in reports], pa.int64()))
    return table.append_column("content_key", pa.array([content_key(r) for r in reports], pa.string()))


def landed_ids(warehouse: Path) -> Iterator[str]:
    """The ids of all landed reports."""
    for path in sorted(landing_folder(warehouse).glob("*.parquet")):
        yield from read_parquet(path, columns=["report_id"]).column(0).to_pylist()


def read_landed(warehouse: Path, batch_id: str) -> tuple[RawReport, ...]:
    """The raw reports of a batch, in the order they came."""
    names = [f.name for f in fields(RawReport)]
    rows = read_parquet(landing_file(warehouse, batch_id), columns=names).to_pylist()
    return tuple(RawReport(**row) for row in rows)


def landed_report(warehouse: Path, report_id: str) -> RawReport | None:
    """The raw report with this id, in whichever batch it is."""
    for path in sorted(landing_folder(warehouse).glob("*.parquet")):
        if report_id in read_parquet(path, columns=["report_id"]).column(0).to_pylist():
            return next(raw for raw in read_landed(warehouse, path.stem) if raw.report_id == report_id)
    return None
