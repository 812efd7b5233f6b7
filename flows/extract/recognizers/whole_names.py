"""A person's full name that the report prints again is his there, too, and whole: Tran Thanh Man, not Tran Thanh."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from flows.contract.changed import changed
from flows.extract.recognizers.people import Person
from flows.extract.recognizers.rules import Named
from flows.extract.recognizers.units import Units

_GOES_ON: Final = re.compile(r"[\w-]| [A-Z]")  # behind a name: another name, a body called after him


def with_whole_names(
    units: Units, persons: Sequence[Person], named: Sequence[Named]
) -> tuple[list[Person], list[Named]]:
    """Persons and other names, every full name whole wherever it is printed alone; nothing else stays inside one."""
    text, people, others = units.text, list(persons), list(named)
    full = {name for p in persons if " " in (name := text[p.start : p.end])}
    sure = {text[p.start : p.end] for p in persons if not p.is_open}
    known_at = {(p.start, p.end) for p in persons}
    for start, end in sorted({*_printed(units, full)} - known_at, key=lambda span: span[0] - span[1]):
        inside = [p for p in people if p.start < end and start < p.end]
        within = [n for n in others if n.start < end and start < n.end]
        if any(p.start < start or end < p.end for p in inside):
            continue
        begins = next((p for p in inside if p.start == start), None)
        if begins is None and text[start:end] not in sure:
            continue  # a name that a model alone makes one is no proof that it is one elsewhere
        if any(n.start < start or end < n.end or (n.trusted and n.kind != "place") for n in within):
            continue
        known = next((p for p in inside if p.posts), begins or (inside[0] if inside else None))
        whole = (
            changed(known, start=start, end=end)
            if known
            else Person(start, end, "full name of a person in the report", False)
        )
        people = [*(p for p in people if p not in inside), whole]
        others = [n for n in others if n not in within]
    return people, others


def _printed(units: Units, names: set[str]) -> Iterator[tuple[int, int]]:
    """Where the story prints the names, alone."""
    text = units.text
    for name in names:
        at = text.find(name)
        while at >= 0:
            end = at + len(name)
            is_alone = not _GOES_ON.match(text, end) and not (at and (text[at - 1].isalnum() or text[at - 1] == "-"))
            if is_alone and _is_read(units, at) and _is_read(units, end - 1):
                yield at, end
            at = text.find(name, end)


def _is_read(units: Units, at: int) -> bool:
    """Whether a character is the story's: furniture has no units."""
    unit = units.at(at)
    return unit >= 0 and at < units.ends[unit]
