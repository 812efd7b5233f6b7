"""The rules in order: units, headed names, posts, persons, then what is left of the lists. One pass over one report."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from flows.contract.fixed import fixed
from flows.extract.recognizers.bodies import bodies
from flows.extract.recognizers.called import called
from flows.extract.recognizers.cued import cued
from flows.extract.recognizers.editions import editions
from flows.extract.recognizers.legal_forms import firms, without_forms
from flows.extract.recognizers.lexicon import Entry, lexicon
from flows.extract.recognizers.nouns import spelt_out, stands_for, told_by_noun, vehicles
from flows.extract.recognizers.people import Person, people
from flows.extract.recognizers.posts import Post, posts
from flows.extract.recognizers.spans import Body, Spans
from flows.extract.recognizers.surnames import with_surnames
from flows.extract.recognizers.told_bodies import leaders, told_bodies
from flows.extract.recognizers.units import Units

_BOUND: Final = re.compile(r"([OJP])\([ATROPJxWCHGQ]\)")
_MAY_BE_BOUND: Final = frozenset("ATROPJxWCHGQ")
_ABBREVIATION: Final = re.compile(r"[A-Z][A-Z\d]{1,6}[A-Z\d]")
_LONG: Final = 3  # words
_INITIAL: Final = re.compile(r"\b[A-Z]")
_SPELT_SMALL: Final = re.compile(r"[xqzhe]\((A)\)|Y\((?P<law>[AC])\)")
_FACING: Final = re.compile(r"Q(?:(?<=[nv]Q)|(?=,[PQ])|(?<=P,Q)|(?=s[^e])|(?<=\|Q)(?=:))")
_LOCATED: Final = re.compile(
    r"(?=[CGQZ])(?:(?P<row>[CGQ]{1,3}(?:,[CGQP]{1,3})*,?a(?=[CGQP]{1,3}v))|(?P<before>[CGQ]{1,3})(?=v)"  # A, B and C districts
    r"|(?<=vo)(?P<those>[CGQ]{1,2}(?:,[CGQP]{1,2})*,?a[CGQ]{1,2}(?=[,.;:|xenp)]))|(?<=vo)(?P<of>[CGQ]{1,2})|"  # the villages of A and B
    r"(?<=v)(?P<code>Z)|(?P<sector>Z)|(?<=ho)(?P<home>[CGQ]{1,2})(?=[,.a])"
    r"|(?<=P,P,)(?P<listed>[CGQ])(?=,?aP|,P)"  # Adana, Konya, Esparta and Kocaeli
    r"|(?:(?<=nPa)|(?<=nP,Pa)|(?<=nP,P,a))(?P<last>C{1,2})(?=[,.;:|)xen])"
    r"|(?<=n)(?P<first>C{1,2})(?=(?:,C{1,2})*,?aP))"  # in Lahore and Tembe
)
_NAMES: Final = re.compile("[CGQ]+")
_NAMED: Final = re.compile("[OPJQ]")
_BODY: Final = re.compile("O")
_TOWNSHIP: Final = re.compile("[CPGQ]P")
_BEHIND_A_BODY: Final = re.compile("(?<=[RT][of]t)OP(?=[GC](?![GCQb]))|(?<=[RT]o)OP(?=[GC](?![GCQb]))")
_UNKNOWN: Final = re.compile(r"(?<![CGWKLIAUNOJ])C(?![CGWKLIAUJTRO@]|v|-)")
_OF_THE_ARCHIVES: Final = "PK"  # the country of bodies that the archives abbreviate without telling one
_FUNCTIONS: Final = frozenset({"Services", "Administration", "Affairs", "Operations", "Security"})
TOLD_IN_A_POST: Final = "told by its place, in a post"  # the rule of bodies that nothing but the post around them tells
_INSIDE: Final = {"O": "organization", "P": "place", "J": "initiative", "Q": "place"}


@fixed()
class Named:
    """Characters ``start`` to ``end`` name an organization, place or initiative, of ``country`` where the rule tells it."""

    start: int
    end: int
    kind: str
    rule: str
    trusted: bool = True
    country: str | None = None


@fixed()
class Found:
    """What the rules found in a report. ``left`` are the units with everything found folded (persons to @, posts to X).

    ``home`` is the country a report is written in (see ``drafts.home_of``), whose people and bodies need not say where they are from;
    ``bodies`` are those that posts are of, by the first character of the post's title (see ``post_bodies``).
    """

    persons: tuple[Person, ...]
    posts: tuple[Post, ...]
    named: tuple[Named, ...]
    left: Units
    entries: Mapping[int, Entry]
    aliases: Mapping[str, str]  # abbreviation → long form, as the report binds them
    home: str | None = None
    bodies: Mapping[int, str] | None = None

    def sure(self) -> Spans:
        """What trusted rules and posts take: nobody else decides it."""
        return Spans((p for p in self.persons if p.trusted), (n for n in self.named if n.trusted), self.posts)


def apply_rules(seen: Units) -> Found:
    """Runs the cascade over the units of a report."""
    rules: dict[int, str] = {}
    seen = _with(_with_townships(_without_plain(seen)), vehicles(seen), rules)
    seen = _with(seen, called(seen), rules)
    whole = without_forms(_with(seen, firms(seen), rules)) if "F" in seen.codes else seen
    whole = _with(whole, bodies(whole), rules)
    whole = _with(whole, told_by_noun(whole), rules)
    whole = _with(whole, cued(whole), rules)
    whole = _with(whole, editions(whole), rules)
    whole = _with(whole, spelt_out(whole), rules)
    whole, aliases = _bind(with_surnames(_with_given_names(whole)))
    in_posts, folded = posts(whole)
    found = tuple(people(folded, in_posts))
    left = _fold_people(folded, found)
    named = (
        *_listed(left, rules),
        *_within(whole, in_posts, rules),
        *_short(whole, in_posts, left),
        *(Named(*span, "organization", TOLD_IN_A_POST) for span in told_bodies(whole, in_posts)),
        *_located(left),
        *_joined(left),
    )
    return Found(found, tuple(in_posts.values()), named, left, seen.entries, aliases)


def _with(whole: Units, found: Iterable[Body], rules: dict[int, str]) -> Units:
    """The units with the names found folded; ``rules`` learns by which rule each was found."""
    headed = tuple(found)
    rules |= {whole.starts[body.first]: body.rule for body in headed}
    return whole.folded([(body.first, body.last, body.code) for body in headed])


def _bind(whole: Units) -> tuple[Units, dict[str, str]]:
    """Abbreviations in brackets behind a body's long form stand for it all over the report."""
    bound: dict[str, tuple[str, str]] = {}
    for match in _BOUND.finditer(whole.codes):
        at = match.start()
        long, short = whole.words(at, at + 1), whole.words(at + 2, at + 3)
        known = whole.entries.get(whole.starts[at])
        if match.group(1) == "P" and (" " not in long or known is not None):
            continue  # Karachi (AFP); what a listed place is called for short is listed
        is_known = known is not None and _is_short_form(short, long, known)
        code = whole.codes[at + 2]
        is_free = code in "AOJC" or (code in "xW" and short.isupper()) or _is_initials(short, long)
        letters = short.upper() if short[1:].islower() else short  # Fafen, MoCC
        is_foreign = match.group(1) != "P" and _is_foreign(short, long, code)
        if is_known or (is_free and (stands_for(letters, long) or _is_initials(short, long))) or is_foreign:
            bound[short] = (match.group(1), long)
    bound |= _initials(whole, bound)
    if not bound:
        return whole, {}
    codes = list(whole.codes)
    for short, (code, _) in bound.items():
        for at in _printed(whole, short):
            codes[at] = code if codes[at] in _MAY_BE_BOUND else codes[at]
    return whole.recoded("".join(codes)), {s: b[1] for s, b in bound.items()}


