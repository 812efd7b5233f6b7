"""What a word or phrase may be, from the seed lists: one letter a class, so that patterns over classes are regular expressions.

====  =====================================  ====  =====================================
R     rank or title of public office         P     place
T     post without rank                      Q     place or person's name, told by its surroundings
M     modifier of a post (Additional, ex)    N     demonym
U     unit or function (Operations, IT)      O     organization
H     honorific                              J     initiative
G     word of a person's name                K L I head of an organization, place, initiative; Y of a law or a day
C     capital, unknown                       k l v lower-case head: police; division; village, area
W     capital, common word                   A     abbreviation, unknown; Z code of a sector (F-6/2)
F     legal form of a firm, shortened (Inc)
i     initial                                b     particle inside a name (ul, bin)
d D   number; day or month                   x     any other word
====  =====================================  ====  =====================================

Function words keep letters of their own: o of, f for, a and, t the, n in/at/from, p to/on/by. Cues: q names a person next
(identified, accused), z by kinship (son, wife), h says where he lives (resident), e is a verb of speech or action that people do.
j is what follows a name (Jr, III). s is the possessive; marks stand for themselves, and ``|`` ends a sentence.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace
from functools import cache
from itertools import zip_longest
from typing import Final

from flows.contract.fixed import fixed
from flows.language.cues import cue_words
from flows.language.marks import unmarked
from flows.language.phrases import Phrases
from flows.language.seeds import forms_of, rows

_FUNCTION: Final[Mapping[str, str]] = {
    "o": "of",
    "f": "for",
    "a": "and &",
    "t": "the a an",
    "n": "in at from near inside outside across around within of’",
    "p": "to on by with",
    "b": "ul ur ud uz un az ush al bin bint ibn binti ben e i de di da del della dos du van von der den la le el wa ya "
    "dela delos los las ter zu zum zur",
    "m": "former ex ex- then- now- late acting officiating caretaker then interim outgoing incoming additional deputy assistant retired",
}
_DESKS: Final = frozenset({"desk", "release", "relations"})  # ends of what bylines print, which name no agency
_HEADS: Final = {"organization": "K", "place": "L", "initiative": "I", "other": "Y", "area": "v"}
_SMALL_ENDS: Final = frozenset({"police", "force", "rangers", "army", "navy", "cabinet", "embassy"})
_ACCENTED: Final = re.compile("[À-ɏḀ-ỿ]")
_PLAIN: Final = {
    at: base[0]
    for at in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))
    if (base := unicodedata.normalize("NFD", chr(at)))[0] != chr(at)
} | dict(zip(map(ord, "ıŁłØøĐđ"), "iLlOoDd", strict=True))
_SMALL_CITY: Final = 1_000_000  # a foreign city that is spelt like a common word needs as many people to count

_SAID: Final = re.compile(r"(?=.{4})[B-DF-HJ-NP-TV-Z]{0,2}(?:[AEIOU]+[B-DF-HJ-NP-TV-Z]{1,2})+[AEIOU]*")  # UNESCO


_ORDER: Final = {"country": 0, "city": 2}  # kinds of places of one name, the others between
_ARTICLE: Final = re.compile(r"[ae][a-z]{1,2}-[A-Z]")  # al-Azhar, el-Fasher
_CHIEF_OF_SOMETHING: Final = re.compile(r"chief [A-Z]")  # the district police chief Supt X has a grade of his own
_GRADED: Final = frozenset({"police", "military"})


@fixed()
class Entry:
    """A listed phrase: its class, its form, whether only that very spelling counts, its row.

    ``small`` is the entry that its lower-case spelling has (police station), ``rival`` the one that holds where the words beside it say so.
    ``before_name``: it is something else where no full name follows (PC, CS, Officer), nor is it said of somebody between commas.
    """

    code: str
    form: str
    exact: bool
    row: Mapping[str, str]
    small: "Entry | None" = None
    rival: "Entry | None" = None
    before_name: bool = False
    titled: bool = False  # printed as a word, too: Unesco
    local: bool = False  # it counts only where its country is named
    also: tuple[str, ...] = ()  # the same name with other capitals: Fata, IIoJK
    place: "Entry | None" = None  # the place that is called so but for its capitals: Imo, IMO

    @property
    def is_graded(self) -> bool:
        """A rank or title of a service in uniform."""
        return self.row.get("service") in _GRADED

    def allows(self, printed: str) -> bool:
        """Whether the phrase counts as it is printed: capitals where names have them, posts in lower case too."""
        if printed == self.form or printed in self.also:
            return True
        if self.titled and printed == self.form.capitalize():
            return True
        if self.code in "OP" and _ARTICLE.match(printed) and printed[0].upper() + printed[1:] == self.form:
            return True
        if self.exact or (self.row.get("position") == "capital" and printed.split()[-1][0].islower()):
            return False
        if self.code == "F":
            return printed in company_forms()
        if printed[0].islower():
            if self.is_graded and _CHIEF_OF_SOMETHING.match(printed):
                return False
            return self.small is not None or (self.code in "RT" and len(printed) > 3 and _is_lower(printed, self.form))
        return self.code != "O" or not (
            printed[-1].islower() and printed.split()[-1][0].islower() and _is_small_name(printed)
        )


def _is_said(form: str, common: frozenset[str], names: Mapping[str, str]) -> bool:
    """Whether an abbreviation is said as a word, and is none that means something else."""
    return _SAID.fullmatch(form) is not None and form.lower() not in common and form.capitalize() not in names


def _is_lower(printed: str, form: str) -> bool:
    """Its first words in lower case, abbreviations aside, the others as listed: additional IGP, acting Chief Justice."""
    return all(
        word.islower() or (word.isupper() and len(word) > 1) or word[1:] == listed[1:]
        for word, listed in zip_longest(printed.split(), form.split(), fillvalue="")
    )


def _is_small_name(printed: str) -> bool:
    """A body's name whose last word is small counts only with a word like police there (Punjab police, but not The news)."""
    return printed.split()[-1] not in _SMALL_ENDS


