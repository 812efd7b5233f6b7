"""A name that recurs inside one report means what it meant before: a last name stays a person's though a place has it, too."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from flows.contract.changed import changed
from flows.extract.recognizers.lexicon import lexicon
from flows.extract.recognizers.people import Person
from flows.extract.recognizers.rules import Found, Named
from flows.extract.recognizers.spans import Spans
from flows.extract.recognizers.units import Units
from flows.extract.recognizers.whole_names import with_whole_names

_MONTH: Final = re.compile(r"(?:Jan|Mar|May|June|April|August)\.? \d{1,2}\b(?!,\d)")
_PARTICLE: Final = re.compile(r"(?<![\w-])(?:[Bb]in|[Aa]l|Abu|Ben|De|Van|Von|El)[ -]$")
_BEFORE_PLACES: Final = "[Ii]n|[Aa]t|[Ff]rom|[Nn]ear|[Oo]f|[Tt]o|into|across|around|outside|towards?|the"
_LONGEST_PARTICLE: Final = 5  # characters
_SHORT: Final = re.compile("[A-Z]{2,8}")  # the name of a body in its initials
_SHORTEST: Final = 3  # letters of a last name; a shorter one is too often something else


def with_recurrences(found: Found) -> Found:
    """The findings with last names that a place has, too, told by the full names; particles put to last names; no month a name."""
    text = found.left.text
    persons = [p for p in found.persons if p.trusted or not _MONTH.match(text, p.start)]
    full = {name for p in persons if " " in (name := text[p.start : p.end])}
    surnames = {last for name in full if len(last := name.split()[-1]) >= _SHORTEST}
    surnames |= {
        " ".join(words[-2:]) for name in full if len(words := name.split()) > 2
    }  # Los Santos of Ana De Los Santos
    turned = {n for n in found.named if text[n.start : n.end] in surnames and _is_doubtful(text, n)}
    towns = _towns(text, found, persons, full)
    teams = _teams(found)
    players = [
        p for p in persons if p.is_open and text[p.start : p.end] in teams and text[p.start : p.end] not in surnames
    ]
    persons = [p for p in persons if p not in towns and p not in players]
    persons += [Person(n.start, n.end, "last name of a person in the report", False) for n in turned]
    named = [_team(n, text, teams) for n in found.named if n not in turned]
    named += [Named(p.start, p.end, "place", "a place elsewhere in the report", False) for p in towns]
    named += [Named(p.start, p.end, "organization", "a team elsewhere in the report", False) for p in players]
    persons, named = with_whole_names(found.left, [_with_particle(text, p, full) for p in persons], named)
    return changed(
        found,
        persons=tuple(sorted(persons, key=lambda p: p.start)),
        named=(*named, *_bodies_again(found, named, persons, teams)),
        aliases={**teams, **found.aliases} if teams else found.aliases,
    )


def _bodies_again(
    found: Found, named: Sequence[Named], persons: Sequence[Person], teams: Iterable[str]
) -> Iterator[Named]:
    """What the model makes a body in one place, where the report prints it again and nothing else is read: DPS, a party twice named.

    And teams by their last words, where these are no common ones.
    """
    text = found.left.text
    told = Counter(text[n.start : n.end] for n in named if n.rule == "model" and n.kind == "organization")
    others = {text[n.start : n.end] for n in named if n.kind != "organization"}
    others |= {text[p.start : p.end] for p in persons}
    again = {name for name, times in told.items() if name not in others and (times > 1 or _SHORT.fullmatch(name))}
    again |= {word for word in teams if word not in others}
    if not again:
        return
    taken = Spans([*named, *persons])
    for match in re.finditer(rf"(?<![\w-])(?<!\d )(?:{'|'.join(map(re.escape, sorted(again)))})(?![\w-])", text):
        if _is_read(found.left, *match.span()) and not taken.meet(*match.span()):
            yield Named(*match.span(), "organization", "a body elsewhere in the report", False)


def _is_read(units: Units, start: int, end: int) -> bool:
    """Whether characters are the story's, alone or inside a post: furniture has no units."""
    at = units.at(start)
    return at >= 0 and end <= units.ends[at]


def _is_doubtful(text: str, name: Named) -> bool:
    """The model alone makes it a place or body, or a list makes it a place that the report does not use as one."""
    return name.rule == "model" or (name.kind == "place" and not _is_place(text, name))


def _towns(text: str, found: Found, persons: Sequence[Person], full: set[str]) -> list[Person]:
    """Single words read as persons that a list and the report elsewhere have for places, and nobody's name."""
    words = {word for name in full for word in name.split()}
    places = {text[n.start : n.end] for n in found.named if n.kind == "place" and n.rule == "listed"} - words
    return [p for p in persons if p.is_open and text[p.start : p.end] in places]


def _team(name: Named, text: str, teams: Iterable[str]) -> Named:
    """A name that the model takes for a place's, as a team's where it is one's."""
    is_team = name.rule == "model" and name.kind == "place" and text[name.start : name.end] in teams
    return changed(name, kind="organization") if is_team else name


def _teams(found: Found) -> dict[str, str]:
    """The last words of the listed teams that the report names in full, by which it calls them: Peshawar Zalmi, and Zalmi.

    Neither Madrid nor cricket is one.
    """
    bodies = (e.row["name"] for e in found.entries.values() if e.code == "O" and e.row.get("subtype") == "sport")
    names = {name.split()[-1]: name for name in bodies if " " in name}
    lists, text = lexicon(), found.left.text
    others = {word for word in names if (entry := lists.entry(word)) and entry.code != "K"}
    own = {word: name for word, name in names.items() if word not in others and word.lower() not in text}
    return {w: n for w, n in own.items() if w.lower() not in lists.common and w.lower() not in lists.words}


def _is_place(text: str, name: Named) -> bool:
    """Whether the report uses a name as a place's somewhere: in Reno, Reno (Nevada), the Reno police."""
    word = re.escape(text[name.start : name.end])
    return re.search(rf"(?:\b(?:{_BEFORE_PLACES})|,) {word}\b|\b{word}(?:,? \((?=[A-Z])|, [A-Z]|:|-)", text) is not None


def _with_particle(text: str, person: Person, full: set[str]) -> Person:
    """A last name with the particle before it, where a full name of the report ends so: Osama Bin Laden, Bin Laden."""
    before = _PARTICLE.search(text, max(0, person.start - _LONGEST_PARTICLE), person.start)
    if before is None or not any(name.endswith(f" {text[before.start() : person.end]}") for name in full):
        return person
    return changed(person, start=before.start())
