"""Who was present: attendance lists become participants of the engagement they tell of, each on his side."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from flows.contract.records import Mention
from flows.extract.clauses.parsed import Parsed
from flows.extract.clauses.parties import Party
from flows.extract.eventing.drafts import Draft
from flows.extract.eventing.engagements import attended
from flows.extract.reading import Sentence

_GUEST_CUE: Final = re.compile(r"\b(?:delegation|delegates?|visiting|visitors|guests)\b", re.I)
_SIDE_CUE: Final = re.compile(
    r"\b(?:from|on|representing)\s+(?:the\s+)?(?P<body>[^,]{3,60}?)(?:['’]s)?(?:\s+side|,)", re.I
)
_COMPANY_CUE: Final = re.compile(r"\baccompanied by\b|\balong with\b", re.I)


def attend(parsed: Parsed, drafts: Sequence[Draft]) -> None:
    """Adds the people of every attendance section to the event they attended."""
    for sentence in parsed.reading.story:
        if sentence.section != "attendance":
            continue
        draft = attended(drafts, sentence.story_ordinal, sentence.start)
        if draft is None:
            continue
        listed = list(_listed(parsed.mentions, sentence))
        known = {p.ordinal for p in draft.participants} | {p.name for p in draft.participants if p.name}
        new = [p for p in listed if p.ordinal not in known and (p.name is None or p.name not in known)]
        draft.attendees += new
        for party in new:
            side = _side(parsed, sentence, draft, party)
            if side:
                draft.sides[party] = side


def _listed(mentions: Sequence[Mention], sentence: Sentence) -> Iterator[Party]:
    """Persons, and posts that nobody is named for, in a sentence."""
    for ordinal, mention in enumerate(mentions):
        if not sentence.start <= mention.char_start < sentence.end:
            continue
        if mention.kind == "person":
            yield Party("person", mention.name, mention.post, ordinal, mention.char_start, mention.char_end)
        elif mention.kind == "post" and mention.holder_ordinal is None:
            yield Party("post", None, mention.post or mention.text, ordinal, mention.char_start, mention.char_end)


def _side(parsed: Parsed, sentence: Sentence, draft: Draft, party: Party) -> str | None:
    """By the words that open the list, then by whose body or country it is; None where the event takes no sides."""
    if not draft.sides:
        return None
    opening = parsed.reading.text[sentence.start : min(sentence.end, sentence.start + 120)]
    if _GUEST_CUE.search(opening.split(",")[0]):
        return "guest"
    cue = _SIDE_CUE.match(opening)
    if cue:
        return _side_of(cue["body"], draft, parsed.mentions) or "host"
    return _by_ties(party, draft, parsed.mentions) or "host"


def _side_of(body: str, draft: Draft, mentions: Sequence[Mention]) -> str | None:
    words = {w.lower() for w in body.split()}
    for party, side in draft.sides.items():
        ties = _ties(party, mentions)
        if words & {w.lower() for tie in ties for w in tie.split()}:
            return side
    return None


def _by_ties(party: Party, draft: Draft, mentions: Sequence[Mention]) -> str | None:
    mine = _ties(party, mentions)
    return next((side for other, side in draft.sides.items() if other != party and mine & _ties(other, mentions)), None)


def _ties(party: Party, mentions: Sequence[Mention]) -> set[str]:
    """The body and country that a party belongs to, and its own name where it is a body."""
    mention = mentions[party.ordinal] if party.ordinal is not None else None
    found = {mention.organization, mention.country_code} if mention else set()
    if party.kind != "person" and party.name:
        found.add(party.name)
    return {tie for tie in found if tie}
