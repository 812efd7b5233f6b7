"""Reports of one event, whatever outlet and day: near-duplicates by MinHash, then the same event by shared rare
names and numbers, or by its kind, place and day.

A pure function of the set of reports: order of arrival changes nothing. Text is not read: signatures stand for it. Only reports of
months that changed, and of those beside them, are compared anew.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple, Self

import pyarrow as pa

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
_PRINT: Final = 1 << 64  # prints are less
_ORIGINALS: Final = "select report_id, duplicate_of from reports order by report_id"

Group = list[Teller]


class Printed(NamedTuple):
    """A hash of a batch's reports, by month; ``stamp`` changes with the batch."""

    stamp: str
    months: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Told:
    """What is remembered from run to run: the hashes of each batch, and the pairs that are alike by the month of the first."""

    batches: Mapping[str, Printed]
    pairs: Mapping[int, Sequence[Pair]]

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
        rows = [
            p._asdict() | {"month": month, "one": p.one._asdict(), "other": p.other._asdict()}
            for month, pairs in self.pairs.items()
            for p in pairs
        ]
        return {"prints": pa.Table.from_pylist(prints, _PRINTS), "pairs": pa.Table.from_pylist(rows, _PAIRS)}

    @classmethod
    def read(cls, tables: Mapping[str, pa.Table]) -> Self:
        """From its tables."""
        batches = {
            row["batch"]: Printed(row["stamp"], dict(zip(row["month"], row["print"], strict=True)))
            for row in tables["prints"].to_pylist()
        }
        pairs: dict[int, list[Pair]] = {}
        for row in tables["pairs"].to_pylist():
            month, ends = row.pop("month"), {end: Teller(**row[end]) for end in ("one", "other")}
            pairs.setdefault(month, []).append(Pair(**row | ends))
        return cls(batches, pairs)


def stories(batches: Mapping[str, Batch], before: Told | None = None) -> tuple[pa.Table, Told]:
    """(the story of every report, what to remember), from the tables ``reports`` and ``report_signatures``.

    Reports without date stand alone. ``before`` saves work and changes nothing.
    """
    told = _compared(batches, before or Told({}, {}))
    pairs = [pair for month in sorted(told.pairs) for pair in told.pairs[month]]
    pairs.sort(key=lambda pair: (-pair.score, pair.one, pair.other))
    with opened(joined(batches.values(), "reports"), "reports") as connection:
        reports = connection.execute(_ORIGINALS).to_arrow_table()
    return _table(reports, {story.report_id: story for story in _told(_grouped(pairs), pairs)}), told


def _compared(batches: Mapping[str, Batch], before: Told) -> Told:
    """The pairs that are alike; those of months that are as they were, with those around them, are known."""
    told = Told({name: _printed(batch, before.batches.get(name)) for name, batch in batches.items()}, {})
    was, now = before.prints, told.prints
    anew = [month for month in sorted(now) if any(was.get(m) != now.get(m) for m in _around(month))]
    near = {near for month in anew for near in _around(month)}
    of_months = [batch for name, batch in batches.items() if not near.isdisjoint(told.batches[name].months)]
    reports = signed(joined(of_months, *FROM), near)
    pairs = {month: before.pairs.get(month, ()) for month in now} | {m: tuple(alike(reports, m)) for m in anew}
    return Told(told.batches, pairs)


def _printed(batch: Batch, before: Printed | None) -> Printed:
    if before and before.stamp == batch.stamp:
        return before
    return Printed(batch.stamp, month_prints(batch.tables))


def _around(month: int) -> range:
    return range(month - AROUND, month + AROUND + 1)


def _table(reports: pa.Table, told: Mapping[str, Story]) -> pa.Table:
    """A row for each report: told with others, the same page as another, or alone."""
    originals = dict(zip(reports["report_id"].to_pylist(), reports["duplicate_of"].to_pylist(), strict=True))
    again = [_recrawled(i, o, told) for i, o in originals.items() if o is not None and o in originals]
    rows = {story.report_id: story for story in (*told.values(), *again)}
    alone = pa.array([report_id for report_id in originals if report_id not in rows], pa.string())
    schema = TABLES["stories"].schema
    nothing = [pa.nulls(len(alone), field.type) for field in schema][2:]
    singles = pa.Table.from_arrays([alone, alone, *nothing], schema=schema)
    return pa.concat_tables([singles, TABLES["stories"].arrow(rows.values())]).sort_by("report_id")


def _recrawled(report_id: str, original: str, told: Mapping[str, Story]) -> Story:
    """The story of the same page crawled again: that of its original."""
    source = told.get(original)
    story_id, follows = (source.story_id, source.follows_story_id) if source else (original, None)
    reason = f"the same page as {original}, crawled again"
    return Story(report_id=report_id, story_id=story_id, follows_story_id=follows, score=1.0, reason=reason)


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
