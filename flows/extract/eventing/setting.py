"""Date and place that an event takes from its engagement or its story where its own sentence gives none."""

from collections.abc import Sequence

from flows.contract.records import Mention
from flows.extract.clauses.parsed import Parsed
from flows.extract.eventing.circumstances import When
from flows.extract.eventing.drafts import Draft

_DAYS = ("day", "hour", "minute", "second")


def settle(parsed: Parsed, drafts: Sequence[Draft]) -> None:
    """Fills in dates and places. A date is passed on only to what is told as a plain past fact of the same story."""
    stories = {d.sentence.story_ordinal for d in drafts}
    for story in stories:
        mine = [d for d in drafts if d.sentence.story_ordinal == story]
        day = _story_day(mine)
        place = _dateline_place(parsed) if story in (0, None) else None
        for draft in mine:
            source = draft.engagement
            if draft.when is None and draft.realis == "asserted" and draft.simple_past:
                draft.when = source.when if source and source.when else day
            if draft.place is None:
                draft.place = source.place if source and source.place is not None else place


def _story_day(drafts: Sequence[Draft]) -> When | None:
    """The day of the story's first dated event, where it is a day."""
    first = next((d.when for d in drafts if d.when and d.realis == "asserted"), None)
    return first if first and first.time.precision in _DAYS else None


def _dateline_place(parsed: Parsed) -> int | None:
    for ordinal, mention in enumerate(parsed.mentions):
        if mention.kind == "place" and _in_dateline(parsed, mention):
            return ordinal
    return None


def _in_dateline(parsed: Parsed, mention: Mention) -> bool:
    section = parsed.reading.section_at(mention.char_start)
    return section is not None and section.kind == "dateline"
