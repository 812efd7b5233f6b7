"""Organizations and initiatives: one canonical name for acronym, long form and spelling variants."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Final, NamedTuple

from flows.contract.records import make_id
from flows.language.names import name_tokens
from flows.language.seeds import rows
from flows.resolve.places import CAPITAL, is_province

_ARTICLES: Final = frozenset({"the", "of", "for", "on", "and", "&", "in"})
_LONG: Final = 5  # letters from which an s at the end may be a plural's
_OWNER: Final = re.compile(r"[’']s?(?!\w)")
_SPELT_WITH_S: Final = re.compile(r"(?<=\w{3}i)s(?=(?:e|ed|er|ing|ation)$)")  # computerised
_EDITION: Final = re.compile(r"^\d{1,3}(?:st|nd|rd|th)\s+|\s+(?:19|20)\d\d(?:[-–/]\d{2,4})?$")
_ACRONYM: Final = re.compile(r"\W*(?:[A-Z]\W?){2,6}s?\W*")


class Body(NamedTuple):
    """A listed organization or initiative."""

    name: str
    country: str | None
    subtype: str | None


@lru_cache(maxsize=1 << 15)
def body_key(name: str) -> str:
    """The key that spellings of an organization's or initiative's name share: articles, plurals, owners' marks and variants off.

    An acronym is its letters: UN and US are no spellings of anything.
    """
    if _ACRONYM.fullmatch(name):
        return "".join(c for c in name if c.isupper()).lower()
    words = " ".join(map(_singular, _OWNER.sub("", name).split()))
    tokens = [t for t in name_tokens(words) if t not in _ARTICLES]
    return "".join(_SPELT_WITH_S.sub("z", _singular(t)) for t in tokens) or name.casefold()


def _singular(token: str) -> str:
    if len(token) < _LONG:
        return token
    if token[-3:].lower() == "ies":
        return f"{token[:-3]}y"
    return token[:-1] if token[-1] in "sS" else token


@cache
def _listed(table: str) -> Mapping[str, Body]:
    """Key of each name and alias in the seed list → its body. An alias that two bodies claim stands for the first."""
    found: dict[str, Body] = {}
    entries = [(row, _body(row)) for row in rows(table)]
    for row, body in entries:
        found.setdefault(body_key(row["name"]), body)
    for row, body in entries:
        for alias in filter(None, row["aliases"].split(";")):
            found.setdefault(body_key(alias), body)
    return found


def _body(row: Mapping[str, str]) -> Body:
    return Body(row["name"], row["country_code"] or None, row["subtype"] or None)


def find_body(kind: str, name: str, country: str | None = None) -> Body | None:
    """The listed organization or initiative that ``name`` or an alias of it means; None where no list knows it, or knows it as that
    of another country than ``country``, where one is given: Brazil's Supreme Court. An edition is its series: the 4th Doha Forum."""
    listed = _listed(f"{kind}s")
    body = listed.get(body_key(name))
    if body is None and kind == "initiative" and (series := _EDITION.sub("", name)) != name:
        body = listed.get(body_key(series))
    return None if body and country and body.country and body.country != country else body


@lru_cache(maxsize=1 << 15)
def body_id(kind: str, name: str, country: str | None) -> str:
    """Id from kind, canonical key and country: the list's country where it knows the body."""
    body = find_body(kind, name, country)
    return make_id(kind, body_key(body.name if body else name), body.country if body else country)


def local_name(kind: str, name: str, printed: str, province: str) -> str | None:
    """The name under which a body or initiative of the report's province goes, where the words printed are any province's.

    That is so of what each province has one of (PDMA), and where the list knows it by a place that was not printed: Safe City is
    Islamabad's in Islamabad alone. None where the words mean the same everywhere.
    """
    body = find_body(kind, printed) or find_body(kind, name)
    if not body or province in body.name or body.subtype == "sport":
        return None  # United is no team of Punjab
    if body.name in _in_each_province():
        return f"{body.name}, {province}" if province != CAPITAL else None
    return f"{printed}, {province}" if body_key(printed) == _placeless(body.name) else None


@cache
def _placeless(name: str) -> str | None:
    """The key of a name without the province or capital in it; None where it holds none."""
    left = [w for w in name.split() if not is_province(w)]
    return body_key(" ".join(left)) if left and len(left) < len(name.split()) else None


@cache
def _in_each_province() -> frozenset[str]:
    return frozenset(row["form"] for row in rows("post_forms") if row["part"] == "body of a province")
