"""Names told by what stands beside them: a common noun (the airline Zorvan, helpline “Pukar-9”), an abbreviation in brackets."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from flows.extract.recognizers.lexicon import company_forms
from flows.extract.recognizers.spans import Body
from flows.extract.recognizers.units import Units
from flows.language.seeds import rows

_BEHIND: Final = re.compile(r"(?<=[xk])b?(?=G{0,2}[CQA])[CGQA]{1,3}(?P<trade>W)?(?![CGQPWKLIARTOYb@])")
_BEFORE: Final = re.compile(r"(?<![CGQPWKLIARTObX@])(?=P{0,2}[CQA])[CQPA]{1,3}(?=[xk])")
_SEVERAL: Final = re.compile(
    r"(?<=t)[WCGQAPNKIL](?:[WCGQAPNKILd]|[opf](?=[WCGQ]))+(?=x)"
)  # the Verify 15 system, the Green Schools project
_LIKE_A_PERSON: Final = re.compile(r"(?<=[ts])G[CGQ]{1,2}(?=x)")  # the Linda Mama scheme
_OF_A_KIND: Final = re.compile(r"(?<=t)C[CGQ]{1,2}(?=xx)")  # the Jaza Miti tree-planting drive
_RUN: Final = frozenset(
    {"scheme", "programme", "program", "initiative", "app", "helpline", "portal", "drive", "campaign"}
)
_OF_A_YEAR: Final = re.compile(r"(?<![CGQPWKLIARTObX@])[CGWQA]{1,3}d(?=x)")  # the Cloud Sword 2025 operation
_YEAR: Final = re.compile(r".* 20\d\d")
_TITLED: Final = re.compile(r"(?<=x)(?=[CGPWL])[CGQAPWLI]{1,4}d?(?=[,.|xanepo])")  # exercise Indus Shield-2024
_IN_QUOTES: Final = "[CWGQPAJINUMKLYOZdDofat-]{0,5}[CWGQPAJINUMKLYOZd]"
_QUOTED: Final = re.compile(
    rf'(?P<before>x)q?"(?P<first>[CWAGQx]{_IN_QUOTES}|[CAJP])[.,]?"|"(?P<second>[CWAGQx]{_IN_QUOTES}|[CAJP])"(?P<behind>x)'
)
_MADE_BY: Final = re.compile(r"[OC](?P<model>[CGPQWAdZ]{0,3})(?![KLIRTOX])")
_DESIGNATION: Final = re.compile(
    r"(?P<letters>[A-Z]{1,4})?-?(?P<number>\d{1,4})(?P<series>[A-Z]{0,3}(?:-\d{1,4}[A-Z]{0,3})?)s?"
)
_COUNTED: Final = frozenset(
    {"million", "billion", "trillion", "percent", "per", "pc", "dollars", "euros", "crore", "jobs", "%"}
)
_AIRCRAFT: Final = range(2, 4)  # digits that are a type of aircraft without a letter: Boeing 787, Fokker 50
_SHIP: Final = re.compile(r"(?:[GCPQAWdKLUN]|[RT](?=[GCPQ]))[GCPQdAij]{0,2}")  # behind what ships' names begin with
_VESSEL: Final = re.compile(
    r"[GCQW][GCQW]{0,2}(?:,[GCQW]{1,3})*(?:,?a[GCQW]{1,3})?(?![PAKLIRTO])"
)  # navy ships Zorvan and Kell
_ADJECTIVES: Final = 3  # words between an article and a maker's name, and the article
_SHORT: Final = re.compile(r"(?<=O)\([AOC]\)")
_LEADING: Final = re.compile(r"[CWUMGQPNAsa,]{1,9}$")  # what the name may begin with: Practitioners, Pharmacists and
_PARTICIPLE: Final = re.compile(r"-[a-z]+ed$")  # the IMF-supported programme
_PERIODS: Final = frozenset({"daily", "weekly"})  # say how often, too, unless an article stands before them


def told_by_noun(units: Units) -> Iterator[Body]:
    """The names of bodies and initiatives beside a noun that says what they are, left to right, apart."""
    until = 0
    for first, last, noun, side in sorted(_beside(units)):
        word = units.words(noun, noun + 1)
        code = _nouns(side).get(word)
        is_told = word not in _PERIODS or units.codes[noun - 1] == "t"
        is_told = is_told and (
            word not in ("operation", "operations") or any(map(str.isdigit, units.words(first, last)))
        )
        if first >= until and code and is_told and not _PARTICIPLE.search(units.words(first, last)):
            yield Body(
                first, last, code, "beside a word for bodies" if code == "O" else "beside a word for initiatives"
            )
            until = last


def _beside(units: Units) -> Iterator[tuple[int, int, int, str]]:
    """(first, last, the noun's place, the side of it) of capitalised runs with a small word at one side."""
    codes = units.codes
    for match in _BEHIND.finditer(codes):
        first, last = match.span()
        if match["trade"] is None or units.words(last - 1, last) in company_forms():  # consultancy Zorvan Energy
            yield first, last, first - 1, "right"
    for match in _BEFORE.finditer(codes):
        yield *match.span(), match.end(), "left"
    for match in _TITLED.finditer(codes):
        first, last = match.span()
        is_title = last - first > 1 and not set("WLI").isdisjoint(match.group())
        if is_title or any(map(str.isdigit, units.words(first, last))):
            yield first, last, first - 1, "title"
    for match in _SEVERAL.finditer(codes):
        told = units.words(match.end(), match.end() + 1)
        is_own = told != "system" or not set("dACGQ").isdisjoint(match.group())  # not the Primary Health Care system
        if _nouns("left").get(told) == "J" and "W" in match.group() and is_own:
            yield *match.span(), match.end(), "left"
    for match in _LIKE_A_PERSON.finditer(codes):
        if units.words(match.end(), match.end() + 1) in _RUN - {"campaign"}:
            yield *match.span(), match.end(), "left"
    for match in _OF_A_YEAR.finditer(codes):
        if _YEAR.fullmatch(units.words(*match.span())):
            yield *match.span(), match.end(), "left"
    for match in _OF_A_KIND.finditer(codes):
        if units.words(match.end() + 1, match.end() + 2) in _RUN:
            yield *match.span(), match.end() + 1, "left"
    if '"' in codes:
        for match in _QUOTED.finditer(codes):
            noun = match.start("before") if match["before"] else match.start("behind")
            first, last = match.span("first" if match["before"] else "second")
            if units.words(first, last)[0].isupper():
                yield first, last, noun, "quoted"


def spelt_out(units: Units) -> Iterator[Body]:
    """Bodies whose abbreviation says that they begin further left: Hill Doctors, Pharmacists and Dentists Union (HDPDU)."""
    until = 0
    for match in _SHORT.finditer(units.codes):
        body = match.start() - 1
        short = units.words(body + 2, body + 3)
        leading = _LEADING.search(units.codes, until, body)
        is_short = sum(letter.isupper() for letter in short) > 1
        if leading is None or not is_short or stands_for(short, units.words(body, body + 1)):
            continue
        for first in range(body - 1, leading.start() - 1, -1):
            if units.codes[first] not in ",as" and stands_for(short, units.words(first, body + 1)):
                yield Body(first, body + 1, "O", "spelt out with its abbreviation")
                until = body + 1
                break


def vehicles(units: Units) -> Iterator[Body]:
    """Makers' names that stand for a vehicle, its model with them, which name no body: a white Toyota Corolla, Hyundai vans."""
    for match in _MADE_BY.finditer(units.codes):
        first, last = match.span()
        maker = units.words(first, first + 1)
        if maker not in _vehicles("maker") and maker not in _vehicles("aircraft"):
            continue
        if _is_type(units, first + 1, maker):
            yield Body(first, first + 2, "x", "vehicle")
            continue
        article = next((i for i in range(first - 1, max(first - _ADJECTIVES, 0) - 1, -1) if units.codes[i] != "x"), -1)
        is_one = units.codes[article] == "t" and units.words(article, article + 1).lower() in ("a", "an")
        if units.words(last, last + 1) in _vehicles("noun") or (is_one and match["model"]):
            yield Body(first, last, "x", "vehicle")


def _is_type(units: Units, at: int, maker: str) -> bool:
    """Whether what follows a maker's name says which of its vehicles is meant: Airbus A380, Boeing 737-800s, but not Airbus 120 million."""
    type_ = _DESIGNATION.fullmatch(units.words(at, at + 1)) if units.codes[at] in "dAZC" else None
    if (
        type_ is None
        or units.words(at + 1, at + 2) in _COUNTED
        or units.text[units.ends[at] : units.ends[at] + 1] == "%"
    ):
        return False
    is_told = type_["letters"] or type_["series"]
    return bool(is_told) or (maker in _vehicles("aircraft") and len(type_["number"]) in _AIRCRAFT)


def without_ships(units: Units) -> Units:
    """The units with the names of ships, who are nobody, as plain words: the USS Harry S. Truman, HMS Queen Anne."""
    codes = units.codes
    for match in _ships().finditer(units.text):
        first = units.at(match.start())
        pattern = _VESSEL if match[0].islower() else _SHIP
        name = pattern.match(codes, first + 1) if first >= 0 else None
        if name and units.span(first, first + 1) == match.span():
            codes = codes[:first] + "x" * (name.end() - first) + codes[name.end() :]
    return units.recoded(codes)


def stands_for(short: str, long: str) -> bool:
    """The letters of an abbreviation begin words of the long form, in order; small words may be skipped."""
    rest = iter(re.findall(r"[A-Za-z]+", long))
    return all(any(word[0].lower() == letter.lower() for word in rest) for letter in short if letter.isupper())


@cache
def _vehicles(kind: str) -> frozenset[str]:
    """Makers of vehicles or aircraft, or the nouns for what they make."""
    return frozenset(row["word"] for row in rows("vehicles") if row["kind"] == kind)


@cache
def _ships() -> re.Pattern[str]:
    """What ships' names begin with, or what ships are called: HMS Zorvan, the frigates Zorvan and Kell."""
    words = sorted(_vehicles("ship") | _vehicles("vessel"))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})(?= [A-Z])")


@cache
def leading_nouns() -> frozenset[str]:
    """The last words of the nouns that stand before a body's name: trade union Zorvan."""
    told = (row["noun"] for row in rows("telling_nouns") if (row["kind"], row["side"]) == ("organization", "right"))
    return frozenset(noun.split()[-1] for noun in told)


@cache
def _nouns(side: str) -> Mapping[str, str]:
    """The nouns at a side, each with the class of what it tells of."""
    codes = {"organization": "O", "initiative": "J"}
    return {row["noun"]: codes[row["kind"]] for row in rows("telling_nouns") if row["side"] == side}