@fixed()
class Lexicon:
    """All phrases with the automaton that finds them, and the word lists."""

    entries: Mapping[str, Entry]
    phrases: Phrases
    words: Mapping[str, str]  # single words: lower-case function words and cues; names with their capital
    common: frozenset[str]
    no_names: frozenset[str]
    no_names_alone: frozenset[str]  # they may be part of one
    no_bodies_last: frozenset[str]  # no body's name ends with them
    homonyms: Mapping[str, tuple[Entry, ...]]  # form → bodies of other countries that go by it, too

    def find(self, text: str) -> Iterator[tuple[int, int, Entry]]:
        """(start, end, entry) of the listed phrases in a text, with or without their accents."""
        for start, end, phrase in self.phrases.find(plain(text)):
            yield start, end, self.entries[phrase]

    def at_home(self, entry: Entry, home: str | None) -> Entry:
        """The body of the report's own country, where that has one of the form, else of no one country: AFP in Manila, IBA in Sofia."""
        others = self.homonyms.get(entry.form, ()) if home and entry.code == "O" else ()
        own = next((other for other in others if other.row["country_code"] == home), None)
        return own or next((other for other in others if not other.row["country_code"]), entry)

    def is_told(self, entry: Entry, countries: AbstractSet[str], bodies: AbstractSet[str]) -> bool:
        """Whether an abbreviation counts in a report that names these: NOC is Libya's oil company there, else a paper."""
        if not entry.local:
            return True
        rows_of = (one.row for one in self.homonyms.get(entry.form, (entry,)))
        return any(row["country_code"] in countries or row["name"] in bodies for row in rows_of)

    def entry(self, printed: str) -> Entry | None:
        """The entry of a phrase, whatever its capitals and accents."""
        return self.entries.get(plain(printed.lower()))


def inside(lists: Lexicon, printed: str, start: int, entry: Entry) -> tuple[int, int, Entry]:
    """What a phrase ends or begins with, where that is listed by itself: occupied Kashmir, British energy. With its span."""
    first, space, rest = printed.partition(" ")
    end = start + len(printed)
    inner = lists.entry(rest) if space and first.islower() else None
    if inner:
        return start + len(first) + 1, end, inner
    outer = lists.entry(first) if space and rest.islower() and entry.code == "O" else None
    return (start, start + len(first), outer) if outer and outer.code in "NP" else (start, end, entry)


