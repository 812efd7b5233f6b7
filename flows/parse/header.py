"""What a file puts before the report itself: ` date 2025-11-21 ` or a block of `Key: value` lines."""

import re
from functools import cache
from typing import Final, NamedTuple

from flows.language.seeds import rows
from flows.parse.segments import Segment, split

_DATE: Final = re.compile(
    r"\s*(?:date[ \t]+((?:19|20)\d\d-\d\d(?:-\d\d)?)(?!\d)"
    r"|((?:19|20)\d\d-\d\d-\d\d)(?:[T ]\d\d:\d\d(?::\d\d)?)?(?=[ \t]+[^\W\d]))[ \t]*",
    re.IGNORECASE,
)
_PAIR: Final = re.compile(r"([A-Za-z][A-Za-z -]{1,18})[ \t]*:[ \t]*(.*)", re.DOTALL)


class Header(NamedTuple):
    """Labelled segments of a header, the rest of the report, and what the header says of date and outlet."""

    labelled: list[Segment]
    rest: list[Segment]
    date: str | None = None
    outlet: str | None = None


def header(text: str, segments: list[Segment]) -> Header:
    """The header that a report begins with, cut off; everything is the rest where there is none."""
    match = _DATE.match(text)
    if match is None:
        return _block(text, segments)
    labelled = [Segment(match.end() - len(match.group().lstrip()), match.end(), "header")]
    rest = [part for s in segments for part in split(s, match.end()) if part.start >= match.end()]
    return Header(labelled, rest, match[1] or match[2])


def _block(text: str, segments: list[Segment]) -> Header:
    labelled: list[Segment] = []
    told: dict[str, str] = {}
    for segment in segments:
        pair = _PAIR.match(segment.of(text))
        if pair is None or pair[1].strip().lower() not in _keys():
            break
        meaning = _keys()[pair[1].strip().lower()]
        told.setdefault(meaning, pair[2].strip())
        start = segment.start + pair.start(2)
        if meaning in ("headline", "byline", "standfirst") and pair[2]:
            labelled += segment.cut(start, "header", meaning)
        else:
            labelled.append(segment.labelled("header"))
    pairs = sum(1 for s in labelled if s.kind == "header")
    if pairs < 2 or not told.keys() & {"date", "outlet"}:
        return Header([], segments)
    return Header(labelled, segments[pairs:], told.get("date"), told.get("outlet"))


@cache
def _keys() -> dict[str, str]:
    return {row["key"]: row["meaning"] for row in rows("header_keys")}
