"""A pure function of a word as a table: a look-up a word, which a call of a cached function costs several times over."""

from collections.abc import Callable
from typing import Final, TypeVar

Value = TypeVar("Value")
_MOST: Final = 1 << 16  # words; press English has fewer in use at a time


class Remembered(dict[str, Value]):
    """Word → value, worked out when a word is first asked for with ``[]``. Forgets all where there are too many."""

    def __init__(self, of: Callable[[str], Value], most: int = _MOST) -> None:
        super().__init__()
        self._of = of
        self._most = most

    def __missing__(self, word: str) -> Value:
        """The value of a word that is asked for the first time."""
        if len(self) >= self._most:
            self.clear()
        value = self[word] = self._of(word)
        return value
