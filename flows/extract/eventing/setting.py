"""Date and place that an event takes from its engagement or its story where its own sentence gives none."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from flows.contract.records import Mention
from flows.extract.clauses.parsed import Parsed
from flows.extract.eventing.circumstances import When
from flows.extract.eventing.drafts import Draft

_DAYS: Final = ("day", "hour", "minute", "second")
_LEAD: Final = 2  # sentences
_WEEK: Final = 7
_NEWS: Final = 60  # days after which a dated event is history


def settle(parsed: Parsed, drafts: Sequence[Draft]) -> None:
    """Fills in dates and places. A date is passed on only to what is told as a plain past fact of the same story."""
    stories = {d.sentence.story_ordinal for d in drafts}
    for story in stories:
        mine = [d for d in drafts if d.sentence.story_ordinal == story]
        day = _story_day(parsed, story)
        place = _dateline_place(parsed) if story in (0, None) else None
        for draft in mine:
            source = draft.engagement
            if draft.when is None and draft.realis == "asserted" and draft.simple_past:
                draft.when = source.when if source and source.when else day
            _date_back(draft, parsed.reading.report.published_on)
            if draft.place is None:
                draft.place = source.place if source and source.place is not None else place


def _date_back(draft: Draft, published: date | None) -> None:
    """What is dated long before publication is history, not news."""
    ends = draft.when.time.ends_on or draft.when.time.starts_on if draft.when else None
    if draft.realis == "asserted" and published and ends and published - ends > timedelta(days=_NEWS):
        draft.realis = "historical"


def _story_day(parsed: Parsed, story: int | None) -> When | None:
    """The day that a story's first sentences tell: news happen in the week before they are published."""
    leads = [s for s in parsed.reading.story if s.story_ordinal == story][:_LEAD]
    published = parsed.reading.report.published_on
    for ordinal, time in enumerate(parsed.times):
        inside = any(s.start <= time.char_start < s.end for s in leads)
        if (
            inside
            and time.precision in _DAYS
            and time.starts_on
            and (published is None or _recent(time.starts_on, published))
        ):
            return When(ordinal, time)
    return None


def _recent(day: date, published: date) -> bool:
    return timedelta(0) <= published - day <= timedelta(days=_WEEK)


def _dateline_place(parsed: Parsed) -> int | None:
    for ordinal, mention in enumerate(parsed.mentions):
        if mention.kind == "place" and _in_dateline(parsed, mention):
            return ordinal
    return None


def _in_dateline(parsed: Parsed, mention: Mention) -> bool:
    section = parsed.reading.section_at(mention.char_start)
    return section is not None and section.kind == "dateline"
