"""Statements: who said what."""

from flows.contract.records import Mention, Statement
from flows.extract.reading import Reading


def find_statements(reading: Reading, mentions: tuple[Mention, ...]) -> tuple[Statement, ...]:
    """The attributed speech of a report."""
    return ()
