"""What the grammar around an event tells of its time: news told in the plain past, or something that lies before it."""

import re
from typing import Final

from flows.extract.clauses.chunks import Chunk, Clause, is_bare, opener, verb_index_left, verb_left_of
from flows.extract.clauses.slots import is_passive
from flows.extract.clauses.subjects import is_finite, subject
from flows.extract.eventing.asides import follows_speech, is_occasion
from flows.extract.eventing.triggers import Trigger
from flows.extract.speech.cues import is_saying
from flows.language.cues import cue_words

DEEDS: Final = frozenset({"ASSAULT", "COERCE", "x-INCIDENT", "AID", "MOBILIZE"})  # happen one after another at a place
EARLIER: Final = frozenset({"after", "since", "following"})
_PART: Final = frozenset({"of", "in", "from", "during"})
REACTING: Final = frozenset({"over", "about", "regarding", "against"})
JUDGING: Final = cue_words("judging")
_NOTICE: Final = cue_words("counted or noted")
_GRIEVING: Final = cue_words("grieving")
_GRIEF: Final = cue_words("grief")
_DASHES: Final = frozenset({"—", "–", "-"})
_RECALLED: Final = frozenset({"recalled", "recalls", "recalling"})
_OWN: Final = frozenset({"his", "her", "their", "its"})
_FORMERLY: Final = cue_words("formerly")
_STRIKES: Final = frozenset({"ASSAULT", "x-INCIDENT"})
_TRIED: Final = cue_words("tried")
_HARMED: Final = cue_words("harmed")
_LATELY: Final = cue_words("lately")
_OF: Final = frozenset({"of", "to", "for", "from"})
_DURING: Final = cue_words("during")
_DONE_TO: Final = frozenset({"acts_on", "acts_on_thing", "opens", "appoints", "gives_to"})
_CLAIMS: Final = cue_words("claims of a deed")
_HAVE: Final = frozenset({"has", "have", "had"})
_LENGTH: Final = re.compile(  # two days after
    r"(?:(?:just|only|barely|some|about|nearly|over|almost) )?(?:an?|one|two|three|four|five|six|several|\d+|a few)"
    r" (?:day|week|month|year)s?"
)
_KNOWN: Final = frozenset({"ACCUSE", "x-INAUGURATE"})
_BEGUN: Final = frozenset({"filed", "formed", "constituted", "established", "created"})
_AT: Final = frozenset({"at", "in", "during"})
_FORMER: Final = frozenset({"previous", "earlier"})
_ADVERB: Final = "ly"
_NOW: Final = frozenset({"is", "are", "am"})
BESIDE: Final = frozenset(
    {"for", "from", "of", "in", "about", "including", "than", "over", "against", "despite", "behind"}
)


def is_plain_past(clause: Clause, at: int, trigger: Trigger) -> bool:
    """Whether chunk ``at`` tells of its event, if it is no earlier one, in the plain past, as news are told: no present, no perfect."""
    form = clause.chunks[at].form
    if form.perfect or form.modal:
        return False
    if clause.chunks[at].kind != "V":
        governor = at - 2 if at > 1 and clause.chunks[at - 1].word == "on" else at - 1
        if at and clause.chunks[governor].kind == "V" and is_present(clause, governor):
            return False  # is mediating talks, is on a visit
        return trigger.frame != "of_patient" and not _is_owned(clause, at)  # the killing of X is known of already
    if is_present(clause, at) or shares_perfect(clause, at) or _is_formerly(clause, at):
        return False
    if trigger.type in _KNOWN and _is_of_known(clause, at):
        return False
    return not (_is_ongoing(clause, at) and trigger.type != "CONSULT") and not (
        trigger.frame in _DONE_TO and not trigger.rest and _is_relative(clause, at)
    )


def _is_of_known(clause: Clause, at: int) -> bool:
    """Whether what is told of already was filed or formed, which lies before what became of it: ``The petition was filed by …``."""
    told, noun = clause.chunks[at], clause.chunks[at - 1]
    passive = told.form.passive and told.head.word in _BEGUN and at > 0
    return passive and noun.kind == "NP" and noun.word in ("the", "this")


def _is_owned(clause: Clause, at: int) -> bool:
    """Whether a noun only says what another is of: ``the resumption of talks``; ``on the sidelines of the meeting`` is there."""
    chunks = clause.chunks
    if at < 2 or chunks[at - 1].word not in _OF or chunks[at - 2].kind != "NP":
        return False
    return chunks[at - 2].head.word not in _DURING


def _is_ongoing(clause: Clause, at: int) -> bool:
    """What went on or used to be done: ``were arresting people``."""
    chunk = clause.chunks[at]
    if "being" in clause.words[chunk.first : chunk.last]:
        return True  # were being appointed
    return chunk.head.tag == "G" and (chunk.form.finite_by_auxiliary or _joins_ongoing(clause, at))


