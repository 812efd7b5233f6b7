"""What holds of any text: nothing raises, spans lie inside, rows are numbered, the same text gives the same rows."""

from hypothesis import given, settings
from hypothesis import strategies as st

from flows.extract.clauses.chunks import clause
from flows.extract.events import find_events
from flows.extract.figures import find_figures
from flows.extract.statements import find_statements
from flows.language.seeds import rows
from tests.extract.building import find_topics, parsed

WORDS = [row["example"].strip("[]<>.") for row in rows("event_triggers")] + [
    row["example"] for row in rows("reporting_verbs")
]
PIECES = [word for text in WORDS for word in text.replace("[", "").replace("<", "").split()]
texts = st.lists(
    st.sampled_from([*PIECES, ",", ".", "“", "”", "and", "(", ")", "\n\n", "who", "that", "to", "Rs 5 million"]),
    max_size=40,
).map(" ".join)


@given(texts | st.text(max_size=200))
@settings(max_examples=150, deadline=None)
def test_any_text_is_read(text):
    report = parsed(text)
    events, participants = find_events(report)
    statements = find_statements(report, events, participants)
    figures = find_figures(report.reading, events)
    topics = find_topics(report.reading)
    spans = [(e.trigger_start, e.trigger_end) for e in events] + [(e.evidence_start, e.evidence_end) for e in events]
    spans += [(s.cue_start, s.cue_end) for s in statements] + [(s.content_start, s.content_end) for s in statements]
    spans += [(f.char_start, f.char_end) for f in figures] + [span for t in topics for span in t.evidence]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(e.evidence_start <= e.trigger_start < e.trigger_end <= e.evidence_end for e in events)


@given(texts)
@settings(max_examples=80, deadline=None)
def test_rows_are_numbered_and_joined(text):
    report = parsed(text)
    events, participants = find_events(report)
    ids = {e.event_id for e in events}
    assert len(ids) == len(events)
    assert {p.event_id for p in participants} <= ids
    assert {e.engagement_id for e in events} - {None} <= ids
    for event in ids:
        assert [p.ordinal for p in participants if p.event_id == event] == list(
            range(sum(p.event_id == event for p in participants))
        )
    assert [s.ordinal for s in find_statements(report)] == list(range(len(find_statements(report))))
    assert (events, participants) == find_events(parsed(text))


@given(texts)
@settings(max_examples=80, deadline=None)
def test_chunks_follow_each_other_and_cover_the_tokens(text):
    found = clause(text, 0, len(text), ())
    assert all(a.last < b.first for a, b in zip(found.chunks, found.chunks[1:], strict=False))
    assert sum(c.last - c.first + 1 for c in found.chunks) == len(found.tokens)
