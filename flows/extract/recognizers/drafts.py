"""Rows in the making: what the recognizers found as drafts of mentions, filled in from the rest of the report."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from typing import Final

from msgspec import Struct

from flows.extract.recognizers import describe
from flows.extract.recognizers.branches import BODY_OF_A_COUNTRY, is_common
from flows.extract.recognizers.holders import Seat
from flows.extract.recognizers.homonyms import country_of_name
from flows.extract.recognizers.lexicon import Entry, company_forms, lexicon
from flows.extract.recognizers.occupations import occupations
from flows.extract.recognizers.people import Person
from flows.extract.recognizers.posts import Post
from flows.extract.recognizers.rules import Found, Named
from flows.extract.recognizers.spans import Spans
from flows.extract.recognizers.standing import standing
from flows.extract.recognizers.within import speakers
from flows.language.outlets import country_of_outlet

_OWNED: Final = re.compile(r"[A-Z][\w .-]{2,30}(?P<mark>[’']s?\s+(?:[A-Z]\w+\s+)?)$")
_GENITIVE: Final = re.compile("['’]")  # without one before it nobody is told to own what stands there
_OF: Final = re.compile(r" of (?:the )?")
_ALIKE: Final = 0.75  # of names that are one in two spellings
_OWN: Final = 3  # of an outlet's own country's places each counts for so many
_GOES_ON: Final = re.compile(r" [A-Z]")


class Draft(Struct, kw_only=True):
    """A mention before it has an ordinal. ``holder`` is the draft of the person who holds a post."""

    kind: str
    start: int
    end: int
    rule: str
    name: str
    honorific: str | None = None
    rank: str | None = None
    post: str | None = None
    occupation: str | None = None
    organization: str | None = None
    country_code: str | None = None
    holder: "Draft | None" = None


def person_drafts(text: str, found: Found, persons: Sequence[Person], taken: Sequence[Seat]) -> list[Draft]:
    """A draft a person mention; what one mention leaves open is filled from the person's other mentions and posts."""
    heads = speakers(text, persons)
    drafts = [_person(text, found, person) for person in persons]
    for draft, noun in zip(drafts, standing(text, persons, found.entries, occupations(text, persons)), strict=True):
        draft.occupation = noun
    whole = {head: Draft(kind="person", start=0, end=0, rule="", name=drafts[head].name) for head in set(heads)}
    for draft, head in zip(drafts, heads, strict=True):
        _add(whole[head], draft)
    for seat in taken:
        if seat.holder is not None and not seat.post.is_bare and describe.is_whole(text, seat.post, found.entries):
            known = whole[heads[seat.holder]]
            known.post = known.post or describe.squeezed(text[seat.post.start : seat.post.end])
    for draft, head in zip(drafts, heads, strict=True):
        _fill(draft, whole[head], found.home)
    return drafts


def post_draft(text: str, found: Found, seat: Seat, holder: Draft | None) -> Draft:
    """The draft of a post mention. A post without a name of its own has the body and country of its holder."""
    post = seat.post
    inside = _inside(found, post.start, post.end)
    body = _body(found, inside, (post,))
    printed = describe.squeezed(text[post.start : post.end])
    return Draft(
        kind="post", start=post.start, end=post.end, rule="post of a named person" if holder else "post without a name",
        name=printed, rank=describe.rank_of(text, post, found.entries), post=printed, holder=holder,
        organization=body or (holder.organization if holder else None),
        country_code=describe.country_of(inside) or (holder.country_code if holder else None),
    )  # fmt: skip


