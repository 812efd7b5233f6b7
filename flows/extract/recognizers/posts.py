"""Posts: a rank or title with its unit, body and jurisdiction, before or behind it, as one phrase."""

import re
from dataclasses import replace
from functools import cache
from typing import Final

from flows.contract.fixed import fixed
from flows.extract.recognizers.apposed import chief, is_holder_behind, several, whole_field
from flows.extract.recognizers.lexicon import post_words
from flows.extract.recognizers.local_offices import seat
from flows.extract.recognizers.parted import Parted
from flows.extract.recognizers.small_words import field, led
from flows.extract.recognizers.units import Units
from flows.language.seeds import rows

_BRACKET: Final = r"(?:\((?:[RTA]|[RT]+)\))?"  # (IGP)
_QUALIFIER: Final = "|".join(
    (
        r"(?<![RT])Rs(?=[WUMT]*T)",  # Prime Minister's [Adviser]
        r"[mMWUNKLOY]",  # former, Additional, Federal, Operations, Italian, PPP
        r"(?<=[OP])\([OPA]\)(?=P?[RTWM])",  # Jamaat-e-Islami (JI)
        r"A(?=[WUKTR]|mT)",
        r"PN?",  # Karachi
        r"(?<![GCi])Q(?=[RT])",  # Sofia Mayor
        r"(?<=[CWUMK])a(?=[WUMK])",  # Law and Order
        r"C(?=[WUMK])|(?<=O)C(?=[RT])",  # ANC Bloemfontein leader
    )
)
_BEFORE: Final = rf"(?:(?:{_QUALIFIER})*[mMWUNPKLO]?)"
_UNIT: Final = (
    r"(?:(?<=[RT])-(?=[WUKO]{1,3},?H+[GC])[WUKO]{1,3}"  # Deputy Commissioner of Police - Support Services, [Mr Ali Khan]
    r"|,(?=(?:UU?|[WK](?:a[WUK])?)P?,?H*[GC][GCb])"  # SSP, Operations Multan [Ali Khan]
    r"|(?<=[GCQ],[RT]),(?=O[,.a|])"  # [A], secretary, Public Works Division
    r"|,(?=O,H+[GC])"  # Dean, Faculty of Education, [Prof. Dr. Ali Khan]
    r"|(?<=[RT]),(?=P,H*[GC]{2}))?"  # Deputy Commissioner, Swat, [Ali Khan]
    r"(?:\((?:[WUPKYLIaC]{1,5}|x(?=\)[HR]*[GC]{2}))\))?"  # (Operations), (Law and Media), (Projects), (Wetlands) [Ms Sadia Jabeen]
    r"(?:[UPOWKLIANJZY]|(?<=[OAU])a(?=[OA])|(?<=U)a(?=[UW])|(?<=[TUWC])a(?=[UWK]+P?H*[GC]{2})|(?<=\)),P(?=,))*"  # ARDU and AVLC
    r"(?:(?<=[WUK])\([WUPKL]{1,3}\)(?=H*[GC]{2}))?"  # Parks (West) [Ali Khan]
    r"(?:(?<=[OK])\([CAO]\)|(?<=P)\([RTAP]\)|(?<=O)\(P\)(?=H*[GC]{2}))?"  # Board of Azad Kashmir (AJK) [Ali Khan]
    r"(?:(?<=R[OAU]),(?=[WUK](?:a[WUK])?H*[GCQ][GCb])[WUK](?:a[WUK])?)?"  # DIG SPU, Welfare & Finance [Ali Khan]
)
_LIST: Final = (
    r"(?:(?:,(?=(?:[WUMKY]+,)*[WUMKY]+,?a)"  # , Broadcasting, National Heritage and Culture
    r"|,(?=[WUM]+,H*[GC]{2,3},)"  # , Parliamentary Affairs, [Murtaza Solangi],
    r"|,?a(?=[WUMKY]|LW)|at(?=W(?:[,.]|H*[GC]{2}))|,?aN(?=[WUK](?:[,.|]|H*[GC]{2}))|o(?=P)"  # and Higher Education; of Italy
    r"|(?:(?<=[WKO]),|(?<=[WKP])a)(?=[PA][,aWUKPA]*H*[GC]{2})"  # , Gilgit-Baltistan and SAFRON [Amir Muqam]
    r")(?:[WUMKPAY]|L(?=W))+)*"
)
_FIELD: Final = rf"(?:p(?=[WUK]+[,a]*[WUKGCH])[WUK]+{_LIST})?"  # to [Bannu DPO]; on Industries & Production
_INNER: Final = (
    r"(?:(?:p|f(?!(?:tO|t?[WU]+)RH*[GC]))t?|o(?=t?[PNWUMO]*[RT](?!H*[GCQRT]|s))t?)"  # not for Operations Major General X
    rf"(?P<inner>[PNWUMO]*(?P<inner_core>[RT]{_BRACKET})){_FIELD}"
)
_WHERE: Final = (
    r"pt?P(?:,t?P)*,?at?P(?=,?H*[GC]{2})|"  # to Sri Lanka and the Maldives [Denis Chaibi]
    r"(?:[of]|p(?=t?[PN]|[PWOU]))t?"
    r"(?:(?:P-x|b{1,2})?C(?![GC])|CC(?=,H*[GC]{2}|[.|])|Q(?=[,.|)])"
    r"|(?:P-x(?=[COWKUA])|[UPOWKLIANMJY]|(?<=[PONK])s(?=[WUMKO])|R(?=[POW])|C(?=[WUKL]))+)"  # of Science; for Interior; to Pakistan
    rf"{_LIST}(?:(?<=P)nP)?"  # of Italy in Lahore
    r"(?:(?<=O)a[OP](?=,H*[GC]{2}|H+[GC]))?"  # of a College and a Hospital, [Prof. Ali Khan]
    r"(?:(?<=[OK])\([CAOP]\)(?:P(?=[,.|]|H*[GC]))?|(?<=P)\([AP]\)(?=H*[GC]{2}))?"  # (PSCA), (WASA) Multan, (AJK) [Ali Khan]
    r"|oxx?nt?(?:O|P(?![CGWKLI])|[CA]{1,2}(?=[,.]))"  # of research at the Harbour Institute
)
_CORE: Final = rf"(?:[RT]{_BRACKET})"
_SHORT: Final = r"(?:\((?:[RT][OPA]{0,2}|[AO])\)U?)?"  # (DG PDMA), (IG FC) North, (DGSN)
_POST: Final = re.compile(
    r"(?=[RTmMWUNKLOYAPCQ(])"  # what a post begins with: nothing is tried elsewhere
    rf"(?!a)(?P<before>{_BEFORE})(?P<core>{_CORE})(?P<unit>{_UNIT})(?:{_INNER}|{_WHERE})*(?:nP(?=H*[GC]|,H*[GC]{{2}}|,RH*[GC]))?{_SHORT}"
)
_FIELDS_BEFORE: Final = re.compile(
    r"[|,txe;(mpn](?P<all>K?[WU]{1,3}a)$"
)  # Police Information and [Communications Officer]
_FIELD_BEHIND: Final = re.compile(r"a[WU]{1,3}(?=H*[GC]{2})")
_OFFICERS: Final = frozenset({"Officer", "Manager", "Specialist", "Adviser", "Advisor", "Coordinator"})
_SPOKEN_FOR: Final = frozenset(
    [
        "command",
        "force",
        "ministry",
        "army",
        "military",
        "navy",
        "government",
        "party",
        "company",
        "junta",
        "presidency",
    ]
)
_FOR_A_SEAT: Final = re.compile(r"[A-Z][\w' ]+-\d{1,3}")  # Shariatpur-1 MP
_SPEAKERS: Final = frozenset({"spokesman", "spokesperson", "spokeswoman"})
_PORTFOLIOS: Final = re.compile(r".(?P<all>(?:[WUKYx]{1,2},)*[WUKYx]{1,2},?a|(?:[WUKYx]{1,2},)+)$")
_OF_STATE: Final = ("Minister", "Secretary")
_FARTHEST: Final = 14  # units before a title in which its portfolios stand
_HOME: Final = re.compile(r"(?<![^-:(|\"xtof,pnae])(?P<home>C{1,3})$")  # a place of which no list tells, before a title
_LONGEST_HOME: Final = 4  # its units, and what stands before it
_DEAD: Final = frozenset({"Shaheed", "Martyred"})  # before a post: who held it fell in service
_SENT: Final = re.compile(
    r"(?i)ambassador|envoy|consul|commissioner|representative|delegate|advis|assistant|observer|attach|nuncio|liaison"
)
_LEFT: Final = re.compile(r"(?:Former|Ex|Late|Shaheed|Martyred)\b", re.I)
_OPENS: Final = frozenset('|"xtof,pnae')  # what stands before a phrase
_LEADS: Final = _OPENS | {"s"}  # … the portfolios of a title
_DEPUTY: Final = re.compile(
    r"(?:First |Second )?(?:Deputy (?:Prime Minister|PM)\b|DPM\b|Vice[- ](?:President|Premier)\b|State Counci)", re.I
)


