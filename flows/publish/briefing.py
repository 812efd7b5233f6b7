"""The briefing: one self-contained HTML page that tells what the marts hold. May not: compute, fetch, or trust a word of a report.

Everything shown comes out of reports that strangers wrote: the template escapes all of it, and the page runs no script.
"""

from datetime import date
from pathlib import Path
from typing import Any, Final

import duckdb
from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from flows.publish.files import replace_file

_QUESTIONS: Final = {
    "totals": """
        select
            (select count(*) from dim_reports where not is_recrawl) as reports,
            (select count(distinct outlet) from dim_reports) as outlets,
            (select count(*) from rpt_engagements) as meetings,
            (select count(*) from dim_people) as people,
            (select count(*) from rpt_post_holders) as holders,
            (select count(*) from fct_statements) as statements,
            (select count(*) from dim_initiatives) as initiatives,
            (select min(published_on) from dim_reports) as first_published_on,
            (select max(published_on) from dim_reports) as last_published_on""",
    "meetings": """
        select met_on, hosts, guests, others, place, city, outcomes, evidence, reports
        from rpt_engagements
        where len(hosts) + len(guests) + len(others) > 1
        order by met_on desc nulls last, reports desc, event_id limit 12""",
    "holders": """
        select post, organization, holder, first_seen_on, last_seen_on, reports, predecessor
        from rpt_post_holders
        where jurisdiction is not null or organization is not null
        order by reports desc, last_seen_on desc, post, holder limit 12""",
    "initiatives": """
        select initiative, sum(reports)::bigint as reports, min(published_month) as first_month, max(published_month) as last_month,
            list_distinct(flatten(list(presented_by))) as presented_by, list_distinct(flatten(list(presented_to))) as presented_to
        from rpt_initiatives group by entity_id, initiative order by reports desc, initiative limit 10""",
    "directives": """
        select issued_on, reported_on, issued_by, issued_to, coalesce(directive, evidence) as directive
        from rpt_directives where len(issued_by) > 0 and realis = 'asserted'
        order by coalesce(issued_on, reported_on) desc nulls last, event_id limit 8""",
    "incidents": """
        select occurred_on, reported_on, event_type, coalesce(city, place) as place, killed, injured, evidence
        from rpt_incidents where realis = 'asserted'
        order by coalesce(occurred_on, reported_on) desc nulls last, event_id limit 8""",
    "disagreements": """
        select about, list(distinct concat_ws(': ', outlet, told)) as told, max(published_on) as published_on
        from rpt_disagreements group by story_id, kind, about order by published_on desc nulls last, about limit 8""",
    "topics": """
        select topic, sum(reports)::bigint as reports
        from rpt_topic_trend group by medtop, topic order by reports desc, topic limit 10""",
    "coverage": """
        select outlet, sum(reports)::bigint as reports, sum(recrawls)::bigint as recrawls, sum(events)::bigint as events,
            min(first_published_on) as first_published_on, max(last_published_on) as last_published_on
        from rpt_coverage group by outlet order by reports desc, outlet limit 12""",
    "quality": "select section, measure, amount, out_of, share from rpt_data_quality order by section, amount desc, measure",
}


def briefing(warehouse: Path) -> Path:
    """Write ``warehouse/briefing/index.html`` from the marts, and say where it is.

    Raises duckdb.Error where the marts are not built.
    """
    with duckdb.connect(str(warehouse / "dateline.duckdb"), read_only=True) as connection:
        answers = {name: _rows(connection, sql) for name, sql in _QUESTIONS.items()}
    page = warehouse / "briefing" / "index.html"
    replace_file(page, render_page(answers).encode())
    return page


def render_page(answers: dict[str, list[dict[str, Any]]]) -> str:
    """The page for the answers to its questions, by name of the question."""
    environment = Environment(
        loader=PackageLoader("flows.publish", "."),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["day"] = _day
    return environment.get_template("briefing.html").render(totals=answers["totals"][0], answers=answers)


def _rows(connection: duckdb.DuckDBPyConnection, sql: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = connection.execute(sql).fetch_arrow_table().to_pylist()
    return rows


def _day(value: date | None, form: str = "%-d %b %Y") -> str:
    return value.strftime(form) if value else "undated"
