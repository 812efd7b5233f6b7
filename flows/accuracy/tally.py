"""How many were found, how many there are, how many were claimed, and the shares that follow."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tally:
    """How many were found, how many there are, how many were claimed."""

    hits: int = 0
    gold: int = 0
    claimed: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        """Both together."""
        return Tally(self.hits + other.hits, self.gold + other.gold, self.claimed + other.claimed)

    @property
    def precision(self) -> float:
        """Share of the claimed that is right."""
        return self.hits / self.claimed if self.claimed else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold that was found."""
        return self.hits / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of both."""
        return 2 * self.hits / (self.gold + self.claimed) if self.gold + self.claimed else 0.0
