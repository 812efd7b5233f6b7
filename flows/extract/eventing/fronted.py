"""The town that a sentence opens with, and of which the next ones go on to tell: ``In X, a march was held. Its leaders …``."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property
from typing import Final

from flows.contract.records import Mention
from flows.extract.clauses.parsed import Parsed
from flows.extract.eventing.nations import is_country

_FRONT: Final = re.compile(r"\W*(?:(?:Also|Similarly|Elsewhere|Likewise),? in|And in|In) (?:the )?(?=[A-Z])")
_BEHIND: Final = re.compile(r"(?: (?!alone)\w+){0,2},")  # … city, … district,
_AWAY: Final = re.compile(
    r"\W*(?:Meanwhile|Separately|Earlier|Later|Speaking|Addressing|Talking|Responding|Reacting"
    r"|In (?:a|his|her|their|its) (?:separate )?(?:statement|message|speech|tweet|post)|According to)\b"
)
_REACH: Final = 4  # sentences


class Fronted:
    """The towns that sentences of a report open with, for asking which one a later sentence is still of."""

    def __init__(self, parsed: Parsed, filed: Mention) -> None:
        """``filed``: the dateline's place. Nothing is looked for before it is asked for."""
        self._parsed = parsed
        self._filed = filed

    def place(self, start: int) -> int | None:
        """The place that the sentence at ``start`` goes on to tell of: that of one of the few before it, if no word leads away."""
        if not self._fronts:
            return None
        story = self._parsed.reading.story
        at = bisect_left(story, start, key=lambda s: s.start)
        for back in range(at, max(0, at - _REACH), -1):
            if story[back - 1].story_ordinal != story[at].story_ordinal or self._leads_away(back):
                return None
            if back - 1 in self._fronts:
                return self._fronts[back - 1]
        return None

    def _leads_away(self, at: int) -> bool:
        """Whether a sentence opens with what parts it from the one before, or names where the report was filed."""
        sentence = self._parsed.reading.story[at]
        text = self._parsed.reading.text
        named = self._filed.name.casefold() in text[sentence.start : sentence.end].casefold()
        return named or _AWAY.match(text, sentence.start) is not None

    @cached_property
    def _fronts(self) -> dict[int, int]:
        """Numbers of sentences, each with the ordinal of the place that it opens with."""
        return dict(self._found())

    def _found(self) -> Iterator[tuple[int, int]]:
        text = self._parsed.reading.text
        starts = {}
        for at, sentence in enumerate(self._parsed.reading.story):
            if front := _FRONT.match(text, sentence.start):
                starts[front.end()] = at
        for ordinal, mention in enumerate(self._parsed.mentions if starts else ()):
            opens = mention.kind == "place" and mention.char_start in starts and self._is_other_town(mention)
            if opens and _BEHIND.match(text, mention.char_end):
                yield starts[mention.char_start], ordinal

    def _is_other_town(self, place: Mention) -> bool:
        return not is_country(place.name) and place.name != self._filed.name
