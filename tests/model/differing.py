"""Two files of marts, compared."""

from pathlib import Path

import duckdb


def differing(one: Path, other: Path) -> dict[str, list[tuple[object, ...]]]:
    """Rows that one of two marts files has and the other has not, by table."""
    with duckdb.connect() as con:
        for name, file in (("one", one), ("other", other)):
            con.execute(f"attach '{str(file).replace(chr(39), chr(39) * 2)}' as {name} (read_only)")
        tables = con.execute(
            "select schema_name, table_name from duckdb_tables() where database_name = 'one'"
        ).fetchall()
        assert len(tables) > 30
        both = {
            f"{schema}.{table}": con.execute(
                f"(from one.{schema}.{table} except all from other.{schema}.{table}) union all "
                f"(from other.{schema}.{table} except all from one.{schema}.{table})"
            ).fetchall()
            for schema, table in tables
        }
    return {table: rows for table, rows in both.items() if rows}
