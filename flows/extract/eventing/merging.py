"""One event told twice is one event."""

from collections.abc import Sequence

from flows.extract.eventing.drafts import Draft


def merge(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts without later tellings of the same event: same story, type and realis, and no party that is another's."""
    kept: list[Draft] = []
    for draft in drafts:
        earlier = next((k for k in kept if _same(k, draft)), None)
        if earlier is None:
            kept.append(draft)
        else:
            earlier.when = earlier.when or draft.when
            earlier.place = earlier.place if earlier.place is not None else draft.place
    return kept


def _same(earlier: Draft, draft: Draft) -> bool:
    if (
        earlier.trigger.type != draft.trigger.type
        or earlier.realis != draft.realis
        or earlier.sentence.story_ordinal != draft.sentence.story_ordinal
        or draft.trigger.type == "CONSULT"
    ):
        return False
    if draft.trigger.type == "x-INCIDENT":
        return True
    return earlier.trigger.lemma == draft.trigger.lemma and _names(earlier) == _names(draft) and earlier.about is None


def _names(draft: Draft) -> set[str]:
    return {p.name or p.post or "" for p in draft.participants}
