"""Which codes a rule's match can begin with, read off its regular expression, so that only rules that can match are tried."""

from typing import NamedTuple


class First(NamedTuple):
    """The codes that a part can begin with, whether it can be empty, and where the part ends."""

    codes: frozenset[str]
    is_empty: bool
    end: int


def first_codes(regex: str) -> frozenset[str]:
    """The codes that a match can begin with. Knows what ``grammar`` writes: classes, groups, alternatives, look-around, ? * +."""
    return _alternatives(regex, 0).codes


def _alternatives(regex: str, at: int) -> First:
    codes: frozenset[str] = frozenset()
    is_empty = False
    while True:
        branch = _sequence(regex, at)
        codes |= branch.codes
        is_empty = is_empty or branch.is_empty
        if regex[branch.end : branch.end + 1] != "|":
            return First(codes, is_empty, branch.end)
        at = branch.end + 1


def _sequence(regex: str, at: int) -> First:
    codes: frozenset[str] = frozenset()
    is_empty = True
    while at < len(regex) and regex[at] not in "|)":
        part = _part(regex, at)
        if is_empty:
            codes |= part.codes
        is_empty = is_empty and part.is_empty
        at = part.end
    return First(codes, is_empty, at)


def _part(regex: str, at: int) -> First:
    """A class or group with what repeats it. A look-around takes no room."""
    if regex[at] == "[":
        end = regex.index("]", at)
        part = First(frozenset(regex[at + 1 : end]), False, end + 1)
    else:
        inner = _alternatives(regex, _opened(regex, at))
        is_look = regex.startswith(("(?=", "(?!", "(?<=", "(?<!"), at)
        part = First(frozenset(), True, inner.end + 1) if is_look else First(inner.codes, inner.is_empty, inner.end + 1)
    mark = regex[part.end : part.end + 1]
    return First(part.codes, part.is_empty or mark in ("?", "*"), part.end + 1) if mark and mark in "?*+" else part


def _opened(regex: str, at: int) -> int:
    """Where the content of the group that opens at ``at`` begins."""
    for opening in ("(?:", "(?=", "(?!", "(?<=", "(?<!"):
        if regex.startswith(opening, at):
            return at + len(opening)
    return regex.index(">", at) + 1 if regex.startswith("(?P<", at) else at + 1
