"""Which way clauses point: every cue of the table decides its example; what stands nearest wins."""

import re

import pytest

from flows.temporal.tense import direction
from flows.temporal.words import table


def points(marked: str) -> int:
    """The direction of the expression in square brackets."""
    start, end = marked.index("["), marked.index("]") - 1
    return direction(re.sub(r"[\[\]]", "", marked), start, end)


@pytest.mark.parametrize("row", list(table("cues")), ids=lambda row: row["example"])
def test_cue(row: dict[str, str]) -> None:
    assert points(row["example"]) == int(row["points"])


@pytest.mark.parametrize(
    ("marked", "way"),
    [
        ("The chairman on [Monday] said that the team would leave.", -1),
        ("He said the team would leave on [Monday].", 1),
        ("She said sales in [May] could fall.", 1),
        ("She said sales in [May] fell.", -1),
        ("The ministry called both sides to a meeting on [Friday].", 1),
        ("She said [Thursday] she would support it.", -1),
        ("The team, which left on [Monday], will return.", -1),
        ("The hall was shut due to strong winds on [Monday] morning.", -1),
        ("The case was adjourned till [Monday].", 1),
        ("Until [Monday], they had not met.", -1),
        ("By [Monday], supporters were still in the hall.", -1),
        ("Vehicles were set on fire by a mob on [Monday].", -1),
        ("A race in the park on [Monday].", 0),
        ("It will rain. The play on [Monday] was short.", -1),
    ],
)
def test_nearest_verb_decides(marked: str, way: int) -> None:
    assert points(marked) == way
