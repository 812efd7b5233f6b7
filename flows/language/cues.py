"""Words that tell by their meaning whether, when, where and by whom something was done (``seeds/cue_words.csv``), by the part they play."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Final

from flows.language.seeds import rows

_SEED: Final = "cue_words"


def cue_words(part: str) -> frozenset[str]:
    """The words or phrases, in small letters, that play a part. Raises KeyError for a part that no row has."""
    return _parts()[part]


def any_of(words: Iterable[str]) -> str:
    """A regular expression of which each word or phrase is one way to match, longer ones first."""
    return "(?:" + "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word)))) + ")"


@cache
def firm_cues(kind: str) -> frozenset[str]:
    """The words and phrases that tell firms in one way (``seeds/firm_cues.csv``)."""
    return frozenset(row["word"] for row in rows("firm_cues") if row["kind"] == kind)


@cache
def _parts() -> dict[str, frozenset[str]]:
    return {row["part"]: frozenset(_listed(row["words"])) for row in rows(_SEED)}


def _listed(words: str) -> Sequence[str]:
    """What a row lists: by semicolons where phrases are among it, by spaces where none are."""
    return words.split(";") if ";" in words else words.split()
