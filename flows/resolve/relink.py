"""Linking by parts: only families in which something changed are linked anew; the result is that of linking all at once."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from flows.contract.tables import TABLES
from flows.language.seeds import rows
from flows.resolve.affected import AT_ONCE, Affected, find_affected
from flows.resolve.clusters import Clusters, Pair
from flows.resolve.company import Company
from flows.resolve.conditions import Row
from flows.resolve.courses import Course
from flows.resolve.gathered import Gathered, Touched
from flows.resolve.link import link_members
from flows.resolve.listing import row_mark
from flows.resolve.marks import FAMILY, Array
from flows.resolve.memo import Memo, Part
from flows.resolve.overrides import correct, override_id
from flows.resolve.profiles import profiles
from flows.resolve.renames import renames
from flows.resolve.rescored import changes, rescore
from flows.resolve.scales import Recalled, Scales
from flows.resolve.weigh import UNSURE, Background, Verdict
from flows.resolve.wording import Wording

_IDS: Final = {"entities": "entity_id", "entity_reviews": "entity_id", "post_corrections": "person_entity_id"}
_WRITTEN: Final = (*_IDS, "override_checks")
_SPLICED: Final = 1_000  # rows that come and go: each costs 40 µs, copying 370,000 rows half a second (2026-11)


def relink(
    gathered: Gathered,
    before: Mapping[str, pa.Table],
    memo: Memo,
    touched: Touched,
    overrides: Sequence[Row] | None = None,
) -> dict[str, pa.Table]:
    """The tables that linking writes. ``before`` holds those of the run before; ``touched`` says what came and went since.

    Where nothing is remembered of that run all is linked; ``before`` then only tells which ids changed.
    """
    is_first, listed = memo.is_empty, rows("overrides") if overrides is None else overrides
    affected = find_affected(gathered, memo, touched, listed)
    named = _named(memo, listed)
    affected, otherwise = _rescored(gathered, memo, affected, named, before["entities"])
    parts = [
        _checks_kept(listed, named, affected, before["override_checks"]),
        *_linked(gathered, affected, memo, listed, named),
        {name: rows for name, (_, rows) in otherwise.items()},
    ]
    linked = pa.array(affected.ids, pa.string())
    again = {n: pa.concat_arrays([linked, otherwise[n][0]]) if n in otherwise else linked for n in _IDS}
    result = {
        name: _whole(name, before[name], None if is_first else again.get(name), [p[name] for p in parts if name in p])
        for name in _WRITTEN
    }
    result["entity_renames"] = renames(before, result["entities"], None if is_first else linked)
    return result


def _rescored(
    gathered: Gathered, memo: Memo, affected: Affected, named: Sequence[set[int]], entities: pa.Table
) -> tuple[Affected, dict[str, tuple[pa.Array, pa.Table]]]:
    """Whom that leaves to be linked again, and the rows in which only scores and reasons are others."""
    corrected = memo.families(np.array(sorted(set().union(*named)), "i8"))
    rescored = rescore(memo, np.setdiff1d(affected.shrunk, corrected).tolist(), affected.commoner, Company(gathered))
    others = np.append(np.intersect1d(affected.shrunk, corrected), np.array(rescored.others, "i8"))
    return affected.joined(memo, others), changes(rescored, entities)


def _named(memo: Memo, listed: Sequence[Row]) -> list[set[int]]:
    """The members that each correction names."""
    marks = [row_mark(row) for row in listed]
    found: dict[int, set[int]] = {mark: set() for mark in marks}
    for member, _, mark in memo.held.rows(FAMILY, np.array(marks, "u8")).rows():
        found[mark].add(member)
    return [found[mark] for mark in marks]


def _checks_kept(
    listed: Sequence[Row], named: Sequence[set[int]], affected: Affected, before: pa.Table
) -> dict[str, pa.Table]:
    """What the corrections did that name only entities that are not linked again, or none."""
    again = set(affected.kin.number.tolist()) if listed else set()
    as_before = [
        override_id(row) for row, members in zip(listed, named, strict=True) if members and not members & again
    ]
    idle = [row for row, members in zip(listed, named, strict=True) if not members]
    checks = correct({}, Clusters(), idle).checks if idle else ()
    kept = before.filter(pc.is_in(before["override"], pa.array(as_before, pa.string())))
    return {"override_checks": pa.concat_tables([kept, TABLES["override_checks"].arrow(checks)])}


def _linked(
    gathered: Gathered, affected: Affected, memo: Memo, listed: Sequence[Row], named: Sequence[set[int]]
) -> Iterator[dict[str, pa.Table]]:
    """The rows of the families that are linked again, some families at a time; what is weighed is remembered."""
    bearers, wide = memo.held.bearers, frozenset(memo.held.wide.tolist())
    corrected = frozenset(memo.ids(np.array(sorted(set().union(*named)), "i8")))
    kin = affected.kin
    for chosen in _portions(kin.family):
        numbers = dict(zip(kin.ids[chosen].tolist(), kin.number[chosen].tolist(), strict=True))
        scales = Scales(
            Background(bearers, Company(gathered), Wording(gathered)), wide, _recalled(affected, memo, chosen)
        )
        members, own = profiles(gathered, numbers, corrected), set(numbers.values())
        links = link_members(members, scales, [row for row, whom in zip(listed, named, strict=True) if whom & own])
        families = dict(zip(kin.ids[chosen].tolist(), kin.family[chosen].tolist(), strict=True))
        memo.keep(_by_family(scales, families))
        yield {name: TABLES[name].arrow(getattr(links, name)) for name in _WRITTEN}
    memo.keep(dict.fromkeys(affected.left.tolist(), ()))


def _portions(family: Array) -> Iterator[Array]:
    """Positions of whole families, about as many entities as are held at once."""
    order = np.argsort(family, kind="stable")
    ends = np.append(np.flatnonzero(np.diff(family[order])) + 1, len(order))
    start = 0
    while start < len(order):
        end = int(ends[min(int(np.searchsorted(ends, start + AT_ONCE)), len(ends) - 1)])
        yield order[start:end]
        start = end


def _recalled(affected: Affected, memo: Memo, chosen: Array) -> Recalled:
    """The verdicts of the run before in the families of some entities."""
    kin = affected.kin
    ids = dict(zip(kin.number[chosen].tolist(), kin.ids[chosen].tolist(), strict=True))
    return Recalled(
        memo.verdicts(np.unique(affected.was[chosen])),
        frozenset(ids[number] for number in affected.changed.tolist() if number in ids),
        {ids[number]: names for number, names in affected.beside.items() if number in ids},
        affected.commoner,
    )


def _by_family(scales: Scales, families: Mapping[str, int]) -> dict[int, list[Part]]:
    """What was weighed and decided in each family, nothing in some: in parts that have nothing to do with each other.

    What is too unlikely to count is of no part, and stands in one by itself.
    """
    connected = scales.course.connected
    courses = scales.course.parts(connected)
    found: dict[int, dict[str, dict[Pair, Verdict]]] = {family: {} for family in families.values()}
    for pair, (of, verdict) in scales.weighed.items():
        root = connected.root(of) if verdict.score >= UNSURE else ""
        found[families[of]].setdefault(root, {})[pair] = verdict
    return {
        family: [Part(told, courses.get(root, Course())) for root, told in parts.items()]
        for family, parts in found.items()
    }


def _whole(name: str, before: pa.Table, again: pa.Array | None, parts: Sequence[pa.Table]) -> pa.Table:
    """The rows of a table, by key: those of before stay, but those of entities that were linked again. All, where ``again`` is None."""
    order = [(column, "ascending") for column in TABLES[name].key]
    now = pa.concat_tables([TABLES[name].arrow(()), *parts]).sort_by(order)
    if again is None or name not in _IDS:
        return now
    told_again = pc.is_in(before[_IDS[name]], value_set=again)
    if before.filter(told_again).equals(now):
        return before
    gone = np.flatnonzero(told_again.to_numpy())
    if len(gone) + len(now) <= _SPLICED:
        return _spliced(before, now, _IDS[name], gone)
    both = pa.concat_tables([before, now])
    kept = np.append(np.delete(np.arange(len(before)), gone), np.arange(len(before), len(both)))
    by_key = pc.sort_indices(both.select(TABLES[name].key).take(kept), order)  # so that the rows are copied once
    return both.take(pa.array(kept).take(by_key))


def _spliced(before: pa.Table, now: pa.Table, key: str, gone: Array) -> pa.Table:
    """The rows of before without those that are gone, and those of now at their places: nothing is copied."""
    places = pc.search_sorted(before[key], now[key]).to_numpy()
    removed = set(gone.tolist())
    parts, done = [], 0
    for cut in sorted(removed.union(places.tolist())):
        first, end = np.searchsorted(places, [cut, cut + 1]).tolist()
        parts += [before.slice(done, cut - done), now.slice(first, end - first)]
        done = cut + (cut in removed)
    return pa.concat_tables([*parts, before.slice(done)])
