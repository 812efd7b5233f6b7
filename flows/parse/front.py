"""What stands before the story: headline, standfirst, byline, dateline, caption, stamp, furniture, in any order or none at all."""

import re
from typing import Final, NamedTuple

from flows.parse import stamps
from flows.parse.dateline import Dateline, find, find_inside, is_city, stands_alone, whole
from flows.parse.heading import BULLET, below_overline, heading, with_portraits
from flows.parse.letterhead import is_attribution
from flows.parse.segments import Segment, ends_sentence, trimmed

_DEPTH: Final = 14  # paragraphs in which a story's beginning is looked for
_FIRST_LEAD: Final = 30  # characters; no headline ends with a full stop
_NEAR: Final = 6  # paragraphs in which a headline's story begins
_DEEPEST_LEAD: Final = 3  # paragraphs that read like a story's before the search for a dateline ends
_LEAD: Final = 60  # characters; a shorter line with a full stop may still be a standfirst
_LONG: Final = 170  # characters; no headline or standfirst is longer
_LONGEST_ALONE: Final = 40  # characters of a dateline on a line of its own
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
    labelled, story = heading(text, segments[:at], title_end), segments[at:]
    if story and not title_end:
        labelled = below_overline(text, labelled, story[0].of(text))
    labelled = with_portraits(text, labelled, story)
    if dateline is None:
        return Front(labelled, story, _told_above(text, labelled))
    opening, rest = story[0].cut(story[0].start + dateline.end, "dateline", None)
    return Front([*labelled, opening], [rest, *story[1:]], dateline)


def _told_above(text: str, labelled: list[Segment]) -> Dateline | None:
    """The dateline that stands apart from the story, above its headline or its writer's name."""
    lines = (s.of(text) for s in labelled if s.kind == "dateline")
    return next((whole(line) or stands_alone(line) for line in lines), None)


def _run_on(text: str, segments: list[Segment], title_end: int) -> list[Segment]:
    """The paragraphs, one cut where a headline or a byline ran on into the dateline."""
    free = [at for at, s in enumerate(segments[:_DEPTH]) if not s.kind and s.start >= title_end][:_DEEPEST_LEAD]
    for at in free:
        line = segments[at].of(text)
        if find(line) is not None:
            break
        if (edge := _city_behind(line)) is not None:
            byline, city = segments[at].cut(segments[at].start + edge, None, None)
            return [*segments[:at], trimmed(text, byline) or byline, city, *segments[at + 1 :]]
        inside = find_inside(line)
        if inside is not None and (at == free[0] or stamps.is_byline(line[: inside[0]].strip(), alone=True)):
            before, story = segments[at].cut(segments[at].start + inside[0], None, None)
            return [*segments[:at], trimmed(text, before) or before, story, *segments[at + 1 :]]
    return segments


def _city_behind(line: str) -> int | None:
    """Where a city stands behind a byline in one line: Staff Reporter Karachi."""
    if len(line) > _LONGEST_ALONE:
        return None
    edges = [at for at, mark in enumerate(line) if mark == " "][-2:]
    return next((at + 1 for at in edges if is_city(line[at + 1 :]) and _is_writer(line[:at])), None)


def _is_writer(line: str) -> bool:
    """Whether a line is a byline that is not going on: By Nimal Perera in"""
    return stamps.is_byline(line) and not line.endswith((" in", " at", " from"))


def _beginning(text: str, segments: list[Segment], title_end: int) -> tuple[int, Dateline | None]:
    """The paragraph that the story begins with, and the dateline it begins with."""
    bodies: list[int] = []
    for at, segment in enumerate(segments[:_DEPTH]):
        if segment.kind or segment.start < title_end:
            continue
        line = segment.of(text)
        found = None if stamps.is_stamp(line) else find(line) or _alone(text, segments, at)
        if found is not None and _opens_story(text, segments, at, found, bodies):
            return at, found
        is_first = not title_end and all(s.kind for s in segments[:at])
        if _is_lead(line, is_first=is_first) and not _is_printed_again(text, segments, at):
            bodies.append(at)
            if len(bodies) > _DEEPEST_LEAD:
                break
    if bodies:
        return bodies[0], None
    return _after_headline(text, segments, title_end), None


def _alone(text: str, segments: list[Segment], at: int) -> Dateline | None:
    """The dateline that a short line is, between a headline and a story."""
    line = segments[at].of(text)
    may_be = len(line) <= _LONGEST_ALONE and line[:1].isupper() and not stamps.is_byline(line)
    return stands_alone(line) if may_be and _is_between(text, segments, at) else None


def _is_between(text: str, segments: list[Segment], at: int) -> bool:
    """Whether a paragraph stands between a headline and a story, where nothing but a dateline would."""
    if at + 1 >= len(segments):
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
    below = [line for s in segments[at + 1 : at + _NEAR] if not s.kind and not _is_aside(line := s.of(text))]
    if not below:
        return bool(rest) or (found.strength == 3 and not bodies)  # below a story, a place and day sign it
    return not any(map(_is_lead, below)) if rest else _is_lead(below[0])


def _is_lead(line: str, *, is_first: bool = False) -> bool:
    """Whether a line reads like a story's paragraph rather than like a headline or, where it is not the ``is_first``, a standfirst."""
    if is_attribution(line):
        return True
    if BULLET.match(line) or _is_aside(line):
        return False
    shortest = _FIRST_LEAD if is_first else _LEAD
    return len(line) > _LONG or (len(line) >= shortest and _SPEECH_END.search(line[-4:]) is not None)


def _is_printed_again(text: str, segments: list[Segment], at: int) -> bool:
    """Whether a line of the front stands there a second time, as headlines do around a stamp."""
    line = segments[at].of(text)
    return any(s.kind == "furniture" and s.of(text) == line for s in segments[at + 1 : _DEPTH])


def _is_aside(line: str) -> bool:
    """Whether a line may stand between a headline and its story, and is neither."""
    return stamps.is_caption(line) or stamps.is_stamp(line) or stamps.is_byline(line)


def _after_headline(text: str, segments: list[Segment], title_end: int) -> int:
    """Where a story begins that has no paragraph long enough to tell: after the title, or after the first free line."""
    free = [at for at, s in enumerate(segments) if not s.kind and s.start >= title_end]
    if not title_end and free and not ends_sentence(segments[free[0]].of(text)):
        free = free[1:]
    return free[0] if free else len(segments)
