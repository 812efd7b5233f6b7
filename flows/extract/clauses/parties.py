"""Noun phrases as parties: persons, posts, bodies, and parties that the text only describes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final, NamedTuple

from flows.contract.records import Mention
from flows.extract.clauses.chunks import Clause, Token
from flows.extract.clauses.inflect import noun_forms
from flows.extract.clauses.slots import Phrase, phrase_list
from flows.language.seeds import rows

_COLLECTIVE: Final = frozenset({"team", "body", "people", "speaker"})
_ARTICLES: Final = frozenset({"the", "a", "an"})
_SINGULAR: Final = frozenset({"he", "she", "him", "her"})
_PLURAL: Final = frozenset({"they", "them"})
_NEUTRAL: Final = frozenset({"it"})
_PARTITIVE: Final = frozenset(  # scores of outlaws: outlaws
    {
        "scores",
        "hundreds",
        "dozens",
        "thousands",
        "number",
        "majority",
        "some",
        "one",
        "two",
        "three",
        "most",
        "many",
        "all",
        "several",
        "none",
    }
)
_LED: Final = re.compile(r"[\s,]*(?:being )?(?:led|headed) by(?: the)?\s+")
_CHIEF_GUEST: Final = re.compile(r"\b(?:as|was)(?: the)? chief guest\b")
_TOGETHER: Final = re.compile(
    r"(?:\s*\([^)]*\))?[\s,]*(?:in (?:collaboration|partnership|coordination|cooperation) with|along with|together with|accompanied by)\s+"
)
_OF_PLACE: Final = re.compile(r"\b(?:of|with|between|from|for)\s+(?:the\s+)?[A-Z][^,]*$")
_ROOMS: Final = ("office", "house", "palace", "residence", "secretariat")
_OWN: Final = frozenset({"his", "her"})
_APPOSED: Final = 28  # characters between a post and its holder's name: a comma, a rank, an honorific
_PAIR: Final = ("both", "two sides", "the two")


class Party(NamedTuple):
    """Somebody who acts. ``name`` is None where only the post is known; ``kind`` is person, post, body, group, team or document."""

    kind: str
    name: str | None
    post: str | None
    ordinal: int | None
    start: int
    end: int
    plural: bool = False


@dataclass(frozen=True, slots=True)
class Cast:
    """The mentions of a report, and who pronouns stand for at this point of it."""

    mentions: Sequence[Mention]
    singular: Party | None = None
    plural: Party | None = None
    neutral: Party | None = None
    group: Party | None = None
    pair: tuple[Party, ...] = ()

    def after(self, parties: Sequence[Party]) -> "Cast":
        """The cast once ``parties`` were the subject of a clause."""
        if not parties:
            return self
        last = parties[0]
        if last.kind == "team":
            return replace(self, plural=last, neutral=last, group=last)
        if len(parties) > 1 or last.plural:
            return replace(self, plural=last)
        if last.kind in ("body", "document"):
            return replace(self, neutral=last)
        return replace(self, singular=last)


@cache
def noun_kinds() -> dict[str, str]:
    """Noun form → kind of party it names (seeds/party_nouns.csv)."""
    return {form: row["kind"] for row in reversed(rows("party_nouns")) for form in noun_forms(row["noun"])}


def parties(clause: Clause, phrases: Sequence[Phrase], cast: Cast) -> list[Party]:
    """The parties that noun phrases name, each once; phrases that name none give none."""
    found: list[Party] = []
    for phrase in phrases:
        for party in _of_phrase(clause, phrase, cast):
            if found and _goes_on(found[-1], party, cast):
                found[-1] = found[-1]._replace(
                    name=" ".join(clause.text[found[-1].start : party.end].split()), end=party.end
                )
                continue
            if not any(same_party(party, p) or _is_post_of(party, p) for p in found):
                found = [p for p in found if not _is_post_of(p, party)]
                found.append(party)
    return found


def _goes_on(described: Party, party: Party, cast: Cast) -> bool:
    """Whether a place belongs to the description before it: the ministers of A, B and C."""
    place = party.ordinal is not None and cast.mentions[party.ordinal].kind == "place"
    return place and described.ordinal is None and described.plural and bool(_OF_PLACE.search(described.name or ""))


def _is_post_of(one: Party, other: Party) -> bool:
    """Whether a description is another party's post, set in apposition: ``X, Head of …``, ``Chairman Senate, X``."""
    if one.kind == "post" and other.kind == "person" and one.ordinal is not None:
        return 0 < other.start - one.end <= _APPOSED  # President of the council, Dr X
    if one.ordinal is not None or one.kind != "person" or not one.name or other.kind != "person":
        return False
    if other.ordinal is not None and (0 < other.start - one.end <= len(", ") or 0 < one.start - other.end <= len(", ")):
        return True  # a third suspect, X; or X, a third suspect
    if other.post and one.name in other.post:
        return True
    titled = one.name[0].isupper() and one.name.split()[0].lower() not in _ARTICLES
    return titled and other.ordinal is not None and 0 < other.start - one.end <= _APPOSED


