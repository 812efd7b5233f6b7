"""Page furniture by rule: known markers from ``seeds/furniture.csv``, captions and teasers of other stories.

Judges one line or one text at a time; where in the report a line stands is not known here.
"""

import re
from functools import cache
from typing import Final

from flows.language.seeds import rows
from flows.parse.outlets import is_outlet

_PARTING: Final = re.compile(r"(?<=\S)\s+(?:--?|[|–—])\s+([^|–—]{2,40})$")
_KEY: Final = re.compile(r"[\W\d_]+")
_TEASER: Final = re.compile(
    r"(?:—|–|--|-)\s*(?:[A-Z][\w@.' /&-]{1,60}?)(?:/(?:File|screengrab)s?)?\s*(?:[A-Z][A-Z .'-]{2,30}:\s?)?[^.]{0,90}(?:\.\.\.|…)$"
    r"|/File\s?[A-Z][A-Z .'-]{2,30}:"
)
_CUT_SHORT: Final = re.compile(r"(?:\.\.\.|…)\s*$")
_ABOUT: Final = "heading of a boilerplate"
_CLOSING: Final = (
    frozenset(("end mark", "sign-off of an agency", "initials of an agency's desk"))
    | frozenset(("topic list", "link list", "contact", "comment box", "page footer"))
)  # fmt: skip
_SHORTEST_MARK: Final = 3  # letters
_LONGEST_LABEL: Final = 120  # characters
_LONGEST_MARK: Final = 240  # characters; a longer line is news even where it begins like a marker
_HINTS: Final = ("(adsbygoogle", "googletag.", "[ad", "[AD", "Published in ")  # how furniture inside lines begins
_MESSAGE: Final = re.compile(
    r"\[?\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? \d{1,2}:\d\d"
)  # how a text copied from a messenger begins


def is_marked(line: str) -> bool:
    """Whether a line is furniture by its own words: a button, a trailer, a copyright line, a link list."""
    if len(line) > _LONGEST_MARK:
        return False
    if line[:_SHORTEST_MARK].casefold() in _openings() and _starts().match(line) is not None:
        return True
    return len(line) < _LONGEST_LABEL and (_labels().match(line) is not None or _lines().fullmatch(line) is not None)


def is_teaser(line: str) -> bool:
    """Whether a line is a caption or teaser of another story, cut short by the page: `A gavel. — Pexels/FileTANK: A …`."""
    return len(line) < _LONGEST_MARK and (_CUT_SHORT.search(line) is not None or _TEASER.search(line) is not None)


def stretches(text: str) -> list[tuple[int, int]]:
    """Furniture inside lines: scripts that a page reader left in the text."""
    if not any(hint in text for hint in _HINTS) and not _MESSAGE.match(text):
        return []
    return [m.span() for m in _insides().finditer(text)]


def tail(line: str) -> int:
    """Where the outlet's tag on a headline begins; the line's length where there is none."""
    cut = len(line)
    for pattern in _tails():
        match = pattern.search(line, 0, cut)
        cut = match.start() if match and match.start() > 2 else cut
    parting = _PARTING.search(line, 0, cut)
    return parting.start() if parting and is_outlet(parting[1].strip()) else cut


def head(line: str) -> int:
    """Where a headline begins behind a prefix of the page: `VIDEO: …`; 0 where there is none."""
    match = _prefix().match(line)
    return match.end() if match else 0


def line_key(line: str) -> str:
    """What makes two printings of a line the same: its letters, case, digits and punctuation aside."""
    return _KEY.sub(" ", line.casefold()).strip()


def closes(line: str) -> bool:
    """Whether a line ends a page's story: behind it come lists of links and topics, initials and addresses."""
    return len(line) < _LONGEST_LABEL and _closings().fullmatch(line) is not None


def is_about(line: str) -> bool:
    """Whether a line is the heading of what a press office says of itself below each of its releases."""
    return len(line) < _LONGEST_LABEL and _abouts().fullmatch(line) is not None


def _patterns(where: str) -> list[str]:
    return [row["pattern"] for row in rows("furniture") if row["where"] == where]


def _beginnings(where: str) -> re.Pattern[str]:
    words = (
        re.escape(words) + (r"(?:\b|(?-i:(?=[A-Z])))" if words[-1].isalnum() else "") for words in _patterns(where)
    )
    return re.compile("|".join(words), re.IGNORECASE)


@cache
def _starts() -> re.Pattern[str]:
    return _beginnings("start")


@cache
def _openings() -> frozenset[str]:
    """The first letters of all marks: a line that begins otherwise needs no closer look."""
    return frozenset(mark[:_SHORTEST_MARK].casefold() for mark in _patterns("start"))


@cache
def _labels() -> re.Pattern[str]:
    return _beginnings("label")


@cache
def _lines() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in _patterns("line")), re.IGNORECASE)


@cache
def _closings() -> re.Pattern[str]:
    """What is furniture as an end mark or as the heading of a list."""
    found = [row for row in rows("furniture") if row["meaning"] in _CLOSING]
    words = [re.escape(r["pattern"]) + r"\b.*" for r in found if r["where"] in ("label", "start")]
    return re.compile("|".join([f"(?:{r['pattern']})" for r in found if r["where"] == "line"] + words), re.IGNORECASE)


@cache
def _abouts() -> re.Pattern[str]:
    return re.compile("|".join(r["pattern"] for r in rows("furniture") if r["meaning"] == _ABOUT), re.IGNORECASE)


@cache
def _insides() -> re.Pattern[str]:
    openings = "".join(re.escape(hint[0]) for hint in _HINTS)
    return re.compile(f"(?=[{openings}0-9])(?:{'|'.join(f'(?:{p})' for p in _patterns('inside'))})", re.MULTILINE)


@cache
def _prefix() -> re.Pattern[str]:
    return re.compile("|".join(_patterns("head")))


@cache
def _tails() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in _patterns("tail"))
