"""A post as printed, read into rank, function, jurisdiction, body and status, so that all its spellings have one name.

What titles, ranks and units there are is data (see post_words).
"""

import re
from collections import Counter
from dataclasses import replace
from functools import lru_cache
from typing import Final

from flows.contract.fixed import fixed
from flows.language.names import fold
from flows.resolve.bodies import find_body
from flows.resolve.places import country_name, find_place, jurisdiction_at, nation
from flows.resolve.post_bodies import division, without_body
from flows.resolve.post_words import (
    beside_a_post,
    forms_of_title,
    is_police,
    joiners,
    long_titles,
    part,
    title_phrases,
    titles,
    trim,
    uniformed,
    units,
)

_BRACKET: Final = re.compile(r"\(([^()]*)\)?")
_AND: Final = re.compile(r"\s+(?:and|&|cum)\s+|-cum-|\s*/\s*", re.I)
_SPLIT: Final = re.compile(r"[\s,;/]+")
_SMALL: Final = frozenset({"a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"})
_TELLING: Final = 4  # letters that a word for a field has at least
_BEGINNING: Final = 6  # letters by which words for a field are compared
_EDGE: Final = " ,;:-–—/."
_RETIRED: Final = re.compile(r"\s*(?:\((?:retired|retd|rtd|r)\.?\)|®|\b(?:retd|rtd)\b\.?)", re.I)
_DESIGNATE: Final = re.compile(r"(?<=\w)[\s-]+designate\b", re.I)
_DOTS: Final = re.compile(r"(?<=\b[A-Z])\.(?=[A-Z]\b)|(?<=\b[A-Z]\.[A-Z])\.|(?<=[A-Za-z]{2})\.(?=\s+[A-Z])")
_PLURAL: Final = re.compile(r"(?<=\b[A-Z]{2})s\b|(?<=\b[A-Z]{3})s\b|(?<=\b[A-Z]{4})s\b")
_OWNED: Final = re.compile(r"(?P<owner>[^’']+)(?:[’']s|(?<=s)[’'])\s+(?P<rest>.+)")


@fixed()
class Post:
    """A position in its parts. ``name`` is the canonical form that all spellings share."""

    name: str
    title: str  # canonical short title or rank: IG, Minister
    is_rank: bool
    function: str | None = None
    jurisdiction: str | None = None
    organization: str | None = None
    status: str = "current"
    level: str | None = None  # nation or province, where a word says so: Federal, Provincial

    @property
    def is_specific(self) -> bool:
        """Whether it names one office rather than a grade that many hold at once."""
        return bool(self.function or self.jurisdiction or self.organization) or fold(self.title) in part("singular")

    @property
    def is_of_no_body(self) -> bool:
        """Whether a body told of its holder is another post's: a minister's party."""
        return fold(self.title) in part("of no body")

    @property
    def body(self) -> str | None:
        """The body that the post belongs to: named with it, or the police of its place."""
        is_unit = self.function is None or fold(self.function) in units()
        if self.jurisdiction and not self.organization and is_unit and is_police(self.title):
            return f"{self.jurisdiction} Police"
        return self.organization


@lru_cache(maxsize=1 << 16)
def read_post(
    printed: str, organization: str | None = None, country: str | None = None, home: str | None = None
) -> Post:
    """The post that ``printed`` names, for a holder of ``organization`` and of ``country``, told in a report from ``home``.

    What is not known is None; a report's country is taken for its holder's, too. Never fails.
    """
    told = _unbracket(_unmarked(printed)).strip(_EDGE)
    bare = _alone(told, organization)
    status, text = _status_inside(_unowned(bare).strip(_EDGE))
    left = _alone(text, organization)  # behind former
    is_named = (bare, left) != (told, text)
    title, is_rank, rest = _title(left)
    words = organization if organization and is_named else " ".join(trim(rest.split()))
    named = find_body("organization", words)
    if fold(title) in part("of no body") and (not named or named.subtype == "party"):
        organization, rest = None, "" if named and not is_named else rest
    elif organization and is_named:
        rest = without_body(rest, organization)  # DG, ISPR (DG ISPR)
    elif named and (organization in (None, named.name) or named.subtype == "court"):
        organization, rest = named.name, ""
    jurisdiction, function = _rest(rest, country, home or country, title)
    title, function = _office(title, division(title, organization) or function)
    own_seat = seat(organization, country) if organization else None
    jurisdiction = jurisdiction or own_seat
    title = _for_province(title, jurisdiction, function, country)
    post = Post("", title, is_rank, function, jurisdiction, None if own_seat else organization, status, _level(text))
    return replace(post, name=_name(post))


