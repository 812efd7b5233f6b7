"""The place that an event takes from its engagement, the scene it follows on, or its story, where its own sentence gives none."""

import re
from collections.abc import Sequence
from datetime import timedelta
from typing import Final, NamedTuple

from flows.contract.records import Mention
from flows.extract.clauses.parsed import Parsed
from flows.extract.eventing.dating import DAYS
from flows.extract.eventing.drafts import PAST, Draft, follows, is_right_behind
from flows.extract.eventing.engagements import is_at_gate
from flows.extract.eventing.fronted import Fronted
from flows.extract.eventing.openings import gathering, is_here, is_of_another_country, names_another
from flows.extract.eventing.sides import alike
from flows.extract.eventing.tense import DEEDS
from flows.extract.reading import Sentence

_WEEK: Final = timedelta(days=7)
_ON_JOURNEY: Final = re.compile(
    r"\W*(?:During|In the course of|On(?: the (?:first|second|third|last|final) day of)?) (?:the|his|her|their|this)"
    r" (?:\w+(?:-\w+)? ){0,3}(?:visit|stay|trip|tour|journey)\b"
)
_BOTH: Final = re.compile(r"\s*[/&]")
_ANOTHER: Final = re.compile(
    r"\W*(?:In|During) (?:an?other|(?:an?|the|yet another) (?:separate|similar|other|different|second|third|fourth|fifth|sixth"
    r"|seventh|last|final))\b"
)
_SETS: Final = DEEDS | {"PROTEST"}  # marched in X. Police fired tear gas at them
_SCENES: Final = frozenset({"area", "areas", "site", "scene", "spot"})


class _Scene(NamedTuple):
    """How a story opens: the dateline's place, what is told first (None where that is several scenes), whether that lies elsewhere.

    ``sentences`` are its first; ``alone``: they and the headline name no place but the dateline's; ``meets``: somebody met,
    so that people of other countries may be there; ``gathered``: the place abroad where people came together, who speak there.
    """

    filed: int | None
    lead: Draft | None
    apart: bool
    sentences: Sequence[Sentence]
    alone: bool
    meets: bool
    gathered: int | None = None


def settle_places(parsed: Parsed, story: int | None, mine: Sequence[Draft]) -> None:
    """A place of its own, its engagement's, the scene's that it follows on, the lead's, the dateline's: the first that may be."""
    opening = _opening(parsed, story, mine)
    fronted = None if opening.filed is None else Fronted(parsed, parsed.mentions[opening.filed])
    scene: Draft | None = None
    journey: Draft | None = None
    met: Draft | None = None
    for draft in mine:
        met = draft if draft.place is not None and _is_meeting(draft) else met
        journey = draft if _is_journey(draft) else journey
        if draft.place is not None:
            scene = draft if draft.trigger.type in _SETS and draft.realis in PAST else scene
        elif draft.engagement and draft.engagement.place is not None and not _has_left(parsed, draft, draft.engagement):
            draft.place = draft.engagement.place
        elif draft.trigger.type in DEEDS and _ANOTHER.match(parsed.reading.text, draft.sentence.start):
            continue  # in the second raid, which may have been anywhere
        elif scene and _goes_on(scene, draft):
            if draft.simple_past or draft.trigger.part != "noun":  # the arrest of X is of another day
                draft.place, scene = scene.place, draft
        elif met and _meets_on(parsed, met, draft):
            draft.place = met.place
        elif scene and _visits_scene(parsed, draft):
            draft.place = scene.place
        elif journey and _ON_JOURNEY.match(parsed.reading.text, draft.sentence.start):
            draft.place = journey.place
        elif draft.trigger.mode == "phone":
            continue  # two places at least, of which the report was filed in one
        else:
            draft.place = _of_story(parsed, opening, draft)
            if fronted and draft.place == opening.filed and draft.simple_past:
                there = fronted.place(draft.sentence.start)
                draft.place = draft.place if there is None else there


def _is_meeting(draft: Draft) -> bool:
    """Whether two sides met, and nobody but visited a place or called."""
    return draft.trigger.type == "CONSULT" and draft.trigger.mode is None and draft.realis == "asserted"


def _meets_on(parsed: Parsed, met: Draft, draft: Draft) -> bool:
    """Whether whoever met somebody meets others, too, as the next sentence tells: ``The minister also received X``."""
    also = parsed.reading.text.rfind("also", draft.sentence.start, draft.start) >= 0
    again = also and _is_meeting(draft) and is_right_behind(met, draft) and not is_at_gate(parsed.mentions, met)
    return again and not _on_another_day(met, draft) and any(alike(p, q) for p in met.actors for q in draft.actors)


def _is_journey(draft: Draft) -> bool:
    """Whether somebody goes or is to go somewhere: ``will embark on a visit to X``."""
    return draft.trigger.mode == "visit" and draft.place is not None


def _opening(parsed: Parsed, story: int | None, mine: Sequence[Draft]) -> _Scene:
    filed = _dateline_place(parsed) if story in (0, None) else None
    first = parsed.opening(story)
    alone = filed is not None and not names_another(parsed, story, filed)
    lead = next((d for d in mine if d.place is not None and d.sentence in first and _is_told(d)), None)
    meets = any(d.trigger.type == "CONSULT" and d.realis == "asserted" for d in mine)
    if filed is None or lead is None or lead.place is None or not _is_scene(lead):
        gathered = None if filed is None else gathering(parsed, story, filed)
        return _Scene(filed, lead, False, first, alone, meets, gathered)
    scenes = {_folded(parsed, d.place) for d in mine if d.place is not None and _is_scene(d)}
    apart = _folded(parsed, lead.place) != _folded(parsed, filed)
    return _Scene(filed, lead if len(scenes) == 1 else None, apart, first, alone, meets)


