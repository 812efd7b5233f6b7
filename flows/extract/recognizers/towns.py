"""Small towns of the country a report is from or about: a name where a place is expected is one of them, if the country has it."""

import re
from collections.abc import Iterator
from typing import Final

from flows.contract.changed import changed
from flows.extract.recognizers.districts import with_districts
from flows.extract.recognizers.drafts import home_of
from flows.extract.recognizers.lexicon import lexicon
from flows.extract.recognizers.rules import Found, Named
from flows.extract.recognizers.spans import Spans
from flows.extract.recognizers.units import Units
from flows.extract.recognizers.within import name_words
from flows.language.names import fold
from flows.language.towns import places_of

_HOME: Final = "PK"  # of which the gazetteer has all
_WORD: Final = "[CGQPW@]"
_RUN: Final = rf"(?:{_WORD}(?:b{{0,2}}{_WORD}){{0,3}})(?![CGQPWKLIAR@]|s?[KI])"
_EXPECTED: Final = re.compile(
    rf"(?:(?<![CGQPW@K])(?P<led>n|p|f|o)t?|(?<=P),|(?<=P),?a)(?P<run>{_RUN})"  # in X, to X, of X; Lahore, X and Y
    rf"|(?P<told>{_RUN})(?=,P|v)"  # X, Poland; X district
)
_ANY: Final = re.compile(_RUN)
_ALONE: Final = re.compile("[|xtnofpa,ed]C[xenpoaf,.|]|[|]C:")  # Obuasi has no water; Obuasi: Chief Inspector X said
_SECOND: Final = re.compile(r"[CGQHXW][CGQ](?![CGQPWKLIA@v])")
_LEAST: Final = 5  # letters of a name that needs no more to be told
_BY: Final = frozenset({"on", "by", "with"})
_WIDE: Final = frozenset({"country", "province", "region"})


def with_towns(found: Found, dateline_place: str | None) -> Found:
    """The findings with the towns that the report's countries have; no name of a person that nothing but words of names told."""
    countries = _countries(found, dateline_place)
    if not countries:
        return found
    found = with_districts(found, countries)
    places = dict(_places(found, countries, dateline_place))
    if not places:
        return found
    taken = Spans(places.values())
    return changed(
        found,
        persons=tuple(p for p in found.persons if p.start not in places),
        named=(*(n for n in found.named if not taken.meet(n.start, n.end)), *places.values()),
    )


def _countries(found: Found, dateline_place: str | None) -> list[str]:
    """The report's home, then the other countries that it names; none for a report from home."""
    home = home_of(found, dateline_place)
    if home in (None, _HOME):
        return []
    told = (e.row for e in found.entries.values() if e.code == "N" or e.row.get("kind") == "country")
    named = dict.fromkeys(row["country_code"] for row in told if row.get("country_code"))
    return [str(home), *(code for code in named if code not in (home, _HOME))]


def _places(found: Found, countries: list[str], dateline_place: str | None) -> Iterator[tuple[int, Named]]:
    """The towns by their first character. Behind one of a list the next is expected, too; and what was one is one everywhere."""
    units, doubtful = found.left, {p.start for p in found.persons if p.is_open}
    people = name_words(found) | _surnames(found)
    codes, at = units.codes, 0
    known = {dateline_place: countries[0]} if dateline_place else {}
    while match := _EXPECTED.search(codes, at):
        first, last = match.span("run" if match["run"] else "told")
        at = match.start() + 1
        if units.words(first, last) in people or not _is_open(units, first, last, doubtful):
            continue
        country = _country_of(units, match, first, last, countries)
        if country:
            codes = f"{codes[:first]}{'P' * (last - first)}{codes[last:]}"
            at = last
            known[units.words(first, last)] = country
            yield _named(units, first, last, country)
    for match in _ANY.finditer(codes):
        first, last = match.span()
        country = known.get(units.words(first, last)) or _at_home(units, first, last, countries[0], people)
        if country and units.codes[first] != "P" and _is_open(units, first, last, doubtful):
            yield _named(units, first, last, country)


def _surnames(found: Found) -> set[str]:
    """Who is addressed by one word, and words right behind a forename, or one that no list has: Butch Wilmore, and Wilmore."""
    units, text = found.left, found.left.text
    addressed = {text[p.start : p.end] for p in found.persons if p.honorific}
    forenames = lexicon().words
    behind = (match.span() for match in _SECOND.finditer(units.codes))
    return addressed | {
        units.words(last - 1, last)
        for first, last in behind
        if units.codes[first] != "W" or forenames.get(units.words(first, first + 1)) == "G"
    }


def _at_home(units: Units, first: int, last: int, home: str, people: set[str]) -> str | None:
    """The report's own country, where a word that is unknown otherwise and stands alone is a town of it: Obuasi has no water."""
    if units.codes[first:last] != "C" or not _ALONE.match(units.codes, first - 1):
        return None
    word = units.words(first, last)
    return home if len(word) >= _LEAST and word not in people and fold(word) in places_of(home) else None


def _named(units: Units, first: int, last: int, country: str) -> tuple[int, Named]:
    start, end = units.span(first, last)
    return start, Named(start, end, "place", "town of the country", country=country)


def _is_open(units: Units, first: int, last: int, doubtful: set[int]) -> bool:
    """Whether nothing sure is known of a run: a listed place stays what it is, and who was told by more than words of names."""
    codes = units.codes[first:last]
    return codes != "P" and all(code != "@" or units.starts[i] in doubtful for i, code in enumerate(codes, first))


def _country_of(units: Units, match: re.Match[str], first: int, last: int, countries: list[str]) -> str | None:
    """The country of a run that is expected to be a place: the first that has one of the name, or the one that stands behind it."""
    led = units.words(match.start("led"), match.start("led") + 1).lower() if match["led"] else ""
    is_weak = (
        led in ("of", "to", "for") and units.codes[match.start("led") - 1] != "l"
    )  # a person may follow; the road to X
    if led in _BY or (is_weak and last - first == 1 and units.codes[first] in "GW@"):
        return None
    name = fold(units.words(first, last))
    country = next((code for code in countries if name in places_of(code)), None)
    if country or not led or units.codes[last] != "," or units.codes[last + 1] != "P":
        return country
    behind = units.entries.get(units.starts[last + 1])
    is_wide = behind is not None and behind.row.get("kind") in _WIDE
    return behind.row["country_code"] or None if behind and is_wide else None
