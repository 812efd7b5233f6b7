"""Words that their neighbours make parts of a name though a list has them for something else: Sir Mark, Mr Jordan Brown, Park Jin-woo."""

import re
from collections.abc import Callable, Sequence
from typing import Final

from flows.extract.recognizers.lexicon import Entry, is_head, lexicon, post_words
from flows.language.cues import cue_words

_BESIDE: Final = re.compile(
    r"(?=[WTHNYPLKQAD]|[Cxe]G|xC,|G[GCQPb]|i[GCPQ]|pG)(?:"  # what any of these begins with: nothing is tried elsewhere
    r"(?P<listed>(?:(?<=[RTH])|(?<=\([RT]\)))[WTNY](?=W?b{0,2}[GCQ])|(?<=[RT]U)W(?=[GC][GC])|[WT](?=[CGQ],d[,;.)])"  # Sir Mark; Said bin X
    r"|(?<=Ro[UWK])W(?=[CG][exan,.|])"  # Minister of Gender Joy Zorvan
    r"|(?<=[|\"])x(?=[CG](?:e|,[tx])|G[CG](?:e|,[tx]))|(?<![CGQWPNUMRTOKJAv])W(?=[CG][CG](?:e|,t|,d))"  # Will Hutton said; Tan Wei Siang
    r"|x(?=[CG],d[,;.)]))"  # Comfort Danladi, 42
    r"|(?P<first>(?<=[RT])W(?=P[e,.x]|W[e,.])|(?<=R)L(?=G[enx,.]))"  # Minister Gift Banda said; Minister Park Jin
    r"|(?P<party>(?<=[RT])p(?=G[enx,.]))"  # General Secretary To Lam
    r"|(?P<second>(?<=[GQW])W(?=b?[GC]))"  # Mary Joy Santos, Talal Said Al Mamari
    r"|(?P<day>(?<=[RTH])D(?=[CGQ][,.(exa])|(?<=[RT],)D(?=[CGQ][,(e])"  # Senator Sunday Bello; the Sheriff, Monday Uba, said
    r"|D(?=[CG],d[,;.)]))"  # Sunday Bello, 29
    r"|(?P<initials>(?<![CGQAWPNUMRTOKJ])A(?=G[GCe,.])|(?<=H)A(?=G))"  # AQ Khan
    r"|(?P<lettered>(?<=R)[AP](?=[GC])|(?<=T)A(?=[GC](?![GCQb])))"  # Justice AK Sikri, Coach RP Singh, Prime Minister KP Oli
    r"|(?P<titled>(?<=H)P(?=[GCj])|(?:(?<=[RTH][GWTNQ])|(?<=[RT]UG)|(?<=HC))[LW](?=[e,.|x])"  # Mr Jordan Brown; Sgt Tom Hill
    r"|(?<=[RT]G)L(?=[npao(])"  # Ambassador Tom Ward at
    r"|(?<=[RTH][GC][GC])W(?=[e,;.|)])|(?<=[RTH]G)W(?=[pnao(]|s[^e])|(?<=[RTH]G)K(?=[e,]))"  # CEO Steve Jobs on Tuesday, Chief Anna Stock
    r"|(?P<plain>(?<=H)[WLK](?=[xeas,.|)]))"  # Ms Grant
    r"|(?P<hill>(?<=[|\"]G)L(?=e)|(?<=G)L(?=,d[,;.)]))"  # Jane Hill said; Jane Hill, 33,
    r"|(?P<town>(?<=[RT])P(?=[GCQ](?![GCQb])|W[ex,]))"  # Governor Uba Sani, Minister Chad Wolf
    r"|(?P<range>(?<=P[KUL])P(?=[GC](?![GCQb])))"  # Commissioner Makran Division Qambar Ali
    r"|(?P<ameer>(?<![OPUWMNA])T(?=[GC][^GCQb]))"  # Muhammad Asif, Ameer Ali and Khalid Mehmood
    r"|(?P<inner>(?<=[GC])H(?=[GC][^GC]))"  # Mr Patrick Nana Ezabe
    r"|(?P<aged>(?<=d)[PQ](?=[CGQN][,.;)]))"  # 22-year-old Bikram Nepali, of Kirtipur
    r"|(?P<closing>(?:(?<=[GC][GC])|(?<=[|,a]G))[TH](?=[(epnx,.])"  # Syed Kaleem Imam; Ali Nazim, of
    r"|(?:(?<=[GC][GC])(?<!i[GC][GC])|(?<=[aHpeWRTUOP,|]G))W(?=[aepnx,.]))"  # Nguyen Thanh Son; Dr Abdul Hai and
    r"|(?P<namesake>(?<=R)P(?=[aex,.]))"  # Sgt Brisbane
    r"|(?P<family>[CPQWLxe](?=G))"  # Park Jin-woo
    r"|(?P<uncle>i(?=[GCPQ]))|(?P<burmese>(?:(?<=i[GC])|(?<=i[GC][GC]))W(?=[e,.|xa]))"  # U Thant; U Myo Swe Win
    r"|(?P<sheikh>G(?=(?P<family_name>[GCQPb]{1,6}))))"  # Sheikh Saif bin Zayed, Sheikh Salem Al-Sabah
)
_LOUD: Final = re.compile(r"[RTH](?=[CGW]{0,2}A)(?P<name>[CAGW]{2,3})(?![CAGW])")  # ACP JANET OKORO
_PARTICLE: Final = re.compile(r"(?<=[CGQ])x(?=[CGQ])")  # João do Carmo
_LOUDEST: Final = 4  # letters from which a word in capitals behind a title is rather a name than an abbreviation
_SYLLABLES: Final = re.compile(r"[A-Z][a-z]{1,5}-[a-z]{2,5}")
_PREFIXES: Final = frozenset(
    [
        "by", "co", "de", "ex", "in", "mid", "multi", "non", "off", "on", "out", "post", "pre", "pro", "re", "self", "semi",
        "sub", "un", "up",
    ]
)  # fmt: skip
_FAMILY: Final = re.compile(r"[A-Z][a-z]{1,6}")
_PLAIN: Final = frozenset({"Mr", "Mrs", "Ms", "Miss"})
_SHEIKH: Final = frozenset({"Sheikh", "Shaikh"})
_OF_THE_GULF: Final = re.compile("(?:bin|bint|Al)$|Al-")
_BORN_ON: Final = frozenset({"Sunday", "Monday", "Friday", "April", "June"})  # given names, too
_WITHOUT_A_SEAT: Final = frozenset({"Sergeant", "Corporal", "Constable", "Private"})  # no place is theirs to command
_INITIALS: Final = 2  # letters
_LETTERS: Final = frozenset({"initials", "lettered"})
_ADDRESSED: Final = frozenset({"sheikh", "uncle"})  # a form of address and a name
_UNCLE: Final = "U"  # how men are addressed in Myanmar
_INNER: Final = frozenset(
    {"Nana", "Ato", "Sheikh", "Shaikh", "Haji", "Nawab", "Mirza", "Sri", "Tun"}
)  # forms of address, and names
_AMEER: Final = "Ameer"  # the head of a party that is told, or a given name
_CLOSING: Final = frozenset(
    {"Prince", "Son", "Dung", "Hung", "Sang", "Hang"}
)  # other words, and last names behind two others
_SERVANTS: Final = frozenset({"Abdul", "Abdur", "Abdus", "Abdel"})  # another word always closes such a name
_RANGES: Final = frozenset({"Division", "District", "Range", "Region", "Zone"})
_OF_A_NATION: Final = frozenset({"PM", "Prime Minister"})  # no province has one
_OF_NAMES: Final = "CGQAWNPUMRTOKJLIYb"  # classes of words with which a name or a body's name goes on
_SMALL_TOWN: Final = 500_000


