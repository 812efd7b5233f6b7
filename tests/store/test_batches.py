"""A batch is written whole, the same every time, and is known as done only when it is."""

from dataclasses import replace
from datetime import date

import pyarrow.parquet as pq
import pytest

from flows.contract.tables import TABLES
from flows.store import (
    land,
    landed_batches,
    pending_batches,
    read_landed,
    read_table,
    stale_batches,
    write_batch,
    write_empty_tables,
)  # fmt: skip
from flows.store.layout import marker_file


def snapshot(folder):
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*.parquet")}


@pytest.fixture
def landed(tmp_path, make_raw, source_file):
    land(tmp_path, [(source_file, [make_raw(n) for n in range(5)])], batch_size=3)
    return tmp_path


def test_the_same_batch_gives_the_same_bytes(landed, make_facts) -> None:
    batch = landed_batches(landed)[0]
    facts = [make_facts(raw) for raw in read_landed(landed, batch)]
    write_batch(landed, batch, facts, version="1")
    first = snapshot(landed / "tables")
    marker_file(landed, batch).unlink()
    write_batch(landed, batch, facts, version="1")
    assert snapshot(landed / "tables") == first
    assert any("published_month=2025-03" in name for name in first)


def test_batches_are_pending_until_written_and_stale_for_another_version(landed, make_facts) -> None:
    assert len(pending_batches(landed, "1")) == 2
    assert stale_batches(landed, "1") == ()
    for batch in landed_batches(landed):
        write_batch(landed, batch, [make_facts(raw) for raw in read_landed(landed, batch)], version="1")
    assert pending_batches(landed, "1") == ()
    assert stale_batches(landed, "2") == landed_batches(landed)


def test_a_rewritten_batch_leaves_nothing_in_months_that_it_no_longer_has(landed, make_facts) -> None:
    batch = landed_batches(landed)[0]
    raws = read_landed(landed, batch)
    write_batch(landed, batch, [make_facts(raw) for raw in raws], version="1")
    write_batch(landed, batch, [make_facts(raw, None) for raw in raws], version="2")
    assert {name.split("/")[1] for name in snapshot(landed / "tables")} == {"published_month=unknown"}
    assert read_table(landed, "reports").num_rows == len(raws)


def test_every_file_has_the_schema_of_the_contract_and_every_table_is_there(landed, make_facts) -> None:
    batch = landed_batches(landed)[0]
    write_batch(landed, batch, [make_facts(raw, date(2024, 1, 1)) for raw in read_landed(landed, batch)], version="1")
    write_empty_tables(landed)
    for name, table in TABLES.items():
        files = list((landed / "tables" / name).rglob("*.parquet"))
        assert files
        for path in files:
            assert pq.read_schema(path).equals(table.schema)


def test_the_extractor_version_stands_in_the_file(landed, make_facts) -> None:
    batch = landed_batches(landed)[0]
    write_batch(landed, batch, [make_facts(raw) for raw in read_landed(landed, batch)], version="7.1")
    path = next((landed / "tables" / "mentions").rglob("*.parquet"))
    assert pq.read_schema(path).metadata[b"extractor_version"] == b"7.1"


def test_a_null_where_the_contract_allows_none_is_refused(make_raw, make_facts) -> None:
    facts = make_facts(make_raw(1))
    with pytest.raises(ValueError, match="name may not be null"):
        TABLES["mentions"].arrow([replace(facts.mentions[0], name=None)])
