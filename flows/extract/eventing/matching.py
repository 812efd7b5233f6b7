"""Where the words of a trigger stand around its verb: particles, the nouns of light verbs, what a bare participle is said of."""

from collections.abc import Sequence
from typing import Final

from flows.extract.clauses.chunks import Chunk, Clause, verb_index_left
from flows.extract.clauses.inflect import noun_forms
from flows.extract.clauses.phrases import Phrase, skip_left
from flows.extract.clauses.slots import Slots, is_passive, right_slots, verb_slots
from flows.extract.clauses.subjects import subject
from flows.extract.eventing.triggers import Trigger
from flows.language.cues import cue_words

_ACTING: Final = frozenset({"acts_on", "acts_on_thing", "opens", "orders", "gives_to", "praises"})
_WITH: Final = ("with",)
_MEASURES: Final = cue_words("measures")
_HARM: Final = frozenset({"COERCE", "ASSAULT", "SANCTION", "MOBILIZE", "AID"})


def match(clause: Clause, at: int, trigger: Trigger) -> tuple[Slots | None, int]:
    """The slots of the verb at ``at`` where the rest of the trigger is there too, and where the trigger ends."""
    chunk = clause.chunks[at]
    if trigger.part == "light":
        slots = verb_slots(clause, at)
        end = _light_noun(clause, at, slots, _without_particle(clause, chunk, trigger.rest))
        return (slots, end) if end else (None, 0)
    behind = chunk.last + 1 + len(trigger.rest)
    if trigger.frame == "joins" and chunk.form.passive and clause.words[chunk.last + 1 : chunk.last + 2] == _WITH:
        return None, 0  # was conferred with a medal, were met with a strong response: nobody met
    if clause.words[chunk.last + 1 : behind] != trigger.rest:
        particle = _particle_apart(clause, at, trigger.rest)
        return (verb_slots(clause, at), particle.end) if particle else (None, 0)
    if trigger.rest and _is_day(clause, at, behind):
        return None, 0  # was fired on Thursday
    if not trigger.rest:
        return _transitive(clause, at, trigger, verb_slots(clause, at)), chunk.end
    next_chunk = next(
        (i for i in range(at + 1, len(clause.chunks)) if clause.chunks[i].last >= behind), len(clause.chunks)
    )
    slots = verb_slots(clause, at)
    if not chunk.form.passive:
        aimed = (
            trigger.rest[-1] == "to" and next_chunk < len(clause.chunks) and clause.chunks[next_chunk].form.infinitive
        )
        right = right_slots(clause, next_chunk - aimed)  # offered to mediate: "to" begins what was offered
        right.subject = subject(clause, at)
        slots = _transitive(clause, at, trigger, right)
    return slots, clause.tokens[behind - 1].end


def _is_day(clause: Clause, at: int, behind: int) -> bool:
    """Whether ``on`` behind the verb at ``at`` but tells the day: ``was fired on Thursday``."""
    day = behind < len(clause.tokens) and clause.tokens[behind].tag == "T"
    return day and clause.tokens[behind - 1].word == "on" and clause.chunks[at].last + 2 == behind


def _particle_apart(clause: Clause, at: int, rest: Sequence[str]) -> Chunk | None:
    """The particle of a verb behind its object: ``handed a banker over``, ``gunned him down``."""
    behind = clause.chunks[at + 1 : at + 3]
    apart = len(behind) > 1 and len(rest) == 1 and (behind[0].kind, behind[1].kind) == ("NP", "Y")
    return behind[1] if apart and behind[1].word == rest[0] else None


def _without_particle(clause: Clause, verb: Chunk, words: Sequence[str]) -> Sequence[str]:
    """The noun of a light verb, without the ``out`` of ``carry out an attack`` where that follows the verb."""
    following = clause.tokens[verb.last + 1] if verb.last + 1 < len(clause.tokens) else None
    particle = following and following.tag == "Y" and following.word == words[0] and len(words) > 1
    return words[1:] if particle else words


def _transitive(clause: Clause, at: int, trigger: Trigger, slots: Slots) -> Slots:
    """A bare participle without an object (``two terrorists killed in a raid``) is read as a passive where harm is told of."""
    verb = clause.chunks[at]
    bare = verb.first == verb.last and verb.head.tag == "V"
    if bare and trigger.frame in _ACTING and not slots.object and not slots.content:
        told = trigger.type in _HARM or _shares_passive(clause, at)
        slots.object, slots.subject = (_modified(clause, at, slots.subject) if told else []), []
    return slots


def _shares_passive(clause: Clause, at: int) -> bool:
    """Whether a participle goes on from a passive: ``was held for three days and later released``."""
    chunks = clause.chunks
    joint = skip_left(chunks, at - 1)
    before = verb_index_left(chunks, joint) if joint > 0 else -1
    joined = before >= 0 and (chunks[joint].kind == "C" or chunks[joint].word == "but")
    return joined and is_passive(clause, before) and chunks[before].form.finite_by_auxiliary


def _modified(clause: Clause, at: int, phrases: list[Phrase]) -> list[Phrase]:
    """What a bare participle is said of: the noun right before it (prayers for ``the soldiers killed``), or the list that ends there."""
    if len(phrases) != 1:
        return phrases
    first = at - 1
    while first > 1 and clause.chunks[first].kind == "NP" and clause.chunks[first - 1].word == "of":
        first -= 2
    return (
        [Phrase(first, at - 1)]
        if first >= 0 and clause.chunks[first].kind == clause.chunks[at - 1].kind == "NP"
        else phrases
    )


def _light_noun(clause: Clause, at: int, slots: Slots, noun: Sequence[str]) -> int:
    """Where the noun of a light verb ends in the head of one of its objects, or 0. A preposition before it is part of the verb."""
    phrases: Sequence[Phrase] = [*slots.object, *slots.second]
    if not phrases and clause.chunks[at + 1 : at + 2] and clause.chunks[at + 1].kind == "T":
        phrases = slots.by_preposition.get("of", ())  # held four hours of talks
    if noun[0] in slots.by_preposition and len(noun) > 1:
        phrases, noun = slots.by_preposition[noun[0]], noun[1:]
    last_forms = noun_forms(noun[-1])
    for phrase in phrases:
        head = clause.chunks[phrase.first]
        behind, last_of = clause.chunks[min(phrase.first + 1, phrase.last)], clause.chunks[phrase.last]
        bracketed = behind.kind == "(" and last_of.kind == "NP"  # the Forest (Amendment) Bill
        measured = head.head.word in _MEASURES or bracketed
        last = clause.chunks[phrase.last].last if "of" in noun or measured else head.last
        words = [t.word.rpartition(" ")[2] for t in clause.tokens[head.first : last + 1]]
        words = words[: words.index("worth")] if "worth" in words else words
        for i in range(len(words) - 1, max(-1, len(words) - 3), -1):
            if words[i] in last_forms and tuple(words[max(0, i - len(noun) + 1) : i]) == tuple(noun[:-1]):
                return clause.tokens[head.first + i].end
    return 0
