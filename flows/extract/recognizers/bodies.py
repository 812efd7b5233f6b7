"""Organizations, places and initiatives that a head word closes or opens: Punjab Police, University of Y, Barki Road, X Conference."""

import re
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from flows.extract.recognizers.lexicon import Entry, lexicon
from flows.extract.recognizers.units import Units

_JOINED: Final = "|".join(
    (
        r"(?<=[WC])s(?=[WCUMKLIO])",
        r"(?<=[WUMKC])a(?=[WUMKC][WUMKCLIY]|[LI])",
        r"(?<=L)a(?=[WL]K)",  # Road and Bridge Corporation
        r"(?<=P)\([PA]\)",
        r"[GC]b(?=[GCPL])",  # Imam Muhammad bin Saud University
    )
)
_RUN: Final = rf"(?:[CWUMGQPNAiOJ]|(?<!^)[KLIY]|{_JOINED})*"
_HEADED: Final = re.compile(
    "(?=[CWUMGQPNAiOJKLIYklsaRT(])(?:"  # what a name begins with: nothing else is tried elsewhere
    + "|".join(
        (
            rf"(?P<small>(?:{_RUN})(?<![x|])(?P<word>[kl]))",
            rf"(?P<run>(?:{_RUN})(?P<head>[KLIY]))",
            r"(?P<officer>(?:[PN][UMW]*)?[RT]sK)",
            r"(?P<unit>(?:P|(?<![GCQPNWAO])[WC][WC]?)O)",
            r"(?P<local>PJ)",
            r"U(?P<side>P)",
            r"O(?P<quarters>U)(?![RT])",
            r"O(?P<region>\(P\)|P(?=\([AO]\)))",
            r"O(?P<seat>ot?(?:Wot?)?P)",
            r"W(?P<realm>ot?P)",
            r"O(?P<abroad>P)",
            r"N(?P<foreign>O)",
            r"P(?P<far>b{1,2}[CGQP]+)",
            r"P(?P<city>W|U(?=v)|U(?=[,.|)nxea]))(?![CGQWUMKLIYRTPOJAHdZ])",
        )
    )
    + ")"
)
_FORM: Final = re.compile(r"(?P<comma>,?)F+(?:\.(?!\|))?")
_IN_FIRM: Final = frozenset("CAOKGQWULINPMJYid")
_TOLD_FIRM: Final = frozenset("CAOKGQi")
_AND: Final = r"(?:(?:,(?=[WUMK]+(?:,[WUMK]+)*,?a[WUMK])|,?a(?=N?[WUMK]))N?[WUMKC]+)*"
_FIELD: Final = rf"t?(?:[CR]?[WUMPNAOKLIY]+C?|[CGQ]+|R(?![GCQ])){_AND}"
_TAILS: Final = {
    "K": re.compile(rf"(?:[of]{_FIELD})*(?:(?<=[GCP])b{{1,2}}[GCP]+)?P?(?:\(P\))?"),
    "L": re.compile(r"(?:ot?[CGQPWN]+)?(?:P|[GCQ]{1,2}(?=[fpn,.])(?!,[GCQ]))?"),
    "I": re.compile(rf"(?:(?:o|[fp](?=[WU]))t?[CR]?[WUMPNAOKLIY]+{_AND})?"),
    "Y": re.compile(rf"(?:ot?[CWUMPN]+{_AND})?"),
}
_ON: Final = re.compile(rf"p{_FIELD}")
_ON_A_FIELD: Final = frozenset({"Committee", "Sub-Committee", "Subcommittee", "Commission", "Council", "Caucus"})
_COUNTED: Final = re.compile(r"(?:Corps|Brigade|Battalion|Regiment|Squadron| Division)$")
_PLAIN: Final = frozenset({"Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Miss"})
_PARTICLES: Final = frozenset({"de", "del", "do", "da", "dos", "das", "di", "la", "el"})
_OF_ANY_PLACE: Final = frozenset({"division", "police station"})
_OF_A_PLACE: Final = re.compile(
    "Hospital|Complex|House|Mosque|Temple|Church|Port|Airport|Stadium|Fort|Bay|Gulf|Sea|Emirate|Governorate"
)
_STATION_NAME: Final = re.compile(r"[PCGQ]{1,2}(?=[,.|;])")  # in the limits of police station Ghaibi Dero.
_NUMBERED: Final = frozenset({"Block", "Phase", "Sector"})
_OF_OFFICIALS: Final = frozenset({"Office", "Chambers"})
_NUMBERED_BODIES: Final = frozenset({"Office", "Unit", "Region", "Battalion", "Company", "Command", "Group"})
_NUMBER: Final = re.compile(r"[1-9]\d?")
_SIDES: Final = frozenset({"North", "South", "East", "West"})
_ROYAL: Final = frozenset({"King", "Queen", "Prince"})
_SUBJECTS: Final = frozenset({"Justice", "General"})  # Justice Department, General Motors
_OFFICES: Final = _ROYAL | {
    "Prime Minister",
    "PM",
    "Deputy Prime Minister",
    "Chief Minister",
    "CM",
    "President",
    "Governor",
}
_REALMS: Final = frozenset({"Republic", "Kingdom", "Sultanate", "Commonwealth", "Principality"})
_QUARTERS: Final = frozenset({"Headquarters", "Headquarter", "HQ"})
_RULED: Final = frozenset({"country", "province", "region"})
_COURSE: Final = re.compile(
    r"\b(?:Summer|Winter|Spring|Autumn) (?:Camp )?(?:School|Academy|University|Institute)s?$"
)  # a school of a season
_SEATS: Final = frozenset({"Office", "Secretariat", "House"})
_OF_STATES: Final = frozenset({"legislature", "court", "ministry"})
_WITH_BRANCHES: Final = frozenset({"company", "international body"})
_KINDS: Final = {"K": "O", "L": "P", "I": "J", "Y": "x", "k": "O", "l": "P"}


