"""What a word or phrase may be, from the seed lists: one letter a class, so that patterns over classes are regular expressions.

====  =====================================  ====  =====================================
R     rank or title of public office         P     place
T     post without rank                      Q     place or person's name, told by its surroundings
M     modifier of a post (Additional, ex)    N     demonym
U     unit or function (Operations, IT)      O     organization
H     honorific                              J     initiative
G     word of a person's name                K L I head of an organization, place, initiative
C     capital, unknown                       k l v lower-case head: police; division; village, area
W     capital, common word                   A     abbreviation, unknown; Z code of a sector (F-6/2)
i     initial                                b     particle inside a name (ul, bin)
d D   number; day or month                   x     any other word
====  =====================================  ====  =====================================

Function words keep letters of their own: o of, f for, a and, t the, n in/at/from, p to/on/by; q names a person next (identified,
accused, son), e is a verb of speech or action that people do; s is the possessive; marks stand for themselves, ``|`` ends a sentence.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from flows.language.phrases import Phrases
from flows.language.seeds import rows

_FUNCTION: Final[Mapping[str, str]] = {
    "o": "of",
    "f": "for",
    "a": "and &",
    "t": "the a an",
    "n": "in at from near inside outside across around within of’",
    "p": "to on by with",
    "b": "ul ur al bin bint ibn binti e i de di da del della dos van von der den la le el",
    "m": "former ex late acting officiating caretaker then interim outgoing incoming additional deputy assistant retired",
}
_HEADS: Final = {"organization": "K", "place": "L", "initiative": "I"}
_SMALL_CITY: Final = 1_000_000  # a foreign city that is spelt like a common word needs as many people to count


@dataclass(frozen=True, slots=True)
class Entry:
    """A phrase of the seed lists: its class, the spelling that must be met (None: any with a capital), its row."""

    code: str
    exact: str | None
    row: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All phrases with the automaton that finds them, and the word lists."""

    entries: Mapping[str, Entry]
    phrases: Phrases
    words: Mapping[str, str]  # single words: lower-case function words and cues; names with their capital
    common: frozenset[str]
    no_names: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """The lexicon of the seed lists, built once a process."""
    common = frozenset(row["word"] for row in rows("common_words") if row["usually"] == "small")
    words = {row["word"]: "W" for row in rows("common_words") if row["usually"] == "often"}
    words |= {word: code for code, listed in _FUNCTION.items() for word in listed.split()}
    words |= {row["word"]: row["code"] for row in rows("name_cues")}
    names = {row["word"]: "G" for row in rows("person_names")}
    at_home = {row["word"] for row in rows("person_names") if "en_PK" in row["source"] or "archives" in row["source"]}
    entries: dict[str, Entry] = {}
    for phrase, entry in _entries(common, names, at_home):
        entries.setdefault(phrase.lower(), entry)
    return Lexicon(entries, Phrases(entries), words | names, common, frozenset(r["form"] for r in rows("no_names")))


def _entries(common: frozenset[str], names: Mapping[str, str], at_home: set[str]) -> Iterator[tuple[str, Entry]]:
    """(phrase, entry) in order of precedence: the first entry of a phrase holds."""
    for row in rows("honorifics"):
        yield _entry(row["form"], "H", row)
    for row in rows("ranks"):
        yield _entry(row["form"], "R", row)
        if len(row["form"]) <= 5 and row["form"].isupper():
            yield row["form"] + "s", Entry("R", row["form"] + "s", row)
    kinds = {"title": "T", "modifier": "M", "unit": "U", "field": "W"}
    for row in rows("posts"):
        if row["kind"] == "title":
            yield _entry(row["form"], "T", row)
    for name, code in (("organizations", "O"), ("initiatives", "J")):
        for row in rows(name):
            for form in (row["name"], *filter(None, row["aliases"].split(";"))):
                yield _entry(form, code, row)
    for row in rows("demonyms"):
        yield _entry(row["demonym"], "N", row)
    yield from _places(common, names, at_home)
    for row in rows("posts"):
        if row["kind"] != "title":
            yield _entry(row["form"], kinds[row["kind"]], row)
    for row in rows("name_heads"):
        yield _entry(row["head"], _HEADS[row["kind"]], row)


def _places(common: frozenset[str], names: Mapping[str, str], at_home: set[str]) -> Iterator[tuple[str, Entry]]:
    ranked = sorted(
        rows("places"), key=lambda r: (r["kind"] == "city", r["country_code"] != "PK", -int(r["population"] or 0))
    )
    for row in ranked:
        home = row["country_code"] == "PK"
        for form in (row["name"], *filter(None, row["aliases"].split(";"))):
            if form.lower() in common and not (home and row["kind"] == "district"):
                if row["kind"] in ("city", "tehsil") and int(row["population"] or 0) < _SMALL_CITY:
                    continue
                yield form, Entry("P", form, row)
            elif form in at_home and not home and row["kind"] == "city" and int(row["population"] or 0) < _SMALL_CITY:
                continue
            else:
                yield _entry(form, "Q" if form in names and row["kind"] in ("city", "tehsil", "province") else "P", row)


def _entry(form: str, code: str, row: Mapping[str, str]) -> tuple[str, Entry]:
    short = len(form) <= 7 and sum(c.isupper() for c in form) > 1 and " " not in form
    return form, Entry(code, form if short else None, row)
