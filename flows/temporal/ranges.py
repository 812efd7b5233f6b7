"""The year that the other end of a range or list prints for both: January 18 to April 12, 2021; April and June 1967."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from flows.temporal.grammar import Found, members
from flows.temporal.surroundings import is_told_as_number
from flows.temporal.words import Token

_GOVERNORS: Final = frozenset(
    ("in", "since", "until", "till", "from", "between", "by", "before", "after", "years", "year")
)
_JOINTS: Final = ("TO", "AND", "HYPHEN", "DASH", "UNTIL")


def is_joint(token: Token) -> bool:
    """Whether a token joins the two ends of a range, or what is listed."""
    return any(token.code in members(name) for name in (*_JOINTS, "COMMA"))


def year_behind(found: Found) -> int:
    """The year of a month, season or day whose other end follows it; 0 where none does. November to February 1917 began in 1916."""
    behind = _other_end().match("".join(token.code for token in found.run), found.match.end())
    if not behind:
        return 0
    other = found.run[behind.start() : behind.end()]
    name = next((int(token.value) for token in other if token.code in members("MONTH")), 0)
    return int(other[-1].text) - (1 if 0 < name < found.count("m") else 0)


def is_governed(run: Sequence[Token], at: int, *, is_ascending: bool = True) -> bool:
    """Whether a preposition of time stands before a token, or before the range or list of numbers that it ends: between 702 and 712.
    After `by 650 and` a smaller number is no year."""
    years, passed = members("EARLYYEAR") + members("YEAR"), members("APPROX") + members("OPEN")
    last = run[at].text
    while at:
        before = run[at - 1]
        if before.text.lower() in _GOVERNORS:
            return True
        if is_ascending and before.code in years and last.isdecimal() and int(before.text) > int(last):
            return False
        if before.code not in years + passed and not is_joint(before):
            return False
        at -= 1
    return False


def opens_count(run: Sequence[Token], at: int, text: str) -> bool:
    """Whether the number joined to the one at a token counts something: the 702 of `between 702 and 712 men`."""
    behind = run[at + 1 : at + 3]
    is_joined = len(behind) > 1 and is_joint(behind[0]) and behind[0].code not in members("COMMA")
    return is_joined and behind[1].code in members("EARLYYEAR") and is_told_as_number(text, behind[1].end)


@cache
def _other_end() -> re.Pattern[str]:
    def one(*names: str) -> str:
        return "[" + "".join(members(name) for name in names) + "]"

    number, name, year = one("DAY", "DAYORD"), one("MONTH"), one("YEAR")
    other = f"(?:{name}{one('DOT')}?{number}?|{number}{one('OF')}?{name}|{number})"
    season = f"{one('THE')}?{one('EDGE')}?{one('SEASON')}{one('OF')}?"
    days_between = f"(?:{one('COMMA')}{number})*{one('COMMA')}?"
    return re.compile(f"{days_between}{one(*_JOINTS)}(?:{other}{one('COMMA')}?|{season}){year}")
