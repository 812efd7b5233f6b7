"""Walks of life: the services that someone's posts belong to and the fields of what he is called: police, politics, letters, sport."""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from flows.language.seeds import rows
from flows.resolve.profiles import Profile


class Walks(NamedTuple):
    """Where someone belongs, and where he may be found as well: who is called a poet may be called a columnist.

    ``lasting`` are those that speak for one person where two share them: two suspects need not be one.
    """

    of: frozenset[str]
    near: frozenset[str]
    lasting: frozenset[str]


def walks(person: Profile) -> Walks:
    """The walks of life of a person; empty where neither post nor occupation tells one."""
    called = [_occupations()[noun] for noun in person.occupations if noun in _occupations()]
    services = person.services
    own, lasting = services.union(*(w.of for w in called)), services.union(*(w.lasting for w in called))
    return Walks(own, frozenset().union(*(w.near for w in called)), lasting)


def shared_calling(one: Profile, other: Profile) -> bool:
    """Whether both are called the same, by a word that lasts."""
    return any(noun in _occupations() and _occupations()[noun].lasting for noun in one.occupations & other.occupations)


@cache
def _occupations() -> Mapping[str, Walks]:
    return {row["noun"]: _walks(row) for row in rows("occupations")}


def _walks(row: Mapping[str, str]) -> Walks:
    field = frozenset([row["field"]])
    return Walks(field, frozenset(row["near"].split()), frozenset() if row["lasts"] == "no" else field)
