"""The class of a single word that no listed phrase covers."""

import re
from collections.abc import Mapping
from functools import cache, partial
from typing import Final

from flows.extract.recognizers.forenames import is_syllables
from flows.extract.recognizers.lexicon import lexicon, plural
from flows.language.remembered import Remembered
from flows.language.seeds import forms_of, rows

_SECTOR: Final = re.compile(r"[A-IMN]-\d{1,2}(?:/\d{1,2})?")  # G-9, M-2
_ROAD: Final = re.compile(r"(?:Shah?rah|Sharah|Sharea|Khayaban|Bagh|Minar)-(?:[ei]-)?[A-Z]")  # Shahrah-e-Quaid
_DAY: Final = re.compile(r"Y(?:ou|au|o)m-[ei]-")  # Youm-e-Takbir
_PARTY: Final = re.compile(r"[DRI]-(?P<state>[A-Z][A-Za-z.]*)")  # Sen. X, D-Ill.
_PLURAL: Final = re.compile(r"[A-Z]{2,}s")  # of an abbreviation: NGOs
_MONEY: Final = re.compile(r"(?:Rs|PKR|USD|US|Tk|RM|AED)\d\w*")  # Rs10
_MARKS: Final = {
    "“": '"',
    "”": '"',
    "‘": '"',
    "—": "-",
    "–": "-",
    "―": "-",
    "[": "(",
    "]": ")",
    "&": "a",
    "/": "a",
    "’": "s",
    "'": "s",
}
_FIELD: Final = re.compile(
    r"[A-Z][a-z]{2,}(?:ology|ography|onomy|[iy][sz]ation|ometry|therapy|iatrics|iculture|matics)"
)
_CUES: Final = "xqzheklv"
_SITES: Final = (".com", ".org", ".net", ".pk", ".tv")  # ends of names of sites, which are nobody's
_LONGEST_SHORT: Final = 4  # letters of an abbreviation that may look like a name


@cache
def word_codes(fresh: bool, titled: bool, shouted: bool) -> Mapping[str, str]:
    """Word or mark → its class where it stands so (see ``word_code``)."""
    return Remembered(partial(word_code, fresh=fresh, titled=titled, shouted=shouted))


def word_code(word: str, fresh: bool, titled: bool, shouted: bool) -> str:
    """The class of a word or mark.

    ``fresh``: it opens a sentence, where any word has a capital; ``titled``: so it does all over a headline in Title Case;
    ``shouted``: all letters of the sentence are capitals.
    """
    first = word[0]
    if not first.isalnum():
        return _MARKS.get(first, first) if len(word) == 1 else "s" if first in "’'" else "A"
    if first.isdigit():
        return "d"
    if first.islower():
        return _small(word)
    if not first.isupper():
        return "x"  # a script without capitals
    return _capital(word.capitalize() if shouted else word, fresh, titled)


def _small(word: str) -> str:
    code = lexicon().words.get(word, "x")
    if code == "x" and any(c.isupper() for c in word):
        return "C"
    return "x" if code == "W" else code


def _capital(word: str, fresh: bool, titled: bool) -> str:
    lists = lexicon()
    lower = word.lower()
    if word[1:2] == "." and len(word) <= 6:
        return "i"
    if word[-1] == ".":
        return "G" if word[0] == "M" else "i"  # Md. Karim, Kh. Bolormaa
    if len(word) == 1:
        return "x" if fresh and lower in "ai" else "i"
    own, small = lists.words.get(word), lists.words.get(lower)
    if own in ("D", "j"):
        return own
    if small == "b" and word.isupper():
        return "A"  # DA is a party, De a particle
    if small == "W":
        return "x" if titled else "W"
    if word in lists.no_names or word in _grades():
        return "x"
    if "-" in word and _ROAD.match(word):
        return "P"
    if "-" in word and _DAY.match(word):
        return "x"
    if small or lower in lists.common:
        return _common(small or "x", fresh, titled)
    if _PLURAL.fullmatch(word):
        return "x"
    if own:
        return own
    if (party := _PARTY.fullmatch(word)) and party["state"] in _states():
        return "x"
    if word.endswith("s") and lower[:-1] in _peoples():
        return "N"
    if "-" in word and is_syllables(word):
        return "G"
    if "-" in word and word.split("-")[-1].lower() in _peoples():
        return "N"
    if "-" in word and all(part.lower() in lists.common for part in word.split("-")):
        return "x" if fresh else "W"
    if fresh and ((len(word) > 7 and word.endswith("ly")) or (len(word) > 8 and word.endswith("ing"))):
        return "x"  # an adverb that opens a sentence; Lambasting the plan
    if _FIELD.fullmatch(word):
        return _common("x", fresh, titled)  # Hydrology: what a department is for, never a name
    if _MONEY.fullmatch(word):
        return "d"
    if _SECTOR.fullmatch(word):
        return "Z"
    if word.isupper() and len(word) > _LONGEST_SHORT and lists.words.get(word.capitalize()) == "G":
        return "G"  # KHAN
    is_short = word.isupper() and (len(word) < 8 or "-" in word)
    return "A" if is_short or word.endswith(_SITES) else "C"


@cache
def _grades() -> frozenset[str]:
    """Ranks of one word in the plural, of which nobody is told: Sepoys, Risaldars."""
    graded = (row["form"] for row in rows("ranks") if row["service"] == "military" and " " not in row["form"])
    return frozenset(plural(form) for form in graded if form[-1:].islower())


@cache
def _states() -> frozenset[str]:
    """First words of the names of the United States' members, short or in full, as they stand behind a party's letter."""
    states = (row for row in rows("places") if row["admin1"].startswith("US-"))
    return frozenset(form.split()[0].split(".")[0] for row in states for form in forms_of(row))


@cache
def _peoples() -> frozenset[str]:
    return frozenset(row["demonym"].lower() for row in rows("demonyms"))


def _common(code: str, fresh: bool, titled: bool) -> str:
    """A word that is common in lower case: where a capital says nothing it is that word, else part of some name."""
    if fresh or (titled and code != "b"):
        return code
    return "W" if code in _CUES else code