def _printed(whole: Units, word: str) -> Iterator[int]:
    """The units that are printed so."""
    start = whole.text.find(word)
    while start >= 0:
        at = bisect_right(whole.starts, start) - 1
        if at >= 0 and whole.span(at, at + 1) == (start, start + len(word)):
            yield at
        start = whole.text.find(word, start + 1)


def _is_initials(short: str, long: str) -> bool:
    """The capitals of the long form, all of them: PRO-8 of the Police Regional Office 8; or in another language's order."""
    letters = "".join(filter(str.isalpha, short))
    initials = "".join(_INITIAL.findall(long))
    return initials == letters or (len(letters) > 2 and sorted(initials) == sorted(letters))


def _is_foreign(short: str, long: str, code: str) -> bool:
    """An unknown abbreviation behind a long form of several words may stand for its name in another language: (INDECI)."""
    return code in "AHGQ" and _ABBREVIATION.fullmatch(short) is not None and len(long.split()) >= _LONG


def _is_short_form(short: str, long: str, known: Entry) -> bool:
    """Whether a bracket behind a listed body is its abbreviation, not a remark (filed), nor another body's: PPP (PTI)."""
    if short in known.row.get("aliases", "").split(";"):
        return True
    other = lexicon().entry(short)
    is_body = other is not None and other.code == "O" and not other.local
    is_others = other is not None and is_body and other.row.get("name") != known.row.get("name")
    looks_short = sum(c.isupper() for c in short) > 1 and short[0].upper() == long[0].upper()
    return known.form == long and looks_short and not is_others


