"""Which way a clause points: the nearest verb before a time expression decides, else the first one behind it (``cues.csv``)."""

import re
from functools import cache
from typing import Final

from flows.temporal.words import table

_CLAUSE: Final = 140  # characters looked at on either side; a clause of press English is rarely longer
_BREAK: Final = re.compile(r"[.;:!?](?=[\s\"'”’]|$)|\n\s*\n|[“\"]")

_GOAL: Final = re.compile(r"\b(?:by|until|till|through|ahead of)\s+(?:the\s+)?$", re.IGNORECASE)
_NOT_BEFORE: Final = re.compile(
    r",[^.;]{0,40}\bhad(?:n't| not| never)\b", re.IGNORECASE
)  # until Monday, they had not met
_PERFECT: Final = re.compile(r"\b(?:had|lasted|continued|remained)\b", re.IGNORECASE)


def direction(text: str, start: int, end: int) -> int:
    """1 where the clause around ``text[start:end]`` points forward, -1 where back, 0 where no verb tells."""
    begins = max(0, start - _CLAUSE)
    for stop in _BREAK.finditer(text, begins, start):
        begins = stop.end()
    if _GOAL.search(text, begins, start):
        is_past = _PERFECT.search(text, begins, start) or _NOT_BEFORE.match(text, end)
        return -1 if is_past else 1
    cues = list(_cues().finditer(text, begins, start))
    if cues:
        return _points(cues[-1])
    stop_behind = _BREAK.search(text, end, end + _CLAUSE)
    behind = _cues().search(text, end, stop_behind.start() if stop_behind else end + _CLAUSE)
    return _points(behind) if behind else 0


@cache
def _cues() -> re.Pattern[str]:
    """All cues as one pattern; the group names carry the direction."""
    names = {"1": "forward", "-1": "back"}
    cues = "|".join(f"(?P<{names[row['points']]}{i}>{row['cue']})" for i, row in enumerate(table("cues")))
    return re.compile(rf"\b(?:{cues})\b".replace(" ", r"\s+"), re.IGNORECASE)


def _points(cue: re.Match[str]) -> int:
    return 1 if (cue.lastgroup or "").startswith("forward") else -1
