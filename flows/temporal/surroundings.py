"""What stands around a match in the text: whether it is part of a name, or only describes the word behind it."""

import re
from functools import cache
from typing import Final

from flows.temporal.words import table

_STRUCTURE: Final = (  # words that may follow a noun phrase; any other word belongs to it
    "and|or|but|as|when|while|where|which|who|that|if|because|with|without|after|before|since|for|to|in|on|at|by|from|of|he|she|it|they"
    "|we|i|the|a|an|this|his|her|its|their|is|are|was|were|will|would|has|have|had|said|says|than|so|then|also|not|last|next"
    "|there|here|until|till|during|into|through|under|again|onward|onwards|drew|took|saw|brought|came|fell|went|began|broke|left|met|sent|led|held|made|found|gave|had|did|became|rose|won|lost"
)
_DATED: Final = (  # words with a capital that are no name before a year
    "In|On|Since|By|Of|From|Until|During|Between|Before|After|And|To|For|The|Through|Year|Summer|Spring|Autumn|Fall|Winter|January"
    "|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday"
    "|Sunday|Early|Late|Mid"
)
_DEED: Final = r"[a-z]+ed (?:the|a|an|it|him|her|them|his|its|their|that|by|in|into|at|on|to|from|with|down|up|out)\b"
_ACTOR: Final = (  # who acts in what follows: in the spring King Magnus moved
    r"(?:[A-Z][a-z]+ ){1,3}(?:was|were|had|took|led|sent|went|won|left|came|fell|fought|set|made|began|lost|marched|[a-z]{3,}ed)\b"
)
_NOUN_BEHIND: Final = re.compile(rf"[ \n-](?!(?:{_STRUCTURE})\b|{_DEED}|{_ACTOR})[a-zA-Z]")
_NAME_BEFORE: Final = re.compile(rf"(?<![.!?:] )(?<![\n\"“‘'])\b(?!(?:{_DATED})\b)[A-Z][\w'’-]* $")
_QUOTE_BEFORE: Final = re.compile(r"[\"“`']\s?$")
_WAR: Final = re.compile(r"(?:Year|Month|Week|Day)s?['’]? (?:War|Campaign|Offensive|Siege)\b")
_EVENT: Final = re.compile(
    r" (?:Revolution|Uprising|Rising|Rebellion|Revolt|Monarchy|Days|War|Coup|Crisis|Massacre|Putsch|Plot|Manifesto|Theses)\b"
)
_NAMED_WEEKDAY: Final = re.compile(r"\b(?:Black|Bloody|Super|Glorious|Red|Mad) $")
_LIFE: Final = re.compile(
    r"(?:\b(?:born|died|circa|reigned|ruled|founded|established|built|erected|completed)|[( ](?:c|ca|b|d|r|fl|est)\.)"
    r"(?: (?:about|around|circa|c\.))? ?$",
    re.IGNORECASE,
)
_CLAUSE_OPENED: Final = re.compile(
    r"\b(?:said|says?|so|such|fact|told|announced|believed?|expect(?:s|ed)?|hoped?|thought|claimed|reported|warned|know[ns]?|knew|showed"
    r"|added|argued|felt|feared|noted|meant|means|mean|is|was|be|ensured?|agreed|stated|decided|ordered|insisted|predicted)"
    r"(?: [\w'’-]+){0,3} $"
)
_DELIVERY: Final = re.compile(r"[ -](?:delivery|deliveries|futures|contract|contracts)\b")
_VERB_LAST: Final = re.compile(r"\b(?:will|would|could|may|might|can|should|must|to|not|it|they|which|that) $")
_YEAR_DOES: Final = re.compile(r"\d{4} (?:was|saw|brought|passed|began|opened|ended|closed|marked|proved)\b")
_OF_YEAR: Final = re.compile(
    r"\d{4} (?:campaign|season|treaty|battle|revolution|uprising|revolt|rebellion|election|constitution|war|expedition|census|peace"
    r"|agreement|convention|armistice|invasion|siege|offensive|harvest|earthquake|famine|epidemic|flood|coup|edition)s?\b"
)
_LONGEST_WORD: Final = 20
_LONGEST_NAME: Final = 40  # characters


