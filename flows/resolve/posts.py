"""A post as printed, read into rank, function, jurisdiction, body and status, so that all its spellings have one name.

What titles, ranks and units there are is data (``seeds/ranks.csv``, ``posts.csv``, ``post_forms.csv``, ``places.csv``).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Final

from flows.language.names import fold
from flows.language.phrases import Phrases
from flows.language.seeds import rows
from flows.resolve.bodies import find_body
from flows.resolve.places import find_place, jurisdiction_at, nation

_BRACKET: Final = re.compile(r"\(([^()]*)\)?")
_SPLIT: Final = re.compile(r"[\s,;/]+")
_EDGE: Final = " ,;:-–—/."


@dataclass(frozen=True, slots=True)
class Post:
    """A position in its parts. ``name`` is the canonical form that all spellings share."""

    name: str
    title: str  # canonical short title or rank: IG, Minister
    is_rank: bool
    function: str | None = None
    jurisdiction: str | None = None
    organization: str | None = None
    status: str = "current"

    @property
    def is_specific(self) -> bool:
        """Whether it names one office rather than a grade that many hold at once."""
        return bool(self.function or self.jurisdiction or self.organization) or fold(self.title) in _part("singular")

    @property
    def body(self) -> str | None:
        """The body that the post belongs to: named with it, or the police of its place."""
        is_unit = self.function is None or fold(self.function) in _units()
        if self.jurisdiction and not self.organization and is_unit and is_police(self.title):
            return f"{self.jurisdiction} Police"
        return self.organization


@lru_cache(maxsize=1 << 16)
def read_post(printed: str, organization: str | None = None, country: str | None = None) -> Post:
    """The post that ``printed`` names, for a holder of ``organization`` in ``country`` where these are known. Never fails."""
    status, text = _status(_unbracket(printed).strip(_EDGE))
    title, is_rank, rest = _title(text)
    named = find_body("organization", " ".join(_trim(rest.split())))
    if named and organization in (None, named.name):
        organization, rest = named.name, ""
    jurisdiction, function = _rest(rest, country, title)
    title, function = _office(title, function)
    own_seat = seat(organization, country) if organization else None
    jurisdiction = jurisdiction or own_seat
    title = _for_province(title, jurisdiction, function, country)
    post = Post("", title, is_rank, function, jurisdiction, None if own_seat else organization, status)
    return replace(post, name=_name(post))


def _unbracket(text: str) -> str:
    """Brackets open: an acronym of what stands before is dropped, anything else (``DIG (Operations)``) stays."""
    return _BRACKET.sub(lambda m: " " if fold(m[1].strip()) in _titles() else f" {m[1]} ", text)


def _status(text: str) -> tuple[str, str]:
    """Status cues at either end, taken off as long as there are any; the strongest, a past one, wins."""
    status = "current"
    while True:
        cue = next((c for c in _part("status") if _has_edge(fold(text), c)), None)
        if cue is None or len(cue) == len(text):
            return status, text
        status = status if status == "former" else _part("status")[cue]
        text = (text[len(cue) :] if fold(text).startswith(cue) else text[: -len(cue)]).strip(_EDGE)


def _has_edge(text: str, cue: str) -> bool:
    return bool(re.match(rf"{re.escape(cue)}(?:\b|$)[\s-]*\w", text)) or text.endswith(
        (" " + cue, "-" + cue.strip("-"))
    )


def _title(text: str) -> tuple[str, bool, str]:
    """(canonical title, whether it is a rank, the rest): the title at the start, else the last one there is."""
    hits = list(_title_phrases().find(text))
    if not hits:
        return "", False, text
    first, last = hits[0], hits[-1]
    start, end, form = first if first[0] == 0 else last
    title, is_rank = _titles()[form]
    rest = f"{text[:start]} {text[end:]}"
    return title, is_rank, " ".join(w for w in rest.split() if fold(w.strip(_EDGE)) not in _titles_of(title))


def _rest(text: str, country: str | None, title: str) -> tuple[str | None, str | None]:
    """(jurisdiction, function) of what stands around a title."""
    words = [w for w in (w.strip(_EDGE) for w in _SPLIT.split(text)) if w]
    if title in _part("envoy").values() and "to" in words[:-1]:
        return _sent(words, country, title)
    words = _trim(words)
    for size in range(min(4, len(words)), 0, -1):
        for piece, others in ((words[-size:], words[:-size]), (words[:size], words[size:])):
            place = _jurisdiction(" ".join(piece), country, title)
            if place:
                return place, _function(_trim(others))
    return None, _function(words)


def _sent(words: list[str], country: str | None, title: str) -> tuple[str | None, str | None]:
    """(country, of or to) of an envoy: Iran's to this country is the one of Iran, this country's to Iran the one to Iran."""
    at = len(words) - words[::-1].index("to")
    seat = _jurisdiction(" ".join(_trim(words[at:])), country, title)
    sender = _jurisdiction(" ".join(_trim(words[: at - 1])).removesuffix("'s").removesuffix("’s"), country, title)
    home = next((p.name for p in (find_place(seat or ""),) if p and p.country == country), None)
    return (sender, None) if sender and home else (seat, "to")


def _trim(words: list[str]) -> list[str]:
    """Words without fillers (of, the, police) at either end."""
    fillers = _part("filler")
    while words and fold(words[0]) in fillers:
        words = words[1:]
    while words and fold(words[-1]) in fillers:
        words = words[:-1]
    return words


def _function(words: list[str]) -> str | None:
    text = " ".join(words)
    return (_units().get(fold(text)) or text) or None


def _office(title: str, function: str | None) -> tuple[str, str | None]:
    """``Finance Minister`` is the Minister for Finance: words of a title that are no grade are its function."""
    words = title.split()
    head = words[-1] if words else ""
    if head in _joiners() and len(words) > 1 and not function and title not in _joiners():
        loose = [w for w in words[:-1] if fold(w) not in _part("grade")]
        if loose:
            title, function = " ".join(w for w in words if w not in loose), " ".join(loose)
    if function and head in _joiners():
        function = _part("function").get(fold(function), function)
    return _long().get(fold(title), title) if title.split()[-1:] == ["Minister"] else title, function


def _for_province(title: str, jurisdiction: str | None, function: str | None, country: str | None) -> str:
    """``Punjab police chief`` is the province's IG; of a city the words stay as they are."""
    is_chief = not function and fold(title) in _part("title of a province")
    return "IG" if is_chief and jurisdiction and jurisdiction_at(jurisdiction, country, is_wide=True) else title


