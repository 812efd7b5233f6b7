"""When and where: the time and the place that govern an event."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final, NamedTuple

from flows.contract.records import Mention, Time
from flows.extract.clauses.chunks import Chunk, Clause
from flows.extract.clauses.slots import is_passive
from flows.extract.eventing.triggers import Trigger

_DAYS: Final = frozenset({"day", "hour", "minute", "second"})
_COARSE: Final = frozenset({"month", "week", "year"})
_DASH: Final = 300  # what a dash and a verb between weigh, in characters
_VERB: Final = 60
_BINDING: Final = frozenset(
    {"in", "of", "for", "over", "about", "against", "regarding"}
)  # a day after these: May 9 cases
_IN: Final = frozenset({"in", "during", "by", "early", "late", "mid"})
_LIMITS: Final = frozenset({"since", "before", "until", "till"})
_STRIKES: Final = frozenset(
    {"struck", "strikes", "hit", "hits", "jolted", "jolts", "rocked", "rocks", "shook", "shakes"}
)
_EARLIER: Final = frozenset({"after", "since", "following"})
_REACTING: Final = frozenset({"over", "about", "regarding", "against"})
_JUDGING: Final = frozenset(
    {
        "condemned",
        "condemning",
        "denounced",
        "deplored",
        "mourned",
        "appreciated",
        "praised",
        "lauded",
        "hailed",
        "termed",
        "called",
    }
)
_OWN: Final = frozenset({"his", "her", "their", "its"})
_WHERE: Final = frozenset({"at", "in", "near", "inside", "outside"})
_ALONG: Final = frozenset({"on", "along"})
_WAYS: Final = (
    "road",
    "street",
    "highway",
    "motorway",
    "expressway",
    "avenue",
    "bypass",
    "bridge",
    "chowk",
    "boulevard",
)


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
    if own or (trigger.kind == "NP" and _is_reacted_to(clause, at)):
        return own
    if trigger.kind == "NP" and clause.chunks[at - 1].word in _EARLIER:
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


def where(
    mentions: Sequence[Mention], clause: Clause, at: int, aim: tuple[int, int] | None = None, *, verbal: bool = False
) -> int | None:
    """The ordinal of the place or building behind ``at``, ``in``, ``near`` nearest to chunk ``at``, looking right first.

    What another verb tells lies elsewhere: the clause of the event is left at finite verbs, ``that``, relatives and its ``aim``.
    Where the event is but words (``verbal``), ``in …`` places what they are about, and ``at …`` alone the speaker.
    """
    indices = range(at + 1, min(_clause_end(clause, at, aim), len(clause.chunks) - 1))
    right = _located(mentions, clause, [i for i in indices if not verbal or clause.chunks[i].word == "at"])
    return right if right is not None else _located(mentions, clause, range(at - 1, -1, -1))


def _clause_end(clause: Clause, at: int, aim: tuple[int, int] | None) -> int:
    """Index of the chunk at which the clause of the event at ``at`` ends on its right."""
    trigger_is_verb = clause.chunks[at].kind == "V"
    for i in range(at + 1, len(clause.chunks)):
        chunk = clause.chunks[i]
        told = chunk.form.finite_by_auxiliary or (chunk.form.finite and clause.chunks[i - 1].kind == "NP")
        apart = chunk.form.infinitive or (chunk.form.gerund and clause.chunks[i - 1].kind == ",")
        if (
            chunk.kind in "WR"
            or apart
            or (told and (trigger_is_verb or i > at + 2))
            or (aim and aim[0] <= chunk.start < aim[1])
        ):
            return i
    return len(clause.chunks)


def _located(mentions: Sequence[Mention], clause: Clause, indices: Iterable[int]) -> int | None:
    for i in indices:
        if not _locates(clause, i):
            continue
        found = _in_phrase(mentions, clause, i + 1, clause.chunks[i].word == "at")
        wider = None if found is not None and _is_head(mentions, clause, i + 1, found) else _of(mentions, clause, i + 1)
        if found is not None or wider is not None:
            return found if wider is None else wider
    return None


def _locates(clause: Clause, at: int) -> bool:
    """Whether a preposition and the noun phrase behind it may tell where: ``in …``, but ``on …`` only of roads."""
    chunk, following = clause.chunks[at], clause.chunks[at + 1]
    if chunk.kind != "P" or following.kind != "NP":
        return False
    return chunk.word in _WHERE or (chunk.word in _ALONG and clause.tokens[following.last].word.endswith(_WAYS))


def _is_head(mentions: Sequence[Mention], clause: Clause, at: int, found: int) -> bool:
    """Whether a place is where itself: ``in X``, ``in the X area of Y``; a station's area is no more than part of its town."""
    return clause.tokens[clause.chunks[at].last].ordinal == found or not mentions[found].name.lower().endswith(
        "station"
    )


