"""A post as printed, read into rank, function, jurisdiction, body and status, so that all its spellings have one name.

What titles, ranks and units there are is data (see post_words).
"""

import re
from dataclasses import replace
from functools import lru_cache
from typing import Final

from flows.contract.fixed import fixed
from flows.language.names import fold
from flows.resolve.bodies import find_body
from flows.resolve.places import country_name, find_place, jurisdiction_at, nation
from flows.resolve.post_bodies import division, without_body
from flows.resolve.post_print import EDGE, status_and_rest, unbracketed, unmarked, unowned, without_status
from flows.resolve.post_words import (
    beside_a_post,
    forms_of_title,
    is_police,
    joiners,
    long_titles,
    part,
    title_phrases,
    titles,
    trim,
    uniformed,
    units,
)

_AND: Final = re.compile(r"\s+(?:and|&|cum)\s+|-cum-|\s*/\s*", re.I)
_SPLIT: Final = re.compile(r"[\s,;/]+")
_SMALL: Final = frozenset({"a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"})
_TELLS: Final = frozenset({"for", "of", "and", "&"})
_TELLING: Final = 4  # letters that a word for a field has at least
_BEGINNING: Final = 6  # letters by which words for a field are compared


@fixed()
class Post:
    """A position in its parts. ``name`` is the canonical form that all spellings share."""

    name: str
    title: str  # canonical short title or rank: IG, Minister
    is_rank: bool
    function: str | None = None
    jurisdiction: str | None = None
    organization: str | None = None
    status: str = "current"
    level: str | None = None  # nation or province, where a word says so: Federal, Provincial

    @property
    def is_specific(self) -> bool:
        """Whether it names one office rather than a grade that many hold at once."""
        return bool(self.function or self.jurisdiction or self.organization) or fold(self.title) in part("singular")

    @property
    def is_of_no_body(self) -> bool:
        """Whether a body told of its holder is another post's: a minister's party."""
        return fold(self.title) in part("of no body")

    @property
    def body(self) -> str | None:
        """The body that the post belongs to: named with it, or the police of its place."""
        is_unit = self.function is None or fold(self.function) in units()
        if self.jurisdiction and not self.organization and is_unit and is_police(self.title):
            return f"{self.jurisdiction} Police"
        return self.organization


@lru_cache(maxsize=1 << 16)
def read_post(
    printed: str, organization: str | None = None, country: str | None = None, home: str | None = None
) -> Post:
    """The post that ``printed`` names, for a holder of ``organization`` and of ``country``, told in a report from ``home``.

    What is not known is None; a report's country is taken for its holder's, too. Never fails.
    """
    told = unbracketed(unmarked(printed)).strip(EDGE)
    bare = _alone(told, organization)
    status, text = status_and_rest(unowned(bare).strip(EDGE))
    left = _alone(text, organization)  # behind former
    is_named = (bare, left) != (told, text)
    title, is_rank, rest = _title(left)
    words = organization if organization and is_named else " ".join(trim(rest.split()))
    named = find_body("organization", words) if is_named or _is_a_name(words) else None
    if fold(title) in part("of no body") and (not named or named.subtype == "party"):
        organization, rest = None, "" if named and not is_named else rest
    elif organization and is_named:
        rest = without_body(rest, organization)  # DG, ISPR (DG ISPR)
    elif named and (organization in (None, named.name) or named.subtype == "court"):
        organization, rest = named.name, ""
    jurisdiction, function = _rest(rest, country, home or country, title)
    title, function = _office(title, division(title, organization) or function)
    own_seat = seat(organization, country) if organization else None
    jurisdiction = jurisdiction or own_seat
    title = _for_province(title, jurisdiction, function, country)
    post = Post("", title, is_rank, function, jurisdiction, None if own_seat else organization, status, _level(text))
    return replace(post, name=_name(post))


def _is_a_name(words: str) -> bool:
    """Whether words beside a title may name a body: not what a post is for, nor the economist, who is not The Economist."""
    return fold(words) not in part("function") and not words.islower() and fold(words) not in part("calling")


def _alone(text: str, organization: str | None) -> str:
    """A post without the name of its body, where that is not all there is."""
    return (without_body(text, organization) or text) if organization else text


@lru_cache(maxsize=1 << 16)
def read_posts(
    printed: str, organization: str | None = None, country: str | None = None, home: str | None = None
) -> tuple[Post, ...]:
    """The posts of one holder that words name: mostly one, two for ``Deputy Prime Minister and Foreign Minister``.

    A place that only one half names goes for the other, too; a body goes with the half that names no place.
    """
    for joint in _AND.finditer(printed):
        halves = printed[: joint.start()], printed[joint.end() :]
        if _are_two(printed, *halves):
            one, other = (read_post(half, None, country, home) for half in halves)
            places = {post.jurisdiction for post in (one, other) if post.jurisdiction}
            if len(places) == 1:
                return tuple(p if p.jurisdiction or p.organization else placed(p, *places) for p in (one, other))
            return tuple(
                p if p.jurisdiction else read_post(half, organization, country, home)
                for p, half in zip((one, other), halves, strict=True)
            )
    return (read_post(printed, organization, country, home),)