class Body(NamedTuple):
    """Units ``first`` to ``last`` name one thing of class ``code`` (O, P, J, or x: a law, which is none), as ``rule`` says."""

    first: int
    last: int
    code: str
    rule: str


def firms(units: Units) -> Iterator[Body]:
    """The names that the short legal form of a firm closes, left to right, apart: Norvix Foods, Inc."""
    until = 0
    for form in _FORM.finditer(units.codes):
        first, last = form.span()
        first -= units.codes[first - 1 : first] == "s"  # Weisfield's Inc.
        while first > until and (units.codes[first - 1] in _IN_FIRM or units.words(first - 1, first) == "&"):
            first -= 1
        first -= _opens(units, first, form.start())
        run, is_dotted = units.codes[first : form.start()], "." in units.words(form.end("comma"), form.end("comma") + 1)
        is_initials = len(units.words(form.end("comma"), last)) < 3  # AG, SE are other things, too
        if is_initials and (form["comma"] or _TOLD_FIRM.isdisjoint(run)):
            continue
        if not run.strip("PNMd"):
            continue  # Punjab Ltd
        if is_dotted and units.codes[last] in "GCQ":
            continue  # Justice Ali S.A. Khan
        yield Body(first, last, "O", "name of a firm")
        until = last


def without_forms(units: Units) -> Units:
    """The units with legal forms that close no firm's name as what they look like: initials (S.A. Khan), abbreviations."""
    if "F" in units.codes:
        forms = {i: "i" if "." in units.words(i, i + 1) else "A" for i, code in enumerate(units.codes) if code == "F"}
        units.codes = "".join(forms.get(i, code) for i, code in enumerate(units.codes))
    return units


def _opens(units: Units, first: int, end: int) -> bool:
    """A common word that opens the sentence begins the name where nothing else would tell the firm from others: Heartland Foods, Inc."""
    if units.codes[first:end].strip("KLW") or first in (0, end) or units.codes[first - 1] != "x":
        return False
    return units.words(first - 1, first)[0].isupper() and (first == 1 or units.codes[first - 2] in '|"')


def bodies(units: Units) -> Iterator[Body]:
    """The headed names, left to right, apart."""
    codes, at = units.codes, 0
    while match := _HEADED.search(codes, at):
        make = next(maker for group, maker in _MAKERS.items() if match[group])
        body = make(units, match)
        if body:
            yield body
        if body is None and (match["realm"] or match["officer"]):
            at = match.start() + 1  # Friends of China Forum: what follows may begin a name
            continue
        at = max(body.last, match.end()) if body else match.end() - (match["unit"] is not None)


