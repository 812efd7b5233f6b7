"""Names of bodies told by what stands beside them: a common noun (the airline Zorvan, Mizan newspaper), an abbreviation in brackets."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from flows.extract.recognizers.bodies import Body
from flows.extract.recognizers.units import Units
from flows.language.seeds import rows

_BEHIND: Final = re.compile(r"(?<=x)b?(?=G{0,2}[CQA])[CGQA]{1,3}(?![CGQPWKLIARTOYb@])")
_BEFORE: Final = re.compile(r"(?<![CGQPWKLIARTObX@])(?=P{0,2}[CQA])[CQPA]{1,3}(?=x)")
_SHORT: Final = re.compile(r"(?<=O)\([AOC]\)")
_LEADING: Final = re.compile(r"[CWUMGQPNAsa,]{1,9}$")  # what the name may begin with: Practitioners, Pharmacists and
_PERIODS: Final = frozenset({"daily", "weekly"})  # say how often, too, unless an article stands before them


def told_by_noun(units: Units) -> Iterator[Body]:
    """The names, left to right, apart."""
    spans = [(*m.span(), m.start() - 1, "right") for m in _BEHIND.finditer(units.codes)]
    spans += [(*m.span(), m.end(), "left") for m in _BEFORE.finditer(units.codes)]
    until = 0
    for first, last, noun, side in sorted(spans):
        word = units.words(noun, noun + 1)
        is_told = word in _nouns(side) and (word not in _PERIODS or units.codes[noun - 1] == "t")
        if first >= until and is_told:
            yield Body(first, last, "O", "beside a word for bodies")
            until = last


def spelt_out(units: Units) -> Iterator[Body]:
    """Bodies whose abbreviation says that they begin further left: Hill Doctors, Pharmacists and Dentists Union (HDPDU)."""
    until = 0
    for match in _SHORT.finditer(units.codes):
        body = match.start() - 1
        short = units.words(body + 2, body + 3)
        leading = _LEADING.search(units.codes, until, body)
        is_short = sum(letter.isupper() for letter in short) > 1
        if leading is None or not is_short or stands_for(short, units.words(body, body + 1)):
            continue
        for first in range(body - 1, leading.start() - 1, -1):
            if units.codes[first] not in ",as" and stands_for(short, units.words(first, body + 1)):
                yield Body(first, body + 1, "O", "spelt out with its abbreviation")
                until = body + 1
                break


def stands_for(short: str, long: str) -> bool:
    """The letters of an abbreviation begin words of the long form, in order; small words may be skipped."""
    rest = iter(re.findall(r"[A-Za-z]+", long))
    return all(any(word[0].lower() == letter.lower() for word in rest) for letter in short if letter.isupper())


@cache
def _nouns(side: str) -> frozenset[str]:
    return frozenset(row["noun"] for row in rows("body_nouns") if row["side"] == side)
