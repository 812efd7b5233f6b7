"""Stretches of a text: units that name one thing, and characters that are taken by what is found already."""

from collections.abc import Iterable
from typing import NamedTuple, Protocol


class Body(NamedTuple):
    """Units ``first`` to ``last`` name one thing of class ``code`` (O, P, J, or x: a law, which is none), as ``rule`` says."""

    first: int
    last: int
    code: str
    rule: str


class Span(Protocol):
    """Whatever has a first character and an end."""

    @property
    def start(self) -> int:
        """The first character."""

    @property
    def end(self) -> int:
        """The offset after the last character."""


class Spans:
    """Stretches that can be asked whether another meets them. ``findings`` are added in one go; each has a start and an end."""

    def __init__(self, *findings: Iterable[Span]) -> None:
        self._chars: set[int] = set()
        for found in findings:
            for one in found:
                self._chars.update(range(one.start, one.end))

    def __contains__(self, at: int) -> bool:
        """Whether a character is taken."""
        return at in self._chars

    def hold(self, start: int, end: int) -> bool:
        """Whether every character is taken."""
        return self._chars.issuperset(range(start, end))

    def meet(self, start: int, end: int) -> bool:
        """Whether any character is taken."""
        return not self._chars.isdisjoint(range(start, end))
