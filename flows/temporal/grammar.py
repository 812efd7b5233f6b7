"""Rules as data: patterns over classes of words, read from ``rules.csv`` and ``macros.csv``, matched on strings of one letter a token.

Notation of a pattern: ``MONTH`` is a token of that class, or the macro of that name; ``m:MONTH`` names it, so that the value
function can ask for it; ``( | ) ? * +`` and look-around are those of regular expressions; blanks part what follows one another.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import Final

from flows.contract.fixed import fixed
from flows.temporal.firsts import first_codes
from flows.temporal.words import ALPHABET, Token, table, words

_ELEMENT: Final = re.compile(r"(?:([a-z]+):)?([A-Z]+)|([a-z]+):\(|\s+")


@fixed()
class Rule:
    """A named pattern, the value function that reads its matches (with constants), an example and a counter-example.

    ``groups`` maps the name of a part to the groups of the pattern that can be it."""

    name: str
    pattern: re.Pattern[str]
    function: str
    arguments: tuple[str, ...]
    example: str
    expected: str
    counter_example: str
    groups: Mapping[str, tuple[str, ...]]

    @property
    def kind(self) -> str:
        """The TIMEX3 type of what the rule finds."""
        return self.expected.partition(" ")[0]


@fixed()
class Found:
    """A rule's match on a run of tokens."""

    rule: Rule
    run: Sequence[Token]
    match: re.Match[str]

    @property
    def tokens(self) -> Sequence[Token]:
        """The tokens of the whole match."""
        return self.run[self.match.start() : self.match.end()]

    @property
    def span(self) -> tuple[int, int]:
        """Where the match begins and ends in the text."""
        return self.run[self.match.start()].start, self.run[self.match.end() - 1].end

    def part(self, name: str) -> Sequence[Token]:
        """The tokens of the part that the pattern calls ``name``; empty where it did not take part."""
        for group in self.rule.groups.get(name, ()):
            start, end = self.match.span(group)
            if start >= 0:
                return self.run[start:end]
        return ()

    def value(self, name: str) -> str | None:
        """The value of the last token of a part: of `this coming` that of `coming`."""
        found = self.part(name)
        return found[-1].value if found else None

    @property
    def edge(self) -> str | None:
        """START, MID or END, as an `early`, `mid-` or `end of` says."""
        edges = members("EDGE")
        for token in self.tokens:
            if token.code in edges:
                return token.value
        return None

    def count(self, name: str) -> int:
        """The whole number of a part: a day, month, weekday, ordinal or shift; 0 where it did not take part, or is none (03.5)."""
        told = (self.value(name) or "0").rpartition(":")[2]
        return int(told) if told.lstrip("+-").isdecimal() else 0

    def has(self, name: str) -> bool:
        """Whether a token of a class stands in the match."""
        return any(token.code in members(name) for token in self.tokens)

    def first(self, name: str) -> Token | None:
        """The first token of a class in the match."""
        return next((token for token in self.tokens if token.code in members(name)), None)


@cache
def members(name: str) -> str:
    """The codes of a class."""
    return ALPHABET.members(name)


@cache
def rules() -> tuple[Rule, ...]:
    """The rules in the order of the table."""
    words()  # every class is known once the word list is read
    return tuple(_rule(row) for row in table("rules"))


def candidates(run: Sequence[Token], codes: str, position: int) -> list[Found]:
    """The matches that begin at a token, the longest first. ``codes`` are the run's codes in one string."""
    return [Found(rule, run, match) for rule, match in _matches(codes, position)]


@lru_cache(maxsize=1 << 14)  # few sequences of classes are in use: most texts date in the same ways
def _matches(codes: str, position: int) -> tuple[tuple[Rule, re.Match[str]], ...]:
    found = [(rule, m) for rule in _by_code().get(codes[position], ()) if (m := rule.pattern.match(codes, position))]
    return tuple(sorted(found, key=lambda rule_match: -rule_match[1].end()))


@cache
def _by_code() -> Mapping[str, tuple[Rule, ...]]:
    """For each code the rules that a match can begin with it."""
    known: dict[str, tuple[Rule, ...]] = {}
    for rule in rules():
        for code in first_codes(rule.pattern.pattern):
            known[code] = (*known.get(code, ()), rule)
    return known


def _rule(row: Mapping[str, str]) -> Rule:
    function, *arguments = row["value"].split()
    pattern = re.compile(_Translation().regex(row["pattern"]))
    groups: dict[str, tuple[str, ...]] = {}
    for group in pattern.groupindex:
        name = group.rstrip("0123456789")
        groups[name] = (*groups.get(name, ()), group)
    return Rule(
        name=row["name"],
        pattern=pattern,
        function=function,
        arguments=tuple(arguments),
        example=row["example"],
        expected=row["expected"],
        counter_example=row["counter_example"],
        groups=groups,
    )


@cache
def _macros() -> Mapping[str, str]:
    return {row["name"]: row["pattern"] for row in table("macros")}


class _Translation:
    """One pattern's way into a regular expression; numbers the names, so that alternatives may use one twice."""

    def __init__(self) -> None:
        self._count = 0

    def regex(self, pattern: str) -> str:
        return _ELEMENT.sub(self._element, pattern)

    def _element(self, match: re.Match[str]) -> str:
        name, element, group = match.groups()
        if group:
            return f"(?P<{self._numbered(group)}>"
        if not element:
            return ""
        inner = self._inner(element)
        return f"(?P<{self._numbered(name)}>{inner})" if name else inner

    def _inner(self, element: str) -> str:
        macro = _macros().get(element)
        return f"(?:{self.regex(macro)})" if macro else f"[{members(element)}]"

    def _numbered(self, name: str) -> str:
        self._count += 1
        return f"{name}{self._count}"
