"""Time expressions of a report, resolved against its dateline or publication date."""

from flows.contract.records import Time
from flows.extract.reading import Reading


def find_times(reading: Reading) -> tuple[Time, ...]:
    """The times of a report's sections, in order of the text."""
    return ()
