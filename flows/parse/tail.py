"""What stands after the story: trailers, sign-offs, captions and teasers of other stories, link lists."""

import re
from typing import Final

from flows.parse import stamps
from flows.parse.furniture import is_teaser
from flows.parse.patterns import DASH
from flows.parse.segments import Segment, ends_sentence

_SIGN_OFF: Final = re.compile(
    rf"(?:\s*{DASH}\s*(?:[A-Z]{{3,}}-)?[A-Z]{{2,6}}(?:/[A-Za-z]{{2,10}})*\.?|\s*\((?:[A-Z]{{2,6}}|Reuters|Xinhua|Online|[Ee]nd)\)(?:\s?[a-z/]{{1,8}})?\.?)$"
)
_SHORTEST_HEAD, _LONGEST_HEAD = 20, 130  # characters of a headline or standfirst of another story
_AFTER_STOP: Final = re.compile(r"[.!?”\"’)]\s*$")


def tail(text: str, story: list[Segment]) -> list[Segment]:
    """The story's paragraphs, what is none of the story labelled: read from the end backwards, until a paragraph of news."""
    out = list(story)
    for at in range(len(out) - 1, 0, -1):
        segment = out[at]
        if segment.kind:
            continue
        line = segment.of(text)
        if stamps.is_byline(line):
            out[at] = segment.labelled("byline")
        elif stamps.is_stamp(line) or is_teaser(line) or _heads_another(line, out[at + 1 :]):
            out[at] = segment.labelled("furniture")
        elif stamps.is_caption(line):
            out[at] = segment.labelled("caption")
        else:
            out[at : at + 1] = _signed(text, segment)
            break
    return out


def _heads_another(line: str, below: list[Segment]) -> bool:
    """Whether a line without a full stop, above other furniture, is the heading of another story."""
    is_listed = bool(below) and below[0].kind == "furniture"
    return is_listed and _SHORTEST_HEAD < len(line) < _LONGEST_HEAD and not ends_sentence(line)


def _signed(text: str, segment: Segment) -> list[Segment]:
    """The last paragraph without its sign-off: `… he said. —NNI`, `… was held. (end) rk`."""
    line = segment.of(text)
    match = _SIGN_OFF.search(line)
    if match is None or not _AFTER_STOP.search(line[: match.start()]):
        return [segment]
    cut = segment.start + match.start()
    return list(segment.cut(cut, None, "furniture"))