def _joins_ongoing(clause: Clause, at: int) -> bool:
    before = verb_left_of(clause.chunks, at - 1) if at > 1 and clause.chunks[at - 1].kind == "C" else None
    return before is not None and before.form.finite_by_auxiliary and before.head.tag == "G"


def _is_relative(clause: Clause, at: int) -> bool:
    """A participle that describes a noun beside another verb: ``schools established under his rule still serve``."""
    chunk = clause.chunks[at]
    if chunk.form.finite_by_auxiliary or chunk.form.gerund:
        return False
    if is_set_off(clause, at):
        return True
    if is_finite(clause.chunks, at):
        return False
    if any(c.kind == "V" and c.form.finite for c in clause.chunks[at + 1 :]):
        return True
    left = next(
        (i for i in range(at - 1, -1, -1) if clause.chunks[i].kind in "VWUC;"), 0
    )  # cited a man martyred in Swat
    return is_finite(clause.chunks, left) and not is_saying(clause.chunks[left].head.word)


def is_set_off(clause: Clause, at: int) -> bool:
    """Whether a participle tells of whom a dash sets off: ``the spy — an officer convicted of theft``."""
    chunks = clause.chunks
    bare = at > 1 and chunks[at].head.tag == "V" and not chunks[at].form.finite_by_auxiliary
    return bare and chunks[at - 1].word in ("a", "an") and chunks[at - 2].word in _DASHES


def is_present(clause: Clause, at: int) -> bool:
    """What is so now or always so: ``is providing``, ``provides``."""
    chunk = clause.chunks[at]
    group = clause.tokens[chunk.first : chunk.last + 1]
    return group[-1].tag == "S" or any(t.word in _NOW for t in group)


def shares_perfect(clause: Clause, at: int) -> bool:
    """Whether a time parts a verb from its ``had`` (``had now been charged``), or ``and`` joins it to a perfect."""
    if _is_parted_perfect(clause, at):
        return True
    left = [i for i in range(at) if clause.chunks[i].kind == "V" and clause.chunks[i].form.finite]
    chunk = clause.chunks[at]
    if not left or chunk.form.finite_by_auxiliary:
        return False
    governor = clause.chunks[left[-1]]
    joined = clause.chunks[at - 1].kind in "C,Y" and subject(clause, at) == subject(clause, left[-1])
    perfect = not _HAVE.isdisjoint(clause.words[governor.first : governor.last])
    return joined and (perfect or _is_parted_perfect(clause, left[-1]) or _is_parted_perfect(clause, left[-1] + 2))


def _is_parted_perfect(clause: Clause, at: int) -> bool:
    """Whether a time stands between ``had`` and its verb: ``had recently barricaded``."""
    return at > 1 and clause.chunks[at - 1].kind == "T" and clause.chunks[at - 2].head.word in _HAVE


def _is_formerly(clause: Clause, at: int) -> bool:
    """Whether an adverb beside a verb sends it back to an unknown time, or makes it a habit: ``previously announced``."""
    chunk = clause.chunks[at]
    if any(_is_former_occasion(clause, i) for i in (at - 1, at + 2, at + 4)):
        return True
    beside = [c for c in clause.chunks[max(1, at - 1) : at + 2] if c.kind in ("Y", "T")]
    return any(c.word in _FORMERLY for c in beside) or not _FORMERLY.isdisjoint(clause.words[chunk.first : chunk.last])


def _is_former_occasion(clause: Clause, i: int) -> bool:
    """Whether a phrase is one like ``at a previous hearing``."""
    chunks = clause.chunks
    if not 0 < i < len(chunks) or chunks[i].kind != "NP" or chunks[i - 1].word not in _AT:
        return False
    return not _FORMER.isdisjoint(clause.words[chunks[i].first : chunks[i].last])


