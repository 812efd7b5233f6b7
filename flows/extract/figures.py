"""Figures: amounts normalised by unit."""

from flows.contract.records import Event, Figure
from flows.extract.reading import Reading


def find_figures(reading: Reading, events: tuple[Event, ...]) -> tuple[Figure, ...]:
    """The figures of a report, joined to its events."""
    return ()
