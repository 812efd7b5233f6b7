"""Persons: names behind or before posts, behind honorifics, behind cues (identified as …), in lists, or told by listed name words."""

import re
from bisect import bisect_left
from collections.abc import Generator, Iterator, Mapping
from dataclasses import replace
from typing import Final

from flows.contract.fixed import fixed
from flows.extract.recognizers.given import MADE, is_named, made_to, posted
from flows.extract.recognizers.leaders import heads_of_forces
from flows.extract.recognizers.posts import Post
from flows.extract.recognizers.serving import are_two, is_next_items, is_served
from flows.extract.recognizers.surnames import PREDICATE, is_large, is_surname
from flows.extract.recognizers.units import Units

_WORD: Final = r"(?:[GCQ]|i\.?(?=[GCQi]|P[GC])|b(?=[GCQ]))"
_MORE: Final = (
    r"(?:[GCQ]|\"[CGWQx]\"(?=[GCQ])|i\.?(?=[GCQi])|b{1,2}(?=[GCQPW])|(?<=b)[PW]|(?<=[GCQ])P(?=[GCQ,.;:|()exaqpso])"
    r"|(?<=[GC][GC])N(?=[,.;:|()ex])"  # Naeem Akhtar Afghan said
    r"|(?<=G)N(?=b?C[,.;:|()exaqpns])"  # Mohammed Shia Al-Sudani
    r"|(?<=i)P(?=[GC])|(?<=G)i\.?P(?=[,.;:|()exajs]))"  # M Maheshwar Rao; Robert F. Kennedy Jr
)
_FATHERS: Final = (
    r"(?:(?<=[GCi])i{1,3}(?=[,;|)(aexpn]|\.\|))?"  # Ramesh K N: of his father and village, behind the name
)
_NAME: Final = rf"(?:{_WORD}{_MORE}{{0,8}}(?:,?j(?:\.(?!\|))?|(?<=[GC])i\.(?=[xe]))?{_FATHERS})"
_JUNIOR: Final = r"(?:,?j(?:\.(?!\|))?)?"
_FULL: Final = (
    rf"(?:(?:[GQ]|i\.?){_MORE}{{1,5}}{_JUNIOR}{_FATHERS}|C(?:[C]|b){{0,3}}(?<![ia])[GQ]{_MORE}{{0,3}}{_JUNIOR}"
    r"|Gi(?:\.(?=[xe,])|(?=,)))"  # the suspect, Johannes M., had fled
)
_TOLD: Final = re.compile(
    r"(?=[XqzHGQiCN])(?:"  # what any of these begins with: nothing is tried elsewhere
    rf"(?P<held>X+(?:HX)?)(?P<parted>,t?)?(?P<address>(?:\(H\)|H)*)(?P<holder>{_NAME})"
    rf"|(?:q[xpq]?|z[oxpq]?),?(?P<manner>H*)(?P<cued>{_NAME})"
    rf"|(?P<honour>H+)(?P<titled>{_NAME})"
    rf"|(?<!vo)(?P<full>{_FULL}(?!v))"
    r"|(?P<told>(?<![CGQAWiPN])[CQ]{2,4}(?=\(X\)|,tX[,.|]|,X[,.|]))"
    r"|(?P<single>G(?=,t?[qzh]|,d,|e)|N(?=z)|(?<!\|)C(?=,t[qzh]|,d,))"
    r"|(?P<pair>G(?=(?:,G)*,?aG[eqzh])|(?<=[Ga,@])G(?=(?:,G)*(?:,?aG)?[eqzh])))"
)
_CHAIN: Final = re.compile(rf"(?:,?a|,)(?P<address>H*)(?P<name>{_NAME})(?=[,.;|ax(e])")
_OPENINGS: Final = ("|", '"', ",", "")  # codes before a name that opens its clause
_APPOSED: Final = re.compile(
    r",?(?:(?P<when>(?<=,)[xe])?(?:mt|t?m?)H?(?P<post>X(?:-X|aX)?)(?=[-,.;:|)\"anep])(?!,?H?[GC]|,?a?X(?:[-,.;:|)nx]|a[^GCQH])))"
)
_SUBJECT: Final = re.compile(r",(?:t?m?(?P<post>X)(?=x))")
_BRACKETED: Final = re.compile(r"\((?P<post>X)\)")
_LEAD: Final = re.compile(r"(?<![,@a])(?<![GCQ],)X,H?$|(?<=P,)X,H?$")
_OWN: Final = re.compile(r",t?m?X[,.;|]")
_ONE_NAME: Final = re.compile("C,e")  # the agency's spokesman, Daryono, said
_HOLDER: Final = re.compile(r",X+H*[GCQ]{2}")  # spokesman for the District Office, Parsa, DSP A B
_HOLDING: Final = re.compile(r"(?P<post>X)(?P<parted>,t?)?H*$")
_PAIRED: Final = re.compile(r",t?m?(?P<post>X)(?=,a?H*[GCQ]+[,(.a|])")  # A Khan, Secretary Law, B Ali, Member Legal,
_MOVED: Final = re.compile(r"(?P<parted>,?)(?P<way>[xeqa]{1,7})t?(?P<post>X)(?!H*[GCQ])")
_SIGNED: Final = re.compile(r"(?:,[xA])?\|(?:(?P<rank>X)\|)?(?P<post>X)(?:,[CPUWKLOG]{1,4})?(?=\|)")
_SIGNING: Final = re.compile(r"(?<!\|X)\|[XH]{0,2}$")
_BEEN: Final = frozenset(["has", "have", "was", "were", "is", "had", "will", "stands"])
_NAMED: Final = re.compile(r"X(?:aX)?(?=[,.;|])")  # the board named A chief financial officer.
_OWNED: Final = re.compile(
    r",(?:t(?P<body>x|[NOP]x)|(?P<owner>t?[xNOPCWKLG]{0,3}[xs])(?P<field>x?))(?P<post>X)(?=[,.;|)])(?!,H*[GC])"
)  # A, the group's finance director, B, the EU trade commissioner,
_OWNERS: Final = frozenset(["its", "their", "his", "her", "s", "’s", "'s"])
_WHEN: Final = frozenset({"earlier", "formerly", "previously", "currently", "presently"})
_OWNS: Final = frozenset({"its", "their"})
_ANOTHER: Final = re.compile(r",H*[GCQ]{2}")
_OUTER: Final = re.compile(r",t?(?P<post>X)(?=H*[GCQ])")
_OF_A_FIRM: Final = re.compile("C(?=X[GC])")  # before its officer
_HAS_DIGIT: Final = re.compile(r"\d")
_BRACKET: Final = re.compile(r"\((?P<inside>[^()|]{1,9})\)")
_RULES: Final = {
    "holder": "behind a post", "cued": "behind a cue", "titled": "behind an honorific", "full": "listed name words",
    "told": "before a post",
    "single": "name and what is said of it", "pair": "listed names in a row",
}  # fmt: skip
_PREPOSED: Final = re.compile(r"[opnf]t?m?$")
_LISTED: Final = re.compile(
    r"(?:[GC]|(?<!X)@),H*$"
)  # the item before is a name alone: a post between commas is an item, too
_NO_VERBS: Final = frozenset({"who", "here", "there", "also", "along", "alongside", "during", "while", "after"})
_WHOLE: Final = frozenset({"office", "portfolio"})  # services whose bare titles are positions
_TRUSTED: Final = frozenset({"holder", "cued", "titled"})


