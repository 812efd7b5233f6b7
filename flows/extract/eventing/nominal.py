"""What the words around a noun make of the event that it names: planned, feared, prevented, called off."""

import re
from typing import Final

from flows.extract.clauses.chunks import Chunk, Clause
from flows.extract.eventing.tense import EARLIER, is_in_relative
from flows.language.cues import cue_words

MAYBE: Final = frozenset({"may", "might", "could", "should", "can", "must"})
FUTURE: Final = frozenset({"will", "shall", "would"})
_CANCELLED: Final = frozenset({"postponed", "cancelled", "canceled", "scrapped", "shelved"})
_PUT_OFF: Final = frozenset({("put", "off"), ("called", "off")})
_FOILED: Final = cue_words("foiled")
_NEAR: Final = 4  # tokens
_PREVENTED: Final = cue_words("prevented")
_HABITS: Final = frozenset({"occur", "happen"})  # accidents on this road occur often
_SUFFERED: Final = frozenset({"tolerated", "accepted", "allowed", "permitted"})
_OCCURS: Final = cue_words("occurs")
_CASE: Final = re.compile(
    r"\b(?:case|event|risk|threat|danger|fear|fears|verge|brink) of (?:an? |any |the )?(?:\w+ )?$"
)
_UPCOMING: Final = frozenset({"upcoming", "forthcoming", "scheduled", "planned", "expected"})
_AWAITING: Final = frozenset({"expecting", "awaiting", "awaits", "expects"})
_PROPOSED: Final = frozenset({"potential", "proposed", "prospective", "would-be"})
_VALUED: Final = re.compile(
    r"\b(?:need|importance|value|significance|scope|potential|prospects?|desire|avenues?|vision|spirit) (?:of|for)\b[^.,;:]{0,60}$"
)


def of_noun(clause: Clause, at: int) -> str | None:
    """What the words around a noun make of it: ``during his visit he will …``, ``may trigger landslides``, ``his upcoming visit``."""
    chunk = clause.chunks[at]
    words = set(clause.words[chunk.first : chunk.last])
    if _is_called_off(clause, at):
        return "negated"
    habit = any(c.head.word in _HABITS for c in clause.chunks[at : at + 3])
    if chunk.word == "any" or habit or _is_ruled_out(clause, at):
        return "hypothetical"
    modals = {_main_modal(clause, at), _governing_modal(clause, at), _own_modal(clause, at)}
    awaited = at > 0 and clause.chunks[at - 1].head.word in _AWAITING
    if modals & FUTURE or words & _UPCOMING or awaited:
        return "future"
    unreal = bool(modals & MAYBE or words & _PROPOSED) or not _FOILED.isdisjoint(
        clause.words[max(0, chunk.first - _NEAR) : chunk.last]
    )
    before = (_CASE, _VALUED)
    return "hypothetical" if unreal or any(p.search(clause.text, clause.start, chunk.start) for p in before) else None


def _is_ruled_out(clause: Clause, at: int) -> bool:
    """Whether a noun is what somebody prevents or will not have: ``blocked his deportation``, ``an attack would not be tolerated``."""
    before = clause.chunks[at - 1] if at else None
    if before and before.kind == "V" and before.head.word in _PREVENTED:
        return True
    told = _own_verb(clause, at)
    return told is not None and told.form.modal in FUTURE and told.form.negated and told.head.word in _SUFFERED


def _own_modal(clause: Clause, at: int) -> str:
    """The modal of the verb that tells when what a noun names takes place: ``said that talks will be held in May``."""
    told = _own_verb(clause, at)
    return told.form.modal if told and told.head.word in _OCCURS else ""


def _own_verb(clause: Clause, at: int) -> Chunk | None:
    """The verb whose subject a noun may be: the next one to the right in its clause that is finite by form."""
    behind = (c for c in clause.chunks[at + 1 :] if c.kind in "WRU;," or c.form.finite_by_auxiliary)
    told = next(behind, None)
    return told if told and told.kind == "V" else None


def _is_called_off(clause: Clause, at: int) -> bool:
    """Whether what a noun tells was put off: ``his visit has been postponed``, ``was called off``."""
    told = _own_verb(clause, at)  # past a participle: the visit scheduled for today has been postponed
    if told is None:
        return False
    words = clause.words[told.last : told.last + 2]
    return words[0] in _CANCELLED or words in _PUT_OFF


def _governing_modal(clause: Clause, at: int) -> str:
    """The modal of the verb right before a noun, or of the one that it is joined to: ``might flood fields and trigger …``."""
    verbs = [i for i in range(at) if clause.chunks[i].kind == "V"]
    if verbs and any(c.word in EARLIER for c in clause.chunks[verbs[-1] : at]):
        return ""
    for i in reversed(verbs):
        verb = clause.chunks[i]
        if verb.form.modal or verb.head.tag != "B" or i == 0 or clause.chunks[i - 1].kind != "C":
            return verb.form.modal if i == verbs[-1] or verb.form.modal else ""
    return ""


def _main_modal(clause: Clause, at: int) -> str:
    """The modal of a sentence's first finite verb outside relatives (``during his visit he will …``); none for what lies before it."""
    chunks = clause.chunks
    verbs = (i for i, c in enumerate(chunks) if c.kind == "V" and c.form.finite and not is_in_relative(clause, i))
    main = next(verbs, -1)
    if main < 0 or any(c.word in EARLIER for c in chunks[main:at]):
        return ""  # would be a way out after five rounds of talks
    return chunks[main].form.modal
