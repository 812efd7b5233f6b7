"""Organizations, places and initiatives that a head word closes or opens: Punjab Police, University of Y, Barki Road, X Conference."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from flows.extract.recognizers.branches import BRANCHES
from flows.extract.recognizers.lexicon import is_head
from flows.extract.recognizers.nouns import stands_for
from flows.extract.recognizers.operations import SUBJECTS, end_of_operation
from flows.extract.recognizers.spans import Body
from flows.extract.recognizers.units import Units
from flows.language.cues import cue_words

_JOINED: Final = "|".join(
    (
        r"(?<=[WC])s(?=[WCUMKLIO]|A[IJ])",
        r"(?<=[WUM]),(?=[WUM]{1,2}(?:,[WUM]{1,2})*,?a[WUMC]{1,3}K)",  # Agriculture, Livestock and Fisheries Department
        r"(?<=[WUMKC])a(?=[WUMKC](?:[WUMKCLIY]|\(A\)K)|WPK|[LI])",
        r"(?<=L)a(?=[WL]K)",  # Road and Bridge Corporation
        r"(?<=P)\([PA]\)|(?<=[WUMK])\([AW]\)(?=[KI])",  # Planning and Development (P&D) Department
        r"[GC]b(?=[GCPL])|(?<=[GC])H(?=[KLWU])",  # Imam Muhammad bin Saud University, Abbasi Shaheed Hospital
    )
)
_RUN: Final = rf"(?:[CWUMGQPNAiOJ]|(?<!^)[KLIY]|{_JOINED})*"
_IN_RUN: Final = "CWUMGQPNAiOJHsab(),"  # what a run may hold before its head: without a head behind it none is tried
_HEADED: Final = re.compile(
    "(?=[CWUMGQPNAiOJKLIYklsaRT(])(?:"  # what a name begins with: nothing else is tried elsewhere
    + "|".join(
        (
            rf"(?=[{_IN_RUN}KLIY]*[kl])(?P<small>(?:{_RUN})(?<![x|])(?P<word>[kl]))",
            rf"(?=[{_IN_RUN}]*[KLIY])(?P<run>(?:{_RUN})(?P<head>[KLIY]))",
            r"(?P<officer>(?:[PQN][UMW]*)?[RT]sK)",
            r"(?P<unit>(?:P|(?<![GCQPNWAO])[WC][WC]?)O)",
            r"(?P<local>PJ)",
            r"(?P<contest>(?:(?:[WC]s|[WM])[WM]?|[WM])J)",
            r"U(?P<side>P)",
            r"O(?P<quarters>U)(?![RT])",
            r"O(?P<region>\(P\)|P(?=\([AO]\)))",
            r"O(?P<seat>ot?(?:Wot?)?P)",
            r"W(?P<realm>ot?P)",
            r"(?P<field>O(?:aW+)+)(?![CGQWMKLIYRTOPAJU])",
            r"(?P<fronted>(?<=t)W{1,2}a[OK])(?![CGQWMKLIYRTOPAJU])",
            r"R(?P<owned>J)",
            r"O(?P<abroad>P)",
            r"(?P<land>(?<![GCQPNWAOKLIUJRTs])(?:[WU]{2,3}|W)P)(?![CGQWMKLIYOPAJU(])",
            r"N(?P<foreign>O)",
            r"P(?P<far>b{1,2}[CGQP]+)",
            r"(?P<way>(?<![GCQPNWAOKLIUJRTHs])[GCQ]{1,3}P)(?![CGQWMKLIYOPAJU(])",
            r"P(?P<city>W|U(?=v)|U(?=[,.|)nxea]))(?![CGQWUMKLIYRTPOJAHdZ])",
        )
    )
    + ")"
)
_AND: Final = (
    r"(?:(?:,(?=(?:[WUMK]+|R)(?:,(?:[WUMK]+|R))*,?a[WUMK])|,?a(?=N?(?:[WUMK]|L[WU])))"
    r"(?:N?(?:[WUMK]|L(?=[WU])|I(?![CGWPK])|C(?!G))+|R))*"
)
_FIELD: Final = rf"t?(?:[CR]?[WUMPNAOKLIY]+(?:C(?![GC]))?|[CGQ]+|R(?![GCQ])){_AND}"
_TAILS: Final = {
    "K": re.compile(rf"(?:[of]{_FIELD})*(?:(?<=[GCP])b{{1,2}}[GCP]+)?P?(?:\(P\))?"),
    "L": re.compile(r"(?:ot?[CGQPWN]+)?(?:P|[GCQ]{1,2}(?=[fpn,.])(?!,[GCQ]))?"),
    "I": re.compile(
        rf"(?:(?:o|[fp](?=[WU])|f(?=P))t?[CR]?(?:[WUMPNAOKLIY]|(?<=W)s(?=[WU]))+{_AND}(?:oW+)?(?:nN?W+)?)?"
    ),
    "Y": re.compile(rf"(?:ot?[CWUMPN]+{_AND})?"),
}
_OF_A_WHOLE: Final = re.compile(r"(?:[of]t?[^oft]+)??(?P<of>ot)[CWUMNP]*[KO]")  # a body that is part of another
_AGAINST: Final = re.compile(r"t?[WUMC]+(?:a[WUM]+)?(?![GC])")
_ON: Final = re.compile(rf"p{_FIELD}")
_ON_A_FIELD: Final = frozenset({"Committee", "Sub-Committee", "Subcommittee", "Commission", "Council", "Caucus"})
_RUN_BY_A_BODY: Final = frozenset(
    {"Project", "Programme", "Program", "Scheme", "Initiative", "Campaign", "Agenda", "Framework", "Mechanism", "Fund"}
)
_PLACE_AND_NAME: Final = re.compile(r"(?<=[WUK])P[GC](?![GCQKLI])")  # behind a field, where it may be a given name
_TRADES: Final = frozenset(
    {"Group", "Holdings", "Airlines", "Airways", "Motors"}
)  # close firms, which are not called after a land
_OF_STUDY: Final = frozenset({"Centre", "Center", "Institute", "Council", "Foundation", "Network"})
_COUNTED: Final = re.compile(r"(?:Corps|Brigade|Battalion|Regiment|Squadron| Division)$")
_ORDINAL: Final = re.compile(r"\d+(?:st|nd|rd|th)")
_PLAIN: Final = frozenset({"Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Miss"})
_OF_ANY_PLACE: Final = frozenset({"division", "police station"})
_OF_A_PLACE: Final = re.compile(
    "Hospital|Complex|House|Mosque|Temple|Church|Port|Airport|Stadium|Fort|Bay|Gulf|Sea|Emirate|Governorate"
)
_PARTED: Final = re.compile(r"(?:b{1,2}|U)[GCP]")  # Palais de la République
_STATION_NAME: Final = re.compile(r"[PCGQ]{1,2}(?=[,.|;])")  # in the limits of police station Ghaibi Dero.
_NUMBERED: Final = frozenset(
    {"Block", "Phase", "Sector", "Zone", "Ward", "Precinct", "Terminal", "Route", "Highway", "Region"}
)
_NUMBERED_BODIES: Final = frozenset({"Office", "Unit", "Region", "Battalion", "Company", "Command", "Group"})
_SEATED: Final = re.compile(
    r"(?:Regional|District|Basic|Municipal|Higher|High|County|City|Circuit|Commercial|Appellate|Administrative|Criminal|State|Supreme)\b"
    r".*(?:Court|Prosecutor['’]s Office|Attorney['’]s Office|Prosecution|Prosecution Office)"
)
_SEATED_IN: Final = frozenset({"AL", "AT", "BA", "CH", "CZ", "DE", "HR", "ME", "MK", "PL", "RS", "SI", "SK", "XK"})
_ROMAN: Final = re.compile(r"[IVX]{1,4}")
_NUMBER: Final = re.compile(r"[1-9]\d?")
_PAIR: Final = re.compile(r"C+a(?P<second>C+L)")
_HELD: Final = re.compile(r"[CG][CGQ]{1,3}a(?P<second>[CGQPW]+[KL])")
_WITH_NUMBER: Final = frozenset({"District", "Ward", "Zone", "Sector", "Block", "Precinct", "Street"})
_NUMERAL: Final = re.compile(
    r" (?:No\.? ?)?(?:\d{1,3}|[IVX]{1,5}|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten)\b(?![-:/%])"
)
_ROYAL: Final = frozenset({"King", "Queen", "Prince"})
_GUARDS: Final = frozenset({"Guard", "Guards", "Force", "Alliance", "Union", "Rangers", "Mission", "Network"})
OFFICES: Final = _ROYAL | {
    "Prime Minister",
    "PM",
    "Deputy Prime Minister",
    "Chief Minister",
    "CM",
    "President",
    "Governor",
}
_COURSE: Final = re.compile(
    r"\b(?:Summer|Winter|Spring|Autumn) (?:Camp )?(?:School|Academy|University|Institute)s?$"
)  # a school of a season
_LAWS: Final = frozenset({"Bill", "Act", "Ordinance", "Treaty"})  # called after the body that they are about
_SEATS: Final = frozenset({"Office", "Secretariat", "House"})
_KINDS: Final = {"K": "O", "L": "P", "I": "J", "Y": "x", "k": "O", "l": "P"}


def bodies(units: Units) -> Iterator[Body]:
    """The headed names, left to right, apart."""
    codes, at = units.codes, 0
    while match := _HEADED.search(codes, at):
        make = next(maker for group, maker in _MAKERS.items() if match[group])
        body = make(units, match)
        if body:
            yield body
        if body is None and (match["realm"] or match["officer"] or match["field"] or match["fronted"]):
            at = match.start() + 1  # Friends of China Forum: what follows may begin a name
            continue
        at = body.last + (codes[body.last] == "a") if body else match.end() - (match["unit"] is not None)


def _headed(units: Units, match: re.Match[str]) -> Body | None:
    first, end = match.span("run")
    kind = match["head"]
    if "," in units.codes[first:end] and units.words(end - 1, end).endswith("s"):
        first = units.codes.rindex(",", first, end) + 1  # Food, Health and Education Departments are three
    if _is_operation(units, first, end):
        return Body(first, end_of_operation(units, end), "J", "operation")  # Operation Dry River, Exercise Long Accord
    if "a" in units.codes[first:end] and (opened := _one_of_two(units, first, end) or _alike(units, first, end)):
        return opened
    first = _second_of_two(units, first, end, kind)
    if _is_titled(units, first, end, kind):
        first -= 1
        while kind == "K" and first and units.codes[first - 1] in "PN":
            first -= 1  # the U.S. Justice Department
    if kind == "I" and units.codes[max(0, first - 2) : first] == "Rs" and units.words(first - 2, first - 1) in OFFICES:
        first -= 2  # the Prime Minister's Kissan Package
    first -= _counted(units, first, end) or _is_opened_by_particle(units, first)
    while _is_addressed(units, first, end):
        first -= 1
    if end - first == 1 and kind == "L" and (number := _number(units, first)):
        return Body(first, number, "P", "numbered part of a place")
    last = _end_of_tail(units, first, end, kind)
    if last == end and kind == "K" and (on := _ON.match(units.codes, end)) and _is_on_a_field(units, end):
        last = on.end()  # the Standing Committee on Religious Affairs
    last += last == end and (_is_numbered(units, first, end) or 2 * _is_seated(units, first, end))
    if units.words(end - 1, end) == "Division" and not units.codes[first : end - 1].strip("PCQ"):
        return Body(first, end, "P", "headed name") if end - 1 > first else None
    is_told = _names(units, first, end - 1) or _is_fielded(units, first, end - 1)
    if last > end or is_told or _is_enough(units, end - 1):
        broken_off = last == end and units.codes[last] in "WU"
        return None if broken_off else Body(first, last, _class_of(units, first, end, last), "headed name")
    if units.codes[end - 2] not in "RT" and (_is_first(units, end - 1) or _is_site(units, end - 1)):
        return _opened(units, end - 1)
    return None


def _end_of_tail(units: Units, first: int, end: int, kind: str) -> int:
    """Where a name ends whose head, which ends at ``end``, goes on: University of Y, Committee for X; or the head's own end."""
    tail = _TAILS[kind].match(units.codes, end)
    last = end if tail is None else tail.end()
    if kind == "K" and units.words(last, last + 1) == "against" and (foe := _AGAINST.match(units.codes, last + 1)):
        return foe.end()  # Special Force for the Fight against Drug Trafficking
    if tail is None or last == end:
        return end
    if kind == "Y" and _is_enough(units, end - 1):
        return end  # the S&P 500 of the US
    codes, head = units.codes, units.words(end - 1, end)
    if kind == "L":
        is_held = first > 0 and codes[first - 1] in "RT" and codes[end] in "GCQ"  # SP Liaqat Town Zafar Anwar
        return end if is_held or (codes[end] == "o" and not _OF_A_PLACE.fullmatch(head)) else tail.end()
    if kind == "K":
        if head in _TRADES and tail.group() in ("oP", "otP"):
            return end  # the Zorvan Group of Britain
        if named := _PLACE_AND_NAME.search(codes, end, tail.end() + 2):
            return named.start()  # President of the Chamber of Industry Rosario Navarro
        is_part = head.lower() in cue_words("parts of bodies") and _names(units, first, end - 1)
        whole = _OF_A_WHOLE.match(tail.group()) if is_part else None
        if whole and not _is_abbreviated(units, first, tail.end(), end + whole.end("of")):
            return end + whole.start("of")  # the Drugs Directorate of the General Directorate of Police
        is_for_an_event = codes[end] == "f" and codes[tail.end() - 1] == "I"
        is_apart = codes[end + 1] == "t" or head not in _OF_STUDY  # went to the Harbour Academy for the Rescue Course
        return end if is_for_an_event and is_apart else tail.end()
    if kind == "I":
        is_for_a_place = tail.group()[:2] == "fP" and head not in _RUN_BY_A_BODY  # the Relief Package for Karachi
        is_of_a_body = not {"O", "K"}.isdisjoint(tail.group()) and head.split()[-1] in _RUN_BY_A_BODY
        return end if is_for_a_place or is_of_a_body else tail.end()  # the Clean Water Project of the Red Cross
    return tail.end()


