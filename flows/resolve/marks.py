"""Marks: what entities have in common where they may be one, as numbers, so that those of a large store fit in little memory.

Two entities that no chain of shared marks connects have nothing to do with each other: each such family of entities can be
linked by itself, whatever the others do. Marks are hashes; two things of one hash make a family larger than it need be, no more.
"""

import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

import numpy as np

from flows.language.names import name_key, name_tokens, role
from flows.resolve.profiles import Profile

FAMILY: Final = 0  # who shares it is of one family
SHORT: Final = 1  # a post, the one part of a short name and a time around it: its bearer is found by it …
OFFICE: Final = 2  # … among those who had it then by a full name
POST: Final = 3  # a post and a part of the name: who shares it is compared
PART: Final = 4  # a part of one of the spellings
NAME: Final = 5  # the key of the name (upper half) with one of its parts (lower half)
WIDEST: Final = 300  # members of a block from which its key says too little to compare all pairs
_YEAR: Final = 365  # days; how long around a short name its bearer is looked for at least

Array = np.ndarray[Any, Any]


def mark(*parts: str) -> int:
    """32 bits for some words in order."""
    return zlib.crc32("\x1f".join(parts).encode())


@lru_cache(maxsize=1 << 16)
def core(name: str) -> tuple[str, ...]:
    """The parts that tell one bearer from another. A title at the end is a surname: Asim Malik is not Asim.

    Where one part is left, titles and then Muhammad count again: of Khawaja Asif there are fewer than of Asif.
    """
    tokens = name_tokens(name)
    last = max((at for at, t in enumerate(tokens) if role(t) != "dropped"), default=0)
    for spare in (("dropped", "title", "optional"), ("dropped", "optional"), ("dropped",)):
        parts = tuple(t for at, t in enumerate(tokens) if role(t) not in spare or (role(t) == "title" and at == last))
        if len(parts) > 1:
            return parts
    joined = tokens * 2 if len(name.split()) > 1 else tokens  # Fazlur Rehman is a full name, though of one key token
    return joined or (name,)


def is_firm(person: Profile) -> bool:
    """Whether a full name with a post or body tells who it is; else the name is bare."""
    return person.is_placed and len(core(person.name)) > 1


def name_marks(name: str) -> tuple[str, ...]:
    """A name's key, and its first and last part."""
    tokens = core(name)
    return (name_key(name),) if len(tokens) < 2 else (name_key(name), f"{tokens[0]} {tokens[-1]}")


def office_marks(person: Profile, *, around: bool = False) -> Iterator[str]:
    """The parts of someone's names with each post and year: by these a name of one part finds the holder of its post.

    ``around``: with the years before and after, too. At other times a post has other holders of a name: father and son.
    """
    parts = {part for name in person.names for part in core(name)}
    steps = (-1, 0, 1) if around else (0,)
    years = {day.toordinal() // _YEAR + step for day in person.days for step in steps}
    for office in person.offices:
        for part in parts:
            for year in years or {0}:  # without a date those are found who have none, either
                yield f"{part}, {office.post}, {year}"


def post_marks(person: Profile) -> Iterator[str]:
    """Each post with the beginning of each part of the name."""
    for office in person.offices:
        for token in {part[:4] for part in core(person.name)}:
            yield f"{office.post}\x1f{token}"


def marks_of(member: Profile) -> Iterator[tuple[int, int]]:
    """(role, mark) of all marks of an entity."""
    if member.kind != "person":
        yield FAMILY, mark(member.kind, member.name.casefold())
        return
    firm = is_firm(member)
    for name in member.names if firm else (member.name,):
        yield from ((FAMILY, mark("person", key)) for key in name_marks(name))
    if firm:
        yield from ((OFFICE, mark(key)) for key in office_marks(member))
        yield from ((POST, mark(key)) for key in post_marks(member))
    elif len(core(member.name)) < 2:
        yield from ((SHORT, mark(key)) for key in office_marks(member, around=True))
    yield from ((PART, mark(part)) for name in member.names for part in name_tokens(name))
    yield from spelled(member.name)


def spelled(name: str) -> Iterator[tuple[int, int]]:
    """(NAME, mark) of the marks of a whole name."""
    key = mark(name_key(name)) << 32
    yield from ((NAME, key | mark(part)) for part in name_tokens(name))


@dataclass(frozen=True, slots=True)
class Bearers:
    """How many names there are, and in how many of them each part is; both coarse, in powers of the root of two."""

    names: float
    parts: Mapping[int, float]


def bearers(names: Array) -> Bearers:
    """Counts of the marks whose role is NAME."""
    pairs = np.unique(names)
    parts, counts = np.unique(pairs & 0xFFFFFFFF, return_counts=True)
    total = len(np.unique(pairs >> np.uint64(32)))
    return Bearers(float(coarse(np.array([total]))[0]), dict(zip(parts.tolist(), coarse(counts).tolist(), strict=True)))


def coarse(counts: Array) -> Array:
    """Counts as the nearest power of the root of two: one more changes few of them."""
    return np.where(counts > 0, 2.0 ** (np.round(2 * np.log2(np.maximum(counts, 1))) / 2), 0.0)


def wide(posts: Array) -> Array:
    """Those of the marks whose role is POST that too many have."""
    found, counts = np.unique(posts, return_counts=True)
    return found[is_wide(counts)]


def is_wide(holders: Array) -> Array:
    """Whether so many have a mark of a post that they are not compared by it."""
    return np.asarray(holders > WIDEST)


def rows_of(members: Iterable[Profile]) -> tuple[Array, Array, Array]:
    """(entity by position, role, mark) of all marks of some entities, each once."""
    told = [(at, role_, mark_) for at, member in enumerate(members) for role_, mark_ in set(marks_of(member))]
    columns = list(zip(*told, strict=True)) or [(), (), ()]
    return np.array(columns[0], "i4"), np.array(columns[1], "u1"), np.array(columns[2], "u8")
