"""Parties that a text only describes: ``two suspects``, ``the ambassador``, ``the participants of …``."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import Final

from flows.contract.records import Mention
from flows.extract.clauses.cast import Cast, Party, of_mention
from flows.extract.clauses.chunks import AGED, Clause
from flows.extract.clauses.inflect import noun_forms
from flows.extract.clauses.pronouns import OWN, named_before
from flows.extract.clauses.tagging import Token
from flows.extract.clauses.words import listed
from flows.language.cues import cue_words
from flows.language.seeds import rows

ARTICLES: Final = frozenset({"the", "a", "an"})
LED: Final = re.compile(r"[\s,]*(?:being )?(?:led|headed) by(?: the)?\s+")
MEMBERS: Final = re.compile(
    r"[\s,]*(?:including|among them|namely|(?:who were )?(?:later )?(?:identified|named) (?:only )?as)\s+"
)
_WITH_MEMBERS: Final = re.compile(r"[\s,]+(?:including|comprising|consisting of)\s")
_OF_BODY: Final = re.compile(r"\s(?:of|for|on|and|&)\s|,|\(")
_GRADES: Final = frozenset({"prime", "high", "chief", "vice", "deputy", "assistant", "foreign", "first"})
_ACTING: Final = frozenset({"authorities"})  # who acts, if not which
_PERSONS: Final = tuple(cue_words("ends of words for people"))  # schoolteachers
_IN_WRITING: Final = re.compile(
    r"\s+in (?:an?|his|her|its|their) (?:\w+ )?(?:statement|message|tweet|post|letter|speech|address|interview)\b"
)
_OPENING: Final = '"“‘ '  # no part of a name: the “agents
_CHIEF_GUEST: Final = re.compile(r"\b(?:as|was)(?: the)? chief guest\b")
TOGETHER: Final = re.compile(
    r"(?:\s*\([^)]*\))?[\s,]*(?:in (?:collaboration|partnership|coordination|cooperation) with|along with|together with|accompanied by)\s+"
)


@cache
def vague_nouns() -> frozenset[str]:
    """The forms of nouns that name nobody by themselves: ``board``, ``group``, ``media`` (seeds/party_nouns.csv)."""
    return (
        frozenset(form for row in rows("party_nouns") if row["alone"] == "no" for form in noun_forms(row["noun"]))
        - _ACTING
    )


@cache
def noun_kinds() -> dict[str, str]:
    """Noun form → kind of party it names (seeds/party_nouns.csv); a people's name in the plural names people: ``Israelis``."""
    peoples = {f"{row['demonym'].lower().removesuffix('s')}s": "people" for row in rows("demonyms") if _is_people(row)}
    trades = {form: "person" for row in rows("occupations") if row["lasts"] != "no" for form in _forms_of(row)}
    return (
        peoples
        | trades
        | {form: row["kind"] for row in reversed(rows("party_nouns")) for form in noun_forms(row["noun"])}
    )


def _forms_of(row: Mapping[str, str]) -> Sequence[str]:
    """The forms of what somebody is called beside his name; of two words none, as parties are told by their last."""
    return () if " " in row["noun"] else (*noun_forms(row["noun"]), *filter(None, row["forms"].split(";")))


def _is_people(row: Mapping[str, str]) -> bool:
    """Whether an adjective takes an ``s`` where it means people: Austrian, Pakistani, Jews."""
    return row["demonym"].endswith(("an", "i", "s"))


def kind_of(word: str) -> str | None:
    """The kind of party that a noun names, also one that only ends like a listed one: ``frogmen``; None: no party."""
    listed = noun_kinds().get(word)
    if listed or len(word) < 6:
        return listed
    if "-" in word:
        kind = noun_kinds().get(word.rpartition("-")[2])  # sub-inspectors, ex-minister
        return "person" if word.endswith(AGED) else kind
    return _of_compound(word)


@lru_cache(maxsize=1 << 14)
def _of_compound(word: str) -> str | None:
    """The kind of a noun that ends like one for people: ``frogmen``, ``schoolteacher``, ``feminists``."""
    if word.endswith("men"):
        return "people"
    personal = word.removesuffix("s").endswith(_PERSONS) or (word.endswith("ists") and word not in listed())
    return "person" if personal else None


