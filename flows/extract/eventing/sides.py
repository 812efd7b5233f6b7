"""Host and guest: by the verb, by who is a delegation or an envoy, by whose post or name points to another country."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from flows.contract.records import Mention
from flows.extract.clauses.cast import Party
from flows.extract.eventing.drafts import Draft
from flows.extract.eventing.nations import nation

_GUESTS: Final = re.compile(
    r"\b(?:delegat\w+|participants|visitors|visiting|guests?|envoy|ambassador|consul|high commissioner|representatives|emissary)\b",
    re.I,
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


def decide_sides(main: Draft, parts: Sequence[Draft], home: str | None, text: str) -> None:
    """Sets the sides of actors and recipients of an engagement in ``text``; leaves them open where nothing tells."""
    for told in (main, *parts):
        for party in told.participants:
            if party.start < told.sentence.end and _chairs(text, told, party):
                main.sides.update({own: "host" for own in main.participants if alike(own, party)})
        acting = _by_verb(told, text)
        for party, side in (*((a, acting) for a in told.actors), *((r, _other(acting)) for r in told.recipients)):
            for own in main.participants:
                if side and alike(own, party):
                    main.sides.setdefault(own, side)
    for party in main.participants:
        guest = _GUESTS.search(f"{party.name if party.kind != 'person' else ''} {party.post or ''}") or is_foreign(
            party, home
        )
        if guest:
            main.sides.setdefault(party, "guest")
    for told in (main, *parts):
        if "other" in told.trigger.meeting:
            for own in main.participants:
                if any(alike(own, actor) for actor in told.actors):
                    main.sides.setdefault(own, "other")
    _complete(main)


def is_foreign(party: Party, home: str | None) -> bool:
    """Whether a party's post or own name points to a country that is not ``home``."""
    code = nation(f"{party.post or ''} {party.name if party.kind != 'person' and party.name else ''}")
    return code is not None and home is not None and code != home


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


def _other(side: str | None) -> str | None:
    return {"guest": "host", "host": "guest"}.get(side or "")


def _complete(main: Draft) -> None:
    """Who faces a decided side is the other side; within actors that met each other, whoever is no guest is a host."""
    decided = set(main.sides.values()) - {"other"}
    if not decided:
        return
    acting = _common(main, main.actors)
    receiving = _common(main, main.recipients)
    for parties, facing in ((main.actors, receiving), (main.recipients, acting)):
        for party in parties:
            main.sides.setdefault(
                party, _other(facing) or ("host" if "guest" in decided or not main.recipients else "guest")
            )


def _common(main: Draft, parties: Iterable[Party]) -> str | None:
    sides = {main.sides[p] for p in parties if p in main.sides} - {"other"}
    return sides.pop() if len(sides) == 1 else None


def home_country(mentions: Sequence[Mention]) -> str | None:
    """The country where a story is told: that of its first place."""
    return next((m.country_code for m in mentions if m.kind == "place" and m.country_code), None)