def named_draft(text: str, found: Found, name: Named, told: Mapping[str, str]) -> Draft:
    """The draft of an organization, place or initiative, under its canonical name where a list or the report gives it.

    ``told`` are the countries that the report tells of its places (see homonyms).
    """
    printed = describe.squeezed(text[name.start : name.end])
    spelt_out = found.aliases.get(printed)
    if spelt_out and (whole := _without_form(spelt_out)):
        spelt_out = whole.row["name"]  # Apple in a report of Apple Inc.
    entry = _meant(printed, spelt_out) or _without_form(printed)
    if entry and entry.local and not spelt_out and name.start not in found.entries:
        entry = None
    listed = (_named_in_full(found, entry) or lexicon().at_home(entry, found.home)) if entry else None
    known = listed.row if listed and listed.code in "OPJQ" else {}
    country = name.country or country_of_name(found, name, known, found.home, told)
    owner = (
        _owning(found, name.start, country)
        if country and entry and entry.code == "O" and is_common(printed, known)
        else None
    )
    full = spelt_out or (None if owner else known.get("name")) or printed
    people = found.entries.get(name.start) if name.rule == BODY_OF_A_COUNTRY else None
    if people and people.code == "N":
        country = people.row["country_code"]
        behind = lexicon().entry(printed.removeprefix(people.form).strip())
        if behind and behind.row.get("country_code") == country:
            full = behind.row["name"]  # the French National Assembly is the one that a list has for France
    return Draft(
        kind=name.kind, start=name.start, end=name.end, rule=name.rule, name=full, country_code=owner or country
    )


def _meant(printed: str, spelt_out: str | None) -> Entry | None:
    """The listed body that is printed, by the long form that the report gives it, if it gives one: PSM need not be that of another land."""
    entry = lexicon().entry(printed)
    if spelt_out is None or (listed := lexicon().entry(spelt_out)) is None:
        is_another = spelt_out and entry and not _are_alike(entry.row.get("name", ""), spelt_out)
        return None if is_another else entry
    return listed


def _without_form(printed: str) -> Entry | None:
    """The listed firm that is printed with its legal form: Zorvan Electronics Co."""
    words = printed.split()
    while len(words) > 1 and words[-1].rstrip(".") in company_forms():
        words[-1] = words[-1].rstrip(".")
        if (entry := lexicon().entry(" ".join(words))) or (entry := lexicon().entry(" ".join(words[:-1]).rstrip(","))):
            return entry if entry.row.get("subtype") == "company" else None
        words.pop()
    return None


def _are_alike(name: str, other: str) -> bool:
    return SequenceMatcher(None, name, other).ratio() > _ALIKE


def _owning(found: Found, start: int, country: str) -> str | None:
    """The other country whose body goes by the name at ``start``: Brazil's Supreme Court; or in a report of another that names no other."""
    owners = [entry.row["country_code"] for entry in _owner(found, start)]
    if not owners:
        named = {e.row.get("country_code") for e in found.entries.values() if e.code in "PQN"}
        owners = [found.home] if found.home and country not in named else []
    return next((owner for owner in owners if owner and owner != country), None)


def _person(text: str, found: Found, person: Person) -> Draft:
    inside = [e for p in person.posts for e in _inside(found, p.start, p.end)]
    return Draft(
        kind="person", start=person.start, end=person.end, rule=person.rule, name=describe.squeezed(text[person.start : person.end]),
        honorific=person.honorific,
        rank=describe.best_rank(text, person, found.entries) or describe.rank_abroad(text, person, found.entries, found.home),
        post=describe.whole_post(text, person, found.entries), organization=_body(found, inside, person.posts),
        country_code=describe.country_of(inside) or (_country_behind(text, found, person.end) if person.posts else None),
    )  # fmt: skip


def _country_behind(text: str, found: Found, end: int) -> str | None:
    """The country that a holder of a post is said to be of: Deputy Prime Minister Bat Erdene of Mongolia."""
    match = _OF.match(text, end)
    entry = found.entries.get(match.end()) if match else None
    is_alone = entry and not _GOES_ON.match(text, (match.end() if match else 0) + len(entry.form))
    return entry.row["country_code"] if entry and is_alone and entry.row.get("kind") == "country" else None


