"""What linking reads whole, to know that it is as it was written: read before, by a thread beside, and told from memory then."""

from pathlib import Path

from flows.store import memos, seals
from flows.store.layout import sums_file


def read_ahead(warehouse: Path) -> None:
    """Tells the checksums of the tables and of what linking remembers; to be called within ``told_once``."""
    seals.read_ahead(warehouse)
    memos.read_ahead(sums_file(warehouse))
