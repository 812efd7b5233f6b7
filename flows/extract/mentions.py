"""Mentions of persons, organizations, places, initiatives and posts: what the recognizers found, as one list of rows."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from flows.contract.records import Mention
from flows.extract.reading import Reading
from flows.extract.recognizers import describe
from flows.extract.recognizers.holders import Seat, seats
from flows.extract.recognizers.lexicon import Entry, lexicon
from flows.extract.recognizers.merge import merged
from flows.extract.recognizers.model import tag
from flows.extract.recognizers.people import Person
from flows.extract.recognizers.posts import Post
from flows.extract.recognizers.rules import Found, Named, apply_rules
from flows.extract.recognizers.units import units
from flows.extract.recognizers.within import later_mentions, speakers


def find_mentions(reading: Reading, recognizers: tuple[str, ...] = (), *, model: bool = True) -> tuple[Mention, ...]:
    """The mentions of a report, in order of the text; ordinals count them. Offsets count in the reading's text.

    ``recognizers`` names plug-ins beside the rules and the model; without ``model`` and plug-ins the rules stand alone.
    """
    seen = units(reading)
    found = apply_rules(seen)
    if model:
        found = merged(found, tag(seen, found), "model")
    persons = sorted((*found.persons, *later_mentions(found)), key=lambda p: p.start)
    taken = seats(reading.text, found, persons)
    people = _people(reading, found, persons, taken)
    posts = [(_post(reading, found, s.post, None if s.holder is None else people[s.holder]), s.holder) for s in taken]
    named = [_named(reading, found, name) for name in found.named]
    return _numbered(reading, [(row, None) for row in (*people, *named)] + posts, people)


def _people(reading: Reading, found: Found, persons: Sequence[Person], taken: Sequence[Seat]) -> list[Mention]:
    """A row a person mention; what one mention leaves open is filled from the person's other mentions and posts."""
    heads = speakers(reading.text, persons)
    own = [_person(reading, found, person) for person in persons]
    home = _home(found)
    whole: dict[int, Mention] = {}
    for row, head in zip(own, heads, strict=True):
        whole[head] = _fuller(whole.get(head, replace(row, country_code=None)), row)
    for seat in taken:
        if seat.holder is not None and not seat.post.is_bare:
            head = heads[seat.holder]
            whole[head] = replace(whole[head], post=whole[head].post or _post(reading, found, seat.post, None).post)
    return [_filled(row, own[head].text, whole[head], home) for row, head in zip(own, heads, strict=True)]


def _filled(row: Mention, name: str, whole: Mention, home: str | None) -> Mention:
    return replace(
        row,
        name=describe.squeezed(name),
        rank=row.rank or whole.rank,
        post=row.post or whole.post,
        organization=row.organization or whole.organization,
        country_code=row.country_code or whole.country_code or home,
    )


def _person(reading: Reading, found: Found, person: Person) -> Mention:
    text, entries = reading.text, found.entries
    inside = [e for p in person.posts for e in _inside(found, p.start, p.end)]
    body = next((e.row["name"] for e in inside if e.code == "O"), None)
    return _row(
        reading, "person", person.start, person.end, person.rule,
        honorific=person.honorific, rank=describe.best_rank(text, person, entries),
        post=describe.whole_post(text, person, entries), organization=body, country_code=describe.country_of(inside),
    )  # fmt: skip


def _fuller(known: Mention, row: Mention) -> Mention:
    """What is known of a person, with what another mention adds; the longest post and name win."""
    longer = row.post if len(row.post or "") > len(known.post or "") else known.post
    return replace(
        known,
        rank=known.rank or row.rank,
        post=longer,
        organization=known.organization or row.organization,
        country_code=known.country_code or row.country_code,
    )


def _named(reading: Reading, found: Found, name: Named) -> Mention:
    text = describe.squeezed(reading.text[name.start : name.end])
    entry = lexicon().entries.get(text.lower())
    known = entry.row if entry and entry.code in "OPJQ" else {}
    full = found.aliases.get(text) or known.get("name") or text
    return _row(
        reading, name.kind, name.start, name.end, name.rule, name=full, country_code=known.get("country_code") or None
    )


def _post(reading: Reading, found: Found, post: Post, holder: Mention | None) -> Mention:
    inside = _inside(found, post.start, post.end)
    printed = describe.squeezed(reading.text[post.start : post.end])
    body = next((e.row["name"] for e in inside if e.code == "O"), None)
    rule = "post of a named person" if holder else "post without a name"
    return _row(
        reading, "post", post.start, post.end, rule, rank=describe.rank_of(reading.text, post), post=printed,
        organization=body or (holder.organization if holder else None),
        country_code=describe.country_of(inside) or (holder.country_code if holder else None),
    )  # fmt: skip


def _inside(found: Found, start: int, end: int) -> list[Entry]:
    return [entry for at, entry in found.entries.items() if start <= at < end]


def _home(found: Found) -> str | None:
    """The country that most of the report's listed places lie in."""
    codes = Counter(e.row["country_code"] for e in found.entries.values() if e.code in "PQ" and e.row["country_code"])
    return codes.most_common(1)[0][0] if codes else None


def _row(reading: Reading, kind: str, start: int, end: int, rule: str, **values: Any) -> Mention:
    text = reading.text[start:end]
    values.setdefault("name", describe.squeezed(text))
    return Mention(
        report_id=reading.report.report_id,
        ordinal=-1,
        kind=kind,
        char_start=start,
        char_end=end,
        text=text,
        recognizer=rule if rule == "model" else f"rules: {rule}",
        **values,
    )


def _numbered(
    reading: Reading, rows: list[tuple[Mention, int | None]], people: Sequence[Mention]
) -> tuple[Mention, ...]:
    """The rows in order of the text with their ordinals and stories; posts point to their holder's ordinal."""
    ordered = sorted(rows, key=lambda r: (r[0].char_start, -r[0].char_end, r[0].kind))
    ordinals = {(row.char_start, row.char_end): i for i, (row, _) in enumerate(ordered) if row.kind == "person"}
    return tuple(
        replace(
            row,
            ordinal=i,
            story_ordinal=_story(reading, row.char_start),
            holder_ordinal=None if holder is None else ordinals[people[holder].char_start, people[holder].char_end],
        )
        for i, (row, holder) in enumerate(ordered)
    )


def _story(reading: Reading, position: int) -> int | None:
    section = reading.section_at(position)
    return section.story_ordinal if section else None
