"""Marts from Parquet: builds the DuckDB file with dbt, answers SQL, writes the data dictionary. The only part that knows dbt."""

from flows.model.ask import QueryError, query
from flows.model.build import DATABASE, BuildResult, ask_anew, build, is_asked_anew, make_ready

__all__ = ["DATABASE", "BuildResult", "QueryError", "ask_anew", "build", "is_asked_anew", "make_ready", "query"]
