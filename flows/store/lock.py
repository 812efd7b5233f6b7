"""One writer at a time. The lock is the kernel's (flock): it falls with the process that holds it, however that ends."""

import fcntl
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from flows.store.compaction import finish_compactions
from flows.store.files import Damaged, StoreError, advised, clear_leftovers, explained
from flows.store.layout import lock_file
from flows.store.mending import mend

_POLL_SECONDS: Final = 0.1


class WarehouseBusy(StoreError):  # noqa: N818 - a state of the warehouse, not a fault
    """Another run holds the warehouse."""


@contextmanager
def locked(warehouse: Path, *, wait_seconds: float = 0) -> Iterator[None]:
    """Holds the warehouse for writing, made if need be, and clears what killed runs left half-written.

    Where a file turns out to be damaged, it is removed, so that the next run makes it anew. Raises WarehouseBusy where another
    process still holds the warehouse after ``wait_seconds``, StoreError where it cannot be written.
    """
    path = lock_file(warehouse)
    with explained(warehouse):
        warehouse.mkdir(parents=True, exist_ok=True)
        file = path.open("a+", encoding="utf-8")
    with file:
        _acquire(file.fileno(), path, time.monotonic() + wait_seconds)
        clear_leftovers(warehouse)
        finish_compactions(warehouse)
        try:
            yield
        except Damaged as damaged:
            mend(warehouse, damaged.path)
            raise
        except OSError as error:  # not of this package's own writing: dbt's, the briefing's
            if told := advised(warehouse, error):
                raise told from error
            raise


def _acquire(descriptor: int, path: Path, deadline: float) -> None:
    while True:
        try:
            return fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= deadline:
                raise WarehouseBusy(
                    f"{path.parent} is being written by another run: wait until it ends, and run again."
                ) from None
            time.sleep(_POLL_SECONDS)
