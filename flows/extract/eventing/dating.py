"""The time that dates an event: which of those in its sentence belongs to it."""

from collections.abc import Sequence
from datetime import date
from typing import Final, NamedTuple

from flows.contract.records import Time
from flows.extract.clauses.chunks import Chunk, Clause, is_bare, opener, verb_left_of
from flows.extract.clauses.phrases import group_left, skip_left
from flows.extract.clauses.subjects import is_finite, subject
from flows.extract.clauses.words import occasions
from flows.extract.eventing.binding import LIMITS, NAMES, is_adverbial, is_bound
from flows.extract.eventing.parting import (
    is_gerund,
    is_in_after,
    is_in_restrictive,
    is_of_call,
    is_of_clause_before,
    is_of_judged,
    is_of_object,
    is_of_offer,
    is_of_participle,
    is_of_planning,
    is_of_reason_told,
    is_parted,
)
from flows.extract.eventing.realis import SUCCEEDS
from flows.extract.eventing.telling_days import dates_saying, is_foretold, is_of_content, opens_saying
from flows.extract.eventing.tense import (
    BESIDE,
    EARLIER,
    is_attributive,
    is_in_relative,
    is_lately,
    is_present,
    is_reacted_to,
    is_reduced,
    opens_after,
    shares_perfect,
)
from flows.extract.speech.cues import is_saying
from flows.language.cues import cue_words

DAYS: Final = frozenset({"day", "hour", "minute", "second"})
_COARSE: Final = frozenset({"month", "week", "year"})
_DASH: Final = 300  # what a dash and a verb between weigh, in characters
_VERB: Final = 60
_LONGEST: Final = {"day": 2, "month": 31, "year": 366}  # days that a time of this precision may take
_STATES: Final = cue_words("states")
_OF_OTHER: Final = "day_final"  # of what, sense alone tells: the first day
_GOVERNING: Final = BESIDE | {"before"}
_STRETCHES: Final = cue_words("stretches of time")
_TOLD_OF: Final = frozenset({"visit", "trip", "tour", "attack", "meeting", "summit", "talks"})
_ON_FIRE: Final = ("on", "fire")
_REASON: Final = frozenset({"over", "about", "regarding"})  # has been held over a theft in March
_APART: Final = frozenset({"for", "about", "over", "against", "regarding", "as", "to", "on"})


_OF_OTHERS: Final = (is_of_participle, is_of_offer, is_of_judged, is_of_call)


class When(NamedTuple):
    """The time that dates an event."""

    ordinal: int
    time: Time


def when(
    times: Sequence[Time],
    clause: Clause,
    at: int,
    latest: date | None,
    aim: tuple[int, int] | None = None,
    *,
    foretold: bool = False,
    mourned: bool = False,
    known: bool = False,
) -> When | None:
    """The date nearest to chunk ``at`` in its clause, not after ``latest``: of a day if there is one, else of a month or year.

    What is ``foretold`` is not of the day on which it was said, nor what is ``mourned`` of that of mourning it, nor what is
    ``known`` of one told before it. A date within ``aim``, the span of what was asked or agreed to be done, dates that and not the asking.
    """
    trigger = clause.chunks[at]
    dated = [
        w for w in _dates(times, clause) if latest is None or w.time.starts_on is None or w.time.starts_on <= latest
    ]
    if not dated:
        return None
    named = trigger if trigger.kind == "NP" else _dated_subject(clause, at, dated)
    own = next((w for w in dated if named and _within(clause, w, named)), None)
    if own or mourned or (trigger.kind == "NP" and is_reacted_to(clause, at)):
        return own or (_of_mourned(clause, dated, at) if trigger.kind == "V" else _of_reacted(clause, dated, at))
    dated = [w for w in dated if not known or w.time.char_start > trigger.end]
    dated = [
        w for w in dated if _may_date(clause, w, at, foretold) and not (aim and aim[0] <= w.time.char_start < aim[1])
    ]
    coarse = [w for w in dated if w.time.precision in _COARSE and is_adverbial(clause, w.time)]
    coarse = [w for w in coarse if not is_foretold(clause, clause.chunk_at(w.time.char_start), at)]
    days = [w for w in dated if w.time.precision in DAYS]
    if coarse and all(w.time.rule in NAMES or _dates_other(clause, w, at) for w in days):
        days = []  # killed last week, police said on Sunday; in 1826 … by night
    if (trigger.kind == "NP" or _tells_which(clause, at)) and days + coarse:
        days = [w for w in days + coarse if _follows(clause, w, at)] or days
    if trigger.kind == "V" and len(days) > 1:
        days = _behind(clause, days, at)
    return min(days or coarse, key=lambda w: _distance(clause, w, trigger.start, trigger.end), default=None)