def _are_two(printed: str, one: str, other: str) -> bool:
    """Whether both halves are offices, of which no country has one man in both, as of President and Prime Minister.

    ``Minister for Law and Justice`` is one, and so is who serves two offices (``Secretary to the President and …``).
    """
    if fold(printed) in titles() or " to " in one:
        return False
    first, second = _named_title(one, is_first=True), _named_title(other)
    heads = part("nation").keys() - {fold(title) for title in joiners()}
    return bool(first and second) and first != second and not {first, second} <= heads


def _named_title(half: str, *, is_first: bool = False) -> str:
    """The folded title that words begin with, or end with after a field or body; '' where there is none. A second half's is no grade."""
    _, text = without_status(unowned(unbracketed(unmarked(half))).strip(EDGE))
    text = " ".join(w for w in text.split() if fold(w) not in part("level"))
    hits = list(title_phrases().find(text))
    if not hits:
        return ""
    start, end, form = hits[0] if hits[0][0] == 0 else hits[-1]
    title, _ = titles()[fold(form)]
    is_whole = start == 0 or (
        end == len(text) and (is_first or title in joiners() or find_body("organization", text[:start].strip()))
    )
    return fold(title) if is_whole and (is_first or fold(title) not in uniformed()) else ""


@lru_cache(maxsize=1 << 16)
def fields(printed: str) -> frozenset[str]:
    """What a post is for, as the beginnings of its telling words: Health Minister and Minister for Healthcare share one."""
    words = fold(read_post(printed).function or "").split()
    return frozenset(w[:_BEGINNING] for w in words if len(w) >= _TELLING and w not in part("no field"))


def placed(post: Post, jurisdiction: str) -> Post:
    """The same post of a place that its words leave out."""
    post = replace(post, jurisdiction=jurisdiction)
    return replace(post, name=_name(post))


def _level(text: str) -> str | None:
    """Whose office it is, where the post says no place: Federal Minister is the nation's, Provincial Minister the province's."""
    return next((part("level")[w] for w in fold(text).split() if w in part("level")), None)


def _title(text: str) -> tuple[str, bool, str]:
    """(canonical title, whether it is a rank, the rest): the title at the start, else the last one there is."""
    hits = list(title_phrases().find(text))
    if not hits:
        return "", False, text
    first, last = hits[0], hits[-1]
    start, end, form = first if first[0] == 0 and not _is_field(text, hits) else last
    title, is_rank = titles()[fold(form)]
    rest = f"{text[:start]} {text[end:]}"
    return title, is_rank, " ".join(w for w in rest.split() if fold(w.strip(EDGE)) not in forms_of_title(title))


def _is_field(text: str, hits: list[tuple[int, int, str]]) -> bool:
    """Whether the first of titles is what the second is for: the Justice Minister is no justice."""
    (_, end, form), *more = hits
    is_next = bool(more) and not text[end : more[0][0]].strip() and titles()[fold(more[0][2])][0] in joiners()
    return is_next and fold(titles()[fold(form)][0]) in uniformed()


def _rest(text: str, country: str | None, home: str | None, title: str) -> tuple[str | None, str | None]:
    """(jurisdiction, function) of what stands around a title."""
    words = [w for w in (w.strip(EDGE) for w in _SPLIT.split(text)) if w]
    if title in part("envoy").values():
        words = _towards(words)
        if "to" in words[:-1]:
            return _sent(words, country, home, title)
    words = trim(_without_rank(words, title))
    if fold(" ".join(words)) in part("filler alone"):
        return None, None
    if fold(" ".join(words)) in part("function"):
        return None, _function(words)
    for size in range(min(5, len(words)), 0, -1):
        for piece, others in ((words[-size:], words[:-size]), (words[:size], words[size:])):
            place = _jurisdiction(" ".join(piece), country, title)
            if place and piece == words[-size:] and len(others) > 1 and fold(others[-1]) in ("and", "&"):
                return None, _function(words)  # Kashmir Affairs and Gilgit-Baltistan
            if place:
                field = trim(others)  # President of the Republic of Kenya
                return place, None if fold(" ".join(field)) in part("filler alone") else _function(field)
    return None, _function(words)


def _without_rank(words: list[str], title: str) -> list[str]:
    """Words without the rank or seat in parliament that a holder has beside the post: ``for Law and Justice Senator``."""
    if " " in title and [fold(word) for word in words] == ["general"]:  # Chief of Army Staff General
        return []
    for size in (2, 1):
        is_told_of = (
            len(words) > size and fold(words[-1]) == "justice" and fold(words[-2]) in _TELLS
        )  # Minister for Justice
        if len(words) > size and not is_told_of and fold(" ".join(words[-size:])) in beside_a_post():
            return words[:-size]
    return words


