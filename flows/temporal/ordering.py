"""News or narrative: whether a text's dates count from its anchor or from one another."""

import re
from datetime import datetime
from typing import Final

from flows.temporal.timex import Settings

_YEAR: Final = re.compile(r"\b(?:1[0-9]|20)\d\d\b")
_DEICTIC: Final = re.compile(
    r"\b(?:today|yesterday|tomorrow|tonight|(?:last|this|next) (?:week|month|year|night)"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b",
    re.IGNORECASE,
)
_FEW_YEARS: Final = 8  # printed years that make a history
_FAR: Final = 2  # years from the anchor that make it another time
_HEAD: Final = 20_000  # characters that tell what a text is


def first_year(text: str) -> int | None:
    """The first year that a text prints: what a story's dates belong to before it names another."""
    found = _YEAR.search(text)
    return int(found.group()) if found else None


def is_narrative(text: str, moment: datetime | None, settings: Settings) -> bool:
    """As the settings say; ``auto`` takes a text for a narrative where most of its printed years lie far from the anchor and
    hardly any word points at the writer's own day."""
    if settings.ordering != "auto":
        return settings.ordering == "narrative"
    if moment is None:
        return True
    head = text[:_HEAD]
    years = sorted(int(y) for y in _YEAR.findall(head))
    if len(years) < _FEW_YEARS or moment.year - years[len(years) // 2] <= _FAR:
        return False
    return len(_DEICTIC.findall(head)) * 4 < len(years)