@fixed()
class Post:
    """Characters ``start`` to ``end`` are a post whose core (rank or title) is ``core_start`` to ``core_end``."""

    start: int
    end: int
    core_start: int
    core_end: int
    is_rank: bool
    inner: "Post | None" = None  # a post that ends it: spokesperson to [the DPO]

    @property
    def is_bare(self) -> bool:
        """A rank or title and nothing that says where or of what."""
        return (self.start, self.end) == (self.core_start, self.core_end)


def posts(units: Units) -> tuple[dict[int, Post], Units]:
    """The posts by their first character, and the units with each post folded to one unit ``X``."""
    found: dict[int, Post] = {}
    folds: list[tuple[int, int, str]] = []
    parted = Parted(units)
    for match in _POST.finditer(units.codes):
        if folds and match.start() < folds[-1][1]:
            continue
        if match["unit"] and _is_plain_word(units, match.start("core")):
            continue
        core, core_end = match.span("core")
        first, last = led(units, match.start(), core), field(units, core, _without_goal(units, match))
        last = seat(units, core, last)
        first = core if _is_elsewhere(units, first, core) else first
        first += units.codes[first - 1 : first + 2] == "nPN"  # received in Riyadh the Malaysian minister
        last = parted.body(first, last, core)
        last = max(last, chief(units, core) or 0)
        last = _with_field(units, core, last)
        last = several(units, core, whole_field(units, _opening(units, folds, first), core, last))
        start, end = units.span(first, last)
        if (wider := _wider(units, first, last, core)) is not None:
            first = wider
            start = units.starts[first]
        post = Post(start, end, *_core(units, core, core_end), units.codes[core] == "R", _inner(units, match))
        if (
            folds
            and folds[-1][1] == first - 1
            and _is_joined(units, found[units.starts[folds[-1][0]]], post, (first - 1, last))
        ):
            first = folds.pop()[0]
            post = replace(found[units.starts[first]], end=end)
        found[post.start] = post
        folds.append((first, last, "X"))
    return found, units.folded(folds)


