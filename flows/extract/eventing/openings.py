"""What the headline and first sentences of a story tell of where its news happened."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from flows.contract.records import Mention
from flows.extract.clauses.cast import Party
from flows.extract.clauses.parsed import Parsed
from flows.extract.eventing.nations import is_country, nation
from flows.extract.reading import Sentence

_ABROAD: Final = re.compile(
    r"\b(?:embass|ambassador|consul|high commission|mission|diplomat|envoys?\b|visiting|students|pilgrims|tourists)",
    re.I,
)
_OF_CONTINENT: Final = re.compile(r"\b(?:European|Western|African|Nordic|Scandinavian)\b")
_PEOPLE: Final = ("person", "post")
_NO_COUNTRY: Final = "-"
_GENITIVE: Final = ("’s ", "'s ")
_OWNER: Final = 25  # characters of a country's name
_AT_GATHERING: Final = re.compile(  # up to the place
    r"\b(?:[Aa]ddress(?:ed|ing)|[Ss]p(?:oke|eaking) at|[Pp]articipat\w+ in|[Tt](?:ook|aking|ake) part in|[Aa]ttend(?:ed|ing)"
    r"|(?:sidelines?|side-lines|margins) of|during (?:its|the|an?))\b[^.;:]{0,110}?"
    r"\b(?:session|conference|summit|forum|meeting|event|assembly|council|convention|dialogue|congress|debate|expo)\b,?"
    r"(?: (?:being )?(?:held|underway|organi[sz]ed))?(?: (?:in|at))? (?:the )?$",
    re.I,
)
_FIRST: Final = 3  # sentences of a story in which it tells where people came together
_HERE: Final = re.compile(r"\bhere\b")


def is_here(parsed: Parsed, sentence: Sentence) -> bool:
    """Whether a sentence says that it tells of the place where its report was filed: ``arrested here on Sunday``."""
    return _HERE.search(parsed.reading.text, sentence.start, sentence.end) is not None


def names_another(parsed: Parsed, story: int | None, filed: int) -> bool:
    """Whether headline and first sentences do not name where the report was filed, but a place that is not its country either."""
    home = parsed.mentions[filed]
    named = list(_opening_places(parsed, story))
    return any(_is_other(home, place) for place in named) and not any(_is_same(home, place) for place in named)


def gathering(parsed: Parsed, story: int | None, filed: int) -> int | None:
    """The place abroad at which a story's first sentences say that people came together: ``addressing the conference in X``."""
    home, text = parsed.mentions[filed].country_code, parsed.reading.text
    first = list(islice((s for s in parsed.reading.story if s.story_ordinal == story), _FIRST))
    for i, mention in enumerate(parsed.mentions if home and first else ()):
        abroad = mention.kind == "place" and mention.country_code not in (None, home)
        told = (s for s in first if abroad and s.start <= mention.char_start < s.end)
        if any(_AT_GATHERING.search(text, s.start, mention.char_start) for s in told):
            return i
    return None


def is_of_another_country(parsed: Parsed, filed: int, parties: Sequence[Party], *, people: bool = False) -> bool:
    """Whether all who act are of other countries than where the report was filed: states, bodies, groups (``Iranian officials``).

    ``people``: also holders of their posts, who are not there where nobody meets.
    """
    home = parsed.mentions[filed].country_code
    codes = [_country(parsed, party) if people or party.kind not in _PEOPLE else None for party in parties]
    return bool(codes) and home is not None and all(code and code != home for code in codes)


def _country(parsed: Parsed, party: Party) -> str | None:
    if party.kind in _PEOPLE:
        return None if _ABROAD.search(party.post or "") else nation(party.post or "")
    if party.kind not in ("body", "group") or _ABROAD.search(party.name or ""):
        return None
    if _OF_CONTINENT.search(party.name or ""):
        return _NO_COUNTRY
    text = parsed.reading.text
    if text.endswith(_GENITIVE, 0, party.start):
        return nation(text[max(0, party.start - _OWNER) : party.start])  # China’s Xian University
    if party.ordinal is not None and parsed.mentions[party.ordinal].country_code:
        return parsed.mentions[party.ordinal].country_code
    return nation(party.name or "")


def _opening_places(parsed: Parsed, story: int | None) -> Iterator[Mention]:
    reading = parsed.reading
    spans = [(s.start, s.end) for s in parsed.opening(story)]
    spans += [(s.char_start, s.char_end) for s in reading.sections if s.kind == "headline"]
    for mention in parsed.mentions:
        if mention.kind == "place" and any(start <= mention.char_start < end for start, end in spans):
            yield mention


def _is_other(home: Mention, place: Mention) -> bool:
    return not (is_country(place.name) and place.country_code == home.country_code)


def _is_same(home: Mention, place: Mention) -> bool:
    return place.name.casefold() == home.name.casefold()
