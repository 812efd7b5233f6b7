"""News or narrative: whether a text's dates count from its anchor or from one another."""

import re
from datetime import datetime
from typing import Final

from flows.temporal.timex import Settings

_YEAR: Final = re.compile(  # not a sum, a part of a number or a measure; all of these begin with a digit, which is quick to look for
    r"[12]\d{3}\b(?<!2[1-9]\d\d)(?<![\w$£€#/]\d{4})(?<!(?<!\bmid)-\d{4})(?<!\d[.,]\d{4})"
    r"(?![.,]\d|\s?(?:[KM]W|cusecs|feet|met(?:re|er)s|km|kg|%))"
)
_BEFORE_CHRIST: Final = re.compile(r"(\d(?<!\w\d)\d{0,3}) B\.?C\b")
_EARLY_YEAR: Final = re.compile(  # three digits that can hardly be anything but a year: in 525, / in late 643 he
    r"[1-9]\d\d(?:(?<=\b[Ii]n \d{3})|(?<=\b[Ii]n late \d{3})|(?<=\b[Ii]n early \d{3}))"
    r"(?=[.,;:)](?!\d)| (?:the|he|she|it|they|his|her|their|a|an|but|when|after|as|by|at|with|while)\b)"
)
_OF_AN_ERA: Final = re.compile(r"[1-9]\d\d(?:(?<=\bAD \d{3})|(?= (?:AD|B?CE|BC)\b)(?<!\w\d{3}))")
_ERAS: Final = ("AD ", " AD", " BC", " CE")  # one of which stands beside each of those
_DEICTIC: Final = re.compile(
    r"\b(?:today|yesterday|tomorrow|tonight|(?<!the )(?:last|this|next) (?:week|month|year|night)"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?!,? (?:\d|[A-Z][a-z]+ \d)))\b",
    re.IGNORECASE,
)
_FULL_DATE: Final = re.compile(r"\b(?:\d{1,2} [A-Z][a-z]+|[A-Z][a-z]+ \d{1,2},?) (?=1\d\d\d|20\d\d)")
_WEEKDAY: Final = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day", re.IGNORECASE)
_PRESENT: Final = re.compile(r"\b(?:has|have|says?|will|is|are|said|told)\b", re.IGNORECASE)
_FEW_YEARS: Final = 8  # printed years that make a history, wherever the first of them stands
_STORY_YEARS: Final = 2  # those of a story that opens with one
_FAR: Final = 2  # years from the anchor that make it another time
_OPENING: Final = 300  # characters in which a story says when it is set
_HEAD: Final = 20_000  # characters that tell what a text is


def first_year(text: str) -> int | None:
    """The first year that a text prints: what a story's dates belong to before it names another. 218 BC is -217."""
    found, older, early = _YEAR.search(text), _BEFORE_CHRIST.search(text), _EARLY_YEAR.search(text)
    if early and (found is None or early.start() < found.start()):
        found = early
    if older and (found is None or older.start() < found.start()):
        return 1 - int(older[1])
    return int(found.group()) if found else None


def prints_early_years(text: str, is_story: bool) -> bool:
    """Whether a text prints years of three digits: with their era, or in a story where nothing else is printed so."""
    has_era = any(era in text for era in _ERAS) and _OF_AN_ERA.search(text)
    return bool(has_era or (is_story and _EARLY_YEAR.search(text)))


def is_narrative(text: str, moment: datetime | None, settings: Settings) -> bool:
    """As the settings say; ``auto`` takes a text for a narrative where most of its printed years lie far from the anchor and
    hardly any word points at the writer's own day (weekdays behind a full date in the opening are the story's own); one of few
    years also has to open with such a year and to keep to the past, one of years just gone by to print many of them."""
    if settings.ordering != "auto":
        return settings.ordering == "narrative"
    if moment is None:
        return True
    head = text[:_HEAD]
    years = [1 - int(y) for y in _BEFORE_CHRIST.findall(head)]
    years += [int(y) for printed in (_YEAR, _EARLY_YEAR) for y in printed.findall(head)]
    distance = moment.year - sorted(years)[len(years) // 2] if years else 0
    if distance <= 0:
        return False
    own_days = list(_DEICTIC.finditer(head))
    dated = _FULL_DATE.search(head, 0, _OPENING)
    if distance <= _FAR:  # of a war just over
        return len(years) >= _FEW_YEARS and bool(dated) and len(own_days) * 8 <= len(years)
    if dated and moment.year - int(head[dated.end() : dated.end() + 4]) > _FAR:  # the story's own weekdays
        own_days = [own for own in own_days if own.start() < dated.start() or not _WEEKDAY.fullmatch(own.group())]
    if len(own_days) * 4 > len(years):
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
