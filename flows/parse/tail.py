"""What stands after the story: trailers, sign-offs, captions and teasers of other stories, link lists."""

import re
from collections.abc import Sequence
from typing import Final

from flows.parse import stamps
from flows.parse.dateline import whole
from flows.parse.furniture import closes, is_about, is_teaser
from flows.parse.heading import BULLET
from flows.parse.novelty import novelty
from flows.parse.outlets import is_agency
from flows.parse.patterns import DASH
from flows.parse.segments import Segment, ends_sentence

_SIGN_OFF: Final = re.compile(
    rf"(?:\s*(?:/?Enditem|ENDS)\.?|\s/[A-Z]{{2,3}}/|\s*{DASH}\s*(?:[A-Z]{{3,}}-)?[A-Z]{{2,9}}(?:/[A-Za-z]{{2,10}})*\.?"
    r"|\s*\((?:[A-Z]{2,6}|Reuters|Xinhua|Online|[Ee]nd"
    r"|(?:[A-Z][\w.&'-]+ ){1,3}(?:News|Online|Press|Agency|Service|Wire|Desk))\)(?:\s?[a-z/.]{1,12})?\.?)$"
)
_END: Final = re.compile(r"(?i)\W*(?:ends?|-30-|#{3,}|-ends-)\W*")  # behind it an office has notes for editors
_CREDITS: Final = re.compile(r"(?i)\((?:additional )?(?:reporting|writing|editing|compiled) by [^\n]{3,200}\)$")
_LONGEST_CLOSING: Final = 220  # characters of a line that closes a report
_NOTES: Final = 4  # paragraphs
_AFTER_STOP: Final = re.compile(r"[.!?”\"’)]\s*$")
_SENTENCES: Final = re.compile(r"[a-z]{3}[.?!][\"”’)]?\s[A-Z]")  # a paragraph that was cut off, no heading
_LONGEST_SIGN_OFF: Final = 40  # characters
_COMMENTS: Final = re.compile(r"(?i)(?:\d+ )?comments?(?: \(\d+\))?|leave a (?:reply|comment)")
_LONGEST_COMMENT: Final = 170  # characters of what a reader writes below a story
_BOILERPLATE: Final = 12  # paragraphs that an office has to say of itself
_LONGEST_LABEL: Final = 40  # characters of the heading of a list
_SHORTEST_HEAD, _LONGEST_HEAD = 20, 130  # characters of a headline or standfirst of another story


def tail(text: str, story: Sequence[Segment]) -> list[Segment]:
    """The story's paragraphs, what is none of the story labelled: read from the end backwards, until a paragraph of news."""
    out = _closed(text, story)
    for at in range(len(out) - 1, 0, -1):
        segment = out[at]
        if segment.kind:
            continue
        signed = _signed(text, segment)
        kind = _kind(text, out, at) if len(signed) == 1 else None
        if kind is None:
            out[at : at + 1] = signed
            break
        out[at] = segment.labelled(kind)
    return out


def _closed(text: str, story: Sequence[Segment]) -> list[Segment]:
    """The story's paragraphs, all that follows an end mark or the heading of a list labelled, if it is short lines to the end."""
    for at in range(1, len(story)):
        if _is_last(text, story, at):
            return [*story[:at], *(s if s.kind else s.labelled("furniture") for s in story[at:])]
    return list(story)


def _is_last(text: str, story: Sequence[Segment], at: int) -> bool:
    """Whether a paragraph and what stands below it are no news."""
    kind = story[at].kind
    if kind != "furniture" and (
        kind or len(story) - at > _BOILERPLATE or story[at].end - story[at].start > _LONGEST_CLOSING
    ):
        return False
    line, below = story[at].of(text), [s.of(text) for s in story[at + 1 :] if not s.kind]
    return _ends_all(line, below) if kind else _is_colophon(line, below) or _is_credits(line, below)


