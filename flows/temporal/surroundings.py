"""What stands around a match in the text: whether it is part of a name, or only describes the word behind it."""

import re
from typing import Final

_STRUCTURE: Final = (  # words that may follow a noun phrase; any other word belongs to it
    "and|or|but|as|when|while|where|which|who|that|if|because|with|without|after|before|since|for|to|in|on|at|by|from|of|he|she|it|they"
    "|we|i|the|a|an|this|his|her|its|their|is|are|was|were|will|would|has|have|had|said|says|than|so|then|also|not|last|next"
)
_DATED: Final = (  # words with a capital that are no name before a year
    "In|On|Since|By|Of|From|Until|During|Between|Before|After|And|To|For|The|Through|Year|Summer|Spring|Autumn|Fall|Winter|January"
    "|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday"
    "|Sunday|Early|Late|Mid"
)
_NOUN_BEHIND: Final = re.compile(rf"[ \n-](?!(?:{_STRUCTURE})\b)[a-zA-Z]")
_NAME_BEFORE: Final = re.compile(rf"(?<![.!?:] )(?<![\n\"“‘'])\b(?!(?:{_DATED})\b)[A-Z][\w'’-]* $")
_QUOTE_BEFORE: Final = re.compile(r"[\"“`']\s?$")
_WAR: Final = re.compile(r"(?:Year|Month|Week|Day)s?['’]? (?:War|Campaign|Offensive|Siege)\b")
_LONGEST_NAME: Final = 40  # characters


def describes_next(text: str, end: int) -> bool:
    """Whether a word follows that what ends here may only describe: the summer camp, the 16th floor."""
    return bool(_NOUN_BEHIND.match(text, end))


def is_in_a_name(text: str, start: int) -> bool:
    """Whether a number is the end of a name or code: Police Order 2002, Euro-2024, $1990."""
    if text[max(0, start - 1) : start] in set("$#£€-/.+@&_"):
        return True
    return bool(_NAME_BEFORE.search(text, max(0, start - _LONGEST_NAME), start))


def is_a_title(text: str, start: int, end: int) -> bool:
    """Whether words in capitals name a programme or a war: "This Week" behind a quotation mark, the Seven Years' War."""
    words = text[start:end].split()
    is_capital = len(words) > 1 and words[-1][0].isupper() and not words[0][0].islower()
    if not is_capital:
        return False
    war = _WAR.search(text, start, end + _LONGEST_NAME)
    return bool(_QUOTE_BEFORE.search(text, max(0, start - 3), start) or (war and war.start() < end))
