"""One event told twice is one event."""

import re
from collections.abc import Sequence
from typing import Final

from flows.contract.records import Mention
from flows.extract.clauses.parsed import Parsed
from flows.extract.eventing.drafts import Draft

_APART: Final = re.compile(
    r"\s*(?:Separately|In (?:a separate|another|yet another)) ", re.I
)  # opens what is another incident


def merge(drafts: Sequence[Draft], parsed: Parsed) -> list[Draft]:
    """The drafts without later tellings of the same event: same story, type and realis, and no party that is another's."""
    kept: list[Draft] = []
    for draft in drafts:
        earlier = next((k for k in kept if _same(k, draft, parsed)), None)
        if earlier is None:
            kept.append(draft)
        else:
            earlier.when = earlier.when or draft.when
            earlier.place = earlier.place if earlier.place is not None else draft.place
    return kept


def _same(earlier: Draft, draft: Draft, parsed: Parsed) -> bool:
    if (
        earlier.trigger.type != draft.trigger.type
        or earlier.realis != draft.realis
        or earlier.sentence.story_ordinal != draft.sentence.story_ordinal
        or draft.trigger.type == "CONSULT"
    ):
        return False
    if draft.trigger.type == "x-INCIDENT":
        other = _is_new(draft) and _placed_apart(earlier, draft, parsed.mentions)
        told_apart = draft.sentence is not earlier.sentence and _APART.match(parsed.reading.text, draft.sentence.start)
        return not (_dated_apart(earlier, draft) or other or told_apart)
    if earlier.when is None and _is_coarse(draft):
        return False  # has nominated him; he had been nominated in 2019
    return earlier.trigger.lemma == draft.trigger.lemma and _names(earlier) == _names(draft) and earlier.about is None


def _dated_apart(earlier: Draft, draft: Draft) -> bool:
    """Whether the one that is told later was over before: the slope had collapsed in 1998."""
    if earlier.when is None or draft.when is None:
        return _is_coarse(draft) or (draft.when is not None and _is_new(draft))
    ended, began = draft.when.time.ends_on or draft.when.time.starts_on, earlier.when.time.starts_on
    if ended is None or began is None:
        return False
    return ended < began or (_is_new(draft) and draft.when.time.starts_on != began)


def _is_coarse(draft: Draft) -> bool:
    """Whether a month or year is all that is told of when."""
    return draft.when is not None and draft.when.time.precision in ("month", "year")


def _placed_apart(earlier: Draft, draft: Draft, mentions: Sequence[Mention]) -> bool:
    """Whether two drafts have places of their own that differ in name."""
    places = [mentions[d.place].name for d in (earlier, draft) if d.place is not None]
    return len(set(places)) > 1


def _is_new(draft: Draft) -> bool:
    """Whether an incident with a day of its own befell something not told of before: ``a bridge collapsed on Sunday``."""
    return draft.anew


def _names(draft: Draft) -> set[str]:
    return {p.name or p.post or "" for p in draft.participants}
