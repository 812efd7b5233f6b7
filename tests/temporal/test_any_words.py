"""Whatever words of time stand together, in news or story, at whatever date: they are read without an error, in order, in themselves."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from flows.temporal import Settings, tag
from flows.temporal.named_days import named_days
from flows.temporal.words import words

SPELLED = st.sampled_from(sorted({*words(), *(word.capitalize() for word in words()), *named_days()}))
NUMBERS = st.one_of(
    st.integers(0, 9999).map(str),
    st.integers(0, 31).map(str),
    st.integers(1, 999).map("0{}".format),
    st.integers(1, 40).map("{}th".format),
    st.builds("{}:{:02d}".format, st.integers(0, 25), st.integers(0, 70)),
    st.sampled_from(
        ["1/2", "5/6 June", "0/0", "in '45", "780s", "1990s", "'80s", "3/4/05", "2001-02-03", "30/02/1999"]
    ),
)
SIGNS = st.sampled_from(list(",.-–/()'’:;"))
OPENINGS = st.sampled_from(
    ["", "In 525, it fell. ", "In 1453 it fell. ", "In 218 BC it fell. ", "On 3 May 1919 it fell. "]
)
TEXTS = st.builds(
    "{}{}".format,
    OPENINGS,
    st.lists(SPELLED | NUMBERS | SIGNS, max_size=14).map(lambda words: " ".join(words).replace(" – ", "–")),
)
ANCHORS = st.none() | st.dates() | st.sampled_from([date.min, date.max])


def test_midnight_of_the_last_day_is_read():
    assert [found.value for found in tag("It fell after midnight.", date.max)] == ["9999-12-31T24:00"]


@settings(deadline=None)  # the first text loads the tables
@given(TEXTS, ANCHORS, st.sampled_from(["news", "narrative", "auto"]))
def test_any_words_are_read(text, anchor, ordering):
    behind = 0
    for found in tag(text, anchor, Settings(ordering=ordering, ages=True)):
        assert behind <= found.start < found.end <= len(text)
        assert found.text == text[found.start : found.end]
        assert found.starts_on is None or found.starts_on <= found.ends_on
        behind = found.end