def is_earlier(clause: Clause, at: int, trigger: Trigger) -> bool:
    """Whether what chunk ``at`` tells of lies before the news by an unknown time.

    So does a noun behind ``after``, or one that somebody reacts to (``grief over the blast``, ``lauded them for killing``), unless a
    meeting made the news, an arrest that is somebody's (``his arrest``), and what hangs on a verb in the perfect.
    """
    chunk = clause.chunks[at]
    before = clause.chunks[at - 1].word if at else ""
    if _is_recalled(clause, at):
        return True
    if chunk.kind == "NP":
        if is_lately(clause, chunk):
            return True
        owned = any(t.tag == "'" or t.word in _OWN for t in clause.tokens[chunk.first : chunk.last + 1])
        if trigger.type == "CONSULT":
            return owned and before in REACTING  # a report regarding his meetings
        return owned or before in EARLIER or is_reacted_to(clause, at)
    apart = is_reduced(clause, at) or is_in_relative(clause, at)
    if (apart and not is_occasion(clause, at, trigger)) or is_claimed(clause, at) or is_attributive(clause, at):
        return True
    opened = opens_after(clause, at) if chunk.kind == "V" else -1
    if opened >= 0 and _is_days_before(clause, opened):
        return True
    if opened >= 0 and trigger.type not in DEEDS:
        return not follows_speech(clause, opened, trigger)
    if chunk.form.gerund and at > 1 and clause.chunks[at - 1].kind == "C" and clause.chunks[at - 2].form.gerund:
        return is_earlier(clause, at - 2, trigger)  # for investing and cooperating
    if not chunk.form.gerund or clause.chunks[at - 1].kind != "P":
        return False
    governor = next((c for c in reversed(clause.chunks[:at]) if c.kind == "V" and c.form.finite), None)
    return before in BESIDE or (governor is not None and governor.form.perfect)


def _is_days_before(clause: Clause, opened: int) -> bool:
    """Whether what ``after`` opens lies days before, and not right before, what follows on it: ``two days after``, ``since``."""
    if clause.chunks[opened].word == "since":
        return True
    length = clause.chunks[opened - 1] if opened else None
    return length is not None and length.kind == "T" and bool(_LENGTH.fullmatch(clause.text, length.start, length.end))


def _is_recalled(clause: Clause, at: int) -> bool:
    """Whether somebody looks back on what chunk ``at`` tells: ``recalled his meeting with …``, ``recalled how she helped …``."""
    chunks = clause.chunks
    named = chunks[at].kind == "NP" or (at > 1 and chunks[at - 1].kind != "NP")
    before = chunks[at - 1 if named else at - 2] if at else None  # recalled how the king helped
    if before and before.head.word in _RECALLED:
        return True
    opened = opener(chunks, at)
    return chunks[opened].kind in "RW" and opened > 0 and chunks[opened - 1].head.word in _RECALLED


def is_claimed(clause: Clause, at: int) -> bool:
    """Whether chunk ``at`` is what a claim says, of which something else is told: ``called claims that it shot down six jets wrong``."""
    opened = opener(clause.chunks, at)
    return clause.chunks[opened].kind == "W" and clause.chunks[opened - 1].head.word in _CLAIMS


def is_lately(clause: Clause, chunk: Chunk) -> bool:
    """Whether a noun phrase says itself that what it names is of another time: ``the recent visit``."""
    return not _LATELY.isdisjoint(clause.words[chunk.first : chunk.last])


def is_in_relative(clause: Clause, at: int) -> bool:
    """Whether chunk ``at`` is the verb of a relative clause: ``who recently visited the town``, ``which police seized``."""
    opened = opener(clause.chunks, at)
    if opened > 2 and is_saying(clause.chunks[opened].head.word) and clause.chunks[opened - 2].kind == "R":
        return True  # who he said was abducted
    return clause.chunks[opened].kind == "R" or (clause.chunks[opened].kind == "W" and _tells_which(clause, opened))


def _tells_which(clause: Clause, at: int) -> bool:
    """Whether ``that`` at ``at`` says which thing is meant, not what is said: ``accused of an attack that wounded two``."""
    chunks = clause.chunks
    if at == 1 and chunks[0].kind == "NP":
        return True  # A group that quit in May said on Monday
    apposed = at > 2 and chunks[at - 1].kind == "," and chunks[at - 2].kind == "NP"  # a piece in the weekly, that …
    apposed = apposed or (at > 1 and chunks[at - 1].kind == "NP" and chunks[at - 2].kind == ";")  # — a treaty that …
    if not apposed and (at < 2 or chunks[at - 1].kind != "NP" or chunks[at - 2].kind != "P"):
        return False
    verbs = (
        c.head.word for c in chunks[:at] if c.kind == "V" or c.head.word.endswith("ing")
    )  # with doctors saying that
    return not any(is_saying(word) for word in verbs)


def is_reduced(clause: Clause, at: int) -> bool:
    """A participle that only describes the noun before it: ``a deal demanded by the president``."""
    chunk = clause.chunks[at]
    return (
        chunk.kind == "V" and not chunk.form.finite_by_auxiliary and not chunk.form.passive and is_passive(clause, at)
    )


