"""What a run shows in the Prefect UI: an artifact each for the accounting, the counts, quarantine, date conflicts and results.

Text of reports is foreign: everything in a card is escaped for Markdown and HTML.
"""

import html
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

from flows.findings import Findings, findings
from flows.pipeline import Outcome

_MARKDOWN: Final = re.compile(r"([\\`*_{}\[\]()#+\-.!|~>])")
_SHOWN: Final = 90  # characters of a cell: four of them beside each other on a page
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
    parts += [f"## {title}\n\n{table(rows)}" for title, rows in _sections(outcome, told) if rows]
    return "\n\n".join(parts)


def _sections(outcome: Outcome, told: Findings | None) -> Iterator[tuple[str, Sequence[Mapping[str, Any]]]]:
    if told:
        yield "In the warehouse", [told.counts]
        yield "Latest meetings", told.meetings
        yield "Quarantine", told.quarantine
        yield "Dates that disagree", told.conflicts
        yield "Ranks, posts and heads of names that no list has", told.unknown_terms
    yield "Rows written", [{"table": name, "rows": count} for name, count in sorted(outcome.rows.items())]
    yield "Slowest batches", _slowest(outcome)
    yield "Seconds a stage", [{"stage": name, "seconds": f"{took:.1f}"} for name, took in outcome.seconds.items()]


def _slowest(outcome: Outcome) -> Sequence[Mapping[str, Any]]:
    batches = sorted(outcome.tabulated, key=lambda batch: -batch.seconds)[:5]
    return [{"batch": b.batch_id, "reports": b.rows.get("reports", 0), "seconds": f"{b.seconds:.1f}"} for b in batches]


def _headline(outcome: Outcome) -> str:
    if not outcome.changed:
        return "Nothing new"
    new, batches = outcome.accounting.published, len(outcome.tabulated)
    done = f"{new} new report{'s' * (new != 1)}, {batches} batch{'es' * (batches != 1)}"
    return f"{done}; the marts stay as they were" if outcome.failed else done


def table(rows: Sequence[Mapping[str, Any]]) -> str:
    """Rows, one at least, as a Markdown table."""
    head = list(rows[0])
    return "\n".join([_line(head), _line("---" for _ in head), *(_line(escaped(row[c]) for c in head) for row in rows)])


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def escaped(value: object, *, shown: int = _SHOWN) -> str:
    """A value as text that neither Markdown nor HTML takes for its own, on one line, shortened."""
    text = " ".join(str("" if value is None else value).split())
    short = text if len(text) <= shown else f"{text[: shown - 1]}…"
    return _MARKDOWN.sub(r"\\\1", html.escape(short))
