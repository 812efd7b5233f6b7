"""``dateline timex``: the time expressions of a text, or of a file of texts. It adds nothing to ``flows.temporal``."""

import json
import sys
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, cast

import typer

from flows.commands.console import console

if TYPE_CHECKING:
    from rich.table import Table

    from flows.temporal import Settings, Timex


def timex(
    text: Annotated[str | None, typer.Argument(help="The text to read.")] = None,
    *,
    anchor: Annotated[str | None, typer.Option(help="Date (and time) that it was written, ISO 8601.")] = None,
    jsonl: Annotated[
        Path | None, typer.Option(help="File of lines {doc_id, dct, text}; '-' is standard input.", allow_dash=True)
    ] = None,
    ordering: Annotated[str, typer.Option(help="news, narrative or auto.")] = "auto",
    country: Annotated[str, typer.Option(help="Whose national days are meant, ISO 3166-1.")] = "PK",
    ages: Annotated[bool, typer.Option("--ages", help="Also find ages.")] = False,
) -> None:
    """Find the time expressions of a text. A table for TEXT, or with --jsonl a line {doc_id, start, end, text, type, value} for each."""
    if (text is None) == (jsonl is None) or ordering not in ("news", "narrative", "auto"):
        raise typer.BadParameter("give either TEXT or --jsonl FILE; --ordering is news, narrative or auto")
    from flows.temporal import Settings, tag

    settings = Settings(ordering=cast(Any, ordering), country=country, ages=ages)
    if text is not None:
        console().print(_as_table(tag(text, _moment(anchor), settings)))
        return
    for line in _lines(cast(Path, jsonl), _moment(anchor), settings):
        typer.echo(line)


def _moment(printed: str | None) -> date | datetime | None:
    """The anchor; None where none is given. A date without a time of day stays a date. Raises BadParameter for anything else."""
    if not printed:
        return None
    try:
        return (
            date.fromisoformat(printed) if len(printed) == 10 else datetime.fromisoformat(printed).replace(tzinfo=None)
        )
    except ValueError as error:
        raise typer.BadParameter(f"{printed!r} is not a date in ISO 8601") from error


def _lines(path: Path, anchor: date | datetime | None, settings: "Settings") -> Iterator[str]:
    from flows.temporal import tag

    with sys.stdin if str(path) == "-" else path.open(encoding="utf-8") as file:
        for line in file:
            if line.strip():
                document = json.loads(line)
                for found in tag(document["text"], _written(document) or anchor, settings):
                    shown = {name: getattr(found, name) for name in ("start", "end", "text", "type", "value")}
                    yield json.dumps({"doc_id": document.get("doc_id"), **shown}, ensure_ascii=False)


def _written(document: dict[str, Any]) -> date | datetime | None:
    """When a document was written; None, with a word on standard error, where it does not say so in ISO 8601."""
    try:
        return _moment(document.get("dct"))
    except typer.BadParameter as error:
        typer.echo(f"{document.get('doc_id')}: {error}", err=True)
        return None


def _as_table(found: "list[Timex]") -> "Table":
    from rich.table import Table

    table = Table("text", "type", "value", "days", "from", "rule", box=None, pad_edge=False)
    for each in found:
        days = " ".join(str(day) for day in dict.fromkeys((each.starts_on, each.ends_on)) if day)
        value = " ".join(filter(None, (each.value, each.mod)))
        table.add_row(each.text, each.type, value, days, each.anchor, "; ".join((each.rule, *each.conflicts)))
    return table
