"""Football clubs by their town alone, in reports of the game: Chelsea lost at home, while a fan in Chelsea is in the town."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from flows.contract.changed import changed
from flows.extract.recognizers.rules import Found, Named
from flows.language.cues import any_of, cue_words
from flows.language.seeds import rows

_GAME: Final = re.compile(r"\b" + any_of(cue_words("football")) + r"\b", re.I)
_TOWN: Final = re.compile(
    r"(?:\b(?:[Ii]n|[Nn]ear|city of|town of|streets of|native|Greater|North|East|South|West|Central) )$"
)  # before the name
_LONGEST: Final = 11  # characters of that
_PLACED: Final = re.compile(
    r", [A-Z][a-z]+[,.]|’?'?s? (?:city|airport|police|street|mayor|university|University|Airport)"
)


def with_town_clubs(found: Found) -> Found:
    """The findings with the towns that stand for their clubs as bodies, under the club's name where none of them is the town."""
    text, clubs = found.left.text, _clubs()
    towns = [n for n in found.named if n.kind == "place" and text[n.start : n.end] in clubs]
    if not towns or not _GAME.search(text):
        return found
    turned = {n.start for n in towns if _is_club(text, n)}
    if not turned:
        return found
    still = {text[n.start : n.end] for n in towns if n.start not in turned}
    called = {text[n.start : n.end] for n in towns} - still
    return changed(
        found,
        named=tuple(
            changed(n, kind="organization", rule="a club by its town") if n.start in turned else n for n in found.named
        ),
        aliases={**{town: clubs[town] for town in called}, **found.aliases},
    )


def _is_club(text: str, name: Named) -> bool:
    """Nothing beside the word says that it is the town: in Liverpool, Liverpool, England, the Liverpool police."""
    before = _TOWN.search(text, max(0, name.start - _LONGEST), name.start)
    return before is None and _PLACED.match(text, name.end) is None


@cache
def _clubs() -> Mapping[str, str]:
    """Town → its club."""
    return {row["town"]: row["club"] for row in rows("town_clubs")}
