"""Turns: whether `Meanwhile`, `Separately` or `In another incident` goes on about the same event, or begins another story.

Two signs of another story: a passage with other names and other words than the telling so far; and an incident that befell
people not heard of before (`a man was killed`), where the lead does not itself count several incidents.
"""

import re
from functools import cache
from typing import Final

from flows.language.phrases import Phrases
from flows.language.seeds import rows
from flows.language.sentences import sentences
from flows.parse.novelty import novelty
from flows.parse.patterns import DAY_NAME, MONTH

_TURN: Final = re.compile(
    r"(?:(?P<loose>Meanwhile)|Separately|Elsewhere|(?:In|At|During) (?:an?other|a (?:separate|different|similar)|yet another) (?:\w+ )?"
    r"(?P<kind>development|incident|case|event|action|meeting|raid|operation|accident|attack|encounter|function|ceremony))\b,?"
)
_TURN_LETTERS: Final = frozenset("MSEIAD")
_NAME: Final = re.compile(r"\b[A-Z][A-Za-z'’-]+")
_ADDRESS: Final = frozenset({"Mr", "Mrs", "Ms", "Dr"})
_NEW_WORDS: Final = 0.7  # share of content words that a turn must not have in common with the story before it …
_NEW_NAMES: Final = 0.5  # … and share of its names
_NEW_INCIDENT: Final = 0.5  # share of new words that tells an incident apart where names hardly do
_SHORTEST_TOLD: Final = 250  # characters before which nothing is told that can be turned from
_LEAD: Final = 700  # characters, headlines with them, in which a round-up says that it is one
_NUMBER: Final = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a dozen|[1-9][0-9]?"
_COUNTED: Final = re.compile(
    rf"(?i)\b(?:separate|different|various|several|multiple|other|(?:series|number|spate|wave) of|{_NUMBER})\s(?:[\w-]+\s){{0,3}}?"
    r"(?:incidents|accidents|attacks|operations|raids|encounters|engagements|clashes|actions|strikes|blasts|ibos|areas"
    r"|parts|districts|cities|places|localities)\b"
)
_DEFINITE: Final = "more|other|arrested|detained|injured|remaining"  # `three injured men` were told of
_SOMEBODY: Final = re.compile(
    rf"(?<!including )\b(?:(?:(?:the )?bod(?:y|ies) of )?(?:an?|at least|as many as|{_NUMBER})|un(?:identified|known)|armed)"
    rf"\s(?!(?:{_DEFINITE})\b)((?:[\w-]+\s){{0,4}}[a-z-]+)",
    re.IGNORECASE,
)
_BEFALLS: Final = re.compile(
    r"[^,.]{0,40}?\b(an?\s(?:[\w.-]+\s){0,3}(?:earthquake|fire|blast|explosion|accident|collision|crash|clash|robbery|landslide|avalanche))\b"
)
_TOLD_OF: Final = re.compile(rf"\s(?:(?:{_NUMBER}|some|all|the)\s)?(?:{_DEFINITE})\b")
_SUBORDINATE: Final = re.compile(r"\b(?:in which|after|following|when|where)\b")  # tells of what people then react to
_SPEAKER: Final = "spokes"  # who speaks for others tells of what they did, and is not news
_SPEAKS: Final = re.compile(r"[^,]*(?:,[^,]*,)?\s(?:told|tells|said|says|claimed)\s(?!to\b)")
_AGO: Final = re.compile(
    rf"\b(?:(?:[Ii]n|[Ss]ince|[Dd]uring|[Bb]y|{MONTH}(?:\s\d{{1,2}},?)?)\s(?:19|20)\d\d"  # not the Harbour Dues Bill, 2024
    rf"|(?:[Ll]ast|that) (?:month|year)|(?:months?|years?) ago|[Ii]n {MONTH}(?![\w.]*\s\d))(?!\w)"
)
_DAY: Final = re.compile(rf"{DAY_NAME}|{MONTH}")


