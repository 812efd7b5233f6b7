"""Reports of one event, whatever outlet and day: near-duplicates by MinHash, then the same event by shared rare
names and numbers, or by its kind, place and day.

A pure function of the set of reports: order of arrival changes nothing. Text is not read: signatures stand for it. Only reports of
months that changed, and of those beside them, are compared anew, and only what such pairs connect is grouped anew.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple, Self

import pyarrow as pa
import pyarrow.compute as pc

from flows.contract.records import Story
from flows.contract.tables import TABLES
from flows.resolve.likeness import AROUND, COPY, FROM, Pair, Teller, alike, month_prints, signed
from flows.resolve.opened import Batch, joined, opened

_SPAN: Final = 1  # days a story lasts: a paper prints the day after the agency
_NEXT_DAY: Final = (
    0.50  # score from which what is told on the next day is no more than was told: by then much has happened
)
_CLOSENESS: Final = 0.5  # share of the pairs between two groups that must be alike for the groups to be one story
_TELLER: Final = pa.struct([("day", pa.int64()), ("report_id", pa.string()), ("outlet", pa.string())])
_PAIRS: Final = pa.schema(
    [
        ("month", pa.int64()),
        ("score", pa.float64()),
        ("one", _TELLER),
        ("other", _TELLER),
        ("copied", pa.float64()),
        ("same_event", pa.bool_()),
        ("same_matter", pa.bool_()),
    ]
)
_PRINTS: Final = pa.schema(
    [
        ("batch", pa.string()),
        ("stamp", pa.string()),
        ("month", pa.list_(pa.int64())),
        ("print", pa.list_(pa.uint64())),
    ]
)
_STORIES: Final = TABLES["stories"].schema
_PRINT: Final = 1 << 64  # prints are less
_ORIGINALS: Final = "select report_id, duplicate_of from reports order by report_id"

Group = list[Teller]


class Printed(NamedTuple):
    """A hash of a batch's reports, by month; ``stamp`` changes with the batch."""

    stamp: str
    months: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Told:
    """What is remembered from run to run: the hashes of each batch, the pairs that are alike by the month of the first, and the
    stories of reports that are like another."""

    batches: Mapping[str, Printed] = field(default_factory=dict)
    pairs: pa.Table = field(default_factory=_PAIRS.empty_table)
    rows: pa.Table = field(default_factory=_STORIES.empty_table)

    @property
    def prints(self) -> Mapping[int, int]:
        """A hash of each month's reports."""
        found: dict[int, int] = {}
        for batch in self.batches.values():
            for month, told in batch.months.items():
                found[month] = (found.get(month, 0) + told) % _PRINT
        return found

    def tables(self) -> dict[str, pa.Table]:
        """As tables, from which ``read`` makes it again."""
        prints = [
            {"batch": name, "stamp": batch.stamp, "month": list(batch.months), "print": list(batch.months.values())}
            for name, batch in self.batches.items()
        ]
        return {"prints": pa.Table.from_pylist(prints, _PRINTS), "pairs": self.pairs, "rows": self.rows}

    @classmethod
    def read(cls, tables: Mapping[str, pa.Table]) -> Self:
        """From its tables."""
        batches = {
            row["batch"]: Printed(row["stamp"], dict(zip(row["month"], row["print"], strict=True)))
            for row in tables["prints"].to_pylist()
        }
        return cls(batches, tables["pairs"], tables["rows"])


def stories(batches: Mapping[str, Batch], before: Told | None = None) -> tuple[pa.Table, Told]:
    """(the story of every report, what to remember), from the tables ``reports`` and ``report_signatures``.

    Reports without date stand alone. ``before`` saves work and changes nothing.
    """
    before = before or Told()
    prints, pairs, touched = _compared(batches, before)
    again = _connected(pairs, touched)
    rows = _pairs_of(pairs.filter(pc.is_in(_ids(pairs, "one"), again)))
    rows.sort(key=lambda pair: (-pair.score, pair.one, pair.other))
    found = TABLES["stories"].arrow(_told(_grouped(rows), rows))
    told = Told(prints, pairs, pa.concat_tables([_without(before.rows, pa.concat_arrays([again, touched])), found]))
    with opened(joined(batches.values(), "reports"), "reports") as connection:
        reports = connection.execute(_ORIGINALS).to_arrow_table()
    return _table(reports, told.rows), told


def _compared(batches: Mapping[str, Batch], before: Told) -> tuple[Mapping[str, Printed], pa.Table, pa.Array]:
    """(the hashes of each batch, the pairs that are alike, reports with others or other pairs than before).

    The pairs of months that are as they were, with those around them, are known.
    """
    told = Told({name: _printed(batch, before.batches.get(name)) for name, batch in batches.items()})
    was, now = before.prints, told.prints
    anew = [month for month in sorted(now) if any(was.get(m) != now.get(m) for m in _around(month))]
    near = {near for month in anew for near in _around(month)}
    of_months = [batch for name, batch in batches.items() if not near.isdisjoint(told.batches[name].months)]
    reports = signed(joined(of_months, *FROM), near)
    found = [(month, pair) for month in anew for pair in alike(reports, month)]
    is_kept = pc.is_in(before.pairs["month"], pa.array(now.keys() - set(anew), pa.int64()))
    had = set(_pairs_of(before.pairs.filter(pc.invert(is_kept))))
    differ = had ^ {pair for _, pair in found}
    rows = [p._asdict() | {"month": month, "one": p.one._asdict(), "other": p.other._asdict()} for month, p in found]
    pairs = pa.concat_tables([before.pairs.filter(is_kept), pa.Table.from_pylist(rows, _PAIRS)])
    return told.batches, pairs, pa.array({end.report_id for p in differ for end in (p.one, p.other)}, pa.string())


