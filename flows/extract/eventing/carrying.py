"""The day of a deed whose own sentence gives none, from what stands right beside it: a second deed, ``the attack``, the lead."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from flows.extract.clauses.parsed import Parsed
from flows.extract.eventing.dating import DAYS, When
from flows.extract.eventing.drafts import Draft
from flows.extract.eventing.history import History
from flows.extract.eventing.occurrence import INCIDENT
from flows.extract.eventing.tense import DEEDS
from flows.language.cues import any_of, cue_words

_STRIKES: Final = ("ASSAULT", "x-INCIDENT")
_CALLED: Final = rf"(?:[a-z-]+ )?{INCIDENT}\b(?! (?:on|in|at|of|against|by|near) )"  # and nothing tells which one
_THIS: Final = re.compile(rf"\b(?:in|during|by|of) (?:the|this) {_CALLED}")
_FROM_IT: Final = re.compile(rf"\W*(?:The|This) {_CALLED}")
_APART: Final = re.compile(
    r"[“”\"]|\b(?:said|says|told|after|before|since|following|who|which|that|had|if|earlier|later|previously|recalled)\b",
    re.I,
)
_OTHER: Final = re.compile(r"\b" + any_of(cue_words("another than told")) + r"\b", re.I)
_NEAR: Final = 1000  # characters in which a story still tells of what it opens with
_REACH: Final = 900  # characters from a deed to where it is called `the attack`


def carry(parsed: Parsed, history: History, mine: Sequence[Draft]) -> Iterator[Draft]:
    """Gives days to deeds that have none, told as facts, from the nearest telling that they belong to; yields those that have one now."""
    for at, draft in enumerate(mine):
        if draft.when is not None or draft.realis != "asserted" or draft.trigger.type not in DEEDS:
            continue
        if _OTHER.search(parsed.reading.text, draft.sentence.start, draft.sentence.end):
            continue
        draft.when = _beside(parsed, history, draft, mine)
        if draft.when is None and not history.times(draft.sentence):
            draft.when = _named(parsed, mine[:at], draft) or _of_scene(parsed, mine, draft)
        if draft.when is not None:
            yield draft


def _beside(parsed: Parsed, history: History, draft: Draft, mine: Sequence[Draft]) -> When | None:
    """The day of a deed told before it in the same sentence: ``two were shot on Monday while four were held``."""
    if not draft.simple_past:
        return None
    text = parsed.reading.text
    for told in mine:
        if told.when is None or told.sentence is not draft.sentence or told.start >= draft.start or not _has_day(told):
            continue
        time = told.when.time
        inside = told.sentence.start <= time.char_start < draft.start
        alone = all(t is time for t in history.times(draft.sentence))
        if inside and alone and not _APART.search(text, told.start, draft.start):
            return told.when
    return None


def _named(parsed: Parsed, before: Sequence[Draft], draft: Draft) -> When | None:
    """The day of what struck, as told before, where a sentence calls it ``the attack``: ``Nine were hurt in the attack``."""
    text = parsed.reading.text
    behind = _THIS.search(text, draft.start, draft.sentence.end)
    if draft.trigger.type not in _STRIKES or not (behind or _FROM_IT.match(text, draft.sentence.start)):
        return None
    told = (d for d in reversed(before) if d.trigger.type in _STRIKES and d.sentence is not draft.sentence)
    last = next((d for d in told if d.when is not None), None)
    near = last is not None and draft.sentence.start - last.sentence.end <= _REACH
    return last.when if last and near and last.realis in ("asserted", "historical") else None


def _of_scene(parsed: Parsed, mine: Sequence[Draft], draft: Draft) -> When | None:
    """The day of what the story opens with, where a relative soon behind goes on about it: ``in a yard, where the clerk was shot``."""
    opening = parsed.opening(draft.sentence.story_ordinal)
    near = draft.sentence.start - opening[0].start <= _NEAR
    if draft.trigger.type not in _STRIKES or not draft.in_relative or draft.recounted or not near:
        return None
    told = (d for d in mine if d.sentence in opening and d.trigger.type == draft.trigger.type and d.start < draft.start)
    return next((d.when for d in told if d.realis == "asserted" and _has_day(d)), None)


def _has_day(draft: Draft) -> bool:
    return draft.when is not None and draft.when.time.precision in DAYS and draft.trigger.type in DEEDS
