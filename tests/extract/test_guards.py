"""Patterns over classes say first what a match begins with, so that nothing is tried elsewhere: no match is lost by it."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.extract.recognizers import bodies, forenames, people, posts, rules

GUARDED = (bodies._HEADED, people._TOLD, posts._POST, forenames._BESIDE, rules._LOCATED)
CLASSES = st.text("CGQPOJWUMKLIYNARTHXZFidqzhkleobmnpftvsaxj@|,.;:()\"'-", max_size=40)


def _spans(pattern: re.Pattern[str], codes: str) -> list[tuple[int, int]]:
    return [match.span() for match in pattern.finditer(codes)]


@pytest.mark.parametrize("pattern", GUARDED)
@settings(max_examples=300)
@given(codes=CLASSES)
def test_a_guard_loses_no_match(pattern: re.Pattern[str], codes: str) -> None:
    guarded = re.fullmatch(r"\(\?=[^)]*\)(.+)", pattern.pattern)
    assert guarded is not None
    assert _spans(pattern, codes) == _spans(re.compile(guarded[1]), codes)
