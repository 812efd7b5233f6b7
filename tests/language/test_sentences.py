"""Sentences of press English."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.language.sentences import sentences


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Dr. Anwar met Lt. Gen. Khan. They talked.", ["Dr. Anwar met Lt. Gen. Khan.", "They talked."]),
        ("Supt. Ali met Avv. Rossi and Ts. Bold. They talked.", ["Supt. Ali met Avv. Rossi and Ts. Bold.", "They talked."]),
        ("He came at 5 p.m. on Monday. It rained.", ["He came at 5 p.m. on Monday.", "It rained."]),
        ("of the valley.Police came.", ["of the valley.", "Police came."]),
        ("“Why?” he asked. Nobody knew.", ["“Why?” he asked.", "Nobody knew."]),
        ("He waited … and left. She stayed.", ["He waited … and left.", "She stayed."]),
        ("A HEADING\nThe story.", ["A HEADING", "The story."]),
        (
            "The governor of the province visited the relief camp of\nthe authority in Quetta together with "
            "Commissioner Sohail\n"
            "Rehman and others. He left.",
            [
                "The governor of the province visited the relief camp of\nthe authority in Quetta together with "
                "Commissioner Sohail\nRehman and others.",
                "He left.",
            ],
        ),
        ("No stop at the end of this paragraph\n\nNext one", ["No stop at the end of this paragraph", "Next one"]),
    ],
)  # fmt: skip
def test_sentences(text: str, found: list[str]) -> None:
    assert [text[s:e] for s, e in sentences(text)] == found


@given(st.text(alphabet='aB.?! \n"”c', max_size=60))
def test_sentences_hold_every_letter(text: str) -> None:
    spans = list(sentences(text))
    assert all(a < b <= c for (a, b), (c, _) in pairwise(spans))
    assert "".join(text[s:e] for s, e in spans).split() == [] or "".join(
        "".join(text[s:e].split()) for s, e in spans
    ) == "".join(text.split())
