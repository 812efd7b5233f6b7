"""Date and place that an event takes from its engagement or its story where its own sentence gives none."""

from collections.abc import Sequence

from flows.extract.clauses.parsed import Parsed
from flows.extract.eventing.drafts import Draft
from flows.extract.eventing.story_dates import settle_dates
from flows.extract.eventing.story_places import settle_places


def settle(parsed: Parsed, drafts: Sequence[Draft]) -> None:
    """Fills in dates and places, story by story."""
    stories: dict[int | None, list[Draft]] = {}
    for draft in drafts:
        stories.setdefault(draft.sentence.story_ordinal, []).append(draft)
    for story, mine in stories.items():
        settle_dates(parsed, story, mine)
        settle_places(parsed, story, mine)
