"""Every copy of the contract agrees with it: dbt's sources and staging, the marts' documentation, the data dictionary."""

from pathlib import Path

import duckdb
import pytest
import yaml

from flows.contract.tables import TABLES
from flows.model.dictionary import STAGING, documented_marts, generated
from flows.model.sources import CODES

SOURCES = {t["name"]: t for t in yaml.safe_load((STAGING / "contract.yml").read_text("utf-8"))["sources"][0]["tables"]}


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda t: t.name)
def test_dbt_source_has_the_columns_of_the_contract(table):
    told = [c["name"] for c in SOURCES.get(table.name, {"columns": []})["columns"]]
    declared = [c.name for c in table.columns]
    assert told == declared, (
        f"{table.name}: dbt lacks {set(declared) - set(told)}, contract lacks {set(told) - set(declared)}"
    )


@pytest.mark.parametrize("file", generated(), ids=lambda f: f.name)
def test_generated_file_is_as_generated(file: Path):
    assert file.exists(), f"{file} is missing: run `python -m flows.model.dictionary`"
    assert file.read_text("utf-8") == generated()[file], "run `python -m flows.model.dictionary`"


def test_no_staging_model_outlives_its_table():
    assert {f.name for f in STAGING.glob("*.sql")} == {f"stg_{name}.sql" for name in TABLES}


def test_codes_are_those_of_columns_that_exist():
    assert {c for c in CODES if c[1] not in {x.name for x in TABLES[c[0]].columns}} == set()


def test_every_mart_documents_its_columns(marts: Path):
    with duckdb.connect(str(marts / "dateline.duckdb"), read_only=True) as con:
        rows = con.execute(
            "select table_name, column_name from duckdb_columns() where schema_name = 'main' and not internal"
        )
        built = set(rows.fetchall())
    documented = {(m["name"], c["name"]) for m in documented_marts() for c in m["columns"]}
    assert built == documented, f"undocumented {sorted(built - documented)}, gone {sorted(documented - built)}"


def test_every_mart_states_its_grain():
    assert [m["name"] for m in documented_marts() if not m["description"].startswith("Grain: ")] == []