def _pairs_of(rows: pa.Table) -> list[Pair]:
    ends = ([Teller(**end) for end in rows[name].to_pylist()] for name in ("one", "other"))
    more = (rows[name].to_pylist() for name in ("score", "copied", "same_event", "same_matter"))
    return [Pair(score, *of, *told) for score, *told, of in zip(*more, zip(*ends, strict=True), strict=True)]


def _ids(pairs: pa.Table, end: str) -> pa.Array:
    return pairs[end].combine_chunks().field("report_id")


def _connected(pairs: pa.Table, touched: pa.Array) -> pa.Array:
    """The ids of the reports that a chain of pairs connects with some: who is of one story is decided among them alone."""
    both = pa.concat_arrays([_ids(pairs, "one"), _ids(pairs, "other")]).dictionary_encode()
    one, other = both.indices.to_numpy().reshape(2, -1)
    reached = pc.is_in(both.dictionary, touched).to_numpy(zero_copy_only=False)
    while (met := reached[one] != reached[other]).any():
        reached[one[met]] = reached[other[met]] = True
    return both.dictionary.filter(pa.array(reached))


def _without(rows: pa.Table, report_ids: pa.Array | pa.ChunkedArray) -> pa.Table:
    return rows.filter(pc.invert(pc.is_in(rows["report_id"], report_ids)))


def _printed(batch: Batch, before: Printed | None) -> Printed:
    if before and before.stamp == batch.stamp:
        return before
    return Printed(batch.stamp, month_prints(batch.tables))


def _around(month: int) -> range:
    return range(month - AROUND, month + AROUND + 1)


def _table(reports: pa.Table, told: pa.Table) -> pa.Table:
    """A row for each report: told with others, the same page as another, or alone."""
    again = reports.filter(pc.is_in(reports["duplicate_of"], reports["report_id"]))
    rows = pa.concat_tables([told, _recrawled(again["report_id"], again["duplicate_of"], told)])
    alone = _without(reports, rows["report_id"])["report_id"]
    nothing = [pa.nulls(len(alone), field.type) for field in _STORIES][2:]
    return pa.concat_tables([pa.table([alone, alone, *nothing], _STORIES), rows]).sort_by("report_id")


def _recrawled(reports: pa.ChunkedArray, originals: pa.ChunkedArray, told: pa.Table) -> pa.Table:
    """The stories of pages that were crawled again: those of their originals."""
    source = told.take(pc.index_in(originals, told["report_id"]))
    reason = pc.binary_join_element_wise("the same page as ", originals, ", crawled again", "")
    story = pc.coalesce(source["story_id"], originals)
    return pa.table([reports, story, source["follows_story_id"], pa.repeat(1.0, len(reports)), reason], _STORIES)


def _grouped(pairs: Iterable[Pair]) -> dict[Teller, Group]:
    """The group of each report that is like another: likest pairs first, groups joined while they stay close and short."""
    groups = {teller: [teller] for pair in pairs for teller in (pair.one, pair.other)}
    linked = {(pair.one, pair.other) for pair in pairs}
    for pair in pairs:
        one, other = groups[pair.one], groups[pair.other]
        if one is not other and _is_one_story(pair, one, other, linked):
            one, other = sorted((one, other), key=len)
            other += one
            for teller in one:
                groups[teller] = other
    return groups


def _is_one_story(pair: Pair, one: Group, other: Group, linked: set[tuple[Teller, Teller]]) -> bool:
    """Whether two groups tell of one event: within a day, alike in most pairs; one outlet does not tell it anew next day."""
    days = [teller.day for teller in (*one, *other)]
    if max(days) - min(days) > _SPAN:
        return False
    is_next_day = pair.one.day != pair.other.day
    if is_next_day and pair.score < _NEXT_DAY and not (pair.same_event or pair.same_matter):
        return False
    is_retold = pair.copied >= COPY or (pair.same_event and pair.one.outlet is None)  # of unknown outlets, by another
    if is_next_day and pair.one.outlet == pair.other.outlet and not is_retold:
        return False
    alike_pairs = sum((min(a, b), max(a, b)) in linked for a in one for b in other)
    return alike_pairs >= _CLOSENESS * len(one) * len(other)


def _told(groups: Mapping[Teller, Group], pairs: Sequence[Pair]) -> Iterator[Story]:
    """The stories that are more than one report: named after the earliest, with the best pair within, and what they follow."""
    first = {teller: min(group) for teller, group in groups.items()}
    best: dict[Teller, Pair] = {}
    follows: dict[Teller, Pair] = {}
    for pair in reversed(pairs):  # the likest is set last
        if first[pair.one] == first[pair.other]:
            best[pair.one] = best[pair.other] = pair
        elif first[pair.one] < first[pair.other] and first[pair.one].day < first[pair.other].day:
            follows[first[pair.other]] = pair
    for teller, group in groups.items():
        if teller in best or first[teller] in follows or len(group) > 1:
            own, earlier = best.get(teller), follows.get(first[teller])
            yield Story(
                report_id=teller.report_id,
                story_id=first[teller].report_id,
                follows_story_id=first[earlier.one].report_id if earlier else None,
                score=own.score if own else None,
                reason=_reason(own, teller) if own else None,
            )


def _reason(pair: Pair, teller: Teller) -> str:
    other = (pair.other if pair.one == teller else pair.one).report_id
    if pair.copied >= COPY:
        return f"{pair.copied:.0%} of its wording is that of {other}"
    if pair.same_event:
        return f"tells of what happened at the same place and day as {other}"
    if pair.same_matter:
        return f"shares rare names and numbers, and what it is about, with {other}"
    return f"shares rare names and numbers with {other}"