def _class_of(units: Units, first: int, end: int, last: int) -> str:
    """What a name is whose head ends at ``end`` and that goes on to ``last``."""
    if _COURSE.search(units.words(first, last)):
        return "J"
    head = units.words(end - 1, end)
    if head == "Fund" and not units.codes[first : end - 1].strip("PNOQA"):
        return "O"  # Kuwait Fund, but not the Clean Rivers Fund
    return _KINDS["Y" if units.words(last - 1, last) in _LAWS else units.codes[end - 1]]


def _one_of_two(units: Units, first: int, end: int) -> Body | None:
    """The first of two names that a head opens, else the second: Kampung Tanjung and Taman Desa, Red Flag and Exercise Tiger."""
    if _is_first(units, first) or _is_site(units, first):
        return _opened(units, first)
    return _opened(units, end - 1) if units.codes[end - 2] == "a" and _is_first(units, end - 1) else None


def _alike(units: Units, first: int, end: int) -> Body | None:
    """The first of two names that 'and' joins, closed by one head, or the second opened by a name: Zorvan Institute and Kell College."""
    head, kind = units.words(end - 1, end), units.codes[end - 1]
    for at in range(first + 2, end - 2):
        if units.codes[at] != "a" or units.codes[at - 1] != kind:
            continue
        if units.words(at - 1, at) == head or units.codes[at + 1] in "CG":
            return Body(first, at, _KINDS[kind], "headed name")
    return None


