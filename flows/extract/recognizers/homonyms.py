"""Which country a place of a name that several have lies in: London, Ontario; Tripoli in a report from Beirut; Macon, Georgia."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from flows.extract.recognizers.rules import Found, Named
from flows.language.names import fold
from flows.language.towns import places_of

_KINDS: Final = frozenset({"city", "district", "province", "tehsil"})
_WIDE: Final = frozenset({"country", "province", "region"})
_TOWNS: Final = frozenset({"city", "tehsil", "locality", "district"})
_LISTED: Final = re.compile(r",? (?:and )?|,")
_PARTS: Final = (", ", " (")  # between a town and what it lies in
_WORLDWIDE: Final = 3_000_000  # people from which a city is meant wherever it is named
_KNOWN: Final = (
    500_000  # people from which it is where its country is named, too, or the report's own has but a small one
)
_SMALL: Final = 50_000
_TELLS_STATES: Final = frozenset({"US"})  # whose press adds the state to towns called after larger ones: Athens, Ga.


def told_countries(found: Found) -> Mapping[str, str]:
    """Folded name → the country that the report says it lies in, by the larger place behind it: London, Ontario; Hyderabad (India)."""
    return dict(reversed([*_told(found)]))


def _told(found: Found) -> Iterator[tuple[str, str]]:
    text = found.left.text
    for name in found.named:
        entry = found.entries.get(name.end + 2) if text[name.end : name.end + 2] in _PARTS else None
        if name.kind != "place" or entry is None or entry.row.get("kind") not in _WIDE:
            continue
        country, printed = entry.row["country_code"], fold(text[name.start : name.end])
        if country and printed in places_of(country):
            yield printed, country


def country_of_name(
    found: Found, name: Named, row: Mapping[str, str], home: str | None, told: Mapping[str, str]
) -> str | None:
    """The country of a listed name of that seed row: as the report tells it, else the report's own ``home`` unless the larger is meant."""
    text = found.left.text
    country, printed = row.get("country_code") or None, fold(text[name.start : name.end])
    if name.kind == "place" and printed in told:
        return told[printed]
    if home in (None, country):
        return country
    if row.get("kind") == "country":
        is_own = _is_state(found, name, str(home), printed) or _is_among_towns(found, name, str(home), printed)
        return home if is_own else country
    if row.get("kind") not in _KINDS:
        return country
    at_home = places_of(str(home)).get(printed)
    return home if at_home and not _is_meant_abroad(found, row, at_home) else country


def _is_meant_abroad(found: Found, row: Mapping[str, str], at_home: Mapping[str, str]) -> bool:
    """A city is so well known, or so much better than the one at home, that it is meant in another country's report."""
    people, own = (int(place["population"] or 0) for place in (row, at_home))
    if people >= _WORLDWIDE or own >= _KNOWN or people < _KNOWN:
        return people >= _WORLDWIDE > own
    return own < _SMALL or at_home["country_code"] in _TELLS_STATES or row["country_code"] in _named(found)


def _named(found: Found) -> set[str]:
    """The countries that the report names, or their people."""
    told = (e.row for e in found.entries.values() if e.code == "N" or e.row.get("kind") == "country")
    return {row["country_code"] for row in told}


def _is_state(found: Found, name: Named, home: str, printed: str) -> bool:
    """A country's name behind a town of a country that has a state of that name: Macon, Georgia."""
    if places_of(home).get(printed, {}).get("kind") != "province":
        return False
    before = next((n for n in found.named if n.kind == "place" and n.end == name.start - 2), None)
    return before is not None and fold(found.left.text[before.start : before.end]) in places_of(home)


def _is_among_towns(found: Found, name: Named, home: str, printed: str) -> bool:
    """A country's name in a row of towns of a country that has a town of that name: Kalam, Bahrain and Madyan."""
    if printed not in places_of(home):
        return False
    beside = (n for n in found.named if n.kind == "place" and _LISTED.fullmatch(_between(found, n, name)))
    entries = (found.entries.get(n.start) for n in beside)
    return any(e.row.get("country_code") == home and e.row.get("kind") in _TOWNS for e in entries if e)


def _between(found: Found, one: Named, other: Named) -> str:
    first, last = sorted((one, other), key=lambda name: name.start)
    return found.left.text[first.end : last.start]
