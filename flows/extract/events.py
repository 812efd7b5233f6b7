"""Events with their participants."""

from flows.contract.records import Event, EventParticipant, Mention, Time
from flows.extract.reading import Reading


def find_events(
    reading: Reading, mentions: tuple[Mention, ...], times: tuple[Time, ...]
) -> tuple[tuple[Event, ...], tuple[EventParticipant, ...]]:
    """The events of a report and who took part in them."""
    return (), ()
