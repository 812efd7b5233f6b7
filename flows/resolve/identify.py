"""Facts of one report in, the same facts with entity ids and occupancies out. Text is not read, other reports are not looked at.

Ids come from the report alone (kind, name key, what tells homonyms apart), so a batch never changes because of another.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from flows.contract.changed import changed
from flows.contract.fixed import fixed
from flows.contract.records import Event, EventParticipant, Facts, Mention, Occupancy, Statement, make_id
from flows.resolve.bodies import body_id, body_key, find_body, local_name
from flows.resolve.conditions import Row, split_of
from flows.resolve.offices import is_office, likely_jurisdiction, province_of
from flows.resolve.people import Person, fullest, group_people, primary
from flows.resolve.places import Place, find_place, jurisdiction_at
from flows.resolve.post_words import is_police
from flows.resolve.posts import Post, placed, read_post, read_posts, seat

_SENT: Final = frozenset({"Ambassador", "High Commissioner", "Consul General"})  # of a country, whatever stands before
_OWNER: Final = len("'s ")  # between a place and the post that is its
_NUMBERED: Final = re.compile(r"\d|\b(?:[IVX]+|[A-Z])\b")


@fixed()
class Identities:
    """What the mentions of a report stand for, by ordinal."""

    entities: Mapping[int, str]
    places: Mapping[int, Place]
    persons: Mapping[int, Person]
    posts: Mapping[int, Post]
    also: Mapping[int, Post]  # the second of two posts printed as one
    names: Mapping[int, str]  # of bodies and initiatives that are the report's province's


def identify(facts: Facts, overrides: Sequence[Row] | None = None) -> Facts:
    """The facts with ids on mentions, participants, statements and events, and with the occupancies that the report shows.

    ``overrides`` stand in for the reviewed list, of which splits by day, place or report are made here.
    """
    found = _identities(facts, overrides)
    return changed(
        facts,
        mentions=tuple(_mention(m, found) for m in facts.mentions),
        events=tuple(_event(e, found) for e in facts.events),
        event_participants=tuple(_participant(p, facts, found) for p in facts.event_participants),
        statements=tuple(_statement(s, facts, found) for s in facts.statements),
        occupancies=tuple(_occupancies(facts, found)),
    )


def _identities(facts: Facts, overrides: Sequence[Row] | None) -> Identities:
    mentions = dict(enumerate(facts.mentions))
    places = _places(facts)
    home = _home(facts, places)
    posts = {o: _read(m, home) for o, m in mentions.items() if m.post or m.kind == "post"}
    force = _force(facts, posts, home)
    posts |= {o: _read(mentions[o], home, force) for o, post in posts.items() if force and _lacks_force(post)}
    names = _local_names(facts)
    posts = {o: _of_province(post, facts) for o, post in posts.items()} | dict(_owned(facts, posts, places))
    read = {o: _read_all(mentions[o], home) for o in posts}
    posts |= {o: two[0] for o, two in read.items() if len(two) > 1}
    also = {o: two[1] for o, two in read.items() if len(two) > 1}
    persons = _persons(facts, posts, also, overrides)
    entities = {o: p.entity_id for o, p in places.items()}
    for person in dict.fromkeys(persons.values()):
        entities |= dict.fromkeys(person.ordinals, person.entity_id(facts.report.report_id))
    for ordinal, mention in mentions.items():
        if ordinal not in entities:
            entities[ordinal] = _other_id(mention, names.get(ordinal, mention.name), posts.get(ordinal), home)
    return Identities(entities, places, persons, posts, also, names)


def _local_names(facts: Facts) -> dict[int, str]:
    """The names of bodies and initiatives that the report's province has, as others have theirs, by ordinal."""
    province = province_of(facts.report)
    bodies = [(o, m) for o, m in enumerate(facts.mentions) if m.kind in ("organization", "initiative")]
    named = ((o, local_name(m.kind, m.name, m.text, province)) for o, m in bodies if province)
    return {o: name for o, name in named if name}


