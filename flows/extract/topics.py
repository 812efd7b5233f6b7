"""Topics in IPTC Media Topics."""

from flows.contract.records import Topic
from flows.extract.reading import Reading


def find_topics(reading: Reading) -> tuple[Topic, ...]:
    """The topics of a report."""
    return ()
