"""Who was present: attendance lists become participants of the engagement they tell of, each on his side."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from flows.extract.clauses.cast import Party
from flows.extract.clauses.parsed import Parsed
from flows.extract.eventing.drafts import Draft
from flows.extract.eventing.engagements import attended, known
from flows.extract.eventing.nations import is_abroad
from flows.extract.eventing.sides import home_country, is_guest
from flows.extract.reading import Sentence

_GUEST_CUE: Final = re.compile(r"\b(?:delegation|delegates?|visiting|visitors|guests)\b", re.I)
_SIDE_CUE: Final = re.compile(
    r"(?:\w+\s){0,2}?(?:from|on|representing)\s+(?:the\s+)?(?P<body>[^,]{3,60}?)(?:['’]s)?(?:\s+side\b|,)", re.I
)
_ON_SIDE: Final = re.compile(r" (?:was|were) (?:also )?(?:present |there )?on the (?P<body>[^,.;]{3,40}?) side\b")
_LED_SIDE: Final = re.compile(  # the Kenyan side was led by A, the other side by B
    r"\b(?:the )?(?P<body>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}) side (?:was )?(?:also )?(?:(?:led|headed|represented) )?by\b"
)
_ESCORT_CUE: Final = re.compile(
    r"\b(?:accompanied|assisted|were (?:also )?(?:part|members) of|were (?:also )?with)\s+"
    r"(?:the\s+|his\s+|her\s+)?(?:\w+\s+){0,3}?"
    r"(?:delegat\w+|guests?|visitors?|envoy|ambassador|consul(?: general)?|high commissioner|dignitar(?:y|ies))\b",
    re.I,
)
_COMPANY_CUE: Final = re.compile(r"\b(?:accompanied by|along with|flanked by|joined by)\b", re.I)


def attend(parsed: Parsed, drafts: Sequence[Draft]) -> None:
    """Adds the people of every attendance section to the event they attended."""
    home = home_country(parsed.mentions)
    for sentence in parsed.reading.story:
        if sentence.section != "attendance":
            continue
        draft = attended(drafts, sentence.story_ordinal, sentence.start)
        if draft is None:
            continue
        for listed in list(_listed(parsed, sentence)):
            party = known(draft, listed)
            if party is None:
                party = listed
                draft.attendees.append(party)
            side = None if party in draft.sides else _side(parsed, sentence, draft, party, home)
            if side:
                draft.sides[party] = side


def _listed(parsed: Parsed, sentence: Sentence) -> Iterator[Party]:
    """Persons, and posts that nobody is named for, in a sentence; a bracket right behind a person is his own post."""
    last = sentence.start
    for ordinal, mention in enumerate(parsed.mentions):
        if not sentence.start <= mention.char_start < sentence.end:
            continue
        if mention.kind == "person":
            last = mention.char_end
            yield Party("person", mention.name, mention.post, ordinal, mention.char_start, mention.char_end)
        elif (
            mention.kind == "post"
            and mention.holder_ordinal is None
            and not _in_bracket(parsed, last, mention.char_start)
        ):
            yield Party("post", None, mention.post or mention.text, ordinal, mention.char_start, mention.char_end)


def _in_bracket(parsed: Parsed, end: int, start: int) -> bool:
    return parsed.reading.text[end:start].strip() == "("


def _side(parsed: Parsed, sentence: Sentence, draft: Draft, party: Party, home: str | None) -> str | None:
    """By the words that open the list, then by the country of the post; None where the event takes no sides."""
    if not draft.sides:
        return None
    text = parsed.reading.text
    opening = text[sentence.start : min(sentence.end, sentence.start + 120)]
    cue = _SIDE_CUE.match(opening)
    if cue:
        return _side_of(cue["body"], draft, home)
    led = list(_LED_SIDE.finditer(text, sentence.start, party.start))
    if led:
        return _side_of(led[-1]["body"], draft, home)
    behind = _ON_SIDE.match(text, party.end, sentence.end)
    if behind:
        return _side_of(behind["body"], draft, home)
    if _ESCORT_CUE.search(text, party.end, sentence.end):
        return "guest"  # A and B accompanied the guest
    company = _COMPANY_CUE.search(text, sentence.start, party.start)
    if company:
        return _side_accompanied(parsed, draft, company.start())
    if _GUEST_CUE.search(opening[: opening.find(",")]):
        return "guest"
    if is_guest(party, home):
        return "guest"
    return "host" if "guest" in draft.sides.values() else "other"  # who chairs has no guests


def _side_of(body: str, draft: Draft, home: str | None) -> str:
    """The side that ``from BODY`` or ``on the BODY side`` names: a foreign body's is the guests', or that of a party so named."""
    if is_abroad(body, home):
        return "guest"
    words = {word.lower() for word in body.split()}
    for party, side in draft.sides.items():
        if party.kind != "person" and words & {word.lower() for word in (party.name or "").split()}:
            return side
    return "host"


def _side_accompanied(parsed: Parsed, draft: Draft, position: int) -> str:
    """The side of whoever is named last before ``accompanied by``."""
    before = [p for p in draft.participants if p.start < position and p in draft.sides]
    named = [m for m in parsed.mentions if m.kind == "person" and m.char_end <= position]
    for party in before:
        if named and party.name == named[-1].name:
            return draft.sides[party]
    return draft.sides[draft.actors[0]] if draft.actors and draft.actors[0] in draft.sides else "guest"
