"""The dbt documentation can be generated, offline, with every mart and its columns in the catalogue."""

import json
from pathlib import Path

import pytest

from flows.model.databases import attached
from flows.model.dictionary import documented_marts
from flows.model.increments import table_files, take_all
from flows.model.runner import dbt
from tests.model import sample


@pytest.mark.slow
def test_docs_generate(tmp_path: Path):
    sample.write(tmp_path, sample.tellings())
    work = tmp_path / ".build"
    work.mkdir()
    with attached(work, "512MB") as connection:
        take_all(connection, work, table_files(tmp_path))
        assert dbt("build", "--exclude-resource-type", "unit_test", work=work).success
        assert dbt("docs", "generate", "--static", work=work).success
    target = work / "target"
    catalog = json.loads((target / "catalog.json").read_text("utf-8"))
    marts = {
        n["metadata"]["name"]: list(n["columns"])
        for n in catalog["nodes"].values()
        if n["metadata"]["schema"] == "main"
    }
    assert marts == {m["name"]: [c["name"] for c in m["columns"]] for m in documented_marts()}
    assert "rpt_engagements" in (target / "static_index.html").read_text("utf-8")
