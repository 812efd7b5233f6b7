"""The words of figures (seeds/figure_units.csv) as tables and as patterns."""

import re
from functools import cache
from typing import Final, NamedTuple

from flows.extract.clauses.descriptions import noun_kinds
from flows.language.seeds import rows

_PEOPLE: Final = frozenset({"person", "people"})


class Measure(NamedTuple):
    """What an amount is told in, and of: ``PKR``, ``rupees``; ``factor`` makes it one of ``unit``."""

    unit: str
    what: str
    factor: float


@cache
def words(*kinds: str) -> dict[str, Measure]:
    """Word in small letters → what it measures, of the rows of these kinds."""
    found = (row for row in rows("figure_units") if row["kind"] in kinds)
    return {row["word"].lower(): Measure(row["unit"], row["what"], float(row["factor"])) for row in found}


@cache
def persons() -> str:
    """The nouns for persons as a pattern: those of figures, and who can act (seeds/party_nouns.csv)."""
    acting = (noun for noun, kind in noun_kinds().items() if kind in _PEOPLE)
    return _pattern({*words("person"), *acting})


@cache
def alternatives(*kinds: str) -> str:
    """The words of these kinds as a pattern."""
    return _pattern(words(*kinds))


def _pattern(found: dict[str, Measure] | set[str]) -> str:
    """Longest first, those of one first letter together: what cannot begin here is not tried word by word."""
    rests: dict[str, list[str]] = {}
    for word in sorted(found, key=lambda w: (-len(w), w)):
        rests.setdefault(re.escape(word[0]), []).append(re.escape(word[1:]))
    return "|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in rests.items())
