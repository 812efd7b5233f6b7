"""Stories: where a report turns to another one.

Cross-heads and datelines inside round-ups open one; `Meanwhile` only where people, place and subject change.
"""

import re
from typing import Final

from flows.parse.dateline import find
from flows.parse.segments import Segment, ends_sentence

_TURN: Final = re.compile(
    r"(?:Meanwhile|Separately|Elsewhere|In (?:another|a separate|a related) (?:development|incident|case|event|action|meeting))\b,?"
)
_WORD: Final = re.compile(r"[A-Za-z][a-z'’-]{3,}|[A-Z]{2,}")
_COMMON_WORDS: Final = """
    that this with from have been were their which they said also other after would will about into during over under them there
    these those than when while where being more most such only very some here against between through including meanwhile
    separately another development incident police officer official told according source
"""
_COMMON: Final = frozenset(_COMMON_WORDS.split())
_LEAST_NEW: Final = 0.72  # share of a turn's content words that the story before it must not hold


def stories(text: str, segments: list[Segment]) -> list[Segment]:
    """The body's paragraphs, each with its story's number; datelines inside the body become sections of their own."""
    out: list[Segment] = []
    story = 0
    told = ""
    heads = [at for at, s in enumerate(segments) if not s.kind and is_cross_head(text, segments, at)]
    for at, segment in enumerate(segments):
        if segment.kind:
            out.append(segment)
            continue
        line = segment.of(text)
        found = find(line) if told else None
        if found is not None and found.strength > 1 and len(line) > found.end:
            story += 1
            told = ""
            cut = segment.start + found.end
            out.append(Segment(segment.start, cut, "dateline"))
            segment = segment._replace(start=cut)
        elif told and _turns(line, told, at in heads, segments, at, text):
            story += 1
            told = ""
        told += " " + line
        out.append(segment._replace(kind="body", story=story, story_kind="second" if story else "main"))
    return out


def is_cross_head(text: str, segments: list[Segment], at: int) -> bool:
    """Whether a paragraph is a heading inside the story: short, no full stop, and a paragraph after it."""
    line = segments[at].of(text)
    if (
        not 0 < at < len(segments) - 1
        or len(line) > 90
        or ends_sentence(line)
        or line[0] in "“\"'‘(—–-•*"
        or not line[0].isupper()
    ):
        return False
    before, after = segments[at - 1].of(text), segments[at + 1].of(text)
    return ends_sentence(before) and len(after) > 100 and text[segments[at].end - 1] not in ",-"


def _turns(line: str, told: str, is_head: bool, segments: list[Segment], at: int, text: str) -> bool:
    if is_head:
        return len(line.split()) > 3 and novelty(line + " " + segments[at + 1].of(text), told) >= _LEAST_NEW
    return _TURN.match(line) is not None and novelty(line.split(". ")[0], told) >= _LEAST_NEW


def novelty(line: str, told: str) -> float:
    """Share of a passage's content words that the text before it does not hold, 0 to 1."""
    known = {stem(w) for w in _WORD.findall(told)}
    words = {stem(w) for w in _WORD.findall(line)} - _COMMON
    return sum(w not in known for w in words) / len(words) if words else 0.0


def stem(word: str) -> str:
    """A word without its commonest endings, so that `meeting` and `meetings` are one."""
    return re.sub(r"(?:'s|’s|ing|ed|es|s)$", "", word.lower())
