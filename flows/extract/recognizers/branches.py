"""Names that grow on a listed name: a place's branch of a force, a body of a country, a side of a city, the seat of a body."""

import re
from collections.abc import Callable, Mapping
from typing import Final

from flows.extract.recognizers.lexicon import Entry, is_head, lexicon, post_words
from flows.extract.recognizers.spans import Body
from flows.extract.recognizers.units import Units
from flows.language.cues import cue_words

BODY_OF_A_COUNTRY: Final = "body of a country"  # the rule's name on its mentions
_OF_OFFICIALS: Final = frozenset({"Office", "Chambers", "Secretariat", "Department", "Court"})
_CLUB: Final = "FC"
_OF_A_CORPS: Final = frozenset(
    {"personnel", "soldier", "soldiers", "convoy", "checkpost", "camp", "headquarters", "troops"}
)
_SIDES: Final = frozenset({"North", "South", "East", "West"})
_PARTS: Final = _SIDES | {"Central", "Northern", "Southern", "Eastern", "Western"}
_REALMS: Final = frozenset({"Republic", "Kingdom", "Sultanate", "Commonwealth", "Principality"})
_QUARTERS: Final = frozenset({"Headquarters", "Headquarter", "HQ"})
_RULED: Final = frozenset({"country", "province", "region"})
_OF_STATES: Final = frozenset({"legislature", "court", "ministry"})
_LANDS: Final = frozenset({"country", "province"})
_WITH_BRANCHES: Final = frozenset({"company", "international body"})
_CONTESTS: Final = frozenset({"Cup", "Trophy", "Championship", "Championships", "League", "Games"})
_ALONE: Final = frozenset({"Gendarmerie", "Constabulary", "Coastguard", "Red Cross", "Red Crescent"})  # of any country
_HOME: Final = "PK"  # whose bodies the lists name in full
_OF_ANY_COUNTRY: Final = frozenset({"international body", "ministry"})
_OF_FIELDS: Final = frozenset(
    ["Ministry", "Department", "Directorate", "Board", "Bureau", "Faculty", "School", "Institute"]
)
_SHORT_LANDS: Final = frozenset({"USA", "UK", "GB", "EU"})
_PAIR: Final = 2  # a word and a country
_PARTICLES: Final = frozenset({"de", "del", "do", "da", "dos", "das", "di", "la", "el"})


def _unit(units: Units, match: re.Match[str]) -> Body | None:
    """A place's branch of a listed force, a body named after a listed one: Lahore Traffic Police, Liberal Democratic Party."""
    first, last = match.span("unit")
    name = units.words(last - 1, last)
    of_police = units.entries[units.starts[last - 1]].row.get("subtype") == "police"
    of_police = of_police and units.codes[first] == "P"
    if name == _CLUB and _is_club(units, first, last):
        return Body(first, last, "O", "name of a club")
    told = " " in name and (of_police or _is_headed(name) or name in _ALONE)
    return Body(first, last, "O", "branch of a place") if told or (of_police and _is_abroad(units, first)) else None


def _is_club(units: Units, first: int, last: int) -> bool:
    """Whether the letters are those of a football club, not of a corps at the frontier: Zembra FC, but no Balochistan FC."""
    is_at_home = units.codes[first] == "P" and _is_at_home(units, first)
    is_corps = is_at_home or units.codes[last] in "PURT(" or units.words(last, last + 1) in _OF_A_CORPS
    return not is_corps and units.codes[first - 1 : first] not in ("R", "T")


def _is_abroad(units: Units, place: int) -> bool:
    """A place of another country, whose police press and people call by the place and an abbreviation: Surrey RCMP, Durban SAPS."""
    listed, force = (units.entries.get(units.starts[i]) for i in (place, place + 1))
    countries = {entry.row.get("country_code") for entry in (listed, force) if entry}
    return len(countries) == 1 and "PK" not in countries


def _officer(units: Units, match: re.Match[str]) -> Body | None:
    """The office of an official: Seoul Chief Prosecutor's Office, the Attorney General's Chambers."""
    first, last = match.span()
    is_office = units.words(last - 1, last) in _OF_OFFICIALS and units.words(first, first + 1)[0].isupper()
    return Body(first, last, "O", "office of an official") if is_office else None


def _local(units: Units, match: re.Match[str]) -> Body | None:
    """A listed initiative of a place: Balochistan Safe City Project."""
    first, last = match.span()
    return Body(first, last, "J", "initiative of a place") if " " in units.words(last - 1, last) else None


