"""Many phrases found in one pass (Aho-Corasick), on word boundaries."""

from collections.abc import Iterable
from typing import Final

import ahocorasick_rs

_FEW: Final = 4_000  # phrases of which a full automaton takes little memory; it is twice as fast


class Phrases:
    """Finds any of many phrases. Leftmost, longest; upper and lower case are one unless ``exact_case``."""

    def __init__(self, phrases: Iterable[str], *, exact_case: bool = False) -> None:
        self._fold = not exact_case
        self.phrases = tuple(dict.fromkeys(p.lower() if self._fold else p for p in phrases if p))
        few = len(self.phrases) < _FEW
        self._automaton = ahocorasick_rs.AhoCorasick(
            self.phrases, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest, store_patterns=False,
            implementation=ahocorasick_rs.Implementation.DFA if few else None,
        )  # fmt: skip

    def find(self, text: str) -> list[tuple[int, int, str]]:
        """(start, end, phrase as listed) of each hit that begins and ends at a word's edge."""
        haystack = text.lower() if self._fold else text
        if len(haystack) != len(text):  # some letters grow when lowered ('İ'): offsets would slip
            haystack = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
        hits: list[tuple[int, int, str]] = []
        begin = 0
        for line in haystack.split("\n"):  # no phrase runs over a line's end: to look again is to read one line again
            self._find(hits, line, begin)
            begin += len(line) + 1
        return hits

    def _find(self, hits: list[tuple[int, int, str]], text: str, begin: int) -> None:
        """Adds the hits in a text that stands at ``begin``. One broken off inside a word (police command|er) hides none it ran over."""
        for index, start, end in self._automaton.find_matches_as_indexes(text):
            opens = not (start and text[start - 1].isalnum() and text[start].isalnum())
            if opens and not (text[end : end + 1].isalnum() and text[end - 1].isalnum()):
                hits.append((begin + start, begin + end, self.phrases[index]))
            elif " " in text[start:end]:
                cut = text.rfind(" ", start, end) if opens else text.find(" ", start, end)
                if opens:
                    self._find(hits, text[start:cut], begin + start)
                self._find(hits, text[cut + 1 :], begin + cut + 1)
                return
