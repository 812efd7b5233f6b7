"""Tables are made without pandas, and are given as DataFrames to who asks."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
_CODE = """
import sys
import flows.contract.tables
import pyarrow as pa
table = pa.table({"n": [1, 2], "word": ["a", None]})
print("pandas" in sys.modules)
print(list(table.to_pandas()["n"]), "pandas" in sys.modules)
import pandas
print(pa.array(pandas.Series([1, None], dtype="Int64")).null_count, pa.Table.from_pandas(table.to_pandas()).num_rows)
"""


def test_tables_are_made_without_pandas_and_become_data_frames():
    told = subprocess.run([sys.executable, "-c", _CODE], cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert told.stdout.splitlines() == ["False", "[1, 2] True", "1 2"], told.stderr
