"""Commands that ask the warehouse."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from flows.commands.console import console, told
from flows.commands.running import Warehouse, given


def sql(
    question: Annotated[str, typer.Argument(help="SQL, or a file that holds it.")],
    warehouse: Warehouse = None,
    form: Annotated[str, typer.Option("--format", help="table, csv, json or parquet.")] = "table",
) -> None:
    """Ask the marts with SQL. The file is opened read-only, so asking is safe while a run writes."""
    from flows.model import query
    from flows.publish import render

    with told():
        path = Path(question)
        answer = query(given(warehouse=warehouse).warehouse, path if path.suffix == ".sql" else question)
        try:
            shown = render(answer, form, width=None if sys.stdout.isatty() else 200)
        except ValueError as error:
            raise typer.BadParameter(str(error), param_hint="--format") from None
        sys.stdout.buffer.write(shown)


def show(
    report: Annotated[str, typer.Argument(help="A report's id, or its source name or the start of either.")],
    warehouse: Warehouse = None,
) -> None:
    """Print a report, sections and mentions in colour. Its facts follow, each with its span."""
    from flows.show import find_facts, rendered

    with told():
        out = console()
        for part in rendered(find_facts(given(warehouse=warehouse).warehouse, report)):
            out.print(part, soft_wrap=not out.is_terminal)


def export(
    folder: Annotated[Path, typer.Argument(help="Folder that the files are written to.")],
    warehouse: Warehouse = None,
    form: Annotated[list[str], typer.Option("--format", help="csv or parquet; may be given twice.")] = ["csv"],  # noqa: B006
) -> None:
    """Write every mart as a file. In CSV, cells that a spreadsheet would take for a formula are made harmless."""
    from flows.publish import export as write

    with told():
        for path in write(given(warehouse=warehouse).warehouse, folder, forms=form):
            typer.echo(path)
