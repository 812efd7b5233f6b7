"""Words that look like a trigger and are none: titles, names, plurals at large, participles that only say which."""

from typing import Final

from flows.extract.clauses.chunks import Chunk, Clause, is_bare
from flows.extract.clauses.slots import Slots

_NTH: Final = frozenset({"second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"})
_OTHERS: Final = frozenset({"other", "several", "many", "some", "few"})


def is_generic(clause: Clause, chunk: Chunk) -> bool:
    """A plural that no article, number or name pins down: ``to reduce accidents``."""
    tokens = clause.tokens[chunk.first : chunk.last + 1]
    pinned = any(t.tag in "Dm'" or t.word[0].isdigit() for t in tokens)
    return tokens[-1].word.endswith("s") and not pinned and chunk.last == chunk.first


def is_at_large(clause: Clause, slots: Slots) -> bool:
    """Whether no particular meeting is told of: ``meetings are held``."""
    return any(is_generic(clause, clause.chunks[phrase.first]) for phrase in slots.object or slots.subject)


def is_title(clause: Clause, at: int, end: int) -> bool:
    """A verb and its noun in capitals within a sentence are a name: ``Catching Fire``."""
    first = clause.chunks[at].head.start
    words = clause.text[first:end].split()
    return at > 0 and len(words) > 1 and all(word[0].isupper() for word in words)


def begins_name(clause: Clause, at: int) -> bool:
    """A verb in capitals within a sentence, right before a noun in small letters, is part of a name: ``while Met officials``."""
    verb, behind = clause.chunks[at].head, clause.chunks[at + 1 : at + 2]
    if at == 0 or not behind or behind[0].kind != "NP" or not clause.text[verb.start].isupper():
        return False
    noun = clause.tokens[behind[0].first]
    return noun.tag != "D" and clause.text[noun.start].islower()


def qualifies(clause: Clause, at: int) -> bool:
    """Whether a participle behind ``and`` or an -ing form only says which: ``the release of leaders and imprisoned workers will …``."""
    chunks = clause.chunks
    bare = is_bare(chunks[at])
    left = at - 2 if at > 1 and chunks[at - 1].kind == "Y" else at - 1
    if bare and left >= 0 and chunks[left].form.gerund and at + 1 < len(chunks) and chunks[at + 1].kind == "NP":
        return True  # listing alleged violations, picking up confiscated goods
    if bare and left >= 0 and _is_article(clause, left) and at + 1 < len(chunks) and chunks[at + 1].kind == "NP":
        return clause.tokens[chunks[at + 1].first].tag not in "DI"  # the newly elected board, other jailed clerks
    if not bare or at < 2 or at + 2 >= len(chunks) or chunks[at - 1].kind != "C" or chunks[at - 2].kind != "NP":
        return False
    told = chunks[at + 2].form
    return chunks[at + 1].kind == "NP" and told.finite_by_auxiliary and clause.tokens[chunks[at + 2].first].tag in "AM"


def _is_article(clause: Clause, at: int) -> bool:
    """Whether a noun phrase is but what leads to a noun: ``the``, ``several other``."""
    chunk = clause.chunks[at]
    return chunk.kind == "NP" and (chunk.head.tag == "D" or clause.words[chunk.last] in _OTHERS)


def is_nth(clause: Clause, chunk: Chunk) -> bool:
    """Whether a noun counts what happened: ``it was the third accident this year``."""
    return chunk.word == "the" and not _NTH.isdisjoint(clause.words[chunk.first : chunk.last])


def is_name(clause: Clause, chunk: Chunk) -> bool:
    """A capitalised noun behind another capitalised word of its phrase is part of a name: the ``T20 Blast``."""
    words = [clause.text[t.start : t.end] for t in clause.tokens[chunk.first : chunk.last + 1]]
    return len(words) > 1 and words[-1][0].isupper() and not words[-1].isupper() and words[-2][0].isupper()
