"""A report with its grammar: what events, statements and figures are read from, worked out once."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Final

from flows.contract.fixed import fixed
from flows.contract.records import Mention, Time
from flows.extract.clauses.cast import Cast, Party
from flows.extract.clauses.chunks import Clause, clause, units
from flows.extract.clauses.parties import parties, unlisted
from flows.extract.clauses.phrases import Phrase, group_left, phrase_list
from flows.extract.clauses.subjects import main_subject, subject
from flows.extract.clauses.words import NOUN, telling
from flows.extract.reading import Reading, Sentence
from flows.extract.speech.cues import is_saying
from flows.extract.speech.quotes import quotes
from flows.language.steps import Steps

_OPENING: Final = 2  # sentences
_STEP: Final = "events"  # as benchmarks call it


@fixed()
class Told:
    """A sentence of a story with its chunks, and who its pronouns can stand for."""

    sentence: Sentence
    clause: Clause
    cast: Cast


@dataclass(slots=True)
class Parsed:
    """A reading, its mentions and times, and the sentences of its stories with their grammar."""

    reading: Reading
    mentions: Sequence[Mention]
    times: Sequence[Time]
    told: Sequence[Told]  # the English sentences in which something may be told, in order
    quoted: Sequence[tuple[int, int]] = ()  # what stands between quotation marks in its stories, in order
    of_sport: bool = False  # where who attacks, saves and launches may but play
    _openings: dict[int | None, list[Sentence]] = field(init=False)

    def __post_init__(self) -> None:
        """Notes how the stories open."""
        self._openings = _opened(self.reading)

    def opening(self, story: int | None) -> Sequence[Sentence]:
        """The sentences that a story opens with."""
        return self._openings.get(story, ())


def parsing(
    reading: Reading, mentions: Sequence[Mention], times: Sequence[Time], *, of_sport: bool = False
) -> Steps[Parsed]:
    """Works the grammar of a report out, step by step: the clauses, then who acts in them."""
    yield _STEP
    clauses = list(_clauses(reading, mentions, times))
    quoted = tuple(_quoted(reading))
    yield _STEP
    return Parsed(reading, mentions, times, tuple(_told(clauses, mentions, quoted)), quoted, of_sport)


def _quoted(reading: Reading) -> Iterator[tuple[int, int]]:
    for section in reading.sections:
        if section.kind in ("body", "attendance"):
            yield from quotes(reading.text, section.char_start, section.char_end)


def _clauses(
    reading: Reading, mentions: Sequence[Mention], times: Sequence[Time]
) -> Iterator[tuple[Sentence, Clause | None]]:
    """The English sentences of the stories, each with its chunks where something may be told in it."""
    stretches = units(mentions, times)
    hits = [start for start, _, _ in telling().find(reading.text)]
    for sentence in reading.story:
        if sentence.language:
            continue
        tells = bisect_left(hits, sentence.start) < bisect_left(hits, sentence.end)
        yield sentence, clause(reading.text, sentence.start, sentence.end, stretches) if tells else None


def _told(
    clauses: Iterable[tuple[Sentence, Clause | None]], mentions: Sequence[Mention], quoted: Sequence[tuple[int, int]]
) -> Iterator[Told]:
    """The sentences that have chunks, each with who its pronouns can stand for: whom a speaker tells of is not the next ``he``."""
    story: int | None = None
    cast = Cast(mentions)
    persons = sorted((m for m in mentions if m.kind == "person"), key=_start)
    for sentence, chunked in clauses:
        if sentence.story_ordinal != story:
            story, cast = sentence.story_ordinal, Cast(mentions)
        if chunked is None:
            cast = cast.after(_named(persons, sentence))
            continue
        acting = main_subject(chunked)
        if acting and _is_inside(quoted, chunked.chunks[acting[0].first].start):
            yield Told(sentence, chunked, cast)
            cast = cast.after(_speaker_behind(chunked, cast))
            continue
        found = parties(chunked, acting, cast) or unlisted(chunked, acting)
        before = cast
        cast = (
            cast.after(_where_told(chunked, acting, found))
            if found or not acting
            else _of_thing(chunked, acting[0], cast)
        )
        yield Told(sentence, chunked, cast)
        if not any(p.kind in ("person", "post") for p in found):
            cast = cast.after(_speaker_behind(chunked, cast))
        if sentence.section == "attendance" and len(found) > 1:
            cast = before  # they agreed: who met, and not who else was there


def _is_inside(spans: Sequence[tuple[int, int]], position: int) -> bool:
    """Whether one of the spans, which come in order and apart, holds a character."""
    at = bisect_right(spans, position, key=itemgetter(0)) - 1
    return at >= 0 and position < spans[at][1]


def _where_told(chunked: Clause, acting: Sequence[Phrase], found: Sequence[Party]) -> Sequence[Party]:
    """Who acts, where that is one who is called by his post, with the span of that: ``The ambassador thanked them``."""
    head = chunked.chunks[acting[0].first] if len(acting) == len(found) == 1 else None
    if head is None or head.head.tag == "I" or found[0].ordinal is None or found[0].start >= chunked.start:
        return found
    return [found[0]._replace(start=head.start, end=head.end)]


def _speaker_behind(chunked: Clause, cast: Cast) -> list[Party]:
    """The person who is named behind what was said: ``“…,” said X``, ``…, X said on Monday``."""
    chunks = chunked.chunks
    for at in range(len(chunks) - 1, 1, -1):
        if chunks[at].kind != "V" or not is_saying(chunks[at].head.word):
            continue
        if chunks[at - 1].kind in ',"' and chunks[at + 1 : at + 2] and chunks[at + 1].kind == "NP":
            spoke = phrase_list(chunks, at + 1)[0][:1]
        elif chunks[at - 1].kind == "NP" and chunks[group_left(chunks, at - 1) - 1].kind in ',"':
            spoke = [] if any(c.kind in "WV" for c in chunks[at + 1 :]) else subject(chunked, at)
        else:
            return []
        return [p for p in parties(chunked, spoke, cast)[:1] if p.kind == "person" and p.ordinal is not None]
    return []


def _opened(reading: Reading) -> dict[int | None, list[Sentence]]:
    openings: dict[int | None, list[Sentence]] = {}
    for sentence in reading.story:
        opening = openings.setdefault(sentence.story_ordinal, [])
        if len(opening) < _OPENING:
            opening.append(sentence)
    return openings


def _start(mention: Mention) -> int:
    return mention.char_start


def _of_thing(chunked: Clause, phrase: Phrase, cast: Cast) -> Cast:
    """The cast behind a sentence about a thing: ``it`` then stands for that, and for nobody. What is quoted changes nothing."""
    head = chunked.chunks[phrase.first].head
    told = head.tag == NOUN and not head.word.endswith("s") and chunked.tokens[0].tag != '"'
    return cast._replace(neutral=None) if told else cast


def _named(persons: Sequence[Mention], sentence: Sentence) -> list[Party]:
    """The first person of a sentence whose grammar is not looked at."""
    at = bisect_left(persons, sentence.start, key=_start)
    if at == len(persons) or persons[at].char_start >= sentence.end:
        return []
    first = persons[at]
    return [Party("person", first.name, first.post, first.ordinal, first.char_start, first.char_end)]
