"""Which way a clause points: the nearest verb before a time expression decides, then the nearest behind it."""

import re
from typing import Final

_CLAUSE: Final = 140  # characters looked at on either side; a clause of press English is rarely longer
_BREAK: Final = re.compile(r"[.;:!?](?=[\s\"'”’]|$)|\n\s*\n|[“\"]")
_FUTURE: Final = (
    r"(?:will|would|shall|'ll|’ll|must|should)(?!\s+have\b)(?:\s+(?:not|also|now|then|be|likely|formally|soon|\w+ly))*(?:\s+[a-z]+)?"
    r"|(?:is|are|was|were|be|been|being|has|have|had)?\s*(?:now\s+)?(?:due|scheduled|expected|set|slated|supposed|planned|billed|likely|bound|poised"
    r"|going|ready|projected|anticipated)\s+(?:to|for|on|in|by)\b(?:\s+(?:be\s+)?[a-z]+)?"
    r"|(?:plan|plans|planning|intend|intends|hope|hopes|hoping|expects?|expecting|agrees?|wants?|promises|aims|prepares|preparing|ready|about|is|are)"
    r"\s+to\s+(?:be\s+)?[a-z]+"
    r"|until|till|deadline|upcoming|forthcoming|scheduled|starting|beginning|effective|payable|due|matures?|maturing|expires?|expiring|takes? effect"
    r"|(?:can|could|may|might)\s+(?:be\s+)?[a-z]+"
)
_PAST: Final = (
    r"was|were|had|did|said|told|took|held|met|went|came|made|gave|got|found|left|began|began|saw|sent|set up|won|lost|led|became|fell|rose|grew|"
    r"hit|cut|spoke|stood|fled|shot|fought|brought|bought|sold|built|caught|taught|thought|paid|laid|kept|felt|heard|broke|chose|drew|drove|"
    r"flew|knew|ran|rang|sank|sat|swore|threw|wore|wrote|wounded|struck|stole|slid|shut|quit|sought|ago|since|has been|have been|has|have"
    r"|(?!need|speed|indeed|exceed|proceed|succeed|hundred|sacred|seed|feed|breed|red\b|bed\b|shed\b|unprecedented)[a-z]{2,}ed"
)
_CUE: Final = re.compile(rf"\b(?:(?P<future>{_FUTURE})|(?P<past>{_PAST}))\b", re.IGNORECASE)


def direction(text: str, start: int, end: int) -> int:
    """1 where the clause around ``text[start:end]`` points forward, -1 where back, 0 where no verb tells."""
    before = text[max(0, start - _CLAUSE) : start]
    for stop in _BREAK.finditer(before):
        before_start = stop.end()
        before = before[:0] + " " * before_start + before[before_start:]
    cue = None
    for cue in _CUE.finditer(before):
        pass
    if cue is None:
        after = text[end : end + _CLAUSE]
        stop = _BREAK.search(after)
        cue = _CUE.search(after[: stop.start()] if stop else after)
    if cue is None:
        return 0
    return 1 if cue["future"] else -1