@fixed()
class Person:
    """Characters ``start`` to ``end`` name a person; what stands around the name says how he is addressed and what he is."""

    start: int
    end: int
    rule: str
    trusted: bool
    honorific: str | None = None
    posts: tuple[Post, ...] = ()
    given: tuple[Post, ...] = ()  # what the text puts him in beside those: A, CTO Multan, has been posted as SSP City
    bracket: tuple[int, int] | None = None

    @property
    def is_open(self) -> bool:
        """Neither a trusted rule nor a post says that it is a person."""
        return not (self.trusted or self.posts)


def people(units: Units, posts: Mapping[int, Post]) -> Iterator[Person]:
    """The persons, left to right, apart. ``units`` have their posts folded to X; ``posts`` are found by their first character."""
    codes, at = units.codes, 0
    behind: tuple[Post, ...] = ()
    while match := _TOLD.search(codes, at):
        kind = str(match.lastgroup)
        first, last = match.span(kind)
        last = _without_home(units, first, last)
        last -= last - first > 1 and units.words(last - 1, last) == "I"  # with Ali Ahmed I went
        if _HAS_DIGIT.search(units.text, *units.span(first, last)):
            at = last  # the operation named Gate-7
            continue
        if kind == "cued" and _OF_A_FIRM.match(codes, first):
            at = last  # called Zorvan chairman Imran Dalvi
            continue
        if codes[first] == "N" and "/" not in units.words(last, last + 1):
            at = last  # Danish s/o Rafiq is a man, the Danish son of a farmer is not named
            continue
        if (
            kind == "holder"
            and match["parted"]
            and not _may_stand_apart(units, posts, match.start("held"), first, last)
        ):
            at = first
            continue
        held = range(*match.span("held")) if match["held"] else ()
        titles = [posts[units.starts[i]] for i in held if codes[i] == "X"]
        alone = last - first == 1 or _ANOTHER.match(codes, last) is not None
        titles = [_holders(units, post, alone=alone) if post not in behind else post.inner or post for post in titles]
        titles = (
            [] if titles and is_served(units, titles[0]) else [*_leading(units, posts, titles, match.start()), *titles]
        )
        behind, at = _behind(units, posts, titles, match.start(), last)
        address = next((match.span(name) for name in ("address", "manner", "honour") if match[name]), None)
        bracket = _BRACKET.match(codes, last)
        yield Person(
            *units.span(first, last), _RULES[kind], kind in _TRUSTED, units.words(*address) if address else None,
            (*_stacked(titles), *behind), _given(units, posts, at) if titles or behind else (),
            units.span(*bracket.span("inside")) if bracket else None,
        )  # fmt: skip
        if kind in ("cued", "holder") and not behind:
            shared = tuple(t for t in titles if units.text[t.core_start : t.core_end].endswith("s"))
            at = yield from _chain(units, posts, at, shared)


