"""Tokens by splitting are the tokens that a search finds."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.extract.clauses import tagging
from flows.extract.recognizers import word_patterns
from flows.language.tokens import tokens

TEXTS = st.text(st.sampled_from("aZ9éاİ'’.,-/&+()@_ \n") | st.characters(), max_size=40)


def test_offsets_count_in_the_whole_text() -> None:
    assert tokens(re.compile(r"(\w+)"), "of the two", 3, 10) == (["the", "two"], [3, 7], [6, 10])


def test_a_stretch_without_tokens_has_none() -> None:
    assert tokens(re.compile(r"(\w+)"), "a ... b", 1, 6) == ([], [], [])


@pytest.mark.parametrize("pattern", [word_patterns.WORD, word_patterns.WORD_OF_DATELINE, tagging._TOKEN])
@given(before=TEXTS, text=TEXTS, behind=TEXTS)
def test_splitting_finds_what_a_search_finds(pattern: re.Pattern[str], before: str, text: str, behind: str) -> None:
    whole, start = before + text + behind, len(before)
    found = [(m.group(), *m.span()) for m in pattern.finditer(whole, start, start + len(text))]
    assert list(zip(*tokens(pattern, whole, start, start + len(text)), strict=True)) == found
