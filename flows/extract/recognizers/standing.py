"""What people are called by more than the word beside the name: the subject of a list, a party, a seat that they stand for."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Final, NamedTuple

from flows.extract.recognizers.lexicon import Entry
from flows.extract.recognizers.occupations import called_by, is_listed, starts
from flows.extract.recognizers.people import Person
from flows.language.seeds import rows

_BEFORE: Final = 200  # characters before a list that may hold its subject
_PARTY: Final = 60  # … before a name that may hold a party
_POLITICIAN: Final = "politician"
_CANDIDATE: Final = "candidate"
_LEADS: Final = tuple(f"{last} " for last in "abcdefghijklmnopqrstuvwxyz:")  # what a list stands behind
_ENDS: Final = ".;\n"  # of clauses; a colon opens a list
_WHO: Final = (
    r"(?:(?:,? (?:who|that|from|of|belonging|present)\b.*)?,? (?:also )?(?:includ(?:ed?|ing|es)|were|are|namely):?)? $"
)
_ALL: Final = re.compile(
    r",? (?:all|both|(?:and|&) (?:many |several |some )?[Oo]thers?) (?P<nouns>[A-Za-z]{3,}(?: [a-z]{3,})?)"
)
_SEAT: Final = re.compile(r" (?:\(|from )(?:constituency )?[A-Z]{2,3}-\d{1,3}\b")  # from NA-45, (PP-12)
_OF: Final = re.compile(r" (?:\(|(?:of|from) (?:the )?)")
_OWNED: Final = re.compile(r"[’']s? $")


class _Subject(NamedTuple):
    """A subject of lists: words of which one stands in the text, itself, a clause of it, and what it makes of the listed."""

    triggers: tuple[str, ...]
    word: re.Pattern[str]
    clause: re.Pattern[str]
    noun: str

    def is_in(self, text: str) -> bool:
        """Whether one of its words is."""
        return any(trigger in text for trigger in self.triggers)


def standing(
    text: str, persons: Sequence[Person], entries: Mapping[int, Entry], called: Sequence[str | None]
) -> list[str | None]:
    """What each person is called, from left to right: ``called``, where that is told, else what he stands for.

    Who holds a post is called by no list: it may name its members and who else came.
    """
    told = list(called)
    subjects = [subject for subject in _subjects() if subject.is_in(text)]
    for names in _lists(text, persons):
        noun = _subject(text, starts(text, persons[names[0]]), subjects) or _all(text, persons[names[-1]].end)
        for at in names:
            if told[at] is None and not persons[at].posts:
                told[at] = noun or _stands(text, persons[at], entries)
    return told


def _lists(text: str, persons: Sequence[Person]) -> Iterator[list[int]]:
    """The persons that follow each other with no more than a comma between them."""
    names: list[int] = []
    for at, person in enumerate(persons):
        last = persons[at - 1].end if at else 0
        if names and not is_listed(text, last, starts(text, person)):
            yield names
            names = []
        names.append(at)
    if names:
        yield names


def _subject(text: str, start: int, subjects: Sequence[_Subject]) -> str | None:
    """By the head of the clause that ends where a list begins."""
    if not subjects or not text[max(0, start - 2) : start].endswith(_LEADS):
        return None
    least = max(0, start - _BEFORE)
    clause = text[max(least, *(text.rfind(end, least, start - 2) + 1 for end in _ENDS)) : start]
    return next((kind.noun for kind in subjects if kind.is_in(clause) and kind.clause.search(clause.lower())), None)


def _all(text: str, end: int) -> str | None:
    """By what is said of all behind the list: A, B and C, all lawmakers; A, B and other lawmakers."""
    match = _ALL.match(text, end)
    nouns = (_one_of(word) for word in match["nouns"].split()) if match else ()
    return next(filter(None, nouns), None)


def _one_of(word: str) -> str | None:
    """What one of those is called whom a word names in the plural."""
    noun = called_by(word.lower())
    if noun and noun != word:
        return noun
    return next((kind.noun for kind in _subjects() if kind.is_in(word) and kind.word.fullmatch(word.lower())), None)


def _stands(text: str, person: Person, entries: Mapping[int, Entry]) -> str | None:
    """By a seat or a party beside the name."""
    if _SEAT.match(text, person.end):
        return _CANDIDATE
    match = _OF.match(text, person.end)
    behind = entries.get(match.end()) if match else None
    is_of_party = (behind and _is_party(behind)) or _is_owned(text, person.start, entries)
    return _POLITICIAN if is_of_party else None


def _is_owned(text: str, start: int, entries: Mapping[int, Entry]) -> bool:
    """Whether a party's name stands before, with the mark of the owner."""
    mark = _OWNED.search(text, max(0, start - 3), start)
    before = (entries.get(at) for at in range(max(0, start - _PARTY), start)) if mark else ()
    ends = mark.start() if mark else 0
    return any(e and _is_party(e) and text.startswith(e.form, ends - len(e.form)) for e in before)


def _is_party(entry: Entry) -> bool:
    return entry.code == "O" and entry.row.get("subtype") == "party"


@cache
def _subjects() -> tuple[_Subject, ...]:
    return tuple(
        _Subject(
            tuple(row["trigger"].split(";")),
            re.compile(row["pattern"]),
            re.compile(rf"\b(?:{row['pattern']}){_WHO}"),
            row["noun"],
        )
        for row in rows("list_subjects")
    )