def _contest(units: Units, match: re.Match[str]) -> Body | None:
    """A listed contest of those whom the words before it tell: the Women's Emerging Asia Cup."""
    first, last = match.span()
    return Body(first, last, "J", "contest of some") if units.words(first, last).split()[-1] in _CONTESTS else None


def _side(units: Units, match: re.Match[str]) -> Body | None:
    """A side of a place: North Karachi."""
    first, last = match.span()
    return Body(first, last, "P", "side of a place") if units.words(first, first + 1) in _SIDES else None


def _region(units: Units, match: re.Match[str]) -> Body | None:
    """A body's branch with its province in brackets or before its short form: Pakistan Rangers (Sindh), University Islamabad (UI)."""
    first, last = match.span()
    body, place = (units.entries.get(units.starts[i]) for i in (first, last - 1 - (units.codes[last - 1] == ")")))
    countries = {entry.row.get("country_code") for entry in (body, place) if entry} - {"", None}
    return Body(first, last, "O", "branch of a place") if len(countries) < 2 else None


def _seat(units: Units, match: re.Match[str]) -> Body | None:
    """A body of a country: Civil Aviation Authority of Nepal; a listed one of another: Supreme Court of India."""
    first, last = match.span()
    place = units.entries.get(units.starts[last - 1])
    body = units.entries.get(units.starts[first])
    is_firm = body is not None and body.row.get("subtype") == "company"  # Zorvan of Britain
    if is_firm or place is None or place.row.get("kind") not in _RULED:
        return None
    at = units.codes.find("W", first, last)
    if at >= 0 and units.words(at, at + 1) not in _REALMS:
        return None
    told = _is_headed(units.words(first, first + 1)) or _is_others(units, first, place)
    return Body(first, last, "O", BODY_OF_A_COUNTRY) if told else None


def _field(units: Units, match: re.Match[str]) -> Body | None:
    """A listed body that is of one field more: Ministry of Fisheries and Forests; its branch of a place."""
    first, last = match.span()
    head, of, _ = units.words(first, first + 1).partition(" of ")
    first -= first > 0 and units.codes[first - 1] == "P"
    return Body(first, last, "O", "body of one field more") if of and head in _OF_FIELDS else None


def _quarters(units: Units, match: re.Match[str]) -> Body | None:
    """Where a listed body has its seat: Nepal Police Headquarters."""
    first, last = match.span()
    return Body(first, last, "P", "seat of a body") if units.words(last - 1, last) in _QUARTERS else None


def _realm(units: Units, match: re.Match[str]) -> Body | None:
    """A country called by what it is: the Republic of Kenya, Kingdom of Norway."""
    first, last = match.span()
    place = units.entries.get(units.starts[last - 1])
    is_state = units.words(first, first + 1) in _REALMS and place is not None and place.row.get("kind") == "country"
    return Body(first, last, "P", "listed") if is_state else None


def _foreign(units: Units, match: re.Match[str]) -> Body | None:
    """A listed body's name for that of another country: the Indian Supreme Court."""
    first, last = match.span()
    people = units.entries.get(units.starts[first])
    return Body(first, last, "O", BODY_OF_A_COUNTRY) if people and _is_others(units, first + 1, people) else None


def _is_others(units: Units, body: int, told: Entry) -> bool:
    """Whether a listed body that goes by common words belongs to another country than the one told."""
    listed, country = units.entries.get(units.starts[body]), told.row.get("country_code")
    if listed is None or not country:
        return False
    printed, is_its_own = units.words(body, body + 1), listed.row.get("country_code") == country
    if _is_of_common_words(printed) and (not is_its_own or country != _HOME):
        return True
    if is_its_own:
        return False
    is_of_one = listed.row.get("country_code") or listed.row.get("subtype") in _OF_ANY_COUNTRY
    return bool(is_of_one) and is_common(printed, listed.row)


def _abroad(units: Units, match: re.Match[str]) -> Body | None:
    """A firm's branch in a country: Telenor Pakistan."""
    first, last = match.span()
    firm, place = (units.entries.get(units.starts[i]) for i in (first, first + 1))
    is_branch = firm and place and firm.row.get("subtype") in _WITH_BRANCHES and place.row.get("kind") == "country"
    return Body(first, last, "O", "branch of a place") if is_branch else None