def _headed(units: Units, match: re.Match[str]) -> Body | None:
    first, end = match.span("run")
    kind = match["head"]
    if _is_titled(units, first, end, kind):
        first -= 1
        while kind == "K" and first and units.codes[first - 1] in "PN":
            first -= 1  # the U.S. Justice Department
    first -= _is_counted(units, first, end) or _is_opened_by_particle(units, first)
    while _is_addressed(units, first, end):
        first -= 1
    tail = _TAILS[kind].match(units.codes, end)
    if kind == "L" and units.codes[end] == "o" and not _OF_A_PLACE.fullmatch(units.words(end - 1, end)):
        tail = None
    if tail and kind == "K" and units.codes[end] == "f" and units.codes[tail.end() - 1] == "I":
        tail = None  # went to the Harbour Academy for the Rescue Course
    last = tail.end() if tail else end
    if last == end and kind == "K" and (on := _ON.match(units.codes, end)) and _is_on_a_field(units, end):
        last = on.end()  # the Standing Committee on Religious Affairs
    last += last == end and units.codes[end] == "d" and _is_numbered(units, first, end)
    if units.words(end - 1, end) == "Division" and not units.codes[first : end - 1].strip("PCQ"):
        return Body(first, end, "P", "headed name") if end - 1 > first else None
    if last > end or _names(units, first, end - 1) or _is_enough(units, end - 1):
        broken_off = last == end and units.codes[last] in "WU"
        code = "J" if _COURSE.search(units.words(first, last)) else _KINDS[kind]
        return None if broken_off else Body(first, last, code, "headed name")
    if units.codes[end - 2] not in "RT" and units.entries[units.starts[end - 1]].row["position"] == "first":
        return _opened(units, end - 1)
    return None


def _is_numbered(units: Units, first: int, end: int) -> bool:
    """Whether the number behind a name is part of it: Block 5, Police Regional Office 3, but not at the Office 12 men waited."""
    head = units.words(end - 1, end)
    if head in _NUMBERED:
        return True
    is_whole = end - first > 1 and units.codes[end + 1] not in "xCWUGvkl"
    return is_whole and head in _NUMBERED_BODIES and _NUMBER.fullmatch(units.words(end, end + 1)) is not None


def _is_titled(units: Units, first: int, end: int, kind: str) -> bool:
    """The name begins with a title of office: King Edward College, Prime Minister House, PM Office, but not Governor State Bank."""
    if kind == "I" and first and units.codes[first - 1] == "T":
        return " " in units.words(first - 1, first)  # Chief of Army Staff Trophy
    if first == 0 or units.codes[first - 1] != "R":
        return False
    is_seat = end - first == 1 and units.words(first, end) in _SEATS
    return units.words(first - 1, first) in (_ROYAL | _SUBJECTS if kind == "K" and not is_seat else _OFFICES)


def _is_on_a_field(units: Units, end: int) -> bool:
    """The head that ends here may say with 'on' what it deals with."""
    return units.words(end, end + 1) == "on" and units.words(end - 1, end).split()[-1] in _ON_A_FIELD


def _is_addressed(units: Units, first: int, end: int) -> bool:
    """The name keeps the form of address of whom it is called after: Sir Ganga Ram Hospital."""
    if first == 0 or end - first < 2 or units.codes[first - 1] != "H" or units.codes[first] not in "GQCH":
        return False
    return units.words(first - 1, first) not in _PLAIN


def _is_opened_by_particle(units: Units, first: int) -> bool:
    """A particle with its capital belongs to the name: Al Alam Palace, El Hassan Science City."""
    return first > 0 and units.codes[first - 1] == "b" and units.words(first - 1, first)[0].isupper()


def _is_counted(units: Units, first: int, end: int) -> bool:
    """A number opens the name of a formation: 10 Corps, 101st Infantry Brigade."""
    if first == 0 or units.codes[first - 1] != "d":
        return False
    head = units.words(end - 1, end)
    return bool(_COUNTED.search(head)) or (head == "Company" and not units.words(first - 1, first).isdigit())


def _small(units: Units, match: re.Match[str]) -> Body | None:
    """A name with a head in lower case: Dinga police, Adiala jail; a place's police station, but not any of its hospitals."""
    first, last = match.span("small")
    kind, run = match["word"], units.codes[first : last - 1]
    of_any_place = units.words(last - 1, last) in _OF_ANY_PLACE
    if of_any_place and last - first == 1 and (named := _STATION_NAME.match(units.codes, last)):
        return Body(first, named.end(), "P", "named by a common head") if units.codes[first - 1] in "onpt" else None
    if run == "O" and units.words(last - 1, last) == "party":
        return None  # the ruling Fidesz party
    told = _names(units, first, last - 1) and (kind == "k" or run.strip("N" if of_any_place else "NPW"))
    told = told or _is_enough(units, last - 1)
    return Body(first, last, _KINDS[kind], "named by a common head") if told else None