def _second_of_two(units: Units, first: int, end: int, kind: str) -> int:
    """Where the second of two names begins: at Elubo and Jewi Wharf, the director Salome Chipeta and Lakeside Division."""
    is_held = kind in "KL" and units.codes[first - 1] in "RT"
    pair = (kind == "L" and _PAIR.fullmatch(units.codes, first, end)) or (
        is_held and _HELD.fullmatch(units.codes, first, end)
    )
    return pair.start("second") if pair else first


def _is_numbered(units: Units, first: int, end: int) -> bool:
    """Whether the number behind a name is part of it: Block 5, Police Regional Office 3, but not at the Office 12 men waited."""
    if units.codes[end] not in "dAij":
        return False
    head, number = units.words(end - 1, end), units.words(end, end + 1)
    if head in _NUMBERED and (units.codes[end] == "d" or _ROMAN.fullmatch(number)):
        return True
    is_whole = end - first > 1 and units.codes[end + 1] not in "xCWUGvkl"
    return is_whole and head in _NUMBERED_BODIES and _NUMBER.fullmatch(number) is not None


def _is_seated(units: Units, first: int, end: int) -> bool:
    """The name of a court or prosecution goes on with its seat, where they are called after it: the Regional Court in Brno."""
    seat = units.entries.get(units.starts[end + 1]) if units.codes[end : end + 2] == "nP" else None
    is_one = seat is not None and seat.row.get("country_code") in _SEATED_IN and units.words(end, end + 1) == "in"
    return is_one and _SEATED.fullmatch(units.words(first, end)) is not None


