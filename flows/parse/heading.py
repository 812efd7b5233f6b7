"""Headline, standfirst, byline, letterhead: what each paragraph in front of the story is."""

import re
from typing import Final

from flows.parse import furniture, stamps
from flows.parse.dateline import is_city, whole
from flows.parse.furniture import line_key
from flows.parse.letterhead import is_letterhead, is_nominal
from flows.parse.novelty import novelty, taken_up
from flows.parse.segments import Segment, ends_sentence

BULLET: Final = re.compile(r"[•●▪■◆*·►»>-]\s?(?=\S)")
_TAKEN_UP: Final = 0.4  # share of a headline's words that the lead may leave out
_BAR: Final = re.compile(r"[^|\n]{2,30}(?:\s\|\s[^|\n]{2,30}){3,}")  # the names of a page's sections in a row
_SOURCE: Final = re.compile(r"[A-Z][\w.&' -]{2,40} \([A-Z][a-z][A-Za-z .'-]{1,30}\)")
_RUBRIC: Final = 5  # words of a section's name
_PORTRAIT: Final = 10  # words below a picture
_SHORTEST_TRAILED: Final = 15  # characters of a headline that a page's trail repeats
_SHORTEST_STANDFIRST: Final = 3  # words; fewer are the name of a section


def heading(text: str, before: list[Segment], title_end: int) -> list[Segment]:
    """The front's paragraphs, each with its kind. The first that is nothing else is the headline; later ones a standfirst."""
    out: list[Segment] = []
    headline = ""
    for at, segment in enumerate(before):
        line = segment.of(text)
        if segment.kind:
            out.append(segment)
        elif segment.start >= title_end and _is_above(text, before, at, has_headline=bool(headline)):
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


def below_overline(text: str, labelled: list[Segment], lead: str) -> list[Segment]:
    """The front, another line its headline where the lead takes up that line and nothing of the first.

    The first is then a standfirst set above the headline, or the name of the page's section.
    """
    kinds = [s.kind for s in labelled]
    if "headline" not in kinds or "standfirst" not in kinds[(at := kinds.index("headline")) :]:
        return labelled
    below = kinds.index("standfirst", at)
    first, second = labelled[at].of(text), labelled[below].of(text)
    is_apart = kinds[at:] == ["headline", "standfirst"]
    if is_apart and novelty(first, lead) == 1 and novelty(second, lead) <= _TAKEN_UP:
        role = "standfirst"
    elif (
        _is_rubric(first) and not ends_sentence(second) and not taken_up(first, lead) and taken_up(second, lead) >= 0.5
    ):
        role = "furniture"
    else:
        return labelled
    changed = {at: role, below: "headline"}
    return [s.labelled(changed[n]) if n in changed else s for n, s in enumerate(labelled)]


def _is_source(line: str) -> bool:
    """Whether a line is an outlet's name with its city: The Citizen (Dar es Salaam)."""
    return _SOURCE.fullmatch(line) is not None and is_nominal(line.partition("(")[0])


def with_portraits(text: str, labelled: list[Segment], story: list[Segment]) -> list[Segment]:
    """The front, a line that gives no more than the post and name of somebody of the story the caption of his picture."""
    return [
        s.labelled("caption") if s.kind == "standfirst" and _is_portrait(s.of(text), text, story) else s
        for s in labelled
    ]


def _is_portrait(line: str, text: str, story: list[Segment]) -> bool:
    words = line.split()
    is_item = words[:1] and words[0].rstrip(".)").isdigit()  # of a list of who attended
    if is_item or not 3 <= len(words) <= _PORTRAIT or ends_sentence(line) or not is_nominal(line):
        return False
    name = " ".join(words[-2:])
    return any(name in s.of(text) for s in story if not s.kind)


def _is_rubric(line: str) -> bool:
    """Whether a line may be the name of a section: a few words, no sentence."""
    return len(line.split()) <= _RUBRIC and not ends_sentence(line) and "," not in line


def _is_above(text: str, before: list[Segment], at: int, *, has_headline: bool) -> bool:
    """Whether a line stands above the headline or around it and is none: a bullet, a section's or an office's name."""
    line = before[at].of(text)
    below = [s.of(text) for s in before[at + 1 :] if not s.kind]
    if has_headline:
        return is_letterhead(line) and not stamps.is_byline(line)
    if BULLET.match(line) or (below and (_is_trail(line, below[0]) or _is_source(line))) or _BAR.fullmatch(line):
        return True
    return (is_letterhead(line) and (bool(below) or len(before) > 1)) or _is_section_name(line, below)


def _is_trail(line: str, headline: str) -> bool:
    """Whether a line leads up to the headline below it and ends with it: Home Crime Two held, You are viewing Two held."""
    line, headline = line.rstrip("\"'”’ ").casefold(), headline.rstrip("\"'”’ ").casefold()
    return len(headline) >= _SHORTEST_TRAILED and len(line) > len(headline) + 1 and line.endswith(headline)


def _is_section_name(line: str, below: list[str]) -> bool:
    """Whether a line is the name of the page's section above the headline: one or two words, a longer line below."""
    if stamps.is_byline(line) or whole(line) is not None:
        return False
    longer = next((other for other in below if len(other.split()) > 2), "")
    return len(line.split()) <= 2 and len(longer.split()) > 3 and not stamps.is_byline(longer)


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
    if not titled and (named := _named(text, segment)):
        return named
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
    if named := _named(text, segment):
        return named
    glued = stamps.stamp_start(line)
    if glued is not None and not stamps.is_stamp(line):
        cut = segment.start + glued
        return list(segment.cut(cut, "byline", "furniture"))
    if is_city(line):
        return [segment.labelled("dateline")]  # below the headline, above a stamp or the writer's name
    is_section = len(line.split()) < _SHORTEST_STANDFIRST and not ends_sentence(line)
    return [segment.labelled(_side_kind(line, alone=True) or ("furniture" if is_section else "standfirst"))]


def _named(text: str, segment: Segment) -> list[Segment]:
    """The parts of a line of names and stamps; [] where it is anything else."""
    line = segment.of(text)
    named = stamps.parts(line)
    ends = [at for at, _ in named[1:]] + [len(line)]
    return [
        Segment(segment.start + at, segment.start + end, kind) for (at, kind), end in zip(named, ends, strict=False)
    ]


def _side_kind(line: str, *, alone: bool) -> str | None:
    bullet = BULLET.match(line)
    line = line[bullet.end() :] if bullet else line
    if stamps.is_stamp(line):
        return "furniture"
    if stamps.is_byline(line, alone=alone):
        return "byline"
    if whole(line) is not None:
        return "dateline"
    return "caption" if stamps.is_caption(line) else None


def _is_reprint(line: str, headline: str) -> bool:
    """Whether a line prints the headline once more, whole or cut short."""
    return bool(line) and (
        line == headline or (len(line) > 20 and (headline.startswith(line) or line.startswith(headline)))
    )