def described(
    clause: Clause, tokens: Sequence[Token], end: int, kind: str, inside: Sequence[Token], cast: Cast
) -> Party:
    """A party without a name of its own: ``two suspects``, ``a police spokesperson``, ``participants of …``."""
    end = _before_others(clause, tokens[-1].end, end)
    definite = tokens[0].word == "the"
    start = tokens[1].start if tokens[0].word in ARTICLES and len(tokens) > 1 else tokens[0].start
    plural = kind in ("people", "pair") or (tokens[-1].word.endswith("s") and not tokens[-1].word.endswith("ss"))
    known = _known(tokens, kind, plural, cast, clause.text) if definite and end == tokens[-1].end else None
    if known:
        return known._replace(start=tokens[0].start, end=end)
    bodies = [t.ordinal for t in inside if cast.mentions[t.ordinal].kind == "organization"]
    role = {"document": "document", "body": "body", "team": "team"}.get(kind, "group" if plural else "person")
    name = " ".join(clause.text[start:end].split()).lstrip(_OPENING)
    owner = next(iter(named_before(clause, tokens[0], cast)), cast.singular) if tokens[0].word in OWN else None
    if owner and _is_named(owner, cast):
        name = f"{name.partition(' ')[2]} of {owner.name}"  # his son
    return Party(role, name, None, bodies[-1] if bodies and kind == "speaker" else None, tokens[0].start, end, plural)


def _before_others(clause: Clause, start: int, end: int) -> int:
    """Where a description ends: before ``led by X``, ``along with X`` and ``including X``, who are parties of their own."""
    others = [
        found.start()
        for found in (cue.search(clause.text, start, end) for cue in (LED, TOGETHER, _WITH_MEMBERS, _IN_WRITING))
        if found
    ]
    return min(others, default=end)


def _is_named(party: Party, cast: Cast) -> bool:
    return party.ordinal is not None and cast.mentions[party.ordinal].kind == "person"


def _known(tokens: Sequence[Token], kind: str, plural: bool, cast: Cast, text: str) -> Party | None:
    """Whom a definite description takes up again: ``the ambassador``, ``the delegation``."""
    word = tokens[-1].word
    if kind in ("team", "body") and not plural:
        bare = len(tokens) == len(("the", word))
        return (cast.group if kind == "team" else None) or (_called(word, tokens[0].start, cast) if bare else None)
    if plural or kind != "person":
        return None
    if word == "guest":
        return _chief_guest(tokens[0].start, cast, text)
    before = tokens[-2].word if len(tokens) > len(("the", word)) else ""
    titled = None
    for ordinal in range(_begun(cast, tokens[0].start) - 1, -1, -1):
        mention = cast.mentions[ordinal]
        if mention.kind == "person" and mention.char_end < tokens[0].start and _titled(mention, word, before):
            if before or not _is_graded(mention, word):
                return of_mention(ordinal, cast)[0]
            titled = ordinal if titled is None else titled
    return None if titled is None else of_mention(titled, cast)[0]


def _begun(cast: Cast, position: int) -> int:
    """How many mentions begin before a position; they come in order of the text."""
    return bisect_left(cast.mentions, position, key=lambda mention: mention.char_start)


def _called(word: str, position: int, cast: Cast) -> Party | None:
    """The one body named before that is called so by its head: the court, the board."""
    bodies = {
        mention.name: ordinal
        for ordinal, mention in enumerate(cast.mentions[: _begun(cast, position)])
        if mention.kind == "organization" and mention.char_end < position and _head(mention.name) == word
    }
    return of_mention(next(iter(bodies.values())), cast)[0] if len(bodies) == 1 else None


@lru_cache(maxsize=1 << 14)
def _head(name: str) -> str:
    """The noun that a body's name turns on: the last word, or the one before ``of``, ``for``, ``on``."""
    words = _OF_BODY.split(name.lower(), maxsplit=1)[0].split()
    return words[-1] if words else ""


def _chief_guest(position: int, cast: Cast, text: str) -> Party | None:
    """Who was said to be the chief guest: the last person named before those words."""
    said = _CHIEF_GUEST.search(text, 0, position)
    named = [i for i, m in enumerate(cast.mentions) if m.kind == "person" and said and m.char_end <= said.start()]
    return of_mention(named[-1], cast)[0] if named else None


def _titles(mention: Mention) -> list[str]:
    return f"{mention.post or ''} {mention.rank or ''}".lower().split()


def _is_graded(mention: Mention, word: str) -> bool:
    """Whether somebody bears a title with a grade alone: the commissioner is rather the one of police than the high commissioner."""
    titles = _titles(mention)
    return all(at and titles[at - 1] in _GRADES for at, title in enumerate(titles) if title == word)


def _titled(mention: Mention, word: str, before: str) -> bool:
    """Whether somebody bears a title; the prime minister is not the minister for law, whatever stands before the title."""
    titles = _titles(mention)
    if before in _GRADES and before not in titles:
        return False
    return word in titles or (word == "envoy" and ("ambassador" in titles or "high" in titles))