def _with_field(units: Units, core: int, last: int) -> int:
    """The end of a portfolio with the one that 'and' joins to it behind its title: Home Minister and Tribal Affairs X."""
    is_portfolio = units.entries[units.starts[core]].row.get("service") == "portfolio"
    match = _FIELD_BEHIND.match(units.codes, last) if is_portfolio else None
    return match.end() if match else last


def _opening(units: Units, folds: list[tuple[int, int, str]], first: int) -> int:
    """Where the post begins that 'and' joins to this one, or this one."""
    return folds[-1][0] if folds and folds[-1][1] == first - 1 and units.codes[first - 1] == "a" else first


def _core(units: Units, first: int, last: int) -> tuple[int, int]:
    """The characters of a rank or title, without the unit or title that is joined to it: DIG-Traffic, Secretary/CEO."""
    start, end = units.span(first, last)
    entry = units.entries.get(start)
    listed = start + len(entry.form) if entry else end
    return start, listed if units.text[listed : listed + 1] in ("-", "/") else end


def _without_goal(units: Units, match: re.Match[str]) -> int:
    """The end of a post less where its holder goes: a visit of the President of Kenya to Oman; an ambassador to Oman is sent there."""
    last = match.end()
    leads = units.codes[match.end("core") : last].endswith("pP") and units.words(last - 2, last - 1) == "to"
    is_sent = leads and _SENT.search(units.words(match.start("core"), match.end("core"))) is not None
    return last if not leads or is_sent else last - 2


