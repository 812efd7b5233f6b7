"""Mentions of persons, organizations, places, initiatives and posts: what the recognizers found, as one list of rows."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final, NamedTuple

from flows.contract.changed import changed
from flows.contract.records import Mention, UnknownTerm
from flows.extract.reading import Reading
from flows.extract.recognizers.dateline_town import with_dateline_town
from flows.extract.recognizers.drafts import Draft, home_of, named_draft, person_drafts, post_draft
from flows.extract.recognizers.firms import with_firms
from flows.extract.recognizers.holders import seats
from flows.extract.recognizers.homonyms import told_countries
from flows.extract.recognizers.located import with_located
from flows.extract.recognizers.merge import merged
from flows.extract.recognizers.model import tag
from flows.extract.recognizers.nouns import without_ships
from flows.extract.recognizers.plugins import recognizer
from flows.extract.recognizers.post_bodies import bodies_of_posts
from flows.extract.recognizers.recurrence import with_recurrences
from flows.extract.recognizers.rules import Found, apply_rules
from flows.extract.recognizers.told_things import without_things
from flows.extract.recognizers.town_clubs import with_town_clubs
from flows.extract.recognizers.towns import with_towns
from flows.extract.recognizers.units import Units, units
from flows.extract.recognizers.unlisted import with_unlisted
from flows.extract.recognizers.within import later_mentions
from flows.extract.unknown import find_unknown_terms
from flows.language.names import fold
from flows.language.steps import Steps, finished

_STEP: Final = "mentions"  # as benchmarks call it


class Names(NamedTuple):
    """The mentions of a report, in order of the text; ordinals count them. And the words from which the seed lists can grow."""

    mentions: tuple[Mention, ...]
    unknown_terms: tuple[UnknownTerm, ...]


def find_mentions(reading: Reading, recognizers: tuple[str, ...] = (), *, model: bool = True) -> tuple[Mention, ...]:
    """The mentions alone (see read_names)."""
    return read_names(reading, recognizers, model=model).mentions


def read_names(reading: Reading, recognizers: tuple[str, ...] = (), *, model: bool = True) -> Names:
    """Who and what a report names. Offsets count in the reading's text.

    ``recognizers`` names plug-ins beside the rules and the model (see plugins); without ``model`` and plug-ins the rules stand alone.
    """
    return finished(naming(reading, recognizers, model=model))


def naming(reading: Reading, recognizers: tuple[str, ...] = (), *, model: bool = True) -> Steps[Names]:
    """The same step by step: units, rules, what else finds names, and the rows."""
    yield _STEP
    seen = without_ships(units(reading))
    yield _STEP
    found = with_unlisted(with_towns(apply_rules(seen), reading.report.dateline_place))
    if model or recognizers:
        yield _STEP
        found = _with_others(reading, seen, found, recognizers, model)
    yield _STEP
    return _names(reading, with_dateline_town(reading, with_firms(with_located(found))))


def _with_others(reading: Reading, seen: Units, found: Found, recognizers: tuple[str, ...], model: bool) -> Found:
    """What the rules found with what the model and the plug-ins find."""
    if model:
        found = merged(found, without_things(seen, found, tag(seen, found)), "model")
    for name in recognizers:
        found = merged(found, recognizer(name)(reading.text), name)
    return found


def _names(reading: Reading, found: Found) -> Names:
    """The rows of what was found, and what it shows of the report itself."""
    found = with_town_clubs(with_recurrences(changed(found, persons=(*found.persons, *later_mentions(found)))))
    told = told_countries(found)
    place = reading.report.dateline_place
    found = changed(found, home=told.get(fold(place or "")) or home_of(found, place, reading.report.outlet))
    found = changed(found, bodies=bodies_of_posts(found))
    taken = seats(reading.text, found, found.persons)
    people = person_drafts(reading.text, found, found.persons, taken)
    posts = [
        post_draft(reading.text, found, seat, None if seat.holder is None else people[seat.holder]) for seat in taken
    ]
    named = [named_draft(reading.text, found, name, told) for name in found.named]
    rows = _rows(reading, sorted((*people, *named, *posts), key=lambda d: (d.start, -d.end, d.kind)))
    return Names(rows, find_unknown_terms(found.left, rows, reading.report.report_id))


def _rows(reading: Reading, drafts: Sequence[Draft]) -> tuple[Mention, ...]:
    """The rows in order with their ordinals and stories; posts point to their holder's ordinal."""
    ordinals = {id(draft): i for i, draft in enumerate(drafts)}
    sections = sorted(reading.sections, key=lambda s: s.char_start)
    ends = [section.char_end for section in sections]
    stories = [*(section.story_ordinal for section in sections), None]
    return tuple(
        Mention(
            report_id=reading.report.report_id,
            ordinal=i,
            kind=draft.kind,
            char_start=draft.start,
            char_end=draft.end,
            text=reading.text[draft.start : draft.end],
            name=draft.name,
            honorific=draft.honorific,
            rank=draft.rank,
            post=draft.post,
            occupation=draft.occupation,
            holder_ordinal=ordinals[id(draft.holder)] if draft.holder else None,
            organization=draft.organization,
            country_code=draft.country_code,
            story_ordinal=stories[bisect_right(ends, draft.start)],
            recognizer=draft.rule,
        )
        for i, draft in enumerate(drafts)
    )