@cache
def company_forms() -> frozenset[str]:
    """What closes the name of a firm: Inc, AG, Airlines."""
    return frozenset(row["form"] for row in rows("company_forms"))


def plain(text: str) -> str:
    """The text with Latin letters without their accents and apostrophes upright, character for character: Málaga, Malaga."""
    if text.isascii():
        return text
    text = text.replace("’", "'")  # all that most texts have: to look each letter up takes ten times as long
    return text if unmarked(text).isascii() or not _ACCENTED.search(text) else text.translate(_PLAIN)


@cache
def post_words() -> Mapping[str, str]:
    """The small words that stand inside posts, with the side of the title on which they do."""
    return {row["word"]: row["side"] for row in rows("post_words")}


@cache
def lexicon() -> Lexicon:
    """The lexicon of the seed lists, built once a process."""
    nouns = {row["noun"] for row in rows("telling_nouns")}
    common = frozenset(row["word"] for row in rows("common_words") if row["usually"] == "small") | nouns
    words = {row["word"]: "W" for row in rows("common_words") if row["usually"] == "often"}
    words |= {word: code for code, listed in _FUNCTION.items() for word in listed.split()}
    words |= {row["word"]: row["code"] for row in rows("name_cues")}
    names = {word: "G" for row in rows("person_names") for word in (row["word"], plain(row["word"]))}
    at_home = {row["word"] for row in rows("person_names") if "en_PK" in row["source"] or "archives" in row["source"]}
    entries: dict[str, Entry] = {}
    homonyms: dict[str, tuple[Entry, ...]] = {}
    for entry in _entries(common | words.keys(), names, at_home):
        key = plain(entry.form.lower())
        known = entries.setdefault(key, entry)
        if known.row is entry.row and known.code in "OPJ" and not known.allows(entry.form):
            known = entries[key] = replace(known, also=(*known.also, entry.form))
        if (known.code, entry.code) in (("O", "J"), ("T", "O"), ("R", "O")) or (
            known.before_name and entry.code == "O"
        ):
            entries[key] = replace(known, rival=entry)
        if known.exact and known.code == "O" and entry.row.get("kind") == "province" and not entry.form.isupper():
            entries[key] = replace(known, place=entry)
        if known.exact and entry.exact and known.form != entry.form and known.code == entry.code and known.code in "RT":
            entries[key] = replace(known, exact=False)  # PBGEN, PBGen
        if (known.code, entry.code) == ("O", "O"):
            homonyms[known.form] = (*homonyms.get(known.form, ()), entry)
    return Lexicon(
        entries,
        Phrases(entries),
        words | names,
        common,
        frozenset(form for r in rows("no_names") if r["where"] == "anywhere" for form in (r["form"], r["form"] + "s")),
        frozenset(r["form"] for r in rows("no_names") if r["where"] == "alone"),
        frozenset(form for r in rows("no_names") if r["where"] == "last" for form in (r["form"], r["form"] + "s")),
        {form: bodies for form, bodies in homonyms.items() if len(bodies) > 1},
    )


