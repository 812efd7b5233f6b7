"""Stories: where a report turns to another one, and where it looks back at older ones.

Datelines inside round-ups open a story; cross-heads and `Meanwhile` only where people, place and subject change. Names are
told by their capitals: nothing is looked up.
"""

import re
from collections.abc import Sequence
from typing import Final

from flows.parse.dateline import find, label_of
from flows.parse.letterhead import is_nominal
from flows.parse.patterns import DAY_NAME, MONTH
from flows.parse.segments import Segment, ends_sentence
from flows.parse.turns import first_sentence, has_incident, is_new, is_older, points_back, turns

_LOOK_BACK: Final = re.compile(
    rf"(?:(?:Earlier,? )?(?:[Ii]n|[Oo]n) (?:{MONTH}\s(?:\d{{1,2}},?\s)?)?(?:19|20)\d\d\b"
    rf"|(?:Earlier,? )?[Ii]n {MONTH}(?:,| (?:this|last) year\b)"
    r"|(?:Earlier )?[Ll]ast (?:month|year)\b|(?:Earlier, )?(?:[Aa] (?:month|year)|(?:[Tt]wo|[Tt]hree|[Ss]everal) (?:months|years)) ago\b)"
)
_VERB: Final = re.compile(r"(?<=\s)(?:[a-z]+(?:ed|s)|held|shot|found|hit|dead|to|in|won|lost|set|kick)\b")
_LABEL: Final = re.compile(
    r"([A-Z][A-Z '’-]{2,40}[A-Z]):\s+(?=[A-Z])"
)  # `DROWNED: A boy …`, a cross-head set in the line
_SHORTEST_TOLD: Final = 120  # characters of a story before one in a round-up
_LONGEST_HEAD: Final = 130  # characters
_LONGEST_TURN: Final = 70  # characters of a cross-head that opens a story
_DAY: Final = re.compile(rf"\b{DAY_NAME}\b")
_LAST: Final = 12  # segments at a report's end among which background is looked for, furniture with it
_DEEPEST: Final = 70  # characters within which a dateline shows itself
_SHORTEST_STORY: Final = 60  # characters after a dateline
_PULLED: Final = 5  # words; a shorter line between paragraphs is a cross-head, a longer one may be a standfirst


def stories(text: str, segments: Sequence[Segment]) -> list[Segment]:
    """The body's paragraphs, each with its story; datelines in the body and a standfirst set between paragraphs labelled."""
    heads = [at for at, s in enumerate(segments) if not s.kind and is_cross_head(text, segments, at)]
    above = {at for at in heads if len(_after_dateline(text, segments[at + 1])) > 1}  # headlines of a round-up
    out: list[Segment] = []
    story, kind, begin = 0, "", 0  # begin: where the telling of the story begins, its headline with it
    for at, segment in enumerate(segments):
        if segment.kind:
            out.append(segment)
            continue
        parts = _after_dateline(text, segment) if kind else [segment]
        is_headed = at - 1 in above
        if at in above or (
            not is_headed
            and (len(parts) > 1 or (kind and _turns(text, segments, at, heads, text[begin : segment.start])))
        ):
            story, begin = story + 1, segment.start
            kind = "background" if is_older(segment.of(text)) else "second"
        elif kind == "main" and _looks_back(text, segments, at, text[begin : segment.start]):
            story, kind = story + 1, "background"
        elif heads == [at] and _is_pulled(text, segments, at):
            out.append(segment.labelled("caption" if is_nominal(segment.of(text)) else "standfirst"))
            continue
        kind = kind or "main"
        out += [p if p.kind else Segment(p.start, p.end, "body", story, kind) for p in parts]
    return out


def is_cross_head(text: str, segments: Sequence[Segment], at: int) -> bool:
    """Whether a paragraph is a heading inside the story: short, no full stop, sentences above and below it."""
    if not 0 < at < len(segments) - 1 or segments[at].end - segments[at].start > _LONGEST_HEAD:
        return False
    line = segments[at].of(text)
    if ends_sentence(line) or line[-1] in ",-–—":
        return False
    if not (line[0].isupper() or line[0] in "‘'“\"") or segments[at + 1].kind:
        return False
    before, after = segments[at - 1], segments[at + 1].of(text)
    return (before.kind is not None or ends_sentence(before.of(text))) and len(after) > 100


def _after_dateline(text: str, segment: Segment) -> list[Segment]:
    """The paragraph, a dateline that opens it cut off."""
    line = segment.of(text)
    if not (line[:2].isupper() or ":" in line[:_DEEPEST] or "(" in line[:_DEEPEST]):
        return [segment]
    found = find(line)
    if found is None or found.strength < 2:
        return [segment]
    rest = line[found.end :].strip()
    if len(rest) < _SHORTEST_STORY or not (ends_sentence(rest) or len(rest) > 3 * _SHORTEST_STORY):
        return [segment]
    cut = segment.start + found.end
    return list(segment.cut(cut, "dateline", None))


def _turns(text: str, segments: Sequence[Segment], at: int, heads: Sequence[int], told: str) -> bool:
    """Whether the report turns to another story here."""
    line = segments[at].of(text)
    if at in heads:
        lead = first_sentence(segments[at + 1].of(text))
        if heads == [at] and _is_pulled(text, segments, at) and not _DAY.search(lead):
            return False
        passage = lead if line.isupper() else f"{line}. {lead}"  # of a head in capitals nobody can say what is a name
        return _is_news(line) and is_new(passage, told) and not points_back(lead[:60])
    label = _LABEL.match(line)
    if label is not None and len(told) >= _SHORTEST_TOLD:
        return _opens(label[1], first_sentence(line[label.end() :]), told)
    return turns(line, told, text[: segments[at].start])


def _opens(label: str, lead: str, told: str) -> bool:
    """Whether a cross-head set in the line opens a story: by its word, else by what follows it."""
    meaning = label_of(label)
    if meaning is not None:
        return meaning == "cross-head of a round-up"
    return is_new(f"{label} {lead}", told) and not points_back(lead[:60])


def _is_pulled(text: str, segments: Sequence[Segment], at: int) -> bool:
    """Whether a report's only heading is a standfirst set between paragraphs: a clause long, a blank line above it."""
    line = segments[at].of(text)
    is_apart = text.count("\n", segments[at - 1].end, segments[at].start) > 1
    return is_apart and len(line.split()) >= _PULLED and not line.isupper()


def _is_news(head: str) -> bool:
    """Whether a cross-head reads like a headline: it has a verb, or is in capitals throughout."""
    if (
        head[0] in "‘'“\""
        or len(head.split()) < (2 if head.isupper() else 3)
        or len(head) > _LONGEST_TURN
        or head.startswith(("The ", "He ", "She ", "They "))
    ):
        return False
    return head.isupper() or _VERB.search(head) is not None


def _looks_back(text: str, segments: Sequence[Segment], at: int, told: str) -> bool:
    """Whether older incidents are told from here to the end: a past month or year opens one of the last paragraphs."""
    line = segments[at].of(text)
    if (
        at < max(2, len(segments) - _LAST)
        or _LOOK_BACK.match(line) is None
        or sum(not s.kind for s in segments[at:]) > 2
    ):
        return False
    return has_incident(line) and has_incident(told)
