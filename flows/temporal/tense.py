"""Which way a clause points: the nearest verb before a time expression decides, else the first one behind it (``cues.csv``)."""

import re
from functools import cache
from typing import Final

from flows.temporal.surroundings import describes_next
from flows.temporal.words import table

_CLAUSE: Final = 140  # characters looked at on either side; a clause of press English is rarely longer
_SINCE_LENGTH: Final = 24  # characters of `since at least the early`
_BREAK: Final = re.compile(r"[.;:!?](?=[\s\"'”’]|$)|\n\s*\n|[“\"]")
_GOAL: Final = re.compile(
    r"\b(?:by|until|till|through|ahead of)\s+(?:(?:the|at least|about|around|early|late|after)\s+)*$", re.IGNORECASE
)
_CLAUSE_OPENS: Final = re.compile(r"(?:^|,)\s*(?:(?:and|but)\s+)?$")
_SINCE: Final = re.compile(r"\bsince\s+(?:(?:the|at least|about|around|early|late)\s+)*$", re.IGNORECASE)
_AFTER: Final = re.compile(r"\b(?:after|following|since|in the wake of) (?:the|last) $", re.IGNORECASE)
_SAYING: Final = re.compile(r"(?:said|says|warned|added|announced)\Z")
_CLAIM: Final = re.compile(r" (?!(?:on|in|at|by|late|early|last|this|during|to|over|before|after|earlier)\b)\w[^,]*\Z")
_INTENT: Final = re.compile(r"\bto [a-z]+\b")
_EARLIER: Final = re.compile(  # of those who had marched in June
    r"\bhad (?:(?:been|already|just|first|only|also|not|never|[a-z]+ly) )*(?:[a-z]+ed"
    r"|begun|become|bought|broken|brought|built|caught|chosen|come|cut|drawn|driven|fallen|felt|fled|flown|fought"
    r"|found|given|gone|grown|heard|held|hit|kept|known|laid|led|left|lost|made|meant|met|paid|put|ridden|risen|run"
    r"|said|seen|sent|set|shot|shown|shut|sold|spent|spoken|stolen|stood|struck|sunk|sworn|taken|taught|thought"
    r"|thrown|told|torn|withdrawn|won|worn|written"
    r")\b[^.;:!?,\n]{0,60}\Z"
)
_ASIDE: Final = re.compile(r"\w (?:(?:hours|days|a day) )?(?:after|before) (?![a-z]+ing\b)[^.;:!?,\n]{1,90}\Z")
_REACHED: Final = re.compile(r"\b(?:had|lasted|continued|remained|(?:went|dragged) on)\b", re.IGNORECASE)


def direction(text: str, start: int, end: int) -> int:
    """1 where the clause around ``text[start:end]`` points forward, -1 where back, 0 where no verb tells."""
    begins = max(0, start - _CLAUSE)
    for stop in _BREAK.finditer(text, begins, start):
        begins = stop.end()
    if _is_past_next(text, end):  # the chairman on Monday said
        return -1
    if is_since(text, start):
        return -1
    if goal := _GOAL.search(text, begins, start):
        opens_clause = bool(_CLAUSE_OPENS.search(text[begins : goal.start()]))
        reached = _REACHED.search(text, begins, start)
        is_past = _behind(text, end) < 0 if opens_clause else reached and not _INTENT.search(text, reached.end(), start)
        return -1 if is_past else 1
    before = None
    for before in _cues().finditer(text, begins, start):  # noqa: B007 - the last one is wanted
        pass
    if before and _SAYING.match(text, before.start(), before.end()) and _CLAIM.match(text, before.end(), start):
        return 1 if _behind(text, end) > 0 else _points(before)  # said sales in May would fall
    return _points(before) if before else _behind(text, end)


def is_since(text: str, start: int) -> bool:
    """Whether `since` stands before a time: it is over, whatever the verb says."""
    return bool(_SINCE.search(text, max(0, start - _SINCE_LENGTH), start))


def is_told_before(text: str, start: int) -> bool:
    """Whether the clause before a time says that it was over when what is told happened: of those who had marched in June."""
    return bool(_EARLIER.search(text[max(0, start - _CLAUSE) : start]))


def is_aside(text: str, start: int) -> bool:
    """Whether a time is that of what the main clause before it follows or leads to: called a strike after talks failed on Friday."""
    return bool(_ASIDE.search(text[max(0, start - _CLAUSE) : start]))


def is_aftermath(text: str, start: int, end: int) -> bool:
    """Whether what happened on a day is behind us: idled after the March 11 earthquake, no verb of whose sentence points forward."""
    if not (_AFTER.search(text, max(0, start - _SINCE_LENGTH), start) and describes_next(text, end)):
        return False
    around = text[max(0, start - _CLAUSE) : start].rpartition(". ")[2] + text[end : end + _CLAUSE].partition(". ")[0]
    return not any(_points(cue) > 0 for cue in _cues().finditer(around))


def _behind(text: str, end: int) -> int:
    """Which way the first cue behind points; 0 where the clause has none there."""
    stop = _BREAK.search(text, end, end + _CLAUSE)
    cue = _cues().search(text, end, stop.start() if stop else end + _CLAUSE)
    return _points(cue) if cue else 0


def _is_past_next(text: str, end: int) -> bool:
    """Whether a verb in the past follows at once."""
    cue = _cues().match(text, end + 1) if text[end : end + 1] == " " else None
    return cue is not None and _points(cue) < 0


@cache
def _cues() -> re.Pattern[str]:
    """All cues as one pattern; the group names carry the direction."""
    names = {"1": "forward", "-1": "back"}
    cues = "|".join(f"(?P<{names[row['points']]}{i}>{row['cue']})" for i, row in enumerate(table("cues")))
    begins = r"\b(?=[a-z'’])"  # no cue is tried where a word ends
    return re.compile(rf"{begins}(?:{cues})\b".replace(" ", r"\s+"), re.IGNORECASE)


def _points(cue: re.Match[str]) -> int:
    return 1 if (cue.lastgroup or "").startswith("forward") else -1
