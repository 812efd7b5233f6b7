"""When and where: the time and the place that govern an event."""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from flows.contract.records import Mention, Time
from flows.extract.clauses.chunks import Clause

_DAYS: Final = frozenset({"day", "hour", "minute", "second"})
_COARSE: Final = frozenset({"month", "week", "year"})


class When(NamedTuple):
    """The time that dates an event."""

    ordinal: int
    time: Time


def when(times: Sequence[Time], clause: Clause, at: int) -> When | None:
    """The date nearest to chunk ``at`` in its clause: of a day if there is one, else of a month or year."""
    trigger = clause.chunks[at]
    inside = [When(t.ordinal, times[t.ordinal]) for t in clause.tokens if t.tag == "T"]
    dated = [w for w in inside if w.time.timex_type in ("DATE", "TIME") and w.time.starts_on]
    for precisions in (_DAYS, _COARSE):
        fitting = [w for w in dated if w.time.precision in precisions]
        if fitting:
            return min(fitting, key=lambda w: _distance(w, trigger.start, trigger.end))
    return None


def _distance(when_: When, start: int, end: int) -> int:
    return when_.time.char_start - end if when_.time.char_start >= end else start - when_.time.char_end


def where(mentions: Sequence[Mention], clause: Clause, at: int) -> int | None:
    """The ordinal of the place or building behind ``at``, ``in``, ``near`` nearest to chunk ``at``, looking right first."""
    right = _located(mentions, clause, range(at + 1, len(clause.chunks) - 1))
    return right if right is not None else _located(mentions, clause, range(at - 1, -1, -1))


def _located(mentions: Sequence[Mention], clause: Clause, indices: Iterable[int]) -> int | None:
    for i in indices:
        chunk = clause.chunks[i]
        if (
            chunk.kind != "P"
            or chunk.word not in ("at", "in", "near", "inside", "outside")
            or clause.chunks[i + 1].kind != "NP"
        ):
            continue
        for token in clause.mentions(clause.chunks[i + 1].first, clause.chunks[i + 1].last):
            mention = mentions[token.ordinal]
            if mention.kind == "place" or (mention.kind == "organization" and chunk.word == "at"):
                return token.ordinal
    return None
