"""The place that an event takes from its engagement, the scene it follows on, or its story, where its own sentence gives none."""

from collections.abc import Sequence
from typing import Final

from flows.contract.records import Mention
from flows.extract.clauses.parsed import Parsed
from flows.extract.eventing.drafts import SCENES, Draft

_LEAD: Final = 2  # sentences
_NEAR: Final = 250  # characters


def settle_places(parsed: Parsed, story: int | None, mine: Sequence[Draft]) -> None:
    """A place of its own, its engagement's, the scene's that it follows on, the dateline's, the lead's: the first there is."""
    place = _dateline_place(parsed) if story in (0, None) else None
    lead = _lead(parsed, mine) if place is None else None
    scene: Draft | None = None
    for draft in mine:
        if draft.place is not None:
            scene = draft if draft.trigger.type in SCENES else scene
        elif draft.engagement and draft.engagement.place is not None:
            draft.place = draft.engagement.place
        else:
            near = scene if scene and _goes_on(parsed, scene, draft) else lead if _is_there(lead, draft) else None
            draft.place = near.place if near else place


def _goes_on(parsed: Parsed, scene: Draft, draft: Draft) -> bool:
    """Whether what a draft tells of follows on what happened at the scene told of a sentence or two before."""
    between = parsed.reading.text[scene.sentence.end : draft.sentence.start]
    return draft.trigger.type in SCENES and len(between) <= _NEAR and scene.realis == draft.realis


def _lead(parsed: Parsed, mine: Sequence[Draft]) -> Draft | None:
    """What a story without a dateline tells first of, with its place."""
    stories = {d.sentence.story_ordinal for d in mine}
    leads = [s for s in parsed.reading.story if s.story_ordinal in stories][:_LEAD]
    return next((d for d in mine if d.place is not None and d.sentence in leads), None)


def _is_there(lead: Draft | None, draft: Draft) -> bool:
    """Whether what happened may lie where the lead lies: who condemns an attack is not where it was."""
    return lead is not None and (lead.trigger.type not in SCENES or draft.trigger.type in SCENES)


def _dateline_place(parsed: Parsed) -> int | None:
    for ordinal, mention in enumerate(parsed.mentions):
        if mention.kind == "place" and _in_dateline(parsed, mention):
            return ordinal
    return None


def _in_dateline(parsed: Parsed, mention: Mention) -> bool:
    section = parsed.reading.section_at(mention.char_start)
    return section is not None and section.kind == "dateline"
