"""News or narrative: whether a text's dates count from its anchor or from one another."""

import re
from datetime import datetime
from typing import Final

from flows.temporal.timex import Settings

_YEAR: Final = re.compile(  # not a sum, a part of a number or a measure
    r"(?<![\d$£€#/-])(?<!\d[.,])\b(?:1[0-9]|20)\d\d\b(?![.,]\d|\s?(?:[KM]W|cusecs|feet|met(?:re|er)s|km|kg|%))"
)
_BEFORE_CHRIST: Final = re.compile(r"\b(\d{1,4}) B\.?C\b")
_DEICTIC: Final = re.compile(
    r"\b(?:today|yesterday|tomorrow|tonight|(?<!the )(?:last|this|next) (?:week|month|year|night)"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?!,? (?:\d|[A-Z][a-z]+ \d)))\b",
    re.IGNORECASE,
)
_FULL_DATE: Final = re.compile(r"\b(?:\d{1,2} [A-Z][a-z]+|[A-Z][a-z]+ \d{1,2},?) (?=1\d\d\d|20\d\d)")
_PRESENT: Final = re.compile(r"\b(?:has|have|says?|will|is|are|said|told)\b", re.IGNORECASE)
_FEW_YEARS: Final = 8  # printed years that make a history, wherever the first of them stands
_STORY_YEARS: Final = 3  # those of a story that opens with one
_FAR: Final = 2  # years from the anchor that make it another time
_OPENING: Final = 300  # characters in which a story says when it is set
_HEAD: Final = 20_000  # characters that tell what a text is


def first_year(text: str) -> int | None:
    """The first year that a text prints: what a story's dates belong to before it names another. 218 BC is -217."""
    found, older = _YEAR.search(text), _BEFORE_CHRIST.search(text)
    if older and (found is None or older.start() < found.start()):
        return 1 - int(older[1])
    return int(found.group()) if found else None


def is_narrative(text: str, moment: datetime | None, settings: Settings) -> bool:
    """As the settings say; ``auto`` takes a text for a narrative where most of its printed years lie far from the anchor and
    hardly any word points at the writer's own day; one of few years also has to open with such a year and to keep to the past."""
    if settings.ordering != "auto":
        return settings.ordering == "narrative"
    if moment is None:
        return True
    head = text[:_HEAD]
    years = [1 - int(y) for y in _BEFORE_CHRIST.findall(head)] + [int(y) for y in _YEAR.findall(head)]
    distance = moment.year - sorted(years)[len(years) // 2] if years else 0
    if distance <= _FAR or len(_DEICTIC.findall(head)) * 4 > len(years):
        return False
    return len(years) >= _FEW_YEARS or _opens_a_story(head, len(years), moment.year)


def _opens_a_story(head: str, years: int, now: int) -> bool:
    """Whether a text of few years opens with a year, or a full date where there are fewer still, and tells of the past alone."""
    opening = head[:_OPENING]
    is_far = now - (first_year(opening) or now) > _FAR
    return (
        is_far
        and (years >= _STORY_YEARS or bool(_FULL_DATE.search(opening)))
        and len(_PRESENT.findall(head)) * 2 <= years
    )
