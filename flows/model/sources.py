"""dbt's copy of the contract: all of `sql/models/staging` is written from here.

May not: read Parquet, decide what a column means (that is the contract's).
"""

import json
from collections.abc import Mapping
from typing import Final

from flows.contract import codes
from flows.contract.tables import TABLES, Table

CODES: Final[Mapping[tuple[str, str], tuple[str, ...]]] = {
    ("reports", "published_on_method"): codes.PUBLISHED_ON_METHODS,
    ("sections", "kind"): codes.SECTION_KINDS,
    ("sections", "story_kind"): codes.STORY_KINDS,
    ("times", "timex_type"): codes.TIMEX_TYPES,
    ("times", "anchor"): codes.TIME_ANCHORS,
    ("mentions", "kind"): codes.MENTION_KINDS,
    ("entities", "kind"): codes.MENTION_KINDS,
    ("unknown_terms", "kind"): codes.UNKNOWN_TERM_KINDS,
    ("events", "event_type"): codes.EVENT_TYPES,
    ("events", "realis"): codes.REALIS,
    ("event_participants", "role"): codes.ROLES,
    ("event_participants", "side"): codes.SIDES,
    ("quarantine", "reason_code"): codes.QUARANTINE_REASONS,
    ("quarantine", "stage"): codes.STAGES,
}
_HEAD: Final = (
    "# Written by `python -m flows.model.dictionary` from flows/contract; a test fails when it drifts. Do not edit.\n"
)
_PARQUET: Final = """\
  - name: tables
    description: The Parquet tables below the warehouse folder, as the contract declares them.
    database: scratch
    schema: parquet
    tables:"""
_STAGING: Final = """\
with

source as (
    select * from {{{{ source('tables', '{table}') }}}}
),
"""
_OF_REPORTS: Final = """
reports as (
    select report_id from {{{{ ref('stg_reports') }}}}{told}
),

of_reports as (
    select * from source
    where report_id in (select reports.report_id from reports)
),
"""
_RETOLD: Final = "\n    where {{ touched('report_id', 'retold') }}"
NAMELESS: Final = (
    "figures",
    "report_signatures",
    "times",
    "topics",
    "unknown_terms",
)  # marts of these repeat no entity
_FINAL: Final = """
final as (
    select
        {columns}
    from {rows}
)

select * from final
"""


def contract_yml() -> str:
    """The dbt sources and staging models that the contract asks for, with their tests, as YAML: one line a column."""
    head = [_HEAD, "version: 2", "", "sources:", _PARQUET]
    sources = [line for table in TABLES.values() for line in _source(table)]
    staging = [line for table in TABLES.values() for line in _staging(table)]
    return "\n".join([*head, *sources, "", "models:", *staging, ""])


def staging_sql(table: Table) -> str:
    """The staging model of a table: its columns in order, of reports that are stored."""
    columns = ",\n        ".join(c.name for c in table.columns)
    of_reports = table.by_report and table.name != "reports"
    source = (
        _STAGING
        if table.name != "reports"
        else _STAGING.replace("\n),", "\n    where {{{{ touched('report_id', 'reports') }}}}\n),")
    )
    told = _RETOLD if table.name in NAMELESS else ""
    template = source + (_OF_REPORTS if of_reports else "") + _FINAL
    return template.format(table=table.name, columns=columns, rows="of_reports" if of_reports else "source", told=told)


def _source(table: Table) -> list[str]:
    columns = [{"name": c.name, "data_type": str(c.type), "description": c.description} for c in table.columns]
    return [
        f"      - name: {table.name}",
        f"        description: {json.dumps(table.description)}",
        "        columns:",
        *(f"          - {json.dumps(c, ensure_ascii=False)}" for c in columns),
    ]


def _staging(table: Table) -> list[str]:
    of_reports = ", of reports that are stored" if table.by_report else ""
    grain = f"Grain: one row per {', '.join(table.key)}{of_reports}. {table.description}"
    codes = {c.name: list(CODES[table.name, c.name]) for c in table.columns if (table.name, c.name) in CODES}
    arguments = {"key": list(table.key)} | ({"codes": codes} if codes else {})
    test = {"is_as_declared": {"name": f"stg_{table.name}_is_as_declared", "arguments": arguments}}
    return [
        f"  - name: stg_{table.name}",
        f"    description: {json.dumps(grain)}",
        f"    data_tests: {json.dumps([test])}",
    ]
