"""Attendance: the sentences that list who was present, who came along, who a delegation was made of."""

import re
from collections.abc import Iterator
from typing import Final

from flows.language.phrases import Phrases
from flows.language.seeds import rows
from flows.language.sentences import sentences
from flows.parse.segments import Segment, split, trimmed

_NAMES: Final = re.compile(r"\b[A-Z][\w'’.-]*")
_PEOPLE: Final = re.compile(
    r"(?i)\b(?:officers?|officials?|dignitaries|members?|leaders?|families|guests?|representatives?|elders?|notables?|citizens|students?|teachers|parents"
    r"|journalists|workers|personnel|participants|delegates|people|women|children|scholars|ministers?|secretar(?:y|ies)|heads?|staff|faculty|lawyers)\b"
)


def attendance(text: str, segment: Segment) -> Iterator[Segment]:
    """The paragraph cut into its attendance sentences and what is between them."""
    spans = [(s, e) for s, e in sentences(text, segment.start, segment.end) if _lists(text[s:e])]
    for part in split(segment, *(edge for span in spans for edge in span)):
        kind = "attendance" if any(s <= part.start and part.end <= e for s, e in spans) else part.kind
        bare = trimmed(text, part._replace(kind=kind))
        if bare is not None:
            yield bare


def has_cue(text: str) -> bool:
    """Whether a text holds any attendance cue at all: most hold none, and need no second look."""
    return next(_cues().find(text), None) is not None


def _lists(sentence: str) -> bool:
    """Whether a sentence tells who was there: a cue, and after or before it people, by name or in general."""
    for start, end, _ in _cues().find(sentence):
        around = sentence[end:] if len(sentence) - end > 12 else sentence[:start]
        if len(_NAMES.findall(around)) >= 2 or _PEOPLE.search(around):
            return True
    return False


_CUES: list[Phrases] = []


def _cues() -> Phrases:
    if not _CUES:
        _CUES.append(Phrases(row["cue"] for row in rows("attendance_cues")))
    return _CUES[0]