def _alone(text: str, organization: str | None) -> str:
    """A post without the name of its body, where that is not all there is."""
    return (without_body(text, organization) or text) if organization else text


@lru_cache(maxsize=1 << 16)
def read_posts(
    printed: str, organization: str | None = None, country: str | None = None, home: str | None = None
) -> tuple[Post, ...]:
    """The posts of one holder that words name: mostly one, two for ``Deputy Prime Minister and Foreign Minister``.

    A place that only one half names goes for the other, too; a body goes with the half that names no place.
    """
    for joint in _AND.finditer(printed):
        halves = printed[: joint.start()], printed[joint.end() :]
        if _are_two(printed, *halves):
            one, other = (read_post(half, None, country, home) for half in halves)
            places = {post.jurisdiction for post in (one, other) if post.jurisdiction}
            if len(places) == 1:
                return tuple(p if p.jurisdiction or p.organization else placed(p, *places) for p in (one, other))
            return tuple(
                p if p.jurisdiction else read_post(half, organization, country, home)
                for p, half in zip((one, other), halves, strict=True)
            )
    return (read_post(printed, organization, country, home),)


def _are_two(printed: str, one: str, other: str) -> bool:
    """Whether both halves are offices, of which no country has one man in both, as of President and Prime Minister.

    ``Minister for Law and Justice`` is one, and so is who serves two offices (``Secretary to the President and …``).
    """
    if fold(printed) in titles() or " to " in one:
        return False
    first, second = _named_title(one, is_first=True), _named_title(other)
    heads = part("nation").keys() - {fold(title) for title in joiners()}
    return bool(first and second) and first != second and not {first, second} <= heads


def _named_title(half: str, *, is_first: bool = False) -> str:
    """The folded title that words begin with, or end with after a field or body; '' where there is none. A second half's is no grade."""
    _, text = _status(_unowned(_unbracket(_unmarked(half))).strip(_EDGE))
    text = " ".join(w for w in text.split() if fold(w) not in part("level"))
    hits = list(title_phrases().find(text))
    if not hits:
        return ""
    start, end, form = hits[0] if hits[0][0] == 0 else hits[-1]
    title, _ = titles()[fold(form)]
    is_whole = start == 0 or (
        end == len(text) and (is_first or title in joiners() or find_body("organization", text[:start].strip()))
    )
    return fold(title) if is_whole and (is_first or fold(title) not in uniformed()) else ""


@lru_cache(maxsize=1 << 16)
def fields(printed: str) -> frozenset[str]:
    """What a post is for, as the beginnings of its telling words: Health Minister and Minister for Healthcare share one."""
    words = fold(read_post(printed).function or "").split()
    return frozenset(w[:_BEGINNING] for w in words if len(w) >= _TELLING and w not in part("no field"))


def placed(post: Post, jurisdiction: str) -> Post:
    """The same post of a place that its words leave out."""
    post = replace(post, jurisdiction=jurisdiction)
    return replace(post, name=_name(post))


def _unmarked(text: str) -> str:
    """Without marks of retirement, dots of short forms (U.S., Addl.) and plurals (MNAs); double ones are spelt out (SAPM)."""
    plain = _PLURAL.sub("", _DOTS.sub("", _RETIRED.sub(" ", text)))
    words = [part("two in one").get(fold(word), word) for word in plain.split()]
    return " ".join([*words[:-1], *map(_one_of, words[-1:])])


def _one_of(word: str) -> str:
    """What each is of several holders: Adviser of Advisers."""
    single = f"{word[:-3]}y" if word.endswith("ies") else word.removesuffix("s")
    return single if fold(word) not in titles() and fold(single) in titles() else word


def _unowned(text: str) -> str:
    """``Prime Minister's Adviser on Trade`` as Adviser to the one who owns the post: the post is the one that follows."""
    owned = _OWNED.fullmatch(text)
    if (
        not owned
        or fold(owned["owner"].strip()) not in titles()
        or not (hits := list(title_phrases().find(owned["rest"])))
    ):
        return text
    end = hits[0][1]
    return f"{owned['rest'][:end]} {owned['owner'].strip()} {owned['rest'][end:]}" if hits[0][0] == 0 else text


def _level(text: str) -> str | None:
    """Whose office it is, where the post says no place: Federal Minister is the nation's, Provincial Minister the province's."""
    return next((part("level")[w] for w in fold(text).split() if w in part("level")), None)


