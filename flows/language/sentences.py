"""Sentence spans of press English: full stops behind titles, initials and abbreviations do not end one, nor do hard wraps."""

import re
from collections.abc import Iterator
from typing import Final

_STOP: Final = re.compile(  # begins with its marks, so that the search leaps from mark to mark
    r"[.!?…\n](?:(?<!\n)[.!?…]*[\"'”’)\]]*(?=\s|[A-Z“\"‘])|(?<=\n)(?:\s*\n|(?=\S)))"
)
_NO_STOP: Final = re.compile(
    r"(?:\b(?:Dr|Mr|Mrs|Ms|Prof|Engr|Capt|Col|Maj|Gen|Lt|Brig|Cdr|Cmdr|Adm|Sgt|Cpl|Insp|Hon|Rev|Fr|Sr|Jr|St|Ch|Md|Mst|Brgy|Bgy|Kg|Jln|Sta|Sto|Addl|Asst|Dy"
    r"|Gov|Sen|Rep|No|Nos|Rs|Govt|Dept|Co|Ltd|Inc|Corp|vs|etc|approx|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec"
    r"|Mon|Tue|Tues|Wed|Thu|Thurs|Fri|Sat|Sun|Fig|Vol|Art|Sec|Ave|Blvd|Rd)|\b[A-Z]|\b[ap]\.m|\b(?:[A-Z]\.)+[A-Z]|\b[ie]\.[eg])\.$"
)
_GOES_ON: Final = re.compile(r"\s+[a-z]")  # a sentence does not begin in lower case
_WRAPPED: Final = re.compile(r"[^\s.!?:;…\"”]\n[a-z]")  # a line broken by width, mid-sentence
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
    return mark == "." and _NO_STOP.search(text, max(first, stop.start() - 12), stop.start() + 1) is not None


def _is_wrap(text: str, at: int) -> bool:
    """Whether a line ends at ``at`` for want of width: it is long enough, no sentence ends, and its block holds more such lines."""
    begin = text.rfind("\n", 0, at) + 1
    return at - begin in _WRAP and not _is_closed(text, begin, at) and _is_wrapped(text, at)


def _is_closed(text: str, begin: int, at: int) -> bool:
    """Whether the line that ends at ``at`` ends with a sentence, and not with the stop of a title: Capt."""
    if text[at - 1] not in _CLOSED:
        return False
    return text[at - 1] != "." or _NO_STOP.search(text, max(begin, at - 12), at) is None


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
