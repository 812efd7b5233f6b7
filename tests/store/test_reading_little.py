"""A question for one month or one person reads little of the tables, as written and as compacted: measured in rows that must be read."""

from datetime import date
from pathlib import Path

import duckdb
import pyarrow.parquet as pq
import pytest

from flows.contract.records import Facts, Mention, Report
from flows.store import compact, files, write_batch
from flows.store.landing import _landing_table
from flows.store.layout import landing_file

MONTHS, BATCHES, PEOPLE = 3, 12, 400


def facts_of(raw, month: int, number: int) -> Facts:
    """A report of a month that names two people of many, and one that every report names."""
    day = date(2025, month, 1 + number % 28)
    report = Report(
        report_id=raw.report_id, source_name=raw.source_name, source_uri=raw.source_uri, text=raw.text, published_on=day
    )  # fmt: skip
    names = ("0" * 16, f"{number * 7919 % PEOPLE:016x}", f"{number * 104729 % PEOPLE:016x}")
    mentions = tuple(
        Mention(report_id=raw.report_id, ordinal=n, kind="person", char_start=0, char_end=6, text="LAHORE", name=who, entity_id=who)
        for n, who in enumerate(names)
    )  # fmt: skip
    return Facts(report=report, mentions=mentions)


@pytest.fixture
def warehouse(tmp_path: Path, make_raw, monkeypatch) -> Path:
    monkeypatch.setattr(files, "_ROWS", 100)  # a row group; 20,000 where there are millions of rows
    number = 0
    for batch in range(BATCHES):
        raws = [make_raw(number + n) for n in range(60)]
        batch_id = f"{batch:016x}"
        files.write_parquet(landing_file(tmp_path, batch_id), _landing_table(raws))
        write_batch(
            tmp_path,
            batch_id,
            [facts_of(raw, 1 + batch % MONTHS, number + n) for n, raw in enumerate(raws)],
            version="1",
        )
        number += 60
    return tmp_path


def share_read(warehouse: Path, entity_id: str) -> float:
    """The share of rows in row groups that neither statistics nor Bloom filters rule out."""
    read = total = 0
    for path in sorted(warehouse.glob("tables/mentions/published_month=*/*.parquet")):
        probed = duckdb.execute(
            "select row_group_id, bloom_filter_excludes from parquet_bloom_probe(?, 'entity_id', ?)",
            [str(path), entity_id],
        ).fetchall()
        excluded = {group for group, excludes in probed if excludes}
        metadata = pq.read_metadata(path)
        column = metadata.schema.names.index("entity_id")
        for group in range(metadata.num_row_groups):
            rows = metadata.row_group(group)
            told = rows.column(column).statistics
            total += rows.num_rows
            if group not in excluded and told.min <= entity_id <= told.max:
                read += rows.num_rows
    return read / total


@pytest.mark.parametrize("merged", [False, True], ids=["as written", "compacted"])
def test_one_person_of_many(warehouse: Path, merged: bool) -> None:
    if merged:
        assert len(compact(warehouse, at_least=2)) == 1
    shares = [share_read(warehouse, f"{who:016x}") for who in range(1, PEOPLE, 40)]
    assert max(shares) < 0.4 and sum(shares) / len(shares) < 0.25
    assert share_read(warehouse, f"{PEOPLE + 5:016x}") < 0.05, "nobody of that name"


@pytest.mark.parametrize("merged", [False, True], ids=["as written", "compacted"])
def test_one_month_of_many(warehouse: Path, merged: bool) -> None:
    if merged:
        compact(warehouse, at_least=2)
    by_month = {
        folder.name: sum(pq.read_metadata(path).num_rows for path in folder.glob("*.parquet"))
        for folder in (warehouse / "tables" / "mentions").glob("published_month=*")
    }
    assert len(by_month) == MONTHS
    plan = duckdb.execute(
        "explain analyze select count(*) from read_parquet(?, hive_partitioning = true) where published_month = '2025-02'",
        [f"{warehouse.as_posix()}/tables/mentions/**/*.parquet"],
    ).fetchall()
    said = next(line for _, text in plan for line in text.splitlines() if "Scanning Files" in line)
    read, there = map(int, said.split(":")[1].strip(" │").split("/"))
    assert read == there / MONTHS
    assert by_month["published_month=2025-02"] == sum(by_month.values()) / MONTHS
