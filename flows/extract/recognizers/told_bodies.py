"""Bodies inside posts that no list or head tells: a director at Shelter, manager with Zorvan Wildfire, Granta Autonomy CEO."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from flows.extract.recognizers.posts import Post
from flows.extract.recognizers.units import Units
from flows.language.seeds import rows

_BEHIND: Final = re.compile(
    r"[np]t?(?P<body>[CGQWAPUKLINMi](?:[CGQWAPUKLINMbdi]|[ofp]t?(?=[CGWAPUK])|n(?=W)|a(?=[CGWAU])|s(?=[CWUKM]))*)"
)
_CLOSES: Final = frozenset({"at", "with"})
_ALONE: Final = "PQUMKLIN"  # classes of units that name no body by themselves: a director at headquarters
_LED: Final = re.compile(r"[mM]*(?P<body>C[CGWUKL]{1,4}|W[WU]{0,2}C[CGWUKL]{0,3})")
_SHORTEST: Final = 3  # letters of a body's name before a title, and a space


def told_bodies(units: Units, posts: Mapping[int, Post]) -> Iterator[tuple[int, int]]:
    """The characters of the bodies that posts name behind 'at' or 'with', or before the title of who leads one.

    ``units`` are those from which the posts were read; what they hold as bodies already is left.
    """
    for post in posts.values():
        told = units.text[post.core_end : post.end]
        if " at " in told or " with " in told:
            yield from _behind(units, bisect_left(units.starts, post.core_end), bisect_left(units.starts, post.end))
        if post.core_start - post.start > _SHORTEST and _leads(units, post):
            first, core = (bisect_left(units.starts, at) for at in (post.start, post.core_start))
            led = _LED.fullmatch(units.codes, first, core)
            if led:
                yield units.span(*led.span("body"))


def _behind(units: Units, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The name behind the first 'at' or 'with' of a post."""
    at = next((i for i in range(first, last) if units.words(i, i + 1) in _CLOSES), last)
    match = _BEHIND.match(units.codes, at, last)
    if match and match["body"].strip(_ALONE):
        yield units.span(*match.span("body"))


def _leads(units: Units, post: Post) -> bool:
    """Whether the title of a post is one of who leads or speaks for a body."""
    return units.entries[post.core_start].row.get("canonical") in leaders()


@cache
def leaders() -> frozenset[str]:
    """The titles of who leads or speaks for a body."""
    return frozenset(row["form"] for row in rows("post_forms") if row["part"] == "leads a body")
