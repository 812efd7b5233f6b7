"""How alike reports are, from their signatures: the cosine of their rare names and numbers, the share of wording in common, and
whether both tell of something that happened, of one kind at one place on one day, as few others do.

What is rare is told by the months around: so a report more changes nothing for reports of other years.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any, Final, NamedTuple

import numpy as np
import pyarrow as pa
from scipy.sparse import csr_matrix

from flows.resolve.opened import Tables, opened

FROM: Final = ("reports", "report_signatures")
_SIGNED: Final = """
with signed as (
    select r.report_id, coalesce(r.dateline_on, r.published_on) as day, r.outlet, s.shingles, s.words, s.happenings
    from reports as r inner join report_signatures as s on r.report_id = s.report_id where r.duplicate_of is null
)
"""
_MONTH: Final = "(year(day) - 1970) * 12 + month(day) - 1"
_PRINTS: Final = f"""
{_SIGNED}
select {_MONTH} as month, (sum(hash(report_id, day, outlet, shingles, words, happenings)) % 18446744073709551616)::ubigint as print
from signed where day is not null group by month order by month
"""
_ROWS: Final = f"{_SIGNED} select * from signed where {_MONTH} in (select month from wanted) order by day, report_id"
NEAR: Final = (
    0.40  # cosine from which two reports can tell of one event, if they share words that few of these days have …
)
RARE: Final = 0.11  # … namely this share of their words
TOLD: Final = 0.30  # cosine from which they can, if they share a word and a happening that few have
SURE: Final = 0.65  # cosine from which they do
COPY: Final = 0.50  # share of shingles from which one is a copy of the other
FOLLOW: Final = 4  # days within which reports are compared, and around them for what is rare
AROUND: Final = 2  # months before and after, by whose reports it is told which words are rare
_FEW: Final = 0.004  # share of the reports of these days that a rare word is in, or …
_FEWEST: Final = 3  # … so many
_TELLING: Final = (
    100  # reports from which they tell how rare a word is: of five that two share a word says nothing against it
)

Array = np.ndarray[Any, Any]


class Teller(NamedTuple):
    """A report that tells of something on a day; the earlier is the lesser."""

    day: int  # since 1970
    report_id: str
    outlet: str | None


class Pair(NamedTuple):
    """Two reports, ``one`` before ``other``, with how alike they are (0 to 1)."""

    score: float
    one: Teller
    other: Teller
    copied: float
    same_event: bool = False  # of one kind, at one place, on one day


@dataclass(frozen=True, slots=True)
class Signed:
    """Dated reports with their signatures, ordered by day and id."""

    tellers: list[Teller]
    days: Array  # since 1970
    months: Array  # since 1970
    shingles: Array  # reports × permutations
    bags: list[Array]  # the hashes of each report's words
    happenings: list[Array]  # … and of what it says happened

    def around(self, month: int) -> "Signed":
        """Those of a month and of ``AROUND`` months before and after it."""
        rows = slice(*np.searchsorted(self.months, [month - AROUND, month + AROUND + 1]).tolist())
        return Signed(*(getattr(self, field.name)[rows] for field in fields(self)))


def month_prints(tables: Tables) -> dict[int, int]:
    """Month since 1970 → a hash of its dated reports and their signatures; re-crawls do not count."""
    with opened(tables, *FROM) as connection:
        return dict(connection.execute(_PRINTS).fetchall())


def signed(tables: Tables, months: set[int]) -> Signed:
    """The dated reports of some months that have a signature and are no re-crawl."""
    with opened(tables, *FROM) as connection:
        connection.register("wanted", pa.table({"month": pa.array(sorted(months), pa.int64())}))
        rows = connection.execute(_ROWS).to_arrow_table()
    dates = rows["day"].to_numpy().astype("M8[D]")
    days = dates.astype("i8")
    named = zip(days.tolist(), rows["report_id"].to_pylist(), rows["outlet"].to_pylist(), strict=True)
    return Signed(
        tellers=list(map(Teller._make, named)),
        days=days,
        months=dates.astype("M8[M]").astype("i8"),
        shingles=np.array([np.frombuffer(row.as_buffer(), "<u4") for row in rows["shingles"]]),
        bags=[np.frombuffer(row.as_buffer(), "<u4") for row in rows["words"]],
        happenings=[np.frombuffer(row.as_buffer(), "<u4") for row in rows["happenings"]],
    )


def _weighed(bags: list[Array]) -> Any:
    """Bags of words as rows of length 1, each word weighted by how few reports have it."""
    lengths = np.array([len(bag) for bag in bags], "i8")
    words, columns, counts = np.unique(
        np.concatenate([*bags, np.empty(0, "<u4")]), return_inverse=True, return_counts=True
    )
    weights = np.log(max(_TELLING, len(bags)) / counts)[columns]
    starts = np.concatenate([[0], np.cumsum(lengths)])
    squares = np.add.reduceat(np.append(weights**2, 0.0), starts[:-1]) if len(bags) else np.empty(0)
    norms = np.sqrt(np.where(lengths > 0, squares, 1.0))
    scaled = weights / np.repeat(np.maximum(norms, 1e-9), lengths)
    return csr_matrix((scaled, columns, starts), shape=(len(bags), max(1, len(words))))


def alike(reports: Signed, month: int) -> Iterator[Pair]:
    """All pairs of a report of a month and one of the same day or the next few that share more than chance would have them share."""
    near_by = reports.around(month)
    words, happenings = _weighed(near_by.bags), _weighed(near_by.happenings)
    sizes = np.maximum(1, np.diff(words.indptr))
    for first, last, begin, end in _windows(near_by, month):
        products = (words[first:last] @ words[first:end].T).tocoo()
        near = (products.data >= TOLD) & (products.row < products.col)
        one, other, cosine = products.row[near] + first, products.col[near] + first, products.data[near]
        if len(one) == 0:
            continue
        shared = _shared(words, one, other, slice(begin, end), max(_FEWEST, _FEW * (end - begin)))
        told = (shared > 0) & (_shared(happenings, one, other, slice(begin, end), _FEWEST) > 0)
        copied = np.mean(near_by.shingles[one] == near_by.shingles[other], axis=1)
        kept = (cosine >= SURE) | (copied >= COPY) | told
        kept |= (cosine >= NEAR) & (shared >= RARE * np.sqrt(sizes[one] * sizes[other]))
        score = np.round(np.maximum(cosine, copied), 4)
        for at in np.flatnonzero(kept):
            ends = near_by.tellers[one[at]], near_by.tellers[other[at]]
            yield Pair(float(score[at]), *ends, float(copied[at]), bool(told[at]))


def _shared(words: Any, one: Array, other: Array, days: slice, most: float) -> Array:
    """How many words that at most so many reports of these days have are in both reports of each pair."""
    counts = np.bincount(words.indices[words.indptr[days.start] : words.indptr[days.stop]], minlength=words.shape[1])
    both = words[one].multiply(words[other]).tocsr()
    is_rare = (counts[both.indices] <= most) & (both.data != 0)
    pairs = np.repeat(np.arange(len(one)), np.diff(both.indptr))
    return np.bincount(pairs[is_rare], minlength=len(one))


def _windows(reports: Signed, month: int) -> Iterator[tuple[int, int, int, int]]:
    """For each day of a month: its first row and the row after its last; the rows of the days around it, from and up to."""
    for day in np.unique(reports.days[reports.months == month]):
        bounds = [day, day + 1, day - FOLLOW, day + FOLLOW + 1]
        first, last, begin, end = np.searchsorted(reports.days, bounds)
        yield int(first), int(last), int(begin), int(end)
