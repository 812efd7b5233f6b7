"""A report's text as units: words, marks and listed phrases, each with the letter of its class (see lexicon)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from flows.extract.reading import Reading
from flows.extract.recognizers.lexicon import Entry, Lexicon

LOOKED_AT: Final = frozenset({"headline", "standfirst", "dateline", "body", "attendance"})
_TITLE_CASED: Final = frozenset({"headline", "standfirst"})
_TOKEN: Final = re.compile(
    r"(?:[A-Z]\.){2,}|[’'](?:s|S)?\b"
    r"|[^\W_]+(?:[-/&+]+[^\W_]+|[’'](?!(?:s|S|t|re|ll|ve|d)\b)[^\W_]+|\.(?:com|org|net|pk|tv)\b|\+)*"
    r"|[^\w\s]"
)
_SECTOR: Final = re.compile(r"[A-Z]-\d{1,2}(?:/\d{1,2})?")
_MARKS: Final = {
    "“": '"',
    "”": '"',
    "‘": '"',
    "—": "-",
    "–": "-",
    "―": "-",
    "[": "(",
    "]": ")",
    "&": "a",
    ":": ":",
    "’": "s",
    "'": "s",
}


@dataclass(slots=True)
class Units:
    """Units in order. ``codes[i]`` is the class of unit i, ``starts[i]``/``ends[i]`` its span of the reading's text."""

    text: str
    codes: str
    starts: list[int]
    ends: list[int]
    entries: dict[int, Entry]  # listed phrase that starts at an offset

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The characters of units ``first`` up to, not including, ``last``."""
        return self.starts[first], self.ends[last - 1]

    def words(self, first: int, last: int) -> str:
        """The text of these units."""
        return self.text[self.starts[first] : self.ends[last - 1]]

    def folded(self, spans: Sequence[tuple[int, int, str]]) -> "Units":
        """The same units with each (first, last, code) made one unit of that class. Spans are in order and apart."""
        codes: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        done = 0
        for first, last, code in spans:
            codes += (self.codes[done:first], code)
            starts += self.starts[done:first]
            ends += self.ends[done:first]
            starts.append(self.starts[first])
            ends.append(self.ends[last - 1])
            done = last
        codes.append(self.codes[done:])
        return Units(self.text, "".join(codes), starts + self.starts[done:], ends + self.ends[done:], self.entries)


def units(reading: Reading, lexicon: Lexicon) -> Units:
    """The units of the sections in which names count; a unit ``|`` stands between sentences."""
    text = reading.text
    listed = _listed(text, lexicon)
    codes: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for sentence in reading.sentences:
        if sentence.section not in LOOKED_AT:
            continue
        spans = [m.span() for m in _TOKEN.finditer(text, sentence.start, sentence.end)]
        shouted = text[sentence.start : sentence.end].isupper()
        titled = sentence.section in _TITLE_CASED and _is_titled(text, spans)
        fresh, until = True, sentence.start
        for start, end in spans:
            if start < until:
                continue
            hit = listed.get(start)
            if (
                hit
                and hit[0] <= sentence.end
                and not (fresh and hit[1].code in "WUMKLI" and text[start : hit[0]].lower() in lexicon.common)
            ):
                end, code = hit[0], hit[1].code
                until = end
            else:
                code = _code(text[start:end], lexicon, fresh, shouted, titled)
            codes.append(code if sentence.section != "dateline" or code in "PQ" else "x")
            starts.append(start)
            ends.append(end)
            fresh = (fresh and code in '"(-)*•') or code in '":'
        codes.append("|")
        starts.append(sentence.end)
        ends.append(sentence.end)
    return Units(text, "".join(codes), starts, ends, {s: e for s, (_, e) in listed.items()})


def _listed(text: str, lexicon: Lexicon) -> dict[int, tuple[int, Entry]]:
    """Start → (end, entry) of the listed phrases that are spelt as they must be."""
    found: dict[int, tuple[int, Entry]] = {}
    for start, end, phrase in lexicon.phrases.find(text):
        entry = lexicon.entries[phrase]
        printed = text[start:end]
        if entry.exact is not None and entry.exact != printed:
            continue
        if printed[0].islower() and not (
            entry.code in "RT" and printed.islower() and (" " in printed or len(printed) > 3)
        ):
            continue
        if text[end : end + 1] == "." and entry.code in "HR" and len(printed) < 6:
            end += 1
        found[start] = (end, entry)
    return found


def _is_titled(text: str, spans: list[tuple[int, int]]) -> bool:
    words = [text[s] for s, e in spans if e - s > 3 and text[s].isalpha()]
    return len(words) > 3 and sum(w.isupper() for w in words) > 0.75 * len(words)


def _code(word: str, lexicon: Lexicon, fresh: bool, shouted: bool, titled: bool) -> str:
    first = word[0]
    if not first.isalnum():
        return _MARKS.get(first, first) if len(word) == 1 else "s" if first in "’'" else "A"
    if first.isdigit():
        return "d"
    if first.islower():
        return (
            lexicon.words.get(word, "x") if not word[-1].isdigit() else "C" if any(c.isupper() for c in word) else "x"
        )
    if shouted:
        word = word.capitalize()
    return _capital(word, lexicon, fresh, titled or shouted)


def _capital(word: str, lexicon: Lexicon, fresh: bool, titled: bool) -> str:
    lower = word.lower()
    if len(word) == 1:
        return "i" if lower not in "ai" or not fresh else "x"
    if lexicon.words.get(word) == "D":
        return "D"
    if lower in lexicon.common or lower in lexicon.words:
        function = lexicon.words.get(lower, "x")
        if function == "W":
            return "x" if titled else "W"
        return function if fresh or (titled and function != "b") else "W" if function in "xqeklv" else function
    if word in lexicon.words:
        return lexicon.words[word]
    if word in lexicon.no_names:
        return "x"
    if "-" in word and all(part.lower() in lexicon.common for part in word.split("-")):
        return "x" if fresh else "W"
    if _SECTOR.fullmatch(word):
        return "Z"
    return "A" if word.isupper() and len(word) < 8 else "C"
