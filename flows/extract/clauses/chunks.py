"""A sentence as chunks: noun phrases, verb groups and the small words between them."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Any, Final

from flows.contract.fixed import fixed
from flows.contract.records import Mention, Time
from flows.extract.clauses.tagging import BE, Token, Unit, settled, tagged
from flows.extract.clauses.words import participles

OPENERS: Final = "WURV;,"  # kinds of chunks behind which a clause begins, or its verb has gone by
_HAVE: Final = frozenset({"has", "have", "had", "having"})
# Nouns, mentions and genitives, also a ‘possible’ bomber, a ten-year-old boy; auxiliaries, adverbs and negations with one main verb.
_CHUNK: Final = re.compile(
    r"""(?P<NP>I|(?:[NDmp]|T'(?=[Nm]))(?:[Nm']|(?<=D)(?:D|T[Nm])|"N)*)|(?P<verb>(?:[AM]|O(?!$))[AMOY]*[VGBS]?|[VGBS])|\([^)]*\)|."""
)


_ANEW: Final = "p"  # a mention that begins a noun phrase of its own
_OCCASION: Final = "occasion"
_IN_A_ROW: Final = re.compile("PmN?m")
_AT: Final = frozenset({"in", "at"})
AGED: Final = ("-year-old", "-year-olds")  # who, or which man, and no time: the 26-year-old
_BESIDE: Final = len(" Dr. ")  # characters between a place and who is named right behind it


@fixed()
class Form:
    """How a verb group is built."""

    passive: bool = False
    negated: bool = False
    modal: str = ""
    perfect: bool = False
    infinitive: bool = False
    gerund: bool = False
    finite: bool = False
    finite_by_auxiliary: bool = False


_NO_VERB: Final = Form()


@fixed()
class Chunk:
    """A stretch of tokens: ``NP``, ``V`` verb group, or a single token's tag. ``word`` is its first one, of a verb group the verb."""

    kind: str
    first: int
    last: int
    start: int
    end: int
    word: str
    head: Token  # its last one
    form: Form = _NO_VERB


@fixed()
class Clause:
    """A sentence (or another stretch) with its tokens and chunks."""

    text: str
    start: int
    end: int
    tokens: Sequence[Token]
    words: tuple[str, ...]  # of the tokens
    chunks: Sequence[Chunk]
    subjects: dict[int, Any]  # of verb groups, those found so far: events and speech ask for the same ones

    def chunk_at(self, position: int) -> int:
        """Index of the chunk that holds a character, or the one behind it."""
        return bisect_left(self.chunks, position + 1, key=lambda c: c.end)

    def mentions(self, first: int, last: int) -> list[Token]:
        """The mention tokens among ``tokens[first:last + 1]``."""
        return [t for t in self.tokens[first : last + 1] if t.tag == "m"]


def is_bare(chunk: Chunk) -> bool:
    """Whether a verb is one word in a form of the past, which may be a participle: ``held``."""
    return chunk.first == chunk.last and chunk.head.tag == "V"


def verb_left_of(chunks: Sequence[Chunk], at: int) -> Chunk | None:
    """The verb group nearest to the left of a place among chunks."""
    left = verb_index_left(chunks, at)
    return chunks[left] if left >= 0 else None


def verb_index_left(chunks: Sequence[Chunk], at: int) -> int:
    """Index of the verb group nearest to the left of a place among chunks, or -1."""
    return next((i for i in range(at - 1, -1, -1) if chunks[i].kind == "V"), -1)


def opener(chunks: Sequence[Chunk], at: int) -> int:
    """Index of the chunk nearest to the left of a place that a clause opens or goes on behind; 0 where there is none."""
    return next((i for i in range(at - 1, -1, -1) if chunks[i].kind in OPENERS), 0)


def units(mentions: Sequence[Mention], times: Sequence[Time]) -> list[Unit]:
    """Outermost mentions and times in order of the text."""
    found = [Unit(m.char_start, m.char_end, "m", i) for i, m in enumerate(mentions)]
    found += [Unit(t.char_start, t.char_end, "T", i) for i, t in enumerate(times) if not t.text.endswith(AGED)]
    found.sort(key=lambda u: (u.start, -u.end, u.tag))
    outer: list[Unit] = []
    holder = -1
    for unit in found:
        if outer and unit.start < outer[-1].end:
            continue
        held = mentions[unit.ordinal].holder_ordinal if unit.tag == "m" else None
        own = unit.ordinal if held is None else held
        anew = bool(outer) and unit.start - outer[-1].end <= _BESIDE and _stands_apart(mentions, outer[-1], unit)
        outer.append(Unit(unit.start, unit.end, unit.tag, unit.ordinal, unit.tag == "m" and own == holder, anew))
        holder = -1 if held is None else held
    return outer


