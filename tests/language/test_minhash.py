"""Signatures tell how alike texts are, and nothing else of them."""

import zlib

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.language import minhash
from flows.language.minhash import PERMUTATIONS, hashed, shingled, telling, words_of

STORY = "The committee met in Lahore and agreed to send twelve officers to the training college before the end of the month. "


def alike(one: str, other: str) -> float:
    return float(
        np.mean(np.frombuffer(shingled(words_of(one)), "<u4") == np.frombuffer(shingled(words_of(other)), "<u4"))
    )


@pytest.mark.parametrize(
    ("other", "least", "most"),
    [
        (STORY.upper().replace(".", " !"), 1.0, 1.0),
        (STORY + "Officials said that more would follow.", 0.5, 0.95),
        (
            "Rain is expected in the upper parts of the country on Friday and Saturday, the weather office said.",
            0.0,
            0.1,
        ),
    ],
)
def test_shingles_tell_how_much_wording_is_shared(other: str, least: float, most: float) -> None:
    assert least <= alike(STORY, other) <= most


def test_telling_words_are_names_and_numbers() -> None:
    assert telling("Rs 2,500 was paid to Aslam of Lahore in 2024.") == {"2,500", "aslam", "lahore", "2024"}


def test_hashes_are_the_same_in_every_run_and_order() -> None:
    known = np.frombuffer(hashed(["lahore", "aslam", "lahore"]), "<u4").tolist()
    assert known == sorted(zlib.crc32(w) for w in (b"aslam", b"lahore"))


@given(st.text(max_size=200))
def test_any_text_has_a_signature(text: str) -> None:
    assert len(shingled(words_of(text))) == 4 * PERMUTATIONS
    assert len(hashed(telling(text))) == 4 * len(telling(text))


@given(st.text(st.characters(max_codepoint=127)))
def test_words_of_plain_text_are_those_of_any_text(text: str) -> None:
    assert words_of(text) == [word.encode() for word in minhash._WORD.findall(text.lower())]