def _initials(whole: Units, bound: Mapping[str, tuple[str, str]]) -> dict[str, tuple[str, str]]:
    """Abbreviations that are the initials of a body which the report names in full, without a bracket that says so."""
    unknown = {short for short in _of_class(whole, "A") if len(short) > 2 and short not in bound}
    unknown |= {short for short in _of_another_land(whole) if short not in bound}
    if not unknown:
        return {}
    longs = {"".join(_INITIAL.findall(long)): long for long in _of_class(whole, "O") if " " in long}
    return {short: ("O", longs[short]) for short in unknown & longs.keys()}


def _of_another_land(whole: Units) -> Iterator[str]:
    """Listed abbreviations of a body whose country the report does not name: NLC in a report of the Nigeria Labour Congress."""
    shorts = {}
    for match in _BODY.finditer(whole.codes):
        entry = whole.entries.get(whole.starts[match.start()])
        printed = whole.words(*match.span())
        if entry and _ABBREVIATION.fullmatch(printed):
            shorts[printed] = entry.row.get("country_code") or _OF_THE_ARCHIVES
    if shorts:
        named = {e.row.get("country_code") for e in whole.entries.values() if e.code in "PQN"}
        yield from (short for short, country in shorts.items() if country not in named)


def _of_class(whole: Units, code: str) -> Iterator[str]:
    """The words of all units of a class."""
    return (whole.words(*match.span()) for match in re.finditer(code, whole.codes))


def _without_plain(seen: Units) -> Units:
    """The units with abbreviations of which the report says that they name nothing as common words: lactating women (PLW)."""
    spans = (match.span(match.lastindex or 0) for match in _SPELT_SMALL.finditer(seen.codes))
    plain = {seen.words(*span) for span in spans if _is_plain(seen, span[0])}
    if plain:
        codes = zip(seen.codes, seen.starts, seen.ends, strict=True)
        seen.codes = "".join("x" if c in "AC" and seen.text[s:e] in plain else c for c, s, e in codes)
    return seen


def _with_townships(seen: Units) -> Units:
    """The units with the place Township a head where it closes the name of another: Kyauktaw Township."""
    codes = seen.codes
    for match in _TOWNSHIP.finditer(codes) if "Township" in seen.text else ():
        at = match.end() - 1
        if seen.words(at, at + 1) == "Township":
            codes = f"{codes[:at]}L{codes[at + 1 :]}"
    return seen.recoded(codes)


def _with_given_names(whole: Units) -> Units:
    """The units with towns abroad as given names behind a body and before a last name: of the Federation of Industry Rosario Navarro."""
    codes = whole.codes
    for match in _BEHIND_A_BODY.finditer(codes):
        at = match.end() - 1
        town = whole.entries.get(whole.starts[at])
        if town and town.row.get("kind") == "city" and town.row["country_code"] != "PK" and " " not in town.form:
            codes = f"{codes[:at]}G{codes[at + 1 :]}"
    return whole.recoded(codes)


def _is_plain(seen: Units, at: int) -> bool:
    """The long form before the bracket is in small letters and ends like no body, or is a law: Electronic Crimes Act (Eca)."""
    short, ends = seen.words(at, at + 1).upper(), lexicon().entry(seen.words(at - 2, at - 1))
    is_body = ends is not None and ends.code in "KO"
    return not is_body and stands_for(short, seen.words(_long_form(seen, at), at - 1))


def _long_form(seen: Units, at: int) -> int:
    """Where as many words as an abbreviation has letters begin before its bracket, commas aside: health, safety and environment (HSE)."""
    first, left = at - 1, len(seen.words(at, at + 1)) + 1
    while first and left:
        first -= 1
        left -= seen.codes[first] != ","
    return first


def _fold_people(folded: Units, found: tuple[Person, ...]) -> Units:
    starts, ends = folded.starts, folded.ends
    return folded.folded([(bisect_right(starts, p.start) - 1, bisect_left(ends, p.end) + 1, "@") for p in found])


