"""Who holds a post that stands without a name: the person whom the report names in it, or nobody it names."""

import re
from collections.abc import Sequence
from typing import Final

from flows.contract.fixed import fixed
from flows.extract.recognizers.describe import canonical, is_former, is_office, is_position, row_of
from flows.extract.recognizers.local_offices import is_local
from flows.extract.recognizers.people import Person
from flows.extract.recognizers.posts import Post
from flows.extract.recognizers.rules import Found
from flows.language.cues import cue_words

_WORD: Final = re.compile(r"\w+")
_OF_A_NAME: Final = re.compile(r" (?:of|for) (?:the )?[A-Z]")  # the chairman of the Joint Chiefs of Staff
_GOES_ON: Final = re.compile(r" (?:[A-Z]|team\b|side\b|squad\b)")  # of the Zorvan Football Club
_CLOCK: Final = re.compile(r"\d ?$")
_THINGS: Final = cue_words("called after a title")
_ADJECTIVES: Final = frozenset(["major", "private"])  # ranks that small letters make plain words
_GENERIC: Final = frozenset(["of", "the", "for", "a", "an", "police", "to", "in", "and"])


@fixed()
class Seat:
    """A post mention and the index of the person who holds it, None where the report names nobody."""

    post: Post
    holder: int | None


def seats(text: str, found: Found, persons: Sequence[Person]) -> list[Seat]:
    """The posts worth a row: those of named persons, those that stand for a named person, and those without a name."""
    named = [(post, i) for i, person in enumerate(persons) for post in (*person.posts, *person.given)]
    own = {post.start: Seat(post, i) for post, i in named}
    known = {post.start for post in found.posts}
    kept = [Seat(post, i) for post, i in named if post.start not in known]
    joined = [(p.start, p.end) for p, _ in named]
    for post in found.posts:
        if any(start < post.start and post.end <= end for start, end in joined):
            continue
        if post.start in own:
            kept.append(own[post.start])
        elif _is_plural(text[post.core_start : post.core_end]):
            continue
        elif (holder := _holder(text, post, named, found)) is not None:
            kept.append(Seat(post, holder))
        elif _tells(text, post, found):
            kept.append(Seat(post, None))
    return kept


def _holder(text: str, post: Post, named: Sequence[tuple[Post, int]], found: Found) -> int | None:
    """The person whose own post has the same core and nothing that contradicts this one."""
    title, words = canonical(post, found.entries), _qualifiers(text, post, found)
    former = is_former(text, post)
    return next(
        (
            i
            for other, i in named
            if canonical(other, found.entries) == title
            and is_former(text, other) == former
            and _agree(words, _qualifiers(text, other, found), is_position(post, found.entries))
        ),
        None,
    )


def _agree(words: frozenset[str], others: frozenset[str], office: bool) -> bool:
    """Equal, or one says less than the other; of an office only the one that stands without a name may say less."""
    return words <= others or (others <= words and not office)


def _qualifiers(text: str, post: Post, found: Found) -> frozenset[str]:
    """The words around a post's core, abbreviations spelt out where a seed list or the report does."""
    around = _portfolio(text, post, found)
    for start, end in ((post.start, post.core_start), (post.core_end, post.end)):
        for match in _WORD.finditer(text, start, end):
            entry = found.entries.get(match.start())
            row = entry.row if entry else {}
            spelt = found.aliases.get(match.group()) or row.get("canonical") or row.get("name") or match.group()
            around += spelt.lower().split()
    return frozenset(around) - _GENERIC


def _portfolio(text: str, post: Post, found: Found) -> list[str]:
    """What a portfolio is for, where its core says so: the interior minister holds no finance minister's post."""
    core = text[post.core_start : post.core_end]
    if not _is_portfolio(post, found) or core.isupper():
        return []
    title = canonical(post, found.entries).lower().split()
    return [word for word in core.lower().split() if word not in title]


def _is_portfolio(post: Post, found: Found) -> bool:
    """One person at a time is Foreign Minister or Defence Secretary."""
    return row_of(post, found.entries).get("service") == "portfolio"


def _tells(text: str, post: Post, found: Found) -> bool:
    """The phrase names one post: its core has a capital, a body's name stands beside it, or one person at a time is 'the' one."""
    core = text[post.core_start : post.core_end]
    if _is_thing(text, post, core):
        return False
    capital = any(word[0].isupper() for word in core.split()[:2])  # also: the deputy Inspector General
    if post.is_bare:
        whole = " " in core and (is_office(post, found.entries) or _is_portfolio(post, found))
        if not capital:  # the interior minister, the deputy commissioner
            entry = found.entries.get(post.core_start)
            is_local_one = " " in core and entry is not None and is_local(entry)
            return (whole or is_local_one) and text.endswith("the ", 0, post.start)
        return whole or ("(" in core and core.split("(")[0].strip().isupper())
    beside = text[post.core_end : post.end].strip() or text[post.start : post.core_start].strip()
    if capital:
        return any(w[0].isupper() for w in beside.split())
    row = row_of(post, found.entries)
    is_one = text.endswith(("the ", "The "), 0, post.start) and _OF_A_NAME.match(text, post.core_end) is not None
    is_told = is_one and row.get("kind") not in ("before a name", "apposed") and not _GOES_ON.match(text, post.end)
    return (post.start < post.core_start and beside[:1].isupper()) or row["canonical"] == "In-charge" or is_told


def _is_thing(text: str, post: Post, core: str) -> bool:
    """It only reads like a post: four major areas, the US private sector, 4 PM Eastern Time, the CNS Act, the Registrar Office."""
    if core in _ADJECTIVES or (core == "PM" and _CLOCK.search(text, max(post.start - 2, 0), post.start)):
        return True
    return text[post.core_end : post.end].strip().lower() in _THINGS


def _is_plural(core: str) -> bool:
    return core.endswith("s") and core[:-1].isupper()
