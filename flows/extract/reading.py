"""What an extractor sees of a report: its cleaned view, sections and sentences in the view's offsets, and the way back."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import fields
from functools import cache, partial
from typing import Any, TypeVar

from flows.contract.changed import changed
from flows.contract.codes import STORY_SECTIONS
from flows.contract.fixed import fixed
from flows.contract.records import Report, Section
from flows.language.sentences import sentences
from flows.language.view import View, clean

Row = TypeVar("Row")


@fixed()
class Sentence:
    """A sentence of the view: span, kind of its section and number of its story."""

    start: int
    end: int
    section: str
    story_ordinal: int | None
    language: str | None = None


@fixed()
class Reading:
    """One report as extractors read it. All offsets count in ``text``, the cleaned view; ``rebased`` leads back."""

    report: Report
    view: View
    text: str  # the view's
    sections: tuple[Section, ...]
    sentences: tuple[Sentence, ...]
    story: tuple[Sentence, ...]  # those of body and attendance

    def section_at(self, position: int) -> Section | None:
        """The section that holds a character."""
        at = bisect_right(self.sections, position, key=_start) - 1
        return self.sections[at] if at >= 0 and position < self.sections[at].char_end else None


def _start(section: Section) -> int:
    return section.char_start


def read(report: Report, sections: tuple[Section, ...]) -> Reading:
    """The reading of a parsed report. ``sections`` come in source offsets and are carried over to the view."""
    view = clean(report.text)
    if view.text is not report.text:
        at = partial(
            bisect_left, range(len(view.text)), key=view.offset
        )  # the first character at or behind a source offset
        sections = tuple(changed(s, char_start=at(s.char_start), char_end=at(s.char_end)) for s in sections)
    found = tuple(
        Sentence(start, end, s.kind, s.story_ordinal, s.language)
        for s in sections
        for start, end in sentences(view.text, s.char_start, s.char_end)
    )
    return Reading(report, view, view.text, sections, found, tuple([s for s in found if s.section in STORY_SECTIONS]))


def rebased(reading: Reading, rows: Sequence[Row]) -> tuple[Row, ...]:
    """Rows whose offsets count in the view, as rows whose offsets count in the report's text."""
    is_clean = reading.view.text is reading.report.text
    return tuple(rows) if is_clean else tuple(_rebase(reading, row) for row in rows)


def _rebase(reading: Reading, row: Row) -> Row:
    """A row whose ``*_start``/``*_end`` offsets count in the view, as one whose offsets count in the report's text."""
    values: dict[str, Any] = {}
    record: Any = type(row)
    for prefix in _prefixes(record):
        start, end = reading.view.source(getattr(row, prefix + "_start"), getattr(row, prefix + "_end"))
        values |= {prefix + "_start": start, prefix + "_end": end}
        if prefix == "char" and hasattr(row, "text"):
            values["text"] = reading.report.text[start:end]
    if hasattr(row, "evidence"):
        values["evidence"] = tuple(reading.view.source(s, e) for s, e in row.evidence)
    return changed(row, **values) if values else row


@cache
def _prefixes(record: Any) -> tuple[str, ...]:
    names = {f.name for f in fields(record)}
    return tuple(sorted(n.removesuffix("_start") for n in names if n.endswith("_start")))
