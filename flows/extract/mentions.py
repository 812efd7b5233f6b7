"""Mentions of persons, organizations, places, initiatives and posts."""

from flows.contract.records import Mention
from flows.extract.reading import Reading


def find_mentions(reading: Reading, recognizers: tuple[str, ...]) -> tuple[Mention, ...]:
    """The mentions of a report, in order of the text; ordinals count them."""
    return ()
