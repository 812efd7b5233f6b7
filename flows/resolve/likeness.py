"""How alike reports are, from their signatures: the cosine of their rare names and numbers, that of the words that tell what they
are about, the share of wording in common, and whether both tell of something that happened, of one kind at one place on one day, as
few others do.

What is rare is told by the months around: so a report more changes nothing for reports of other years.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, NamedTuple, Self

import numpy as np
import pyarrow as pa
from scipy.sparse import csr_matrix

from flows.language.minhash import headline_words
from flows.resolve.opened import Tables, opened

FROM: Final = ("reports", "report_signatures")
_SIGNED: Final = """
with signed as (
    select
        r.report_id, coalesce(r.dateline_on, r.published_on) as day, r.outlet, r.headline,
        s.shingles, s.words, s.subject_words, s.happenings
    from reports as r inner join report_signatures as s on r.report_id = s.report_id where r.duplicate_of is null
)
"""
_MONTH: Final = "(year(day) - 1970) * 12 + month(day) - 1"
_PRINTS: Final = f"""
{_SIGNED}
select {_MONTH} as month, (sum(hash(
    report_id, day, outlet, headline, shingles, words, subject_words, happenings
)) % 18446744073709551616)::ubigint as print
from signed where day is not null group by month order by month
"""
_ROWS: Final = f"{_SIGNED} select * from signed where {_MONTH} in (select month from wanted) order by day, report_id"
NEAR: Final = (
    0.40  # cosine from which two reports can tell of one event, if they share words that few of these days have …
)
RARE: Final = 0.11  # … namely this share of their words
TOLD: Final = 0.30  # cosine from which they can, if they share a word and a happening that few have
MATTER: Final = (
    0.65  # cosine of names and that of subjects from which, added, they do, if they share some words that few have
)
_NAMED: Final = 2  # namely so many, …
_HEADED: Final = 0.15  # … and this share of their headlines' words; or, on one day, …
_NAMED_MANY: Final = 4  # … so many; on the next day, when much has happened since, …
_HEADED_NEXT_DAY: Final = 0.30  # … this share of the headlines
SURE: Final = 0.65  # cosine from which they do
COPY: Final = 0.50  # share of shingles from which one is a copy of the other
FOLLOW: Final = 4  # days within which reports are compared, and around them for what is rare
AROUND: Final = 2  # months before and after, by whose reports it is told which words are rare
_FEW: Final = 0.004  # share of the reports of these days that a rare word is in, or …
_FEWEST: Final = 3  # … so many
_TELLING: Final = (
    100  # reports from which they tell how rare a word is: of five that two share a word says nothing against it
)

_ABREAST: Final = 128  # reports that are compared at once with those of the days behind them

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
    same_matter: bool = False  # about the same, with rare names in common


class Bags(NamedTuple):
    """What each of some reports has, as numbers from 0 on, one report after the other."""

    items: Array
    starts: Array  # where each report's begin, and where the last one's end

    @classmethod
    def of(cls, hashes: pa.ChunkedArray) -> Self:
        """From the hashes of each report, as bytes."""
        flat = hashes.combine_chunks().cast(pa.large_binary())
        starts = np.frombuffer(flat.buffers()[1], "<i8")[flat.offset : flat.offset + len(flat) + 1] // 4
        told = np.frombuffer(flat.buffers()[2] or b"", "<u4")[starts[0] : starts[-1]]
        return cls(np.unique(told, return_inverse=True)[1], starts - starts[0])

    def within(self, rows: slice) -> "Bags":
        """Those of some reports in a row."""
        starts = self.starts[rows.start : rows.stop + 1]
        return Bags(self.items[starts[0] : starts[-1]], starts - starts[0])

    @property
    def reports(self) -> int:
        """How many there are."""
        return len(self.starts) - 1


@dataclass(frozen=True, slots=True)
class Signed:
    """Dated reports with their signatures, ordered by day and id."""

    tellers: list[Teller]
    days: Array  # since 1970
    months: Array  # since 1970
    headlines: list[str | None]
    shingles: Array  # reports × permutations
    words: Bags
    subjects: Bags
    happenings: Bags

    def around(self, month: int) -> "Signed":
        """Those of a month and of ``AROUND`` months before and after it."""
        rows = slice(*np.searchsorted(self.months, [month - AROUND, month + AROUND + 1]).tolist())
        return Signed(
            self.tellers[rows],
            self.days[rows],
            self.months[rows],
            self.headlines[rows],
            self.shingles[rows],
            self.words.within(rows),
            self.subjects.within(rows),
            self.happenings.within(rows),
        )


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
        headlines=rows["headline"].to_pylist(),
        shingles=np.array([np.frombuffer(row.as_buffer(), "<u4") for row in rows["shingles"]]),
        words=Bags.of(rows["words"]),
        subjects=Bags.of(rows["subject_words"]),
        happenings=Bags.of(rows["happenings"]),
    )


def _weighed(bags: Bags) -> Any:
    """Bags as rows of length 1, each item weighted by how few reports have it."""
    counts = np.bincount(bags.items)
    columns = (np.cumsum(counts > 0) - 1)[bags.items]
    weights = np.log(max(_TELLING, bags.reports) / counts[bags.items])
    squares = np.add.reduceat(np.append(weights**2, 0.0), bags.starts[:-1]) if bags.reports else np.empty(0)
    lengths = np.diff(bags.starts)
    norms = np.sqrt(np.where(lengths > 0, squares, 1.0))
    scaled = weights / np.repeat(np.maximum(norms, 1e-9), lengths)
    return csr_matrix((scaled, columns, bags.starts), shape=(bags.reports, max(1, int(np.count_nonzero(counts)))))


def alike(reports: Signed, month: int) -> Iterator[Pair]:
    """All pairs of a report of a month and one of the same day or the next few that share more than chance would have them share."""
    near_by = reports.around(month)
    words, happenings = _weighed(near_by.words), _weighed(near_by.happenings)
    one, other, cosine = _near(words, near_by.days, np.flatnonzero(near_by.months == month))
    if len(one) == 0:
        return
    begin, end = np.searchsorted(near_by.days, [near_by.days[one] - FOLLOW, near_by.days[one] + FOLLOW + 1])
    shared = _shared(words, (one, other), (begin, end), np.maximum(_FEWEST, _FEW * (end - begin)))
    told = (shared > 0) & (_shared(happenings, (one, other), (begin, end), np.full(len(one), _FEWEST)) > 0)
    copied = np.mean(near_by.shingles[one] == near_by.shingles[other], axis=1)
    sizes = np.maximum(1, np.diff(words.indptr))
    kept = (cosine >= SURE) | (copied >= COPY) | told
    kept |= (cosine >= NEAR) & (shared >= RARE * np.sqrt(sizes[one] * sizes[other]))
    matter = _of_one_matter(near_by, (one, other), cosine, shared)
    kept |= matter
    score = np.round(np.maximum(cosine, copied), 4)
    for at in np.flatnonzero(kept):
        ends = near_by.tellers[one[at]], near_by.tellers[other[at]]
        yield Pair(float(score[at]), *ends, float(copied[at]), bool(told[at]), bool(matter[at]))


def _of_one_matter(reports: Signed, pairs: tuple[Array, Array], cosine: Array, shared: Array) -> Array:
    """Which pairs are about one matter within a day: their subjects and headlines bear out the rare names that they share."""
    days = reports.days[pairs[1]] - reports.days[pairs[0]]
    matter = np.zeros(len(cosine), bool)
    found = np.flatnonzero((shared >= _NAMED) & (days <= 1))
    if len(found) == 0:
        return matter
    about = _cosine(_weighed(reports.subjects), pairs[0][found], pairs[1][found])
    found = found[cosine[found] + about >= MATTER]
    ends = zip(pairs[0][found].tolist(), pairs[1][found].tolist(), strict=True)
    headed = np.array([_headed(reports.headlines[one], reports.headlines[other]) for one, other in ends])
    matter[found] = np.where(
        days[found] == 0, (headed >= _HEADED) | (shared[found] >= _NAMED_MANY), headed >= _HEADED_NEXT_DAY
    )
    return matter


def _headed(one: str | None, other: str | None) -> float:
    """The share of the words of two headlines that both have."""
    words, others = headline_words(one), headline_words(other)
    return len(words & others) / math.sqrt(len(words) * len(others)) if words and others else 0.0


def _cosine(weighed: Any, one: Array, other: Array) -> Array:
    """The cosine of the rows of each pair."""
    return np.asarray(weighed[one].multiply(weighed[other]).sum(axis=1)).ravel()


def _near(words: Any, days: Array, rows: Array) -> tuple[Array, Array, Array]:
    """(report, later one of the next days, cosine) of the pairs that can tell of one event, of whom the first is among ``rows``."""
    found = [(np.empty(0, "i8"), np.empty(0, "i8"), np.empty(0))]
    for at in range(0, len(rows), _ABREAST):
        first, last = int(rows[at]), int(rows[min(at + _ABREAST, len(rows)) - 1]) + 1
        end = int(np.searchsorted(days, days[last - 1] + FOLLOW + 1))
        products = (words[first:last] @ words[first:end].T).tocoo()
        one, other = products.row + first, products.col + first
        near = (products.data >= TOLD) & (one < other) & (days[other] <= days[one] + FOLLOW)
        found.append((one[near], other[near], products.data[near]))
    one, other, cosine = map(np.concatenate, zip(*found, strict=True))
    return one, other, cosine


def _shared(words: Any, pairs: tuple[Array, Array], rows: tuple[Array, Array], most: Array) -> Array:
    """How many words are in both reports of each pair, and in at most so many of the reports of the days around them, given as rows."""
    one, other = pairs
    both = words[one].multiply(words[other]).tocsr()
    of_pair, column = np.repeat(np.arange(len(one)), np.diff(both.indptr))[both.data != 0], both.indices[both.data != 0]
    is_asked = np.zeros(words.shape[1], bool)
    is_asked[column] = True
    asked = is_asked[words.indices]
    row = np.repeat(np.arange(words.shape[0]), np.diff(words.indptr))[asked]
    places = np.sort(words.indices[asked].astype("i8") * words.shape[0] + row)
    begin, end = (np.searchsorted(places, column.astype("i8") * words.shape[0] + bound[of_pair]) for bound in rows)
    return np.bincount(of_pair[end - begin <= most[of_pair]], minlength=len(one))
