"""Firms inside one report: Kyle Technology Corp is meant where Kyle stands alone, unless the report names a person so."""

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from typing import Final

from flows.contract.changed import changed
from flows.extract.recognizers.lexicon import company_forms, lexicon
from flows.extract.recognizers.people import Person
from flows.extract.recognizers.rules import Found, Named
from flows.extract.recognizers.spans import Spans
from flows.extract.recognizers.told_firms import may_be_firm, told_firms
from flows.extract.recognizers.within import name_words
from flows.language.cues import firm_cues
from flows.language.seeds import rows

_OF_STUDY: Final = ("University", "College")
_LOCATED: Final = re.compile(r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Ff]rom|[Tt]o|across|around|outside|inside|into|through|via) $")
_GOES_ON: Final = re.compile(r",? \(?(?=[A-Z])|[-:/]")  # behind a town: its state, a bulletin
_LARGE: Final = 500_000  # people
_FEW: Final = 2  # words of a name that is not called by their initials
_SHORTEST: Final = 3  # letters of a name that stands for a firm
_TOLD: Final = re.compile(r"\btold (?:the )?\Z")
_PARTNERS: Final = re.compile(r"(?<![\w&-])[A-Z][a-z]\w+ & [A-Z][a-z]\w+(?![\w&-]| [A-Z&])")
_LONGEST_PARTNER: Final = 20  # characters
_MORE: Final = re.compile(r" (?:[A-Z][a-z]+ )?(?P<last>[A-Z][a-z]+)\b")
_FIRM: Final = re.compile(r"(?P<name>[A-Z]\w*[a-z]\w*) ")


def with_firms(found: Found) -> Found:
    """The findings with names of firms that were read as persons made organizations, and the firms' short names found."""
    full = name_words(found)
    firms = [p for p in found.persons if not p.trusted and (_is_firm(_text(found, p)) or _is_told(found, p, full))]
    led = tuple(_led(found, full))
    named = [
        *found.named,
        *led,
        *(Named(p.start, p.end, "organization", "name of a firm", False) for p in firms),
    ]
    persons = [p for p in found.persons if p not in firms]
    named, persons = _with_partners(found, named, persons)
    known = [n for n in named if n.kind == "organization" and _is_known(_text(found, n))]
    if known:
        named, persons = _extended(found, known, named, persons)
    told = told_firms(found, known)
    shorts = {
        **dict.fromkeys(_called_after_places(found, named), ""),
        **dict.fromkeys((_text(found, n) for n in led), ""),
        **dict.fromkeys(told, ""),
        **_short_names(found, persons, {*told, *(_text(found, firm) for firm in known)}),
    }
    if not shorts:
        return changed(found, persons=tuple(persons), named=tuple(named))
    kept = [p for p in persons if p.trusted or _text(found, p) not in shorts]
    named = [n for n in named if n.kind != "place" or _text(found, n) not in shorts]
    printed = [m.span() for m in _any_of(shorts).finditer(found.left.text)]
    within = Spans(Named(*span, "organization", "") for span in printed)
    named = [n for n in named if n.kind != "place" or not within.hold(n.start, n.end)]  # Zorvan Ghana
    taken = Spans(kept, _titles(found), named)
    named += [Named(*span, "organization", "short name of a firm", False) for span in printed if not taken.meet(*span)]
    return changed(
        found,
        persons=tuple(kept),
        named=tuple(named),
        aliases={**{s: long for s, long in shorts.items() if long}, **found.aliases},
    )


def _with_partners(found: Found, named: list[Named], persons: list[Person]) -> tuple[list[Named], list[Person]]:
    """The names with firms called by two partners, whom no rule but the model alone had read as persons: Simon & Schuster."""
    text = found.left.text
    joined = [p for p in persons if p.is_open and "&" in text[max(0, p.start - 2) : p.end + 2]]
    if not joined:
        return named, persons
    partners = (_PARTNERS.search(text, max(0, p.start - _LONGEST_PARTNER)) for p in joined)
    firms = {m.span() for p, m in zip(joined, partners, strict=True) if m and m.start() <= p.start < m.end()}
    places = Spans(n for n in named if n.kind == "place")  # Bosnia & Herzegovina
    told = [Named(*span, "organization", "two partners", False) for span in sorted(firms) if not places.meet(*span)]
    taken = Spans(told)
    kept = [p for p in persons if p.trusted or not taken.meet(p.start, p.end)]
    return [*(n for n in named if not taken.meet(n.start, n.end)), *told], kept


def _titles(found: Found) -> Iterator[Named]:
    """The titles of posts: the firm that one is of stands beside them (chief executive of Kyle)."""
    return (Named(post.core_start, post.core_end, "post", "title") for post in found.posts)


def _text(found: Found, name: Person | Named) -> str:
    return found.left.text[name.start : name.end]


def _is_told(found: Found, person: Person, full: set[str]) -> bool:
    """A single word behind 'told' that is no part of anybody's name is an outlet: told Bild."""
    word = _text(found, person)
    is_unknown = word.isalpha() and word not in full and word not in lexicon().words
    return (
        is_unknown
        and not person.posts
        and (_TOLD.search(found.left.text, max(0, person.start - 10), person.start) is not None)
    )


