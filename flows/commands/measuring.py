"""Commands that measure: speed, and accuracy against annotated reports."""

import json
from pathlib import Path
from typing import Annotated

import typer

from flows.commands.console import console, told


def bench(
    source: Annotated[str, typer.Argument(help="File or folder of reports.")],
    limit: Annotated[int | None, typer.Option(help="Read at most so many reports.")] = None,
    model: Annotated[bool, typer.Option(help="Find names with the model, too, or by rules alone.")] = True,
) -> None:
    """Measure reports and words a second, in one process. CPU seconds a stage and peak memory, too; nothing is kept."""
    from rich.table import Table

    from flows.bench import bench as measure

    with told():
        result = measure(source, limit=limit, model=model)
    seconds = result.total_seconds or 1e-9
    table = Table("stage", "seconds", "share", box=None)
    for stage, spent in result.seconds.items():
        table.add_row(stage, f"{spent:.2f}", f"{spent / seconds:.0%}")
    out = console()
    out.print(table)
    out.print(
        f"{result.reports} reports, {result.words} words in {seconds:.2f} s: {result.reports / seconds:.0f} reports/s,"
        f" {result.words / seconds:.0f} words/s; peak memory {result.peak_megabytes:.0f} MB\n"
        f"without load, ingest and store: parse, times and entities {result.names_per_second:.0f} reports/s,"
        f" whole tabulation {result.tabulated_per_second:.0f} reports/s"
    )


def score(
    gold: Annotated[
        Path, typer.Argument(help="JSON Lines of annotated reports; the reports lie in `reports/` beside it.")
    ],
) -> None:
    """Measure precision, recall and F1 on annotated reports."""
    from rich.table import Table

    from flows.accuracy import measure, score_facts
    from flows.contract.records import Facts, RawReport
    from flows.ingest import read_source
    from flows.reader import read_report

    def read(doc: str) -> Facts:
        raw = next(iter(read_source(gold.parent / "reports" / doc, kind="text")))
        facts = read_report(raw) if isinstance(raw, RawReport) else raw
        if not isinstance(facts, Facts):
            raise OSError(f"{doc} cannot be read: {facts.message}")
        return facts

    with told():
        rows = [json.loads(line) for line in gold.read_text("utf-8").splitlines()]
        pairs = [(row, read(row["doc"])) for row in rows]
        tallies = measure(pairs) | score_facts(pairs)
    table = Table("measure", "P", "R", "F1", "gold", "claimed", box=None)
    for name, tally in tallies.items():
        shares = (f"{share:.3f}" for share in (tally.precision, tally.recall, tally.f1))
        table.add_row(name, *shares, str(tally.gold), str(tally.claimed))
    console().print(table)
