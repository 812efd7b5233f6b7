"""Host and guest: by the verb, by who is a delegation or an envoy, by whose post or name points to another country."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from flows.contract.records import Mention
from flows.extract.clauses.cast import Party
from flows.extract.eventing.drafts import Draft
from flows.extract.eventing.nations import is_abroad

_GUESTS: Final = re.compile(
    r"\b(?:delegat\w+|participants|visitors|visiting|guests?|envoy|ambassador|consul|high commissioner|representatives|emissary"
    r"|(?:country|resident|special) representative|head of mission|charg[eé] d[’']affaires|attach[eé]"
    r"|(?:political|commercial|cultural|economic|press|ministerial?)[ -]counsell?or|(?:first|second|third) secretary)\b",
    re.I,
)
_OWN_HOUSE: Final = re.compile(  # of whom it is called: the Chief Minister's House, the Governor House
    r"\b(?:at|in|to) (?:the )?(?P<owner>[A-Z][\w ]{3,40}?)(?:[’']s)? (?:House|Office|Secretariat|Residence|Palace)\b"
)
_CAME: Final = re.compile(
    r"\b(?:came|arrived|went|drove|travell?ed)\s+(?:to|at|in|into)\b[^.;:]*"
    r"\b(?:and(?: also| later| then)?|where (?:he|she|they)(?: also| later)?)\s*$"
)
_CHAIRED: Final = re.compile(
    r"\b(?:(?:chaired|presided over) by|(?:(?:co-)?chair(?:person|man)?ship|presidentship) of)(?: (?!and\b|attended\b)[^\s;]+){0,12} $"
)
_HONOURED: Final = re.compile(
    r"\bas (?:the |a )?(?:(?:chief |special )?guests? of hono(?:u)?r|(?:chief|special) guests?)\b", re.I
)
_OWNER: Final = re.compile(r"\b([A-Z]\w+(?: [A-Z]\w+)?)[’']s?\s+(?=[A-Z][^’']*$)")
_BEFORE: Final = 120  # characters before a name in which its post stands
_PROPER: Final = re.compile(r"\b[A-Z][\w’'-]+")


def alike(one: Party, other: Party) -> bool:
    """Whether two parties are one: the same mention or name, or two guest groups whose names do not speak against it."""
    if one.ordinal is not None and one.ordinal == other.ordinal:
        return True
    if one.name is None or other.name is None:
        return False
    if one.name == other.name:
        return True
    if not (is_guest_group(one) and is_guest_group(other)):
        return False
    words, others = set(_PROPER.findall(one.name)), set(_PROPER.findall(other.name))
    return not words or not others or bool(words & others)


def is_guest_group(party: Party) -> bool:
    """A delegation, participants, visitors: a party that comes to somebody."""
    return party.kind in ("team", "group") and bool(_GUESTS.search(party.name or ""))


def is_named_group(party: Party) -> bool:
    """Whether a party that comes to somebody is told by a name: a delegation of the British High Commission."""
    return is_guest_group(party) and _PROPER.search(party.name or "") is not None


def decide_sides(main: Draft, parts: Sequence[Draft], home: str | None, text: str) -> None:
    """Sets the sides of actors and recipients of an engagement in ``text``; leaves them open where nothing tells."""
    for party in main.participants:
        if _is_at_home(text, main, party):
            main.sides[party] = "host"
    housed = bool(main.sides)
    for told in (main, *parts):
        for party in told.participants:
            if party.start < told.sentence.end and _chairs(text, told, party):
                main.sides.update({own: "host" for own in main.participants if alike(own, party)})
        acting = (_faced(main, told) if housed else None) or _by_verb(told, text)
        for party, side in (*((a, acting) for a in told.actors), *((r, _other(acting)) for r in told.recipients)):
            for own in main.participants:
                if side and alike(own, party):
                    main.sides.setdefault(own, side)
    for party in main.participants:
        if is_guest(party, home) or _is_of_elsewhere(text, party, home):
            main.sides.setdefault(party, "guest")
    received = bool(main.recipients) and any(main.sides.get(p) == "guest" for p in (*main.actors, *main.recipients))
    for told in (main, *parts):
        if "other" in told.trigger.meeting:
            for own in main.participants:
                if any(alike(own, actor) for actor in told.actors):
                    main.sides.setdefault(own, "host" if received else "other")
    _complete(main)


def is_guest(party: Party, home: str | None) -> bool:
    """Whether a party comes to somebody by what it is: a delegation, an envoy or one of his staff, somebody of another country."""
    told = f"{party.name if party.kind != 'person' else ''} {party.post or ''}"
    return _GUESTS.search(told) is not None or is_foreign(party, home)


def is_foreign(party: Party, home: str | None) -> bool:
    """Whether a party's post or own name points to a country that is not ``home``."""
    return is_abroad(f"{party.post or ''} {party.name if party.kind != 'person' and party.name else ''}", home)


