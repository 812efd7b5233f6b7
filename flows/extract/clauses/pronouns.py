"""Whom a pronoun stands for."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from flows.extract.clauses.cast import Cast, Party, of_mention, same_party
from flows.extract.clauses.chunks import Clause
from flows.extract.clauses.tagging import Token

_SINGULAR: Final = frozenset({"he", "she", "him", "her"})
_PLURAL: Final = frozenset({"they", "them"})
_NEUTRAL: Final = frozenset({"it"})
_OBJECTS: Final = frozenset({"him", "her"})
_NEAR: Final = 300  # characters
OWN: Final = frozenset({"his", "her"})


def of_pronoun(token: Token, cast: Cast) -> list[Party]:
    """Whom a pronoun stands for, with the span of the pronoun; nobody where the cast knows none."""
    word = token.word
    if word in _PLURAL:
        return [p._replace(start=token.start, end=token.end) for p in cast.plural] or list(cast.pair)  # who met
    stands_for = cast.singular if word in _SINGULAR else cast.neutral if word in _NEUTRAL else None
    return [stands_for._replace(start=token.start, end=token.end)] if stands_for else []


def named_before(clause: Clause, pronoun: Token, cast: Cast) -> list[Party]:
    """For ``him`` and ``her`` of whom nothing was told yet: the last person named before in the sentence."""
    if pronoun.word not in _SINGULAR | OWN:
        return []
    named = [
        t.ordinal for t in clause.tokens if t.tag == "m" and t.end <= pronoun.start and not _owns(clause, t, pronoun)
    ]
    people = [o for o in named if cast.mentions[o].kind == "person"]
    if not people and pronoun.word in _OBJECTS:
        people = list(people_before(clause.start, cast)[:1])  # sentenced X. The court acquitted him of fraud.
    return of_mention(people[-1], cast) if people else []


def _owns(clause: Clause, named: Token, pronoun: Token) -> bool:
    """Whether a name is but whose something is, before ``he``: ``to a question on X’s case, he said``."""
    return pronoun.word in ("he", "she") and clause.text.startswith(("'s", "’s"), named.end)


def other_than(clause: Clause, party: Party, actors: Sequence[Party], cast: Cast) -> Party:
    """A pronoun that cannot stand for who acts (``A came to see B and met him``) as the last other person named before it."""
    pronoun = clause.text[party.start : party.end].lower() in _SINGULAR
    if not pronoun or not any(same_party(party, actor) for actor in actors):
        return party
    named = [t for t in clause.tokens if t.tag == "m" and t.end <= party.start]
    people = [p for t in reversed(named) for p in of_mention(t.ordinal, cast) if p.kind in ("person", "post")]
    people += [p for m in people_before(clause.start, cast) for p in of_mention(m, cast)]
    return next((p for p in people if not any(same_party(p, actor) for actor in actors)), party)


def people_before(start: int, cast: Cast) -> Sequence[int]:
    """The people named in the few sentences before ``start``, the last one first."""
    first = bisect_left(cast.mentions, start - _NEAR, key=lambda mention: mention.char_start)
    stop = bisect_left(cast.mentions, start, key=lambda mention: mention.char_start)
    return [i for i in range(stop - 1, first - 1, -1) if cast.mentions[i].kind == "person"]
