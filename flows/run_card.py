"""What a run shows in the Prefect UI: an artifact each for the accounting, the counts, quarantine, date conflicts and results.

Text of reports is foreign: everything in a card is escaped for Markdown and HTML.
"""

import html
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

from flows.findings import Findings, findings
from flows.pipeline import Outcome

_MARKDOWN: Final = re.compile(r"([\\`*_{}\[\]()#+\-.!|~>])")
_SHOWN: Final = 200  # characters of a cell
_REASON: Final = 3000  # of why a gate failed: several tests, and rows of each


def show(outcome: Outcome, warehouse: Path) -> None:
    """Attaches the card to the flow run that this is called in."""
    from prefect.artifacts import create_link_artifact, create_markdown_artifact

    told = findings(warehouse) if (warehouse / "dateline.duckdb").exists() else None
    create_markdown_artifact(card(outcome, told), key="run-card", description="What this run saw, did and found")
    for key, path in results(warehouse).items():
        create_link_artifact(path.as_uri(), key=key, link_text=str(path), description=f"{key}, on this machine")


def results(warehouse: Path) -> Mapping[str, Path]:
    """What a run leaves for people, by artifact key."""
    there = {"briefing": warehouse / "briefing" / "index.html", "marts": warehouse / "dateline.duckdb"}
    return {key: path.absolute() for key, path in there.items() if path.exists()}


def card(outcome: Outcome, told: Findings | None) -> str:
    """The run's card as Markdown."""
    parts = [f"# {_headline(outcome)}"]
    if outcome.failed:
        parts += ["## Gate failed", escaped(outcome.failed, shown=_REASON)]
    if outcome.warnings:
        parts += ["## Warnings", "\n".join(f"- {escaped(warning)}" for warning in outcome.warnings)]
    parts += ["## Accounting", table([{"seen": outcome.accounting.seen} | asdict(outcome.accounting)])]
    if told:
        parts += ["## In the warehouse", table([told.counts]), "## Latest meetings", table(told.meetings)]
        parts += ["## Quarantine", table(told.quarantine), "## Dates that disagree", table(told.conflicts)]
        parts += ["## Ranks, posts and heads of names that no list has", table(told.unknown_terms)]
    if outcome.tabulated:
        rows = [{"table": name, "rows": count} for name, count in sorted(outcome.rows.items())]
        parts += ["## Rows written", table(rows), "## Slowest batches", table(_slowest(outcome))]
    parts += ["## Seconds a stage", table([{"stage": k, "seconds": f"{v:.1f}"} for k, v in outcome.seconds.items()])]
    return "\n\n".join(parts)


def _slowest(outcome: Outcome) -> Sequence[Mapping[str, Any]]:
    batches = sorted(outcome.tabulated, key=lambda batch: -batch.seconds)[:5]
    return [{"batch": b.batch_id, "reports": b.rows.get("reports", 0), "seconds": f"{b.seconds:.1f}"} for b in batches]


def _headline(outcome: Outcome) -> str:
    if not outcome.changed:
        return "Nothing new"
    return f"{outcome.accounting.published} new reports, {len(outcome.tabulated)} batches"


def table(rows: Sequence[Mapping[str, Any]]) -> str:
    """Rows as a Markdown table; a dash where there are none."""
    if not rows:
        return "–"
    head = list(rows[0])
    return "\n".join([_line(head), _line("---" for _ in head), *(_line(escaped(row[c]) for c in head) for row in rows)])


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def escaped(value: object, *, shown: int = _SHOWN) -> str:
    """A value as text that neither Markdown nor HTML takes for its own, on one line, shortened."""
    text = " ".join(str("" if value is None else value).split())
    short = text if len(text) <= shown else f"{text[: shown - 1]}…"
    return _MARKDOWN.sub(r"\\\1", html.escape(short))