def _holders(units: Units, post: Post, *, alone: bool) -> Post:
    """Of a post that another ends the one that the name behind it holds: an aide to US President X, but Adviser to the US President A B.

    ``alone``: the name is a single word, or another name stands behind it: an aide to US President A B, C D, said.
    """
    is_told_of = alone or units.text[post.core_start].islower()
    nation = units.entries.get(post.inner.start) if post.inner and is_told_of else None
    return post.inner if post.inner and nation and nation.code == "N" else post


def post_beside(units: Units, posts: Mapping[int, Post], start: int, end: int) -> tuple[Post, ...]:
    """The posts that stand before or behind a name that no pattern told: the District Commissioner, X, attended.

    ``units`` have the posts folded to X; ``start`` and ``end`` are the name's characters.
    """
    first, last = bisect_left(units.starts, start), bisect_left(units.ends, end) + 1
    held = _HOLDING.search(units.codes, max(0, first - 6), first)
    if held and not (held["parted"] and (last - first < 2 or _OWN.match(units.codes, last))):
        return (posts[units.starts[held.start("post")]],)
    return _behind(units, posts, [], first, last)[0]


def _behind(
    units: Units, posts: Mapping[int, Post], titles: list[Post], first: int, last: int
) -> tuple[tuple[Post, ...], int]:
    """The post in brackets or after a comma behind a name, and where reading goes on. A name that a whole post led, or that is one
    of a list of names, takes none by comma."""
    if (signed := _SIGNED.match(units.codes, last)) and _SIGNING.search(units.codes, max(0, first - 4), first):
        return tuple(_signed(units, posts, signed)), signed.end()
    if bracketed := _BRACKETED.match(units.codes, last):
        return (posts[units.starts[bracketed.start("post")]],), bracketed.end()
    if (made := made_to(units, last) or posted(units, first, last)) and (
        chosen := _joined(posts, units, *made.span("post"))
    ):
        return chosen, made.end()
    if not titles and (owned := _OWNED.match(units.codes, last)) and _is_owned(units, owned):
        begin = units.starts[owned.start("body" if owned["body"] else "field")]
        return (replace(posts[units.starts[owned.start("post")]], start=begin),), owned.end()
    bare = all(title.is_bare for title in titles)
    if bare and (named := _NAMED.match(units.codes, last)) and is_named(units, first):
        return _joined(posts, units, *named.span()), named.end()
    if units.codes[last : last + 1] != "," or any(_is_position(units, title) for title in titles):
        return (), last
    if _LISTED.search(units.codes, max(0, first - 4), first):
        return (), last
    apposed = _APPOSED.match(units.codes, last) or (None if titles else _before_its_verb(units, first, last))
    if apposed and (_acts(units.codes, first, apposed.end()) or not _is_when(units, apposed)):
        apposed = None
    if apposed and (joined := _joined(posts, units, *apposed.span("post"))):
        return joined, apposed.end()
    if not titles and (paired := _PAIRED.match(units.codes, last)):
        return (posts[units.starts[paired.start("post")]],), paired.end()
    outer = _OUTER.match(units.codes, last)
    post = posts[units.starts[outer.start("post")]] if outer else None
    return ((post,) if post and post.inner and not is_next_items(units, post) else ()), last


