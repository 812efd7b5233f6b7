"""Attributions in headlines: ``Two held for robbery: police``."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from flows.contract.records import Mention
from flows.extract.clauses.descriptions import noun_kinds
from flows.extract.clauses.parsed import Parsed

_ATTRIBUTED: Final = re.compile(r"(?P<content>\S[^:]*\S)(?P<cue>\s*:\s*)(?P<speaker>[^:.?!]{2,50})$")
_SAYING: Final = re.compile(r"\s+(?:says?|said|tells)(?: \S.*)?$")  # …: PM says to the nation
_TOLD: Final = re.compile(r"\b(?:told|informed|briefed)$", re.I)
_FEWEST: Final = 4  # words of a headline's content
_MOST: Final = 5  # words of its speaker
_SPEAKING: Final = frozenset({"person", "organization", "post"})


class Attributed(NamedTuple):
    """A headline's content, the colon that attributes it, and the speaker with his mention."""

    content: tuple[int, int]
    cue: tuple[int, int]
    speaker: str
    ordinal: int | None


def headline_attributions(parsed: Parsed) -> Iterator[Attributed]:
    """What a headline says in somebody's name: the speaker is a named mention or a noun for a party, behind the last colon."""
    text = parsed.reading.text
    for section in parsed.reading.sections:
        found = _ATTRIBUTED.match(text[section.char_start : section.char_end]) if section.kind == "headline" else None
        if found is None or len(found["content"].split()) < _FEWEST:
            continue
        speaker = _SAYING.sub("", found["speaker"])
        if len(speaker.split()) > _MOST or _TOLD.search(speaker):
            continue  # …: court told
        start = section.char_start
        mention = _mention(parsed, start + found.start("speaker"), start + found.start("speaker") + len(speaker))
        if mention is None and speaker.split()[-1].lower() not in noun_kinds():
            continue
        colon = start + found.start("cue") + found["cue"].index(":")
        content = (start + found.start("content"), start + found.end("content"))
        yield Attributed(content, (colon, colon + 1), speaker.strip(), mention.ordinal if mention else None)


def _mention(parsed: Parsed, start: int, end: int) -> Mention | None:
    return next(
        (m for m in parsed.mentions if start <= m.char_start and m.char_end <= end and m.kind in _SPEAKING), None
    )
