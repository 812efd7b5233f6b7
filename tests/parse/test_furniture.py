"""Furniture by rule."""

from flows.parse.furniture import is_marked


def test_marks_are_not_beginnings_of_words() -> None:
    assert is_marked("Popular")
    assert not is_marked("Popularity does not equate to power")
    assert is_marked("KSE 100 78,801 (+0.4%)")
    assert not is_marked("KSE-100 gains 1,573 points, surges to all-time high")
