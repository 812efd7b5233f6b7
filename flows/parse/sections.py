"""Sections out of labelled segments: joined, carried back from the cleaned view to the source, without a gap."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from flows.contract.codes import STORY_SECTIONS
from flows.contract.records import Section
from flows.language.view import View
from flows.parse.languages import foreign, is_mixed
from flows.parse.segments import Segment, merged, split, trimmed

_MARKS: Final = re.compile(r"(?<!\S)[^\s\w]+$")


def sections_of(
    report_id: str, source: str, view: View, labelled: Sequence[Segment], main: str | None
) -> tuple[Section, ...]:
    """The sections, in offsets of ``source``. ``main``: the report's language; paragraphs in another one stand alone."""
    if main == "en" and is_mixed(view.text):
        labelled = [
            part._replace(language=foreign(part.of(view.text), main))
            for segment in labelled
            for part in split(segment, *_line_starts(view.text, segment))
        ]
    joined = [bare for s in merged(labelled) if (bare := trimmed(view.text, s))]
    spans = list(_with_marks(source, [(s, view.offset(s.start), view.offset(s.end)) for s in joined]))
    return tuple(
        Section(
            report_id=report_id,
            ordinal=ordinal,
            kind=segment.kind or "body",
            story_ordinal=segment.story if segment.kind in STORY_SECTIONS else None,
            story_kind=segment.story_kind if segment.kind in STORY_SECTIONS else None,
            language=segment.language,
            char_start=start,
            char_end=end,
        )
        for ordinal, (segment, start, end) in enumerate(_without_gaps(source, spans))
    )


def _with_marks(source: str, spans: Sequence[tuple[Segment, int, int]]) -> Iterator[tuple[Segment, int, int]]:
    """The spans, each with the marks glued to its first word that the view left out: the asterisk of bold type."""
    above = 0
    for segment, start, end in spans:
        marks = _MARKS.search(source, above, start)
        yield segment, marks.start() if marks else start, end
        above = end


def _without_gaps(source: str, spans: Sequence[tuple[Segment, int, int]]) -> Iterator[tuple[Segment, int, int]]:
    """The spans, and what the view left out between them.

    Soft hyphens and marks of direction go with the section before them; ends of line written out as letters are furniture.
    """
    edges = [start for _, start, _ in spans] + [len(source)]
    yield from _gap(source, 0, edges[0]) if _has_letters(source[: edges[0]]) or not spans else ()
    for at, (segment, start, end) in enumerate(spans):
        if at == 0 and not _has_letters(source[:start]):
            start -= len(source[:start].lstrip())
        gap = source[end : edges[at + 1]].rstrip()
        if _has_letters(gap):
            yield segment, start, end
            yield from _gap(source, end, end + len(gap))
        else:
            yield segment, start, end + len(gap)


def _gap(source: str, start: int, end: int) -> Iterator[tuple[Segment, int, int]]:
    stretch = source[start:end]
    if bare := stretch.strip():
        start += len(stretch) - len(stretch.lstrip())
        yield Segment(start, start + len(bare), "furniture"), start, start + len(bare)


def _has_letters(stretch: str) -> bool:
    return any(c.isalnum() for c in stretch)


def _line_starts(text: str, segment: Segment) -> Iterator[int]:
    at = text.find("\n", segment.start, segment.end)
    while at >= 0:
        yield at + 1
        at = text.find("\n", at + 1, segment.end)
