"""Firms that only what stands beside their name tells: Zorvan, a Dutch maker of pumps; an analyst with Zorvan; Zorvan and Google."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Final

from flows.extract.recognizers.firm_talk import runs_of, talked_of
from flows.extract.recognizers.lexicon import lexicon
from flows.extract.recognizers.people import Person
from flows.extract.recognizers.rules import Found, Named
from flows.language.cues import any_of, firm_cues

_NAME: Final = r"[A-Z][\w&-]*(?: [A-Z][\w&-]*){0,2}"
_BEFORE: Final = re.compile(rf"(?:(?<=[.!?:;,] )|(?<=[\n“\"])|(?<=[a-z] )|^)(?P<name>{_NAME})$")
_APPOSED: Final = re.compile(r", (?:an?|the|its) (?P<words>[\w.’'-]+(?: [\w.’'-]+){0,4})(?=(?P<close>[,.;:)])?)")
_CALLED: Final = re.compile(rf"(?<=[a-z]), (?P<name>{_NAME})(?=,)")
_PLAIN: Final = frozenset(
    [
        "of", "at", "for", "in", "with", "the", "a", "an", "his", "her", "its", "their", "who", "to", "from", "by", "and",
        "or",
    ]
)  # fmt: skip # end what describes
_GOES_ON: Final = frozenset(
    ["of", "in", "based", "that", "which", "run", "owned", "founded", "whose", "behind", "with", "known"]
)
_WITH: Final = re.compile(rf" (?:with|at) (?P<name>{_NAME})(?![\w&-])")
_LONGEST: Final = 60  # characters of a name
_LONGEST_WORK: Final = 14  # characters of what somebody is
_JOINT: Final = r"(?:,? and |,? or |, )"
_LISTED_BEFORE: Final = re.compile(rf"(?<![\w&.’'-])(?P<name>{_NAME}){_JOINT}$")
_LISTED_BEHIND: Final = re.compile(rf"{_JOINT}(?P<name>{_NAME})(?![\w&-])")
_JOINED_BEHIND: Final = re.compile(_JOINT)
_PAPER: Final = re.compile(
    r"\btold (?P<name>The [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)(?=[.,;:]| (?:on|in|that|by|this|last|he|she|it|newspaper)\b)"
)
_STATION: Final = re.compile(
    r"\btold (?P<name>(?:[A-Z][\w’'-]+ ){1,2}(?:TV|FM|Radio|Television)|Radio (?:\d|[A-Z][\w’'-]+))(?![\w-]| [A-Z])"
)
_MIXED: Final = re.compile(
    r"(?!(?:Ma?c|D[aeiu]|L[ae]|V[ao]n|Fitz|St|[AEU]l|Ab[du]|Bin|O)[A-Z])[A-Z][a-z]+[A-Z]\w+"
)  # PalmSource
_BUSINESS: Final = 3  # firms of which a report of business tells
_JOINED: Final = (" of ", " of the ")


def told_firms(found: Found, firms: Sequence[Named]) -> frozenset[str]:
    """The names of a report that are told to be firms, and that no list, rank or post makes anything else. ``firms`` are known."""
    text = found.left.text
    open_names = {text[p.start : p.end] for p in found.persons if p.is_open}
    told = {
        *_apposed(text),
        *_called(text),
        *_worked_for(text),
        *_left(found),
        *talked_of(found),
        *filter(_MIXED.fullmatch, open_names),
    }
    if firms:
        runs = runs_of(found)
        told |= open_names.intersection(_beside(text, firms))  # further on in a list they may be persons
        told |= {n for n in (*_beside(text, firms), *_listed(text, firms)) if n in runs or may_be_firm(n)}
    told = {name for name in told if _is_unlisted(name)} | set(_papers(text))
    if len({text[firm.start : firm.end] for firm in firms}) >= _BUSINESS:
        told |= set(_well_known(text))
    if not told:
        return frozenset()
    sure = {name for name in told if may_be_firm(name)}.intersection(_among(text, firms))
    return frozenset((told - _others(found, open_names - told)) | sure)


def _others(found: Found, open_names: set[str]) -> set[str]:
    """The names and words of names that persons of the report have for sure, and its listed places."""
    text = found.left.text
    people = open_names | {text[p.start : p.end] for p in found.persons if not p.is_open}
    places = {text[n.start : n.end] for n in found.named if n.kind == "place" and n.rule == "listed"}
    return people | places | {word for name in people if " " in name for word in name.split()}


def _well_known(text: str) -> Iterator[str]:
    """Names of well-known firms that are words or names as well, where a report of firms prints them as names: cells for Dell and Apple."""
    for match in _alone().finditer(text):
        word = match.group()
        if word.lower() not in lexicon().common or text[match.start() - 2 : match.start() - 1].islower():
            yield word


@cache
def _alone() -> re.Pattern[str]:
    """These names, alone and behind no article nor other name."""
    words = any_of(firm_cues("word"))
    return re.compile(rf"(?<![\w&.’'-])(?<!\b[Tt]he )(?<![A-Z]\. ){words}(?![\w&-]| [A-Z]|\.\w)")


def _papers(text: str) -> Iterator[str]:
    """Told The Star: an article with a capital inside a sentence begins a name. And told Zorvan TV, told Radio 1."""
    if "told " in text:
        yield from (match["name"] for match in _STATION.finditer(text) if lexicon().entry(match["name"]) is None)
    if "told The " in text:
        yield from (match["name"] for match in _PAPER.finditer(text) if lexicon().entry(match["name"]) is None)


def _apposed(text: str) -> Iterator[str]:
    """Zorvan, a Dutch maker of pumps,"""
    for match in _APPOSED.finditer(text):
        if _tells_a_firm(match["words"].split(), bool(match["close"])):
            name = _BEFORE.search(text, max(0, match.start() - _LONGEST), match.start())
            if name:
                yield name["name"]


def _tells_a_firm(words: Sequence[str], is_closed: bool) -> bool:
    """Whether a noun for firms ends what describes (Dutch maker), and no other noun follows it (company spokesman)."""
    for at, word in enumerate(words):
        if word in _PLAIN:
            return False
        if word.rstrip(".") in firm_cues("trade"):
            return words[at + 1] in _GOES_ON if at + 1 < len(words) else is_closed or word.endswith(".")
    return False


def _called(text: str) -> Iterator[str]:
    """A Dutch company, Zorvan, said."""
    for match in _CALLED.finditer(text):
        before = text[max(0, match.start() - _LONGEST_WORK) : match.start()].split()
        if before[-1] in firm_cues("trade"):
            yield match["name"]


def _worked_for(text: str) -> Iterator[str]:
    """An analyst with Zorvan, economists at Zorvan."""
    for match in _WITH.finditer(text):
        before = text[max(0, match.start() - _LONGEST_WORK) : match.start()].split()
        if before and before[-1].lower() in firm_cues("work"):
            yield match["name"]


def _beside(text: str, firms: Sequence[Named]) -> Iterator[str]:
    """What is listed with a firm: Zorvan and Google; BP, Zorvan and others."""
    for firm in firms:
        before = _LISTED_BEFORE.search(text, max(0, firm.start - _LONGEST), firm.start)
        behind = _LISTED_BEHIND.match(text, firm.end)
        yield from (match["name"] for match in (before, behind) if match)


def _among(text: str, firms: Sequence[Named]) -> Iterator[str]:
    """Names with a firm on either side, of which nothing is told to lie in them: Codelco, Antofagasta and Zorvan."""
    starts = {firm.start for firm in firms}
    for firm in firms:
        behind = _LISTED_BEHIND.match(text, firm.end)
        more = _JOINED_BEHIND.match(text, behind.end()) if behind else None
        if (
            behind
            and more
            and more.end() in starts
            and not re.search(rf"\b(?:in|at|near|from|to) {re.escape(behind['name'])}\b", text)
        ):
            yield behind["name"]


def _listed(text: str, firms: Sequence[Named]) -> Iterator[str]:
    """All that a list goes on to behind a firm: Google, Zorvan, Zelkova and IBM."""
    for firm in firms:
        at = firm.end
        while behind := _LISTED_BEHIND.match(text, at):
            yield behind["name"]
            at = behind.end()


def _left(found: Found) -> Iterator[str]:
    """The second of `Rina Costa of Zorvan Capital`, which no first name makes a person."""
    text, persons = found.left.text, sorted(found.persons, key=lambda p: p.start)
    for one, other in pairwise(persons):
        if (
            other.start - one.end <= len(_JOINED[-1])
            and text[one.end : other.start] in _JOINED
            and _may_be_firm(text, other)
        ):
            yield text[other.start : other.end]


def _may_be_firm(text: str, person: Person) -> bool:
    """Whether two words or more are a person's name by the model alone."""
    return person.is_open and " " in text[person.start : person.end]


def may_be_firm(name: str) -> bool:
    """Whether a word, place or name of persons is the name of a well-known firm, too: Apple, Shell."""
    return name in firm_cues("word")


def _is_unlisted(name: str) -> bool:
    """Whether neither the whole name nor its first word is a place, a body, a word or a first name, or it is a firm's all the same."""
    if may_be_firm(name):
        return True
    listed = lexicon()
    first = name.split()[0]
    if "/" in name or first in firm_cues("no firm"):
        return False
    is_known = first in listed.words or first.lower() in listed.words
    return name.lower() not in listed.entries and not is_known and (" " in name or name.lower() not in listed.common)