def _wider(units: Units, first: int, last: int, core: int) -> int | None:
    """Where a post begins whose body or first portfolio no list has: Cubs manager X, Treasury and Finance Minister X. Or a dead man's."""
    codes = units.codes
    if codes[first - 1] in "GH" and units.words(first - 1, first) in _DEAD:
        return first - 1
    speaks = first == core and codes[first - 1] in "kx" and units.words(core, core + 1).lower() in _SPEAKERS
    if speaks and (codes[first - 1] == "k" or units.words(first - 1, first) in _SPOKEN_FOR):
        return first - 1  # government spokesman X, the command spokesperson
    if first == core and codes[first - 2 : first] == "xs" and units.words(first - 2, first - 1) in _SPOKEN_FOR:
        return first - 2 if units.words(core, core + 1).lower() in _SPEAKERS else None  # the command's spokesperson
    if first == core and codes[first - 1] == "C" and _FOR_A_SEAT.fullmatch(units.words(first - 1, first)):
        return first - 1
    is_held = (
        codes[last] in "GCQH"
        or (codes[last] == "," and codes[last + 1] in "HR")
        or (codes[last] == "R" and codes[last + 1] in "GCQH")
        or _is_one_of_two(units, core, last)
    )
    if codes[first - 1] == "C" and (is_held or _is_held_apart(units, first, last)):
        home = _HOME.search(codes, max(0, first - _LONGEST_HOME), first)
        if home and (first == core or codes[first] in "LPU"):
            return home.start("home")  # the Wouri Divisional Officer X, Tanah Datar Regent Y
    if is_held and codes[first - 2 : first] == "|x" and _opens_with_it(units, first - 1):
        return first - 1
    if (
        first == core
        and (fields := _FIELDS_BEFORE.search(codes, max(0, first - _FARTHEST), first))
        and _is_officer(units, core)
    ):
        return fields.start("all")
    begin = _portfolios(units, first, core)
    return begin - 1 if begin and codes[begin - 2 : begin] == "|x" and _opens_with_it(units, begin - 1) else begin


def _is_officer(units: Units, core: int) -> bool:
    """Whether a title says of what field an officer or manager is."""
    field, _, title = units.words(core, core + 1).rpartition(" ")
    return field[:1].isupper() and title in _OFFICERS


def _is_held_apart(units: Units, first: int, last: int) -> bool:
    """Whether its holder stands between commas beside a post with an article: the Suame Governor, X, said; X, the Suame Governor, said."""
    opens = units.codes.rfind("t", max(0, first - _LONGEST_HOME), first)
    is_behind = units.codes[opens - 1] == "," and units.codes[opens - 2] in "GCQj" and units.codes[last] in ",.|;"
    return opens >= 0 and (is_behind or is_holder_behind(units, last))


def _opens_with_it(units: Units, at: int) -> bool:
    """Whether the first word of a sentence is one that stands before titles: Presidential Office spokesperson X."""
    word = units.words(at, at + 1)
    return word[0].isupper() and post_words().get(word.lower()) in ("before", "both")


