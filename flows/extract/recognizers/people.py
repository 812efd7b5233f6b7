"""Persons: names behind or before posts, behind honorifics, behind cues (identified as …), in lists, or told by listed name words."""

import re
from collections.abc import Generator, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from flows.extract.recognizers.posts import Post
from flows.extract.recognizers.units import Units

_WORD: Final = r"(?:[GCQ]|i\.?(?=[GCQi]))"
_MORE: Final = r"(?:[GCQ]|i\.?(?=[GCQi])|b{1,2}(?=[GCQP])|(?<=b)P)"
_NAME: Final = rf"(?:{_WORD}{_MORE}{{0,5}})"
_FULL: Final = rf"(?:(?:[GQ]|i\.?){_MORE}{{1,5}}|C(?:[C]|b){{0,3}}(?<![ia])[GQ]{_MORE}{{0,3}})"
_TOLD: Final = re.compile(
    rf"(?P<held>X+)(?P<parted>,t?)?(?P<address>H*)(?P<holder>{_NAME})"
    rf"|q(?:[xp]|q)?,?(?P<manner>H*)(?P<cued>{_NAME})"
    rf"|(?P<honour>H+)(?P<titled>{_NAME})"
    rf"|(?P<full>{_FULL})"
    r"|(?P<single>[GC](?=,t?q|,d,)|G(?=e))"
    r"|(?P<pair>G(?=(?:,G)*,?aG[eq])|(?<=[Ga,@])G(?=(?:,G)*(?:,?aG)?[eq]))"
)
_CHAIN: Final = re.compile(rf"(?:,?a|,){_NAME}(?=[,.;|ax(])")
_APPOSED: Final = re.compile(r",?(?:t?m?(?P<post>X)(?:-X)?(?=[-,.;:|)\"anep])(?!,?H?[GC]|,?a?X))")
_BRACKET: Final = re.compile(r"\((?P<inside>[^()|]{1,9})\)")
_RULES: Final = {
    "holder": "behind a post", "cued": "behind a cue", "titled": "behind an honorific", "full": "listed name words",
    "single": "name and what is said of it", "pair": "listed names in a row",
}  # fmt: skip
_TRUSTED: Final = frozenset({"holder", "cued", "titled"})


@dataclass(frozen=True, slots=True)
class Person:
    """Characters ``start`` to ``end`` name a person; what stands around the name says how he is addressed and what he is."""

    start: int
    end: int
    rule: str
    trusted: bool
    honorific: str | None = None
    posts: tuple[Post, ...] = ()
    bracket: tuple[int, int] | None = None


def people(units: Units, posts: Mapping[int, Post]) -> Iterator[Person]:
    """The persons, left to right, apart. ``units`` have their posts folded to X; ``posts`` are found by their first character."""
    codes, at = units.codes, 0
    while match := _TOLD.search(codes, at):
        kind = str(match.lastgroup)
        first, last = match.span(kind)
        if kind == "holder" and match["parted"] and not _may_stand_apart(codes, first, last):
            at = first
            continue
        held = _span(match, "held")
        address = next((span for name in ("address", "manner", "honour") if (span := _span(match, name))), None)
        apposed = _APPOSED.match(codes, last) if codes[last] == "," else None
        bracket = _BRACKET.match(codes, last)
        indexes = [i for i in range(*held) if codes[i] == "X"] if held else []
        if apposed and any(not posts[units.starts[i]].is_bare for i in indexes):
            apposed = None
        if apposed:
            indexes.append(apposed.start("post"))
        start, end = units.span(first, last)
        yield Person(
            start, end, _RULES[kind], kind in _TRUSTED, units.words(*address) if address else None,
            tuple(posts[units.starts[i]] for i in indexes), units.span(*bracket.span("inside")) if bracket else None,
        )  # fmt: skip
        at = last if not apposed else apposed.end()
        if kind in ("cued", "holder") and not apposed:
            at = yield from _chain(units, at)


def _chain(units: Units, at: int) -> Generator[Person, None, int]:
    """Bare names that go on a list: …, Shakir, Torsum and Muhammad Hasan."""
    while match := _CHAIN.match(units.codes, at):
        first = match.start() + len(match.group()) - len(match.group().lstrip(",a"))
        yield Person(*units.span(first, match.end()), "in a list of names", True)
        at = match.end()
    return at


def _may_stand_apart(codes: str, first: int, last: int) -> bool:
    """A name behind a post and a comma is its holder if it is a full name and no post of its own follows it."""
    return (last - first > 1 or codes[first] == "G") and codes[first - 1] in ",tH"


def _span(match: re.Match[str], name: str) -> tuple[int, int] | None:
    return match.span(name) if match[name] else None
