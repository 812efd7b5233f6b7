"""What stands before the story: headline, standfirst, byline, dateline, caption, stamp, furniture, in any order or none at all."""

import re
from typing import Final, NamedTuple

from flows.parse import furniture, stamps
from flows.parse.dateline import Dateline, find, find_inside, stands_alone
from flows.parse.furniture import line_key
from flows.parse.novelty import novelty
from flows.parse.segments import Segment, ends_sentence, trimmed

_DEPTH: Final = 14  # paragraphs in which a story's beginning is looked for
_FIRST_LEAD: Final = 30  # characters; no headline ends with a full stop
_DEEPEST_LEAD: Final = 3  # paragraphs that read like a story's before the search for a dateline ends
_LEAD: Final = 60  # characters; a shorter line with a full stop may still be a standfirst
_TAKEN_UP: Final = 0.4  # share of a headline's words that the lead may leave out
_LONG: Final = 170  # characters; no headline or standfirst is longer
_BULLET: Final = re.compile(r"[•●▪■◆*·►»>-]\s?(?=\S)")
_SPEECH_END: Final = re.compile(r"[.!?…][\"'”’)\]]*$")


class Front(NamedTuple):
    """Labelled segments of the front, the segments of the story, and its dateline."""

    labelled: list[Segment]
    story: list[Segment]
    dateline: Dateline | None


def front(text: str, segments: list[Segment], title_end: int = 0) -> Front:
    """Tell the front from the story. ``title_end``: where a title ends that the source kept apart, 0 where it did not."""
    segments = _run_on(text, segments, title_end)
    at, dateline = _beginning(text, segments, title_end)
    labelled, story = _labelled(text, segments[:at], title_end), segments[at:]
    if story and not title_end:
        labelled = _overline(text, labelled, story[0].of(text))
    if dateline is None:
        return Front(labelled, story, None)
    opening, rest = story[0].cut(story[0].start + dateline.end, "dateline", None)
    return Front([*labelled, opening], [rest, *story[1:]], dateline)


def _run_on(text: str, segments: list[Segment], title_end: int) -> list[Segment]:
    """The paragraphs, one cut where a headline or a byline ran on into the dateline."""
    free = [at for at, s in enumerate(segments[:_DEPTH]) if not s.kind and s.start >= title_end][:_DEEPEST_LEAD]
    for at in free:
        line = segments[at].of(text)
        if find(line) is not None:
            break
        inside = find_inside(line)
        if inside is not None and (at == free[0] or stamps.is_byline(line[: inside[0]].strip(), alone=True)):
            before, story = segments[at].cut(segments[at].start + inside[0], None, None)
            return [*segments[:at], trimmed(text, before) or before, story, *segments[at + 1 :]]
    return segments


def _beginning(text: str, segments: list[Segment], title_end: int) -> tuple[int, Dateline | None]:
    """The paragraph that the story begins with, and the dateline it begins with."""
    bodies: list[int] = []
    for at, segment in enumerate(segments[:_DEPTH]):
        if segment.kind or segment.start < title_end:
            continue
        line = segment.of(text)
        found = find(line) or (stands_alone(line) if _is_between(text, segments, at) else None)
        if found is not None and _opens_story(text, segments, at, found, bodies):
            return at, found
        is_first = not title_end and all(s.kind for s in segments[:at])
        if _is_lead(line, is_first=is_first):
            bodies.append(at)
            if len(bodies) > _DEEPEST_LEAD:
                break
    if bodies:
        return bodies[0], None
    return _after_headline(text, segments, title_end), None


def _is_between(text: str, segments: list[Segment], at: int) -> bool:
    """Whether a paragraph stands between a headline and a story, where nothing but a dateline would."""
    if not segments[at].of(text).isupper() or at + 1 >= len(segments):
        return False
    return any(not s.kind for s in segments[:at]) and not segments[at + 1].kind and _is_lead(segments[at + 1].of(text))


def _opens_story(text: str, segments: list[Segment], at: int, found: Dateline, bodies: list[int]) -> bool:
    """Whether a dateline is the report's own: not a headline with a colon, not a later paragraph of a round-up."""
    if len(bodies) > (1 if found.strength < 3 else 2):
        return False
    rest = segments[at].of(text)[found.end :].strip()
    if found.strength == 3 and rest:
        return True
    if len(rest) > _LONG or (rest and _SPEECH_END.search(rest)):
        return True
    following = next((s for s in segments[at + 1 : at + 3] if not s.kind), None)
    if following is None:
        return bool(rest) or found.strength == 3
    return _is_lead(following.of(text)) == (not rest)


def _is_lead(line: str, *, is_first: bool = False) -> bool:
    """Whether a line reads like a story's paragraph rather than like a headline or, where it is not the ``is_first``, a standfirst."""
    if _BULLET.match(line) or stamps.is_caption(line) or stamps.is_stamp(line) or stamps.is_byline(line):
        return False
    shortest = _FIRST_LEAD if is_first else _LEAD
    return len(line) > _LONG or (len(line) >= shortest and _SPEECH_END.search(line[-4:]) is not None)