def _of_province(post: Post, facts: Facts) -> Post:
    """A post in a body that each province has one of, in that of the report's province where it names none."""
    province = province_of(facts.report) if post.organization and not post.jurisdiction else None
    is_local = province and local_name("organization", post.organization or "", post.organization or "", province)
    return placed(post, province) if is_local and province else post


def _owned(facts: Facts, posts: Mapping[int, Post], places: Mapping[int, Place]) -> Iterator[tuple[int, Post]]:
    """Posts of the province that stands before them as whose they are, and so of who holds them: Punjab's Minister for Health."""
    seats = {facts.mentions[o].char_end: place.name for o, place in places.items() if place.kind == "province"}
    for ordinal, post in posts.items():
        mention = facts.mentions[ordinal]
        seat = seats.get(mention.char_start - _OWNER) if mention.kind == "post" else None
        if seat and not (post.jurisdiction or post.organization or post.title in _SENT):
            yield ordinal, placed(post, seat)
            if mention.holder_ordinal is not None and posts.get(mention.holder_ordinal) == post:
                yield mention.holder_ordinal, placed(post, seat)


def _places(facts: Facts) -> dict[int, Place]:
    """Places by ordinal: settled by the dateline's country first, then by the countries and provinces named beside them."""
    named = [(o, m) for o, m in enumerate(facts.mentions) if m.kind == "place"]
    dateline = find_place(facts.report.dateline_place or "")
    sure = [p for _, m in named if (p := find_place(m.name)) and p.kind in ("country", "province")]
    countries = dict.fromkeys(p.country for p in (dateline, *sure) if p)
    provinces = {p.province for p in (dateline, *sure) if p and p.province}
    found = ((o, find_place(m.name, filter(None, (m.country_code, *countries)), provinces)) for o, m in named)
    return {o: place for o, place in found if place}


def _home(facts: Facts, places: Mapping[int, Place]) -> str | None:
    """The country the report is from: its dateline's, else the first place's."""
    dateline = find_place(facts.report.dateline_place or "")
    return dateline.country if dateline else next((p.country for p in places.values()), None)


def _read(mention: Mention, home: str | None, force: str | None = None) -> Post:
    country = mention.country_code or home
    return read_post(mention.post or mention.name, force or _canonical(mention.organization), country, home)


def _read_all(mention: Mention, home: str | None) -> tuple[Post, ...]:
    country = mention.country_code or home
    return read_posts(mention.post or mention.name, _canonical(mention.organization), country, home)


def _force(facts: Facts, posts: Mapping[int, Post], home: str | None) -> str | None:
    """The police of the one province that the report's police bodies and posts are of; None where they are of several."""
    named = {seat(m.name, home) for m in facts.mentions if m.kind == "organization"}
    held = {post.jurisdiction for post in posts.values() if is_police(post.title)}
    provinces = {s for s in named | held if s and jurisdiction_at(s, home, is_wide=True)}
    return f"{provinces.pop()} Police" if len(provinces) == 1 else None


def _lacks_force(post: Post) -> bool:
    """Whether a police post names neither place nor body, but is one of a kind in its force: DIG Headquarters, the IG."""
    return (
        is_police(post.title)
        and not (post.jurisdiction or post.organization)
        and bool(post.function or post.title == "IG")
    )


def _canonical(organization: str | None) -> str | None:
    body = find_body("organization", organization) if organization else None
    return body.name if body else organization


def _persons(
    facts: Facts, posts: Mapping[int, Post], also: Mapping[int, Post], overrides: Sequence[Row] | None
) -> dict[int, Person]:
    """The person that each person mention stands for, with the posts of all mentions of that person."""
    persons: dict[int, Person] = {}
    mentions = dict(enumerate(facts.mentions))
    for ordinals in group_people((o, m) for o, m in mentions.items() if m.kind == "person"):
        own = [mentions[o] for o in ordinals]
        own_posts = [o for o in posts if o in ordinals or mentions[o].holder_ordinal in ordinals]
        held = [read[o] for read in (posts, also) for o in own_posts if o in read]
        person = Person(
            name=fullest(m.name for m in own),
            ordinals=tuple(ordinals),
            posts=primary(held),
            organization=_canonical(next((m.organization for m in own if m.organization), None)),
            country=next((m.country_code for m in own if m.country_code), None),
        )
        bodies = filter(None, (_canonical(m.organization) for m in own))
        split = split_of(person.name, person.posts, bodies, person.country, facts.report, overrides)
        persons |= dict.fromkeys(ordinals, changed(person, split=split))
    return persons


