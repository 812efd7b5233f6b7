"""Replay: what stands in quarantine is tried again by the next run, and leaves when it is read."""

from collections.abc import Iterable
from pathlib import Path

from flows.contract.records import Quarantined
from flows.store.batches import committed_batches
from flows.store.layout import marker_file
from flows.store.ledger import forget_sources
from flows.store.quarantine import batch_rows


def requeue(warehouse: Path, rows: Iterable[Quarantined]) -> None:
    """Lets the next run read the sources of these rows again, and tabulate the batches that hold them again."""
    wanted = list(rows)
    forget_sources(warehouse, {row.source_uri for row in wanted if row.stage == "ingest"})
    failed = {(row.source_uri, row.content_hash) for row in wanted if row.stage != "ingest"}
    for batch_id in committed_batches(warehouse) if failed else ():
        if failed & {(row.source_uri, row.content_hash) for row in batch_rows(warehouse, batch_id)}:
            marker_file(warehouse, batch_id).unlink()
