"""Words and shapes: a stretch of text as tokens, each with a one-letter code for what it can be. The words are ``words.csv``."""

import csv
import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Final, NamedTuple

HERE: Final = Path(__file__).resolve().parent
OTHER: Final = " "  # the code of every token that no rule knows: it ends a run
_FIRST_CODE: Final = 0x100  # codes are letters that mean nothing in a regular expression

_LONGEST_RUN: Final = 400  # tokens
_TOKEN: Final = re.compile(
    r"""(?![ ])(?:(?P<word>[^\W\d_]{3,}+(?![\w.-])  # a plain word, which most tokens are: the rest is not tried
          |[^\W\d_]\.(?:[^\W\d_]\.)+|[^\W\d_](?:\.[^\W\d_])+\b|(?:rs|no|nos)\.(?=\s?\d)|fy(?=\d)|mid-morning|not-too-distant
          |[^\W\d_][^\W_]*)
      |(?P<iso>\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w-]))
      |(?P<slash>\d{1,4}(?P<mark>[/.-])\d{1,2}(?P=mark)(?:\d{4}|\d{2})(?![\w/-]|[.,]\d))
      |(?P<clock>\d{1,2}:\d\d(?::\d\d)?(?![\d:])|\d{1,2}\.\d\d(?=\s?[ap]\.?m\b)|\d{1,2}[hH][0-5]\d\b)
      |(?P<decade>(?:'|’|\b\d\d?)?\d0(?:'|’)?s\b)
      |(?P<ordinal>\d{1,3}(?:st|nd|rd|th)\b)
      |(?P<fraction>(?:\d+[ -])?\d/\d(?![\d/]|[ ](?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)))
      |(?P<clipped>(?<=[a-z(–-][ ])['’‘]\d\d(?![\w'’]|[.,]\d|[ ](?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)))
      |(?P<number>\d+(?:,\d{3})*(?:\.\d+)?)
      |(?P<stop>\n\s*\n)
      |(?P<sign>[^\w\s]))""",
    re.VERBOSE | re.IGNORECASE,
)
_SIGNS: Final = {
    ",": "COMMA", "-": "HYPHEN", "–": "DASH", "—": "DASH", "/": "SLASH", ".": "DOT", "(": "OPEN", ")": "CLOSE", "'": "QUOTE", "’": "QUOTE",
}  # fmt: skip


class Word(NamedTuple):
    """A line of the word list: the code for its classes, and its value."""

    code: str
    value: str
    case: str


class Token(NamedTuple):
    """A word, number or sign of the text. ``value`` is the word list's, or what the shape's digits say."""

    code: str
    start: int
    end: int
    text: str
    value: str


class Alphabet:
    """A code for each set of classes that a word can have, and for each class the codes that hold it."""

    def __init__(self) -> None:
        self._codes: dict[frozenset[str], str] = {}

    def code(self, classes: str) -> str:
        """The code of a set of classes, written ``ONE|OTHER``."""
        names = frozenset(classes.split("|"))
        return self._codes.setdefault(names, chr(_FIRST_CODE + len(self._codes)))

    def members(self, name: str) -> str:
        """The codes of all sets that hold a class; KeyError where none does."""
        found = "".join(code for names, code in self._codes.items() if name in names)
        if not found:
            raise KeyError(name)
        return found


ALPHABET: Final = Alphabet()
_NUMBER_SHAPES: Final = {
    "day": ALPHABET.code("NUM|DAY|HOUR"),
    "late_day": ALPHABET.code("NUM|DAY"),
    "year": ALPHABET.code("NUM|YEAR"),
    "number": ALPHABET.code("NUM|PLAIN"),
    "early": ALPHABET.code("NUM|PLAIN|EARLYYEAR"),
    "digits": ALPHABET.code("DIGITS"),
    "clock": ALPHABET.code("DIGITS|CLOCKDIGITS"),
}
_SHAPES: Final = {
    "iso": ALPHABET.code("ISO"),
    "slash": ALPHABET.code("SLASHED"),
    "clock": ALPHABET.code("CLOCK"),
    "decade": ALPHABET.code("DECADE|DECADES"),
    "fraction": ALPHABET.code("FRACTION"),
    "clipped": ALPHABET.code("CLIPPED"),
}
_ORDINALS: Final = (ALPHABET.code("ORD|DAYORD"), ALPHABET.code("ORD"))
_SIGN_CODES: Final = {sign: ALPHABET.code(name) for sign, name in _SIGNS.items()}
NAMED_DAY: Final = ALPHABET.code("NAMED")


