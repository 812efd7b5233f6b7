"""Persons inside one report: which mentions are one person, under which name, and the id that the report alone gives them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from flows.contract.fixed import fixed
from flows.contract.records import Mention, make_id
from flows.language.names import likeness, name_key, name_parts, name_tokens, role
from flows.resolve.posts import Post

_SURE: Final = 0.9  # likeness from which a shorter name stands for a fuller one of the same report


@fixed()
class Person:
    """One person of one report: the ordinals of the mentions, the fullest name, the posts as read."""

    name: str
    ordinals: tuple[int, ...]
    posts: tuple[Post, ...]
    organization: str | None
    country: str | None
    split: str | None = None  # id of an analyst's split that fits what the report shows

    def entity_id(self, report_id: str) -> str:
        """Id from name, country and office. A person without one is told apart by the report: names alone are no identity."""
        office = next((p.name for p in self.posts if p.is_specific), None) or self.organization or report_id
        apart = (self.split,) if self.split else ()
        return make_id("person", name_key(self.name), self.country, office, *apart)


def group_people(mentions: Iterable[tuple[int, Mention]]) -> list[list[int]]:
    """The ordinals of person mentions, grouped into persons.

    Mentions of one key are one person. A shorter name joins the one fuller name that it can stand for; where it could
    stand for two (a shared surname) it stays apart.
    """
    by_key: dict[str, list[tuple[int, Mention]]] = defaultdict(list)
    for ordinal, mention in mentions:
        by_key[name_key(mention.name) or mention.name].append((ordinal, mention))
    names = {key: fullest(m.name for _, m in group) for key, group in by_key.items()}
    parent = {key: _stands_for(key, names) for key in names}
    groups: dict[str, list[int]] = defaultdict(list)
    for key, group in by_key.items():
        groups[_root(key, parent)] += [ordinal for ordinal, _ in group]
    return [sorted(ordinals) for ordinals in groups.values()]


def _root(key: str, parent: Mapping[str, str]) -> str:
    while parent[key] != key:
        key = parent[key]
    return key


def _stands_for(key: str, names: Mapping[str, str]) -> str:
    """The key of the one fuller name that this one abbreviates, or its own."""
    own = name_tokens(names[key])
    fuller = [
        k
        for k, name in names.items()
        if k != key and len(name_tokens(name)) > len(own) and _abbreviates(names[key], name)
    ]
    if len(fuller) > 1:  # Usman Anwar and Usman Anwar Khan are still one chain
        longest = max(fuller, key=lambda k: (len(name_tokens(names[k])), k))
        if not all(k == longest or _abbreviates(names[k], names[longest]) for k in fuller):
            return key
        return longest
    return fuller[0] if fuller else key


def _abbreviates(short: str, full: str) -> bool:
    tokens, whole = name_tokens(short), name_tokens(full)
    if len(tokens) == 1:
        return tokens[0] in (t for t in whole if role(t) not in ("optional", "dropped"))
    return likeness(short, full) >= _SURE - 0.1 * max(0, len(whole) - len(tokens) - 1)


def fullest(names: Iterable[str]) -> str:
    """The name with the most parts, none of them twice, then the longest, then the first by alphabet."""
    return max(set(names), key=lambda n: (name_parts(n), -len(name_tokens(n)), len(n), [-ord(c) for c in n]))


def primary(posts: Sequence[Post]) -> tuple[Post, ...]:
    """Posts without those that another repeats and says more of, most specific first."""
    distinct = sorted(
        dict.fromkeys(posts), key=lambda p: (not p.is_specific, p.status != "current", -len(p.name), p.name)
    )
    kept: list[Post] = []
    for post in distinct:
        if post.name and not any(_says(k, post) for k in kept):
            kept.append(post)
    return tuple(kept)


def _says(full: Post, post: Post) -> bool:
    """Whether ``full`` says all that ``post`` does: the same office, a bare title, or the same with its place left out."""
    if full.name == post.name:
        return full.status == post.status
    if full.title != post.title:
        return False
    open_post = (post.jurisdiction, post.organization) == (None, None)
    return not post.is_specific or (open_post and post.function == full.function and post.status == full.status)
