"""What a run tells at the terminal once it has ended."""

import shlex
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from flows.commands.console import console, note
from flows.terminal import clean

if TYPE_CHECKING:
    from flows.findings import Findings
    from flows.pipeline import Outcome
    from flows.settings import Settings


def tell(outcome: "Outcome", sources: Sequence[str], settings: "Settings") -> None:
    """Tells what a run did: its counts, warnings, changes and seconds; and, where the marts are up to date, what they hold."""
    from flows.findings import findings

    _tell_counts(outcome, sources, settings.warehouse)
    if not outcome.changed:
        note("nothing new: no row added, no file written")
    for warning in outcome.warnings:
        note(f"warning: {warning}")
    for table, changes in outcome.changes.items():
        note(f"{table}: {changes.added} rows added, {changes.changed} changed, {changes.removed} removed")
    note(", ".join(f"{name} {seconds:.1f} s" for name, seconds in outcome.seconds.items() if seconds >= 0.05))
    if outcome.failed is None:
        _tell_found(findings(settings.warehouse), settings.warehouse)


def _tell_counts(outcome: "Outcome", sources: Sequence[str], warehouse: Path) -> None:
    counts = outcome.accounting
    if not sources:  # what is stored was read again
        anew = len(outcome.tabulated)
        note(f"batches made anew: {anew}" + (": no row is another" if anew and not outcome.changes else ""))
        return
    note(
        f"{counts.seen} reports seen = {counts.published} new + {counts.unchanged} unchanged + {counts.duplicate} duplicate"
        f" + {counts.quarantined} quarantined"
    )
    if not counts.seen:
        note(f"no report was found in {', '.join(sources)}")
    if counts.quarantined:
        note(f"`dateline quarantine{_option(warehouse)}` says what was refused, and why")


def _option(warehouse: Path) -> str:
    """What a command wants to be told of the warehouse."""
    return "" if warehouse == Path("warehouse") else f" --warehouse {shlex.quote(str(warehouse))}"


def _tell_found(found: "Findings", warehouse: Path) -> None:
    from rich.table import Table
    from rich.text import Text

    table = Table(title=f"In {warehouse}", box=None, title_justify="left", pad_edge=False)
    table.add_column("found")
    table.add_column("how many", justify="right")
    for name, count in found.counts.items():
        table.add_row(name, str(count))
    out = console()
    out.print(table)
    for meeting in found.meetings[:3]:
        place = f", {meeting['place']}" if meeting["place"] else ""
        line = f"  {meeting['met_on'] or 'undated'}{place}: {meeting['hosts']} met {meeting['guests']}"
        out.print(Text(clean(line), overflow="fold"))
    out.print(Text(_NEXT.format(briefing=warehouse / "briefing" / "index.html", option=_option(warehouse))))


_NEXT: Final = """
Next:
  open {briefing}
  dateline sql{option} "select met_on, place, hosts, guests, evidence from rpt_engagements"
  dateline show{option} REPORT     one report with its mentions marked
  dateline ui                      the Prefect UI, with the runs that Prefect ran"""