def _after_headline(text: str, segments: list[Segment], title_end: int) -> int:
    """Where a story begins that has no paragraph long enough to tell: after the title, or after the first free line."""
    free = [at for at, s in enumerate(segments) if not s.kind and s.start >= title_end]
    if not title_end and free and not ends_sentence(segments[free[0]].of(text)):
        free = free[1:]
    return free[0] if free else len(segments)


def _labelled(text: str, before: list[Segment], title_end: int) -> list[Segment]:
    """The front's paragraphs, each with its kind. The first that is nothing else is the headline; later ones a standfirst."""
    out: list[Segment] = []
    headline = ""
    for at, segment in enumerate(before):
        line = segment.of(text)
        if segment.kind:
            out.append(segment)
        elif (
            segment.start >= title_end and not headline and (_BULLET.match(line) or _is_section_name(text, before, at))
        ):
            out.append(segment.labelled("furniture"))
        elif segment.start < title_end or not headline or _goes_on(text, out[-1], segment):
            parts = _head(text, segment, titled=segment.start < title_end)
            headline = headline or next((line_key(p.of(text)) for p in parts if p.kind == "headline"), "")
            out += parts
        elif _is_reprint(line_key(line), headline):
            out.append(segment.labelled("furniture"))
        else:
            out += _other(text, segment)
    return out


def _overline(text: str, labelled: list[Segment], lead: str) -> list[Segment]:
    """The front, headline and standfirst exchanged where the lead takes up the second line and nothing of the first."""
    at = next((at for at, s in enumerate(labelled) if s.kind == "headline"), len(labelled))
    if [s.kind for s in labelled[at:]] != ["headline", "standfirst"]:
        return labelled
    first, second = labelled[at:]
    if novelty(first.of(text), lead) < 1 or novelty(second.of(text), lead) > _TAKEN_UP:
        return labelled
    return [*labelled[:at], first.labelled("standfirst"), second.labelled("headline")]


def _is_section_name(text: str, before: list[Segment], at: int) -> bool:
    """Whether a line is the name of the page's section above the headline: one or two words, a longer line below."""
    below = next((s.of(text) for s in before[at + 1 :] if not s.kind), "")
    return len(before[at].of(text).split()) <= 2 and len(below.split()) > 3 and not stamps.is_byline(below)


def _goes_on(text: str, above: Segment, segment: Segment) -> bool:
    """Whether a headline goes on in the next line: in capitals, or in lower case."""
    lines = above.of(text), segment.of(text)
    if above.kind == "headline" and lines[1][0].islower():
        return True
    return (
        above.kind == "headline" and text.count("\n", above.end, segment.start) == 1 and all(x.isupper() for x in lines)
    )


def _head(text: str, segment: Segment, *, titled: bool) -> list[Segment]:
    """The headline, its outlet tag cut off; or what the line is instead."""
    line = segment.of(text)
    if not titled and (kind := _side_kind(line, alone=False)):
        return [segment.labelled(kind)]
    prefix = furniture.head(line)
    cut = _doubled(line) or furniture.tail(line)
    parts = ((0, prefix, "furniture"), (prefix, cut, "headline"), (cut, len(line), "furniture"))
    return [Segment(segment.start + a, segment.start + b, kind) for a, b, kind in parts if b > a]


def _doubled(line: str) -> int:
    """Where a headline begins again that is printed twice in one line; 0 where it is not."""
    half = len(line) // 2
    return half if len(line) % 2 and line[:half].casefold() == line[half + 1 :].casefold() else 0


def _other(text: str, segment: Segment) -> list[Segment]:
    line = segment.of(text)
    if named := stamps.parts(line):
        ends = [at for at, _ in named[1:]] + [len(line)]
        return [
            Segment(segment.start + at, segment.start + end, kind) for (at, kind), end in zip(named, ends, strict=True)
        ]
    glued = stamps.stamp_start(line)
    if glued is not None and not stamps.is_stamp(line):
        cut = segment.start + glued
        return list(segment.cut(cut, "byline", "furniture"))
    return [segment.labelled(_side_kind(line, alone=True) or "standfirst")]


def _side_kind(line: str, *, alone: bool) -> str | None:
    bullet = _BULLET.match(line)
    line = line[bullet.end() :] if bullet else line
    if stamps.is_stamp(line):
        return "furniture"
    if stamps.is_byline(line, alone=alone):
        return "byline"
    return "caption" if stamps.is_caption(line) else None


def _is_reprint(line: str, headline: str) -> bool:
    """Whether a line prints the headline once more, whole or cut short."""
    return bool(line) and (
        line == headline or (len(line) > 20 and (headline.startswith(line) or line.startswith(headline)))
    )