def _land(units: Units, match: re.Match[str]) -> Body | None:
    """A body of a country that is called by what it is for: Forensic Science Ireland, Tourism Malaysia."""
    first, last = match.span("land")
    place = units.entries.get(units.starts[last - 1])
    if place is None or place.row.get("kind") != "country" or not units.text[units.starts[first]].isupper():
        return None
    is_told = last - first > _PAIR or units.words(first, first + 1).lower() in cue_words("bodies before their country")
    return Body(first, last, "O", BODY_OF_A_COUNTRY) if is_told else None


def _city(units: Units, match: re.Match[str]) -> Body | None:
    """A place that calls itself a city, a district of a side: Angeles City, Imphal West district."""
    first, last = match.span()
    word = units.words(last - 1, last)
    if units.words(first, first + 1) in _SHORT_LANDS and word.lower() in cue_words("bodies before their country"):
        return Body(first, last, "O", BODY_OF_A_COUNTRY)  # USA Cycling
    is_side = word in _PARTS and (units.codes[last] == "v" or not _is_at_home(units, first))
    return Body(first, last, "P", "city") if is_side or word in ("City", "Region") else None


def _is_at_home(units: Units, place: int) -> bool:
    """A place of Pakistan, whose sides are units of the police: SSP Karachi South."""
    entry = units.entries.get(units.starts[place])
    return entry is None or entry.row.get("country_code") == "PK"


def _far(units: Units, match: re.Match[str]) -> Body | None:
    """A place whose name goes on behind a particle: San Juan de Lurigancho."""
    first, last = match.span()
    return Body(first, last, "P", "longer name of a place") if units.words(first + 1, first + 2) in _PARTICLES else None


def _is_headed(name: str) -> bool:
    """The name of a body that other bodies of its kind can have with a word before it."""
    *before, head = name.split()
    entry = lexicon().entries.get(head.lower())
    return len(before) > 0 and entry is not None and entry.code == "K" and head != "Court"


def _is_of_common_words(name: str) -> bool:
    """Whether a listed name is a head and nothing before it that is one body's own: Federal Police, Gendarmerie, but no Azov Brigade."""
    if name in _ALONE:
        return True
    known = lexicon()
    *before, head = name.lower().replace("’", "'").replace("'s ", " ").split()
    closing = known.entries.get(head)
    is_head = (closing is not None and closing.code == "K") or head.capitalize() in _ALONE
    is_headed = is_head and len(before) > 0
    return is_headed and all(word in known.common or known.words.get(word) == "W" for word in before)


def is_common(printed: str, row: Mapping[str, str]) -> bool:
    """Whether other countries have a body by the name that is printed: Supreme Court for that of Pakistan, a parliament."""
    whole = row["name"]
    shortened = whole.startswith(f"{printed} of ") or whole.endswith(f" {printed}")
    return shortened or (whole == printed and row["subtype"] in _OF_STATES)


def _fronted(units: Units, match: re.Match[str]) -> Body | None:
    """The same, of a field before the one that its list or head has: the Forests and Wildlife Department."""
    first, last = match.span()
    fields = (units.words(i, i + 1).lower() in post_words() for i in range(first, last - 2))
    *own, head = units.words(last - 1, last).split()
    return Body(first, last, "O", "body of one field more") if own and head in _OF_FIELDS and all(fields) else None


def _way(units: Units, match: re.Match[str]) -> Body | None:
    """A place whose name goes on before what is listed: Sardar Model Town, Asghar Stadium Road."""
    first, last = match.span("way")
    *own, head = units.words(last - 1, last).split()
    listed = units.entries.get(units.starts[last - 1])
    is_land = listed is not None and listed.row.get("kind") in _LANDS
    return Body(first, last, "P", "headed name") if own and is_head(head) and not is_land else None


BRANCHES: Final[Mapping[str, Callable[[Units, re.Match[str]], Body | None]]] = {
    "local": _local,
    "contest": _contest,
    "side": _side,
    "officer": _officer,
    "unit": _unit,
    "region": _region,
    "field": _field,
    "fronted": _fronted,
    "abroad": _abroad,
    "land": _land,
    "seat": _seat,
    "quarters": _quarters,
    "realm": _realm,
    "foreign": _foreign,
    "far": _far,
    "way": _way,
    "city": _city,
}  # what reads the match of each group of the pattern of headed names
