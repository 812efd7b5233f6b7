"""A view is readable, and every span of it leads back to the characters it was read from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.language.view import clean


@pytest.mark.parametrize(
    ("raw", "seen"),
    [
        ("an­­nouncement", "announcement"),
        ("Rs\xa05 million", "Rs 5 million"),
        ("Shuhada &amp; Ghazi", "Shuhada & Ghazi"),
        ("the IG\u00e2\u20ac\u2122s order", "the IG’s order"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("one\\ntwo", "one\\ntwo"),
        ("one.\\nTwo", "one.\nTwo"),
        ("\ufeffRs&nbsp;5", "Rs 5"),
        ("nothing to clean: é, ü, Â", "nothing to clean: é, ü, Â"),
    ],
)
def test_clean(raw: str, seen: str) -> None:
    assert clean(raw).text == seen


@given(st.lists(st.sampled_from(["word", "\u00ad", "\xa0", "&amp;", " ", "Zé", "&", "\u200b", "\n"])))
def test_spans_lead_back(parts: list[str]) -> None:
    raw = "".join(parts)
    view = clean(raw)
    for at, char in enumerate(view.text):
        start, end = view.source(at, at + 1)
        assert 0 <= start < end <= len(raw)
        if char.isalpha():
            assert raw[start] == char
