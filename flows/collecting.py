"""How often Python looks for garbage in cycles while reports are read."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Final

_LOCK: Final = Lock()
_usual: Final[list[tuple[int, int, int]]] = []  # the threshold of before, once for each who reads now


@contextmanager
def seldom_collected() -> Iterator[None]:
    """What reports say is kept and holds no cycles: looking for some a hundredth as often saves 5 % of the time, of which reports
    read abreast, alive for longer, cost half (2026-11). Never to look saves nothing more that can be measured.

    The threshold is the process's: of threads that read at once the first raises it, and the last sets it back.
    """
    with _LOCK:
        _usual.append(_usual[0] if _usual else gc.get_threshold())
        first, *others = _usual[0]
        gc.set_threshold(100 * first, *others)
    try:
        yield
    finally:
        with _LOCK:
            before = _usual.pop()
            if not _usual:
                gc.set_threshold(*before)
