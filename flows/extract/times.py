"""Time expressions of a report, resolved against its dateline or publication date.

What is furniture, header, byline or caption tells nothing of the story's times: it is blanked before tagging, offsets stay.
"""

from datetime import date
from typing import Final

from flows.contract.records import Report, Time
from flows.extract.reading import Reading
from flows.temporal import Settings, Timex, tag

_READ: Final = frozenset(("headline", "standfirst", "dateline", "body", "attendance"))
_NEWS: Final = Settings(ordering="news", ages=True)


def find_times(reading: Reading) -> tuple[Time, ...]:
    """The times of a report's sections, in order of the text. Without dateline and publication date nothing is resolved by guess."""
    on, anchor = _anchor(reading.report)
    found = tag(_read_part(reading), on, _NEWS)
    return tuple(_time(reading, ordinal, timex, anchor) for ordinal, timex in enumerate(found))


def _anchor(report: Report) -> tuple[date | None, str]:
    """(the day to count from, which day it is): the dateline's, else publication's where that is known to the day."""
    if report.dateline_on is not None:
        return report.dateline_on, "dateline"
    if report.published_on is not None and report.published_on_precision in (None, "day"):
        return report.published_on, "published"
    return None, "none"


def _read_part(reading: Reading) -> str:
    """The text with what is not read blanked; a blank line ends every expression there."""
    if not reading.sections:
        return reading.text
    parts: list[str] = []
    done = 0
    for section in sorted(reading.sections, key=lambda s: s.char_start):
        parts.append(_blank(section.char_start - done))
        kept = reading.text[section.char_start : section.char_end]
        parts.append(kept if section.kind in _READ else _blank(len(kept)))
        done = section.char_end
    parts.append(_blank(len(reading.text) - done))
    return "".join(parts)


def _blank(length: int) -> str:
    return ("\n\n" + " " * length)[:length]


def _time(reading: Reading, ordinal: int, timex: Timex, anchor: str) -> Time:
    section = reading.section_at(timex.start)
    return Time(
        report_id=reading.report.report_id,
        ordinal=ordinal,
        char_start=timex.start,
        char_end=timex.end,
        text=timex.text,
        timex_type=timex.type,
        timex_value=timex.value,
        starts_on=timex.starts_on,
        ends_on=timex.ends_on,
        precision=timex.precision,
        anchor=anchor if timex.anchor == "anchor" else timex.anchor,
        rule=timex.rule,
        conflicts=timex.conflicts,
        story_ordinal=section.story_ordinal if section else None,
    )
