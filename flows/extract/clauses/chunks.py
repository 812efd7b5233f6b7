"""A sentence as chunks: noun phrases, verb groups and the small words between them."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from flows.contract.records import Mention, Time
from flows.extract.clauses.words import NOUN, tag

_TOKEN: Final = re.compile(r"['’]s\b|\w+(?:[-.&/]\w+|['’](?!s\b)\w+)*|[^\w\s]")
_BE: Final = frozenset({"is", "are", "was", "were", "be", "been", "being", "am", "get", "gets", "got"})
_HAVE: Final = frozenset({"has", "have", "had", "having"})
_BEHIND: Final = frozenset({"dead", "alive", "hostage", "captive", "unhurt", "apiece"})  # shot his nephew dead
_NOMINAL: Final = "NDm"  # tags that may stand in a noun phrase
_VERBAL: Final = "AMVGBS"
_QUOTES: Final = '"“”‘'
_MARKS: Final = {",": ",", ";": ";", ":": ";", "–": ";", "—": ";", "-": ";", "?": ";", "!": ";", "/": "C"}


class Token(NamedTuple):
    """A word, a mark, or a whole mention or time. ``tag`` is a word class (see words), ``m`` mention, ``T`` time, ``(`` bracket."""

    start: int
    end: int
    word: str
    tag: str
    ordinal: int = -1


@dataclass(slots=True)
class Chunk:
    """A stretch of tokens: ``NP``, ``V`` verb group, or a single token's tag. For a verb group, how it is built."""

    kind: str
    first: int
    last: int
    start: int
    end: int
    word: str = ""
    passive: bool = False
    negated: bool = False
    modal: str = ""
    perfect: bool = False
    infinitive: bool = False
    gerund: bool = False
    finite: bool = False
    finite_by_auxiliary: bool = False


class Unit(NamedTuple):
    """A stretch that is one thing for grammar: a mention (``m``) or a time (``T``), with its ordinal."""

    start: int
    end: int
    tag: str
    ordinal: int


class Clause(NamedTuple):
    """A sentence (or another stretch) with its tokens and chunks."""

    text: str
    start: int
    end: int
    tokens: Sequence[Token]
    chunks: Sequence[Chunk]

    def chunk_at(self, position: int) -> int:
        """Index of the chunk that holds a character, or the one behind it."""
        return bisect_left(self.chunks, position + 1, key=lambda c: c.end)

    def mentions(self, first: int, last: int) -> list[Token]:
        """The mention tokens among ``tokens[first:last + 1]``."""
        return [t for t in self.tokens[first : last + 1] if t.tag == "m"]


def units(mentions: Sequence[Mention], times: Sequence[Time]) -> list[Unit]:
    """Outermost mentions and times in order of the text."""
    found = [Unit(m.char_start, m.char_end, "m", i) for i, m in enumerate(mentions)]
    found += [Unit(t.char_start, t.char_end, "T", i) for i, t in enumerate(times)]
    found.sort(key=lambda u: (u.start, -u.end, u.tag))
    outer: list[Unit] = []
    for unit in found:
        if not outer or unit.start >= outer[-1].end:
            outer.append(unit)
    return outer


def clause(text: str, start: int, end: int, stretches: Sequence[Unit]) -> Clause:
    """The chunks of ``text[start:end]``. ``stretches`` come from ``units``."""
    tokens = _tag(_tokens(text, start, end, stretches))
    return Clause(text, start, end, tokens, list(_chunks(tokens)))


def _tokens(text: str, start: int, end: int, stretches: Sequence[Unit]) -> list[Token]:
    tokens: list[Token] = []
    at = start
    for unit in stretches[bisect_left(stretches, start, key=lambda u: u.start) :]:
        if unit.end > end:
            break
        tokens += _words(text, at, unit.start)
        tokens.append(Token(unit.start, unit.end, text[unit.start : unit.end].lower(), unit.tag, unit.ordinal))
        at = unit.end
    return tokens + _words(text, at, end)


def _words(text: str, start: int, end: int) -> list[Token]:
    return [Token(*m.span(), m.group().lower(), "") for m in _TOKEN.finditer(text, start, end)]


def _tag(tokens: list[Token]) -> list[Token]:
    """Tags by word, then by the neighbour on the left."""
    done: list[Token] = []
    left = ";"
    for token in tokens:
        if token.tag:
            left = token.tag
        else:
            if left == NOUN and len(done) > 1 and done[-2].tag == "X" and tag(token.word) in "DI":
                done[-1] = done[-1]._replace(tag="B")  # to patrol the roads
            left = _in_context(token.word, left, done)
        if left != ".":
            done.append(token if token.tag else token._replace(tag=left))
    return done


def _in_context(word: str, left: str, before: list[Token]) -> str:
    first = word[0]
    if not first.isalnum():
        return _mark(word, before)
    found = tag(word)
    if found == "B":
        return "B" if left in "XMO" or (before and before[-1].word in ("do", "did", "does", "help", "helped")) else NOUN
    if found == "S":
        return "S" if left in "mIR" else NOUN
    if word in _BEHIND and left in "Nm":
        return "Y"
    if found == "Z":
        return NOUN if left in "DP;,CV" else "V"
    if found == "V" and left in "DP" and word.endswith(("ed", "en", "t")):
        return NOUN
    if found == "G" and left in "DNm'" and (not before or before[-1].word not in _BE):
        return NOUN
    return found


def _mark(word: str, before: list[Token]) -> str:
    if word[0] in "'’":
        return "'" if word != "’" or (before and before[-1].word.endswith("s")) else '"'
    if word in "([":
        return "("
    if word in ")]":
        return ")"
    if word in _QUOTES:
        return '"'
    return "C" if word == "&" else _MARKS.get(word, ".")


def _chunks(tokens: list[Token]) -> list[Chunk]:
    chunks: list[Chunk] = []
    at = 0
    while at < len(tokens):
        tag_ = tokens[at].tag
        if tag_ in _NOMINAL or tag_ == "I":
            stop = at + 1 if tag_ == "I" else _noun_phrase(tokens, at)
            chunks.append(_chunk("NP", tokens, at, stop))
        elif tag_ in _VERBAL or (tag_ == "O" and at + 1 < len(tokens)):
            stop = _verb_group(tokens, at)
            chunks.append(_verb(tokens, at, stop, chunks))
        elif tag_ == "(":
            stop = next((i + 1 for i in range(at, len(tokens)) if tokens[i].tag == ")"), at + 1)
            chunks.append(_chunk("(", tokens, at, stop))
        else:
            stop = at + 1
            chunks.append(_chunk(tag_, tokens, at, stop))
        at = stop
    return chunks


def _noun_phrase(tokens: list[Token], at: int) -> int:
    """Index behind a noun phrase: nouns, mentions, genitives, and ``and`` between two nouns of one name stay out."""
    stop = at + 1
    while stop < len(tokens):
        if tokens[stop].tag == '"' and stop + 1 < len(tokens) and tokens[stop + 1].tag in "N":
            stop += 2  # a ‘possible’ bomber
            continue
        if tokens[stop].tag not in _NOMINAL and tokens[stop].tag != "'":
            break
        if tokens[stop].tag == "D" and tokens[stop - 1].tag != "D":
            break
        stop += 1
    return stop - 1 if tokens[stop - 1].tag == '"' else stop


def _verb_group(tokens: list[Token], at: int) -> int:
    """Index behind auxiliaries, adverbs, negations and one main verb."""
    stop = at
    main = False
    while stop < len(tokens) and not (main and tokens[stop].tag in "VGBS"):
        if tokens[stop].tag in "VGBS":
            main = True
        elif (tokens[stop].tag not in "AMO" and not (tokens[stop].tag == "Y" and not main and stop > at)) or main:
            break
        stop += 1
    return max(stop, at + 1)


def _chunk(kind: str, tokens: list[Token], first: int, stop: int) -> Chunk:
    return Chunk(kind, first, stop - 1, tokens[first].start, tokens[stop - 1].end, tokens[first].word)


def _verb(tokens: list[Token], first: int, stop: int, before: list[Chunk]) -> Chunk:
    group = tokens[first:stop]
    head = group[-1]
    words = {t.word for t in group}
    auxiliary = any(t.tag in "AM" for t in group)
    after_to = bool(before) and before[-1].kind == "X"
    return Chunk(
        kind="V",
        first=first,
        last=stop - 1,
        start=group[0].start,
        end=head.end,
        word=head.word,
        passive=head.tag == "V" and bool(words & _BE) and len(group) > 1,
        negated=any(t.tag == "O" or t.word == "no" for t in group),
        modal=next((t.word for t in group if t.tag == "M"), ""),
        perfect=next((t.word for t in group[:-1] if t.word in _HAVE), "") != "",
        infinitive=after_to,
        gerund=head.tag == "G" and not words & _BE,
        finite=not after_to and (auxiliary or head.tag in "VSA") and not (head.tag == "G" and not words & _BE),
        finite_by_auxiliary=auxiliary,
    )