def _entries(common: frozenset[str], names: Mapping[str, str], at_home: set[str]) -> Iterator[Entry]:
    """The entries in order of precedence: the first of a phrase holds."""
    for row in rows("honorifics"):
        yield _entry(row["form"], "H", row)
    for row in rows("company_forms"):
        if row["kind"] == "abbreviation":
            yield Entry("F", row["form"], False, row)
    for row in (*rows("ranks"), *rows("portfolios")):
        yield from _with_plural(row["form"], "R", row)
    kinds = {"title": "T", "before a name": "T", "apposed": "T", "modifier": "M", "unit": "U", "field": "W"}
    for row in rows("posts"):
        if row["kind"] == "apposed":
            yield _entry(row["form"], "T", row)
        elif kinds[row["kind"]] == "T":
            yield from _with_plural(row["form"], "T", row)
    for name, code in (("organizations", "O"), ("initiatives", "J")):
        for row in rows(name):
            for form in _with_ampersands(forms_of(row)):
                entry = _entry(form, code, row)
                yield replace(entry, titled=True) if _is_said(form, common, names) else entry
    for row in rows("local_bodies"):
        for form in row["aliases"].split(";"):
            yield replace(_entry(form, "O", row), exact=True, local=True)
    for row in rows("agencies"):
        name = row["name"]
        if name not in names and {name.lower(), name.lower().split()[-1]}.isdisjoint(common | _DESKS):
            yield _entry(name, "O", {**row, "subtype": "news agency"})  # Kazinform reports
    for row in rows("demonyms"):
        yield _entry(row["demonym"], "N", row)
        if " " in row["demonym"] and row["demonym"][-1] in "nri":
            yield _entry(row["demonym"] + "s", "N", row)  # Sri Lankans
    yield from _places(common, names, at_home)
    for row in rows("name_heads"):
        yield _entry(row["head"], _HEADS[row["kind"]], row)
    for row in rows("posts"):
        if kinds[row["kind"]] != "T":
            yield _entry(row["form"], kinds[row["kind"]], row)


def _with_ampersands(forms: Iterable[str]) -> Iterator[str]:
    """The forms of a name, and those that an ampersand makes of them: National Database & Registration Authority."""
    for form in forms:
        yield form
        if " and " in form:
            yield form.replace(" and ", " & ")


def _places(common: frozenset[str], names: Mapping[str, str], at_home: set[str]) -> Iterator[Entry]:
    heads = {r["head"] for r in rows("name_heads")} | {r["form"] for r in rows("posts")}
    ranked = sorted(
        rows("places"),
        key=lambda r: (_ORDER.get(r["kind"], 1), r["country_code"] != "PK", -int(r["population"] or 0)),
    )
    for row in ranked:
        home = row["country_code"] == "PK"
        for form in forms_of(row):
            if row["kind"] in ("city", "tehsil") and (form in heads or " bin " in form.lower()):
                continue  # Mohammed Bin Zayed is a man, and his City a place
            if form.lower() in common and not (home and row["kind"] == "district"):
                if (row["kind"] in ("city", "tehsil") or not home) and int(row["population"] or 0) < _SMALL_CITY:
                    continue
                yield Entry("P", form, True, row)
            elif form in at_home and not home and row["kind"] == "city" and int(row["population"] or 0) < _SMALL_CITY:
                continue
            else:
                yield _entry(form, "Q" if form in names and row["kind"] in ("city", "tehsil", "province") else "P", row)


def _with_plural(form: str, code: str, row: Mapping[str, str]) -> Iterator[Entry]:
    """A rank or title, and its plural: SHO, SHOs; Senator, Senators A and B."""
    yield _entry(form, code, row)
    if len(form) <= 5 and form.isupper():
        yield Entry(code, form + "s", True, row)
    elif form[-1:].islower() and form.istitle() and plural(form) not in _heads():  # Rangers are a force
        yield Entry(code, plural(form), False, row, before_name=True)


@cache
def _heads() -> frozenset[str]:
    return frozenset(row["head"] for row in rows("name_heads"))


def is_head(word: str) -> bool:
    """Whether a word, in the singular or plural, closes names of bodies and places and no surname does so: Chowk, but not Hill."""
    if not ({word, word.removesuffix("s")} & _heads()):
        return False
    return word.lower() not in cue_words("surnames among heads") and lexicon().words.get(word) != "G"


def plural(form: str) -> str:
    """Senators, Secretaries."""
    return form[:-1] + "ies" if form.endswith("ry") else form + "s"


def _entry(form: str, code: str, row: Mapping[str, str]) -> Entry:
    short = len(form) <= 7 and sum(c.isupper() for c in form) > 1 and " " not in form
    small = Entry(code.lower(), form.lower(), False, row) if _has_small(form, code, row) else None
    before_name = not {"before a name", "apposed"}.isdisjoint({row.get("service"), row.get("kind")})
    return Entry(code, form, short, row, small, before_name=before_name)


def _has_small(form: str, code: str, row: Mapping[str, str]) -> bool:
    """Heads of several words close names in small letters, too: Kot Chandi police station."""
    return code in "KLv" and " " in form and row.get("position") != "capital"
