"""How alike reports are, from their signatures: the cosine of their rare names and numbers, and the share of wording in common."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

import numpy as np
import pyarrow as pa
from scipy.sparse import csr_matrix

NEAR: Final = (
    0.40  # cosine from which two reports can tell of one event, if they share words that few of these days have …
)
RARE: Final = 0.11  # … namely this share of their words
SURE: Final = 0.65  # cosine from which they do
COPY: Final = 0.50  # share of shingles from which one is a copy of the other
FOLLOW: Final = 4  # days within which reports are compared, and around them for what is rare
_FEW: Final = 0.004  # share of the reports of these days that a rare word is in, or …
_FEWEST: Final = 3  # … so many

Array = np.ndarray[Any, Any]


class Pair(NamedTuple):
    """Two reports by row, ``one`` before ``other``, with how alike they are (0 to 1)."""

    score: float
    one: int
    other: int
    copied: float


@dataclass(frozen=True, slots=True)
class Signed:
    """Dated reports with their signatures, ordered by day and id."""

    ids: list[str]
    days: Array  # days since 1970
    outlets: list[str | None]
    shingles: Array  # reports × permutations
    words: Any  # sparse, reports × words; rows of length 1, rare words weigh most


def signed(tables: Mapping[str, pa.Table]) -> Signed:
    """The dated reports that have a signature and are no re-crawl, from the tables ``reports`` and ``report_signatures``."""
    reports = tables["reports"].select(["report_id", "published_on", "dateline_on", "outlet", "duplicate_of"])
    rows = reports.join(tables["report_signatures"], "report_id", join_type="inner").to_pylist()
    dated = [
        (row["dateline_on"] or row["published_on"], row["report_id"], row) for row in rows if not row["duplicate_of"]
    ]
    ordered = sorted((d for d in dated if d[0]), key=lambda d: d[:2])
    return Signed(
        ids=[report_id for _, report_id, _ in ordered],
        days=np.array([day.toordinal() for day, _, _ in ordered], "i8"),
        outlets=[row["outlet"] for _, _, row in ordered],
        shingles=np.array([np.frombuffer(row["shingles"], "<u4") for _, _, row in ordered]),
        words=_weighed([np.frombuffer(row["words"], "<u4") for _, _, row in ordered]),
    )


def _weighed(bags: list[Array]) -> Any:
    """Bags of words as rows of length 1, each word weighted by how few reports have it."""
    lengths = np.array([len(bag) for bag in bags], "i8")
    words, columns, counts = np.unique(
        np.concatenate([*bags, np.empty(0, "<u4")]), return_inverse=True, return_counts=True
    )
    weights = np.log(max(1, len(bags)) / counts)[columns]
    starts = np.concatenate([[0], np.cumsum(lengths)])
    squares = np.add.reduceat(np.append(weights**2, 0.0), starts[:-1]) if len(bags) else np.empty(0)
    norms = np.sqrt(np.where(lengths > 0, squares, 1.0))
    scaled = weights / np.repeat(np.maximum(norms, 1e-9), lengths)
    return csr_matrix((scaled, columns, starts), shape=(len(bags), max(1, len(words))))


def alike(reports: Signed) -> Iterator[Pair]:
    """All pairs of reports of the same days or of neighbouring ones that share more than chance would have them share."""
    sizes = np.maximum(1, np.diff(reports.words.indptr))
    for first, last, begin, end in _windows(reports.days):
        products = (reports.words[first:last] @ reports.words[first:end].T).tocoo()
        near = (products.data >= NEAR) & (products.row < products.col)
        one, other, cosine = products.row[near] + first, products.col[near] + first, products.data[near]
        if len(one) == 0:
            continue
        both = reports.words[one].multiply(reports.words[other]) != 0
        shared = both @ _rare(reports.words[begin:end])
        copied = np.mean(reports.shingles[one] == reports.shingles[other], axis=1)
        kept = (cosine >= SURE) | (copied >= COPY) | (shared >= RARE * np.sqrt(sizes[one] * sizes[other]))
        score = np.round(np.maximum(cosine, copied), 4)
        yield from map(Pair._make, zip(*(column[kept].tolist() for column in (score, one, other, copied)), strict=True))


def _rare(words: Any) -> Array:
    """1 for each word that few of these days' reports have, else 0."""
    counts = np.bincount(words.indices, minlength=words.shape[1])
    return np.asarray(counts <= max(_FEWEST, _FEW * words.shape[0]), "f8")


def _windows(days: Array) -> Iterator[tuple[int, int, int, int]]:
    """For each day: its first row and the row after its last; the rows of the days around it, from and up to."""
    for day in np.unique(days):
        first, last, begin, end = np.searchsorted(days, [day, day + 1, day - FOLLOW, day + FOLLOW + 1])
        yield int(first), int(last), int(begin), int(end)
