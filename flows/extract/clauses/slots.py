"""Who does what to whom around a verb group or a noun: grammatical slots, found by walking the chunks to both sides."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from flows.extract.clauses.chunks import Chunk, Clause

_LIGHT: Final = frozenset({"Y", "T", "(", ")", '"', "."})
_ARTICLES: Final = frozenset({"the", "a", "an"})
_CONTROLLED: Final = frozenset({"for", "from", "of"})  # before an -ing form whose subject is the phrase before them
_PRONOUNS: Final = frozenset({"he", "she", "they", "it", "we", "i", "you"})


class Phrase(NamedTuple):
    """A noun phrase with what hangs on it: chunk indices of the head and of the last chunk."""

    first: int
    last: int


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
    if is_passive(clause, at):
        slots.object, slots.second = slots.subject, slots.object
        slots.subject = slots.by_preposition.pop("by", [])
    return slots


def is_passive(clause: Clause, at: int) -> bool:
    """Passive by its auxiliary, or a participle that follows its noun and is followed by ``by``."""
    verb = clause.chunks[at]
    if verb.form.passive:
        return True
    following = next((c for c in clause.chunks[at + 1 :] if c.kind not in _LIGHT), None)
    bare = verb.first == verb.last and clause.tokens[verb.last].tag == "V"
    return bare and following is not None and following.word == "by"


def subject(clause: Clause, at: int) -> list[Phrase]:
    """The phrases that are the subject of the verb group at ``at``; empty where the clause has none."""
    chunks = clause.chunks
    j = _skip_left(chunks, at - 1)
    if j < 0:
        return []
    kind = chunks[j].kind
    if kind == "NP":
        return _split(chunks, _group_left(chunks, j), j)
    if kind == "R" or kind == "W":
        return _antecedent(chunks, j)
    if kind == ",":
        return _behind_insertion(clause, j, at)
    if kind == "P" and chunks[j].word in _CONTROLLED and j > 0 and chunks[j - 1].kind == "NP":
        return _split(chunks, _group_left(chunks, j - 1), j - 1)  # praised the guards for catching him
    if kind == "P" and j > 1 and chunks[j - 2].kind == "NP" and _is_bare(chunks[j - 1]):
        return _split(chunks, _group_left(chunks, j - 2), j - 2)  # a man wanted for opening fire
    if kind in "CXUVP":
        previous = _verb_before(chunks, j)
        return subject(clause, previous) if previous >= 0 else []
    return []


def _describes(chunk: Chunk) -> bool:
    """Whether an insertion that begins so describes the noun before it: ``chairing …``, ``identified as …``, ``whose son …``."""
    return chunk.kind == "R" or chunk.form.gerund or _is_bare(chunk)


def _is_bare(chunk: Chunk) -> bool:
    """A participle or past without an auxiliary."""
    return chunk.kind == "V" and chunk.first == chunk.last and chunk.form.finite and not chunk.form.passive


def main_subject(clause: Clause) -> list[Phrase]:
    """The subject of a clause's first finite verb group."""
    first = next((i for i, c in enumerate(clause.chunks) if c.kind == "V" and c.form.finite), -1)
    return subject(clause, first) if first >= 0 else []


def right_slots(clause: Clause, at: int) -> Slots:
    """Objects, prepositional phrases and complement to the right of ``at``."""
    slots = Slots()
    chunks = clause.chunks
    while at < len(chunks):
        kind = chunks[at].kind
        nominal_next = at + 1 < len(chunks) and chunks[at + 1].kind == "NP"
        if kind in _LIGHT:
            at += 1
        elif kind == "NP":
            phrases, at = phrase_list(chunks, at)
            (slots.second if slots.object else slots.object).extend(phrases)
        elif kind in "PX" and nominal_next:
            phrases, stop = phrase_list(chunks, at + 1, closed=chunks[at].word == "between")
            slots.by_preposition.setdefault(chunks[at].word, phrases)  # what comes later hangs on something else
            at = stop
        elif kind == "P" and at + 1 < len(chunks) and chunks[at + 1].kind in "T(":
            at += 1
        elif kind == "P" and at + 1 < len(chunks) and chunks[at + 1].form.gerund:
            slots.content = (chunks[at + 1].start, clause.end)
            break
        elif chunks[at].word == "as" and nominal_next and not _tells(chunks, phrase_list(chunks, at + 1)[1]):
            slots.by_preposition["as"], at = phrase_list(chunks, at + 1)
        elif kind in "XW" and at + 1 < len(chunks):
            slots.content = (chunks[at + (kind == "W")].start, clause.end)
            break
        elif kind == "," and _goes_on(chunks, at + 1):
            at += 1
        else:
            break
    return slots