def _has_left(parsed: Parsed, draft: Draft, main: Draft) -> bool:
    """Whether somebody was but received at an airport or the like, behind which a draft is told."""
    if main.trigger.frame == "goes_to":
        return False  # who inspects an airport stays there
    return draft.sentence is not main.sentence and is_at_gate(parsed.mentions, main)


def _is_told(draft: Draft) -> bool:
    """Whether a draft is told as what happened, and not by somebody who recounts it, or of another week."""
    other = draft.when is not None and draft.when.time.precision not in DAYS
    return draft.realis == "historical" or not (draft.recounted or other)


def _of_story(parsed: Parsed, opening: _Scene, draft: Draft) -> int | None:
    """The place that a draft without one takes from how its story opens: deeds lie where the lead's do, the rest where it was filed."""
    if opening.filed is None or (opening.apart and draft.trigger.type in DEEDS):
        return opening.lead.place if opening.lead and _is_there(opening.lead, draft) and not draft.elsewhere else None
    if opening.gathered is not None and draft.trigger.type not in DEEDS and _is_here(parsed, draft):
        told = draft.realis == "asserted" and not (draft.recounted or is_here(parsed, draft.sentence))
        return opening.gathered if told else None
    if _is_of_there(parsed, opening.filed, draft):
        return opening.filed
    here = is_here(parsed, draft.sentence)
    if draft.realis in ("future", "hypothetical") and not (here or _meets(draft)):
        return None  # nobody tells where prizes will be given
    abroad = is_of_another_country(parsed, opening.filed, draft.actors, people=not opening.meets)
    if abroad and not (here or _meets(draft)):
        return None
    if draft.recounted or (draft.trigger.type in DEEDS and not (here or _is_news(opening, draft))):
        return None
    told_there = draft.sentence in opening.sentences or not _is_shared(parsed, opening.filed)
    return opening.filed if told_there and _is_here(parsed, draft) else None


def _meets(draft: Draft) -> bool:
    """Whether a draft is a meeting, or of one."""
    return draft.trigger.type == "CONSULT" or draft.engagement is not None


def _is_of_there(parsed: Parsed, filed: int, draft: Draft) -> bool:
    """Whether a body that is named after the dateline's place takes part: the Lahore police."""
    name = parsed.mentions[filed].name.casefold()
    bodies = (p.name for p in draft.participants if p.kind == "body" and p.name)
    return _is_here(parsed, draft) and any(name in body.casefold() for body in bodies if body.casefold() != name)


def _is_news(opening: _Scene, draft: Draft) -> bool:
    """Whether a deed is the day's news where no other place than the dateline's is named first."""
    return opening.alone and (draft.simple_past or draft.sentence in opening.sentences)


def _is_scene(draft: Draft) -> bool:
    """Whether a draft is a deed that the news are about."""
    return draft.trigger.type in DEEDS and draft.realis == "asserted" and draft.simple_past


def _is_here(parsed: Parsed, draft: Draft) -> bool:
    """Whether an event may have happened where the report was filed: it is news, and nothing sends it elsewhere."""
    published = parsed.reading.report.published_on
    ends = draft.when.time.ends_on if draft.when else None
    return not (draft.elsewhere or (published and ends and published - ends > _WEEK))


def _goes_on(scene: Draft, draft: Draft) -> bool:
    """Whether what a draft tells of follows on what happened at the scene told of a sentence or two before."""
    return follows(scene, draft) and not _on_another_day(scene, draft)


def _visits_scene(parsed: Parsed, draft: Draft) -> bool:
    """Whether somebody went to where what was told before happened: ``visited the affected area``."""
    if draft.trigger.frame != "goes_to" or draft.about is None:
        return False
    return parsed.reading.text[slice(*draft.about)].rpartition(" ")[2].lower() in _SCENES


def _on_another_day(scene: Draft, draft: Draft) -> bool:
    """Whether two drafts are dated apart."""
    days = [d.when.time.starts_on for d in (scene, draft) if d.when]
    return len(set(days)) > 1


def _is_there(lead: Draft, draft: Draft) -> bool:
    """Whether what happened may lie where the lead lies: who condemns an attack is not where it was."""
    told = lead.realis == draft.realis and not _on_another_day(lead, draft)
    return told and (lead.trigger.type not in DEEDS or draft.trigger.type in DEEDS)


def _folded(parsed: Parsed, ordinal: int) -> str:
    return parsed.mentions[ordinal].name.casefold()


def _dateline_place(parsed: Parsed) -> int | None:
    """The first place of the dateline."""
    return next((i for i, m in enumerate(parsed.mentions) if m.kind == "place" and _in_dateline(parsed, m)), None)


def _is_shared(parsed: Parsed, filed: int) -> bool:
    """Whether a dateline names another place behind its first: ``LAHORE / ISLAMABAD``."""
    return _BOTH.match(parsed.reading.text, parsed.mentions[filed].char_end) is not None


def _in_dateline(parsed: Parsed, mention: Mention) -> bool:
    section = parsed.reading.section_at(mention.char_start)
    return section is not None and section.kind == "dateline"
