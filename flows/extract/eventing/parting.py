"""Which clause of a sentence a time stands in, as far as the verb that it may date is in another."""

from typing import Final

from flows.extract.clauses.chunks import Clause, is_bare, opener, verb_index_left
from flows.extract.clauses.relatives import antecedent_before
from flows.extract.clauses.subjects import has_finite, is_finite, subject
from flows.extract.clauses.words import occasions
from flows.extract.eventing.tense import (
    BESIDE,
    EARLIER,
    JUDGING,
    is_claimed,
    is_in_relative,
    is_lately,
    is_set_off,
    opens_after,
)
from flows.language.cues import cue_words

_APART: Final = frozenset({"while", "whereas"})
_OFFERS: Final = cue_words("offers")
_MEETINGS: Final = cue_words("meetings called")
_REFERRING: Final = cue_words("referring")
_DECIDED: Final = frozenset({"decided", "agreed", "vowed", "planned", "promised", "pledged", "resolved"})
_CONDITIONS: Final = frozenset({"if", "unless"})


def is_parted(clause: Clause, time: int, at: int) -> bool:
    """Whether the time of chunk ``time`` stands in another clause of the sentence than the trigger of chunk ``at``."""
    if (time > at and _left_relative(clause, at, time)) or _is_quoted_apart(clause, at, time):
        return True
    if time > at and _is_apposed(clause, at, time):
        return True
    if time < _opened(clause, at) or (time > at and _in_later_relative(clause, at, time)):
        return True
    if time < at and (_is_since(clause, time, at) or _is_set_apart(clause, time, at)):
        return True
    if any(c.word == ";" for c in clause.chunks[min(time, at) : max(time, at)]):
        return True  # condemned the raid of last week; its envoy denied the charge
    if time < at and (_closes_relative(clause, time) or _is_referred_to(clause, time, at)):
        return True
    if clause.chunks[at].kind != "V":
        return False
    if clause.chunks[at].form.perfect and time < _contact_relative(clause, at):
        return True
    between = clause.chunks[min(time, at) + 1 : max(time, at)]
    apart = _APART | _CONDITIONS if time > at else _APART
    if any(c.word in apart and c.kind == "U" for c in between) or _is_meanwhile(clause, time, at):
        return True
    return time < at and (
        (not clause.chunks[at].form.perfect and _in_relative(clause, time, at))
        or is_set_off(clause, at)
        or (opens_after(clause, at) > time and not is_gerund(clause, at))
        or is_claimed(clause, at)
        or _of_reason(clause, time, at)
    )


def is_of_reason_told(clause: Clause, at: int, time: int) -> bool:
    """Whether a time behind a verb in the perfect closes its ``after`` clause: ``have charged a man after a car hit them on Tuesday``."""
    opened = next((i for i in range(time - 1, at, -1) if clause.chunks[i].word in EARLIER), -1)
    return opened > 0 and has_finite(clause.chunks, opened + 1, time)


def is_of_participle(clause: Clause, at: int, time: int) -> bool:
    """Whether the verb at ``at`` but tells which, and a time behind it is of the verb of that: ``a man held in X was freed on Monday``."""
    chunks = clause.chunks
    other = next((i for i in range(at + 1, time) if chunks[i].kind not in "PTY" and chunks[i - 1].kind != "P"), time)
    bare = is_bare(chunks[at])
    return bare and other < time and other > at + 1 and chunks[other].form.finite_by_auxiliary


def is_of_object(clause: Clause, at: int, time: int) -> bool:
    """Whether a time before an event closes a participle that tells which object is meant: ``read letters sent in May, urging …``."""
    chunks = clause.chunks
    i = time - 2 if time > 0 and chunks[time - 1].kind == "P" else time - 1
    told = 1 < i < at and chunks[i].kind == "V" and is_bare(chunks[i])
    return told and chunks[i - 1].kind == "NP" and chunks[i - 2].kind == "V"