def phrase_list(chunks: Sequence[Chunk], at: int, *, closed: bool = False) -> tuple[list[Phrase], int]:
    """The coordinated noun phrases that begin at ``at``, appositions taken along, and the index behind them.

    The last one is left to a verb that follows it, unless the list is ``closed``: between A and B.
    """
    phrases = []
    while True:
        stop = _phrase_end(chunks, at)
        phrases.append(Phrase(at, stop - 1))
        after = _next_in_list(chunks, stop, closed=closed)
        if after < 0:
            return phrases, stop
        at = after


def _phrase_end(chunks: Sequence[Chunk], at: int) -> int:
    """Index behind a noun phrase with its ``of`` phrases and brackets."""
    stop = at + 1
    while stop < len(chunks):
        if (
            chunks[stop].kind == "("
            and stop + 1 < len(chunks)
            and chunks[stop + 1].kind == "NP"
            and chunks[stop + 1].word not in _ARTICLES
        ):
            stop += 2  # Major General (retired) X
        elif chunks[stop].kind in "().":
            stop += 1
        elif chunks[stop].word == "of" and stop + 1 < len(chunks) and chunks[stop + 1].kind == "NP":
            stop += 2
        else:
            break
    return stop


def _next_in_list(chunks: Sequence[Chunk], at: int, *, closed: bool) -> int:
    """Index of the next noun phrase of the list that a comma or conjunction at ``at`` carries on, or -1."""
    j = at
    while j < len(chunks) and chunks[j].kind in ",C" and j < at + 3:
        j += 1
    if j == at or j >= len(chunks) or chunks[j].kind != "NP" or (j == at + 1 and chunks[j].word in _PRONOUNS):
        return -1
    stop = _phrase_end(chunks, j)
    following = chunks[stop].kind if stop < len(chunks) else "."
    if not closed and following == "V" and chunks[stop].form.finite and not chunks[stop].form.infinitive:
        return -1  # the next clause's own subject
    return j