def _number(units: Units, head: int) -> int | None:
    """Where a part of a place ends that has a number for its name: District 9, Ward No. 7, Zone IV."""
    if units.words(head, head + 1) not in _WITH_NUMBER:
        return None
    numeral = _NUMERAL.match(units.text, units.ends[head])
    return bisect_left(units.ends, numeral.end(), head) + 1 if numeral else None


def _is_titled(units: Units, first: int, end: int, kind: str) -> bool:
    """The name begins with a title of office: King Edward College, Prime Minister House, PM Office, but not Governor State Bank."""
    if kind == "I" and first and units.codes[first - 1] == "T":
        title = units.words(first - 1, first)
        return " " in title or title.endswith("s")  # Chief of Army Staff Trophy, Editors Training Workshop
    if first == 0 or units.codes[first - 1] != "R":
        return False
    is_seat = units.words(first, first + 1) in _SEATS  # President Secretariat Press Wing
    return units.words(first - 1, first) in (_ROYAL | SUBJECTS if kind == "K" and not is_seat else OFFICES)


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


def _counted(units: Units, first: int, end: int) -> int:
    """How many units before it open the name of a formation: 10 Corps, 101st Infantry Brigade, OSAP 4th Battalion."""
    if first == 0 or units.codes[first - 1] != "d":
        return 0
    head = units.words(end - 1, end)
    if head.endswith("Court") and _ORDINAL.fullmatch(units.words(first - 1, first)):
        return 1  # 4th Federal Court
    if not _COUNTED.search(head) and (head != "Company" or units.words(first - 1, first).isdigit()):
        return 0
    return 1 + (units.codes[first - 2 : first - 1] == "A" and end - first == 1)


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


