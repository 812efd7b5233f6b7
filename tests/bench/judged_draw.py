"""Draws events, statements or topics of archives for a reader to judge. Not a test: a measurement whose judge is a person.

    PYTHONPATH=. python tests/bench/judged_draw.py events SEED COUNT SOURCE...

Takes as many reports from each SOURCE (as ``dateline run`` reads them), and from each one row that is drawn, so that a long report
counts no more than a short one. The draw hangs on SEED and ids alone: the same reports come again whatever the code, and the same
rows where the code still finds them. Each row is printed with its sentence, the one before, and all that is claimed of it.
"""

import sys
from collections.abc import Callable, Iterator, Sequence
from heapq import nsmallest
from typing import Any, Final

from flows.contract.records import Event, Facts, RawReport, Statement, make_id
from flows.ingest import read_source
from flows.reader import read_report

_BEFORE: Final = 300  # characters of context
_SPARE: Final = 3  # reports read for each row wanted: some tell of nothing


def events(facts: Facts) -> list[tuple[str, str]]:
    """Id and picture of each event of a report."""
    return [(row.event_id, _event(facts, row)) for row in facts.events]


def statements(facts: Facts) -> list[tuple[str, str]]:
    """Id and picture of each statement of a report."""
    return [(str((row.content_start, row.content_end)), _statement(facts, row)) for row in facts.statements]


def topics(facts: Facts) -> list[tuple[str, str]]:
    """One id and one picture of all topics of a report."""
    named = ", ".join(f"{row.label} {row.score:.2f}" for row in facts.topics)
    body = " ".join(facts.report.text.split())
    return [("all", f"{body[:900]}\n  topics: {named}")] if facts.topics else []


def _event(facts: Facts, row: Event) -> str:
    text = facts.report.text
    place = facts.mentions[row.place_ordinal].text if row.place_ordinal is not None else None
    told = (
        f"{text[max(0, row.evidence_start - _BEFORE):row.evidence_start]}\n  > {text[row.evidence_start:row.trigger_start]}"
        f"[[{text[row.trigger_start:row.trigger_end]}]]{text[row.trigger_end:row.evidence_end]}"
    )  # fmt: skip
    parties = [
        f"{p.role}{f'/{p.side}' if p.side else ''} {p.name or ''}{f' ({p.post})' if p.post else ''}"
        for p in facts.event_participants
        if p.event_id == row.event_id
    ]
    amounts = [f"{f.amount:g} {f.unit} {f.what}" for f in facts.figures if f.event_id == row.event_id]
    return (
        f"{told}\n  {row.event_type} {row.event_mode or ''} {row.realis} | {row.occurred_on} {row.occurred_on_precision or ''}"
        f" | at {place} | {row.subject or ''}\n  who: {'; '.join(parties)}\n  figures: {amounts}"
    )


def _statement(facts: Facts, row: Statement) -> str:
    text = facts.report.text
    start, end = min(row.cue_start, row.content_start), max(row.cue_end, row.content_end)
    return (
        f"{text[max(0, start - _BEFORE):end + 150]}\n  > {row.speaker_name} | {text[row.cue_start:row.cue_end]} |"
        f" {'direct' if row.is_direct else 'reported'} | {text[row.content_start:row.content_end]}"
    )  # fmt: skip


KINDS: Final[dict[str, Callable[[Facts], list[tuple[str, str]]]]] = {
    "events": events, "statements": statements, "topics": topics,
}  # fmt: skip


def draw(kind: str, seed: str, count: int, raws: Sequence[RawReport]) -> Iterator[tuple[Facts, str]]:
    """A report and the picture of one of its rows, ``count`` times at most."""
    for raw in nsmallest(count * _SPARE, raws, key=lambda r: make_id(seed, r.report_id)):
        facts = read_report(raw)
        rows = KINDS[kind](facts) if isinstance(facts, Facts) else []
        if rows and count and isinstance(facts, Facts):
            count -= 1
            yield facts, min(rows, key=lambda row: make_id(seed, row[0]))[1]


def main(arguments: Sequence[Any]) -> None:
    """Print the drawn rows, numbered."""
    kind, seed, count, *sources = arguments
    number = 0
    for i, source in enumerate(sources):
        raws = [raw for raw in read_source(source) if isinstance(raw, RawReport)]
        share = (int(count) + len(sources) - 1 - i) // len(sources)
        for facts, picture in draw(kind, seed, share, raws):
            number += 1
            report = facts.report
            print(
                f"\n#{number} {report.source_name} | published {report.published_on} | at {report.dateline_place} | {report.headline}"
            )
            print(picture)


if __name__ == "__main__":
    main(sys.argv[1:])
