"""The only writer: landing, Parquet batches, quarantine, compaction. It decides nothing.

A run, in order (``warehouse`` is the folder; everything but reading happens inside ``locked``)::

    with locked(warehouse, wait_seconds=…):                    # lock.py; also clears leftovers of killed runs
        files = [f for s in sources for f in ingest.find_files(s)]
        changed, unchanged = split_unchanged(warehouse, files)  # ledger.py: by size and mtime, then hash
        landed = land(warehouse, ((f, ingest.read_source(f)) for f in changed))  # landing.py → Landed(accounting, batch_ids)
        accounting = landed.accounting + unchanged              # seen = published + unchanged + duplicate + quarantined
        duplicates = duplicate_reports(warehouse)               # duplicates.py: report_id → the report it is a re-crawl of
        for batch_id in uncounted_batches(warehouse, version):  # lines.py: short lines, to be compared over all reports
            write_lines(warehouse, batch_id, lines, version=version)
        write_table(warehouse, "recurring_lines", rows)         # made of tally_lines(warehouse, fewest=…)
        for batch_id in pending_batches(warehouse, version):    # batches.py: never tabulated, or by another version
            raw = read_landed(warehouse, batch_id)              # RawReports of the batch
            write_batch(warehouse, batch_id, facts, version=version, duplicates=duplicates, refused=rows)
        settle_duplicates(warehouse)                            # older batches whose duplicate_of changed
        write_table(warehouse, "entities", rows)                # whole.py, likewise for any table not by report
        write_empty_tables(warehouse)                           # every table of the contract exists

A report that a stage fails on goes into ``refused`` as ``refused_report(raw, stage, error)``. ``requeue`` lets the next run try
rows of the quarantine again; ``compact`` merges small batches; ``changes`` tells what redoing a batch changed; ``verify`` looks for
damaged files. A worker that does not see the warehouse gets ``pack_batch``, and what it made is taken up by ``adopt``. A feed on the web::

    validators, items = read_web_feed(web, feed_validators(warehouse, url), landed_urls(warehouse))
    landed = land(warehouse, [(SourceFile(uri=url, name=url, size=-1, modified_ns=-1), items)])
    if not landed.accounting.quarantined:
        record_validators(warehouse, validators)
"""

from flows.store.ahead import read_ahead
from flows.store.batches import marker_of, pending_batches, stale_batches, write_batch
from flows.store.checksums import told_once
from flows.store.compaction import compact
from flows.store.duplicates import duplicate_reports, settle_duplicates
from flows.store.feeds import feed_validators, landed_urls, record_validators
from flows.store.files import StoreError, advice_on
from flows.store.landing import Landed, land, landed_report, read_landed
from flows.store.layout import is_warehouse, landed_batches, sums_file
from flows.store.ledger import split_unchanged
from flows.store.lines import tally_lines, uncounted_batches, write_lines
from flows.store.lock import WarehouseBusy, locked
from flows.store.memos import database, recall, remember, state
from flows.store.parcels import adopt, forget_share, note_share, pack_batch, pack_made, unpack
from flows.store.quarantine import read_quarantine, refused_report
from flows.store.replay import requeue
from flows.store.seals import verify
from flows.store.whole import batch_tables, read_table, reading, table_files, write_empty_tables, write_table

__all__ = [
    "Landed",
    "StoreError",
    "WarehouseBusy",
    "adopt",
    "advice_on",
    "batch_tables",
    "compact",
    "database",
    "duplicate_reports",
    "feed_validators",
    "forget_share",
    "is_warehouse",
    "land",
    "landed_batches",
    "landed_report",
    "landed_urls",
    "locked",
    "marker_of",
    "note_share",
    "pack_batch",
    "pack_made",
    "pending_batches",
    "read_ahead",
    "read_landed",
    "read_quarantine",
    "read_table",
    "reading",
    "recall",
    "record_validators",
    "refused_report",
    "remember",
    "requeue",
    "settle_duplicates",
    "split_unchanged",
    "stale_batches",
    "state",
    "sums_file",
    "table_files",
    "tally_lines",
    "told_once",
    "uncounted_batches",
    "unpack",
    "verify",
    "write_batch",
    "write_empty_tables",
    "write_lines",
    "write_table",
]
