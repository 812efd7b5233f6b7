"""The signature of what a report tells: what stories are clustered and persons told apart by, so that no later stage reads text."""

from collections.abc import Iterable, Iterator, Sequence

from flows.contract.codes import VERBAL_TYPES
from flows.contract.records import Event, Mention, ReportSignature
from flows.extract.reading import Reading
from flows.language.minhash import hashed, headline_words, shingled, telling, words_of
from flows.language.subjects import subject_words


def find_signature(
    reading: Reading, events: Iterable[Event] = (), mentions: Sequence[Mention] = ()
) -> tuple[ReportSignature, ...]:
    """One signature over headline, stories and their events; none for a report without a story."""
    story = " ".join(reading.text[s.start : s.end] for s in reading.story)
    if not story:
        return ()
    words = words_of(story)
    names = telling(story) | headline_words(reading.report.headline)
    return (
        ReportSignature(
            report_id=reading.report.report_id,
            shingles=shingled(words),
            words=hashed(names),
            happenings=hashed(_happenings(events, mentions)),
            subject_words=subject_words(words),
        ),
    )


def _happenings(events: Iterable[Event], mentions: Sequence[Mention]) -> Iterator[str]:
    """Kind, place and day of each event that is said to have happened, where both are told. Much is said in one place in a day."""
    for event in events:
        if event.realis != "asserted" or event.event_type in VERBAL_TYPES:
            continue
        if event.place_ordinal is not None and event.occurred_on_precision == "day":
            yield f"{event.event_type} {mentions[event.place_ordinal].name.lower()} {event.occurred_on}"
