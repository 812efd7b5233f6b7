"""A linear-chain CRF for capitalised runs that no trusted rule decides. It sees the classes and what the rules made of them.

The model file stands beside this module with its licence notes (names.md); ``training`` makes it. Labels: B- and I- PER, ORG, LOC; O.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Final, NamedTuple

import pycrfsuite

from flows.extract.recognizers.lexicon import is_head, lexicon
from flows.extract.recognizers.rules import Found
from flows.extract.recognizers.units import Units
from flows.language.cues import cue_words
from flows.language.seeds import forms_of, rows

MODEL: Final = Path(__file__).with_name("names.crfsuite")
KINDS: Final = {"PER": "person", "ORG": "organization", "LOC": "place"}
_AROUND: Final = 6  # units before and behind what is in doubt
_NAMELIKE: Final = frozenset("CGQAWiPOJZNHMUKLIYRTbofats,-.'")
_IN_PLACES: Final = re.compile(r"(?:n|(?P<by>p))(?:[PCGQb]+,)*[PCGQb]+,?a$")
_LONGEST: Final = 5  # words of a name of which few are known for names
_WHOLE: Final = 2  # words of a name that is told apart from what stands beside it
_SCORE: Final = re.compile(r"\d{1,2}-\d{1,3}")  # wickets and runs
_FIGURE: Final = re.compile(r"\d")
_NUMERAL: Final = re.compile(r"[IVXL]{2,}")
_OF_A_PERSON: Final = cue_words("what a person leads")
_SHAPES: Final = str.maketrans(
    {
        **dict.fromkeys(map(chr, range(65, 91)), "X"),
        **dict.fromkeys(map(chr, range(97, 123)), "x"),
        **dict.fromkeys("0123456789", "d"),
    }
)


class Tagged(NamedTuple):
    """Characters ``start`` to ``end`` are of ``kind``, with the probability ``score``."""

    start: int
    end: int
    kind: str
    score: float


def tag(seen: Units, found: Found) -> Iterator[Tagged]:
    """The names that the model finds near what is undecided, a window a sentence."""
    tagger = _tagger()
    rules = rule_labels(seen, found)
    open_to_doubt = _in_doubt(seen, found)
    for first, last in windows(seen.codes, open_to_doubt):
        labels = tagger.tag(features(seen, rules, first, last))
        place = -1  # where the last name of a place ends
        for begin, end, kind in spans(labels):
            is_last = kind == "PER" and end - begin == 1 and _goes_on(seen, first + begin, place)
            kind = "LOC" if is_last else "PER" if _is_out(seen, first + begin, first + end) else kind
            place = first + end if kind == "LOC" else place
            if kind == "PER":
                begin, end = (at - first for at in _bare(seen, first + begin, first + end))
            if _NAMELIKE.issuperset(seen.codes[first + begin : first + end]) and _may_be(
                kind, seen, first + begin, first + end
            ):
                score = (
                    1.0 if is_last else sum(tagger.marginal(labels[i], i) for i in range(begin, end)) / (end - begin)
                )
                yield Tagged(*seen.span(first + begin, first + end), KINDS[kind], score)


def _goes_on(seen: Units, at: int, place: int) -> bool:
    """A single unknown word is the last of a list of places: camps at Adré and Farchana. ``place`` is where the one before ends."""
    if seen.codes[at] != "C" or seen.codes[at - 1] != "a" or not (place == at - 1 or seen.codes[at - 2] == "P"):
        return False
    led = _IN_PLACES.search(seen.codes, max(0, at - 12), at)
    return led is not None and (led["by"] is None or seen.words(led.start(), led.start() + 1) == "to")


def _is_out(seen: Units, first: int, last: int) -> bool:
    """Whose wicket fell at a score: 5-120 (Zubin)."""
    return (
        seen.codes[first - 1] == "("
        and seen.codes[last : last + 1] == ")"
        and _SCORE.fullmatch(seen.words(first - 2, first - 1)) is not None
    )


def _bare(seen: Units, first: int, last: int) -> tuple[int, int]:
    """A person's name without whose people he is of before three words, nor a form of address behind: Australian Ann Lee, X Advocate;
    nor the end of a body's name before it: the Provincial Council, Nadia Khan."""
    first += last - first > 1 and (
        (seen.codes[first] == "N" and last - first > _WHOLE)
        or (seen.codes[first] == "K" and seen.codes[first + 1] in "CGQ")
    )
    last -= seen.codes[last - 1] == "H" and last - first > _WHOLE
    return first, last


def _may_be(kind: str, seen: Units, first: int, last: int) -> bool:
    """What the rules know of names against the model: nobody has figures in his name, no one word with figures is a body, nor a
    word that many bodies' names end with, nor is a people a place, nor are two countries that a hyphen joins anything, nor a word
    that names nothing by itself."""
    if kind != "LOC" and _FIGURE.search(seen.words(first, last)) and (kind == "PER" or last - first == 1):
        return False
    if kind == "ORG" and last - first == 1 and seen.codes[first] == "K":
        return False  # the Ministry
    if kind == "LOC" and seen.codes[first:last] == "N" and not seen.words(first, last).isupper():
        return False  # an Israeli strike, but perhaps the US
    if _names_nothing(kind, seen, first, last):
        return False
    if "-" in seen.words(first, last) and _lands().issuperset(seen.words(first, last).split("-")):
        return False  # US-Iran
    return kind != "PER" or _may_be_person(seen, first, last)


