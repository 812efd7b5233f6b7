"""Events with their participants: triggers in clauses, then engagements, attendance, dates and places of the story."""

from collections.abc import Sequence

from flows.contract.records import Event, EventParticipant
from flows.extract.clauses.parsed import Parsed
from flows.extract.eventing.attendance import attend
from flows.extract.eventing.drafts import Draft, drafts, event_of, participants_of
from flows.extract.eventing.engagements import engage
from flows.extract.eventing.merging import merge
from flows.extract.eventing.setting import settle


def find_events(parsed: Parsed) -> tuple[tuple[Event, ...], tuple[EventParticipant, ...]]:
    """The events of a report and who took part in them, in order of the text."""
    found = merge(list(drafts(parsed)))
    engage(found, parsed)
    attend(parsed, found)
    settle(parsed, found)
    return _rows(parsed, found)


def _rows(parsed: Parsed, found: Sequence[Draft]) -> tuple[tuple[Event, ...], tuple[EventParticipant, ...]]:
    report_id, text = parsed.reading.report.report_id, parsed.reading.text
    events = tuple(event_of(draft, report_id, text) for draft in found)
    return events, tuple(row for draft in found for row in participants_of(draft, report_id))
