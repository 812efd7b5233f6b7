"""How much of a passage is new: the measure by which a report is seen to turn to something else."""

import re
from typing import Final

_WORD: Final = re.compile(r"[A-Za-z][a-z'’-]{3,}|[A-Z]{2,}")
_PLAIN: Final = re.compile(r"(?<![\w'’-])[a-z][a-z'’-]{3,}")
_ENDING: Final = re.compile(r"(?:'s|’s|ing|ed|es|s)$")
_COMMON_WORDS: Final = """
    that this with from have been were their which they said also other after would will about into during over under them there
    these those than when while where being more most such only very some here against between through including meanwhile
    separately another development incident police officer official told according source
"""
_COMMON: Final = frozenset(_COMMON_WORDS.split())
_FEWEST_WORDS: Final = 2  # content words without which nothing is said of a passage


def novelty(passage: str, told: str) -> float:
    """Share of a passage's content words, names aside, that the text before it does not hold, 0 to 1."""
    words = {_ENDING.sub("", word) for word in _PLAIN.findall(passage)} - _COMMON
    return len(words - _stems(told)) / len(words) if len(words) >= _FEWEST_WORDS else 0.0


def taken_up(line: str, told: str) -> float:
    """Share of a headline's content words, names with them, that a text holds, 0 to 1."""
    words = {word for word in _stems(line) if len(word) > 2} - _COMMON
    return len(words & _stems(told)) / len(words) if len(words) >= _FEWEST_WORDS else 0.0


def _stems(passage: str) -> set[str]:
    """The words without their commonest endings, so that `meeting` and `meetings` are one."""
    return {_ENDING.sub("", word.lower()) for word in _WORD.findall(passage)}