def _of_reacted(clause: Clause, dated: Sequence[When], at: int) -> When | None:
    """The time behind a noun that somebody reacts to: ``on Tuesday condemned a raid on Monday``, ``condemned a raid in X on Monday``."""
    before = any(w.time.char_end < clause.chunks[at].start for w in dated)
    behind = (
        w for w in dated if before or (w.time.precision != "year" and clause.chunk_at(w.time.char_start) > at + 3)
    )
    return next((w for w in behind if _follows(clause, w, at) and not is_bound(clause, w.time)), None)


def _of_mourned(clause: Clause, dated: Sequence[When], at: int) -> When | None:
    """The time within what somebody condemns, before the -ing form at ``at``: ``condemned Monday's raid on a farm, killing two``."""
    verb = next((c for c in reversed(clause.chunks[:at]) if c.kind == "V" and c.form.finite), None)
    inside = (w for w in dated if verb and verb.end <= w.time.char_start < clause.chunks[at].start)
    return next(inside, None)


def _behind(clause: Clause, days: list[When], at: int) -> list[When]:
    """The days without those of who told it, or of what stands set apart before it, where one follows the verb at ``at`` at once.

    ``told them on Sunday that they arrested two men on Friday``; ``a man charged with a theft on May 2, was shot on Friday``.
    """
    start = clause.chunks[at].start
    own = [w for w in days if w.time.char_start > start and not _dates_saying(clause, w, at)]
    if not own:
        return days
    found = [w for w in days if w.time.char_start > start or not _dates_saying(clause, w, at)]
    first = clause.chunk_at(min(w.time.char_start for w in own))
    apart = clause.chunks[at - 1].kind == "," and all(c.kind != "V" for c in clause.chunks[at + 1 : first])
    return [w for w in found if w.time.char_start > start] if apart else found


def _dates(times: Sequence[Time], clause: Clause) -> list[When]:
    """The dates and times of day of a clause that have a day."""
    inside = [When(t.ordinal, times[t.ordinal]) for t in clause.tokens if t.tag == "T"]
    dated = (w for w in inside if w.time.timex_type in ("DATE", "TIME") and w.time.starts_on)
    return [w for w in dated if w.time.rule != _OF_OTHER and not _is_stretch(w.time)]


def _is_stretch(time: Time) -> bool:
    """Whether a time is counted in days or months and takes several: the last three months."""
    longest = _LONGEST.get(time.precision or "")
    return bool(longest and time.starts_on and time.ends_on and (time.ends_on - time.starts_on).days >= longest)


def _dated_subject(clause: Clause, at: int, dated: list[When]) -> Chunk | None:
    """The noun that does what the verb at ``at`` tells, where it names an attack or the like: ``the May 9 attack killed two``."""
    form = clause.chunks[at].form
    finite = form.finite and not form.passive and dated[0].time.char_start < clause.chunks[at].start
    doing = subject(clause, at) if finite else []
    named = clause.chunks[doing[0].first] if len(doing) == 1 else None
    return named if named and named.kind == "NP" and named.head.word in occasions() else None


def _dates_saying(clause: Clause, found: When, at: int) -> bool:
    return dates_saying(clause, clause.chunk_at(found.time.char_start), at)


def _dates_other(clause: Clause, found: When, at: int) -> bool:
    """Whether a day is that of saying it, or of a noun that a relative clause tells more of."""
    i = clause.chunk_at(found.time.char_start)
    return dates_saying(clause, i, at) or is_in_restrictive(clause, at, i)


