"""Date and place that an event takes from its engagement or its story where its own sentence gives none."""

from collections.abc import Sequence

from flows.extract.clauses.parsed import Parsed
from flows.extract.eventing.drafts import Draft
from flows.extract.eventing.story_dates import settle_dates
from flows.extract.eventing.story_places import settle_places


def settle(parsed: Parsed, drafts: Sequence[Draft]) -> None:
    """Fills in dates and places, story by story."""
    for story in {d.sentence.story_ordinal for d in drafts}:
        mine = [d for d in drafts if d.sentence.story_ordinal == story]
        settle_dates(parsed, story, mine)
        settle_places(parsed, story, mine)
