"""Walks of life: where someone's posts belong and the fields of what he is called: police, politics, letters, sport.

A post belongs where its title says (``seeds/post_walks.csv``), else to the service whose rank it is.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Final, NamedTuple

from flows.language.names import fold
from flows.language.seeds import rows
from flows.resolve.bodies import find_body
from flows.resolve.posts import read_post
from flows.resolve.styles import service


class Walks(NamedTuple):
    """Where someone belongs, and where he may be found as well: who is called a poet may be called a columnist.

    ``lasting`` are those that speak for one person where two share them: two suspects need not be one.
    """

    of: frozenset[str]
    near: frozenset[str]
    lasting: frozenset[str]


_NONE: Final = Walks(frozenset(), frozenset(), frozenset())
_POLICE: Final = "District Police Officer"  # titles that stand for whoever serves in such a body
_PARTY: Final = "Party Leader"


def walks(posts: Iterable[str], ranks: Iterable[str], occupations: Iterable[str], bodies: Iterable[str]) -> Walks:
    """The walks of life of a person by canonical posts, ranks, nouns and bodies; empty where none of them tells one."""
    held = [_post(post) for post in posts]
    held += [_title(rank) for rank in ranks]
    held += [_occupations()[noun] for noun in occupations if noun in _occupations()]
    held += [_of_body(body) for body in bodies]
    return Walks(*map(_united, zip(_NONE, *held, strict=True)))


def callings(occupations: Iterable[str]) -> frozenset[str]:
    """Those of the nouns that last, so that two who are called so may be one for it."""
    return frozenset(noun for noun in occupations if noun in _occupations() and _occupations()[noun].lasting)


def _united(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*sets)


@cache
def _post(post: str) -> Walks:
    read = read_post(post)
    told = (_of_body(body) for body in (post.removesuffix(" Leader"), read.organization) if body)
    return next((walk for walk in told if walk.of), _title(read.title))


@cache
def _of_body(name: str) -> Walks:
    """Of whoever serves in a body: the police, a party, an assembly."""
    words = name.casefold()
    if "police" in words:
        return _title(_POLICE)
    body = find_body("organization", name)
    return _title(_PARTY) if "assembly" in words or (body and body.subtype == "party") else _NONE


@cache
def _title(title: str) -> Walks:
    """By a canonical title; a title of many walks tells none."""
    if fold(title) in _titles():
        return _titles()[fold(title)]
    own = frozenset(filter(None, [service(title)]))
    return Walks(own, frozenset(), own)


@cache
def _titles() -> Mapping[str, Walks]:
    return {fold(row["title"]): _walks(row["walk"], row["near"]) for row in rows("post_walks")}


@cache
def _occupations() -> Mapping[str, Walks]:
    return {row["noun"]: _walks(row["field"], row["near"], lasts=row["lasts"] != "no") for row in rows("occupations")}


def _walks(walk: str, near: str, *, lasts: bool = True) -> Walks:
    field = frozenset(filter(None, [walk]))
    return Walks(field, frozenset(near.split()), field if lasts else frozenset())
