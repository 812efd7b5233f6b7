"""Reports of one event, whatever outlet and day: near-duplicates by MinHash, then the same event by shared rare
names and numbers, or by its kind, place and day.

A pure function of the set of reports: order of arrival changes nothing. Text is not read: signatures stand for it. Only reports of
months that changed, and of those beside them, are compared anew.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Self

import pyarrow as pa

from flows.contract.records import Story
from flows.contract.tables import TABLES
from flows.resolve.likeness import AROUND, COPY, Pair, Teller, alike, month_prints, signed
from flows.resolve.opened import Tables, opened

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
    ]
)
_ORIGINALS: Final = "select report_id, duplicate_of from reports order by report_id"

Group = list[Teller]


@dataclass(frozen=True, slots=True)
class Told:
    """What is remembered from run to run: a hash of each month's reports, and the pairs that are alike by the month of the first."""

    prints: Mapping[int, int]
    pairs: Mapping[int, Sequence[Pair]]

    def tables(self) -> dict[str, pa.Table]:
        """As tables, from which ``read`` makes it again."""
        prints = {
            "month": pa.array(self.prints.keys(), pa.int64()),
            "print": pa.array(self.prints.values(), pa.uint64()),
        }
        rows = [
            p._asdict() | {"month": month, "one": p.one._asdict(), "other": p.other._asdict()}
            for month, pairs in self.pairs.items()
            for p in pairs
        ]
        return {"prints": pa.table(prints), "pairs": pa.Table.from_pylist(rows, _PAIRS)}

    @classmethod
    def read(cls, tables: Mapping[str, pa.Table]) -> Self:
        """From its tables."""
        prints = {row["month"]: row["print"] for row in tables["prints"].to_pylist()}
        pairs: dict[int, list[Pair]] = {}
        for row in tables["pairs"].to_pylist():
            month, ends = row.pop("month"), {end: Teller(**row[end]) for end in ("one", "other")}
            pairs.setdefault(month, []).append(Pair(**row | ends))
        return cls(prints, pairs)

    def holds(self, month: int, prints: Mapping[int, int]) -> bool:
        """Whether a month and those around it are as they were."""
        return all(self.prints.get(m) == prints.get(m) for m in _around(month))


def stories(tables: Tables, before: Told | None = None) -> tuple[pa.Table, Told]:
    """(the story of every report, what to remember), from the tables ``reports`` and ``report_signatures``.

    Reports without date stand alone. ``before`` saves work and changes nothing.
    """
    told = _compared(tables, before or Told({}, {}))
    pairs = [pair for month in sorted(told.pairs) for pair in told.pairs[month]]
    pairs.sort(key=lambda pair: (-pair.score, pair.one, pair.other))
    with opened(tables, "reports") as connection:
        reports = connection.execute(_ORIGINALS).to_arrow_table()
    return _table(reports, {story.report_id: story for story in _told(_grouped(pairs), pairs)}), told


def _compared(tables: Tables, before: Told) -> Told:
    """The pairs that are alike; those of months that are as they were are known."""
    prints = month_prints(tables)
    anew = [month for month in prints if not before.holds(month, prints)]
    reports = signed(tables, {near for month in anew for near in _around(month)})
    pairs = {month: before.pairs.get(month, ()) for month in prints} | {m: tuple(alike(reports, m)) for m in anew}
    return Told(prints, pairs)


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
    if is_next_day and pair.score < _NEXT_DAY and not pair.same_event:
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
    return f"shares rare names and numbers with {other}"
