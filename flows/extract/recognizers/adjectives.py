"""Ranks and titles that tell of the noun behind them: the US general public, Pakistani private schools, the head office; and tribes."""

import re
from bisect import bisect_left
from typing import Final

from flows.extract.recognizers.lexicon import lexicon
from flows.language.cues import cue_words

_NEXT: Final = re.compile(r" (?P<word>[a-z-]+)\b")
_TRIBE: Final = re.compile(r" (?:sub-?)?(?:tribe|clan)(?:s|smen|sman|speople|al)?\b")
_TRIBES: Final = re.compile(r"[CGQ](?:(?:,[CGQ])*,?a[CGQ])?$")
_LONGEST: Final = 12  # units of a list of tribes
_PLAIN: Final = frozenset("W")


def is_adjective(printed: str, text: str, end: int) -> bool:
    """Whether a rank in small letters that ends here tells of what stands behind it: no verb, small word or name follows."""
    if printed == "head":
        behind = _NEXT.match(text, end)
        return behind is not None and behind["word"] in cue_words("behind head")
    if printed not in cue_words("ranks that are adjectives"):
        return False
    behind = _NEXT.match(text, end)
    if behind is None or behind["word"].endswith("ed") or behind["word"] in cue_words("behind a holder"):
        return False
    return lexicon().words.get(behind["word"], "W") in _PLAIN


def with_tribes(codes: str, text: str, starts: list[int], ends: list[int]) -> str:
    """The classes with names of tribes as those of peoples, who are no persons: the Mehsud and Wazir tribes, Rind tribesmen."""
    for match in _TRIBE.finditer(text):
        at = bisect_left(ends, match.start())
        tribes = _TRIBES.search(codes, max(0, at - _LONGEST), at + 1)
        if tribes and ends[at] == match.start():
            named = re.sub("[CGQ]", "N", tribes.group())
            codes = f"{codes[: tribes.start()]}{named}{codes[at + 1 :]}"
    return codes
