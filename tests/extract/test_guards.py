"""Patterns over classes say first what a match begins with, so that nothing is tried elsewhere: no match is lost by it."""

import re
from re import _constants as ops
from re import _parser  # type: ignore[attr-defined]
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.extract.recognizers import bodies, forenames, people, posts, rules

GUARDED = (bodies._HEADED, people._TOLD, posts._POST, forenames._BESIDE, rules._LOCATED)
CLASSES = "CGQPOJWUMKLIYNARTHXZFidqzhkleobmnpftvsaxj@|,.;:()\"'-"
ROOMLESS = (ops.ASSERT, ops.ASSERT_NOT, ops.AT)
REPEATS = (ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT)


def firsts(sequence: Any) -> tuple[set[str], bool]:
    """The characters that a parsed pattern can begin with, and whether it can be empty."""
    found: set[str] = set()
    for op, value in sequence:
        here, is_empty = first(op, value)
        found |= here
        if not is_empty:
            return found, False
    return found, True


def first(op: Any, value: Any) -> tuple[set[str], bool]:
    if op in ROOMLESS:
        return set(), True
    if op is ops.LITERAL:
        return {chr(value)}, False
    if op is ops.IN:
        assert all(kind is ops.LITERAL for kind, _ in value), "a class of something else"
        return {chr(code) for _, code in value}, False
    if op is ops.SUBPATTERN:
        return firsts(value[-1])
    if op is ops.BRANCH:
        parts = [firsts(branch) for branch in value[1]]
        return set().union(*(found for found, _ in parts)), any(is_empty for _, is_empty in parts)
    assert op in REPEATS, op
    found, is_empty = firsts(value[2])
    return found, is_empty or value[0] == 0


@pytest.mark.parametrize("pattern", GUARDED)
def test_a_guard_knows_all_that_a_match_begins_with(pattern: re.Pattern[str]) -> None:
    guard = re.match(r"\(\?=[^)]*\)", pattern.pattern)
    assert guard is not None
    begins, is_empty = firsts(list(_parser.parse(pattern.pattern))[1:])
    assert not is_empty
    assert begins - {c for c in begins if any(re.match(guard[0], c + d) for d in CLASSES)} <= unwanted(pattern)


def unwanted(pattern: re.Pattern[str]) -> set[str]:
    """What the pattern itself forbids at its beginning, and what only goes on with a name: none begins with a comma."""
    behind = set(re.findall(r"\(\?<=\[[A-Z]+\]\)([,H])", pattern.pattern))
    return behind | ({"a"} if "(?!a)" in pattern.pattern else set())


@pytest.mark.parametrize("pattern", GUARDED)
@given(codes=st.text(CLASSES, max_size=40))
def test_a_guard_loses_no_match(pattern: re.Pattern[str], codes: str) -> None:
    whole = re.compile(re.sub(r"^\(\?=[^)]*\)", "", pattern.pattern))
    assert [m.span() for m in pattern.finditer(codes)] == [m.span() for m in whole.finditer(codes)]
