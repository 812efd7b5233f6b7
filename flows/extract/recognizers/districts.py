"""Officers of a town or district that only their country's own list has: SSP Kupwara Ghulam Wani is Ghulam Wani, SSP Kupwara."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from flows.contract.changed import changed
from flows.extract.recognizers.lexicon import lexicon
from flows.extract.recognizers.local_offices import is_local
from flows.extract.recognizers.people import Person
from flows.extract.recognizers.posts import Post
from flows.extract.recognizers.rules import Found
from flows.language.names import fold
from flows.language.towns import places_of

_LEAST: Final = 3  # words of a place and of who is named in full


def with_districts(found: Found, countries: Sequence[str]) -> Found:
    """The findings with the place that such a name begins with put to the post before it. ``countries`` are those the report is about."""
    moved: dict[int, Post] = {}
    persons = tuple(_settled(found, person, countries, moved) for person in found.persons)
    if not moved:
        return found
    return changed(found, persons=persons, posts=tuple(moved.get(post.start, post) for post in found.posts))


def _settled(found: Found, person: Person, countries: Sequence[str], moved: dict[int, Post]) -> Person:
    """The person without the place; ``moved`` learns the post that has it now."""
    text = found.left.text
    post = next((post for post in person.posts if post.end + 1 == person.start), None)
    if post is None or not post.is_bare or not is_local(found.entries[post.core_start]):
        return person
    place, *name = text[person.start : person.end].split()
    is_name = len(name) + 1 < _LEAST or lexicon().words.get(place) == "G"
    if is_name or not any(fold(place) in places_of(country) for country in countries):
        return person
    wider = replace(post, end=person.start + len(place))
    moved[post.start] = wider
    start = text.index(name[0], wider.end)
    return changed(person, start=start, posts=tuple(wider if own is post else own for own in person.posts))
