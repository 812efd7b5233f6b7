"""What holds of mentions whatever the text: spans hold their text, ordinals count, links lead somewhere, nothing raises."""

from hypothesis import given, settings
from hypothesis import strategies as st

from flows.contract.codes import MENTION_KINDS
from flows.contract.records import Mention, Report, Section
from flows.extract.mentions import find_mentions
from flows.extract.reading import read

PIECES = (
    "IG Punjab", "DIG", "Dr.", "Usman Anwar", "Muhammad", "Kot Chandi", "police", "Police Station", "University of", "and", "of",
    "the", ",", "(", ")", ".", "\n", "Lahore", "LAHORE:", "’s", "said", "Minister for Interior", "spokesperson to", "Conference",
    "Rescue 1122", "CTD", "a resident of", "son of",
    "ul Haq", "M.", "-", "identified as", "village", "F-6/2", "Prime Minister", "\u00ad", "İ", "“", "Major General",
    "Safe City initiatives",
)  # fmt: skip


def check(text: str, kind: str, model: bool) -> None:
    report = Report(report_id="r", source_name="", source_uri="", text=text)
    section = Section(report_id="r", ordinal=0, kind=kind, char_start=0, char_end=len(text))
    reading = read(report, (section,))
    rows = find_mentions(reading, model=model)
    assert [m.ordinal for m in rows] == list(range(len(rows)))
    assert all(m.kind in MENTION_KINDS and m.name.strip() and m.recognizer for m in rows)
    assert all(reading.text[m.char_start : m.char_end] == m.text and m.text.strip() == m.text for m in rows)
    assert all(rows[m.holder_ordinal].kind == "person" for m in rows if m.holder_ordinal is not None)
    assert len({(m.char_start, m.char_end, m.kind) for m in rows}) == len(rows)
    assert not any(_overlap(a, b) for a in rows for b in rows if a.ordinal < b.ordinal)


def _overlap(one: Mention, other: Mention) -> bool:
    """Names stand apart; only a post may hold a body."""
    if "post" in (one.kind, other.kind):
        return False
    return one.char_start < other.char_end and other.char_start < one.char_end


@settings(deadline=None)
@given(
    st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join), st.sampled_from(("body", "headline")), st.booleans()
)
def test_any_mixture_of_names_posts_and_marks(text: str, kind: str, model: bool) -> None:
    check(text, kind, model)


@settings(deadline=None)
@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    check(text, "body", True)
