"""Tables as a whole: what an older contract wrote stays readable."""

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from flows.contract.tables import TABLES
from flows.store import read_table, write_empty_tables


def test_a_file_of_an_older_contract_is_read_and_its_empty_one_renewed(tmp_path: Path) -> None:
    folder = tmp_path / "tables" / "topics"
    folder.mkdir(parents=True)
    old = pa.schema([f for f in TABLES["topics"].schema if f.name != "score"])
    pq.write_table(old.empty_table(), folder / "empty.parquet")
    row = {"report_id": ["a"], "medtop": ["medtop:20000133"], "label": ["police"], "evidence": [[]]}
    pq.write_table(pa.table(row, schema=old), folder / "old.parquet")
    write_empty_tables(tmp_path)
    assert pq.read_schema(folder / "empty.parquet").equals(TABLES["topics"].schema)
    assert read_table(tmp_path, "topics").to_pylist() == [
        {"report_id": "a", "medtop": "medtop:20000133", "label": "police", "score": None, "evidence": []}
    ]