def _stands_apart(mentions: Sequence[Mention], place: Unit, person: Unit) -> bool:
    """Whether somebody is named right behind a place."""
    named = place.tag == person.tag == "m" and mentions[place.ordinal].kind == "place"
    return named and mentions[person.ordinal].kind == "person"


def clause(text: str, start: int, end: int, stretches: Sequence[Unit]) -> Clause:
    """The chunks of ``text[start:end]``. ``stretches`` come from ``units``."""
    tokens = tagged(text, start, end, stretches)
    return Clause(text, start, end, tokens, tuple([token.word for token in tokens]), _chunks(tokens), {})


def _chunks(tokens: list[Token]) -> list[Chunk]:
    chunks: list[Chunk] = []
    tags = settled(tokens)
    for match in _IN_A_ROW.finditer(tags):
        named = match.end() - 1
        if tokens[named].anew and tokens[match.start()].word in _AT:
            tags = f"{tags[:named]}{_ANEW}{tags[named + 1 :]}"
    for at in range(1, len(tokens)):
        if tokens[at].tag == "m" and tokens[at - 1].word == _OCCASION:
            tags = f"{tags[:at]}{_ANEW}{tags[at + 1 :]}"  # on the occasion the mayor said
    for match in _CHUNK.finditer(tags):
        first, stop = match.span()
        kind = match.lastgroup
        if kind == "verb":
            chunks.append(_verb(tokens, first, stop, chunks))
        else:
            head, last = tokens[first], tokens[stop - 1]
            chunks.append(Chunk(kind or head.tag, first, stop - 1, head.start, last.end, head.word, last))
    return chunks


def _verb(tokens: list[Token], first: int, stop: int, before: list[Chunk]) -> Chunk:
    head = tokens[stop - 1]
    infinitive = bool(before) and before[-1].kind == "X" and head.tag != "G"
    if stop - first == 1 and head.tag == "B" and not infinitive and (joined := _joined(before)):
        form = joined.form
    elif stop - first == 1:
        gerund = head.tag == "G"
        form = Form(
            passive=head.tag == "V" and _joins_passive(before) and (stop == len(tokens) or tokens[stop].tag in "XP,;C"),
            infinitive=infinitive,
            gerund=gerund,
            finite=not infinitive and head.tag in "VSA" and head.word not in participles(),
            negated=head.tag == "O",
        )
    else:
        form = _form(tokens[first:stop], head, infinitive)
    return Chunk("V", first, stop - 1, tokens[first].start, head.end, head.word, head, form)


def _joined(before: list[Chunk]) -> Chunk | None:
    """The verb that a base form behind ``and`` or a comma goes on from: ``will open a school and meet the mayor``."""
    joint = next((c for c in reversed(before) if c.kind != "Y"), None)  # and also call on the premier
    if joint is None or joint.kind not in "C,":
        return None
    return next((c for c in reversed(before) if c.kind == "V"), None)


def _joins_passive(before: list[Chunk]) -> bool:
    """Whether ``and`` joins a participle to the passive right before it: was transferred and directed to …"""
    return len(before) > 1 and before[-1].kind == "C" and before[-2].form.passive


def _form(group: list[Token], head: Token, infinitive: bool) -> Form:
    """The form of a verb group of several words."""
    tags = {t.tag for t in group}
    be = not BE.isdisjoint([t.word for t in group])
    gerund = head.tag == "G" and not be
    auxiliary = "A" in tags or "M" in tags
    return Form(
        passive=head.tag == "V" and be,
        negated="O" in tags,
        modal=next(t.word for t in group if t.tag == "M") if "M" in tags else "",
        perfect=not _HAVE.isdisjoint([t.word for t in group[:-1]]),
        infinitive=infinitive,
        gerund=gerund,
        finite=not infinitive and not gerund and (auxiliary or head.tag in "VSA"),
        finite_by_auxiliary=auxiliary,
    )