def _unbracket(text: str) -> str:
    """Brackets open: a title and the short form of what stands before are dropped, anything else (``DIG (Operations)``) stays."""
    return _BRACKET.sub(
        lambda m: " " if fold(m[1].strip()) in titles() or _abbreviates(m[1], text[: m.start()]) else f" {m[1]} ", text
    )


def _abbreviates(short: str, words: str) -> bool:
    """Whether each capital of a short form begins one of the words: NAB of National Accountability Bureau."""
    initials = Counter(re.findall(r"\b[A-Z]", words))
    capitals = Counter(c for c in short if c.isupper())
    return capitals.total() > 1 and len(short.split()) == 1 and capitals <= initials


def _status(text: str) -> tuple[str, str]:
    """Status cues at either end, taken off as long as there are any; the strongest, a past one, wins."""
    status = "current"
    while True:
        folded = fold(text)
        cue = next((c for c in part("status") if c in folded and _has_edge(folded, c)), None)
        if cue is None or len(cue) == len(text):
            return status, text
        status = status if status == "former" else part("status")[cue]
        text = (text[len(cue) :] if folded.startswith(cue) else text[: -len(cue)]).strip(_EDGE)


def _status_inside(text: str) -> tuple[str, str]:
    """Status cues at either end, or behind a nation's adjective (Afghan Acting Minister) or a title (Ambassador-designate of Italy)."""
    status, text = _status(text)
    if status == "current" and (mark := _DESIGNATE.search(text)):
        return part("status")["designate"], text[: mark.start()] + text[mark.end() :]
    first, _, rest = text.partition(" ")
    if not (rest and nation(first)):
        return status, text
    inner, rest = _status(rest)
    return (status if status != "current" else inner), f"{first} {rest}"


def _has_edge(text: str, cue: str) -> bool:
    return bool(re.match(rf"{re.escape(cue)}(?:\b|$)[\s-]*\w", text)) or text.endswith(
        (" " + cue, "-" + cue.strip("-"))
    )


def _title(text: str) -> tuple[str, bool, str]:
    """(canonical title, whether it is a rank, the rest): the title at the start, else the last one there is."""
    hits = list(title_phrases().find(text))
    if not hits:
        return "", False, text
    first, last = hits[0], hits[-1]
    start, end, form = first if first[0] == 0 else last
    title, is_rank = titles()[fold(form)]
    rest = f"{text[:start]} {text[end:]}"
    return title, is_rank, " ".join(w for w in rest.split() if fold(w.strip(_EDGE)) not in forms_of_title(title))


def _rest(text: str, country: str | None, home: str | None, title: str) -> tuple[str | None, str | None]:
    """(jurisdiction, function) of what stands around a title."""
    words = [w for w in (w.strip(_EDGE) for w in _SPLIT.split(text)) if w]
    if title in part("envoy").values():
        words = _towards(words)
        if "to" in words[:-1]:
            return _sent(words, country, home, title)
    words = trim(_without_rank(words, title))
    if fold(" ".join(words)) in part("filler alone"):
        return None, None
    if fold(" ".join(words)) in part("function"):
        return None, _function(words)
    for size in range(min(4, len(words)), 0, -1):
        for piece, others in ((words[-size:], words[:-size]), (words[:size], words[size:])):
            place = _jurisdiction(" ".join(piece), country, title)
            if place and piece == words[-size:] and len(others) > 1 and fold(others[-1]) in ("and", "&"):
                return None, _function(words)  # Kashmir Affairs and Gilgit-Baltistan
            if place:
                return place, _function(trim(others))
    return None, _function(words)


def _without_rank(words: list[str], title: str) -> list[str]:
    """Words without the rank or seat in parliament that a holder has beside the post: ``for Law and Justice Senator``."""
    if " " in title and [fold(word) for word in words] == ["general"]:  # Chief of Army Staff General
        return []
    for size in (2, 1):
        if len(words) > size and fold(" ".join(words[-size:])) in beside_a_post():
            return words[:-size]
    return words


def _towards(words: list[str]) -> list[str]:
    """An envoy in a country is one to it: Ambassador of Italy in Pakistan."""
    at = words.index("in") if "in" in words and "to" not in words else len(words)
    place = find_place(" ".join(trim(words[at + 1 :])))
    return [*words[:at], "to", *words[at + 1 :]] if place and place.kind == "country" else words