def _towards(words: list[str]) -> list[str]:
    """An envoy in a country is one to it: Ambassador of Italy in Pakistan."""
    at = words.index("in") if "in" in words and "to" not in words else len(words)
    place = find_place(" ".join(trim(words[at + 1 :])))
    return [*words[:at], "to", *words[at + 1 :]] if place and place.kind == "country" else words


def _sent(words: list[str], country: str | None, home: str | None, title: str) -> tuple[str | None, str | None]:
    """(country, of or to) of an envoy: Iran's to the report's country is the one of Iran, that country's to Iran the one to Iran."""
    at = len(words) - words[::-1].index("to")
    seat = _jurisdiction(" ".join(trim(words[at:])), country, title)
    sender = _jurisdiction(" ".join(trim(words[: at - 1])), country, title)
    at_home = home is not None and seat == country_name(home)
    if at_home and not sender and country and country != home:
        sender = country_name(country)
    if sender and at_home:
        return sender, None
    return seat, "to" if seat else _function(["to", *trim(words[at:])])


def _function(words: list[str]) -> str | None:
    """What a post is for: a unit, a field, or the office that it serves, whose short form is spelt out."""
    if words and fold(words[0]) in titles():
        served = titles()[fold(words[0])][0]
        words = [long_titles().get(fold(served), served), *words[1:]]
    text = " ".join("and" if w == "&" else w.capitalize() if w.islower() and w not in _SMALL else w for w in words)
    if any(text.startswith(f"{long} for ") for long in long_titles().values() if long not in joiners()):
        text = text.replace(" for ", " on ", 1)  # who advises him for a field does so on it
    return (units().get(fold(text)) or text) or None


def _office(title: str, function: str | None) -> tuple[str, str | None]:
    """``Finance Minister`` is the Minister for Finance: words of a title that are no grade are its function."""
    grade, _, field = (function or "").partition(" ")
    is_grade = fold(grade) in part("grade") and not _serves(
        function or ""
    )  # who advises the Chief Minister is no chief adviser
    if is_grade and (graded := titles().get(fold(f"{grade} {title}"))):  # Additional Foreign Secretary
        title, function = graded[0], field or None
    elif title and not field and fold(grade) in part("grade of any") and not is_police(title):
        title, function = f"{grade} {title}", None  # Additional Registrar
    words = title.split()
    head = words[-1] if words else ""
    if head in joiners() and len(words) > 1 and not function and title not in joiners():
        loose = [w for w in words[:-1] if fold(w) not in part("grade")]
        if loose:
            title, function = " ".join(w for w in words if w not in loose), " ".join(loose)
    if function and head in joiners():
        function = part("function").get(fold(function), function)
    return long_titles().get(fold(title), title) if title.split()[-1:] == ["Minister"] else title, function


def _for_province(title: str, jurisdiction: str | None, function: str | None, country: str | None) -> str:
    """``Punjab police chief`` is the province's IG; of a city the words stay as they are."""
    is_chief = not function and fold(title) in part("title of a province")
    return "IG" if is_chief and jurisdiction and jurisdiction_at(jurisdiction, country, is_wide=True) else title


def seat(organization: str, country: str | None) -> str | None:
    """The place whose body it is: Punjab of Punjab Police."""
    words = organization.split()
    if len(words) > 1 and fold(words[-1]) == "police":
        head = trim(words[:-1])
        return _jurisdiction(" ".join(w for w in head if fold(w) not in ("traffic", "capital")), country, "IG")
    return None


def _jurisdiction(printed: str, country: str | None, title: str) -> str | None:
    """The place that printed words name: a short form (KP), a nation's adjective (Iranian) or the place itself.

    A minister's or secretary's is a country or province: the town of Commerce is no jurisdiction.
    """
    printed = printed.removesuffix("'s").removesuffix("’s")
    short = part("jurisdiction").get(fold(printed))
    if not short and is_police(title):
        short = part("jurisdiction of police").get(fold(printed))
    place = jurisdiction_at(short or printed, country, is_wide=title in joiners(), is_branch=fold(printed) in units())
    return place or nation(printed.capitalize() if printed.isupper() else printed)


def _name(post: Post) -> str:
    """Title in full, function, and after a comma the place or body. An envoy's place is where from (of) or where to."""
    title = long_titles().get(fold(post.title), post.title)
    if post.title in part("envoy").values() and post.jurisdiction and post.function in (None, "to"):
        return f"{title} {post.function or 'of'} {post.jurisdiction}"
    if post.function:
        joiner = joiners().get(post.title) or ("to the" if _serves(post.function) else None)
        title = " ".join(filter(None, (title.removesuffix(" of Police"), joiner, post.function)))
    body = None if division(post.title, post.organization) else post.organization
    return ", ".join(filter(None, (title, post.jurisdiction, body)))


def _serves(function: str) -> bool:
    """Whether a function is an office that the holder serves: the Prime Minister, on Trade."""
    return any(function.startswith(f"{long} ") or function == long for long in long_titles().values())
