"""The tables as DuckDB views: from Arrow tables in memory, or from Parquet files, of which only what is asked for is read."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pyarrow as pa

from flows.contract.tables import TABLES

Tables = Mapping[str, pa.Table | Sequence[Path]]


@contextmanager
def opened(tables: Tables, *names: str) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection in which the named tables are views."""
    with duckdb.connect() as connection:
        for name in names:
            table = tables[name]
            if isinstance(table, pa.Table):
                connection.register(name, table)
            elif not table:  # no report has told of any yet
                connection.register(name, TABLES[name].schema.empty_table())
            else:
                listed = ", ".join("'" + str(path).replace("'", "''") + "'" for path in table)
                connection.execute(
                    f"create view {name} as select * from read_parquet([{listed}], hive_partitioning = false)"
                )
        yield connection
