"""Which posts are one office, and where an office lies that is named without its place: each country has one such, or each province."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Final

from flows.contract.records import Report
from flows.language.names import fold
from flows.language.seeds import rows
from flows.resolve.places import CAPITAL, country_name, find_place
from flows.resolve.post_words import is_police, titles
from flows.resolve.posts import Post

_OF_OR_AT: Final = re.compile(r" (?:of|at|for|to|with|in) ")


def is_office(post: Post) -> bool:
    """Whether it is one position rather than a grade, a seat among many or a bare title: of these nobody is the holder."""
    title, function = fold(post.title), fold(post.function or "")
    if (title or _head(function)) in _forms("held by many") or _is_one_of_several(title, function, post.organization):
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


def _head(words: str) -> str:
    """The last of words, and of those before what they are of or at: counsel for the commission."""
    return _OF_OR_AT.split(words, maxsplit=1)[0].rpartition(" ")[2]


def home_of(report: Report) -> str | None:
    """The country that a report takes for granted: its outlet's or its dateline's; None where the two differ."""
    outlet = _outlets().get(report.outlet or "")
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

    ``holder`` is the holder's country, where the report tells it: who is of another country holds no post of this one.
    """
    if post.jurisdiction or post.organization:
        return None
    home = home_of(report)
    if home and holder and holder != home:
        return country_name(holder) if _level(post, holder) == "nation" else None
    level = _level(post, home)
    if level == "nation" and home:
        return country_name(home)
    province = province_of(report) if level == "province" else None
    return province if province != CAPITAL or is_police(post.title) else None


def _level(post: Post, home: str | None) -> str | None:
    """nation or province, for a post that each has one of; of some fields a country's provinces alone have a minister."""
    title = fold(post.title)
    if title in _forms("nation") and (post.function or not _needs_function(post.title)):
        return post.level or ("province" if _is_of_provinces(fold(post.function or ""), home) else "nation")
    return "province" if title in _forms("province") and not post.function else None


@lru_cache(maxsize=1 << 12)
def _is_of_provinces(field: str, home: str | None) -> bool:
    own = (r["form"] for r in rows("post_forms") if r["part"] == "field of provinces" and r["canonical"] == home)
    return any(f"{field} ".startswith(f"{fold(form)} ") for form in own)


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
def _outlets() -> Mapping[str, str]:
    """Outlet → ISO 3166-1 alpha-2 of its country."""
    return {r["outlet"]: r["country_code"] for r in rows("outlets") if r["country_code"]}
