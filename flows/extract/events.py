"""Events with their participants: triggers in clauses, then engagements, attendance, dates and places of the story."""

from collections.abc import Sequence
from typing import Final

from flows.contract.records import Event, EventParticipant
from flows.extract.clauses.parsed import Parsed
from flows.extract.eventing.attendance import attend
from flows.extract.eventing.drafts import Draft, drafts, event_of, participants_of
from flows.extract.eventing.engagements import engage
from flows.extract.eventing.merging import merge
from flows.extract.eventing.setting import settle
from flows.language.steps import Steps, finished

_STEP: Final = "events"  # as benchmarks call it
Rows = tuple[tuple[Event, ...], tuple[EventParticipant, ...]]


def find_events(parsed: Parsed) -> Rows:
    """The events of a report and who took part in them, in order of the text."""
    return finished(finding(parsed))


def finding(parsed: Parsed) -> Steps[Rows]:
    """The same step by step: what clauses tell of, then what comes of it all."""
    yield _STEP
    found = merge(list(drafts(parsed)), parsed)
    yield _STEP
    engage(found, parsed)
    attend(parsed, found)
    settle(parsed, found)
    return _rows(parsed, found)


def _rows(parsed: Parsed, found: Sequence[Draft]) -> Rows:
    report_id, text = parsed.reading.report.report_id, parsed.reading.text
    events = tuple(event_of(draft, report_id, text) for draft in found)
    return events, tuple(row for draft in found for row in participants_of(draft, report_id))
