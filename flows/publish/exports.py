"""The marts as files for other tools: CSV and Parquet, a file a mart. May not: choose rows or columns."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from flows.publish.files import whole_file
from flows.publish.formats import write_csv

_ROWS: Final = 10_000  # at a time, so that memory stays small whatever a mart holds


def export(warehouse: Path, folder: Path, *, forms: Sequence[str] = ("csv", "parquet")) -> list[Path]:
    """Write every mart of ``warehouse`` into ``folder`` in each of the forms; the files, in order of their names."""
    with duckdb.connect(str(warehouse / "dateline.duckdb"), read_only=True) as connection:
        marts = connection.execute(
            "select table_name from duckdb_tables() where schema_name = 'main' order by table_name"
        ).fetchall()
        return [_export(connection, mart, form, folder) for (mart,) in marts for form in forms]


def _export(connection: duckdb.DuckDBPyConnection, mart: str, form: str, folder: Path) -> Path:
    path = folder / f"{mart}.{form}"
    rows = connection.execute(f'select * from "{mart}"').fetch_record_batch(_ROWS)
    with whole_file(path) as stream:
        if form == "csv":
            write_csv(rows, stream)
        elif form == "parquet":
            _write_parquet(rows, stream)
        else:
            raise ValueError(f"no export format named {form}: choose csv or parquet")
    return path


def _write_parquet(rows: pa.RecordBatchReader, stream: object) -> None:
    with pq.ParquetWriter(stream, rows.schema, compression="zstd") as writer:
        for batch in rows:
            writer.write_batch(batch)