def is_attributive(clause: Clause, at: int) -> bool:
    """Whether a participle behind an adverb is but an adjective: ``internationally agreed targets``, ``the illegally held men``."""
    chunks = clause.chunks
    if not is_bare(chunks[at]) or at < 1 or at + 1 >= len(chunks) or chunks[at + 1].kind != "NP":
        return False
    adverb = chunks[at - 1].kind in "YT" and chunks[at - 1].word.endswith(_ADVERB)
    if not adverb or clause.tokens[chunks[at + 1].first].tag not in "Nm":
        return False
    governor = chunks[at - 2] if at > 1 else None
    if governor is None or governor.kind == "P":
        return governor is not None
    article = governor.kind == "NP" and governor.first == governor.last and governor.head.tag == "D"
    return article or (
        governor.kind == "V"
        and (governor.form.infinitive or governor.form.finite)
        and not governor.form.passive
        and governor.head.word not in _HAVE
    )


def opens_after(clause: Clause, at: int) -> int:
    """Index of the ``after`` that opens the clause of the verb at ``at`` (``lost ground after Beijing vowed to fight``), or -1."""
    opened = next((i for i in range(at - 1, -1, -1) if clause.chunks[i].kind in "URWV;"), -1)
    if opened > 0 and clause.chunks[at - 1].kind == "C" and clause.chunks[opened].kind == "V":
        return opens_after(clause, opened)  # after he was tried and convicted
    if opened > 0 and clause.chunks[opened].word == "while":
        return opens_after(clause, max(0, verb_index_left(clause.chunks, opened)))  # after one died while two were hurt
    closed = opened == 0 and any(c.kind == "," for c in clause.chunks[:at])  # After a hearing, the court fined him
    return opened if opened >= 0 and clause.chunks[opened].word in EARLIER and not closed else -1


def is_mourned(clause: Clause, at: int, trigger: Trigger) -> bool:
    """Whether a deed is named, or told by an -ing form, within what somebody condemns, grieves over or prays for.

    ``expressed grief over the death of two men in a blast in X``, ``condemned the attack on a post, killing four``.
    """
    chunks = clause.chunks
    if trigger.type not in DEEDS or not (chunks[at].kind == "NP" or chunks[at].form.gerund):
        return False
    governor = verb_index_left(chunks, at)
    while governor > 0 and (
        chunks[governor].form.gerund or is_reduced(clause, governor) or _is_bare_behind(clause, governor)
    ):
        governor = verb_index_left(chunks, governor)
    if governor < 0 or any(c.kind in "UWR;" for c in chunks[governor + 1 : at]):
        return False
    felt = chunks[governor].head.word in _GRIEVING
    return felt or any(c.kind == "NP" and c.head.word in _GRIEF for c in chunks[governor + 1 : governor + 4])


def is_known(clause: Clause, at: int, trigger: Trigger) -> bool:
    """Whether a deed but tells who is meant, or for what one is tried, so that it lies before, on a day that nothing before it tells.

    ``met the widow of a pilot killed in a crash``, ``soldiers who were hurt in an ambush``, ``charged him with the murder of X``.
    """
    chunks = clause.chunks
    if trigger.type not in _STRIKES or at < 2 or not (chunks[at].kind == "NP" or chunks[at].form.gerund):
        return False
    verb = verb_index_left(chunks, at)
    if verb < 1 or chunks[at - 1].kind != "P" or any(c.kind not in ("NP", "P", "Y") for c in chunks[verb + 1 : at]):
        return False
    if not _TRIED.isdisjoint(clause.words[chunks[verb].last : chunks[at].first]):
        return True
    if chunks[at].kind != "NP" or not any(c.kind == "V" and c.form.finite for c in chunks[: at - 2]):
        return False
    if is_in_relative(clause, verb):
        return True
    if verb < at - 2:  # visited those injured in a blast
        return chunks[at - 2].head.word in _HARMED and chunks[verb].form.finite
    which = is_reduced(clause, verb) or (_is_bare_behind(clause, verb) and chunks[verb - 2].kind == "P")
    return which and chunks[verb].head.word in _HARMED


def _is_bare_behind(clause: Clause, at: int) -> bool:
    """Whether a verb is a participle that tells which noun right before it is meant: ``those injured in the blast``."""
    chunks = clause.chunks
    return at > 1 and is_bare(chunks[at]) and chunks[at - 1].kind == "NP" and chunks[at - 2].kind in "PC"


def is_reacted_to(clause: Clause, at: int) -> bool:
    """Whether somebody grieves over, condemns or praises what chunk ``at`` names."""
    chunks = clause.chunks
    while at > 1 and chunks[at - 1].word in _PART and chunks[at - 2].kind == "NP":
        at -= 2  # grief over the loss of lives in the blast
        if chunks[at].head.word in _NOTICE:
            return True  # taking note of the collapse, a rise in accidents
    before = chunks[at - 1] if at else None
    if before is None:
        return False
    probed = before.word == "into" and at > 1 and chunks[at - 2].kind == "NP"  # an inquiry into the killing of X
    return probed or before.word in REACTING or before.head.word in JUDGING
