"""Attendance: the sentences that list who was present, who came along, who a delegation was made of.

How that is said is in ``seeds/attendance_cues.csv``; here it is judged whether people are listed where the wording expects them.
"""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple

from flows.language.phrases import Phrases
from flows.language.seeds import rows
from flows.language.sentences import sentences
from flows.parse.segments import Segment, split, trimmed

_NAMES: Final = re.compile(r"\b[A-Z][\w'’.-]*")
_PEOPLE: Final = re.compile(
    r"\b(?:officers?|officials?|dignitaries|members?|leaders?|famil(?:y|ies)|guests?|representatives?|elders?|notables?|citizens"
    r"|students?|teachers|parents|journalists|workers|personnel|participants|delegates|people|women|children|scholars|ministers?"
    r"|secretar(?:y|ies)|heads?|staff|faculty|lawyers|ambassadors?|diplomats|chiefs?|in-charges?|others)\b",
    re.IGNORECASE,
)
_LISTED: Final = re.compile(r",| and |&| as well as | along ?with ")
_ALSO: Final = re.compile(r"\b(?:also|too)\b")  # one more of whom a list was given: no list is needed
_VERB: Final = re.compile(r"\b(?:was|were|is|are|has|have|had|will|would|said|says|[a-z]{3,}ed)\b")
_ITEM: Final = re.compile(r"(?:[•*·–-]|\(?(?:\d{1,2}|[ivxlc]{1,5}|[a-z])[.)])\s*[A-Z]")
_FEWEST_NAMES: Final = 2  # capitalised words that make a name
_LONGEST_LABEL: Final = 20  # characters between the wording and the colon above a list
_LIST_ITEMS: Final = 3  # commas in a list that stands without a verb


class Trigger(NamedTuple):
    """A word that attendance may be told with, and where it stands."""

    at: int
    word: str


class Cue(NamedTuple):
    """A wording, and where it expects its people."""

    pattern: re.Pattern[str]
    people: str


def triggers(text: str) -> list[Trigger]:
    """Where words stand that attendance may be told with: in most texts nowhere, and then nothing more is to be done."""
    return [Trigger(start, word) for start, _, word in _triggers().find(text)]


def attendance(text: str, segment: Segment, found: Sequence[Trigger]) -> Iterator[Segment]:
    """The paragraph cut into its attendance sentences and what is between them. ``found``: the text's ``triggers``."""
    inside = found[bisect_left(found, (segment.start,)) : bisect_left(found, (segment.end,))]
    if not inside:
        yield segment
        return
    spans = [
        (start, end)
        for start, end in sentences(text, segment.start, segment.end)
        if (words := {t.word for t in inside if start <= t.at < end}) and tells_presence(text[start:end], words)
    ]
    for part in split(segment, *(edge for span in spans for edge in span)):
        kind = "attendance" if any(s <= part.start and part.end <= e for s, e in spans) else part.kind
        bare = trimmed(text, part._replace(kind=kind))
        if bare is not None:
            yield bare


def with_lists(text: str, story: Sequence[Segment]) -> Iterator[Segment]:
    """The story's segments, the items of a list below a line that ends in a colon and tells of presence of that kind, too."""
    is_open = False
    for segment in story:
        line = segment.of(text)
        is_item = is_open and segment.kind == "body" and _ITEM.match(line) is not None
        yield segment.labelled("attendance") if is_item else segment
        is_open = is_item or (segment.kind == "attendance" and line.endswith(":"))


def tells_presence(sentence: str, words: Collection[str]) -> bool:
    """Whether a sentence lists people who were there. ``words``: the triggers that stand in it."""
    cues = (cue for word in words for cue in _cues()[word])
    return any(_holds(cue, match, sentence) for cue in cues if (match := cue.pattern.search(sentence)))


def _holds(cue: Cue, match: re.Match[str], sentence: str) -> bool:
    if cue.people == "after":
        return _names_people(sentence[match.end() :]) or _announces(sentence[match.end() :])
    before = sentence[: match.start()]
    if cue.people == "list":
        return (
            before.count(",") >= _LIST_ITEMS
            and len(_NAMES.findall(before)) >= 2 * _LIST_ITEMS
            and not _VERB.search(before)
        )
    return _names_people(before) and (_ALSO.search(match.group()) or _LISTED.search(before)) is not None


def _announces(rest: str) -> bool:
    """A list stands below: Those present were:"""
    return rest.endswith(":") and len(rest) <= _LONGEST_LABEL


def _names_people(part: str) -> bool:
    return len(_NAMES.findall(part)) >= _FEWEST_NAMES or _PEOPLE.search(part) is not None


@cache
def _cues() -> dict[str, list[Cue]]:
    by_trigger: dict[str, list[Cue]] = {}
    for row in rows("attendance_cues"):
        by_trigger.setdefault(row["trigger"], []).append(Cue(re.compile(row["pattern"]), row["people"]))
    return by_trigger


@cache
def _triggers() -> Phrases:
    return Phrases(row["trigger"] for row in rows("attendance_cues"))