def with_forenames(codes: str, word: Callable[[int], str], entry: Callable[[int], Entry | None]) -> str:
    """The classes with such words as G, words of a name, and with Sheikh as H where it is a form of address.

    ``word`` and ``entry`` give the text and the listed phrase of a unit.
    """
    settled = list(codes)
    for match in _BESIDE.finditer(codes):
        at, kind = match.start(), str(match.lastgroup)
        if _is_name(match, settled, word, entry):
            settled[at] = "H" if kind in _ADDRESSED else "i" if kind in _LETTERS and _is_initials(word(at)) else "G"
            settled[at + 1] = "G" if kind in _ADDRESSED or kind == "aged" else settled[at + 1]
    for match in _PARTICLE.finditer(codes):
        if word(match.start()) == "do":
            settled[match.start()] = "b"
    for match in _LOUD.finditer(codes):
        span = range(*match.span("name"))
        if all(word(i).isupper() and len(word(i)) >= _LOUDEST for i in span) and not all(map(entry, span)):
            settled[span.start : span.stop] = "G" * len(span)
    return "".join(settled)


def _is_name(
    match: re.Match[str], settled: Sequence[str], word: Callable[[int], str], entry: Callable[[int], Entry | None]
) -> bool:
    """Whether the words themselves say so, too; ``settled`` are the classes as far as they are read."""
    at, kind, codes = match.start(), match.lastgroup, match.string
    if kind == "sheikh":
        return word(at) in _SHEIKH and any(_OF_THE_GULF.match(word(i)) for i in range(at + 2, match.end("family_name")))
    if kind == "uncle":
        return word(at) == _UNCLE and codes[at - 1] not in "GC"
    if kind == "burmese":
        return _UNCLE in (word(at - 2), word(max(at - 3, 0)))
    if kind == "plain":
        return word(at - 1).rstrip(".") in _PLAIN
    if kind == "family":
        return bool(_SYLLABLES.fullmatch(word(at + 1)) and _FAMILY.fullmatch(word(at)))
    if kind == "second":
        return settled[at - 1] in "GQ" and (lexicon().words.get(word(at)) == "G" or word(at - 1) in _SERVANTS)
    if kind == "day":
        return word(at) in _BORN_ON
    if kind == "initials":
        return _is_initials(word(at))
    if kind == "lettered" and _is_initials(word(at)):
        return not _has_units(entry(at - 1), codes[at])
    if kind == "town" or (kind == "lettered" and codes[at] == "P" and codes[at + 2] not in "GCQb"):
        return _is_small_town_abroad(entry(at)) or _is_given(word(at), codes[at + 2])
    if kind == "range":
        return word(at - 1) in _RANGES
    if kind == "ameer":
        return word(at) == _AMEER
    if kind == "party":
        return word(at) == "To"
    if kind == "inner":
        return word(at) in _INNER
    if kind == "aged":
        return word(at - 1).endswith("year-old")
    if kind == "namesake":
        rank = entry(at - 1)
        return rank is not None and rank.row["canonical"] in _WITHOUT_A_SEAT
    if kind == "titled":
        is_last = settled[at - 1] not in "WTN" or codes[at - 2] == "H"  # not Secretary Maritime Affairs
        return is_last and " " not in word(at) and not is_head(word(at))  # nor Hazrat X International Airport
    if kind == "listed" and _is_before_a_last(codes, at) and _is_no_field(word(at), entry(at)):
        return True
    is_address = kind == "listed" and codes[at - 1 : at + 1] == "HW"  # Datuk Seri Wee Ka Siong
    is_called = kind == "listed" and word(at) == _AMEER  # MPA Ameer Farzand Khan
    is_address = is_address or (kind == "closing" and _closes(word(at - 1), word(at), codes[at - 2 : at]))
    if kind == "hill":
        return not is_head(word(at))
    return is_address or is_called or lexicon().words.get(word(at)) == "G"