def turns(line: str, told: str, report: str) -> bool:
    """Whether a paragraph turns to another story by its first words.

    ``told``: the story so far, its headline with it; ``report``: all that was told before, earlier stories with it.
    """
    turn = _TURN.match(line) if line[:1] in _TURN_LETTERS else None
    if turn is None or len(told) < _SHORTEST_TOLD:
        return False
    if turn["kind"] and f"{turn['kind']}s" in told:  # `another raid` goes on where the lead counts raids
        return False
    first = first_sentence(line)[turn.end() :]
    if _TOLD_OF.match(first):
        return False
    if has_incident(first):
        if _counts(told[:_LEAD]):
            return False
        if _is_other_incident(first, told, is_loose=turn["loose"] is not None, is_named=turn["kind"] is not None):
            return True
    return is_new(first, report) and not points_back(first)


def is_older(line: str) -> bool:
    """Whether a paragraph that turns to another incident dates it in a past month or year."""
    return _TURN.match(line) is not None and _AGO.search(first_sentence(line)) is not None


def is_new(passage: str, told: str) -> bool:
    """Whether a passage names others and tells of something else than the text before it."""
    names = set(_NAME.findall(passage)[1:]) - _ADDRESS
    if not names:
        return False
    unknown = sum(name not in told for name in names)
    return unknown >= _NEW_NAMES * len(names) and novelty(passage, told) >= _NEW_WORDS


def points_back(passage: str, why: str = "") -> bool:
    """Whether a passage takes up or answers what was told before it; in the way ``why`` alone, if given."""
    return bool(_cues(why).find(passage))


def first_sentence(line: str) -> str:
    """A paragraph's first sentence."""
    start, end = next(iter(sentences(line)), (0, len(line)))
    return line[start:end]


def _is_other_incident(first: str, told: str, *, is_loose: bool, is_named: bool) -> bool:
    """Whether an incident befell, or was brought about by, people who were not told of."""
    at = _somebody_at(first)
    if at is None and (befell := _BEFALLS.match(first)):
        at = befell.start(1)
    if not is_named and (at is None or _SUBORDINATE.search(first, 0, at)):
        return False
    if points_back(first, "reacts") or points_back(first[:at], "points back"):
        return False
    names = {name for name in _NAME.findall(first) if not _DAY.fullmatch(name)}
    unknown = sum(name not in told for name in names)
    if unknown < _NEW_NAMES * len(names):
        return False
    return not is_loose or unknown > 1 or novelty(first, told) >= _NEW_INCIDENT


def _somebody_at(passage: str) -> int | None:
    """Where a passage first brings in people by an indefinite word: `a man`, `two suspects`, `unidentified gunmen`."""
    for match in _SOMEBODY.finditer(passage):
        words = frozenset(re.split(r"[\s-]", match[1].casefold()))
        if not words & _people():
            continue
        speaks = _SPEAKS.match(passage, match.start()) or any(word.startswith(_SPEAKER) for word in words)
        return None if speaks else match.start()
    return None


def has_incident(passage: str) -> bool:
    """Whether a passage holds a word that incidents are told with."""
    return bool(_incidents().find(passage))


def _counts(lead: str) -> bool:
    """Whether a lead tells of several incidents, or of one that befell many places."""
    return _COUNTED.search(lead) is not None or bool(_wide_events().find(lead))


@cache
def _people() -> frozenset[str]:
    """Nouns for people, and their plurals."""
    nouns = [row["noun"] for row in rows("party_nouns") if row["kind"] in ("person", "people")]
    return frozenset(nouns) | {f"{noun}s" for noun in nouns}


@cache
def _cues(why: str) -> Phrases:
    return Phrases(row["cue"] for row in rows("same_story_cues") if row["why"] == (why or row["why"]))


@cache
def _incidents() -> Phrases:
    return Phrases(row["word"] for row in rows("incident_words"))


@cache
def _wide_events() -> Phrases:
    return Phrases(row["word"] for row in rows("wide_events"))
