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
        yield from self._within(haystack, 0, len(haystack))

    def _within(self, text: str, begin: int, until: int) -> Iterator[tuple[int, int, str]]:
        """The hits between two offsets. A hit broken off inside a word (police command|er) hides none of the words it ran over."""
        for index, first, last in self._automaton.find_matches_as_indexes(text[begin:until]):
            start, end = begin + first, begin + last
            opens, closes = not _inside_word(text, start), not _inside_word(text, end)
            if opens and closes:
                yield start, end, self.phrases[index]
            elif " " in text[start:end]:
                cut = text.rfind(" ", start, end) if opens else text.find(" ", start, end)
                if opens:
                    yield from self._within(text, start, cut)
                yield from self._within(text, cut + 1, until)
                return


def _inside_word(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()
