"""A build replaces the file only when all is well, and readers never meet half of one."""

import re
from pathlib import Path

import duckdb
import pyarrow.parquet as pq
import pytest

from flows.model import QueryError, build, query
from tests.model import sample


@pytest.fixture
def warehouse(tmp_path: Path) -> Path:
    sample.write(tmp_path, sample.tellings()[:2])
    return tmp_path


@pytest.mark.slow
def test_failing_gate_keeps_the_last_good_file_and_says_why(warehouse: Path):
    (warehouse / "dateline.duckdb").write_bytes(b"the last good one")
    twice = warehouse / "tables" / "reports"
    (twice / "again.parquet").write_bytes((twice / "batch.parquet").read_bytes())
    result = build(warehouse)
    assert not result.published
    assert re.search(r"stg_reports_is_as_declared: .*key \w{16}", result.message)
    assert (warehouse / "dateline.duckdb").read_bytes() == b"the last good one"
    assert list((warehouse / ".build").glob("*.duckdb*")) == []


@pytest.mark.slow
def test_open_readers_go_on_while_tables_are_missing_or_of_an_older_contract(warehouse: Path, marts: Path):
    database = warehouse / "dateline.duckdb"
    database.write_bytes((marts / "dateline.duckdb").read_bytes())
    for table in ("figures", "quarantine"):
        (warehouse / "tables" / table / "batch.parquet").unlink()
    older = warehouse / "tables" / "entities" / "batch.parquet"
    pq.write_table(pq.read_table(older).drop_columns(["link_reason"]), older)
    with duckdb.connect(str(database), read_only=True) as reader:
        assert build(warehouse).published
        assert reader.execute("select count(*) from fct_figures").fetchone() == (1,)
    assert query(warehouse, "from fct_figures").num_rows == 0


def test_answers_read_only(marts: Path):
    with pytest.raises(QueryError, match="read-only"):
        query(marts, "delete from fct_events")


def test_answers_a_file_of_statements(marts: Path, tmp_path: Path):
    file = tmp_path / "ask.sql"
    file.write_text("set variable day = date '2025-03-05';\nselect getvariable('day') as day;", "utf-8")
    assert str(query(marts, file).to_pylist()[0]["day"]) == "2025-03-05"


@pytest.mark.parametrize("sql", ["select nothing from nowhere", "selct", Path("no/such/file.sql")])
def test_refuses_with_a_reason(marts: Path, sql: str | Path):
    with pytest.raises(QueryError, match=r"\w+"):
        query(marts, sql)


def test_nothing_built_yet(tmp_path: Path):
    with pytest.raises(QueryError, match="dateline run"):
        query(tmp_path, "select 1")
