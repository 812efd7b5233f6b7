"""Sentence spans of press English: full stops behind titles, initials and abbreviations do not end one."""

import re
from collections.abc import Iterator
from typing import Final

_STOP: Final = re.compile(r"[.!?…]+[\"'”’)\]]*(?=\s|[A-Z“\"‘])|\n\s*\n|\n(?=\S)")
_NO_STOP: Final = re.compile(
    r"(?:\b(?:Dr|Mr|Mrs|Ms|Prof|Engr|Capt|Col|Maj|Gen|Lt|Brig|Cdr|Cmdr|Adm|Sgt|Cpl|Insp|Hon|Rev|Fr|Sr|Jr|St|Ch|Md|Mst|Addl|Asst|Dy"
    r"|Gov|Sen|Rep|No|Nos|Rs|Govt|Dept|Co|Ltd|Inc|Corp|vs|etc|approx|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec"
    r"|Mon|Tue|Tues|Wed|Thu|Thurs|Fri|Sat|Sun|Fig|Vol|Art|Sec|Ave|Blvd|Rd)|\b[A-Z]|\b[ap]\.m|\b(?:[A-Z]\.)+[A-Z]|\b[ie]\.[eg])\.$"
)


def sentences(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Spans of the sentences of ``text[start:end]``, outer white space off."""
    end = len(text) if end is None else end
    first = start
    for stop in _STOP.finditer(text, start, end):
        if stop.group()[0] == "." and _NO_STOP.search(text, max(first, stop.start() - 12), stop.start() + 1):
            continue
        yield from _trim(text, first, stop.end())
        first = stop.end()
    yield from _trim(text, first, end)


def _trim(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end
