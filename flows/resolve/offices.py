"""Which posts are one office, and where an office lies that is named without its place: each country has one such, or each province."""

import re
from functools import cache, lru_cache
from typing import Final

from flows.contract.records import Report
from flows.language.names import fold
from flows.language.outlets import country_of_outlet
from flows.language.seeds import rows
from flows.resolve.places import CAPITAL, country_name, find_place
from flows.resolve.post_bodies import division
from flows.resolve.post_words import is_police, titles
from flows.resolve.posts import Post

_OF_OR_AT: Final = re.compile(r" (?:of|at|for|to|with|in) ")


def is_office(post: Post) -> bool:
    """Whether it is one position rather than a grade, a seat among many or a bare title: of these nobody is the holder."""
    title, function = fold(post.title), fold(post.function or "")
    if (title or _head(function)) in _forms("held by many") or _is_one_of_several(title, function, post.organization):
        return False
    if not post.organization and _leaves_its_body_open(title, post):
        return False
    if title in _grades():
        return bool(post.function)
    if title in _forms("member"):
        return bool(post.function or post.jurisdiction) and not post.organization
    return post.is_specific


def _is_one_of_several(title: str, function: str, organization: str | None) -> bool:
    """Whether the post leaves open which it is: the chairman of a committee, one of the Prime Minister's assistants."""
    if organization:
        return False
    return function in _forms("nameless") or (title in _forms("of many without a field") and function in titles())


def _leaves_its_body_open(title: str, post: Post) -> bool:
    """Whether no body is named though each has such a post: the Director (Operations), a party's president in a province.

    A minister of whom no field is told is one of a cabinet.
    """
    if not post.function and _needs_function(post.title):
        return True
    if post.jurisdiction:
        return not post.function and _has_parties_alone(title, post.jurisdiction)
    return title in _forms("of a body") and not _names_a_body(post.function or "")


@lru_cache(maxsize=1 << 12)
def _has_parties_alone(title: str, name: str) -> bool:
    """Whether no province or city of a country has such a post: who is President of Punjab is so of a party or league."""
    place = find_place(name)
    if place is None or place.kind == "country" or fold(name) in _forms("province with a president"):
        return False
    return _is_listed("of a party there", title, place.country)


@lru_cache(maxsize=1 << 12)
def _names_a_body(words: str) -> bool:
    """Whether words hold the name of a body, rather than a field or a grade alone: what bodies are called, or a word not common.

    The office that a holder serves is as good as a body: the Prime Minister's, on Health.
    """
    parts = [part for part in words.split() if not part.islower()]
    served = {fold(" ".join(parts[:size])) for size in (2, 3)}
    if not served.isdisjoint(titles()):
        return True
    is_called_so = len(parts) > 1 and not _body_heads().isdisjoint(parts)
    return is_called_so or any(fold(part) not in _common() for part in parts)


def _head(words: str) -> str:
    """The last of words, and of those before what they are of or at: counsel for the commission."""
    return _OF_OR_AT.split(words, maxsplit=1)[0].rpartition(" ")[2]


def home_of(report: Report) -> str | None:
    """The country that a report takes for granted: its outlet's or its dateline's; None where the two differ."""
    outlet = country_of_outlet(report.outlet)
    place = find_place(report.dateline_place or "", filter(None, [outlet]))
    dateline = place.country if place else None
    return dateline or outlet if None in (outlet, dateline) or outlet == dateline else None


def province_of(report: Report) -> str | None:
    """The province or territory that a report is from, in the country it takes for granted."""
    home = home_of(report)
    place = find_place(report.dateline_place or "", filter(None, [home]))
    return place.province if place and home and place.country == home else None


def likely_jurisdiction(post: Post, report: Report, holder: str | None = None) -> str | None:
    """The country or province of the report for a post that each has one of, where the post names neither place nor body.

    A ministry is its country's.
    ``holder`` is the holder's country, where the report tells it: who is of another country holds no post of this one.
    """
    if post.jurisdiction or (post.organization and not division(post.title, post.organization)):
        return None
    home = home_of(report)
    if home and holder and holder != home:
        return country_name(holder) if _level(post, holder) == "nation" else None
    province = province_of(report)
    level = _level(post, home, is_in_a_province=province not in (None, CAPITAL))
    if level == "nation" and home:
        return country_name(home)
    return province if level == "province" and (province != CAPITAL or is_police(post.title)) else None


def _level(post: Post, home: str | None, *, is_in_a_province: bool = False) -> str | None:
    """nation or province, for a post that each has one of; of some fields a country's provinces alone have a minister.

    What a province reports of is its own, where both have such a minister and no word says whose he is.
    """
    title, field = fold(post.title), fold(post.function or "")
    if title in _forms("nation") and (field or not _needs_function(post.title)):
        is_local = _is_listed("field of provinces", field, home)
        if is_in_a_province and title in _forms("of both") and _are_told_apart(home):
            is_local = not _is_listed("field of the nation", field, home)
        return post.level or ("province" if is_local else "nation")
    return "province" if title in _forms("province") and not field else None


@lru_cache(maxsize=1 << 12)
def _is_listed(part: str, words: str, country: str | None) -> bool:
    """Whether words are, or begin with, a form of a part that goes for a country."""
    own = (r["form"] for r in rows("post_forms") if r["part"] == part and r["canonical"] == country)
    return any(f"{words} ".startswith(f"{fold(form)} ") for form in own)


@cache
def _are_told_apart(home: str | None) -> bool:
    """Whether the list says which fields are a country's own, so that its provinces have the others as well."""
    return any(r["part"] == "field of the nation" and r["canonical"] == home for r in rows("post_forms"))


@lru_cache(maxsize=1 << 12)
def _needs_function(title: str) -> bool:
    return any(r["form"] == title for r in rows("post_forms") if r["part"] == "joiner")


@cache
def _grades() -> frozenset[str]:
    """Folded ranks that many hold at once, so that rank and body are no post: Captain, Constable."""
    military = (r["canonical"] for r in rows("ranks") if r["service"] == "military")
    return _forms("grade of many") | {fold(rank) for rank in military}


@cache
def _forms(part: str) -> frozenset[str]:
    return frozenset(fold(r["form"]) for r in rows("post_forms") if r["part"] == part)


@cache
def _body_heads() -> frozenset[str]:
    return frozenset(r["head"] for r in rows("name_heads") if r["kind"] == "organization")


@cache
def _common() -> frozenset[str]:
    return frozenset(r["word"] for r in rows("common_words"))