def _of(mentions: Sequence[Mention], clause: Clause, at: int) -> int | None:
    """The place behind ``of``: in the suburbs of Y."""
    chunks = clause.chunks
    follows = at + 2 < len(chunks) and chunks[at + 1].word == "of" and chunks[at + 2].kind == "NP"
    return _in_phrase(mentions, clause, at + 2, False) if follows else None


def _in_phrase(mentions: Sequence[Mention], clause: Clause, at: int, building: bool) -> int | None:
    """The place that a noun phrase names; not whose something is: ``in Pakistan’s history``."""
    chunk = clause.chunks[at]
    for i in range(chunk.first, chunk.last + 1):
        token = clause.tokens[i]
        if token.tag != "m" or (i < chunk.last and clause.tokens[i + 1].tag == "'"):
            continue
        kind = mentions[token.ordinal].kind
        if kind == "place" or (kind == "organization" and building):
            return token.ordinal
    return None


def is_earlier(clause: Clause, at: int, trigger: Trigger) -> bool:
    """Whether what chunk ``at`` tells of lies before the news by an unknown time.

    So does a noun behind ``after``, or one that somebody reacts to (``grief over the blast``, ``lauded them for killing``), unless a
    meeting made the news, an arrest that is somebody's (``his arrest``), and what hangs on a verb in the perfect.
    """
    chunk = clause.chunks[at]
    before = clause.chunks[at - 1].word if at else ""
    if chunk.kind == "NP":
        owned = any(t.tag == "'" or t.word in _OWN for t in clause.tokens[chunk.first : chunk.last + 1])
        return trigger.type != "CONSULT" and (owned or before in _EARLIER or _is_reacted_to(clause, at))
    if is_reduced(clause, at) or (at and clause.chunks[at - 1].kind == "R"):
        return True
    if not chunk.form.gerund or clause.chunks[at - 1].kind != "P":
        return False
    governor = next((c for c in reversed(clause.chunks[:at]) if c.kind == "V" and c.form.finite), None)
    return before == "for" or (governor is not None and governor.form.perfect)


def is_reduced(clause: Clause, at: int) -> bool:
    """A participle that only describes the noun before it: ``a deal demanded by the president``."""
    chunk = clause.chunks[at]
    return (
        chunk.kind == "V" and not chunk.form.finite_by_auxiliary and not chunk.form.passive and is_passive(clause, at)
    )


def _is_reacted_to(clause: Clause, at: int) -> bool:
    """Whether somebody grieves over, condemns or praises what chunk ``at`` names."""
    before = clause.chunks[at - 1] if at else None
    if before is None:
        return False
    return before.word in _REACTING or clause.tokens[before.last].word in _JUDGING


def struck_place(mentions: Sequence[Mention], clause: Clause, at: int) -> int | None:
    """The place that an incident at chunk ``at`` struck: ``an earthquake jolted the valley``."""
    chunks = clause.chunks
    if at + 2 >= len(chunks) or chunks[at + 1].kind != "V" or chunks[at + 2].kind != "NP":
        return None
    strikes = clause.tokens[chunks[at + 1].last].word in _STRIKES
    return _in_phrase(mentions, clause, at + 2, False) if strikes else None


def house(mentions: Sequence[Mention], span: tuple[int, int]) -> int | None:
    """The place or body that is named in the span of what was visited: ``the Safe Cities Authority headquarters``."""
    inside = (i for i, m in enumerate(mentions) if span[0] <= m.char_start and m.char_end <= span[1])
    return next((i for i in inside if mentions[i].kind in ("place", "organization")), None)


def destination(mentions: Sequence[Mention], parties: Iterable[int | None]) -> int | None:
    """The ordinal of the place or body that somebody went to, among the ordinals of the parties visited."""
    visited = [o for o in parties if o is not None and mentions[o].kind in ("place", "organization")]
    return visited[0] if visited else None
