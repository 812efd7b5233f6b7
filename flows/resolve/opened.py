"""The tables as DuckDB views: from Arrow tables in memory, or from Parquet files, of which only what is asked for is read."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import duckdb
import pyarrow as pa

from flows.contract.tables import TABLES

Tables = Mapping[str, pa.Table | Sequence[Path]]


class Batch(NamedTuple):
    """The tables of a batch of reports, and by table a stamp that changes with it."""

    stamps: Mapping[str, str]
    tables: Tables

    @property
    def stamp(self) -> str:
        """Changes with any of them."""
        return "\n".join(f"{name} {stamp}" for name, stamp in sorted(self.stamps.items()))


def joined(batches: Collection[Batch], *names: str) -> Tables:
    """The named tables of some batches, all in memory or all in files."""
    parts = {name: [batch.tables[name] for batch in batches] for name in names}
    return {name: _joined(of_batches) for name, of_batches in parts.items()}


def _joined(parts: Sequence[pa.Table | Sequence[Path]]) -> pa.Table | Sequence[Path]:
    if parts and isinstance(parts[0], pa.Table):
        return pa.concat_tables(parts)
    return [path for paths in parts for path in paths]


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
