"""Statements: who said what, in direct and reported speech."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import Final

from flows.contract.changed import changed
from flows.contract.fixed import fixed
from flows.contract.records import Event, EventParticipant, Statement
from flows.extract.clauses.descriptions import noun_kinds
from flows.extract.clauses.parsed import Parsed
from flows.extract.reading import Sentence
from flows.extract.speech.headlines import headline_attributions
from flows.extract.speech.reported import Said, is_told, reported
from flows.extract.speech.speakers import Speaker, Talk, speaker_of

_QUOTE_FOLLOWS: Final = 60  # characters from a cue to a further quotation of the same speaker
_MARKS: Final = 3  # characters of quotation marks before what was said
_MOSTLY: Final = 0.8  # share of what was said that is quoted


@fixed()
class _Spoken:
    """A statement in the making."""

    said: Said
    speaker: Speaker | None
    sentence: Sentence


def find_statements(
    parsed: Parsed, events: Sequence[Event] = (), participants: Sequence[EventParticipant] = ()
) -> tuple[Statement, ...]:
    """The attributed speech of a report, in order of the text; what a participant said belongs to the engagement."""
    spans = parsed.quoted
    spoken = list(_spoken(parsed, spans))
    rows = [_row(parsed, s, spans) for s in spoken]
    rows += _more_quotes(parsed, spoken, rows, spans)
    rows += _of_headlines(parsed)
    rows.sort(key=lambda r: (r.content_start, r.content_end))
    occasions = _occasions(parsed, events, participants)
    return tuple(
        changed(row, ordinal=i, engagement_id=occasions.get((row.story_ordinal, _speaker_key(parsed, row))))
        for i, row in enumerate(rows)
    )


def _occasions(
    parsed: Parsed, events: Sequence[Event], participants: Sequence[EventParticipant]
) -> dict[tuple[int | None, str], str]:
    """(story, party) → the engagement that the party took part in."""
    engagements = {
        e.event_id: e
        for e in events
        if e.event_type == "CONSULT" and e.engagement_id is None and e.realis == "asserted"
    }
    found: dict[tuple[int | None, str], str] = {}
    for row in participants:
        event = engagements.get(row.event_id)
        if event and (row.name or row.post):
            found.setdefault((event.story_ordinal, row.name or row.post or ""), row.event_id)
    return found


def _speaker_key(parsed: Parsed, row: Statement) -> str:
    return parsed.mentions[row.speaker_ordinal].name if row.speaker_ordinal is not None else row.speaker_name or ""


def _meeting(spans: Sequence[tuple[int, int]], start: int, end: int) -> Sequence[tuple[int, int]]:
    """Those of the spans, which come in order and apart, that meet a stretch of the text."""
    return spans[bisect_right(spans, start, key=itemgetter(1)) : bisect_left(spans, end, key=itemgetter(0))]


def _spoken(parsed: Parsed, spans: Sequence[tuple[int, int]]) -> Iterator[_Spoken]:
    talk, story = Talk(quoted=spans), None
    for told in parsed.told:
        if told.sentence.story_ordinal != story:
            talk, story = Talk(quoted=spans), told.sentence.story_ordinal
        if is_told(told.clause):
            talk = talk._replace(last=None)
        held, after = list[tuple[int, int]](), talk
        for said in reported(told.clause, _meeting(spans, told.sentence.start, told.sentence.end)):
            speaker = speaker_of(told.clause, said, told.cast, talk)
            if (speaker is None and said.printed) or (said.shows and not _is_somebody(parsed, speaker)):
                continue
            if said.names and _is_thing(speaker):
                continue
            last = speaker._replace(until=told.sentence.end) if speaker else None
            talk = talk._replace(last=last, named=_by_name(parsed, speaker) or talk.named)
            if not any(start <= said.cue[0] < end for start, end in held):
                after = talk
            held.append(said.content)
            yield _Spoken(said, speaker, told.sentence)
        talk = after  # who said that somebody else had promised it goes on


def _is_somebody(parsed: Parsed, speaker: Speaker | None) -> bool:
    """Whether a speaker can speak: no place, no thing that happened."""
    if speaker is None:
        return False
    if speaker.ordinal is not None:
        return parsed.mentions[speaker.ordinal].kind != "place"
    return speaker.name.split()[-1].lower() in noun_kinds()


def _is_thing(speaker: Speaker | None) -> bool:
    """Whether what a cue is told of is a thing: ``the discussions highlighted the need``."""
    if speaker is None or speaker.ordinal is not None:
        return False
    word = speaker.name.split()[-1]
    return word.islower() and word not in noun_kinds()


def _by_name(parsed: Parsed, speaker: Speaker | None) -> Speaker | None:
    """A speaker who is a named person, under that name."""
    if speaker is None or speaker.ordinal is None or parsed.mentions[speaker.ordinal].kind != "person":
        return None
    return speaker._replace(name=parsed.mentions[speaker.ordinal].name)


def _row(parsed: Parsed, spoken: _Spoken, spans: Sequence[tuple[int, int]]) -> Statement:
    start, end = spoken.said.content
    quoted = next(iter(_meeting(spans, start, end)), None)
    direct = (
        quoted is not None and start + _MARKS >= quoted[0] and min(end, quoted[1]) - start > _MOSTLY * (end - start)
    )
    if direct and quoted:
        start, end = quoted[0], len(parsed.reading.text[: quoted[1]].rstrip(" ,\n"))
    return _statement(parsed, spoken, (start, end), direct)


def _statement(parsed: Parsed, spoken: _Spoken, content: tuple[int, int], direct: bool) -> Statement:
    speaker = spoken.speaker
    return Statement(
        report_id=parsed.reading.report.report_id,
        ordinal=0,
        speaker_name=speaker.name if speaker else None,
        speaker_ordinal=speaker.ordinal if speaker else None,
        cue_start=spoken.said.cue[0],
        cue_end=spoken.said.cue[1],
        content_start=content[0],
        content_end=content[1],
        is_direct=direct,
        story_ordinal=spoken.sentence.story_ordinal,
    )


def _of_headlines(parsed: Parsed) -> Iterator[Statement]:
    for found in headline_attributions(parsed):
        yield Statement(
            report_id=parsed.reading.report.report_id,
            ordinal=0,
            speaker_name=found.speaker,
            speaker_ordinal=found.ordinal,
            cue_start=found.cue[0],
            cue_end=found.cue[1],
            content_start=found.content[0],
            content_end=found.content[1],
            is_direct=False,
        )


def _more_quotes(
    parsed: Parsed, spoken: Sequence[_Spoken], rows: Sequence[Statement], spans: Sequence[tuple[int, int]]
) -> Iterator[Statement]:
    """Quotations that carry on in the paragraph of an attributed one: same cue, same speaker."""
    text = parsed.reading.text
    told = {span for row in rows for span in _meeting(spans, row.content_start, row.content_end)}
    by_cue = sorted(spoken, key=_cue_end)
    for start, end in spans:
        last = bisect_right(by_cue, start, key=_cue_end) - 1
        if (start, end) in told or last < 0 or start - _cue_end(by_cue[last]) >= _QUOTE_FOLLOWS:
            continue
        if "\n" not in text[_cue_end(by_cue[last]) : start].strip():
            yield _statement(parsed, by_cue[last], (start, len(text[:end].rstrip(" ,\n"))), True)


def _cue_end(spoken: _Spoken) -> int:
    return spoken.said.cue[1]
