"""Words that tell what a text is about: listed, in any letters, as one set."""

import numpy as np

from flows.language.minhash import words_of
from flows.language.subjects import subject_words, telling_of


def words(text: str) -> set[int]:
    return set(np.frombuffer(subject_words(words_of(text)), "<u4").tolist())


def test_words_of_a_subject_count_in_large_letters_and_small_once() -> None:
    assert words("The striker scored. STRIKER scored") == words("striker scored")
    assert len(words("striker")) == 1


def test_what_most_reports_have_and_names_say_nothing() -> None:
    assert words("It was said that they have been with Naikokara in 2024") == set()
    assert words("") == set()


def test_each_word_has_what_it_tells_and_rarer_ones_tell_more() -> None:
    (striker,), (agreed,) = words("striker"), words("agreed")
    assert telling_of()[striker] > telling_of()[agreed] > 4
    assert min(telling_of().values()) > 4