def _other_id(mention: Mention, name: str, post: Post | None, home: str | None) -> str:
    if mention.kind == "post":
        return make_id("post", (post.name if post else "") or name, mention.country_code or home)
    if mention.kind == "place":
        return make_id("place", _place_key(name), mention.country_code or home)
    return body_id(mention.kind, name, mention.country_code)


def _place_key(name: str) -> str:
    """What spellings of an unlisted place share: Jinnah Convention Center, Minar-e-Pakistan; a number tells one from another (Phase II)."""
    return name.casefold() if _NUMBERED.search(name) else body_key(name)


def _mention(mention: Mention, found: Identities) -> Mention:
    place, person = found.places.get(mention.ordinal), found.persons.get(mention.ordinal)
    holder = found.entities.get(mention.holder_ordinal) if mention.holder_ordinal is not None else None
    return changed(
        mention,
        name=person.name if person else found.names.get(mention.ordinal, mention.name),
        entity_id=found.entities[mention.ordinal],
        holder_entity_id=holder,
        country_code=mention.country_code or (place.country if place else None),
    )


def _holder(ordinal: int | None, facts: Facts, found: Identities) -> str | None:
    """The entity that a mention stands for as a party: a post's holder where the report names one, else the mention's own."""
    if ordinal is None or ordinal >= len(facts.mentions):
        return None
    held_by = facts.mentions[ordinal].holder_ordinal
    return found.entities.get(ordinal if held_by is None else held_by)


def _event(event: Event, found: Identities) -> Event:
    place = None if event.place_ordinal is None else found.entities.get(event.place_ordinal)
    return changed(event, place_entity_id=place) if place else event


def _participant(participant: EventParticipant, facts: Facts, found: Identities) -> EventParticipant:
    holder = _holder(participant.mention_ordinal, facts, found)
    return changed(participant, entity_id=holder) if holder else participant


def _statement(statement: Statement, facts: Facts, found: Identities) -> Statement:
    holder = _holder(statement.speaker_ordinal, facts, found)
    return changed(statement, speaker_entity_id=holder) if holder else statement


def _occupancies(facts: Facts, found: Identities) -> Iterator[Occupancy]:
    """A row for each post that the report gives a person, where it is first printed."""
    report = facts.report
    for person in dict.fromkeys(found.persons.values()):
        for post in person.posts:
            mention = _evidence(post, person, facts, found)
            body = post.body or (None if post.is_of_no_body else person.organization)
            yield Occupancy(
                report_id=report.report_id,
                person_entity_id=person.entity_id(report.report_id),
                post_name=post.name,
                rank=post.title if post.is_rank else None,
                organization=body,
                organization_entity_id=body_id("organization", body, None) if body else None,
                jurisdiction=post.jurisdiction,
                likely_jurisdiction=likely_jurisdiction(post, report, person.country),
                is_office=is_office(post),
                observed_on=report.dateline_on or report.published_on,
                status=post.status,
                char_start=mention.char_start,
                char_end=mention.char_end,
            )


def _evidence(post: Post, person: Person, facts: Facts, found: Identities) -> Mention:
    """The first mention that prints the post: the post's own where there is one."""
    of_person = [o for o in found.posts if post in (found.posts[o], found.also.get(o)) and _is_of(o, person, facts)]
    own = [o for o in of_person if facts.mentions[o].kind == "post"] or of_person or list(person.ordinals)
    return facts.mentions[own[0]]


def _is_of(ordinal: int, person: Person, facts: Facts) -> bool:
    return ordinal in person.ordinals or facts.mentions[ordinal].holder_ordinal in person.ordinals
