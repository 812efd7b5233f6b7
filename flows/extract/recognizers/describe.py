"""What the words around a name say of it: rank, whole post, body and country, read off post spans and seed rows."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Final

from flows.extract.recognizers.leaders import heads_of_forces
from flows.extract.recognizers.lexicon import Entry, plural
from flows.extract.recognizers.people import Person
from flows.extract.recognizers.posts import Post
from flows.language.seeds import rows

_FORMER: Final = re.compile(r"\b(?:former|ex|late|then|outgoing|retired|shaheed|martyred)\b", re.I)
_RETIRED: Final = re.compile(r"\b(?:[Rr]etd?|[Rr]td|RETD|R)\b|®")
_SHORT: Final = re.compile(r"\(([A-Z]{2,6})\)")
_PLURAL: Final = re.compile(r"s\b(?:(?<=\b[A-Z]{2}s)|(?<=\b[A-Z]{3}s)|(?<=\b[A-Z]{4}s))")  # MNAs
_OFFICES: Final = frozenset({"office"})
_POSITIONS: Final = frozenset({"office", "portfolio"})
_GRADES: Final = frozenset({"police", "military", "judicial"})  # services whose bare ranks name no post
_POST_LIKE: Final = re.compile(r"[A-Z][^\d:;,|]*")  # not (age: 24 years, resident of X)


def row_of(post: Post, entries: Mapping[int, Entry]) -> Mapping[str, str]:
    """The seed row of a post's core."""
    return entries[post.core_start].row


def canonical(post: Post, entries: Mapping[int, Entry]) -> str:
    """The canonical rank or title of a post's core: IG for Inspector General of Police."""
    return row_of(post, entries)["canonical"]


def is_office(post: Post, entries: Mapping[int, Entry]) -> bool:
    """One person at a time holds it (Prime Minister, Governor), so that the bare title names a post."""
    return row_of(post, entries).get("service") in _OFFICES


def is_position(post: Post, entries: Mapping[int, Entry]) -> bool:
    """An office, or a portfolio (Foreign Minister): more words beside it say of which country, so that it is another's."""
    return row_of(post, entries).get("service") in _POSITIONS


def rank_of(text: str, post: Post, entries: Mapping[int, Entry]) -> str | None:
    """The rank as printed, without portfolio (Minister of 'Interior Minister').

    In its short form where both are: DIG of 'Deputy Inspector General (DIG)'.
    """
    if not post.is_rank:
        return None
    row = row_of(post, entries)
    if row["service"] == "portfolio":
        return row["canonical"]
    core = _singular(text[post.core_start : post.core_end].replace("®", ""), row)
    short = _SHORT.search(core)
    return short.group(1) if short else re.sub(r"\s+", " ", core.split("(")[0]).strip(" .,")


def _singular(printed: str, row: Mapping[str, str]) -> str:
    """What each holder is of a post that is printed for several: MNAs, Federal Ministers."""
    form = row["form"]
    several = plural(form)
    return _PLURAL.sub("", printed.replace(several, form).replace(several.lower(), form.lower()))


def is_former(text: str, post: Post) -> bool:
    """The post is one that its holder has left."""
    return bool(_FORMER.search(text, post.start, post.core_start))


def is_whole(text: str, post: Post, entries: Mapping[int, Entry]) -> bool:
    """A position, not only a grade: 'DIG Headquarters', 'SHO', 'Prime Minister', but not 'DIG' alone or 'Italian Colonel'."""
    row = row_of(post, entries)
    if row["form"] in heads_of_forces():
        return True
    if row.get("kind") in ("before a name", "apposed") and row["form"] == row["canonical"]:
        # PPP leader, member of a board, but not the late leader; DFO is short for a whole title
        return any(c.isupper() for c in text[post.start : post.core_start]) or post.end > post.core_end
    if post.end == post.core_end and text[post.start : post.core_start].strip().lower() in demonyms():
        return row.get("service") not in _GRADES
    return not post.is_bare or row.get("service") not in _GRADES


def whole_post(text: str, person: Person, entries: Mapping[int, Entry]) -> str | None:
    """The fullest position printed at a person's mention; a bracket behind a ranked name counts (Colonel X (Special Forces))."""
    whole = [p for p in person.posts if is_whole(text, p, entries)]
    titled = [p for p in whole if not p.is_bare] or whole
    if titled:
        best = max(titled, key=lambda p: p.end - p.start)
        return _singular(squeezed(text[best.start : best.end]), row_of(best, entries))
    inside = text[slice(*person.bracket)].strip() if person.bracket and person.posts else ""
    return squeezed(inside) if " " in inside and _POST_LIKE.fullmatch(inside) else None


def rank_abroad(text: str, person: Person, entries: Mapping[int, Entry], home: str | None) -> str | None:
    """The grade of police that an office of South Asia's districts is elsewhere: Assistant Commissioner X in Kingston."""
    if home is None:
        return None
    lands = _lands_of_offices()
    graded = (p for p in person.posts if home not in lands.get(canonical(p, entries), home))
    return next((squeezed(text[p.core_start : p.core_end].split("(")[0]) for p in graded), None)


@cache
def _lands_of_offices() -> Mapping[str, str]:
    """Canonical title → codes of the countries in which it is an office, and no grade of police."""
    return {row["canonical"]: row["office_in"] for row in rows("police_grades")}


def best_rank(text: str, person: Person, entries: Mapping[int, Entry]) -> str | None:
    """The rank of the mention: a grade of a service before an office (Director General X, Brigadier Y), then that of the fullest post.

    Of two grades the one that is held stands next to the name, bare (KwaZulu-Natal police commissioner, Lieutenant-General X).
    """
    ranks = [
        (
            not (graded := _is_grade(row_of(p, entries))),
            _is_retired(text, p),
            p.is_bare is not graded,
            rank,
        )
        for p in person.posts
        if (rank := rank_of(text, p, entries))
    ]
    return min(ranks, key=lambda r: r[:3])[3] if ranks else None


def _is_grade(row: Mapping[str, str]) -> bool:
    """A grade of a service that many hold: not Commissioner of Police, beside whom CP stands."""
    return row.get("service") in _GRADES and row["form"] not in heads_of_forces()


def _is_retired(text: str, post: Post) -> bool:
    """A grade with the mark of retirement behind it, which says less than the grade that is held: AIG Logistics Capt (retd) X."""
    return bool(_RETIRED.search(text, post.core_start, post.core_end))


def squeezed(text: str) -> str:
    """Runs of white space as one space."""
    return " ".join(text.split())


@cache
def demonyms() -> Mapping[str, str]:
    """Demonym → country code."""
    return {r["demonym"].lower(): r["country_code"] for r in rows("demonyms") if r["country_code"]}


def country_of(entries: Iterable[Entry]) -> str | None:
    """The country that listed words inside a post name, if they name one alone; a people goes first (Italian consul in Lahore)."""
    told = [(e.code, e.row.get("country_code")) for e in entries if e.code in "PQNO" and e.row.get("country_code")]
    codes = {country for code, country in told if code == "N"} or {country for _, country in told}
    return codes.pop() if len(codes) == 1 else None
