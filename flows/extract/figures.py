"""Figures: amounts with their unit (seeds/figure_units.csv), and for persons what befell them, joined to the event they belong to."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple

from flows.contract.changed import changed
from flows.contract.records import Event, Figure
from flows.extract.reading import Reading, Sentence
from flows.language.phrases import Phrases
from flows.language.seeds import rows

_DIGITS: Final = re.compile(r"\d(?<![\d.,-].)[\d.,-]*")
_REACH: Final = 60  # characters in which persons and what befell them belong together
_TYPES: Final = {
    "killed": ("ASSAULT", "x-INCIDENT"),
    "injured": ("ASSAULT", "x-INCIDENT"),
    "trapped": ("x-INCIDENT",),
    "arrested": ("COERCE",),
    "kidnapped": ("ASSAULT",),
    "rescued": ("AID", "x-INCIDENT"),
    "deployed": ("MOBILIZE",),
    "released": ("RETREAT",),
    "trained": ("AID",),
}


class _Unit(NamedTuple):
    unit: str
    what: str
    factor: float


def find_figures(reading: Reading, events: tuple[Event, ...]) -> tuple[Figure, ...]:
    """The figures of a report's stories, in order of the text, each joined to the nearest event it can belong to."""
    found: list[Figure] = []
    numbers = _numbers(reading.text)
    for sentence in reading.story:
        if sentence.language:
            continue
        here = numbers[bisect_left(numbers, sentence.start) : bisect_left(numbers, sentence.end)]
        for figure in _of_sentence(reading, sentence, here, len(found)):
            found.append(figure if not events else _joined(figure, sentence, events))
    return tuple(found)


def _of_sentence(reading: Reading, sentence: Sentence, numbers: Sequence[int], ordinal: int) -> Iterator[Figure]:
    text = reading.text
    done = sentence.start
    for at in numbers:
        found = _amount().match(text, at, sentence.end) if at >= done else None
        if found is None:
            continue
        currency = _currency().search(text, max(done, at - 8), at)
        unit = _words("currency")[currency["currency"].lower()] if currency else _unit(text, found, sentence)
        if unit is None:
            continue
        start, end = (
            (currency.start(), found.end("scale" if found["scale"] else "number")) if currency else found.span()
        )
        done = end
        yield Figure(
            report_id=reading.report.report_id,
            ordinal=ordinal,
            amount=_value(found) * unit.factor,
            unit=unit.unit,
            what=unit.what,
            char_start=start,
            char_end=end,
        )
        ordinal += 1


def _unit(text: str, found: re.Match[str], sentence: Sentence) -> _Unit | None:
    if found["measure"]:
        return _words("measure")[found["measure"].lower()]
    if found["item"]:
        return _words("item")[found["item"].lower()]
    if found["person"]:
        return _fate(text, found, sentence)
    return None


def _fate(text: str, found: re.Match[str], sentence: Sentence) -> _Unit | None:
    """What befell the persons: the word behind them in the same clause (``two men were killed``), else before (``killing two men``)."""
    behind = _first_clause(text[found.end() : min(sentence.end, found.end() + _REACH)])
    after = _fate_word().search(behind)
    if after and not after.group().endswith("ing"):
        return _words("fate")[after.group().lower()]
    before = list(_fate_word().finditer(text, max(sentence.start, found.start() - _REACH // 2), found.start()))
    return _words("fate")[before[-1].group().lower()] if before else None


def _first_clause(text: str) -> str:
    return re.split(
        r"[,;.]| while | after | when | who | and (?=\w+ (?:\w+ )?(?:were|was|others)\b)", text, maxsplit=1
    )[0]


def _value(found: re.Match[str]) -> float:
    printed = found["number"].lower()
    number = _words("number").get(printed)
    value = number.factor if number else float(printed.replace(",", ""))
    return value * (_words("scale")[found["scale"].lower()].factor if found["scale"] else 1.0)


def _joined(figure: Figure, sentence: Sentence, events: Sequence[Event]) -> Figure:
    """The figure with the event of its sentence that it fits, else the story's event before it that it fits."""
    types = _TYPES.get(figure.what)
    inside = [
        e
        for e in events
        if sentence.start <= e.trigger_start < sentence.end and (types is None or e.event_type in types)
    ]
    if not inside and types:
        inside = [e for e in events if e.story_ordinal == sentence.story_ordinal and e.event_type in types][:1]
    nearest = min(inside, key=lambda e: abs(e.trigger_start - figure.char_start), default=None)
    return figure if nearest is None else changed(figure, event_id=nearest.event_id)


@cache
def _words(kind: str) -> dict[str, _Unit]:
    found = (row for row in rows("figure_units") if row["kind"] == kind)
    return {row["word"].lower(): _Unit(row["unit"], row["what"], float(row["factor"])) for row in found}


@cache
def _alternatives(kind: str) -> str:
    """The words of a kind as a pattern, those of one first letter together: what cannot begin here is not tried word by word."""
    rests: dict[str, list[str]] = {}
    for word in sorted(_words(kind), key=lambda w: (-len(w), w)):
        rests.setdefault(re.escape(word[0]), []).append(re.escape(word[1:]))
    return "|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in rests.items())


def _numbers(text: str) -> list[int]:
    """Where numbers begin, in digits or words: where a figure can be."""
    digits = [match.start() for match in _DIGITS.finditer(text)]
    return sorted(digits + [start for start, _, _ in _number_words().find(text)])


@cache
def _number_words() -> Phrases:
    return Phrases(_words("number"))


@cache
def _currency() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?P<currency>{_alternatives('currency')})\s?$", re.IGNORECASE)


@cache
def _amount() -> re.Pattern[str]:
    """A number with its scale and a unit, thing or person within three words behind it, if there is one."""
    return re.compile(
        rf"(?P<number>\d+(?:,\d+)*(?:\.\d+)?|(?:{_alternatives('number')})\b)(?!\d|[\s-]?(?:years?|months?|days?)[\s-]old)"
        rf"(?:[\s-]?(?P<scale>{_alternatives('scale')})\b)?"
        rf"(?:[\s-]?(?:(?P<measure>(?:{_alternatives('measure')}))(?!\w)"
        rf"|(?:\s?(?!(?:in|an?|to|and|at|on|by|from|when|who)\b)[\w’'-]+\s){{0,2}}?\s?"
        rf"(?:(?P<item>{_alternatives('item')})|(?P<person>{_alternatives('person')}))\b))?",
        re.IGNORECASE,
    )


@cache
def _fate_word() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_alternatives('fate')})\b", re.IGNORECASE)
