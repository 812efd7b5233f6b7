"""Which events are one engagement: a meeting is one event however many attend and however often it is told."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from flows.contract.records import Mention
from flows.extract.clauses.parties import Party
from flows.extract.eventing.drafts import Draft

_GUEST_ACTS: Final = frozenset({"visit", "call on", "pay visit", "tour", "courtesy call"})
_HOST_ACTS: Final = frozenset({"receive", "host", "welcome", "brief", "give briefing"})
_GUEST_NOUNS: Final = re.compile(
    r"\b(?:delegat|participants|visitors|guests|envoy|ambassador|consul|high commissioner|emissar)", re.I
)
_OUTCOMES: Final = frozenset({"AGREE", "x-AWARD", "SUPPORT", "COOPERATE", "REQUEST", "AID"})
_TOPIC: Final = re.compile(
    r"\b(?:focus(?:ed|es|ing)? on|discuss(?:ed|ing|es)?|exchanged views on|aimed at|deliberated (?:up)?on|to review|talked about"
    r"|briefed (?:\w+ ){0,4}(?:on|about)|briefing on)\s+([^.;]+)"
)


def engage(drafts: Sequence[Draft], text: str, mentions: Sequence[Mention]) -> list[Draft]:
    """The drafts with engagements found: repeated tellings go, parts and outcomes point to their engagement."""
    engagements: list[Draft] = []
    kept: list[Draft] = []
    for draft in drafts:
        if draft.trigger.type == "CONSULT" and draft.realis == "asserted" and not _join(draft, engagements):
            engagements.append(draft)
        kept.append(draft)
    for draft in kept:
        if draft.engagement is None and draft.trigger.type in _OUTCOMES:
            draft.engagement = _occasion(draft, engagements)
    for engagement in engagements:
        _decide_sides(engagement, [d for d in kept if d.engagement is engagement], mentions)
        engagement.about = _topic(engagement, text) or engagement.about
    return kept


def _join(draft: Draft, engagements: Sequence[Draft]) -> bool:
    """Whether a telling belongs to an engagement of its story. The telling with both sides becomes the engagement itself."""
    for main in reversed(engagements):
        if main.sentence.story_ordinal != draft.sentence.story_ordinal:
            continue
        same = main.sentence is draft.sentence or not draft.recipients or not main.recipients or _share(main, draft)
        if same:
            draft.engagement = main
            return True
    return False


def _share(one: Draft, other: Draft) -> bool:
    return any(_alike(a, b) for a in one.participants for b in other.participants)


def _alike(one: Party, other: Party) -> bool:
    if one.ordinal is not None and other.ordinal is not None and one.ordinal == other.ordinal:
        return True
    return one.name is not None and one.name == other.name


def _occasion(draft: Draft, engagements: Sequence[Draft]) -> Draft | None:
    """The engagement of the same story at which something was agreed, handed over or said."""
    for main in engagements:
        same_story = main.sentence.story_ordinal == draft.sentence.story_ordinal and main.start != draft.start
        if (
            same_story
            and main.sentence.start <= draft.sentence.start
            and (not draft.participants or _share(main, draft))
        ):
            return main
    return None


def _decide_sides(main: Draft, parts: Sequence[Draft], mentions: Sequence[Mention]) -> None:
    """Host and guest: by the verb, by who is a delegation or an envoy, by whose post is foreign to the others."""
    hosts, guests = _by_verb([main, *parts])
    if not hosts and not guests:
        guests = [
            p for p in main.participants if _GUEST_NOUNS.search(f"{p.name or ''} {p.post or ''}") or p.kind == "team"
        ]
        guests = guests or _foreign(main, mentions)
    if not hosts and not guests:
        return
    for party in [*main.actors, *main.recipients]:
        is_host = any(_alike(party, h) for h in hosts)
        is_guest = any(_alike(party, g) for g in guests)
        main.sides[party] = "host" if is_host or (guests and not is_guest) else "guest"


def _by_verb(told: Sequence[Draft]) -> tuple[list[Party], list[Party]]:
    hosts: list[Party] = []
    guests: list[Party] = []
    for draft in told:
        if draft.trigger.lemma in _GUEST_ACTS:
            guests += draft.actors
            hosts += draft.recipients
        elif draft.trigger.lemma in _HOST_ACTS:
            hosts += draft.actors
            guests += draft.recipients
    return hosts, guests


def _foreign(main: Draft, mentions: Sequence[Mention]) -> list[Party]:
    """The recipients or actors whose country is not the other side's, the side that is named second where both are known."""
    country = {p: mentions[p.ordinal].country_code for p in main.participants if p.ordinal is not None}
    known = {c for c in country.values() if c}
    if len(known) < 2:
        return []
    home = country.get(main.actors[0]) if main.actors else None
    return [p for p, c in country.items() if c and c != home]


def _topic(main: Draft, text: str) -> tuple[int, int] | None:
    found = _TOPIC.search(text, main.sentence.start, min(len(text), main.sentence.end + 600))
    return found.span(1) if found else None


def attended(drafts: Sequence[Draft], story: int | None, position: int) -> Draft | None:
    """The event that people listed at ``position`` attended: the story's engagement, else the event told last before it."""
    mine = [d for d in drafts if d.sentence.story_ordinal == story]
    consult = [d for d in mine if d.trigger.type == "CONSULT" and d.engagement is None]
    earlier = [d for d in mine if d.start <= position and d.realis == "asserted"]
    return consult[0] if consult else earlier[-1] if earlier else None


def main_events(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Engagements that are not part of another one."""
    return (d for d in drafts if d.trigger.type == "CONSULT" and d.engagement is None)
