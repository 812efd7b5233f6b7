"""Words behind a title that are the holder's name, though a list has them as something else: Justice Afghan, Minister Israel Katz."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from flows.extract.recognizers.units import Units
from flows.language.cues import cue_words
from flows.language.seeds import rows

_BEHIND: Final = re.compile(
    r"(?<=[RT])(?:[PN](?![KLIOJP(])|[xW](?=[GCe]))|(?<=G)R(?=[e,.;:)|sx])|(?<=[RT]G)[PN](?![CGQPNKLIOJWRT(])"
)
_BENCH: Final = frozenset({"Justice", "Chief Justice"})
_OF_NO_BENCH: Final = frozenset({"district", "tehsil"})  # no chief justice is one of these
_BEFORE: Final = 4  # units of a post before its title
_PRONOUN: Final = "He"
_TRIBE: Final = re.compile("(?:kh(?:ai|e)l|zai|Mohmand)$")  # of places called after a tribe, whose name its men bear
_LARGE: Final = 100_000
PREDICATE: Final = tuple("exv")  # units that go on about whom they stand behind


def with_surnames(units: Units) -> Units:
    """The units with these words as words of names."""
    at = [match.start() for match in _BEHIND.finditer(units.codes) if _is_name(units, match.start())]
    if not at:
        return units
    codes = list(units.codes)
    for i in at:
        codes[i] = "G"
        if codes[i + 1] == "W":
            codes[i + 1] = "C"  # Christian Sewing
    return units.recoded("".join(codes))


def _is_name(units: Units, at: int) -> bool:
    """Whether the word is the holder's name, or a title that a first name goes on to: Catherine King told."""
    if units.codes[at] == "R":
        return units.words(at, at + 1) in _marked("surname")
    if units.codes[at - 1] == "G":
        return True  # Prime Minister Luís Montenegro
    title, told = units.entries.get(units.starts[at - 1]), units.entries.get(units.starts[at])
    if units.codes[at] in "xW":
        is_seat = title is not None and title.row["canonical"] in _without_field() and units.codes[at] == "W"
        return is_seat or units.words(at, at + 1) == _PRONOUN  # Senator Noble Khan, Vice Premier He Lifeng
    if title is None or told is None:
        return False
    if title.row["canonical"] == "Justice":
        return units.codes[at + 1] not in "GC"
    if title.row["canonical"] in _BENCH:
        return told.row.get("kind") in _OF_NO_BENCH
    if (
        units.codes[at + 1] in ("CGW" if units.codes[at] == "N" else "CG")
        and units.codes[at + 2] not in "CGQ"
        and units.words(at, at + 1) in _marked("first name")
    ):
        return True  # Mining Minister Aurora Williams
    is_land = units.codes[at + 1] in "CG" and told.row.get("kind") == "country"
    return is_land and _is_of(units, at - 1, told.row["country_code"])


def is_surname(units: Units, first: int, at: int, row: Mapping[str, str]) -> bool:
    """A district behind a title and a given name; a region or country abroad with which the clause goes on: Mayor George Mwanza pledged."""
    is_held = units.codes[first - 1] == "X" and at == first + 1
    if units.codes[first] == "G" and at == first + 1 and row["name"].lower() in cue_words("surnames among lands"):
        return True  # its secretary, Fiona Jordan, said
    if is_held and row["kind"] == "district":
        return True  # Chief Justice Aalia Neelum
    return (
        is_held
        and units.codes[at + 1] in PREDICATE
        and row["kind"] in ("region", "country")
        and row["country_code"] != "PK"
    )


def is_large(row: Mapping[str, str]) -> bool:
    """A country, region or large place at home is no surname; a small one may be (Zehri, Jatoi), and one abroad (Mahmudabad)."""
    if row["country_code"] == "PK":
        if _TRIBE.search(row["name"]):
            return False  # Babar Khan Musakhail
        return row["kind"] not in ("city", "tehsil", "locality") or int(row["population"] or 0) > _LARGE
    return row["kind"] in ("country", "region")


@cache
def _marked(part: str) -> frozenset[str]:
    """Titles that are surnames as well, and places that are first names."""
    return frozenset(row["form"] for row in rows("post_forms") if row["part"] == part)


@cache
def _without_field() -> frozenset[str]:
    """The titles that say all of what a holder is: no senator is one for a field."""
    return frozenset(row["form"] for row in rows("post_forms") if row["part"] == "without a field")


def _is_of(units: Units, title: int, country: str) -> bool:
    """Whether the words before a title say already of which country it is: Israeli Defence Minister Israel Katz."""
    before = (
        units.entries.get(units.starts[i]) for i in range(max(0, title - _BEFORE), title) if units.codes[i] in "NP"
    )
    return any(entry.row.get("country_code") == country for entry in before if entry)
