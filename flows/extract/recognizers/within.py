"""Inside one report: which mentions of persons are one person, and later mentions by part of a name."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from flows.extract.recognizers.people import Person
from flows.extract.recognizers.rules import Found

_PART: Final = re.compile(r"(?<![CGQW@])[CGQ](?![CGQWKLI@])")
_SOUNDLESS: Final = re.compile(r"[aeiouyw’'.-]|(.)(?=\1)")


def name_key(name: str) -> tuple[str, ...]:
    """The words of a name as keys that small differences of spelling share (Ahmad, Ahmed)."""
    return tuple(w[0].lower() + _SOUNDLESS.sub("", w[1:].lower()) for w in name.split())


def speakers(text: str, persons: Sequence[Person]) -> list[int]:
    """For each person mention the index of the mention that speaks for its person: the first of the fullest form."""
    keys = [name_key(text[p.start : p.end]) for p in persons]
    heads: list[int] = []
    for at in sorted(range(len(persons)), key=lambda i: (-len(keys[i]), i)):
        if not any(_fits(keys[at], keys[h]) for h in heads):
            heads.append(at)
    return [_speaker(key, keys, heads) for key in keys]


def later_mentions(found: Found) -> Iterator[Person]:
    """Single words of names found elsewhere in the report: Anwar, Bhashani."""
    units = found.left
    taken = {at for p in found.persons for at in range(p.start, p.end)}
    taken.update(at for n in found.named for at in range(n.start, n.end))
    known = {
        w for p in found.persons if " " in (name := units.text[p.start : p.end]) for w in name.split() if len(w) > 2
    }
    for match in _PART.finditer(units.codes):
        start, end = units.span(*match.span())
        if start not in taken and units.text[start:end] in known:
            yield Person(start, end, "part of a name in the report", False)


def _fits(key: tuple[str, ...], head: tuple[str, ...]) -> bool:
    return set(key) <= set(head) and (key[-1] == head[-1] or key[0] == head[0])


def _speaker(key: tuple[str, ...], keys: Sequence[tuple[str, ...]], heads: Sequence[int]) -> int:
    """A last name goes before a first name, the person named first before later ones."""
    fits = [h for h in sorted(heads) if _fits(key, keys[h])]
    return next((h for h in fits if keys[h][-1] == key[-1]), fits[0])
