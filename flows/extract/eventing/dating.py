"""The time that dates an event: which of those in its sentence belongs to it."""

from collections.abc import Sequence
from datetime import date
from typing import Final, NamedTuple

from flows.contract.records import Time
from flows.extract.clauses.chunks import Chunk, Clause
from flows.extract.eventing.tense import EARLIER, is_reacted_to, is_reduced

_DAYS: Final = frozenset({"day", "hour", "minute", "second"})
_COARSE: Final = frozenset({"month", "week", "year"})
_DASH: Final = 300  # what a dash and a verb between weigh, in characters
_VERB: Final = 60
_BINDING: Final = frozenset(
    {"in", "of", "for", "over", "about", "against", "regarding"}
)  # a day after these: May 9 cases
_IN: Final = frozenset({"in", "during", "by", "early", "late", "mid"})
_LIMITS: Final = frozenset({"since", "before", "until", "till"})


class When(NamedTuple):
    """The time that dates an event."""

    ordinal: int
    time: Time


def when(
    times: Sequence[Time], clause: Clause, at: int, latest: date | None, aim: tuple[int, int] | None = None
) -> When | None:
    """The date nearest to chunk ``at`` in its clause, not after ``latest``: of a day if there is one, else of a month or year.

    A date within ``aim``, the span of what was asked or agreed to be done, dates that and not the asking.
    """
    trigger = clause.chunks[at]
    inside = [When(t.ordinal, times[t.ordinal]) for t in clause.tokens if t.tag == "T"]
    dated = [w for w in inside if w.time.timex_type in ("DATE", "TIME") and w.time.starts_on]
    dated = [w for w in dated if latest is None or w.time.starts_on is None or w.time.starts_on <= latest]
    own = next((w for w in dated if trigger.kind == "NP" and _within(clause, w, trigger)), None)
    if own or (trigger.kind == "NP" and is_reacted_to(clause, at)):
        return own
    if trigger.kind == "NP" and clause.chunks[at - 1].word in EARLIER:
        dated = [w for w in dated if _distance(clause, w, trigger.start, trigger.end) < _VERB]
    if is_reduced(clause, at):
        dated = [w for w in dated if w.time.char_start > trigger.end]
    dated = [w for w in dated if not _bound(clause, w) and not (aim and aim[0] <= w.time.char_start < aim[1])]
    for precisions in (_DAYS, _COARSE):
        fitting = [
            w for w in dated if w.time.precision in precisions and (precisions is _DAYS or _adverbial(clause, w))
        ]
        if fitting:
            return min(fitting, key=lambda w: _distance(clause, w, trigger.start, trigger.end))
    return None


def _within(clause: Clause, found: When, trigger: Chunk) -> bool:
    """Whether a time belongs to a trigger noun: ``the May 9 attack``, ``on Monday attacks``."""
    return any(t.start == found.time.char_start for t in clause.tokens[max(0, trigger.first - 1) : trigger.last])


def _bound(clause: Clause, found: When) -> bool:
    """Whether a time dates another thing (``the May 9 cases``), or tells but a limit (``since Monday``)."""
    at = next(i for i, t in enumerate(clause.tokens) if t.start == found.time.char_start)
    if at == 0:
        return False
    before = clause.tokens[at - 1]
    modifies = at + 1 < len(clause.tokens) and clause.tokens[at + 1].tag in "Nm"
    return before.word in _LIMITS or (modifies and (before.tag in "D'" or before.word in _BINDING))


def _adverbial(clause: Clause, found: When) -> bool:
    """Whether a month or year dates the clause (``in 2021``), not a thing in it (``the 2021 bombing``)."""
    at = next(i for i, t in enumerate(clause.tokens) if t.start == found.time.char_start)
    if found.time.precision == "year" and clause.tokens[at].word[0].isdigit():
        return at > 0 and clause.tokens[at - 1].word in _IN  # the Finance Bill, 2025
    return at == 0 or (
        clause.tokens[at - 1].tag in "PUCV,YNm"
        and not (at + 1 < len(clause.tokens) and clause.tokens[at + 1].tag in "Nm")
    )


def _distance(clause: Clause, found: When, start: int, end: int) -> int:
    """Characters between a time and a trigger; a dash or another verb between them makes it far."""
    first, last = (end, found.time.char_start) if found.time.char_start >= end else (found.time.char_end, start)
    between = [c for c in clause.chunks if first <= c.start and c.end <= last]
    barriers = sum(
        _DASH if c.kind == ";" else _VERB for c in between if c.kind == ";" or (c.kind == "V" and c.form.finite)
    )
    return last - first + barriers