def is_in_after(clause: Clause, at: int, time: int) -> bool:
    """Whether a time behind an event lies in what ``after`` opens: ``lifted the ban, after the king this month pledged to do so``."""
    chunks = clause.chunks
    opened = next((i for i in range(time - 1, at, -1) if chunks[i].word in EARLIER), -1)
    told = next((i for i in range(time + 1, len(chunks)) if chunks[i].kind == "V"), -1)
    return opened > 0 and told > 0 and is_finite(chunks, told)


def is_in_restrictive(clause: Clause, at: int, time: int) -> bool:
    """Whether a time behind an event lies in a relative that tells which noun is meant: ``fed during the drive that ended on May 2``."""
    opened = next((i for i in range(time - 1, at, -1) if clause.chunks[i].kind in "RW"), -1)
    return opened > 0 and clause.chunks[opened - 1].kind == "NP" and has_finite(clause.chunks, opened + 1, time)


def is_of_offer(clause: Clause, at: int, time: int) -> bool:
    """Whether a time behind an event is that of what was offered or planned: ``accepted an invitation to visit Oslo in May``."""
    chunks = clause.chunks
    to = (k for k in range(at + 1, time) if chunks[k].kind == "V" and chunks[k].form.infinitive and k > 1)
    return any(chunks[k - 2].kind == "NP" and chunks[k - 2].head.word in _OFFERS for k in to)


def is_of_judged(clause: Clause, at: int, time: int) -> bool:
    """Whether a time behind a verdict is that of what was judged: ``condemned the attack on a convoy in X on May 2``."""
    judged = clause.chunks[at + 1]
    far = time > at + 3  # not: condemned the attack on Monday
    return far and clause.chunks[at].head.word in JUDGING and judged.kind == "NP" and judged.head.word in occasions()


def is_of_call(clause: Clause, at: int, time: int) -> bool:
    """Whether a time behind ``has called a meeting`` is when that is to be."""
    called = clause.chunks[at + 1 : at + 2]
    calls = clause.chunks[at].head.word == "called" and clause.chunks[at].form.perfect
    return calls and time > at + 1 and called[0].head.word in _MEETINGS


def is_of_planning(clause: Clause, at: int, time: int) -> bool:
    """Whether a time before an infinitive is when that was decided on: ``on Friday decided to hold a vote``."""
    governor = verb_index_left(clause.chunks, at) if clause.chunks[at].form.infinitive else -1
    return time < governor and clause.chunks[governor].head.word in _DECIDED


def is_of_clause_before(clause: Clause, at: int, time: int) -> bool:
    """Whether a time closes a clause behind which ``and`` or ``but`` opens another with its own subject: ``left in May, but X stayed``."""
    chunks = clause.chunks
    if _is_of_opening(clause, at, time):
        return True
    if chunks[at].kind != "V" or not is_finite(chunks, at) or not has_finite(chunks, 0, time):
        return False
    joint = time + 1 + (chunks[time + 1].kind == ",")
    joined = chunks[joint].kind == "C" or chunks[joint].word == "but"
    return (
        joined
        and joint + 1 < at
        and chunks[joint + 1].kind == "NP"
        and not any(c.kind == "V" for c in chunks[joint:at])
    )


def _is_of_opening(clause: Clause, at: int, time: int) -> bool:
    """Whether a time closes the participle that a sentence opens with: ``Voicing grief over deaths during last month, he urged …``."""
    chunks = clause.chunks
    comma = next((i for i, c in enumerate(chunks) if c.kind == ","), at)
    return chunks[0].form.gerund and 1 < time < comma < at and chunks[1].kind == "NP"


def _is_referred_to(clause: Clause, time: int, at: int) -> bool:
    """Whether a time is of what a sentence opens with referring to: ``Commenting on the launch of a ship on Tuesday, he lauded …``."""
    comma = next((i for i, c in enumerate(clause.chunks) if c.kind == ","), at)
    return clause.chunks[0].word in _REFERRING | {"with"} and time < comma < at  # With schools due to open in June, …


