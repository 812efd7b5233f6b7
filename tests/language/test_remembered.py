"""A table that fills itself says what its function says."""

from hypothesis import given
from hypothesis import strategies as st

from flows.language.remembered import Remembered


@given(st.lists(st.text(max_size=3)))
def test_says_what_its_function_says_and_stays_small(words: list[str]) -> None:
    table = Remembered(str.upper, most=3)
    assert [table[word] for word in words] == [word.upper() for word in words]
    assert len(table) <= 3


def test_asks_once_for_a_word() -> None:
    asked: list[str] = []
    table = Remembered(lambda word: asked.append(word) or len(word))
    assert [table["police"], table["police"]] == [6, 6]
    assert asked == ["police"]