def _is_of_elsewhere(text: str, party: Party, home: str | None) -> bool:
    """Whether the post before a name is that of another country: ``Libya’s Interior Minister X``."""
    owner = _OWNER.search(text, max(0, party.start - _BEFORE), party.start) if party.post else None
    named = owner is not None and text[owner.end() : party.start].strip(" ,").startswith(party.post or "-")
    return owner is not None and named and is_abroad(owner[1], home)


def _by_verb(told: Draft, text: str) -> str | None:
    """The side of whoever acts: told by the trigger, by ``came to the office and`` before it or ``as chief guest`` behind it."""
    if "other" in told.trigger.meeting:
        return "guest" if _HONOURED.search(text, told.end, told.sentence.end) else None
    came = bool(told.recipients) and _CAME.search(text, told.sentence.start, told.start)
    return next((side for side in ("guest", "host") if side in told.trigger.meeting), "guest" if came else None)


def _chairs(text: str, told: Draft, party: Party) -> bool:
    """Whether a telling says who leads: ``chaired by the mayor X``, ``with X in the chair``."""
    behind = text.startswith(" in the chair", party.end)
    return behind or _CHAIRED.search(text, told.sentence.start, party.start) is not None


def _faced(main: Draft, told: Draft) -> str | None:
    """The side of whoever acts in a telling, as whom he faces there has his own side: who briefs the host is a guest."""
    sides = {main.sides[own] for own in main.sides for r in told.recipients if alike(own, r)}
    return _other(sides.pop()) if len(sides) == 1 else None


def _is_at_home(text: str, told: Draft, party: Party) -> bool:
    """Whether the meeting is held in the house that a party has by its post: at the Chief Minister's House."""
    post = (party.post or "").lower()
    houses = _OWN_HOUSE.finditer(text, told.sentence.start, told.sentence.end) if post else ()
    owners = (house["owner"].lower() for house in houses)
    return any(post.startswith(owner) or post.endswith(f" {owner}") for owner in owners)


def _other(side: str | None) -> str | None:
    return {"guest": "host", "host": "guest"}.get(side or "")


def _complete(main: Draft) -> None:
    """Who faces a decided side is the other side; within actors that met each other, whoever is no guest is a host."""
    decided = set(main.sides.values()) - {"other"}
    if not decided:
        return
    acting = _common(main, main.actors)
    receiving = _common(main, main.recipients)
    for parties, own, facing in ((main.actors, acting, receiving), (main.recipients, receiving, acting)):
        beside = own if main.actors and main.recipients else None  # a delegation, led by the vice minister
        for party in parties:
            main.sides.setdefault(
                party, _other(facing) or beside or ("host" if "guest" in decided or not main.recipients else "guest")
            )


def _common(main: Draft, parties: Iterable[Party]) -> str | None:
    sides = {main.sides[p] for p in parties if p in main.sides} - {"other"}
    return sides.pop() if len(sides) == 1 else None


def home_country(mentions: Sequence[Mention]) -> str | None:
    """The country where a story is told: that of its first place."""
    return next((m.country_code for m in mentions if m.kind == "place" and m.country_code), None)