def _ends_all(line: str, below: Sequence[str]) -> bool:
    """Whether nothing of the story stands below a line of furniture."""
    if is_about(line) and len(below) <= _BOILERPLATE:
        return True
    if _COMMENTS.fullmatch(line) is not None:
        return all(len(other) <= _LONGEST_COMMENT for other in below)
    return closes(line) and (all(map(_is_short, below)) or (_END.fullmatch(line) is not None and len(below) <= _NOTES))


def _is_colophon(line: str, below: Sequence[str]) -> bool:
    """Whether a line dates the story above it, and below it the office that issued it has its name alone."""
    return 0 < len(below) <= _NOTES and stamps.is_stamp(line) and all(map(_is_short, below))


def _is_credits(line: str, below: Sequence[str]) -> bool:
    """Whether a line in brackets names who wrote and edited the story, and below it stands what the agency says of itself."""
    is_told = 0 < len(below) <= _NOTES and line[0] == "(" and _CREDITS.match(line) is not None
    return is_told and all(len(other) <= _LONGEST_HEAD for other in below)


def _is_short(line: str) -> bool:
    return len(line) <= _LONGEST_HEAD and not ends_sentence(line)


def late_headline(text: str, story: Sequence[Segment]) -> list[Segment]:
    """The story's paragraphs, the last one a headline where it is short, without a full stop, and says what the lead says."""
    if len(story) < 3 or story[-1].kind or story[0].kind:
        return list(story)
    line = story[-1].of(text)
    is_apart = text.count("\n", story[-2].end, story[-1].start) > 1
    if (
        ends_sentence(line)
        or not is_apart
        or not _SHORTEST_HEAD < len(line) < _LONGEST_HEAD
        or novelty(line, story[0].of(text)) > 0.5
    ):
        return list(story)
    return [*story[:-1], story[-1].labelled("headline")]


def _kind(text: str, segments: Sequence[Segment], at: int) -> str | None:
    """What a line behind the story is; None where it is news."""
    line = segments[at].of(text)
    if stamps.is_byline(line):
        return "byline"
    if stamps.is_stamp(line) or whole(line) or is_teaser(line) or _is_listed(text, segments, at):
        return "furniture"
    return "caption" if stamps.is_caption(line) else None


def _is_listed(text: str, segments: Sequence[Segment], at: int) -> bool:
    """Whether a line without a full stop is in a list: the heading of another story above furniture, a topic below it."""
    line = segments[at].of(text)
    if not _is_short(line) or _is_item(text, segments, at) or (line[0].isupper() and _SENTENCES.search(line)):
        return False
    is_above = len(line) > _SHORTEST_HEAD and any(_is_furniture(text, s) for s in segments[at + 1 : at + 2])
    above = segments[at - 1]
    return is_above or (above.end - above.start < _LONGEST_LABEL and _is_furniture(text, above))


def _is_item(text: str, segments: Sequence[Segment], at: int) -> bool:
    """Whether a line is in a list of the story: bullets below a line that ends in a colon."""
    lines = (s.of(text) for s in reversed(segments[: at + 1]))
    above = next((line for line in lines if not BULLET.match(line)), "")
    return BULLET.match(segments[at].of(text)) is not None and above.endswith(":")


def _is_furniture(text: str, segment: Segment) -> bool:
    """Whether a segment is furniture that a reader sees: a script may stand anywhere, and tells nothing of its neighbours."""
    return segment.kind == "furniture" and "push(" not in segment.of(text)


def _signed(text: str, segment: Segment) -> list[Segment]:
    """The last paragraph without its sign-off: `… he said. —NNI`, `… was held. (end) rk`, `… he said. AFP`."""
    line = segment.of(text)
    match = _SIGN_OFF.search(line, max(0, len(line) - _LONGEST_SIGN_OFF))
    at = match.start() if match else len(line) - len(line.rsplit(None, 1)[-1])
    if not at or not _AFTER_STOP.search(line[:at]) or not (match or is_agency(line[at:])):
        return [segment]
    return list(segment.cut(segment.start + at, None, "furniture"))