def _may_date(clause: Clause, found: When, at: int, foretold: bool) -> bool:
    """Whether a time may be that of chunk ``at``, as far as its surroundings tell."""
    trigger = clause.chunks[at]
    if is_bound(clause, found.time) or _elsewhere(clause, found, at):
        return False
    i = clause.chunk_at(found.time.char_start)
    if (
        is_parted(clause, i, at)
        or _is_of_noun(clause, i, at)
        or _is_of_plan(clause, i, at)
        or is_of_object(clause, at, i)
    ):
        return False
    if trigger.kind == "NP" and (clause.chunks[at - 1].word in EARLIER or is_lately(clause, trigger)):
        own = (
            at + 2 if clause.chunks[at + 1 : at + 2] and is_finite(clause.chunks, at + 1) else at + 1
        )  # after a blast tore a wall down
        return i > at and not any(c.kind in ",V" for c in clause.chunks[own:i])
    adjective = is_attributive(clause, at)
    if adjective or is_reduced(clause, at) or _is_governed(clause, at):
        parted = adjective and any(c.kind == "V" for c in clause.chunks[at + 1 : i])
        return not parted and found.time.char_start > trigger.end and not _dates_saying(clause, found, at)
    if i > at and any(is_of(clause, at, i) for is_of in _OF_OTHERS):
        return False
    coarse = found.time.precision not in DAYS
    if coarse and i > at and is_in_after(clause, at, i):
        return False
    if i < at and (is_of_planning(clause, at, i) or (coarse and is_of_clause_before(clause, at, i))):
        return False
    if trigger.kind == "V" and (
        _is_planned_for(clause, i) or _is_limited(clause, found, at) or _of_inner_verb(clause, found, at)
    ):
        return False
    if trigger.form.perfect and (_of_verb_before(clause, found, at) or is_of_reason_told(clause, at, i)):
        return False
    if coarse and is_of_content(clause, i, at):
        return False
    apart = foretold or coarse or _is_told_apart(clause, at)
    if not apart or (i > at and is_in_relative(clause, at) and all(c.kind != "V" for c in clause.chunks[at + 1 : i])):
        return True  # members who visited him on Monday called for …
    return not (_dates_saying(clause, found, at) or opens_saying(clause, i, at))


def _is_told_apart(clause: Clause, at: int) -> bool:
    """Whether what chunk ``at`` tells need not be of the day on which it is told: ``said on Sunday it erred by opposing the vote``."""
    trigger = clause.chunks[at]
    form, before = trigger.form, clause.chunks[at - 1].word
    if form.perfect or form.modal or (form.gerund and before == "by") or (trigger.kind == "NP" and before == "of"):
        return True
    if opens_after(clause, at) >= 0 or clause.chunks[opener(clause.chunks, at)].word == "when":
        return True  # after a van hit her
    if form.finite_by_auxiliary and "being" in clause.words[trigger.first : trigger.last]:
        return True
    present = trigger.kind == "V" and (is_present(clause, at) or shares_perfect(clause, at))
    return present or (trigger.kind == "V" and is_in_relative(clause, at))


def _tells_which(clause: Clause, at: int) -> bool:
    """Whether chunk ``at`` is a participle that says which object of another verb is meant: mourned two men ``killed`` in May."""
    chunk = clause.chunks[at]
    bare = is_bare(chunk) and at > 1
    return bare and clause.chunks[at - 1].kind == "NP" and clause.chunks[at - 2].kind == "V"


def _follows(clause: Clause, found: When, at: int) -> bool:
    """Whether nothing but phrases stands between a noun and a time right of it: ``the raid of 2018 and an attack on X in May``."""
    between = clause.chunks[at + 1 : clause.chunk_at(found.time.char_start)]
    return found.time.char_start > clause.chunks[at].end and all(c.kind in ("NP", "P") for c in between)


def _is_of_plan(clause: Clause, i: int, at: int) -> bool:
    """Whether the time of chunk ``i`` is when somebody decided on what the infinitive at ``at`` tells: ``agreed on Friday to visit``."""
    planned = clause.chunks[at].form.infinitive and i == at - 2
    return planned and (verb := verb_left_of(clause.chunks, i)) is not None and verb.head.word not in SUCCEEDS


def _is_of_noun(clause: Clause, i: int, at: int) -> bool:
    """Whether the time of chunk ``i`` is that of a noun before ``of`` which is not the event: ``the action of August 5``."""
    if i < 2 or clause.chunks[i - 1].word != "of":
        return False
    noun = clause.chunks[i - 2]
    return i - 2 != at and (noun.word == "as" or (noun.kind == "NP" and noun.head.word not in _STRETCHES))


def _is_governed(clause: Clause, at: int) -> bool:
    """An -ing form that a preposition makes a reason or a part of something, or sets before it: ``in retaliation for refusing``."""
    return is_gerund(clause, at) and at > 0 and clause.chunks[at - 1].word in _GOVERNING


def _within(clause: Clause, found: When, trigger: Chunk) -> bool:
    """Whether a time belongs to a trigger noun: ``the May 9 attack``, ``on Monday attacks``."""
    return any(t.start == found.time.char_start for t in clause.tokens[max(0, trigger.first - 1) : trigger.last])