def _sent(words: list[str], country: str | None, home: str | None, title: str) -> tuple[str | None, str | None]:
    """(country, of or to) of an envoy: Iran's to the report's country is the one of Iran, that country's to Iran the one to Iran."""
    at = len(words) - words[::-1].index("to")
    seat = _jurisdiction(" ".join(trim(words[at:])), country, title)
    sender = _jurisdiction(" ".join(trim(words[: at - 1])), country, title)
    at_home = home is not None and seat == country_name(home)
    if at_home and not sender and country and country != home:
        sender = country_name(country)
    if sender and at_home:
        return sender, None
    return seat, "to" if seat else _function(["to", *trim(words[at:])])


def _function(words: list[str]) -> str | None:
    """What a post is for: a unit, a field, or the office that it serves, whose short form is spelt out."""
    if words and fold(words[0]) in titles():
        served = titles()[fold(words[0])][0]
        words = [long_titles().get(fold(served), served), *words[1:]]
    text = " ".join("and" if w == "&" else w.capitalize() if w.islower() and w not in _SMALL else w for w in words)
    return (units().get(fold(text)) or text) or None


def _office(title: str, function: str | None) -> tuple[str, str | None]:
    """``Finance Minister`` is the Minister for Finance: words of a title that are no grade are its function."""
    grade, _, field = (function or "").partition(" ")
    is_grade = fold(grade) in part("grade") and not _serves(
        function or ""
    )  # who advises the Chief Minister is no chief adviser
    if is_grade and (graded := titles().get(fold(f"{grade} {title}"))):  # Additional Foreign Secretary
        title, function = graded[0], field or None
    elif title and not field and fold(grade) in part("grade of any") and not is_police(title):
        title, function = f"{grade} {title}", None  # Additional Registrar
    words = title.split()
    head = words[-1] if words else ""
    if head in joiners() and len(words) > 1 and not function and title not in joiners():
        loose = [w for w in words[:-1] if fold(w) not in part("grade")]
        if loose:
            title, function = " ".join(w for w in words if w not in loose), " ".join(loose)
    if function and head in joiners():
        function = part("function").get(fold(function), function)
    return long_titles().get(fold(title), title) if title.split()[-1:] == ["Minister"] else title, function


def _for_province(title: str, jurisdiction: str | None, function: str | None, country: str | None) -> str:
    """``Punjab police chief`` is the province's IG; of a city the words stay as they are."""
    is_chief = not function and fold(title) in part("title of a province")
    return "IG" if is_chief and jurisdiction and jurisdiction_at(jurisdiction, country, is_wide=True) else title


def seat(organization: str, country: str | None) -> str | None:
    """The place whose body it is: Punjab of Punjab Police."""
    words = organization.split()
    if len(words) > 1 and fold(words[-1]) == "police":
        head = trim(words[:-1])
        return _jurisdiction(" ".join(w for w in head if fold(w) not in ("traffic", "capital")), country, "IG")
    return None


def _jurisdiction(printed: str, country: str | None, title: str) -> str | None:
    """The place that printed words name: a short form (KP), a nation's adjective (Iranian) or the place itself.

    A minister's or secretary's is a country or province: the town of Commerce is no jurisdiction.
    """
    printed = printed.removesuffix("'s").removesuffix("’s")
    short = part("jurisdiction").get(fold(printed))
    if not short and is_police(title):
        short = part("jurisdiction of police").get(fold(printed))
    place = jurisdiction_at(short or printed, country, is_wide=title in joiners(), is_branch=fold(printed) in units())
    return place or nation(printed.capitalize() if printed.isupper() else printed)


def _name(post: Post) -> str:
    """Title in full, function, and after a comma the place or body. An envoy's place is where from (of) or where to."""
    title = long_titles().get(fold(post.title), post.title)
    if post.title in part("envoy").values() and post.jurisdiction and post.function in (None, "to"):
        return f"{title} {post.function or 'of'} {post.jurisdiction}"
    if post.function:
        joiner = joiners().get(post.title) or ("to the" if _serves(post.function) else None)
        title = " ".join(filter(None, (title.removesuffix(" of Police"), joiner, post.function)))
    body = None if division(post.title, post.organization) else post.organization
    return ", ".join(filter(None, (title, post.jurisdiction, body)))


def _serves(function: str) -> bool:
    """Whether a function is an office that the holder serves: the Prime Minister, on Trade."""
    return any(function.startswith(f"{long} ") or function == long for long in long_titles().values())