def _is_when(units: Units, apposed: re.Match[str]) -> bool:
    """The word between a comma and a post, if any, says when it is held: X, earlier Deputy Minister of Trade, was appointed."""
    start = apposed.start() + 1
    return "when" not in apposed.groupdict() or not apposed["when"] or units.words(start, start + 1) in _WHEN


def _before_its_verb(units: Units, first: int, last: int) -> re.Match[str] | None:
    """A post behind a comma that closes the subject of its clause: A, Special Assistant to the Prime Minister accompanied him."""
    match = _SUBJECT.match(units.codes, last)
    if match is None or not units.words(match.start("post"), match.end())[0].isupper():
        return None
    if units.codes[first - 1 : first] not in _OPENINGS:
        return None  # In a message to X, the Speaker thanked them
    return match if units.words(match.end(), match.end() + 1).endswith("ed") else None


def _given(units: Units, posts: Mapping[int, Post], at: int) -> tuple[Post, ...]:
    """The post that is given to somebody whose own one is told: A, CTO Multan, has been transferred and posted as SSP City."""
    moved = _MOVED.match(units.codes, at)
    way = units.words(*moved.span("way")).split() if moved else []
    if moved is None or (
        not (way == ["as"] and moved["parted"]) and not (way[0] in _BEEN and way[-1] in ("as", *MADE))
    ):
        return ()
    is_given = way[-1] in MADE or way == ["as"] or way[-2] in MADE
    return (posts[units.starts[moved.start("post")]],) if is_given else ()


def _signed(units: Units, posts: Mapping[int, Post], signed: re.Match[str]) -> Iterator[Post]:
    """The rank and the post on lines of their own below a name that signs: Musa Ibeh / ASP / Deputy Police Spokesperson, Kano."""
    if signed["rank"]:
        yield posts[units.starts[signed.start("rank")]]
    yield replace(posts[units.starts[signed.start("post")]], end=units.ends[signed.end() - 1])


def _is_owned(units: Units, owned: re.Match[str]) -> bool:
    """What stands between the comma behind a name and a post says whose post it is, or of what: its, the group's, the EU trade."""
    return bool(owned["body"]) or units.words(owned.end("owner") - 1, owned.end("owner")) in _OWNERS


def _is_position(units: Units, post: Post) -> bool:
    """A whole post, or an office or portfolio that needs no more words: Prime Minister, Foreign Minister; a rank is none."""
    return not post.is_bare or units.entries[post.core_start].row.get("service") in _WHOLE


def _acts(codes: str, first: int, last: int) -> bool:
    """Whether the post behind a name inside a clause is who acts next: to veteran leader Ali Gilani, COAS said."""
    return codes[last : last + 1] == "e" and codes[first - 1 : first] not in _OPENINGS


def _leading(units: Units, posts: Mapping[int, Post], titles: list[Post], first: int) -> list[Post]:
    """The post that a comma parts from a bare rank before the name: the Ashanti Regional Commander, DCOP X."""
    led = _LEAD.search(units.codes, max(0, first - 6), first)
    if not titles or any(not title.is_bare or not title.is_rank for title in titles) or led is None:
        return []
    post = posts[units.starts[led.start()]]
    entry = units.entries[post.core_start]
    graded = entry.is_graded and entry.row["form"] not in heads_of_forces()  # the Commissioner of Police, CP X
    is_told = units.codes[led.start() - 1] in ("t" if post.is_bare else "ts,")  # the military attaché, Colonel X
    is_told = is_told or " of " in units.words(led.start(), led.start() + 1)  # Chief of the Naval Staff, Admiral X
    is_told = is_told or units.words(led.start() - 1, led.start()).lower() in _OWNS  # its Director, Colonel X
    return [] if (graded and post.is_bare) or ((graded or post.is_bare) and not is_told) else [post]