def _tells(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a finite verb follows: ``as he left`` is a clause, ``as commander`` a phrase."""
    return at < len(chunks) and chunks[at].kind == "V" and chunks[at].form.finite


def _goes_on(chunks: Sequence[Chunk], at: int) -> bool:
    return at < len(chunks) and chunks[at].kind == "P"


def _skip_left(chunks: Sequence[Chunk], j: int) -> int:
    while j >= 0 and (chunks[j].kind in _LIGHT or (chunks[j].kind == "P" and chunks[j + 1].kind == "T")):
        j -= 1
    return j


def _group_left(chunks: Sequence[Chunk], first: int) -> int:
    """Index of the first chunk of the phrase (with coordination and ``of``) that ends in the noun phrase ``first``."""
    while True:
        left = _head_left(chunks, first)
        if left < 0:
            left = _coordinated_left(chunks, first)
        if left < 0:
            return first
        first = left


def _head_left(chunks: Sequence[Chunk], first: int) -> int:
    """Index of the noun phrase that ``P NP`` at ``first`` hangs on, or -1."""
    p = first - 1
    if p >= 1 and chunks[p].kind == "(" and chunks[p - 1].kind == "NP":
        return p - 1  # a Public Relations (PR) release
    if p < 1 or chunks[p].kind not in "PX":
        return -1
    q = _skip_left(chunks, p - 1)
    if q > 0 and chunks[q].kind == "V" and not chunks[q].form.finite_by_auxiliary:
        q = _skip_left(chunks, q - 1)  # suspects allegedly involved in the killing
    return q if q >= 0 and chunks[q].kind == "NP" else -1


def _coordinated_left(chunks: Sequence[Chunk], first: int) -> int:
    """Index of the first noun phrase of a list that ends with ``and NP`` at ``first``, or -1."""
    c = first - 1
    if c < 1 or chunks[c].kind != "C":
        return -1
    j = c - 1 if chunks[c - 1].kind != "," else c - 2
    start = after = -1
    while j >= 0 and chunks[j].kind in ("NP", "(", "."):
        if chunks[j].kind != "NP":
            j -= 1
            continue
        start = j
        while (left := _head_left(chunks, start)) >= 0:
            start = left
        if start == 1 and chunks[0].kind in "PX":
            return after  # In a message, X and Y: the message is none of them
        if start > 0 and chunks[start - 1].kind == "V":
            return after  # To mark the day, X and Y: the day is none of them
        after = start
        if start < 2 or chunks[start - 1].kind != ",":
            break
        j = start - 2
    return start


def _split(chunks: Sequence[Chunk], first: int, last: int) -> list[Phrase]:
    """The coordinated phrases of a group: heads are noun phrases at its start and behind a comma or conjunction."""
    heads = [first]
    heads += [j for j in range(first + 1, last + 1) if chunks[j].kind == "NP" and chunks[j - 1].kind in ",C"]
    ends = [h - 1 for h in heads[1:]] + [last]
    return [Phrase(h, _trim_right(chunks, e)) for h, e in zip(heads, ends, strict=True)]


def _trim_right(chunks: Sequence[Chunk], j: int) -> int:
    while chunks[j].kind in ",C":
        j -= 1
    return j


def _antecedent(chunks: Sequence[Chunk], j: int) -> list[Phrase]:
    """What a relative pronoun stands for: the phrase before it; ``who`` is the nearest noun phrase alone."""
    k = j - 1
    while k >= 0 and chunks[k].kind in (",", "(", ".", "P"):
        k -= 1
    if k < 0 or chunks[k].kind != "NP":
        return []
    return [Phrase(k, k)] if chunks[j].word == "who" else _split(chunks, _group_left(chunks, k), k)


def _behind_insertion(clause: Clause, comma: int, verb: int) -> list[Phrase]:
    """``NP, insertion, V``: the phrase before the insertion, and the insertion where it is a name set in apposition."""
    chunks = clause.chunks
    opening = next((k for k in range(comma - 1, -1, -1) if chunks[k].kind == ","), -1)
    told = next((k for k in range(comma - 1, opening, -1) if _is_finite(chunks, k)), -1)
    if opening > 0 and chunks[opening - 1].kind == "NP" and _describes(chunks[opening + 1]):
        told = -1  # the minister, chairing a meeting of those who …, said
    if chunks[verb].form.gerund or opening < 1 or told >= 0:
        previous = _verb_before(chunks, comma)
        if previous < 0 and not chunks[verb].form.gerund and chunks[comma - 1].kind == "NP":
            return _split(chunks, _group_left(chunks, comma - 1), comma - 1)  # the minister in a statement, said
        return subject(clause, previous) if previous >= 0 else []
    k = _skip_left(chunks, opening - 1)
    if k < 0 or chunks[k].kind != "NP":
        return []
    first = _group_left(chunks, k)
    named = chunks[opening + 1].kind == "NP"
    if named and first > 0 and chunks[first - 1].kind in "PXU":  # According to the details, X, met: no subject before X
        return [Phrase(opening + 1, comma - 1)]
    phrases = _split(chunks, first, k)
    if named:
        phrases.append(Phrase(opening + 1, comma - 1))
    return phrases


def _verb_before(chunks: Sequence[Chunk], j: int) -> int:
    """Index of the nearest finite verb group left of ``j``, or -1; ``involved in`` behind its noun gives way to one before it."""
    found = [
        k
        for k in range(j - 1 if chunks[j].kind != "V" else j, -1, -1)
        if chunks[k].kind == "V" and chunks[k].form.finite
    ]
    own = [k for k in found if not any(c.kind == "W" for c in chunks[k:j])] or found  # not across "that"
    return next((k for k in own if _is_finite(chunks, k)), own[0] if own else -1)


def _is_finite(chunks: Sequence[Chunk], k: int) -> bool:
    """A finite verb group, as far as form tells: a bare participle before a preposition may stand for a relative clause."""
    if chunks[k].kind != "V" or not chunks[k].form.finite:
        return False
    left = chunks[k - 1].kind if k > 0 else ""
    right = chunks[k + 1].kind if k + 1 < len(chunks) else ""
    reduced = (right == "P" and left in ("NP", ",")) or (right == "X" and left == ",")
    return chunks[k].form.finite_by_auxiliary or not reduced
