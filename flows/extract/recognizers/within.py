"""Inside one report: which mentions of persons are one person, and later mentions by part of a name."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final

from flows.extract.recognizers.lexicon import lexicon
from flows.extract.recognizers.people import Person
from flows.extract.recognizers.rules import Found
from flows.extract.recognizers.spans import Spans
from flows.extract.recognizers.units import Units

_Mark = tuple[int, str | tuple[str, ...]]  # a place in a name, or how many words it has, and what stands there
_PART: Final = re.compile(r"(?<![CGQW@t])[CGQ](?![CGQWKLI@])")
_COMMON: Final = (
    re.compile(  # a last name that is a word, too: while Jobs spoke; Jobs said, Jobs, 52, left, Jobs also spoke
        r"(?<![CGQWKLIUAONPRTH@t])W(?![CGQWKLIUAONPRTJ@])|(?<=[|\"])x(?=e|s|,d,|x|a[CG@])"
    )
)
_OF_ONE: Final = frozenset({"has", "was", "is", "also", "had", "did", "does", "later"})
_ALIAS: Final = re.compile(r"\s+(?:alias|aka|a\.k\.a\.)\s+[‘“'\"]?")
_ARTICLE: Final = re.compile(r"-(?:(?=[aeu][ldrsnz]-)|(?<=\b[aeu][ldrsnz]-)|(?<=\bash-))", re.I)  # al-Issa, Zia-ul-Haq
_BLESSED: Final = re.compile(r"\s\((?:PBUH|S\.?A\.?W\.?W?|SAAW|[Pp]eace [Bb]e [Uu]pon [Hh]im)\b")
_VOWEL: Final = re.compile(r"[aeiouy’'.-]|(.)(?=\1)")


@lru_cache(maxsize=1 << 14)
def name_key(name: str) -> tuple[str, ...]:
    """The words of a name as keys that small differences of spelling share (Ahmad, Ahmed)."""
    return tuple(w[0].lower() + _VOWEL.sub("", w[1:].lower()) for w in name.split())


def speakers(text: str, persons: Sequence[Person]) -> list[int]:
    """For each person mention the index of the mention that speaks for its person: the first of the fullest form."""
    names = [_words(text, p) for p in persons]
    firsts = {name: at for at, name in reversed(list(enumerate(names)))}  # where each name is printed first
    heads: dict[_Mark, list[int]] = {}  # by what a name shares with the full form that it fits
    for name, at in sorted(firsts.items(), key=lambda first: (-len(first[0]), first[1])):
        if not any(_fits(name, names[head]) for mark in _marks(name) for head in heads.get(mark, ())):
            for mark in _marks(name):
                heads.setdefault(mark, []).append(at)
    speaking = {name: _speaker(name, names, heads) for name in firsts}
    spoken = [speaking[name] for name in names]
    other = _other_names(text, persons, spoken)
    return [other.get(head, head) for head in spoken]


def _words(text: str, person: Person) -> tuple[str, ...]:
    """The words of a name in small letters; a prophet's with what he is, so that he is nobody else who bears it."""
    words = tuple(_ARTICLE.sub(" ", text[person.start : person.end].lower()).split())
    is_prophet = text.endswith("Prophet ", 0, person.start) or _BLESSED.match(text, person.end) is not None
    return ("prophet", *words) if is_prophet else words


def _other_names(text: str, persons: Sequence[Person], spoken: Sequence[int]) -> dict[int, int]:
    """Speaker of a further name of a person → speaker of the person, where the text says so: Waqas alias Kala."""
    order = sorted(range(len(persons)), key=lambda i: persons[i].start)
    return {
        spoken[at]: spoken[before]
        for before, at in pairwise(order)
        if _ALIAS.fullmatch(text, persons[before].end, persons[at].start)
    }


def name_words(found: Found) -> set[str]:
    """The words of the names of persons that are printed in full, with an article and without it: al-Issa, Issa."""
    return {word for name in _full_names(found) for whole in name.split() for word in (whole, *_ARTICLE.split(whole))}


def _full_names(found: Found) -> set[str]:
    """The names of persons that are printed in full."""
    return {name for p in found.persons if " " in (name := found.left.text[p.start : p.end])}


def later_mentions(found: Found) -> Iterator[Person]:
    """Single words of names found elsewhere in the report: Anwar, Bhashani."""
    units = found.left
    taken = Spans(found.persons, found.named)
    known = {word for word in name_words(found) if len(word) > 2}
    for match in _PART.finditer(units.codes):
        start, end = units.span(*match.span())
        if start not in taken and units.text[start:end] in known:
            yield Person(start, end, "part of a name in the report", False)
    last = {word for name in _full_names(found) if (word := name.split()[-1]).lower() in lexicon().common}
    for word in last:
        if word not in lexicon().no_names_alone and lexicon().entry(word) is None:
            yield from _common_again(units, word, taken)


def _common_again(units: Units, word: str, taken: Spans) -> Iterator[Person]:
    """A last name that is a word, too, where its capital or the verb behind it tells."""
    is_small = re.search(rf"\b{word.lower()}\b", units.text) is not None
    for match in _COMMON.finditer(units.codes):
        at = match.start()
        if units.words(at, at + 1) != word or units.starts[at] in taken:
            continue
        is_told = "W" in match.group() or units.codes[at + 1] in "ea"
        behind = units.words(at + 1, at + 2)
        if is_told or (not is_small and (units.codes[at + 1] != "x" or behind in _OF_ONE or behind.endswith("ed"))):
            yield Person(*units.span(at, at + 1), "part of a name in the report", False)


def _fits(name: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """The same name in another spelling, or some of its words with the first or the last among them."""
    if len(name) == len(full):
        return name[0][0] == full[0][0] and _key(name) == _key(full)
    return set(name) <= set(full) and (name[-1] == full[-1] or name[0] == full[0])


def _key(name: tuple[str, ...]) -> tuple[str, ...]:
    """The keys of a name's words, an article with the one behind it: Al-Issa, Al Essa."""
    return name_key(" ".join(name).replace(" al ", " al-"))


def _marks(name: tuple[str, ...]) -> tuple[_Mark, ...]:
    """What a name and the full form that it fits have in common: the first word, the last one, or all of their letters but vowels."""
    return (0, name[0]), (-1, name[-1]), (len(name), _key(name))


def _speaker(name: tuple[str, ...], names: Sequence[tuple[str, ...]], heads: Mapping[_Mark, Sequence[int]]) -> int:
    """A last name goes before a first name, the person named first before later ones."""
    alike = {head for mark in _marks(name) for head in heads.get(mark, ())}
    fits = [head for head in sorted(alike) if _fits(name, names[head])]
    return next((h for h in fits if names[h][-1] == name[-1]), fits[0])