def _unit(units: Units, match: re.Match[str]) -> Body | None:
    """A place's branch of a listed force, a body named after a listed one: Lahore Traffic Police, Liberal Democratic Party."""
    first, last = match.span("unit")
    name = units.words(last - 1, last)
    of_police = units.entries[units.starts[last - 1]].row.get("subtype") == "police"
    of_police = of_police and units.codes[first] == "P"
    told = " " in name and (of_police or _is_headed(name))
    return Body(first, last, "O", "branch of a place") if told or (of_police and _is_abroad(units, first)) else None


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
    if place is None or place.row.get("kind") not in _RULED:
        return None
    at = units.codes.find("W", first, last)
    if at >= 0 and units.words(at, at + 1) not in _REALMS:
        return None
    told = _is_headed(units.words(first, first + 1)) or _is_others(units, first, place)
    return Body(first, last, "O", "body of a country") if told else None


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
    return Body(first, last, "O", "body of a country") if people and _is_others(units, first + 1, people) else None


def _is_others(units: Units, body: int, told: Entry) -> bool:
    """Whether a listed body that goes by common words belongs to another country than the one told."""
    listed, country = units.entries.get(units.starts[body]), told.row.get("country_code")
    if (
        listed is None
        or not country
        or (not listed.row.get("country_code") and listed.row.get("subtype") != "international body")
    ):
        return False
    return listed.row["country_code"] != country and is_common(units.words(body, body + 1), listed.row)


def _abroad(units: Units, match: re.Match[str]) -> Body | None:
    """A firm's branch in a country: Telenor Pakistan."""
    first, last = match.span()
    firm, place = (units.entries.get(units.starts[i]) for i in (first, first + 1))
    is_branch = firm and place and firm.row.get("subtype") in _WITH_BRANCHES and place.row.get("kind") == "country"
    return Body(first, last, "O", "branch of a place") if is_branch else None


def _city(units: Units, match: re.Match[str]) -> Body | None:
    """A place that calls itself a city, a district of a side: Angeles City, Imphal West district."""
    first, last = match.span()
    word = units.words(last - 1, last)
    is_side = word in _SIDES and units.codes[last] == "v"
    return Body(first, last, "P", "city") if is_side or word in ("City", "Region") else None


def _far(units: Units, match: re.Match[str]) -> Body | None:
    """A place whose name goes on behind a particle: San Juan de Lurigancho."""
    first, last = match.span()
    return Body(first, last, "P", "longer name of a place") if units.words(first + 1, first + 2) in _PARTICLES else None


def _names(units: Units, first: int, head: int) -> bool:
    """Something before the head tells this one from others of its kind."""
    return first < head and any(c not in "MU" for c in units.codes[first:head])


def _is_enough(units: Units, head: int) -> bool:
    """The head alone names a body: the foreign ministry, the Provincial Assembly."""
    entry = units.entries.get(units.starts[head])
    position = entry.row.get("position") if entry else None
    return position == "alone" or (position in ("title", "capital") and units.text[units.starts[head]].isupper())


def _is_headed(name: str) -> bool:
    """The name of a body that other bodies of its kind can have with a word before it."""
    *before, head = name.split()
    entry = lexicon().entries.get(head.lower())
    return len(before) > 0 and entry is not None and entry.code == "K" and head != "Court"


def is_common(printed: str, row: Mapping[str, str]) -> bool:
    """Whether other countries have a body by the name that is printed: Supreme Court for that of Pakistan, a parliament."""
    whole = row["name"]
    shortened = whole.startswith(f"{printed} of ") or whole.endswith(f" {printed}")
    return shortened or (whole == printed and row["subtype"] in _OF_STATES)


def _opened(units: Units, head: int) -> Body | None:
    end = head + 1
    end += units.codes[end : end + 2] in (".C", ".P", ".G", ".Q")  # Brgy. San Isidro
    begin = end
    while units.codes[end] in "PCGWdZQA" or (units.codes[end] in "bU" and units.codes[end + 1] in "GCP"):
        end += 1
    return Body(head, end, _KINDS[units.codes[head]], "head and name") if end > begin else None


_MAKERS: Final = {
    "small": _small,
    "local": _local,
    "side": _side,
    "officer": _officer,
    "unit": _unit,
    "region": _region,
    "abroad": _abroad,
    "seat": _seat,
    "quarters": _quarters,
    "realm": _realm,
    "foreign": _foreign,
    "far": _far,
    "city": _city,
    "run": _headed,
}