def _names_nothing(kind: str, seen: Units, first: int, last: int) -> bool:
    """The lists tell that it is no name: prayed to Allah Almighty, AI tools; nor a body's: Ration Cards."""
    if last - first == 1:
        word = seen.words(first, last)
        return word in lexicon().no_names_alone or word in lexicon().no_names
    return kind == "ORG" and seen.words(last - 1, last) in lexicon().no_bodies_last


def _may_be_person(seen: Units, first: int, last: int) -> bool:
    """Not what ends like a body or a place and like no surname.

    Nor what an article stands before, unless more is told of him by it: the Bhutto family, the Trump administration.
    """
    if seen.codes[first - 1] == "t" and seen.words(first - 1, first).lower() == "the":
        behind = seen.words(last, last + 1)
        if behind not in _OF_A_PERSON and not (
            seen.codes[first] in "GQ" and seen.codes[last] == "x" and last - first == 1
        ):
            return False
    if last - first == 1:
        word = seen.words(first, last)
        if word.isupper() and seen.codes[first] == "A":
            return False
        return not is_head(word) and seen.codes[first] != "Y"  # the Bill
    if last - first > _LONGEST and 2 * sum(code in "GQHb" for code in seen.codes[first:last]) < last - first:
        return False  # a line of verse
    if _NUMERAL.fullmatch(seen.words(last - 1, last)) and seen.words(first, first + 1).lower() in lexicon().common:
        return False  # under Article IX
    return not is_head(seen.words(last - 1, last))


@cache
def _lands() -> frozenset[str]:
    """Countries of one word, and their short forms that go with another: US-Iran."""
    countries = (row for row in rows("places") if row["kind"] == "country")
    return frozenset(form for row in countries for form in forms_of(row) if form.isalpha()) | {"Pak", "Sino", "Indo"}


def windows(codes: str, doubtful: Sequence[int]) -> Iterator[tuple[int, int]]:
    """For each sentence with doubtful units, from some way before the first of them to as far behind the last."""
    at = 0
    while at < len(doubtful):
        begin = codes.rfind("|", 0, doubtful[at]) + 1
        end = codes.find("|", doubtful[at])
        last = at
        while last + 1 < len(doubtful) and doubtful[last + 1] < end:
            last += 1
        yield max(begin, doubtful[at] - _AROUND), min(end, doubtful[last] + _AROUND + 1)
        at = last + 1


def _in_doubt(seen: Units, found: Found) -> list[int]:
    """Units with a name's look that no trusted rule has decided, in order."""
    sure = found.sure()
    doubtful = (i for i, code in enumerate(seen.codes) if code in "CGQAZ" and seen.starts[i] not in sure)
    return [i for i in doubtful if not _is_inside_a_law(seen.starts[i], found.left)]


def _is_inside_a_law(start: int, left: Units) -> bool:
    """A rule made the word part of what names nobody: the Indus Waters Treaty."""
    return left.codes[left.at(start)] == "x"


def spans(labels: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """(first, last, kind) of the labelled runs."""
    begin = 0
    for i, label in enumerate([*labels, "O"]):
        if begin < i and (label == "O" or label[0] == "B") and labels[begin] != "O":
            yield begin, i, labels[begin][2:]
        if label == "O" or label[0] == "B":
            begin = i if label != "O" else i + 1


def rule_labels(seen: Units, found: Found) -> list[str]:
    """For each unit what the rules made of it: the class it was folded to, upper case at its first unit, with ' behind it."""
    labels = list(seen.codes)
    starts, ends, size, at = seen.starts, seen.ends, len(labels), 0
    for start, end, code in zip(found.left.starts, found.left.ends, found.left.codes, strict=True):
        while at < size and starts[at] < start:
            at += 1
        label = code
        while at < size and ends[at] <= end:
            labels[at] = label
            label = code + "'"
            at += 1
    for name in found.named:
        at = bisect_right(starts, name.start) - 1
        if at >= 0 and starts[at] == name.start:
            labels[at] = name.kind[0]
    return labels


def features(seen: Units, rules: Sequence[str], first: int, last: int) -> list[list[str]]:
    """The features of units ``first`` to ``last``, one list a unit: of the unit itself and of its neighbours."""
    words = [_of_word(seen.words(i, i + 1)) for i in range(first, last)]
    small = ["", *(word[0][1:] for word in words), ""]
    codes = "||" + seen.codes[first:last] + "||"
    made = ["|", *rules[first:last], "|"]
    return [
        [
            *word,
            "c" + codes[i + 2],
            "r" + made[i + 1],
            "v" + small[i],
            "x" + small[i + 2],
            "h" + codes[i + 1 : i + 3],
            "j" + codes[i + 2 : i + 4],
            "k" + codes[i + 1 : i + 4],
            "l" + codes[i : i + 5],
            "q" + made[i] + made[i + 1],
            "t" + made[i + 1] + made[i + 2],
            "u" + small[i] + codes[i + 2],
            "y" + codes[i + 2] + small[i + 2],
        ]
        for i, word in enumerate(words)
    ]


@lru_cache(maxsize=1 << 16)
def _of_word(word: str) -> tuple[str, str, str, str]:
    """The word in lower case, its shape, its first and last three letters."""
    small = word.lower()
    shape = re.sub(r"(.)\1+", r"\1", word.translate(_SHAPES))[:8]
    return "w" + small, "s" + shape, "p" + small[:3], "e" + small[-3:]


@cache
def _tagger() -> Any:
    tagger = pycrfsuite.Tagger()
    tagger.open(str(MODEL))
    return tagger