def _listed(left: Units, rules: Mapping[int, str]) -> Iterator[Named]:
    facing = {m.start() for m in _FACING.finditer(left.codes)}
    for match in _NAMED.finditer(left.codes):
        i, code = match.start(), match.group()
        if code != "Q" or i in facing:
            start = left.starts[i]
            if code == "P" and start not in rules and left.codes[i + 1] in "CWGAIKL":
                continue  # the beginning of a longer name that is not known
            yield Named(start, left.ends[i], _INSIDE[code], rules.get(start, "listed"), start in rules or code != "Q")


def _within(whole: Units, in_posts: Mapping[int, Post], rules: Mapping[int, str]) -> Iterator[Named]:
    """Bodies named inside a post, save the unit of a uniformed rank without 'of' (DIG Riot Management Police)."""
    found = list(in_posts.values())
    begins = list(in_posts)
    for match in _BODY.finditer(whole.codes):
        i = match.start()
        start = whole.starts[i]
        at = bisect_right(begins, start) - 1
        if at >= 0 and start < (post := found[at]).end:
            if _is_function(whole, i):
                continue
            graded = whole.entries[post.core_start].is_graded
            if start < post.core_start or not graded or _is_ruled(whole.codes, i):
                yield Named(start, whole.ends[i], "organization", rules.get(start, "listed") + ", in a post")


def _short(whole: Units, in_posts: Mapping[int, Post], left: Units) -> Iterator[Named]:
    """Unknown abbreviations before a title or behind its 'of' or who leads them, which are bodies, and where else they stand."""
    told: set[str] = set()
    for post in in_posts.values():
        first, core, last = (bisect_left(whole.starts, at) for at in (post.start, post.core_start, post.end))
        for i in range(first, last):
            is_its_own = whole.codes[i] == "A" and (i < core or whole.codes[i - 1] in "ot" or _leads(whole, post, i))
            if is_its_own and not any(map(str.isdigit, name := whole.words(i, i + 1))):
                told.add(name)
                yield Named(*whole.span(i, i + 1), "organization", "abbreviation in a post")
    for match in re.finditer("A", left.codes) if told else ():
        if left.words(*match.span()) in told:
            yield Named(*left.span(*match.span()), "organization", "abbreviation in a post")


def _leads(whole: Units, post: Post, at: int) -> bool:
    """Whether what stands right behind a title is the body that its holder leads: Rector IIUI, but not Director HR."""
    title = whole.entries[post.core_start].row["canonical"]
    return whole.starts[at] == post.core_end + 1 and title in leaders()


def _is_ruled(codes: str, at: int) -> bool:
    """The body, or the long form before its abbreviation, stands behind 'of': Inspector General of the Armed Police Force (APF)."""
    return codes[at - 1] in "ot" or (codes[at - 1] == "(" and codes[at - 3] in "ot")


def _is_function(whole: Units, at: int) -> bool:
    """What a post is for, not a body: Director General of Health Services, Minister of Territorial Administration."""
    name = whole.words(at, at + 1).split()
    is_told = whole.starts[at] in whole.entries and whole.entries[whole.starts[at]].form == " ".join(name)
    return whole.codes[at - 1] in "of" and name[-1] in _FUNCTIONS and not is_told


def _joined(left: Units) -> Iterator[Named]:
    """Two places that a hyphen joins: the Karachi-Rohri section, Pakistan-India trade."""
    text = left.text
    for match in _UNKNOWN.finditer(left.codes):
        start, end = left.span(*match.span())
        at = text.find("-", start, end)
        if at > 0 and all(map(_is_place, (text[start:at], text[at + 1 : end]))):
            yield Named(start, at, "place", "joined by a hyphen")
            yield Named(at + 1, end, "place", "joined by a hyphen")


def _is_place(word: str) -> bool:
    """The gazetteer has it so."""
    entry = lexicon().entry(word)
    return entry is not None and entry.code in "PQ" and entry.allows(word)


def _located(left: Units) -> Iterator[Named]:
    """Names that a word beside them makes places: Bugna village, Bugna and Sheraki villages, a resident of Sheraki, sector E-11."""
    for match in _LOCATED.finditer(left.codes):
        if match["row"] or match["those"]:
            noun = match.start() - 2 if match["those"] else left.codes.index("v", match.end())
            is_several = left.words(noun, noun + 1).endswith("s")
            names = [m.span() for m in _NAMES.finditer(left.codes, *match.span())] if is_several else []
        else:
            names = [match.span()]
        for first, last in names:
            yield Named(*left.span(first, last), "place", "beside a word for places")
