"""Posts that a verb behind or before a name gives to its bearer, or tells that he has, keeps or leaves: A has been posted as SP City."""

import re
from typing import Final

from flows.extract.recognizers.units import Units
from flows.language.cues import cue_words

_AS: Final = re.compile(r"[xe]{0,4}?(?<=[@GCQPxej])(?P<as>x)t?(?P<post>X)")  # has been posted as SP City
_SERVING: Final = re.compile(r",xx{1,3}(?P<as>x)t?(?P<post>X)")  # who was serving as DIG Traffic
MADE: Final = cue_words("put in a post")
_MADE_OR_KEPT: Final = MADE | cue_words("in or out of a post")  # resigned as chief executive, steps down as chairman
_HELD: Final = MADE | {"becomes", "became", "remains", "is", "was"}
_POSTED: Final = re.compile(
    r",[^|e@]{3,30}?(?P<made>xx)(?P<post>X)"
)  # A, PSP officer (BS-19), has been posted as SSP City
_PUT: Final = frozenset(
    ["posted as", "appointed as", "made as", "was made", "been made", "was appointed", "been appointed"]
)
_IN_OFFICE: Final = frozenset(
    f"who {verb} {served} as"
    for verb in ("was", "is", "has been", "had been")
    for served in ("serving", "working", "posted", "appointed")
) | {"who served as", "who serves as"}
_CHOSEN: Final = re.compile(
    r"[xe]{0,3}(?P<made>[xeq])t?(?P<charge>(?:ot)?(?:[mM]?x|xx)o)?t?(?P<post>X(?:aX)?)(?!H*[GCQ])"
)  # has been appointed Chief Executive, was assigned the portfolio of planning minister
_HANDED: Final = frozenset(["given", "assigned", "allotted", "entrusted", "assumed", "relieved"])
_CHARGES: Final = frozenset(["portfolio of", "charge of", "additional charge of", "post of", "office of"])
_NEXT_NAMED: Final = re.compile(r"X[^|@]{0,4},?a[HX]*$")  # A was appointed head of X, and B deputy head of Y
_FARTHEST: Final = 9  # units before a name that show it


def is_named(units: Units, first: int) -> bool:
    """Whether a verb that puts people in posts stands before a name, is the cue that leads it, or another's before it in a list."""
    if not MADE.isdisjoint((units.words(first, first + 1), units.words(first - 1, first))):
        return True
    listed = _NEXT_NAMED.search(units.codes, max(0, first - _FARTHEST), first)
    return listed is not None and not MADE.isdisjoint(
        units.words(max(0, listed.start() - 6), listed.start() + 1).split()
    )


def made_to(units: Units, last: int) -> re.Match[str] | None:
    """A post that the person is put in: A has been posted as SP City, B as SP Saddar, C was elected president."""
    chosen = _CHOSEN.match(units.codes, last)
    if chosen and chosen["charge"]:
        is_handed = (
            units.words(*chosen.span("made")) in _HANDED
            and units.words(*chosen.span("charge")).removeprefix("of the ") in _CHARGES
        )
        return chosen if is_handed else None
    if chosen and units.words(*chosen.span("made")) in _HELD:
        return chosen
    serving = _SERVING.match(units.codes, last)
    if serving and units.words(last + 1, serving.end("as")) in _IN_OFFICE:
        return serving
    made = _AS.match(units.codes, last)
    if made is None or units.words(*made.span("as")) != "as":
        return None
    between = units.words(last, made.start("as")).split() if made.start("as") > last else []
    return made if not between or not _MADE_OR_KEPT.isdisjoint(between) else None


def posted(units: Units, first: int, last: int) -> re.Match[str] | None:
    """The new post of an officer whose old one is not read: A, awaiting posting, has been posted as SP City; B, a BS-18 officer, …"""
    match = None if units.codes[last + 1 : last + 2] == "X" else _POSTED.match(units.codes, last)
    if match is None or units.words(*match.span("made")) not in _PUT:
        return None
    is_alone = "X" not in units.codes[last : match.start("post")]
    opens = units.codes[:first].rstrip("HXR(), ")[-1:] in "|"
    return match if is_alone or opens else None
