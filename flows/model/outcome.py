"""What a build's steps came to, whether dbt ran them or DuckDB alone."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many models were made and tests run, what failed, what is warned of, and the seconds of each step."""

    models: int = 0
    tests: int = 0
    failures: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    seconds: dict[str, float] = field(default_factory=dict, compare=False)

    @property
    def success(self) -> bool:
        """Whether nothing failed."""
        return not self.failures
