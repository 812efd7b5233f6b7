"""Who comes with a party or owns a thing: companions, leaders of delegations, holders."""

import re
from typing import Final

from flows.contract.records import Mention
from flows.extract.clauses.cast import Cast, Party, of_mention
from flows.extract.clauses.chunks import Clause
from flows.extract.clauses.descriptions import LED, MEMBERS, TOGETHER
from flows.extract.clauses.parties import of_tokens, parties
from flows.extract.clauses.phrases import phrase_list
from flows.extract.clauses.pronouns import OWN, named_before

_ACRONYM: Final = re.compile(r"\s\([^()]{2,20}\)")  # of a body that came
_ROOMS: Final = ("office", "house", "palace", "residence", "secretariat")


def companions(clause: Clause, party: Party, cast: Cast) -> list[Party]:
    """Who acts together with a party: ``in collaboration with …``, ``along with …`` right behind it."""
    return _behind(clause, party, TOGETHER, cast)


def leaders(clause: Clause, party: Party, cast: Cast) -> list[Party]:
    """Who leads a delegation that ``led by`` or ``headed by`` follows."""
    return [p for p in _behind(clause, party, LED, cast) if p.kind == "person" and p.ordinal is not None]


def members(clause: Clause, party: Party, cast: Cast) -> list[Party]:
    """Who is named of a group: ``three suspects, including X and Y``, ``two men identified as X and Y``."""
    return [p for p in _behind(clause, party, MEMBERS, cast) if p.kind == "person" and p.ordinal is not None]


def _behind(clause: Clause, party: Party, cue: re.Pattern[str], cast: Cast) -> list[Party]:
    """The parties listed behind a cue that follows a party."""
    bracket = _ACRONYM.match(clause.text, party.end, clause.end)
    told = cue.match(clause.text, bracket.end() if bracket else party.end, clause.end)
    at = clause.chunk_at(told.end()) if told else len(clause.chunks)
    if at >= len(clause.chunks) or clause.chunks[at].kind != "NP":
        return []
    return parties(clause, phrase_list(clause.chunks, at)[0], cast)


def holders(clause: Clause, at: int, cast: Cast, *, nearest: bool = False) -> list[Party]:
    """Whose a noun phrase is: the party before its genitive, else the names that stand in it.

    ``his`` is whoever the sentence is about, or the person named ``nearest`` before it.
    """
    chunk = clause.chunks[at]
    tokens = clause.tokens[chunk.first : chunk.last + 1]
    mark = next((i for i in range(len(tokens) - 1, 0, -1) if tokens[i].tag == "'"), 0)
    if mark:
        return of_tokens(clause, tokens[:mark], tokens[mark - 1].end, cast)
    if tokens[0].word in OWN:
        named = named_before(clause, tokens[0], cast) if nearest else []
        return named or ([cast.singular] if cast.singular else [])
    inside = [t.ordinal for t in tokens[:-1] if t.tag == "m" and not _is_room(cast.mentions[t.ordinal])]
    return [party for ordinal in inside for party in of_mention(ordinal, cast)]


def _is_room(mention: Mention) -> bool:
    """Whether a place is where one meets, not who meets: ``the Oval Office meeting``."""
    return mention.kind == "place" and mention.name.lower().endswith(_ROOMS)
