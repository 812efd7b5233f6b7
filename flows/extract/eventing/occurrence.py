"""When the incident that a story is about took place, where a sentence says so: ``the attack, which took place late on Friday``."""

import re
from bisect import bisect_left
from typing import Final

from flows.extract.clauses.parsed import Parsed
from flows.extract.eventing.dating import DAYS, When
from flows.language.cues import any_of, cue_words

INCIDENT: Final = any_of(cue_words("incidents called"))  # what is told of, by a noun
_TOOK_PLACE: Final = re.compile(
    rf"\b(?:the|this)\s+(?:[\w-]+\s+){{0,2}}{INCIDENT}\b[^.;\n]{{0,60}}?"
    r"\b(?:occurred|happened|took place)\b(?P<when>[^.;\n]{0,60})",
    re.I,
)


def took_place(parsed: Parsed, story: int | None) -> When | None:
    """The day of the first sentence of a story that tells when its incident took place; None where none does."""
    text, times = parsed.reading.text, parsed.times
    for sentence in parsed.reading.story:
        if sentence.story_ordinal != story:
            continue
        found = _TOOK_PLACE.search(text, sentence.start, sentence.end)
        at = bisect_left(times, found.start("when"), key=lambda time: time.char_start) if found else len(times)
        if found and at < len(times) and times[at].char_start < found.end():
            return When(at, times[at]) if times[at].precision in DAYS and times[at].starts_on else None
    return None
