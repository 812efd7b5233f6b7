"""How someone is addressed where that lasts for life: as learned, of the faith, of the law (Dr, Maulana, Barrister), and by rank."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Final, NamedTuple

from flows.language.names import fold
from flows.language.seeds import rows

_USUAL: Final = 1 / 4  # of the mentions of someone, how many call him so where it is missed if another is not
_AT_WILL: Final = frozenset({"law"})  # Barrister is left out of every second report
_UNIFORMED: Final = frozenset({"police", "military"})  # services whose ranks stand before the name whenever they can


class Styles(NamedTuple):
    """Forms of address that someone was ever given, and those of them that he usually is."""

    of: frozenset[str]
    usual: frozenset[str]


def styles(honorifics: Mapping[str, int], mentions: int) -> Styles:
    """Of someone by his honorifics, with how many of his mentions have each: learned, faith, law, engineering."""
    found = _styles(((_honorifics().get(word), n) for text, n in honorifics.items() for word in _words(text)), mentions)
    return found._replace(usual=found.usual - _AT_WILL)


def ranked(ranks: Mapping[str, int], mentions: int) -> Styles:
    """Of someone by the ranks before his name, by their canonical forms; usual are those of uniformed services."""
    found = _styles(((_ranks().get(fold(text)), n) for text, n in ranks.items()), mentions)
    return found._replace(usual=frozenset(rank for rank in found.usual if _is_uniformed(rank)))


def service(rank: str) -> str | None:
    """Whose rank it is, by its canonical form: police, military, government …"""
    return _services().get(rank)


def _styles(told: Iterable[tuple[str | None, int]], mentions: int) -> Styles:
    counts: dict[str, int] = {}
    for style, times in told:
        if style:
            counts[style] = counts.get(style, 0) + times
    return Styles(frozenset(counts), frozenset(s for s, times in counts.items() if times >= _USUAL * mentions))


def _words(honorific: str) -> set[str]:
    return {word.strip(".") for word in fold(honorific).split()}


def _is_uniformed(rank: str) -> bool:
    return service(rank) in _UNIFORMED and fold(rank) not in _of_many_walks()


@cache
def _of_many_walks() -> frozenset[str]:
    """Folded titles that soldiers share with others: the captain of a team."""
    return frozenset(fold(row["title"]) for row in rows("post_walks") if not row["walk"])


@cache
def _honorifics() -> Mapping[str, str]:
    """Each word of address → its style."""
    return {fold(row["form"]).strip("."): row["style"] for row in rows("honorifics") if row["style"]}


@cache
def _ranks() -> Mapping[str, str]:
    return {fold(row["form"]): row["canonical"] for row in rows("ranks")}


@cache
def _services() -> Mapping[str, str]:
    return {row["canonical"]: row["service"] for row in rows("ranks")}
