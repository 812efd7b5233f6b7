"""Posts told in full between a name and a mark: X, head of fixed income research at Y, said; its chief legal and compliance officer."""

import re
from functools import cache
from typing import Final

from flows.extract.recognizers.lexicon import post_words
from flows.extract.recognizers.units import Units
from flows.language.cues import cue_words
from flows.language.seeds import rows

_NAME: Final = "GCQPij)"
_BEFORE: Final = re.compile(r"[,)](?:t?[OCNPKLWG]{1,5}s|t?x{0,2}s|t)?[mMxkPNOC]{0,3}$")  # X, the group's
_NOUNS: Final = "xkvlWUPNOCLKIAYJ"
_TAIL: Final = re.compile(
    rf"(?:(?:s|[ofnp]t?)(?=[{_NOUNS}])(?:[ofnp]t?|a|s|[{_NOUNS}GZQ]|(?<=[CO])d(?=[CW])){{1,13}}"
    rf"|(?P<further>a?[xkvlWUKLI]|(?<=P)at?P)(?:[onp]t?|[{_NOUNS}]){{0,8}})"  # what a field begins is not always its end: history [and …]
    r"(?=(?P<mark>[,.;:|)])|a[tmM]{0,2}[RT])"
)
_SEAT: Final = re.compile("(?<=[OCGKWF])nP$")
_BEGINS: Final = frozenset("ofnpsaxkvlWUKLI")  # … a tail
_HELD: Final = re.compile(r",H*[GC](?:b?[GCQ]){1,3}[,.]")  # the deputy chief of mission at the embassy, X,
_PLACED: Final = re.compile(
    r"[np]t?O(?=,?H*[GC](?:b?[GCQ]){1,3}(?![CGQs]))"
)  # State Secretary in the Ministry of Economy X
_SEVERAL: Final = re.compile(
    r"ot?(?:[PWUKOC](?:,t?[PWUKOC])*,?at?(?:[PWUKO]|C(?![GC]))|N(?:,N)*,?aN[xkvl])"
)  # governors of A, B and C
_CHIEF: Final = re.compile(r"(?:[PNWUCOAxkTKq]|(?<=x)a(?=[xTk])|(?<=[WU])a(?=[WU])){1,5}")
_BETWEEN: Final = frozenset({"of", "for", "in", "at", "on", "to", "with"})
_CLOSED: Final = "ADMIPRWUXYO"  # tags of words that are in no phrase for a post
_OFFICERS: Final = cue_words("opened by chief")
_FARTHEST: Final = 12  # units before a post that tell whether it is apposed


def whole_field(units: Units, first: int, core: int, last: int) -> int:
    """Where a post ends that is apposed to a name, with all that says what it is for and where it is held.

    ``first`` is where it begins, or the post that 'and' joins to it; ``last`` where it ends without.
    """
    codes = units.codes
    if codes[last] in "np" and units.text[units.starts[core]].isupper() and (placed := _PLACED.match(codes, last)):
        return placed.end() if _fits(units, last) else last
    match = _TAIL.match(codes, last) if codes[last] in _BEGINS else None
    if match is None or not (_is_apposed(units, first, match) or _is_led(units, first, match.end())):
        return last
    if match["further"] and not _is_further(units, core, last, match.group()):
        return last
    return _without_seat(units, match) if all(_fits(units, at) for at in range(last, match.end())) else last


def _without_seat(units: Units, match: re.Match[str]) -> int:
    """The end of a post less where its body sits: chief strategist at Zorvan Brothers [in Boston]."""
    seat = _SEAT.search(match.group())
    at_body = seat is not None and units.words(match.start(), match.start() + 1) in ("at", "with")
    return match.start() + seat.start() if seat and at_body else match.end()


def _is_further(units: Units, core: int, last: int, codes: str) -> bool:
    """Whether a noun behind what was read of a post may belong to it: history [and political science], BBVA [Research]."""
    begun = last > core + 1 or " of " in units.words(core, last).lower()
    if codes[0] == "a" and "P" in codes:
        return begun  # Director General for Asia and Oceania
    is_field = "o" not in codes and units.words(last + 1, last + 2).lower() in post_words()
    return begun and (codes[0] != "a" or is_field)  # and senior officials of a body are others


def several(units: Units, core: int, last: int) -> int:
    """Where a post in the plural ends that is held in more places than one: the governors of A, B and C."""
    is_plural = any(word.endswith("s") for word in units.words(core, core + 1).split())  # heads of mission, too
    match = _SEVERAL.match(units.codes, core + 1) if is_plural else None
    return max(last, match.end()) if match else last


def chief(units: Units, core: int) -> int | None:
    """Where the title ends that 'chief' opens: chief Japan economist, chief legal and compliance officer, deputy chief spokesperson."""
    if not units.words(core, core + 1).lower().endswith("chief"):
        return None
    match = _CHIEF.match(units.codes, core + 1)
    ends = range(core + 1, match.end()) if match else ()
    return next((at + 1 for at in ends if units.words(at, at + 1).lower().split()[-1] in _OFFICERS), None)


def is_holder_behind(units: Units, end: int) -> bool:
    """Whether the holder of a post that ends at ``end`` stands between commas behind it."""
    return _HELD.match(units.codes, end) is not None


def _is_led(units: Units, first: int, end: int) -> bool:
    """Whether an article stands before a post and its holder between commas behind it."""
    return units.codes[first - 1] == "t" and is_holder_behind(units, end)


def _is_apposed(units: Units, first: int, match: re.Match[str]) -> bool:
    """Whether a name and a comma stand before, or the post is one in which somebody is put: hired X as head of sales."""
    codes = units.codes
    if codes[first - 1] == "x":
        return units.words(first - 1, first) == "as" and match["mark"] is not None and match.group()[0] not in "np"
    before = _BEFORE.search(codes, max(0, first - _FARTHEST), first)
    return before is not None and before.start() > 0 and codes[before.start() - 1] in _NAME


def _fits(units: Units, at: int) -> bool:
    """A unit may stand in the phrase of a post: a name, a noun or one of few prepositions."""
    code = units.codes[at]
    if code in "fnop":
        return units.words(at, at + 1).lower() in _BETWEEN
    if code not in "xkvl":
        return True
    word = units.words(at, at + 1)
    return word not in _closed() and not (word.endswith("ed") and word not in _like_participles())


@cache
def _closed() -> frozenset[str]:
    """Words of no phrase for a post: those of grammar, and verbs in the past that end like no other."""
    grammar = (w for row in rows("function_words") if row["tag"] in _CLOSED for w in row["words"].split())
    return frozenset((*grammar, *(row[form] for row in rows("verbs") for form in ("past", "participle")), "others"))


@cache
def _like_participles() -> frozenset[str]:
    """Nouns that end like a verb in the past, and participles that say of what kind a field is."""
    nouns = (w for row in rows("function_words") if row["tag"] == "N" for w in row["words"].split())
    return cue_words("kinds of fields").union(nouns)
