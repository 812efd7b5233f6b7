"""Posts that are printed in small letters: the regional presidential delegate, deputy minister for youth, Kihonda ward chairperson."""

from functools import cache
from typing import Final

from flows.extract.recognizers.lexicon import post_words
from flows.extract.recognizers.nouns import leading_nouns
from flows.extract.recognizers.units import Units

_SMALL: Final = "xkvl"  # classes of small words; k and v are police, district
_OPENS: Final = frozenset('|"xtof,pnaemM')  # what stands before a phrase
_FARTHEST: Final = 3  # words of a field
_GRADED: Final = frozenset({"judicial", "military"})
_NAME: Final = "HGCQ"
_BEHIND: Final = _NAME + ",.;|)"


def led(units: Units, first: int, core: int) -> int:
    """Where a post begins whose title is in small letters: with the words of posts before it, and the place they are of.

    ``first`` is where it begins without them, ``core`` its title.
    """
    start = units.starts[core]
    if units.text[start].isupper() or units.codes[first:core].strip("m") or _is_other(units, start):
        return first
    at = first
    while at and _may_lead(units, at - 1):
        at -= 1 + (units.codes[at - 2] == "a" and _may_lead(units, at - 3))  # legal and compliance officer
    if at == first:
        return first
    at -= at > 0 and units.codes[at - 1] in "CPQNOA" and units.codes[at - 2] in _OPENS
    while at and units.codes[at - 1] in "mM":
        at -= 1  # a former federal minister
    return at


def _may_lead(units: Units, at: int) -> bool:
    """A small word that may stand before a title."""
    return units.codes[at] in _SMALL and units.words(at, at + 1) in post_words()


def field(units: Units, core: int, last: int) -> int:
    """Where a post ends that goes on in small letters: director of operations, secretary for health; Director education [Ali Khan]."""
    codes = units.codes
    if _is_field(units, last) and codes[last + 1] in _NAME:
        return last + 1
    area = last + (codes[last] in "CQ" and units.entries[units.starts[core]].is_graded)
    if codes[area] in _SMALL and codes[area + 1] in _BEHIND and post_words().get(units.words(area, area + 1)) == "area":
        return area + 1  # SP Soan zone [Pari Gul Tareen]
    if codes[last] == "v" and codes[last - 1] in "CPQ" and "o" in codes[core:last] and codes[last + 1] in _BEHIND:
        return last + 1  # akim of the Jumgal district
    of_body = codes[last - 1] == "O" and "o" in codes[core:last] and last + 1 < len(codes)
    if of_body and codes[last + 1] in _BEHIND and _is_branch(units, last):
        return last + 1  # commander of the Border Troops detachment
    if codes[last] == "o" and (small := _own(units, last)):
        return small  # Commander of the division
    if codes[last] not in "of" or units.text[units.starts[core]].isupper():
        return last
    begin = end = last + 1 + (codes[last + 1] == "t")
    if body := _told(units, begin):
        return body
    while end <= begin + _FARTHEST and (codes[end] == "a" or _is_field(units, end)):
        end += 1
    return end if end > begin and codes[end] not in _SMALL and codes[end - 1] != "a" else last


def _is_other(units: Units, start: int) -> bool:
    """A word that is another thing, too, where it has no capital (criminal justice), or no post by itself (a trade leader)."""
    entry = units.entries[start]
    return entry.before_name or entry.row.get("service") in _GRADED


def _is_field(units: Units, at: int) -> bool:
    """A small word that may say what a post is for."""
    return units.codes[at] in _SMALL and units.words(at, at + 1) in _fields()


def _own(units: Units, last: int) -> int | None:
    """Where the small word for a body known from before ends, which closes a post in capitals before a mark or a name."""
    at = last + 2
    is_closed = units.codes[last + 1] == "t" and units.codes[at + 1 : at + 2] in tuple(_NAME + ",")
    return at + 1 if is_closed and units.codes[at] in _SMALL and units.words(at, at + 1) in post_words() else None


def _told(units: Units, at: int) -> int | None:
    """Where a body ends that nouns for it lead: head of the trade union IG Metall, spokesman for airport operator Zorvan."""
    body = units.codes.find("O", at + 1, at + _FARTHEST)
    if body < 0 or units.codes[at:body].strip(_SMALL):
        return None
    return body + 1 if units.words(body - 1, body).split()[-1] in leading_nouns() else None


def _is_branch(units: Units, at: int) -> bool:
    """A small word that says which part of the body before it is meant."""
    return units.codes[at] in _SMALL and post_words().get(units.words(at, at + 1)) in ("both", "behind")


@cache
def _fields() -> frozenset[str]:
    return frozenset(word for word, side in post_words().items() if side == "both")
