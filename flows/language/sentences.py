"""Sentence spans of press English: full stops behind titles, initials and abbreviations do not end one, nor do hard wraps."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from flows.language.seeds import rows

_STOP: Final = re.compile(  # begins with its marks, so that the search leaps from mark to mark
    r"[.!?…\n](?:(?<!\n)[.!?…]*[\"'”’)\]]*(?=\s|[A-Z“\"‘])|(?<=\n)(?:\s*\n|(?=\S)))"
)
_SHORTENED: Final = (
    "Ms Ma Insp Jr Md Brgy Bgy Kg Jln Sta Sto Dy St Ch Gov No Nos Rs Govt Dept Co Ltd Inc Corp vs etc approx Jan Feb Mar Apr Jun Jul Aug"
    " Rt Ing Er Tech Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thurs Fri Sat Sun Fig Vol Art Sec Ave Blvd Rd"
)
INITIALS: Final = (
    "Bh Dz Gh Kh Mu Sh Th Ts Ya Ye Yu Zh"  # of names written in other letters: Kh. Bolormaa, Ts. Bat-Erdene
)
_CUT: Final = re.compile(r"\b([^\W\d_]+[a-zß-ž])\.")  # a word cut short: both of Maj. Gen. and of mł. insp.
_LAST_WORD: Final = re.compile(r"(?:\b([^\W\d_]+[a-zß-ž])|\b[A-Z]|\b[ap]\.m|\b[ie]\.[eg])\.$")
_GOES_ON: Final = re.compile(r"\s+[a-z]")  # a sentence does not begin in lower case
_WRAPPED: Final = re.compile(r"\n(?<=[^\s.!?:;…\"”]\n)[a-z]")  # a line broken by width, mid-sentence
_CLOSED: Final = frozenset('.!?:;…"”’)]')
_WRAP: Final = range(40, 121)  # characters in a line that was broken by width


def sentences(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Spans of the sentences of ``text[start:end]``, outer white space off."""
    end = len(text) if end is None else end
    first = start
    for stop in _STOP.finditer(text, start, end):
        if _is_inner(text, first, stop):
            continue
        yield from _trim(text, first, stop.end())
        first = stop.end()
    yield from _trim(text, first, end)


def _is_inner(text: str, first: int, stop: re.Match[str]) -> bool:
    """Whether a stop or an end of line stands inside a sentence."""
    mark = stop.group()[0]
    if mark == "\n":
        return stop.end() - stop.start() == 1 and _is_wrap(text, stop.start())
    if _GOES_ON.match(text, stop.end()):
        return text[stop.end()] != "\n" or _is_wrapped(text, stop.end())
    return mark == "." and _is_cut(text, max(first, stop.start() - 12), stop.start() + 1)


def _is_wrap(text: str, at: int) -> bool:
    """Whether a line ends at ``at`` for want of width: it is long enough, no sentence ends, and its block holds more such lines."""
    begin = text.rfind("\n", 0, at) + 1
    return at - begin in _WRAP and not _is_closed(text, begin, at) and _is_wrapped(text, at)


def _is_closed(text: str, begin: int, at: int) -> bool:
    """Whether the line that ends at ``at`` ends with a sentence, and not with the stop of a title: Capt."""
    if text[at - 1] not in _CLOSED:
        return False
    return text[at - 1] != "." or not _is_cut(text, max(begin, at - 12), at)


def _is_wrapped(text: str, at: int) -> bool:
    begin, end = text.rfind("\n\n", 0, at) + 1, text.find("\n\n", at)
    return _WRAPPED.search(text, begin, end if end >= 0 else len(text)) is not None


def _trim(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end


def _is_cut(text: str, start: int, end: int) -> bool:
    """Whether the stop before ``end`` belongs to an initial or a word cut short; nothing before ``start`` is looked at."""
    word = _LAST_WORD.search(text, start, end)
    return word is not None and (word[1] is None or word[1] in _cut_words())


@cache
def _cut_words() -> frozenset[str]:
    """Words that are printed with a stop, of which the seed lists have those before names (Supt., Dott.)."""
    titles = {word for name in ("honorifics", "ranks") for row in rows(name) for word in _CUT.findall(row["form"])}
    words = {row["word"] for row in rows("common_words")}
    common = words | {word.capitalize() for word in words}
    return frozenset((titles - common) | set(f"{_SHORTENED} {INITIALS}".split()))
