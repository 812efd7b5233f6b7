"""Titles that many have, told by the name of a party or body between commas: X, the PJD leader, said; the PJD leader, X, said. And
grades that one person in a country or city has."""

import re
from functools import cache
from typing import Final

from flows.language.seeds import rows

_BODY: Final = r"(?:[A-Z][\w’'&-]*\.? ){1,6}$"
_BEHIND_A_NAME: Final = re.compile(
    rf"(?!(?:In|At|On|From)\b)[A-Z][\w’'.-]* (?:[a-z]+ )*[A-Z][\w’'-]+, (?:an? |the )?{_BODY}"
)
_BEHIND_A_BODY: Final = re.compile(_BODY)
_NAME: Final = re.compile(r", (?![a-z])[\w’'.-]+(?: [\w’'.-]+){1,5}, ")
_REACH: Final = 60  # characters before a title in which a name and a body stand


def may_lead(text: str, start: int, end: int) -> bool:
    """Whether a capital stands before a title and a comma behind it, which is soon seen."""
    return text[end : end + 1] == "," and text[text.rfind(" ", 0, start - 1) + 1].isupper()


def leads(text: str, start: int, end: int) -> bool:
    """Whether the title is of a body that stands before it, and its holder between commas beside it."""
    if not may_lead(text, start, end):
        return False
    begin = max(0, start - _REACH)
    if _NAME.match(text, end) and _BEHIND_A_BODY.search(text, begin, start):
        return True
    return _BEHIND_A_NAME.search(text, begin, start) is not None


@cache
def heads_of_forces() -> frozenset[str]:
    """Grades that one person in a country or city has, printed in full: Commissioner of Police."""
    return frozenset(row["form"] for row in rows("post_forms") if row["part"] == "heads a force")