def describes_next(text: str, end: int) -> bool:
    """Whether a word follows that what ends here may only describe: the summer camp, the 16th floor."""
    return bool(_NOUN_BEHIND.match(text, end))


def is_told_as_number(text: str, end: int) -> bool:
    """Whether a noun in small letters follows a number, or another sign that it counts: 300 ships, 525%."""
    return text[end : end + 1] in ("%", "°") or (describes_next(text, end) and text[end + 1 : end + 2].islower())


def is_in_a_name(text: str, start: int) -> bool:
    """Whether a number is the end of a name or code: Police Order 2002, Euro-2024, $1990."""
    if text[max(0, start - 1) : start] in set("$#£€-/.+@&_"):
        return True
    return bool(_NAME_BEFORE.search(text, max(0, start - _LONGEST_NAME), start))


def counts_people(text: str, end: int) -> bool:
    """Whether what stands behind a number says that it counts people, beasts, houses or arms: 1200 men."""
    return bool(_people().match(text, end))


@cache
def _people() -> re.Pattern[str]:
    """One of the nouns of ``counted.csv``, with at most two words of description before it: 1,500 Saxon horsemen."""
    nouns = "|".join(noun for row in table("counted") for noun in row["nouns"].split())
    return re.compile(rf"[ \n](?:(?!(?:{_STRUCTURE})\b)[A-Za-z][\w-]*[ \n]){{0,2}}(?:{nouns})\b")


def is_of_a_life(text: str, start: int) -> bool:
    """Whether the word before a number tells of a life, a reign or a building: born 1732, c. 1540."""
    return bool(_LIFE.search(text, max(0, start - _LONGEST_WORD), start))


def tells_of_year(text: str, start: int) -> bool:
    """Whether a number is told as a year by what it does or dates: 1864 saw war; the 1812 campaign."""
    before = text[max(0, start - 4) : start]
    if before.lower() == "the ":
        return bool(_OF_YEAR.match(text, start))
    return bool((not before or before.endswith((". ", "\n"))) and _YEAR_DOES.match(text, start))


def is_delivered(text: str, end: int) -> bool:
    """Whether a month is that of goods to be delivered, which is to come: gold for December delivery."""
    return bool(_DELIVERY.match(text, end))


def is_verb_last(text: str, start: int) -> bool:
    """Whether a `last` at ``start`` is what something does: it could last many weeks."""
    return bool(_VERB_LAST.search(text, max(0, start - _LONGEST_WORD), start))


def opens_clause(text: str, start: int) -> bool:
    """Whether a `that` at ``start`` opens what was said or thought (He said that March was cold), and points at nothing."""
    return bool(_CLAUSE_OPENED.search(text, max(0, start - _LONGEST_NAME), start))


def is_a_title(text: str, start: int, end: int) -> bool:
    """Whether words in capitals name a programme or a war: "This Week" behind a quotation mark, the Seven Years' War."""
    words = text[start:end].split()
    if len(words) == 1 and (_EVENT.match(text, end) or _is_named_weekday(text, start, end)):  # the October Revolution
        return words[0][0].isupper()
    is_capital = len(words) > 1 and words[-1][0].isupper() and not words[0][0].islower()
    if not is_capital:
        return False
    war = _WAR.search(text, start, end + _LONGEST_NAME)
    return bool(_QUOTE_BEFORE.search(text, max(0, start - 3), start) or (war and war.start() < end))


def _is_named_weekday(text: str, start: int, end: int) -> bool:
    """Whether a weekday is part of the name of a day: Bloody Sunday."""
    return text.endswith("day", start, end) and bool(_NAMED_WEEKDAY.search(text, max(0, start - _LONGEST_WORD), start))
