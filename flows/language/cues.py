"""Words that tell by their meaning whether, when, where and by whom something was done (``seeds/cue_words.csv``), by the part they play."""

from functools import cache
from typing import Final

from flows.language.seeds import rows

_SEED: Final = "cue_words"


def cue_words(part: str) -> frozenset[str]:
    """The words, in small letters, that play a part. Raises KeyError for a part that no row has."""
    return _parts()[part]


@cache
def _parts() -> dict[str, frozenset[str]]:
    return {row["part"]: frozenset(row["words"].split()) for row in rows(_SEED)}
