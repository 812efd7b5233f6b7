"""A report's text as units: words, marks and listed phrases, each with the letter of its class (see lexicon)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from flows.extract.reading import Reading, Sentence
from flows.extract.recognizers.lexicon import Entry, Lexicon, lexicon
from flows.extract.recognizers.words import word_code

LOOKED_AT: Final = frozenset({"headline", "standfirst", "dateline", "body", "attendance"})
_TITLE_CASED: Final = frozenset({"headline", "standfirst"})
_TOKEN: Final = re.compile(
    r"(?:[A-Z]\.){2,}|[’'](?:s|S)?\b"
    r"|[^\W_]+(?:[-/&+]+[^\W_]+|[’'](?!(?:s|S|t|re|ll|ve|d)\b)[^\W_]+|\.(?:com|org|net|pk|tv)\b|\+)*"
    r"|[^\w\s]"
)
_NUMBERED: Final = re.compile(r"-(?:\d{1,3}[A-Z]?|[IVX]+)\b")
_RETIRED: Final = re.compile(r",?\s*(?:\((?:[Rr]etd?|[Rr]td|RETD|R|r)\.?\)|®)")  # Capt (retd), Justice (R), Captain ®
_AT: Final = re.compile(r"\b(?:at|in|inside|visited|reached)\s+(?:the\s+)?$")
_FIRST_NAME: Final = re.compile(
    r"(?:(?<=[RTH])|(?<=\([RT]\)))[WT](?=[GC])|(?<=[RTH]G)L(?=[e,])"
)  # Sir Mark, Sgt Tom Hill
_LAST_NAME: Final = re.compile(r"(?<=[RTH]G)W(?=[e,])")  # Chief Anna Stock said
_NEXT_WORD: Final = re.compile(r"\s*(\w+)")
_RUN_BY_SOMEONE: Final = re.compile(r"initiatives?|projects?|program(?:me)?s?|schemes?|app(?:lication)?s?")


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
        if not spans:
            return self
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


def units(reading: Reading) -> Units:
    """The units of the sections in which names count; a unit ``|`` stands between sentences."""
    text = reading.text
    listed = _listed(text, lexicon())
    found = Units(text, "", [], [], {start: entry for start, (_, entry) in listed.items()})
    codes: list[str] = []
    for sentence in reading.sentences:
        if sentence.section in LOOKED_AT:
            for start, end in _around_agency(reading, sentence):
                _read(text, start, end, sentence.section, listed, found, codes)
    found.codes = "".join(codes)
    known = lexicon().words
    found.codes = _FIRST_NAME.sub(lambda m: "G" if known.get(found.words(*m.span())) == "G" else m.group(), found.codes)
    found.codes = _LAST_NAME.sub("G", found.codes)
    return found


def _around_agency(reading: Reading, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """The stretches of a sentence; a dateline's without the agency, whose name may hold a country's."""
    agency = reading.report.dateline_agency if sentence.section == "dateline" else None
    at = sentence.start
    while agency and (hit := reading.text.find(agency, at, sentence.end)) >= 0:
        yield at, hit
        at = hit + len(agency)
    yield at, sentence.end


def _read(
    text: str, start: int, end: int, section: str, listed: dict[int, tuple[int, Entry]], found: Units, codes: list[str]
) -> None:
    """Adds the units of one sentence, and the mark of its end."""
    spans = [m.span() for m in _TOKEN.finditer(text, start, end)]
    shouted = text[start:end].isupper()
    titled = shouted or (section in _TITLE_CASED and _is_titled(text, spans))
    common = lexicon().common
    fresh, until = True, start
    for first, last in spans:
        if first < until:
            continue
        hit = listed.get(first)
        if (
            hit
            and (hit[0] == last or any(hit[0] == e for _, e in spans) or _NUMBERED.match(text, hit[0]))
            and not (
                fresh
                and hit[1].code in "WUMKLIY"
                and text[first : hit[0]].lower() in common
                and not _leads_on(text, hit)
            )
        ):
            last, code = max(hit[0], last), hit[1].code
            until = last
        else:
            is_handle = text[first - 1 : first] == "@"  # the name of an account
            code = "x" if is_handle else word_code(text[first:last], fresh, titled, shouted)
        codes.append(code if section != "dateline" or code in "PQ" else "x")
        found.starts.append(first)
        found.ends.append(last)
        fresh = (fresh and code in '"(-)*•') or code in '":'
    codes.append("|")
    found.starts.append(end)
    found.ends.append(end)


def _listed(text: str, lists: Lexicon) -> dict[int, tuple[int, Entry]]:
    """Start → (end, entry) of the listed phrases that are spelt as they must be."""
    found: dict[int, tuple[int, Entry]] = {}
    for start, end, phrase in lists.phrases.find(text):
        entry = lists.entries[phrase]
        printed = text[start:end]
        if not entry.allows(printed):
            continue
        if entry.small and printed[0].islower() and printed != entry.form:
            entry = entry.small
        elif entry.rival and _is_rival(text, start, end, entry.rival):
            entry = entry.rival
        if text[end : end + 1] == "." and entry.code in "HR" and len(printed) < 6 and not printed.isupper():
            end += 1
        if entry.code in "HRT" and (mark := _RETIRED.match(text, end)):
            end = mark.end()
        found[start] = (end, entry)
    return found


def _leads_on(text: str, hit: tuple[int, Entry]) -> bool:
    """A common word that opens a sentence is part of a name where another capital follows: Home Minister, Police Lines."""
    return hit[1].code != "M" and text[hit[0] : hit[0] + 1] == " " and text[hit[0] + 1 : hit[0] + 2].isupper()


def _is_rival(text: str, start: int, end: int, rival: Entry) -> bool:
    """Safe City before 'initiatives' is one; CPO behind 'at' is the office, not its officer."""
    if rival.code == "O":
        return _AT.search(text, max(0, start - 12), start) is not None
    word = _NEXT_WORD.match(text, end)
    return word is not None and _RUN_BY_SOMEONE.fullmatch(word.group(1).lower()) is not None


def _is_titled(text: str, spans: list[tuple[int, int]]) -> bool:
    words = [text[s] for s, e in spans if e - s > 3 and text[s].isalpha()]
    return len(words) > 3 and sum(w.isupper() for w in words) > 0.75 * len(words)
