"""Whole passages of our own, annotated by hand: histories in the manner of an encyclopaedia, and short news of the world.

In ``passages/*.txt`` a passage begins with ``=== name anchor``; ``[expression|T|value]`` marks a time expression (D date, T time,
U duration, S set). The value ``?`` stands for one on which readers may differ. Floors: ``floors.toml``.
"""

import re
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from flows.temporal import Timex, tag

HERE = Path(__file__).parent
FLOORS = tomllib.loads((HERE / "floors.toml").read_text("utf-8"))
MARK = re.compile(r"\[([^|\]]+)\|(\w)(?:\|([^\]]+))?\]")
TYPES = {"D": "DATE", "T": "TIME", "U": "DURATION", "S": "SET"}

Span = tuple[int, int]


def passages(kind: str) -> Iterator[tuple[date, str, dict[Span, tuple[str, str]]]]:
    """(anchor, text, span → type and value) of each passage of a kind."""
    for part in (HERE / "passages" / f"{kind}.txt").read_text("utf-8").split("=== ")[1:]:
        head, marked = part.split("\n", 1)
        text, at, expected = "", 0, {}
        for mark in MARK.finditer(marked):
            text += marked[at : mark.start()]
            if mark[2] in TYPES:
                expected[len(text), len(text) + len(mark[1])] = (TYPES[mark[2]], mark[3])
            text += mark[1]
            at = mark.end()
        yield date.fromisoformat(head.split()[1]), text + marked[at:], expected


@pytest.mark.parametrize(
    "kind", ["history", "history_more", "war_history", "world_news", "world_news_more", "wiki_news"]
)
def test_passages(kind: str) -> None:
    exact = right = total = 0
    for anchor, text, expected in passages(kind):
        found = {(t.start, t.end): t for t in tag(text, anchor)}
        total += len(found) + len(expected)
        exact += 2 * len(set(found) & set(expected))
        right += 2 * sum(is_right(found[span], *expected[span]) for span in set(found) & set(expected))
    reached = {"strict": exact / total, "value": right / total}
    assert {name: score for name, score in reached.items() if score < FLOORS[kind][name]} == {}


def is_right(found: Timex, kind: str, value: str) -> bool:
    return found.type == kind and value in ("?", found.value)
