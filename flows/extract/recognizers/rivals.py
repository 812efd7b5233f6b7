"""Words that a list has twice, as a title and as a body or initiative: which of them the words beside it tell."""

import re
from typing import Final

from flows.extract.recognizers.lexicon import Entry

_AT: Final = re.compile(r"\b(?:at|in|inside|visited|reached)\s+(?:the\s+)?$")
_ACTS: Final = re.compile(
    r"[’']s [a-z]| (?:has|had|said|says|will|would|shares|plants?|plans|workers|unit|and [A-Z][a-z]+ (?:have|had|said|fell|rose)) ?"
)
_IS_ONE: Final = re.compile(r"(?:, |\b[Tt]he |[Aa] )$")  # before a title
_RUN_BY_SOMEONE: Final = re.compile(r"initiatives?|projects?|program(?:me)?s?|schemes?|app(?:lication)?s?")
_NEXT_WORD: Final = re.compile(r"\s*(\w+)")


def is_rival(text: str, start: int, end: int, rival: Entry) -> bool:
    """Safe City before 'initiatives' is one; CPO behind 'at' is the office, not its officer."""
    if rival.code == "O":
        if rival.row["name"] in text:
            return True  # GM in a report of General Motors
        if (
            rival.row["subtype"] == "company"
            and _ACTS.match(text, end)
            and not _IS_ONE.search(text, max(0, start - 5), start)
        ):
            return True  # GM has until June
        return _AT.search(text, max(0, start - 12), start) is not None
    word = _NEXT_WORD.match(text, end)
    return word is not None and _RUN_BY_SOMEONE.fullmatch(word.group(1).lower()) is not None
