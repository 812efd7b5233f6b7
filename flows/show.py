"""One report for the eye: its sections with the mentions in colour, then its facts, each with its span."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from flows.terminal import clean

STYLES: Final = {
    "person": "bold green",
    "organization": "cyan",
    "place": "yellow",
    "initiative": "magenta",
    "post": "blue",
    "time": "underline",
}
_TABLES: Final = (
    "sections",
    "mentions",
    "times",
    "events",
    "event_participants",
    "statements",
    "figures",
    "topics",
    "occupancies",
)
Row = Mapping[str, Any]
Rows = Mapping[str, Sequence[Row]]


def find_facts(warehouse: Path, wanted: str) -> Rows:
    """The rows of each table for the report with this id or source name, or the only one that starts so; ``reports`` has one.

    Raises:
        FileNotFoundError: there is none, or there are several; the message names some.
    """
    from duckdb import IOException

    if not (warehouse / "tables" / "reports").exists():
        raise FileNotFoundError(f"there are no tables in {warehouse}: `dateline run` makes them")
    try:
        return _facts(warehouse, wanted)
    except IOException:  # a compaction put other files in the place of those that were listed
        return _facts(warehouse, wanted)


def _facts(warehouse: Path, wanted: str) -> Rows:
    named = _rows(warehouse, "reports", "*", "report_id = ? or source_name = ?", wanted, wanted)
    like = "starts_with(report_id, ?) or starts_with(source_name, ?) limit 5"
    found = named or _rows(warehouse, "reports", "*", like, wanted, wanted)
    report = _only(
        list({row["report_id"]: row for row in found}.values()), wanted
    )  # one that is being merged is there twice
    batch, report_id = report["batch_id"], report["report_id"]
    return {"reports": [report]} | {t: _rows(warehouse, t, batch, "report_id = ?", report_id) for t in _TABLES}


def _rows(warehouse: Path, table: str, batch: str, where: str, *values: str) -> list[Row]:
    """The rows of a table that a batch has, or all batches (``*``); a report and its facts lie in one."""
    import duckdb

    folder = warehouse / "tables" / table
    files = [path.as_posix() for path in folder.glob(f"published_month=*/{batch}.parquet")]
    if not files:
        return []
    source = "read_parquet(?, union_by_name = true, hive_partitioning = false)"
    with duckdb.connect() as connection:
        found = connection.execute(f"select * from {source} where {where}", [files, *values])
        rows: list[Row] = found.fetch_arrow_table().to_pylist()
    return rows


def _only(reports: list[Row], wanted: str) -> Row:
    if not reports:
        raise FileNotFoundError(
            f'no report is called {wanted}; `dateline sql "select source_name, headline from dim_reports"` lists them'
        )
    if len(reports) > 1:
        raise FileNotFoundError(f"{wanted} may be {', '.join(r['source_name'] for r in reports)}: say more of the name")
    return reports[0]


def rendered(facts: Rows) -> Iterator[RenderableType]:
    """The report, part by part, for a console."""
    report = facts["reports"][0]
    yield Text(f"{report['source_name']}  {report['report_id']}", "bold")
    yield Text(
        clean(", ".join(str(report[c]) for c in ("outlet", "published_on", "dateline_place", "url") if report[c]))
    )
    marked = _marked(report["text"], facts)
    for section in sorted(facts["sections"], key=lambda s: s["char_start"]):
        story = "" if section["story_ordinal"] is None else f" {section['story_ordinal']}"
        yield Text(f"\n{section['kind']}{story} {_span(section)}", "dim")
        yield marked[section["char_start"] : section["char_end"]]
    yield Text("\n") + Text(" · ").join(Text(kind, style) for kind, style in STYLES.items())
    yield from (table for name, table in _tables(facts) if table.row_count)


def _marked(text: str, facts: Rows) -> Text:
    marked = Text(clean(text))
    for row in facts["times"]:
        marked.stylize(STYLES["time"], row["char_start"], row["char_end"])
    for row in facts["mentions"]:
        marked.stylize(STYLES[row["kind"]], row["char_start"], row["char_end"])
    return marked


def _tables(facts: Rows) -> Iterator[tuple[str, Table]]:
    text = facts["reports"][0]["text"]
    for name, columns in _COLUMNS.items():
        table = Table(title=name.replace("_", " "), title_justify="left", title_style="bold", box=None, pad_edge=False)
        for column in ("span", *columns):
            table.add_column(column, overflow="fold")
        for row in sorted(facts[name], key=lambda r: _bounds(r) or (0, 0)):
            table.add_row(_span(row), *(Text(clean(_cell(row, column, text))) for column in columns))
        yield name, table


_COLUMNS: Final = {
    "mentions": ("kind", "text", "name", "honorific", "rank", "post", "organization", "country_code", "entity_id"),
    "times": ("text", "timex_type", "timex_value", "anchor", "rule"),
    "events": ("event_type", "event_mode", "realis", "occurred_on", "evidence"),
    "event_participants": ("role", "side", "name", "post"),
    "statements": ("speaker_name", "is_direct", "content"),
    "figures": ("amount", "unit", "what"),
    "topics": ("label", "score"),
    "occupancies": ("post_name", "jurisdiction", "status", "observed_on"),
}
_BOUNDS: Final = ("char", "trigger", "content")


def _cell(row: Row, column: str, text: str) -> str:
    if column in ("evidence", "content"):
        return text[row[f"{column}_start"] : row[f"{column}_end"]].replace("\n", " ")
    return "" if row[column] is None else str(row[column])


def _bounds(row: Row) -> tuple[int, int] | None:
    return next(((row[f"{b}_start"], row[f"{b}_end"]) for b in _BOUNDS if f"{b}_start" in row), None)


def _span(row: Row) -> str:
    bounds = _bounds(row)
    return f"{bounds[0]}:{bounds[1]}" if bounds else ""