def _closes_relative(clause: Clause, time: int) -> bool:
    """Whether a time ends a relative clause behind which the verb of the main one comes: ``men who met him in May used …``."""
    chunks = clause.chunks
    opened = next((c.kind for c in reversed(chunks[:time]) if c.kind in "RWU,;"), "")
    return opened == "R" and time + 1 < len(chunks) and is_finite(chunks, time + 1)


def _contact_relative(clause: Clause, at: int) -> int:
    """Index of the subject of a relative clause without a pronoun whose verb is at ``at``, or -1: ``the help it has provided``."""
    acting = subject(clause, at)
    first = acting[0].first if acting else 0
    return first if first > 0 and clause.chunks[first - 1].kind == "NP" else -1


def _is_set_apart(clause: Clause, time: int, at: int) -> bool:
    """Whether a time stands in a participle between commas before the verb at ``at``: ``opened a fair, lasting from May 2, and vowed``."""
    chunks = clause.chunks
    verb = verb_index_left(chunks, time)
    told = verb > 1 and chunks[verb].form.gerund and chunks[verb - 1].kind == "," and chunks[time - 1].word == "from"
    return told and chunks[at].form.finite and any(c.kind == "," for c in chunks[time:at])


def _is_since(clause: Clause, time: int, at: int) -> bool:
    """Whether a sentence opens with since when something has been so: ``Since the drive began in May, police held nine``."""
    comma = next((i for i, c in enumerate(clause.chunks) if c.kind == ","), at)
    return clause.chunks[0].word == "since" and time < comma < at


def is_gerund(clause: Clause, at: int) -> bool:
    """Whether a verb is an -ing form, also of the passive: ``being hit``."""
    chunk = clause.chunks[at]
    return chunk.form.gerund or clause.words[chunk.first] == "being"


def _is_meanwhile(clause: Clause, time: int, at: int) -> bool:
    """Whether a present goes on behind a time: ``to visit on Sunday, as the capital pushes for a deal``."""
    now = clause.chunks[at].head.tag == "S"
    return now and time < at and any(c.word == "as" and c.kind == "U" for c in clause.chunks[time + 1 : at])


def _is_apposed(clause: Clause, at: int, time: int) -> bool:
    """Whether a participle set between commas ended before a time: ``Rashid, jailed in 2017, asked for mercy on Monday``."""
    chunks = clause.chunks
    bare = is_bare(chunks[at])
    if not bare or at < 2 or chunks[at - 1].kind != "," or chunks[at - 2].kind != "NP":
        return False
    comma = next((i for i in range(at + 1, time) if chunks[i].kind == ","), time)
    return comma + 1 < time and chunks[comma + 1].kind == "V" and is_finite(chunks, comma + 1)


def _opened(clause: Clause, at: int) -> int:
    """Index of the pronoun that opens the relative clause of the verb at ``at``, or -1; a call in which … is of the same time."""
    while at > 1 and clause.chunks[at].kind in ("NP", "P"):
        at -= 1  # which mediated talks, who took part in protests
    if not is_in_relative(clause, at):
        return -1
    opened = next(i for i in range(at - 1, -1, -1) if clause.chunks[i].kind in "RW")
    if clause.chunks[opened].word == "where" and _is_of_same_day(clause, opened, at):
        return -1
    lately = opened > 1 and clause.chunks[opened - 2].kind == "NP" and is_lately(clause, clause.chunks[opened - 2])
    return (
        -1 if opened and clause.chunks[opened - 1].kind == "P" and not lately else opened
    )  # the recent raid in which …