def _portfolios(units: Units, first: int, core: int) -> int | None:
    """Where the portfolios before a title begin: Treasury and Finance Minister X; Lands, Water and Rural Development Minister X."""
    codes, entry = units.codes, units.entries[units.starts[core]]
    if codes[first - 1] not in "a,":
        return None
    if first == core and codes[first - 2] in "WCx" and codes[first - 3] in _OPENS:
        is_portfolio = codes[first - 1] == "a" and entry.row.get("service") == "portfolio"
        return first - 2 if is_portfolio and units.text[units.starts[first - 2]].isupper() else None
    several = _PORTFOLIOS.search(codes, max(0, first - _FARTHEST), first)
    if (
        several is None
        or not entry.row.get("canonical", "").endswith(_OF_STATE)
        or codes[several.start()] not in _LEADS
    ):
        return None
    begin = several.start("all")
    is_list = "a" in codes[begin:core] and units.text[units.starts[core]].isupper()
    is_named = all(units.text[units.starts[at]].isupper() for at in range(begin, first) if codes[at] not in ",a")
    return begin if is_list and is_named else None


def _is_elsewhere(units: Units, first: int, core: int) -> bool:
    """The place before a grade is where something happens: received at X Palace Colonel Y."""
    return units.codes[first - 1 : core] == "nP" and units.entries[units.starts[core]].is_graded


def _is_joined(units: Units, post: Post, other: Post, around: tuple[int, int]) -> bool:
    """Whether 'and' joins two posts that one person holds: Deputy Prime Minister and Foreign Minister; or has left: former IG and DG X."""
    between, last = around
    deputy = _DEPUTY.match(units.text, post.core_start) is not None
    if units.codes[between] != "a":
        return deputy and units.codes[between] == "-" and other.is_rank
    graded = units.entries[other.core_start].is_graded
    behind = units.codes[last]
    left = _LEFT.match(units.text, post.start) is not None and behind in "HGCQ"
    public = other.is_rank and "O" not in units.codes[between:last]  # a former minister may head a party today
    fell = left and units.text.startswith(tuple(_DEAD), post.start)
    both = behind in "HGCQ" and {_title(units, post), _title(units, other)} <= _together()
    both = both or (behind in "HGCQ" and _are_ministers(units, post, other))
    return (deputy and not graded) or (left and public) or fell or both


def _are_ministers(units: Units, post: Post, other: Post) -> bool:
    """Whether two offices of state without an article are one man's: Prime Minister and Foreign Minister X."""
    if units.codes[units.at(post.start) - 1] == "t":
        return False
    cores = [units.text[one.core_start : one.core_end] for one in (post, other)]
    return all(core.endswith("Minister") for core in cores) and cores[0] != cores[1]


def _title(units: Units, post: Post) -> str:
    return units.entries[post.core_start].row.get("canonical", "")


def _is_one_of_two(units: Units, core: int, last: int) -> bool:
    """Whether 'and' joins another title to one that is held with others in a firm: Norvix Managing Director and CEO X."""
    is_joined = units.codes[last] == "a" and units.codes[last + 1] in "RT"
    return is_joined and units.entries[units.starts[core]].row.get("canonical") in _together()


@cache
def _together() -> frozenset[str]:
    """The titles of which one person may hold two in a firm or mission."""
    return frozenset(row["form"] for row in rows("post_forms") if row["part"] == "held with another")


def _is_plain_word(units: Units, core: int) -> bool:
    """A military rank takes no unit without 'of': General Election, Major Crimes."""
    entry = units.entries.get(units.starts[core])
    return entry is not None and entry.row.get("service") == "military"


def _inner(units: Units, match: re.Match[str]) -> Post | None:
    if not match["inner"]:
        return None
    core = match.start("inner_core")
    return Post(*units.span(*match.span("inner")), *units.span(*match.span("inner_core")), units.codes[core] == "R")
