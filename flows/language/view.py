"""A cleaned view of a text with a map back: soft hyphens, NBSP, entities and mojibake are understood, ``text`` is never changed."""

import html
import re
from bisect import bisect_right
from dataclasses import field
from functools import lru_cache
from typing import Final

import ftfy

from flows.contract.fixed import fixed
from flows.language.steps import ABREAST

# One class, so that a scan over clean text costs one comparison a character.
_SUSPECT: Final = re.compile(
    "[&*\\\\\r\u00a0\u00ad\u00c2\u00c3\u00d8\u00d9\u00e2\u2000-\u200f\u2028-\u202f\u205f\u2060\u2066-\u2069\u3000\ufeff]"
)
_DIRT: Final = re.compile(
    rf"(?={_SUSPECT.pattern})(?:"
    r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]+"  # invisible: dropped
    r"|[\u00a0\u2000-\u200a\u202f\u205f\u3000]"  # spaces: one plain space each
    r"|(?<![\w*])\*{1,2}(?=[^\s*][^*\n]{0,400}\*)|(?<=[^\s*])\*{1,2}(?![\w*])"  # bold type in messages: dropped
    r"|\r\n?|[\u2028\u2029]|(?:\\r)?\\n(?![a-z])"  # ends of line, the last two written out as letters
    r"|&(?:[A-Za-z]{2,8}|#\d{1,6}|#x[0-9A-Fa-f]{1,5});"
    r"|(?:[\u00c2\u00c3\u00e2\u00d8\u00d9][\u0080-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]{1,2})+)"
)
_SPREAD: Final = re.compile(rf"{_DIRT.pattern}|\n[ \t]*\n[ \t]*(?=\S)")  # double spacing, too: one end of line
_BROKEN: Final = re.compile(r"\n(?<![.!?:;…\"”\s]\n)[ \t]*\n[ \t]*[a-z]")  # a blank line in mid-sentence
_CLOSED: Final = frozenset('.!?:;…"”')
_SINGLE: Final = re.compile(r"\S[ \t]*\n[ \t]*\S")
_FEWEST_BROKEN: Final = 2  # blank lines before a small letter in mid-sentence
_WIDTH: Final = range(45, 121)  # characters in a line that was broken by width
_INVISIBLE: Final = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")


@fixed()
class View:
    """Cleaned ``text``; ``source`` maps its offsets back. Identity where there was nothing to clean."""

    text: str
    _cuts: tuple[int, ...] = ()  # offsets in the view where a replaced stretch ends …
    _shifts: tuple[int, ...] = field(default=())  # … and how far source offsets run ahead from there

    def source(self, start: int, end: int) -> tuple[int, int]:
        """A span of the view as a span of the source text."""
        return (self.offset(start), self.offset(end - 1) + 1) if end > start else (self.offset(start),) * 2

    def offset(self, position: int) -> int:
        """The source offset of a character of the view."""
        at = bisect_right(self._cuts, position)
        return position + (self._shifts[at - 1] if at else 0)


@lru_cache(maxsize=2 * ABREAST)  # a report is cleaned to be parsed, and again to be read, when all beside it are parsed
def clean(text: str) -> View:
    """The cleaned view of a text. Linear in its length."""
    dirt = _SPREAD if _is_spread(text) else _DIRT
    if dirt is _DIRT and not _SUSPECT.search(text):
        return View(text)
    parts: list[str] = []
    cuts: list[int] = []
    shifts: list[int] = []
    done = length = 0
    for match in dirt.finditer(text):
        mended = _mend(match.group())
        if mended == match.group():
            continue
        parts += (text[done : match.start()], mended)
        length += match.start() - done + len(mended)
        done = match.end()
        if len(mended) != match.end() - match.start():
            cuts.append(length)
            shifts.append(done - length)
    if not parts:
        return View(text)
    return View("".join((*parts, text[done:])), tuple(cuts), tuple(shifts))


def _is_spread(text: str) -> bool:
    """Whether lines broken by width stand with a blank line between all of them, as some agencies' pages print their copy."""
    first = _BROKEN.search(text)
    if first is None or _SINGLE.search(text):
        return False
    lines = [line for line in text.split("\n") if line and not line.isspace()]
    wrapped = sum(len(line) in _WIDTH and line[-1] not in _CLOSED for line in lines)
    if 2 * wrapped < len(lines) or max(map(len, lines)) >= _WIDTH.stop:
        return False
    return sum(1 for _ in _BROKEN.finditer(text, first.start())) >= _FEWEST_BROKEN


def _mend(stretch: str) -> str:
    first = stretch[0]
    if first == "&":
        plain = html.unescape(stretch)
        return plain if plain == stretch or plain == "\n" else _INVISIBLE.sub("", " " if plain.isspace() else plain)
    if first in "\u00c2\u00c3\u00e2\u00d8\u00d9":
        return str(ftfy.fix_encoding(stretch))
    if first == "*":
        return ""
    if first in "\n\r\\\u2028\u2029":
        return "\n"
    return "" if _INVISIBLE.match(first) else " "