def _add(known: Draft, draft: Draft) -> None:
    """What a further mention tells of a person; the longest post wins."""
    known.rank = known.rank or draft.rank
    known.post = draft.post if len(draft.post or "") > len(known.post or "") else known.post
    known.organization = known.organization or draft.organization
    known.country_code = known.country_code or draft.country_code


def _fill(draft: Draft, known: Draft, home: str | None) -> None:
    draft.name = known.name
    draft.rank = draft.rank or known.rank
    draft.post = draft.post or known.post
    draft.organization = draft.organization or known.organization
    draft.country_code = draft.country_code or known.country_code or home


def _inside(found: Found, start: int, end: int) -> list[Entry]:
    """The listed phrases between two offsets, and the country that owns what stands there (Japan's police chief)."""
    inside = [
        _of_its_country(found, at, entry)
        for at in range(start, end)
        if (entry := found.entries.get(at)) and not _is_part(found, at, entry)
    ]
    return [*inside, *_owner(found, start)]


def _of_its_country(found: Found, at: int, entry: Entry) -> Entry:
    """A listed phrase; a body whose name many countries have is that of the country told: Senate Speaker X in a report from Nairobi."""
    listed = _named_in_full(found, entry) or lexicon().at_home(entry, found.home)
    country = listed.row.get("country_code")
    if entry.code != "O" or not country or not is_common(entry.form, listed.row):
        return listed
    owner = _owning(found, at, country)
    return replace(listed, row={**listed.row, "name": entry.form, "country_code": owner}) if owner else listed


def _named_in_full(found: Found, entry: Entry) -> Entry | None:
    """Of bodies that go by one short form the one that the report names in full: BNP in a report of the Bangladesh Nationalist Party."""
    bodies = lexicon().homonyms.get(entry.form, ()) if entry.code == "O" else ()
    others = (body for body in bodies if body.row["name"] != entry.form)
    return next((body for body in others if body.row["name"] in found.left.text), None)


def _is_part(found: Found, at: int, entry: Entry) -> bool:
    """A listed body that begins or ends the name of another: Metropolitan Police in Dhaka Metropolitan Police."""
    last = at + len(entry.form)
    return entry.code == "O" and any(
        n.kind == "organization" and n.start <= at and last <= n.end and (n.start, n.end) != (at, last)
        for n in found.named
    )


def _owner(found: Found, start: int) -> Iterator[Entry]:
    text, begin = found.left.text, max(0, start - 40)
    if _GENITIVE.search(text, begin, start) and (owned := _OWNED.search(text, begin, start)):
        for at in range(owned.start(), owned.end()):
            entry = found.entries.get(at)
            if (
                entry
                and entry.code in "PQ"
                and text.startswith(entry.form, at)
                and at + len(entry.form) == owned.start("mark")
            ):
                yield entry


def _body(found: Found, inside: Sequence[Entry], posts: Sequence[Post]) -> str | None:
    """The body that posts name: a listed one, else one that the words in or beside them tell."""
    listed = next((entry.row["name"] for entry in inside if entry.code == "O"), None)
    told = found.bodies or {}
    return listed or next((told[post.core_start] for post in posts if post.core_start in told), None)


def home_of(found: Found, dateline_place: str | None, outlet: str | None = None) -> str | None:
    """The country of the dateline's place; else that which most of the report's listed places lie in, or its outlet's.

    The latter where it has more than a third as many: of an agency's own country less is said in news of what its leaders did elsewhere.
    """
    place = lexicon().entry(dateline_place.split("/")[0]) if dateline_place else None
    if place and place.code in "PQ" and place.row["country_code"]:
        return place.row["country_code"]
    people = Spans(found.persons)  # Gare is a town of France, and Karabo Gare a man
    votes = (e for at, e in found.entries.items() if e.code in "PQ" and e.row["country_code"] and at not in people)
    codes = Counter(entry.row["country_code"] for entry in votes)
    likeliest, most = codes.most_common(1)[0] if codes else (None, 0)
    own = country_of_outlet(outlet)
    return own if own and _OWN * codes[own] > most else likeliest
