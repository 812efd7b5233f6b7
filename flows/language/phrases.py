"""Many phrases found in one pass (Aho-Corasick), on word boundaries."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

import ahocorasick_rs

from flows.language.steps import ABREAST

_FEW: Final = 4_000  # phrases of which a full automaton takes little memory; it is twice as fast


class Phrases:
    """Finds any of many phrases. Leftmost, longest; upper and lower case are one."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self.phrases = tuple(dict.fromkeys(p.lower() for p in phrases if p))
        few = len(self.phrases) < _FEW
        self._automaton = ahocorasick_rs.AhoCorasick(
            self.phrases, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest, store_patterns=False,
            implementation=ahocorasick_rs.Implementation.DFA if few else None,
        )  # fmt: skip

    def find(self, text: str) -> list[tuple[int, int, str]]:
        """(start, end, phrase as listed) of each hit that begins and ends at a word's edge."""
        hits: list[tuple[int, int, str]] = []
        self._find(hits, lowered(text), 0)
        return hits

    def _find(self, hits: list[tuple[int, int, str]], text: str, begin: int) -> None:
        """Adds the hits in a text that stands at ``begin``. One broken off inside a word (police command|er) hides none it ran over."""
        phrases, size, until = self.phrases, len(text), 0
        for index, start, end in self._automaton.find_matches_as_indexes(text):
            if start < until:
                continue
            opens = not start or not text[start - 1].isalnum() or not text[start].isalnum()
            if opens and (end == size or not text[end].isalnum() or not text[end - 1].isalnum()):
                hits.append((begin + start, begin + end, phrases[index]))
            elif " " in phrases[index]:
                cut = text.rfind(" ", start, end) if opens else text.find(" ", start, end)
                if opens:
                    self._find(hits, text[start:cut], begin + start)
                until = text.find(
                    "\n", cut
                )  # no phrase runs over a line's end: what is read again is the rest of one line
                until = until if until >= 0 else len(text)
                self._find(hits, text[cut + 1 : until], begin + cut + 1)


@lru_cache(maxsize=8 * ABREAST)  # a text is searched for one list after another, and parts of it for some
def lowered(text: str) -> str:
    """The text in lower case, character for character."""
    low = text.lower()
    if len(low) != len(text):  # some letters grow when lowered ('İ'): offsets would slip
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return low
