"""Who does what to whom around a verb group or a noun: grammatical slots, found by walking the chunks to both sides."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from flows.extract.clauses.chunks import Chunk, Clause
from flows.extract.clauses.phrases import LIGHT, Phrase, phrase_list
from flows.extract.clauses.relatives import antecedent_before
from flows.extract.clauses.subjects import is_finite, subject
from flows.extract.clauses.words import occasions
from flows.language.cues import cue_words

_ON: Final = frozenset({"on", "about", "regarding"})
_RELATIONS: Final = cue_words("relations")
_DENYING: Final = frozenset({"denied", "denies", "deny", "denying"})
_REASONS: Final = frozenset(
    {"after", "following", "amid", "amidst", "despite", "over", "against", "about", "wake", "face", "result", "because"}
)


@dataclass(slots=True)
class Slots:
    """The phrases around a verb or noun, by grammatical place. ``content`` is a character span: what was ordered, agreed, said."""

    subject: list[Phrase] = field(default_factory=list)
    object: list[Phrase] = field(default_factory=list)
    second: list[Phrase] = field(default_factory=list)
    by_preposition: dict[str, list[Phrase]] = field(default_factory=dict)
    content: tuple[int, int] | None = None
    noun: int = -1  # chunk of a trigger that is a noun


def verb_slots(clause: Clause, at: int) -> Slots:
    """The slots of the verb group ``clause.chunks[at]``; a passive's subject is its object, its ``by`` its subject."""
    slots = right_slots(clause, at + 1)
    slots.subject = subject(clause, at)
    if (
        not slots.object
        and slots.subject
        and (slots.content is None or clause.chunks[slots.subject[0].first - 1].word == "whom")
        and clause.chunks[at].form.finite
        and not is_passive(clause, at)
    ):
        slots.object = antecedent_before(clause, slots.subject[0].first)
    if is_passive(clause, at):
        slots.object, slots.second = slots.subject, slots.object
        slots.subject = slots.by_preposition.pop("by", [])
    return slots


def is_passive(clause: Clause, at: int) -> bool:
    """Passive by its auxiliary, or a participle that follows its noun and is followed by ``by``."""
    verb = clause.chunks[at]
    if verb.form.passive:
        return True
    following = next((c for c in clause.chunks[at + 1 :] if c.kind not in LIGHT), None)
    bare = verb.first == verb.last and verb.head.tag == "V"
    return bare and following is not None and following.word == "by"


def right_slots(clause: Clause, at: int) -> Slots:
    """Objects, prepositional phrases and complement to the right of ``at``."""
    slots = Slots()
    chunks = clause.chunks
    while at < len(chunks):
        kind = chunks[at].kind
        nominal_next = at + 1 < len(chunks) and chunks[at + 1].kind == "NP"
        if kind in LIGHT:
            at += 1
        elif kind == "NP":
            phrases, at = phrase_list(chunks, at)
            (slots.second if slots.object else slots.object).extend(phrases)
        elif kind in "PX" and nominal_next:
            phrases, stop = phrase_list(chunks, at + 1, closed=chunks[at].word == "between")
            while again := _carried_on(chunks, stop, chunks[at].word):
                more, stop = phrase_list(chunks, again)
                phrases += more
            if not (chunks[at].word == "by" and _is_of_occasion(clause, at)) and not _is_of_relations(chunks, at):
                slots.by_preposition.setdefault(chunks[at].word, phrases)  # what comes later hangs on something else
            at = stop
        elif chunks[at].form.gerund and at > 0 and chunks[at - 1].head.word in _DENYING:
            slots.content = (chunks[at].start, clause.end)  # denied taking bribes
            break
        elif kind in "PX" and at + 1 < len(chunks) and chunks[at + 1].kind in "T(":
            at += 1
        elif kind == "P" and at + 1 < len(chunks) and chunks[at + 1].form.gerund:
            slots.content = (chunks[at + 1].start, clause.end)
            break
        elif chunks[at].word == "as" and nominal_next and not _tells(chunks, phrase_list(chunks, at + 1)[1]):
            slots.by_preposition["as"], at = phrase_list(chunks, at + 1)
        elif kind == "W" and chunks[at + 1 : at + 2] and chunks[at + 1].form.finite and chunks[at - 1].kind == "NP":
            at = next((i for i in range(at + 2, len(chunks) - 1) if _leads_to_deed(chunks, i)), len(chunks))
        elif kind in "XW" and at + 1 < len(chunks):
            slots.content = (chunks[at + (kind == "W")].start, clause.end)
            break
        elif kind == "," and _goes_on(chunks, at + 1):
            at += 1
        elif kind == "," and slots.object and (aim := _aim_behind(chunks, at, after=bool(slots.by_preposition))):
            at = aim
        else:
            break
    return slots


def _leads_to_deed(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether ``to`` and a verb stand at ``at``: ``urged countries that share the river to build dams``."""
    return chunks[at].kind == "X" and chunks[at + 1].kind == "V"


def _aim_behind(chunks: Sequence[Chunk], comma: int, *, after: bool) -> int:
    """Index of the ``to`` with which a verb goes on behind what commas set apart, or 0. ``comma`` opens that, or, ``after`` it, closes it.

    ``urged banks, above all those of the coast, to lower their fees``.
    """
    relative = chunks[comma + 1 : comma + 2] and chunks[comma + 1].kind == "R"
    for at in range(comma + (not after), len(chunks) - 2):
        if chunks[at].kind in ';"' or (chunks[at].kind == "V" and is_finite(chunks, at) and not relative):
            return 0
        if chunks[at].kind == "," and _leads_to_deed(chunks, at + 1):
            return at + 1
    return 0


def _carried_on(chunks: Sequence[Chunk], at: int, preposition: str) -> int:
    """Index of the noun phrase before which ``and`` at ``at`` repeats the preposition (with the king and with his premier), or 0."""
    at += at < len(chunks) and chunks[at].kind == ","
    repeats = at + 2 < len(chunks) and chunks[at].kind == "C" and chunks[at + 1].word == preposition
    return at + 2 if repeats and chunks[at + 2].kind == "NP" else 0


def _is_of_occasion(clause: Clause, at: int) -> bool:
    """Whether ``by`` says whose doing a reason was: ``was imposed in the wake of protests by students``."""
    chunks = clause.chunks
    if at < 3 or chunks[at - 1].kind != "NP" or chunks[at - 1].head.word not in occasions():
        return False
    governs = chunks[at - 3].head.word if chunks[at - 2].word == "of" else chunks[at - 2].word
    return governs in _REASONS


def _is_of_relations(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether ``with`` says to whom relations are that are talked about: ``exchanged views on ties with Oman``."""
    hangs = chunks[at].word == "with" and at > 2 and chunks[at - 2].word in _ON
    return hangs and chunks[at - 1].head.word in _RELATIONS


def _tells(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a finite verb follows: ``as he left`` is a clause, ``as commander`` a phrase."""
    return at < len(chunks) and chunks[at].kind == "V" and chunks[at].form.finite


def _goes_on(chunks: Sequence[Chunk], at: int) -> bool:
    return at < len(chunks) and chunks[at].kind == "P"