def table(name: str) -> Iterator[Mapping[str, str]]:
    """The rows of one of this package's CSV tables; lines that start with ``#`` are comments."""
    with (HERE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(line for line in file if not line.startswith("#"))


@cache
def words() -> Mapping[str, Word]:
    """The word list by lower-case spelling."""
    return {
        spelling: Word(ALPHABET.code(row["classes"]), row["value"], row["case"])
        for row in table("words")
        for spelling in row["words"].split()
    }


@cache
def trigger_codes(is_ancient: bool) -> frozenset[str]:
    """The codes of trigger words, named days and the shapes of dates and times; years of three digits are among the ancient's."""
    shapes_of_years = ("year", "digits", "clock", "early") if is_ancient else ("year", "digits", "clock")
    numbers = (_NUMBER_SHAPES[shape] for shape in shapes_of_years)
    shapes = (*numbers, *_SHAPES.values(), *_ORDINALS, NAMED_DAY)
    return frozenset((*(words()[spelling].code for spelling in triggers()), *shapes))


@cache
def triggers() -> tuple[str, ...]:
    """The words whose presence starts a look around."""
    return tuple(spelling for row in table("words") if row["trigger"] == "yes" for spelling in row["words"].split())


def runs(
    text: str, start: int, end: int, named: Mapping[int, tuple[int, str]], is_ancient: bool = False
) -> Iterator[list[Token]]:
    """The stretches of ``text[start:end]`` whose tokens rules know, where a trigger is among them.

    ``named`` maps where a named day (Eid-ul-Fitr) starts to its end and name. A stretch of more tokens than a sentence has is cut,
    so that time stays linear in length.
    """
    run: list[Token] = []
    skip, has_trigger = start, False
    triggering = trigger_codes(is_ancient)
    for match in _TOKEN.finditer(text, start, end):
        if named and (at := match.start()) < skip:
            continue
        if named and at in named:
            skip, name = named[at]
            token = Token(NAMED_DAY, at, skip, text[at:skip], name)
        elif match.lastgroup == "word":
            word = _listed(printed := match.group())
            if word is None:
                if run:
                    if has_trigger:
                        yield run
                    run, has_trigger = [], False
                continue
            token = Token(word.code, match.start(), match.end(), printed, word.value)
        else:
            token = _shape(match)
        if token.code == OTHER or len(run) == _LONGEST_RUN:
            if has_trigger:
                yield run
            run, has_trigger = [], False
        if token.code != OTHER:
            run.append(token)
            has_trigger = has_trigger or token.code in triggering
    if has_trigger:
        yield run


@lru_cache(maxsize=1 << 15)
def _listed(printed: str) -> Word | None:
    """The word of the list that is printed so; None where there is none, or its capital says that it is another."""
    word = words().get(printed) or words().get(printed.lower())
    return None if word is None or (word.case and printed[0].islower() == (word.case == "capital")) else word


def _shape(match: re.Match[str]) -> Token:
    """The token of a number, date, time of day or sign."""
    printed, kind = match.group(), match.lastgroup
    code, value = OTHER, printed
    if kind == "number":
        code = _NUMBER_SHAPES[_number_shape(printed)]
        value = printed.replace(",", "")
    elif kind == "ordinal":
        value = printed[:-2]
        code = _ORDINALS[not 1 <= int(value) <= 31]
    elif kind == "sign":
        word = words().get(printed)
        code = word.code if word else _SIGN_CODES.get(printed, OTHER)
    elif kind in _SHAPES:
        code = _SHAPES[kind]
    return Token(code, match.start(), match.end(), printed, value)


def _number_shape(printed: str) -> str:
    """What a number can be by its digits: a day of the month and hour, a year, a code or time (0300), just a number."""
    if not printed.isascii() or len(printed) > 9:
        return "digits"
    if len(printed) <= 2:
        return "day" if int(printed) <= 24 else "late_day" if int(printed) <= 31 else "number"
    if len(printed) == 4 and printed.isdigit():
        return "year" if 1000 <= int(printed) <= 2199 else "clock" if printed < "1" and printed[2] < "6" else "digits"
    return "early" if printed.isdigit() and printed >= "1" else "number"