def same_party(one: Party, other: Party) -> bool:
    """Whether two parties share their mention or their name."""
    return (one.ordinal is not None and one.ordinal == other.ordinal) or (
        one.name is not None and one.name == other.name
    )


def _of_phrase(clause: Clause, phrase: Phrase, cast: Cast) -> list[Party]:
    head = clause.chunks[phrase.first]
    if (
        head.word in _PAIR
        or clause.text[head.start : head.end].lower().startswith(_PAIR)
        or _are_pair(clause, phrase, cast)
    ):
        return list(cast.pair) or _of_tokens(clause, clause.tokens[head.first : head.last + 1], head.end, cast)
    tokens = clause.tokens[head.first : head.last + 1]
    if tokens[-1].tag == "I":
        return _of_pronoun(tokens[-1], cast) or _named_before(clause, tokens[-1], cast)
    for at in range(phrase.first + 1, phrase.last):
        behind = clause.chunks[at + 1]
        last = clause.tokens[behind.last]
        if clause.chunks[at].kind == "(" and last.tag == "m" and cast.mentions[last.ordinal].kind == "person":
            return _of_mention(last.ordinal, cast)  # Major General (retired) X
    if tokens[-1].word in _PARTITIVE and phrase.last >= phrase.first + 2:
        inner = clause.chunks[phrase.first + 2]
        return _of_tokens(clause, clause.tokens[inner.first : inner.last + 1], clause.chunks[phrase.last].end, cast)
    return _of_tokens(clause, tokens, clause.chunks[phrase.last].end, cast)


def _are_pair(clause: Clause, phrase: Phrase, cast: Cast) -> bool:
    """Whether ``the ministers`` are those who met: no more is said of them, and some of them bear that title."""
    head = clause.chunks[phrase.first]
    words = [t.word for t in clause.tokens[head.first : head.last + 1]]
    if (
        len(cast.pair) < 2
        or len(words) != 2
        or words[0] != "the"
        or phrase.last > phrase.first
        or not words[1].endswith("s")
    ):
        return False
    return any(words[1][:-1] in (party.post or "").lower().split() for party in cast.pair)


def _of_pronoun(token: Token, cast: Cast) -> list[Party]:
    word = token.word
    stands_for = (
        cast.singular
        if word in _SINGULAR
        else cast.plural
        if word in _PLURAL
        else cast.neutral
        if word in _NEUTRAL
        else None
    )
    return [stands_for._replace(start=token.start, end=token.end)] if stands_for else []


def _named_before(clause: Clause, pronoun: Token, cast: Cast) -> list[Party]:
    """For ``him`` and ``her`` of whom nothing was told yet: the last person named before in the sentence."""
    if pronoun.word not in _SINGULAR | _OWN:
        return []
    named = [t.ordinal for t in clause.tokens if t.tag == "m" and t.end <= pronoun.start]
    people = [o for o in named if cast.mentions[o].kind == "person"]
    return _of_mention(people[-1], cast) if people else []