def _is_before_a_last(codes: str, at: int) -> bool:
    """Whether a common word stands between a title and a single name: Constable Mere Koro."""
    return codes[at] == "W" and codes[at - 1] in "RT" and codes[at + 1] in "CG" and codes[at + 2] not in _OF_NAMES


def _is_no_field(word: str, entry: Entry | None) -> bool:
    """Whether no list has a word for what a post is for; nor is it in the plural, as fields are."""
    return entry is None and word[-1] != "s" and word.lower() not in post_words()


def _closes(before: str, word: str, codes: str) -> bool:
    """Whether another word closes a name: Kaleem Prince, Abdul Hai."""
    return before in _SERVANTS or (word in _CLOSING and (codes[0] in "GC" or word == "Prince"))


def _is_initials(word: str) -> bool:
    """Two letters, both capitals: AK Sikri."""
    return len(word) == _INITIALS and word.isupper()


def is_syllables(word: str) -> bool:
    """A given name of two syllables that a hyphen joins, as Korean names are written: Jin-woo."""
    if not _SYLLABLES.fullmatch(word):
        return False
    first, second = word.lower().split("-")
    if first not in _PREFIXES and second not in lexicon().common:
        return True
    return {first, second} <= cue_words("syllables of Korean names")


def _has_units(title: Entry | None, code: str) -> bool:
    """Whether letters behind a title are rather the unit or place that its holder has: SP CB, Governor KP."""
    if title is None:
        return False
    return title.row["canonical"] not in _OF_A_NATION if code == "P" else title.row.get("service") == "police"


def _is_given(word: str, behind: str) -> bool:
    """A country or town that is a given name, before a last name with which the clause goes on: Prosecutor Jordan Li said."""
    return behind in "e,xj" and lexicon().words.get(word) == "G"


def _is_small_town_abroad(entry: Entry | None) -> bool:
    """A word between a title and a single name is no town that few know."""
    if entry is None or entry.code not in "PQ" or entry.row["country_code"] == "PK":
        return False
    return entry.row["kind"] == "city" and int(entry.row["population"] or 0) < _SMALL_TOWN
