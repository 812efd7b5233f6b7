"""How like the words are in which reports tell of two persons, as evidence of whether they are one: a striker plays, a judge hears.

How much a word tells is listed, not counted: so a report more changes nothing for those whom it does not name.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Final

import numpy as np

from flows.language.subjects import telling_of
from flows.resolve.gathered import Gathered
from flows.resolve.profiles import Profile

_REPORTS: Final = 16  # of someone, that are compared: the first by id, which is a hash, stand for all
_KEPT: Final = 1 << 12  # persons whose words are kept: of one name all are compared in a row

Words = Mapping[int, float]


class Wording:
    """The words of the reports that name someone: each with what it tells, in what share of them."""

    def __init__(self, gathered: Gathered) -> None:
        self._gathered = gathered
        self._of = lru_cache(maxsize=_KEPT)(self._read)

    def likeness(self, one: Profile, other: Profile) -> float | None:
        """Cosine of the words, 0 to 1, without reports that name both; None where either has no others."""
        first, second = (profile.report_ids[:_REPORTS] for profile in (one, other))
        both = set(first).intersection(second)
        if both:
            first, second = (tuple(report for report in ids if report not in both) for ids in (first, second))
        few, many = sorted((self._of(first), self._of(second)), key=len)
        return math.fsum(share * many[word] for word, share in few.items() if word in many) if few else None

    def _read(self, report_ids: Sequence[str]) -> Words:
        """A vector of length 1; nothing where no report has such words."""
        told = [self._told(report_id) for report_id in report_ids]
        if len(told) == 1:
            return told[0]
        words: dict[int, float] = defaultdict(float)
        for of_report in told:
            for word, share in of_report.items():
                words[word] += share
        return _unit(words, list(words.values()))

    def _told(self, report_id: str) -> Words:
        bits = telling_of()
        words = [w for w in np.frombuffer(self._gathered.words_in(report_id), "<u4").tolist() if w in bits]
        return _unit(words, [bits[word] for word in words])


def _unit(words: Iterable[int], shares: Sequence[float]) -> Words:
    length = math.hypot(*shares)
    return dict(zip(words, [share / length for share in shares], strict=True))