def other_than(clause: Clause, party: Party, actors: Sequence[Party], cast: Cast) -> Party:
    """A pronoun that cannot stand for who acts (``A came to see B and met him``) as the last other person named before it."""
    pronoun = clause.text[party.start : party.end].lower() in _SINGULAR
    if not pronoun or not any(same_party(party, actor) for actor in actors):
        return party
    named = [t for t in clause.tokens if t.tag == "m" and t.end <= party.start]
    people = [p for t in reversed(named) for p in _of_mention(t.ordinal, cast) if p.kind in ("person", "post")]
    return next((p for p in people if not any(same_party(p, actor) for actor in actors)), party)


def _of_tokens(clause: Clause, tokens: Sequence[Token], end: int, cast: Cast) -> list[Party]:
    """The party of one noun phrase: its last mention where that is its head, else its head noun where that names a party."""
    head = tokens[-1]
    if head.tag == "'" and len(tokens) > 1:
        head = tokens[-2]
    if head.tag == "m":
        before = tokens[-2] if len(tokens) > 1 and head is tokens[-1] else head
        branch = before.tag == "m" and cast.mentions[head.ordinal].kind == "place"  # ANF Punjab
        return _of_mention((before if branch else head).ordinal, cast)
    kind = _kind(head.word)
    inside = [t for t in tokens if t.tag == "m"]
    if (
        kind in _COLLECTIVE
        and inside
        and end == tokens[-1].end
        and kind != "speaker"
        and cast.mentions[inside[-1].ordinal].kind == "organization"
    ):
        return _of_mention(inside[-1].ordinal, cast)
    if kind is None or (head.word == "release" and end > tokens[-1].end):  # the release of the prisoners
        return []
    return [_described(clause, tokens, end, kind, inside, cast)]


def _kind(word: str) -> str | None:
    listed = noun_kinds().get(word)
    if listed or len(word) < 6:
        return listed
    return "people" if word.endswith("men") else "person" if word.endswith(("man", "woman")) else None


def _of_mention(ordinal: int, cast: Cast) -> list[Party]:
    mention = cast.mentions[ordinal]
    if mention.kind == "post" and mention.holder_ordinal is not None:
        ordinal = mention.holder_ordinal
        mention = cast.mentions[ordinal]
    if mention.kind == "initiative":
        return []
    name = None if mention.kind == "post" else mention.name
    post = mention.post or (mention.text if mention.kind == "post" else None)
    kind = mention.kind if mention.kind in ("person", "post") else "body"
    return [Party(kind, name, post, ordinal, mention.char_start, mention.char_end)]


def _described(
    clause: Clause, tokens: Sequence[Token], end: int, kind: str, inside: Sequence[Token], cast: Cast
) -> Party:
    """A party without a name of its own: ``two suspects``, ``a police spokesperson``, ``participants of …``."""
    end = _before_others(clause, tokens[-1].end, end)
    definite = tokens[0].word == "the"
    start = tokens[1].start if tokens[0].word in _ARTICLES and len(tokens) > 1 else tokens[0].start
    plural = kind in ("people", "pair") or (tokens[-1].word.endswith("s") and not tokens[-1].word.endswith("ss"))
    known = _known(tokens, kind, plural, cast, clause.text) if definite and end == tokens[-1].end else None
    if known:
        return known._replace(start=tokens[0].start, end=end)
    bodies = [t.ordinal for t in inside if cast.mentions[t.ordinal].kind == "organization"]
    role = {"document": "document", "body": "body", "team": "team"}.get(kind, "group" if plural else "person")
    name = " ".join(clause.text[start:end].split())
    owner = next(iter(_named_before(clause, tokens[0], cast)), cast.singular) if tokens[0].word in _OWN else None
    if owner and _is_named(owner, cast):
        name = f"{name.partition(' ')[2]} of {owner.name}"  # his son
    return Party(role, name, None, bodies[-1] if bodies and kind == "speaker" else None, tokens[0].start, end, plural)