def _names(units: Units, first: int, head: int) -> bool:
    """Something before the head tells this one from others of its kind."""
    return first < head and any(c not in "MU" for c in units.codes[first:head])


def _is_enough(units: Units, head: int) -> bool:
    """The head alone names a body: the foreign ministry, the Provincial Assembly."""
    entry = units.entries.get(units.starts[head])
    position = entry.row.get("position") if entry else None
    return position == "alone" or (position in ("title", "capital") and units.text[units.starts[head]].isupper())


def _is_first(units: Units, head: int) -> bool:
    """The unit is a head that opens names: Kampung, Goth."""
    entry = units.entries.get(units.starts[head]) if units.codes[head] in "KLI" else None
    return entry is not None and entry.row["position"] == "first"


def _is_site(units: Units, head: int) -> bool:
    """The unit opens the name of a site as well as it closes others: Camp Aguinaldo, Fort Hall, Hotel Bellevue."""
    entry = units.entries.get(units.starts[head]) if units.codes[head] == "L" else None
    return entry is not None and entry.row["position"] == "either"


def _opened(units: Units, head: int) -> Body | None:
    end = head + 1
    end += units.codes[end : end + 2] in (".C", ".P", ".G", ".Q")  # Brgy. San Isidro
    begin = end
    if units.codes[head] == "I":
        end = end_of_operation(units, end)
    while units.codes[end] in "PCGWdZQA" or _PARTED.match(units.codes, end):
        end += 1
    end += end > begin + 1 and units.codes[end] == "j"  # Camp Alejo Santos Sr
    return Body(head, end, _KINDS[units.codes[head]], "head and name") if end > begin else None


def _is_operation(units: Units, first: int, end: int) -> bool:
    """A name that the word for an operation opens, whatever may close it: Operation Baltic Guard, but no Operation Wing."""
    is_opened = units.codes[first] == "I" and units.codes[end - 1] in "LYK" and _is_first(units, first)
    return is_opened and (units.codes[end - 1] != "K" or (end - first > 2 and units.words(end - 1, end) in _GUARDS))


def _owned(units: Units, match: re.Match[str]) -> Body | None:
    """A listed scheme under the office that runs it: PM Kamyab Jawan Programme."""
    first, last = match.span()
    is_run = units.words(first, first + 1) in OFFICES and is_head(units.words(last - 1, last).split()[-1].capitalize())
    return Body(first, last, "J", "headed name") if is_run else None


def _is_abbreviated(units: Units, first: int, last: int, whole: int) -> bool:
    """The abbreviation behind stands for all of it, and not for the body alone that begins at ``whole``: … Group of the … (PNGCPA)."""
    if not units.codes.startswith("(A)", last):
        return False
    short = units.words(last + 1, last + 2)
    return stands_for(short, units.words(first, last)) and not stands_for(short, units.words(whole, last))


def _is_fielded(units: Units, first: int, head: int) -> bool:
    """Several words say what an initiative is for: the Community Policing Strategy."""
    return units.codes[head] == "I" and first < head and " " in units.words(first, head)


_MAKERS: Final[Mapping[str, Callable[[Units, re.Match[str]], Body | None]]] = {
    "small": _small,
    "owned": _owned,
    **BRANCHES,
    "run": _headed,
}
