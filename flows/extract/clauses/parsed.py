"""A report with its grammar: what events, statements and figures are read from, worked out once."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from flows.contract.fixed import fixed
from flows.contract.records import Mention, Time
from flows.extract.clauses.cast import Cast, Party
from flows.extract.clauses.chunks import Clause, clause, units
from flows.extract.clauses.parties import parties, unlisted
from flows.extract.clauses.phrases import Phrase
from flows.extract.clauses.subjects import main_subject
from flows.extract.clauses.words import NOUN, telling
from flows.extract.reading import Reading, Sentence

_OPENING: Final = 2  # sentences


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
    of_sport: bool = False  # where who attacks, saves and launches may but play
    told: Sequence[Told] = field(init=False)  # the English sentences in which something may be told, in order
    _openings: dict[int | None, list[Sentence]] = field(init=False)

    def __post_init__(self) -> None:
        """Works the grammar out."""
        self._openings = _opened(self.reading)
        self.told = tuple(self._tell())

    def opening(self, story: int | None) -> Sequence[Sentence]:
        """The sentences that a story opens with."""
        return self._openings.get(story, ())

    def _tell(self) -> Iterator[Told]:
        stretches = units(self.mentions, self.times)
        hits = [start for start, _, _ in telling().find(self.reading.text)]
        story: int | None = None
        cast = Cast(self.mentions)
        persons = sorted((m for m in self.mentions if m.kind == "person"), key=_start)
        for sentence in self.reading.story:
            if sentence.story_ordinal != story:
                story, cast = sentence.story_ordinal, Cast(self.mentions)
            if sentence.language:
                continue
            if bisect_left(hits, sentence.start) == bisect_left(hits, sentence.end):
                cast = cast.after(_named(persons, sentence))
                continue
            chunked = clause(self.reading.text, sentence.start, sentence.end, stretches)
            acting = main_subject(chunked)
            found = parties(chunked, acting, cast) or unlisted(chunked, acting)
            cast = cast.after(found) if found or not acting else _of_thing(chunked, acting[0], cast)
            yield Told(sentence, chunked, cast)


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
    head = chunked.tokens[chunked.chunks[phrase.first].last]
    told = head.tag == NOUN and not head.word.endswith("s") and chunked.tokens[0].tag != '"'
    return cast._replace(neutral=None) if told else cast


def _named(persons: Sequence[Mention], sentence: Sentence) -> list[Party]:
    """The first person of a sentence whose grammar is not looked at."""
    at = bisect_left(persons, sentence.start, key=_start)
    if at == len(persons) or persons[at].char_start >= sentence.end:
        return []
    first = persons[at]
    return [Party("person", first.name, first.post, first.ordinal, first.char_start, first.char_end)]