def _without_home(units: Units, first: int, last: int) -> int:
    """The end of a name less a place of Pakistan behind it: 'Mahmudabad' may be a name's last word, 'Lahore' is none."""
    title = units.entries.get(units.starts[first - 1]) if units.codes[first - 1] == "X" else None
    if units.codes[last : last + 2] in (",d", "(z") or (title and title.row.get("canonical") == "Justice"):
        return last  # Daniel Opare Oman, 43; Muhammad Sajawal (son of X); Justice Tariq Mehmood Swat
    for i in range(first + 1, last):
        is_last = i + 1 == last or units.codes[i + 1] not in "GC"  # Ali Mardan Domki
        if units.codes[i] == "P" and units.codes[i - 1] != "b" and is_last:
            entry = units.entries.get(units.starts[i])
            if (
                entry is None
                or entry.code not in "PQ"
                or (is_large(entry.row) and not is_surname(units, first, i, entry.row))
            ):
                return i
    return last


def _chain(units: Units, posts: Mapping[int, Post], at: int, shared: tuple[Post, ...]) -> Generator[Person, None, int]:
    """Names that go on a list: …, Shakir, Torsum and Muhammad Hasan. A post in the plural is that of each (MNAs A, B and C).

    The last may have one of his own behind him: Minister X and Y, the Finnish Minister for Trade.
    """
    codes = units.codes
    while match := _CHAIN.match(codes, at):
        if codes[match.end()] == "e" and not (shared and "a" in match.group()):
            break  # in a talk with Minister A, B said; but Senators A and B said
        address = units.words(*match.span("address")) if match["address"] else None
        first, at = match.span("name")
        own, at = _behind(units, posts, [], first, at) if not shared and codes[first - 1] == "a" else ((), at)
        yield Person(*units.span(*match.span("name")), "in a list of names", True, address, shared or own)
    return at


def _may_stand_apart(units: Units, posts: Mapping[int, Post], held: int, first: int, last: int) -> bool:
    """A name behind a post and a comma is its holder if it is a full name and no post of its own follows it.

    Behind a preposition a mark must close it: in a letter to the speaker, Omar Ayub complained. A is posted as SP City, B as SP Saddar.
    """
    codes = units.codes
    if held and units.words(held - 1, held) == "as":
        return False
    is_full = last - first > 1 or codes[first] == "G" or _ONE_NAME.match(codes, first) is not None
    inside = _PREPOSED.search(codes, max(0, held - 3), held) is not None
    if codes[held - 1] == "|" and are_two(units, posts[units.starts[held]], last):
        return False
    is_item = last - first == 1 and _HOLDER.match(codes, last) is not None
    acts = inside and codes[last : last + 1] in PREDICATE and units.words(last, last + 1) not in _NO_VERBS
    is_others = _OWN.match(codes, last) is not None and "," not in units.words(held, held + 1)
    return is_full and codes[first - 1] in ",tH" and not acts and not is_item and not is_others


def _stacked(titles: list[Post]) -> tuple[Post, ...]:
    """The posts before a name; titles without rank that follow each other are one post (Director Sports Commissioner Karachi)."""
    if len(titles) > 1 and not any(t.is_rank for t in titles) and titles[0].end + 1 == titles[1].start:
        return (replace(titles[0], end=titles[-1].end), *titles[2:])
    return tuple(titles)


def _joined(posts: Mapping[int, Post], units: Units, first: int, last: int) -> tuple[Post, ...]:
    """The post behind a name; two that a dash joins are one, with the rank of the second, and two civil ones that 'and' joins.

    A grade and an office are two (X, Brigadier General and Head of the Y Agency), two grades none: of 'X, DIG East and SP City' the
    second is somebody else.
    """
    post, other = posts[units.starts[first]], posts[units.starts[last - 1]]
    if "a" not in units.codes[first:last]:
        return (replace(other, start=post.start),)
    graded, other_graded = (units.entries[p.core_start].is_graded for p in (post, other))
    if graded and post.is_bare and not other_graded:
        return post, other
    return () if graded or other_graded else (replace(post, end=other.end),)
