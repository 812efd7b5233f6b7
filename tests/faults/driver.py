"""The smallest run there is: land and tabulate, with facts that need no parsing. ``python driver.py WAREHOUSE BATCH_SIZE SOURCE…``."""

import sys
from datetime import date
from pathlib import Path

from flows import ingest, store
from flows.contract.records import Facts, Mention, RawReport, Report
from flows.parse import recurrence


def facts_of(raw: RawReport) -> Facts:
    """A report with its first words as mentions."""
    day = date.fromisoformat(raw.published[:10]) if raw.published else None
    report = Report(
        report_id=raw.report_id, source_name=raw.source_name, source_uri=raw.source_uri, text=raw.text, published_on=day
    )  # fmt: skip
    mentions = tuple(
        Mention(
            report_id=raw.report_id,
            ordinal=n,
            kind="person",
            char_start=n,
            char_end=n + 3,
            text=raw.text[n : n + 3],
            name="x",
        )
        for n in range(min(20, len(raw.text) - 3))
    )
    return Facts(report=report, mentions=mentions)


def find_recurring(warehouse: Path) -> None:
    """What recurs in the reports, as the tasks find it."""
    for batch_id in store.uncounted_batches(warehouse, "1"):
        lines = [line for raw in store.read_landed(warehouse, batch_id) for line in recurrence.lines_of(raw)]
        store.write_lines(warehouse, batch_id, lines, version="1")
    tallies = store.tally_lines(warehouse, fewest=recurrence.FEWEST_PAGES)
    store.write_table(warehouse, "recurring_lines", [line for t in tallies if (line := recurrence.recurring(t))])


def run(warehouse: Path, sources: list[str], batch_size: int) -> store.Landed:
    """A run, as the pipeline does it."""
    with store.locked(warehouse, wait_seconds=30):
        files = [file for source in sources for file in ingest.find_files(source)]
        changed, _ = store.split_unchanged(warehouse, files)
        landed = store.land(warehouse, ((f, ingest.read_source(f)) for f in changed), batch_size=batch_size)
        find_recurring(warehouse)
        duplicates = store.duplicate_reports(warehouse)
        for batch_id in store.pending_batches(warehouse, "1"):
            facts = [facts_of(raw) for raw in store.read_landed(warehouse, batch_id)]
            store.write_batch(warehouse, batch_id, facts, version="1", duplicates=duplicates)
        store.settle_duplicates(warehouse, duplicates)
        store.write_empty_tables(warehouse)
    return landed


if __name__ == "__main__":
    run(Path(sys.argv[1]), sys.argv[3:], int(sys.argv[2]))
