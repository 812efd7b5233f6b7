"""Small towns of the country a report is from or about: a name where a place is expected is one of them, if the country has it."""

import re
from collections.abc import Iterator
from typing import Final

from flows.contract.changed import changed
from flows.extract.recognizers.drafts import home_of
from flows.extract.recognizers.rules import Found, Named
from flows.extract.recognizers.spans import Spans
from flows.extract.recognizers.units import Units
from flows.language.names import fold
from flows.language.towns import towns

_HOME: Final = "PK"  # of which the gazetteer has all
_WORD: Final = "[CGQP@]"
_RUN: Final = rf"(?:{_WORD}(?:b{{0,2}}{_WORD}|WP?(?![CGQWKLIAR])){{0,3}})(?![CGQPWKLIAR@]|s?[KI])"
_EXPECTED: Final = re.compile(
    rf"(?:n|p|[hd],?o|(?<=P),|(?<=P),?a)t?(?P<run>{_RUN})"  # in X, to X; resident of X, 41, of X; Lahore, X and Y
    rf"|(?P<told>{_RUN})(?=,P|v)"  # X, Poland; X district
)
_BY: Final = frozenset({"on", "by", "with"})


def with_towns(found: Found, dateline_place: str | None) -> Found:
    """The findings with the towns that the report's countries have; no name of a person that nothing but words of names told."""
    countries = _countries(found, dateline_place)
    if not countries:
        return found
    places = dict(_places(found, countries))
    if not places:
        return found
    taken = Spans(places.values())
    return changed(
        found,
        persons=tuple(p for p in found.persons if p.start not in places),
        named=(*(n for n in found.named if not taken.meet(n.start, n.end)), *places.values()),
    )


def _countries(found: Found, dateline_place: str | None) -> list[str]:
    """The report's home, then the other countries that it names; none for a report from home."""
    home = home_of(found, dateline_place)
    if home in (None, _HOME):
        return []
    told = (e.row for e in found.entries.values() if e.code == "N" or e.row.get("kind") == "country")
    named = dict.fromkeys(row["country_code"] for row in told if row.get("country_code"))
    return [str(home), *(code for code in named if code not in (home, _HOME))]


def _places(found: Found, countries: list[str]) -> Iterator[tuple[int, Named]]:
    """The towns by their first character. Behind one of a list the next is expected, too."""
    units, doubtful = found.left, {p.start for p in found.persons if not p.trusted and not p.posts}
    full = (name for p in found.persons if " " in (name := units.text[p.start : p.end]))
    people = {word for name in full for word in name.split()}
    codes, at = units.codes, 0
    while match := _EXPECTED.search(codes, at):
        kind = "run" if match["run"] else "told"
        first, last = match.span(kind)
        at = match.start() + 1
        if kind == "run" and units.words(match.start(), match.start() + 1).lower() in _BY:
            continue
        if units.words(first, last) not in people and (town := _town(units, first, last, doubtful, countries)):
            codes = f"{codes[:first]}{'P' * (last - first)}{codes[last:]}"
            at = last
            yield town.start, town


def _town(units: Units, first: int, last: int, doubtful: set[int], countries: list[str]) -> Named | None:
    """The whole run as a town of the first country that has one of its name. A listed place stays what it is."""
    if units.codes[first:last] == "P" or any(
        code == "@" and units.starts[i] not in doubtful for i, code in enumerate(units.codes[first:last], first)
    ):
        return None
    start, end = units.span(first, last)
    name = fold(units.text[start:end])
    country = next((code for code in countries if name in towns(code)), None)
    return Named(start, end, "place", "town of the country", country=country) if country else None
