"""Many phrases found in one pass (Aho-Corasick), on word boundaries."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

import ahocorasick_rs

_WORD: Final = re.compile(r"\w")


class Phrases:
    """Finds any of many phrases. Leftmost, longest; upper and lower case are one unless ``exact_case``."""

    def __init__(self, phrases: Iterable[str], *, exact_case: bool = False) -> None:
        self._fold = not exact_case
        self.phrases = tuple(dict.fromkeys(p.lower() if self._fold else p for p in phrases if p))
        self._automaton = ahocorasick_rs.AhoCorasick(
            self.phrases, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest, store_patterns=False
        )

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """(start, end, phrase as listed) of each hit that begins and ends at a word's edge."""
        haystack = text.lower() if self._fold else text
        if len(haystack) != len(text):  # some letters grow when lowered ('İ'): offsets would slip
            haystack = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
        for index, start, end in self._automaton.find_matches_as_indexes(haystack):
            if not (start and _WORD.match(text[start - 1]) and _WORD.match(text[start])) and not (
                end < len(text) and _WORD.match(text[end]) and _WORD.match(text[end - 1])
            ):
                yield start, end, self.phrases[index]
