"""Segments: stretches of a report's cleaned text that the rules label, cut and join. Nothing here knows what a report looks like."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

_LINE: Final = re.compile(r"[^\s](?:[^\n]*[^\s])?")
_STOP: Final = re.compile(r"[.!?…:;।۔][\"'”’)\]»*]*$")
_KEYED: Final = re.compile(  # `published : 25 Apr 2023`, `jmd/ar`: they go on with nothing
    r"[a-z]+(?: [a-z]+)?\s?: |[a-z]{2,4}(?:/[a-z]{2,4})+$"
)
_WRAP_MIN, _WRAP_MAX = 45, 120  # characters in a line that a typewriter or a mail gateway broke


class Segment(NamedTuple):
    """``text[start:end]``, its kind once it is known, and its story for body and attendance."""

    start: int
    end: int
    kind: str | None = None
    story: int | None = None
    story_kind: str | None = None
    language: str | None = None

    def of(self, text: str) -> str:
        """The characters it stands for."""
        return text[self.start : self.end]

    def labelled(self, kind: str) -> "Segment":
        """The same stretch, its kind told."""
        return Segment(self.start, self.end, kind, self.story, self.story_kind, self.language)

    def cut(self, at: int, before: str | None, after: str | None) -> tuple["Segment", "Segment"]:
        """Its two parts at an offset, each with its kind."""
        return self._replace(end=at, kind=before), self._replace(start=at, kind=after)


def ends_sentence(line: str) -> bool:
    """Whether a line closes with a full stop, question mark, colon …, closing quotes and brackets aside."""
    return _STOP.search(line[-6:]) is not None


def paragraphs(text: str) -> list[Segment]:
    """The paragraphs of a text: a line each, but hard-wrapped lines are one."""
    lines = [Segment(*m.span()) for m in _LINE.finditer(text)]
    width = _wrap_width(text, lines)
    joined: list[Segment] = []
    for line in lines:
        if joined and _continues(text, joined[-1], line, width):
            joined[-1] = Segment(joined[-1].start, line.end)
        else:
            joined.append(line)
    return joined


def _wrap_width(text: str, lines: Sequence[Segment]) -> int:
    """Length of the longest line where lines are broken by width, 0 where they are not."""
    longest = max((s.end - s.start for s in lines), default=0)
    if not _WRAP_MIN <= longest <= _WRAP_MAX:
        return 0
    inner = [(a, b) for a, b in pairwise(lines) if b.start - a.end == 1 or text.count("\n", a.end, b.start) == 1]
    broken = [b for a, b in inner if a.end - a.start >= _WRAP_MIN and not ends_sentence(a.of(text))]
    mid_sentence = sum(text[b.start].islower() for b in broken)
    return longest if len(broken) >= 3 and 2 * len(broken) >= len(inner) and 3 * mid_sentence >= len(broken) else 0


def _continues(text: str, before: Segment, line: Segment, width: int) -> bool:
    """Whether a line goes on with the sentence of the line above it."""
    if line.start - before.end > 1 and (text.count("\n", before.end, line.start) > 1 or text[line.start - 1] != "\n"):
        return False
    last = before.of(text).rsplit("\n", 1)[-1]
    if _KEYED.match(text, line.start, line.end):
        return False
    if width:
        return len(last) >= 0.75 * width or (text[line.start].islower() and not ends_sentence(last))
    return text[line.start].islower() and not ends_sentence(last) and len(last) >= _WRAP_MIN


def split(segment: Segment, *cuts: int) -> Iterator[Segment]:
    """The segment cut at offsets in the text; empty parts are left out."""
    edges = (segment.start, *sorted(c for c in cuts if segment.start < c < segment.end), segment.end)
    if len(edges) == 2:
        yield segment
        return
    for start, end in pairwise(edges):
        yield segment._replace(start=start, end=end)


def trimmed(text: str, segment: Segment) -> Segment | None:
    """The segment without white space at its edges; None where nothing is left."""
    piece = segment.of(text)
    bare = piece.strip()
    if len(bare) == len(piece) and bare:
        return segment
    if not bare:
        return None
    start = segment.start + len(piece) - len(piece.lstrip())
    return segment._replace(start=start, end=start + len(bare))


def merged(segments: Sequence[Segment]) -> list[Segment]:
    """Neighbours of one kind, story and language as one segment. Attendance lists stay apart: each is evidence of its own."""
    out: list[Segment] = []
    for segment in segments:
        if out and segment[2:] == out[-1][2:] and segment.kind != "attendance":
            out[-1] = out[-1]._replace(end=segment.end)
        else:
            out.append(segment)
    return out
