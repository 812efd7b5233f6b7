"""Answers SQL on the marts. May not: write anything, read other files, reach a network, load extensions, render (that is publish's)."""

from pathlib import Path
from typing import Final

import duckdb
import pyarrow as pa

from flows.model.build import DATABASE

_CLOSED: Final[dict[str, str | bool | int | float | list[str]]] = {
    "enable_external_access": False,  # no file but the marts, no address, no extension
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "lock_configuration": True,  # and SQL cannot undo it
}


class QueryError(ValueError):
    """SQL that could not be answered, with the reason in words."""


def query(warehouse: Path, sql: str | Path) -> pa.Table:
    """The rows that ``sql`` (statements, or a file of them) selects last from ``warehouse/dateline.duckdb``, opened read-only.

    Raises QueryError where nothing is built yet, the file is missing or DuckDB refuses the SQL.
    """
    database = warehouse / DATABASE
    if not database.exists():
        raise QueryError(f"{database} does not exist yet: `dateline run` builds it")
    with duckdb.connect(str(database), read_only=True, config=_CLOSED) as connection:
        try:
            return connection.execute(_read(sql)).fetch_arrow_table()
        except duckdb.Error as error:
            raise QueryError(str(error)) from error


def _read(sql: str | Path) -> str:
    if isinstance(sql, str):
        return sql
    try:
        return sql.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"{sql} cannot be read as UTF-8 text: {error}") from error
