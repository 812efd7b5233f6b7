"""Organizations and initiatives: one canonical name for acronym, long form and spelling variants."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Final, NamedTuple

from flows.contract.records import make_id
from flows.language.names import name_tokens
from flows.language.seeds import rows

_ARTICLES: Final = frozenset({"the", "of", "for", "and", "&", "in"})
_ACRONYM: Final = re.compile(r"\W*(?:[A-Z]\W?){2,6}s?\W*")


class Body(NamedTuple):
    """A listed organization or initiative."""

    name: str
    country: str | None
    subtype: str | None


@lru_cache(maxsize=1 << 15)
def body_key(name: str) -> str:
    """The key that spellings of an organization's or initiative's name share: articles, plurals and variants off.

    An acronym is its letters: UN and US are no spellings of anything.
    """
    if _ACRONYM.fullmatch(name):
        return "".join(c for c in name if c.isupper()).lower()
    tokens = [t for t in name_tokens(name) if t not in _ARTICLES]
    return "".join(t.removesuffix("s") if len(t) > 4 else t for t in tokens) or name.casefold()


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


def find_body(kind: str, name: str) -> Body | None:
    """The listed organization or initiative that ``name`` or an alias of it means; None where no list knows it."""
    return _listed(f"{kind}s").get(body_key(name))


@lru_cache(maxsize=1 << 15)
def body_id(kind: str, name: str, country: str | None) -> str:
    """Id from kind, canonical key and country: the list's country where it knows the body."""
    body = find_body(kind, name)
    return make_id(kind, body_key(body.name if body else name), body.country if body else country)