def seat(organization: str, country: str | None) -> str | None:
    """The place whose body it is: Punjab of Punjab Police."""
    words = organization.split()
    if len(words) > 1 and fold(words[-1]) == "police":
        head = _trim(words[:-1])
        return _jurisdiction(" ".join(w for w in head if fold(w) not in ("traffic", "capital")), country, "IG")
    return None


def _jurisdiction(printed: str, country: str | None, title: str) -> str | None:
    """The place that printed words name: a short form (KP), a nation's adjective (Iranian) or the place itself.

    A minister's or secretary's is a country or province: the town of Commerce is no jurisdiction.
    """
    short = _part("jurisdiction").get(fold(printed))
    if not short and is_police(title):
        short = _part("jurisdiction of police").get(fold(printed))
    return jurisdiction_at(short or printed, country, is_wide=title in _joiners()) or nation(printed)


def _name(post: Post) -> str:
    """Title in full, function, and after a comma the place or body. An envoy's place is where from (of) or where to."""
    title = _long().get(fold(post.title), post.title)
    if post.title in _part("envoy").values() and post.jurisdiction and post.function in (None, "to"):
        return f"{title} {post.function or 'of'} {post.jurisdiction}"
    if post.function:
        title = " ".join(filter(None, (title.removesuffix(" of Police"), _joiners().get(post.title), post.function)))
    return ", ".join(filter(None, (title, post.jurisdiction, post.organization)))


@cache
def _titles() -> Mapping[str, tuple[str, bool]]:
    """Folded form → (canonical title, whether a rank)."""
    titles = {fold(r["form"]): (r["canonical"], False) for r in rows("posts") if r["kind"] == "title"}
    titles |= {fold(r["form"]): (r["form"], False) for r in rows("post_forms") if r["part"].startswith("title")}
    return titles | {fold(r["form"]): (r["canonical"], True) for r in rows("ranks")}


@cache
def is_police(title: str) -> bool:
    """Whether a canonical title is one of the police."""
    return "Police" in title or any(r["canonical"] == title and r["service"] == "police" for r in rows("ranks"))


@cache
def _titles_of(title: str) -> frozenset[str]:
    return frozenset(form for form, (canonical, _) in _titles().items() if canonical == title)


@cache
def _title_phrases() -> Phrases:
    return Phrases(_titles())


@cache
def _units() -> Mapping[str, str]:
    return {fold(r["form"]): r["canonical"] for r in rows("posts") if r["kind"] == "unit"}


@cache
def _part(part: str) -> Mapping[str, str]:
    """Folded form → canonical form of one part of ``post_forms.csv``, longest first."""
    found = {fold(r["form"]): r["canonical"] for r in rows("post_forms") if r["part"] == part}
    return dict(sorted(found.items(), key=lambda item: (-len(item[0]), item[0])))


@cache
def _long() -> Mapping[str, str]:
    return _part("title")


@cache
def _joiners() -> Mapping[str, str]:
    return {r["form"]: r["canonical"] for r in rows("post_forms") if r["part"] == "joiner"}
