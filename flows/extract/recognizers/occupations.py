"""What a person is called beside the name without holding a post by it: columnist X, the poets X and Y, X, a retired teacher."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import Final, NamedTuple

from flows.extract.clauses.inflect import noun_forms
from flows.extract.recognizers.people import Person
from flows.language.seeds import rows

_REACH: Final = 60  # characters beside a name that may say what its bearer is
_LED: Final = re.compile(
    r"(?P<noun>(?:[A-Z]|(?<![A-Za-z])[a-z])[a-z-]{2,}+)"  # no letter inside a word is tried, nor a part of one
    r"(?:,? (?:includ(?:ing|ed?|es)|namely|named|such as|like|(?:was |were )?identified as))?:?,? $"
)
_LISTED: Final = re.compile(
    r"(?: \((?:[a-z][^()]{1,30}|[A-Z]{2,6}(?:-[A-Z])?)\))?(?:,|,? and|,? &) (?:also )?"
)  # A (via video link), B
_BEHIND: Final = re.compile(r"(?:,(?: aged?)?(?: \d\d?,)?| \(| (?:is|was)(?= an? ))")
_TOKEN: Final = re.compile(r"[\w’'-]+|[^\w\s]")
_END: Final = re.compile(
    r"[,.;:)]|and|of|from|by|in|at|for|with|who|whose|based|residing|living|working|hailing|told|said"
)
_STOP: Final = re.compile(
    rf"{_END.pattern}|says|to|as|is|are|was|were|has|had|have|while|when|where|which|that|but|or|including"
)


class _Called(NamedTuple):
    """A noun, and whether those who follow in a list are called so, too."""

    noun: str
    is_shared: bool


def occupations(text: str, persons: Sequence[Person]) -> list[str | None]:
    """What each person is called, from left to right: a noun of ``seeds/occupations.csv`` in the singular."""
    found: list[str | None] = []
    lead: _Called | None = None
    last = 0
    for person in persons:
        start = starts(text, person)
        is_next = lead is not None and lead.is_shared and is_listed(text, last, start)
        lead = lead if is_next else _leading(text[max(last, start - _REACH) : start])
        found.append(lead.noun if lead else _titled(person) or _behind(text, person.end))
        last = person.end
    return found


def is_listed(text: str, last: int, start: int) -> bool:
    """Whether what begins at ``start`` is the next of a list whose last one ended at ``last``."""
    return _LISTED.fullmatch(text, last, max(last, start)) is not None


def called_by(word: str) -> str | None:
    """The noun in the singular that a word in small letters is a form of; None where it is no calling."""
    return _nouns().get(word)


def starts(text: str, person: Person) -> int:
    """Where the honorific before the name begins, or the name itself."""
    if not person.honorific:
        return person.start
    at = text.rfind(person.honorific, max(0, person.start - _REACH), person.start)
    return person.start if at < 0 else at


def _titled(person: Person) -> str | None:
    """By an honorific that tells the occupation: Barrister, Prof."""
    words = (person.honorific or "").lower().split()
    return next((_nouns()[word] for word in words if word in _nouns()), None)


def _leading(before: str) -> _Called | None:
    """By the word before the name; a plural is shared by the names that follow."""
    match = _LED.search(before)
    word = match["noun"].lower() if match else ""
    noun = _nouns().get(word)
    return _Called(noun, noun != word) if noun else None


def _behind(text: str, end: int) -> str | None:
    """By what is apposed to the name or said of its bearer."""
    match = _BEHIND.match(text, end)
    tokens = _TOKEN.findall(text, match.end(), match.end() + _REACH) if match else []
    for token, following in pairwise(tokens):
        if _STOP.fullmatch(token):
            return None
        if token in _nouns() and _END.fullmatch(following):
            return _nouns()[token]
    return None


@cache
def _nouns() -> Mapping[str, str]:
    """Form → the noun in the singular."""
    listed = ((row["noun"], form) for row in rows("occupations") for form in row["forms"].split(";") if form)
    regular = ((row["noun"], form) for row in rows("occupations") for form in noun_forms(row["noun"]))
    return {form: noun for noun, form in (*listed, *regular)}
