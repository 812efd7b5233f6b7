"""Every rule of the table reads its example as it says, and finds nothing in its counter-example."""

import re
from datetime import datetime

import pytest

from flows.temporal import Settings, tag
from flows.temporal.grammar import Rule, rules
from flows.temporal.readers import READERS

ANCHOR = datetime(2025, 11, 20, 10, 0)
NEWS = Settings(ordering="news", ages=True)
STORY = Settings(ordering="narrative")  # some rules are for stories alone


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.name)
def test_example(rule: Rule) -> None:
    marked = re.search(r"\[(.+)\]", rule.example)
    assert marked, "the example marks its expression by square brackets"
    plain = rule.example.replace("[", "").replace("]", "")
    found = tag(plain, ANCHOR, NEWS) + tag(plain, ANCHOR, STORY)
    assert (rule.name, marked[1], rule.expected) in [(t.rule, t.text, f"{t.type} {t.value}") for t in found]


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.name)
def test_counter_example(rule: Rule) -> None:
    assert rule.counter_example
    assert rule.name not in [t.rule for t in tag(rule.counter_example, ANCHOR, NEWS)]


def test_names_are_unique_and_functions_exist() -> None:
    names = [rule.name for rule in rules()]
    assert len(names) == len(set(names))
    assert {rule.function for rule in rules()} <= set(READERS)
