"""The body that a post is of, where no list has it: Chief Executive Topline Securities, head of sales at X, X's chairman."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from flows.extract.recognizers.describe import squeezed
from flows.extract.recognizers.lexicon import lexicon
from flows.extract.recognizers.posts import Post
from flows.extract.recognizers.rules import Found, Named

_TOLD: Final = ("in a post", "elsewhere in the report")  # how the rules end by which bodies inside posts are found
_OF_ANY: Final = frozenset({"listed, in a post", "named by a common head, in a post"})  # the latter any ministry
_AT: Final = re.compile(r" at (?:the |The )?(?=[A-Z])")
_OWNED: Final = re.compile(r"\)?[’']s?\s+$")
_LEAD: Final = 4  # characters before a post that the mark of an owner takes
_FOR: Final = re.compile(r"\b(?:on|for) $")


def bodies_of_posts(found: Found) -> Mapping[int, str]:
    """The first character of the titles of posts → the body that stands inside, behind 'at', or before as its owner.

    Listed ones inside posts are left to the lists.
    """
    inner = [
        n
        for n in found.named
        if n.kind == "organization" and n.rule.endswith(_TOLD) and n.rule not in _OF_ANY and not _is_field(found, n)
    ]
    bodies = {n.start: n for n in found.named if n.kind == "organization"}
    ends = {n.end: n for n in bodies.values()}
    told = ((post, _body(found, post, inner, bodies, ends)) for post in found.posts)
    return {post.core_start: _name(found, body) for post, body in told if body}


def _body(
    found: Found, post: Post, inner: list[Named], bodies: Mapping[int, Named], ends: Mapping[int, Named]
) -> Named | None:
    inside = next((n for n in inner if post.start <= n.start and n.end <= post.end), None)
    return inside or next(_beside(found, post, bodies, ends), None)


def _beside(found: Found, post: Post, bodies: Mapping[int, Named], ends: Mapping[int, Named]) -> Iterator[Named]:
    """The body behind 'at' of who is named before the post, then the one that owns it."""
    text = found.left.text
    at = _AT.match(text, post.end)
    if at and at.end() in bodies and text[: post.start].endswith((", ", ", a ", ", an ", ", the ")):
        yield bodies[at.end()]
    begin = max(0, post.start - _LEAD)
    owned = _OWNED.search(text, begin, post.start)
    if owned and owned.start() in ends:
        yield ends[owned.start()]


def _is_field(found: Found, name: Named) -> bool:
    """What a holder is there for: Special Assistant on National Health Services."""
    text = found.left.text
    return _FOR.search(text, max(0, name.start - _LEAD), name.start) is not None


def _name(found: Found, body: Named) -> str:
    printed = squeezed(found.left.text[body.start : body.end])
    entry = lexicon().entry(printed)
    known = lexicon().at_home(entry, found.home).row if entry and entry.code == "O" else {}
    return found.aliases.get(printed) or known.get("name") or printed
