"""Writes what is generated from the contract: dbt's staging layer and `warehouse/README.md`, the data dictionary.

`python -m flows.model.dictionary` rewrites them; a test fails when any drifts from the contract or the marts.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

import yaml

from flows.contract.tables import TABLES, Table
from flows.model.runner import SQL
from flows.model.sources import contract_yml, staging_sql

README: Final = SQL.parent / "warehouse" / "README.md"
STAGING: Final = SQL / "models" / "staging"
_HEAD: Final = """\
# Data dictionary

Written by `python -m flows.model.dictionary` from `flows/contract` and `sql/models/marts`; a test fails when it drifts.

    landing/            raw reports, unchanged
    tables/<table>/     Parquet, one file a batch and month: the evidence
    dateline.duckdb     the marts, built from the tables: ask these
    briefing/           the briefing page and exports

Offsets count the characters (Unicode code points) of `reports.text` from 0, end exclusive. Ids are 16 hex digits of a hash of what
the row is about, so they stay the same whatever arrives in whatever order. Names of codes follow PLOVER, TimeML and IPTC.
"""


def data_dictionary() -> str:
    """The data dictionary as Markdown: a section a mart, then a section a table."""
    marts = [_mart(m) for m in sorted(documented_marts(), key=lambda m: str(m["name"]))]
    tables = [_table(t) for t in TABLES.values()]
    return "\n".join([_HEAD, "## Marts (`dateline.duckdb`)\n", *marts, "## Tables (`tables/`)\n", *tables])


def documented_marts() -> list[Mapping[str, Any]]:
    """Each mart with its description and columns, as the dbt project documents it."""
    files = sorted((SQL / "models" / "marts").glob("*.yml"))
    return [m for f in files for m in yaml.safe_load(f.read_text("utf-8")).get("models", ())]


def generated() -> dict[Path, str]:
    """Every file that is written from the contract and the marts' documentation, with its content."""
    staging = {STAGING / f"stg_{name}.sql": staging_sql(table) for name, table in TABLES.items()}
    return {STAGING / "contract.yml": contract_yml(), README: data_dictionary(), **staging}


def write() -> None:
    """Rewrite every file that is generated."""
    for file, content in generated().items():
        file.parent.mkdir(exist_ok=True)
        file.write_text(content, "utf-8")


def _mart(mart: Mapping[str, Any]) -> str:
    columns = ((c["name"], "", c["description"]) for c in mart["columns"])
    return _section(mart["name"], mart["description"], (), columns)


def _table(table: Table) -> str:
    columns = ((c.name, f"{c.type}{'' if c.nullable else ', not null'}", c.description) for c in table.columns)
    return _section(table.name, table.description, table.key, columns)


def _section(name: str, description: str, key: tuple[str, ...], columns: Iterable[tuple[str, str, str]]) -> str:
    keyed = f" Key: {', '.join(key)}." if key else ""
    rows = "\n".join(f"| {' | '.join(_cell(v) for v in row if v)} |" for row in columns)
    head = "| column | type | meaning |\n|---|---|---|" if key else "| column | meaning |\n|---|---|"
    return f"### {name}\n\n{' '.join(description.split())}{keyed}\n\n{head}\n{rows}\n"


def _cell(value: str) -> str:
    return " ".join(value.split()).replace("|", "\\|")


if __name__ == "__main__":
    write()
