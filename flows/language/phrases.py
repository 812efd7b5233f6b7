"""Many phrases found in one pass (Aho-Corasick), on word boundaries."""

from collections.abc import Iterable, Iterator

import ahocorasick_rs


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
        length = len(text)
        for index, start, end in self._automaton.find_matches_as_indexes(haystack):
            if start and text[start - 1].isalnum() and text[start].isalnum():
                continue
            if end == length or not (text[end].isalnum() and text[end - 1].isalnum()):
                yield start, end, self.phrases[index]