def _elsewhere(clause: Clause, found: When, at: int) -> bool:
    """Whether a time belongs to another occasion than that of chunk ``at``: ``ahead of a summit in July``, ``a vote held on Sunday``."""
    chunks = clause.chunks
    i = clause.chunk_at(found.time.char_start)
    left = i - 2 if i > 0 and chunks[i - 1].kind == "P" else i - 1
    apart = _APART if found.time.precision in DAYS else _APART | EARLIER | {"of"}  # after a raid on Monday
    while left > 0 and left != at and chunks[left].kind == "NP":
        governs = chunks[left - 1].word
        occasion = chunks[left].head.word in occasions() or (chunks[at].form.perfect and governs in _REASON)
        occasion = occasion and (governs, chunks[left].word) != _ON_FIRE
        told = chunks[left - 1].kind == "V" and chunks[left - 1].form.finite and chunks[left].head.word in _TOLD_OF
        if told and i < at and left - 1 != at and any(c.kind == "C" for c in chunks[i:at]):
            return True  # recalled his visit to X in July and thanked them
        if chunks[left - 1].kind not in "PUX" or (governs in LIMITS or (occasion and governs in apart)):
            return chunks[left - 1].kind in "PUX"
        left -= 2
    return at < left and chunks[left].kind == "V" and _describes(clause, left)


def _is_planned_for(clause: Clause, time: int) -> bool:
    """Whether a day is when something is to be: ``called a protest for Saturday``."""
    return time > 0 and clause.chunks[time - 1].word == "for"


def _is_limited(clause: Clause, found: When, at: int) -> bool:
    """Whether a time tells but since or until when: ``had not met since one left in 2005``."""
    return any(c.word in LIMITS for c in clause.chunks[at + 1 : clause.chunk_at(found.time.char_start)])


def _of_inner_verb(clause: Clause, found: When, at: int) -> bool:
    """Whether a time stands behind another verb, with ``had`` or as a reason: ``freed five men they had seized in April``."""
    i = clause.chunk_at(found.time.char_start)
    left = next((k for k in range(i - 1, at, -1) if clause.chunks[k].kind == "V"), -1)
    if left < 0:
        return False
    verb = clause.chunks[left]
    before = next(c.word for c in reversed(clause.chunks[:left]) if c.kind != "Y")  # for allegedly firing
    had = not clause.chunks[at].form.perfect and "had" in clause.words[verb.first : verb.last]
    means = before == "in" and left == at + 2  # killed in shelling by jets in 2013
    return had or (is_gerund(clause, left) and before in BESIDE and not means)


def _of_verb_before(clause: Clause, found: When, at: int) -> bool:
    """Whether a time is that of a past deed to which a perfect is joined: ``met him last October and have lodged a complaint``."""
    i = clause.chunk_at(found.time.char_start)
    told = verb_left_of(clause.chunks, max(0, i))
    joined = i < at and any(c.kind in "CU" for c in clause.chunks[i + 1 : at])
    return joined and told is not None and not told.form.perfect


def _describes(clause: Clause, at: int) -> bool:
    """Whether a verb is but a participle that tells when the noun before it came about: ``a vote held on Sunday``."""
    verb = clause.chunks[at]
    word = verb.head.word
    if at == 1 and all(
        _has_own_subject(clause, k) for k in range(at + 1, len(clause.chunks)) if is_finite(clause.chunks, k)
    ):
        return False  # A fire swept through a mill on Sunday, police said
    return not (verb.form.gerund or is_saying(word) or word in _STATES or is_finite(clause.chunks, at))


def _has_own_subject(clause: Clause, at: int) -> bool:
    """Whether a noun phrase behind a comma or a subordinator is the subject of the verb at ``at``."""
    j = skip_left(clause.chunks, at - 1)
    if j < 0 or clause.chunks[j].kind != "NP":
        return clause.chunks[j].kind in "RW"
    first = group_left(clause.chunks, j)
    return first > 0 and clause.chunks[first - 1].kind in ",UW"


def _distance(clause: Clause, found: When, start: int, end: int) -> int:
    """Characters between a time and a trigger; a dash or another verb between them makes it far."""
    first, last = (end, found.time.char_start) if found.time.char_start >= end else (found.time.char_end, start)
    between = [c for c in clause.chunks if first <= c.start and c.end <= last]
    barriers = sum(
        _DASH if c.kind == ";" else _VERB for c in between if c.kind == ";" or (c.kind == "V" and c.form.finite)
    )
    if between and between[-1].kind == "C" and first == found.time.char_end:
        barriers += _VERB  # will open it on Friday and meet the mayor: nearer to what goes before
    return last - first + barriers
