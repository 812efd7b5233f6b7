"""What a phrase before a verb hangs on: a relative, company, or an -ing form that parts a noun from its verb."""

from collections.abc import Sequence
from typing import Final

from flows.extract.clauses.chunks import Chunk, Clause, verb_index_left
from flows.extract.clauses.phrases import Phrase, group_left, skip_left, split
from flows.extract.speech.cues import is_saying

WHILE: Final = frozenset({"while", "when"})
_OBJECT_OF: Final = frozenset({"that", "which", "whom"})
_TOGETHER: Final = frozenset({"along", "together", "alongwith"})


def relative_of(chunks: Sequence[Chunk], first: int) -> int:
    """Index of ``who`` or ``which`` whose verb the phrase at ``first`` belongs to (``a man who owned a shop said``), or -1."""
    verb = skip_left(chunks, first - 1)
    if verb > 0 and chunks[verb].kind == "P":
        verb = skip_left(chunks, verb - 1)
    if verb < 1 or chunks[verb].kind != "V" or not chunks[verb].form.finite:
        return -1
    pronoun = skip_left(chunks, verb - 1)
    if pronoun > 1 and chunks[pronoun].kind == "NP" and chunks[pronoun - 1].kind == "U":
        return relative_of(chunks, pronoun - 1)  # who died when a bus hit a wall
    if pronoun < 1 or chunks[pronoun].word not in ("who", "which", "that"):
        return -1
    cue = verb_index_left(chunks, pronoun) if chunks[pronoun].word == "that" else -1
    said = cue >= 0 or chunks[pronoun - 1].kind != "NP"  # said that X killed, but a quake that hit X killed
    return -1 if said else pronoun


def joined_by(chunks: Sequence[Chunk], first: int) -> int:
    """Index of the noun phrase whose company stands at ``first`` (``the mayor, along with two clerks opened``), or -1."""
    if first < 3 or chunks[first - 1].word != "with" or chunks[first - 2].word not in _TOGETHER:
        return -1
    whose = first - 4 if chunks[first - 3].kind == "," else first - 3
    return whose if whose >= 0 and chunks[whose].kind == "NP" else -1


def before_doing(chunks: Sequence[Chunk], first: int) -> int:
    """Index of the noun phrase that an -ing form parts from its verb (``the mayor [while] opening the fair said``), or -1."""
    verb = skip_left(chunks, first - 1)
    while verb > 1 and chunks[verb].kind in ("P", "NP", "X"):
        verb = skip_left(chunks, verb - 1)
    if verb < 1 or not chunks[verb].form.gerund:
        return -1
    near = verb - 2 if chunks[verb - 1].word in WHILE else verb - 1
    whose = skip_left(chunks, near)
    if whose != near and chunks[whose].head.tag != "m":
        return -1  # the three-day working session, a video purportedly showing men
    return whose if whose >= 0 and chunks[whose].kind == "NP" else -1


def antecedent(chunks: Sequence[Chunk], j: int) -> list[Phrase]:
    """What a relative pronoun stands for: the phrase before it; ``who`` is the nearest noun phrase alone."""
    k = j - 1
    while k >= 0 and chunks[k].kind in (",", "(", ".", "P"):
        k -= 1
    if k < 0 or chunks[k].kind != "NP":
        return []
    return [Phrase(k, k)] if chunks[j].word == "who" else split(chunks, group_left(chunks, k), k)


def antecedent_before(clause: Clause, first: int) -> list[Phrase]:
    """What is acted on by whom the phrase at ``first`` names behind a relative pronoun: ``a decision that Spain denounced``."""
    chunks = clause.chunks
    if first < 2 or chunks[first - 1].word not in _OBJECT_OF or chunks[first - 2].kind not in ("NP", ","):
        return []
    phrases = antecedent(chunks, first - 1)
    verb = verb_index_left(chunks, phrases[0].first) if phrases else -1
    saying = chunks[first - 1].kind == "W" and verb >= 0 and is_saying(chunks[verb].head.word)
    return [] if saying else phrases
