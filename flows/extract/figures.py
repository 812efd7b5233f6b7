"""Figures: amounts with their unit (seeds/figure_units.csv), and for persons what befell them, joined to the event they belong to."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from flows.contract.changed import changed
from flows.contract.records import Event, Figure
from flows.extract.fates import fate, fate_of_number
from flows.extract.figure_words import Measure, alternatives, persons, words
from flows.extract.reading import Reading, Sentence
from flows.language.phrases import Phrases, lowered

_DIGITS: Final = re.compile(r"\d(?<![\d.,-].)[\d.,-]*")
_TENS: Final = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_ONES: Final = r"(?:one|two|three|four|five|six|seven|eight|nine)\b"
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
    text, low = reading.text, lowered(reading.text)
    done = sentence.start
    for at in numbers:
        found = _amount().match(low, at, sentence.end) if at >= done else None
        if found is None:
            continue
        currency = _currency().search(text, max(done, at - 8), at)
        unit = words("currency")[currency["currency"].lower()] if currency else _unit(text, found, sentence)
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
            evidence_start=sentence.start,
            evidence_end=sentence.end,
        )
        ordinal += 1


def _unit(text: str, found: re.Match[str], sentence: Sentence) -> Measure | None:
    if found["measure"]:
        return words("measure")[found["measure"]]
    if found["item"]:
        return words("item")[found["item"]]
    told = fate if found["person"] else fate_of_number
    return told(text, *found.span(), sentence.start, sentence.end)


def _value(found: re.Match[str]) -> float:
    printed = found["number"]
    if printed[0].isdigit():
        value = float(printed.replace(",", ""))
    else:
        tens, one = found["tens"] or "", found["one"]
        value = words("number")[one].factor + (words("number")[tens].factor if tens else 0)
    return value * (words("scale")[found["scale"]].factor if found["scale"] else 1.0)


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


def _numbers(text: str) -> list[int]:
    """Where numbers begin, in digits or words: where a figure can be."""
    digits = [match.start() for match in _DIGITS.finditer(text)]
    return sorted(digits + [start for start, _, _ in _number_words().find(text)])


@cache
def _number_words() -> Phrases:
    return Phrases(words("number"))


@cache
def _currency() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?P<currency>{alternatives('currency')})\s?$", re.IGNORECASE)


@cache
def _amount() -> re.Pattern[str]:
    """A number with its scale and a unit, thing or person within three words behind it, if there is one, in lowered text:
    there the words that begin with another letter are passed over, which takes a third of the time."""
    return re.compile(
        rf"(?P<number>\d+(?:,\d+)*(?:\.\d+)?|(?:(?P<tens>{_TENS})[- ](?={_ONES}))?(?P<one>{alternatives('number')})\b)"
        r"(?!\d|[\s-]?(?:years?|months?|days?)[\s-]old)"
        rf"(?:[\s-]?(?P<scale>{alternatives('scale')})\b)?"
        rf"(?:[\s-]?(?:(?P<measure>(?:{alternatives('measure')}))(?!\w)"
        rf"|(?:\s?(?!(?:in|an?|to|and|at|on|by|from|when|who)\b|\d)[\w’'-]+\s){{0,2}}?\s?"
        rf"(?:(?P<item>{alternatives('item')})|(?P<person>{persons()}))\b))?"
    )
