"""Meetings that a sentence of the news tells aside, as the occasion on which somebody spoke: ``talking to A, who called on him``."""

from typing import Final

from flows.extract.clauses.chunks import Clause, is_bare, opener, verb_index_left
from flows.extract.clauses.subjects import is_finite
from flows.extract.eventing.triggers import Trigger
from flows.extract.speech.cues import is_saying
from flows.language.cues import cue_words

_FORMER: Final = cue_words("lately") | {"former", "second-last"}
_SPEAKING: Final = cue_words("occasion to speak")
_SIGNED: Final = frozenset({"signed", "inked", "exchanged"})  # after the two held talks
_JOURNEY: Final = "goes_to"
_ABROAD: Final = "visit"
_BROKERED: Final = "third-party"  # a truce that X brokered: which one is meant
_WHOM: Final = frozenset({"whom", "where"})


def is_occasion(clause: Clause, at: int, trigger: Trigger) -> bool:
    """Whether the verb at ``at`` tells aside of a meeting that the news around it comes from, so that it is of the same time.

    A journey may lie before: ``the minister, who visited Oslo, said``.
    """
    if trigger.type != "CONSULT" or clause.chunks[at].kind != "V":
        return False
    if trigger.frame == _JOURNEY or trigger.mode == _BROKERED:
        return False
    if is_bare(clause.chunks[at]) and _is_behind_noun(clause, at):
        return not _is_of_plan(clause, at)
    return (trigger.mode != _ABROAD or trigger.frame == "on_party") and _is_of_guest(clause, at)


def follows_speech(clause: Clause, opened: int, trigger: Trigger) -> bool:
    """Whether what ``after`` at ``opened`` opens is a meeting behind which somebody spoke at once: ``told media after he met A``."""
    if trigger.type != "CONSULT" or trigger.mode == _ABROAD or clause.chunks[opened].word != "after":
        return False
    said = verb_index_left(clause.chunks, opened)
    word = clause.chunks[said].head.word if said >= 0 else ""
    return is_saying(word) or word in _SPEAKING | _SIGNED


def _is_behind_noun(clause: Clause, at: int) -> bool:
    """Whether a participle says of a gathering who held it: ``a seminar organised by X``, ``the session, attended by Y``."""
    chunks = clause.chunks
    noun = next((i for i in range(at - 1, -1, -1) if chunks[i].kind not in ',Y"'), -1)
    if noun < 0 or chunks[noun].kind != "NP" or at + 1 >= len(chunks) or chunks[at + 1].word not in ("by", "in", "at"):
        return False
    return _FORMER.isdisjoint(clause.words[chunks[noun].first : chunks[noun].last + 1])


def _is_of_plan(clause: Clause, at: int) -> bool:
    """Whether the gathering is what somebody is yet to come to: ``decided not to attend the meeting called by the president``."""
    governor = verb_index_left(clause.chunks, at)
    while governor > 0 and is_bare(clause.chunks[governor]) and not is_finite(clause.chunks, governor):
        governor = verb_index_left(clause.chunks, governor)  # a talk hosted by A and a fair hosted by B
    form = clause.chunks[governor].form if governor >= 0 else None
    return form is not None and (form.infinitive or form.negated or bool(form.modal) or form.perfect)


def _is_of_guest(clause: Clause, at: int) -> bool:
    """Whether a relative tells in the plain past of who came: ``who called on him here``, ``which met under X``."""
    chunks = clause.chunks
    form = chunks[at].form
    opened = opener(chunks, at)
    if chunks[opened].kind not in "RW" or chunks[opened].word in _WHOM or form.perfect or form.modal:
        return False
    if not form.finite or "being" in clause.words[chunks[at].first : chunks[at].last]:
        return False
    return opened > 0 and chunks[opened - 1].kind in "NP," and all(c.kind != "T" for c in chunks[opened:])
