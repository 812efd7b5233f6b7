"""Columns: the head of a press release prints its number and its date in one line, far apart; each is read as a line of its own."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from flows.parse import furniture
from flows.parse.dateline import whole
from flows.parse.segments import Segment
from flows.parse.stamps import is_stamp

_GAP: Final = re.compile(r"[ \u00a0]*\t[ \t\u00a0]*|[ \u00a0]{3,}")
_LONGEST: Final = 60  # characters of a cell
_DEPTH: Final = 8  # paragraphs; further down wide gaps are tables


def gaps(text: str, segments: Iterable[Segment]) -> Iterator[int]:
    """Where the cells of such lines end, among the first of a report's paragraphs."""
    for segment, _ in zip(segments, range(_DEPTH), strict=False):
        line = segment.of(text)
        cells = [cell.strip() for cell in _GAP.split(line)]
        if len(cells) < 2 or max(map(len, cells)) > _LONGEST or not all(map(_is_word, cells)) or _is_furniture(line):
            continue
        if any(_is_furniture(cell) or whole(cell) for cell in cells):
            yield from (segment.start + gap.start() for gap in _GAP.finditer(line))


def _is_word(cell: str) -> bool:
    """Whether a cell begins and ends with more than the bar or bullet that stands between the parts of a page's line."""
    return cell[:1].isalnum() and cell[-1] not in "|●•·-–—"


def _is_furniture(cell: str) -> bool:
    """Whether a line or cell is a release's number or its date, by its own words."""
    return is_stamp(cell) or furniture.is_marked(cell)
