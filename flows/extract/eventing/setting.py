"""Date and place that an event takes from its engagement or its story where its own sentence gives none."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from flows.contract.records import Mention, Time
from flows.extract.clauses.parsed import Parsed
from flows.extract.eventing.dating import When
from flows.extract.eventing.drafts import Draft

_DAYS: Final = ("day", "hour", "minute", "second")
_LEAD: Final = 2  # sentences
_WEEK: Final = 7
_NEAR: Final = 250  # characters
_SCENES: Final = frozenset(
    {"ASSAULT", "COERCE", "x-INCIDENT", "AID", "MOBILIZE"}
)  # what happens one after another at a place
_LEGAL: Final = (None, "investigate")  # a case registered, an inquiry begun
_NEWS: Final = 60  # days after which a dated event is history


def settle(parsed: Parsed, drafts: Sequence[Draft]) -> None:
    """Fills in dates and places. A date is passed on only to what is told as a plain past fact of the same story."""
    stories = {d.sentence.story_ordinal for d in drafts}
    for story in stories:
        mine = [d for d in drafts if d.sentence.story_ordinal == story]
        day = _story_day(parsed, story)
        scene = _opens_with_scene(parsed, story, mine)
        _settle_places(parsed, story, mine)
        for draft in mine:
            source = draft.engagement
            if draft.when is None and draft.realis == "asserted" and draft.simple_past:
                draft.when = source.when if source and source.when else day
                if draft.when is day and day and (_is_past(parsed, draft) or _is_aside(draft, scene)):
                    draft.when = None
            _date_back(draft, parsed.reading.report.published_on)


def _is_aside(draft: Draft, scene: bool) -> bool:
    """Whether somebody recounts what is not the news itself: news are the deeds that its first sentences tell of."""
    deed = draft.trigger.type in _SCENES or (draft.trigger.type == "ACCUSE" and draft.trigger.mode in _LEGAL)
    return draft.recounted and not (scene and deed)


def _opens_with_scene(parsed: Parsed, story: int | None, mine: Sequence[Draft]) -> bool:
    leads = [s for s in parsed.reading.story if s.story_ordinal == story][:_LEAD]
    return any(d.sentence in leads and d.trigger.type in _SCENES and d.realis == "asserted" for d in mine)


def _is_past(parsed: Parsed, draft: Draft) -> bool:
    """Whether a draft stands among things of the past: its sentence or the one before tells a time long before publication."""
    published = parsed.reading.report.published_on
    start = max((s.start for s in parsed.reading.story if s.end <= draft.sentence.start), default=draft.sentence.start)
    near = (t for t in parsed.times if start <= t.char_start < draft.sentence.end and t.timex_type in ("DATE", "TIME"))
    return published is not None and any(_is_old(parsed, time, published) for time in near)


def _is_old(parsed: Parsed, time: Time, published: date) -> bool:
    """A time long before publication, or one since which something goes on."""
    since = parsed.reading.text[max(0, time.char_start - len("since ")) : time.char_start].lower() == "since "
    return since or (time.ends_on is not None and published - time.ends_on > timedelta(days=_WEEK))


def _settle_places(parsed: Parsed, story: int | None, mine: Sequence[Draft]) -> None:
    """A place of its own, its engagement's, the scene's that it follows on, the dateline's, the lead's: the first there is."""
    place = _dateline_place(parsed) if story in (0, None) else None
    lead = _lead(parsed, mine) if place is None else None
    scene: Draft | None = None
    for draft in mine:
        if draft.place is not None:
            scene = draft if draft.trigger.type in _SCENES else scene
        elif draft.engagement and draft.engagement.place is not None:
            draft.place = draft.engagement.place
        else:
            near = scene if scene and _goes_on(parsed, scene, draft) else lead if _is_there(lead, draft) else None
            draft.place = near.place if near else place


def _goes_on(parsed: Parsed, scene: Draft, draft: Draft) -> bool:
    """Whether what a draft tells of follows on what happened at the scene told of a sentence or two before."""
    between = parsed.reading.text[scene.sentence.end : draft.sentence.start]
    return draft.trigger.type in _SCENES and len(between) <= _NEAR and scene.realis == draft.realis


def _lead(parsed: Parsed, mine: Sequence[Draft]) -> Draft | None:
    """What a story without a dateline tells first of, with its place."""
    stories = {d.sentence.story_ordinal for d in mine}
    leads = [s for s in parsed.reading.story if s.story_ordinal in stories][:_LEAD]
    return next((d for d in mine if d.place is not None and d.sentence in leads), None)


def _is_there(lead: Draft | None, draft: Draft) -> bool:
    """Whether what happened may lie where the lead lies: who condemns an attack is not where it was."""
    return lead is not None and (lead.trigger.type not in _SCENES or draft.trigger.type in _SCENES)


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