def _led(found: Found, full: set[str]) -> Iterator[Named]:
    """The firm that a single unknown word before its head's title names: Rheinmetall CEO X."""
    for post in found.posts:
        firm = _FIRM.fullmatch(found.left.text, post.start, post.core_start) if post.start < post.core_start else None
        if firm is None or found.left.text[post.core_start : post.core_end].lower() not in firm_cues("head"):
            continue
        start, end = firm.span("name")
        is_taken = start in found.entries or any(n.start <= start < n.end for n in found.named)
        word = found.left.text[start:end]
        if not is_taken and word not in full and word not in lexicon().words and word.lower() not in lexicon().common:
            yield Named(start, end, "organization", "before the title of its head", False)


def _is_firm(name: str) -> bool:
    first, *more = name.split()
    return bool(more) and _closes(more[-1]) and not _closes(first)


def _extended(
    found: Found, known: list[Named], named: list[Named], persons: list[Person]
) -> tuple[list[Named], list[Person]]:
    """The names with firms that go on to their trade or country: Verizon Wireless, Verizon India."""
    text = found.left.text
    countries = {n.start: n.end for n in named if n.kind == "place" and _text(found, n) in _countries()}
    ends = {}
    for firm in known:
        more = _MORE.match(text, firm.end)
        if more and _closes(more["last"]):
            ends[firm.start] = more.end()
        elif firm.end + 1 in countries and text[firm.end] == " ":
            ends[firm.start] = countries[firm.end + 1]
    if not ends:
        return named, persons
    taken = Spans(Named(start, end, "organization", "") for start, end in ends.items())
    longer = [changed(n, end=ends.get(n.start, n.end)) if n in known else n for n in named]
    kept = [n for n in longer if n.kind == "organization" or not taken.meet(n.start, n.end)]
    return kept, [p for p in persons if p.trusted or not taken.meet(p.start, p.end)]


@cache
def _countries() -> frozenset[str]:
    """The names of countries that firms have behind their own."""
    return frozenset(row["name"] for row in rows("places") if row["kind"] == "country") | {"US", "UK", "USA", "UAE"}


def _is_known(name: str) -> bool:
    """Whether a name is closed as a firm's are, or a list has it for one."""
    return name.lower() in _listed_firms() or _is_firm(name)


@cache
def _listed_firms() -> frozenset[str]:
    """The names of firms in the seed lists, in small letters."""
    return frozenset(form for form, entry in lexicon().entries.items() if entry.row.get("subtype") == "company")


def _closes(word: str) -> bool:
    return word in company_forms() or word.rstrip(".") in company_forms()


def _short_names(found: Found, persons: list[Person], firms: AbstractSet[str]) -> Mapping[str, str]:
    """The short names that stand for a firm of the report, with its long form; none that a person, place or word could have."""
    longs = sorted((name for name in firms if " " in name), key=lambda name: (len(name), name))
    shorts = {short: long for long in reversed(longs) for short in _shortened(long)}
    people = {word for p in persons if (name := _text(found, p)) not in shorts and " " in name for word in name.split()}
    places = {_text(found, n) for n in found.named if n.kind == "place" and n.rule == "listed"}
    return {
        short: long
        for short, long in shorts.items()
        if short not in places and people.isdisjoint(short.split()) and not _is_common(short)
    }


def _shortened(long: str) -> Iterator[str]:
    """A firm's name without what closes it, its first word, and the surname of its founder: A.B. Rana Corp, A.B. Rana, Rana;
    the initials of three words and more."""
    words = long.split()
    while len(words) > 1 and _closes(words[-1]):
        words.pop()
    yield " ".join(words).rstrip(",")
    if "." not in words[0]:
        yield words[0].rstrip(",")
        yield words[0].split("-")[0]
    elif len(words) > 1:
        yield words[-1].rstrip(",")
    if len(long.split()) > _FEW and all(word[0].isupper() for word in long.split()):
        yield "".join(word[0] for word in long.split())


def _is_common(short: str) -> bool:
    """A single word that is a word, a place or a word of persons' names."""
    listed = lexicon()
    lower = short.lower()
    return (
        " " not in short
        and not may_be_firm(short)
        and (len(short) < _SHORTEST or lower in listed.common or lower in listed.entries or lower in listed.words)
    )


def _called_after_places(found: Found, named: Sequence[Named]) -> Iterator[str]:
    """Places that the report names only for a firm or university called after them: Columbia University, and Columbia agreed."""
    text = found.left.text
    places = {_text(found, n) for n in named if n.kind == "place" and n.rule == "listed"}
    longs = (_text(found, n) for n in named if n.kind == "organization")
    seated = {long.split()[0] for long in longs if " " in long and (_is_known(long) or long.endswith(_OF_STUDY))}
    for place in sorted(seated & places):
        alone = list(re.finditer(rf"\b{re.escape(place)}\b(?! [A-Z])", text))
        is_located = any(
            _LOCATED.search(text[max(0, m.start() - 9) : m.start()])
            for m in alone
            if text[m.end() : m.end() + 1] not in ("’", "'")
        )
        if _is_little(place) and not is_located and not any(_GOES_ON.match(text, m.end()) for m in alone):
            yield place


def _is_little(place: str) -> bool:
    """A town or county abroad that is less known than a firm may be."""
    entry = lexicon().entry(place)
    row = entry.row if entry else {}
    is_county = row.get("kind") == "province" and row.get("country_code") == "GB"
    is_town = row.get("kind") == "city" and row.get("country_code") != "PK"
    return is_county or (is_town and int(row.get("population") or 0) < _LARGE)


def _any_of(shorts: Mapping[str, str]) -> re.Pattern[str]:
    longest_first = sorted(shorts, key=lambda s: (-len(s), s))
    return re.compile(rf"(?<![\w@#.-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w@-]|\.\w| [A-Z])")