def _before_others(clause: Clause, start: int, end: int) -> int:
    """Where a description ends: before ``led by X`` and ``along with X``, who are parties of their own."""
    others = [
        found.start()
        for found in (_LED.search(clause.text, start, end), _TOGETHER.search(clause.text, start, end))
        if found
    ]
    return min(others, default=end)


def _is_named(party: Party, cast: Cast) -> bool:
    return party.ordinal is not None and cast.mentions[party.ordinal].kind == "person"


def _known(tokens: Sequence[Token], kind: str, plural: bool, cast: Cast, text: str) -> Party | None:
    """Whom a definite description takes up again: ``the ambassador``, ``the delegation``."""
    if kind == "team":
        return cast.group
    if plural or kind != "person":
        return None
    word = tokens[-1].word
    if word == "guest":
        return _chief_guest(tokens[0].start, cast, text)
    for ordinal in range(len(cast.mentions) - 1, -1, -1):
        mention = cast.mentions[ordinal]
        if mention.kind == "person" and mention.char_end < tokens[0].start and _titled(mention, word):
            return _of_mention(ordinal, cast)[0]
    return None


def _chief_guest(position: int, cast: Cast, text: str) -> Party | None:
    """Who was said to be the chief guest: the last person named before those words."""
    said = _CHIEF_GUEST.search(text, 0, position)
    named = [i for i, m in enumerate(cast.mentions) if m.kind == "person" and said and m.char_end <= said.start()]
    return _of_mention(named[-1], cast)[0] if named else None


def _titled(mention: Mention, word: str) -> bool:
    return word in f"{mention.post or ''} {mention.rank or ''}".lower().split()


def companions(clause: Clause, party: Party, cast: Cast) -> list[Party]:
    """Who acts together with a party: ``in collaboration with …``, ``along with …`` right behind it."""
    joined = _TOGETHER.match(clause.text, party.end, clause.end)
    at = clause.chunk_at(joined.end()) if joined else len(clause.chunks)
    if at >= len(clause.chunks) or clause.chunks[at].kind != "NP":
        return []
    return parties(clause, phrase_list(clause.chunks, at)[0], cast)


def leaders(clause: Clause, party: Party, cast: Cast) -> list[Party]:
    """Who leads a delegation that ``led by`` or ``headed by`` follows."""
    led = _LED.match(clause.text, party.end, clause.end)
    at = clause.chunk_at(led.end()) if led else len(clause.chunks)
    if at >= len(clause.chunks) or clause.chunks[at].kind != "NP":
        return []
    return [p for p in parties(clause, phrase_list(clause.chunks, at)[0], cast) if p.kind == "person"]


def holders(clause: Clause, at: int, cast: Cast, *, nearest: bool = False) -> list[Party]:
    """Whose a noun phrase is: the party before its genitive, else the names that stand in it.

    ``his`` is whoever the sentence is about, or the person named ``nearest`` before it.
    """
    chunk = clause.chunks[at]
    tokens = clause.tokens[chunk.first : chunk.last + 1]
    mark = next((i for i in range(len(tokens) - 1, 0, -1) if tokens[i].tag == "'"), 0)
    if mark:
        return _of_tokens(clause, tokens[:mark], tokens[mark - 1].end, cast)
    if tokens[0].word in _OWN:
        named = _named_before(clause, tokens[0], cast) if nearest else []
        return named or ([cast.singular] if cast.singular else [])
    inside = [t.ordinal for t in tokens[:-1] if t.tag == "m" and not _is_room(cast.mentions[t.ordinal])]
    return [party for ordinal in inside for party in _of_mention(ordinal, cast)]


def _is_room(mention: Mention) -> bool:
    """Whether a place is where one meets, not who meets: ``the Oval Office meeting``."""
    return mention.kind == "place" and mention.name.lower().endswith(_ROOMS)