def _is_of_same_day(clause: Clause, opened: int, at: int) -> bool:
    """Whether what ``where`` opens goes on with what is told before it: ``appeared in court on Monday, where a judge freed him``."""
    chunks = clause.chunks
    told = chunks[at]
    plain = told.kind == "V" and told.form.finite and not (told.form.perfect or told.form.modal)
    return plain and chunks[opened - 1].kind == "," and not any(c.kind == "T" for c in chunks[opened:])


def _is_quoted_apart(clause: Clause, at: int, time: int) -> bool:
    """Whether one of the two stands in a quotation and the other does not: ``“I ran today,” she said, praising …``."""
    first, last = sorted((clause.chunks[at].first, clause.chunks[time].first))
    return sum(t.tag == '"' for t in clause.tokens[first:last]) % 2 == 1


def _in_relative(clause: Clause, time: int, at: int) -> bool:
    """Whether a time closes a relative clause before the verb at ``at``: ``the clerk, who was charged in 2019, denied it``."""
    opened = next((c.kind for c in reversed(clause.chunks[:time]) if c.kind in "R,"), "")
    return opened == "R" and any(c.kind == "," for c in clause.chunks[time + 1 : at])


def _in_later_relative(clause: Clause, at: int, time: int) -> bool:
    """Whether a time stands in a relative clause set apart behind the event: ``named a chief, replacing A, who left on Monday``."""
    chunks = clause.chunks
    opened = next((i for i in range(time - 1, at, -1) if chunks[i].kind in "RW"), -1)
    if opened > 0 and antecedent_before(clause, opened + 1) and chunks[opened + 1].kind == "NP":
        return any(
            is_finite(chunks, i) for i in range(opened + 1, time)
        )  # backed a plan that the king rejected on Monday
    if opened > 0 and chunks[opened].word == "who" and chunks[opened - 1].kind == "NP" and chunks[at].kind == "V":
        told = verb_index_left(chunks, time)  # praised a boy who saved two girls on Monday
        return told > opened and chunks[told].form.finite and not chunks[told].form.finite_by_auxiliary
    if opened < 0 or chunks[opened].kind == "W" or chunks[opened - 1].kind not in ",P":
        return False
    comma = opened - 1 if chunks[opened - 1].kind == "," else opened - 2
    told = has_finite(chunks, opened + 1, time)
    return told and comma > at and chunks[comma].kind == ","


def _goes_on_listing(clause: Clause, at: int, time: int) -> bool:
    """Whether the relative clause of the verb at ``at`` lists what its subject did: ``where men burnt shops, beat a clerk and …``."""
    chunks = clause.chunks
    opened = opener(chunks, at)
    told = [i for i in range(at + 1, time) if is_finite(chunks, i)]
    bare = all(chunks[i - 1].kind == "," or (chunks[i - 1].kind == "C" and chunks[i - 2].kind != ",") for i in told)
    main = any(c.kind == "V" and c.form.finite for c in chunks[:opened])
    return bool(told) and bare and main and chunks[opened + 1].kind == "NP"


def _left_relative(clause: Clause, at: int, time: int) -> bool:
    """Whether the relative clause of the verb at ``at`` ended before a time: ``A, who runs a school, left on Friday``."""
    chunks = clause.chunks
    if not is_in_relative(clause, at) or _goes_on_listing(clause, at, time):
        return False
    comma = next((i for i in range(at + 1, time) if chunks[i].kind == ","), time)
    behind = next((c for c in chunks[at + 1 : time] if c.kind in "VCUWR,"), None)  # who endorsed it did not note …
    return has_finite(chunks, comma + 1, time) or (behind is not None and behind.form.finite_by_auxiliary)


def _of_reason(clause: Clause, time: int, at: int) -> bool:
    """Whether a time before ``at`` belongs to a reason or a part: ``congratulated her on taking office in May and assured her …``."""
    chunks = clause.chunks
    verb = next((i for i in range(time, 0, -1) if chunks[i].kind == "V"), 0)
    return verb > 0 and chunks[verb].form.gerund and chunks[verb - 1].word in BESIDE | {"on", "by"} and verb < at
