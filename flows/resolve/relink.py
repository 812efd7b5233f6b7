"""Linking by parts: only families in which something changed are linked anew; the result is that of linking all at once.

What can change a family: a report more or less that names a member; a part of its names, or a name in the company of two of
its members, that became much more common (both count in powers, see ``marks`` and ``company``); a correction by an analyst.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, islice
from typing import Any, Final, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from flows.contract.tables import TABLES
from flows.language.seeds import rows
from flows.resolve.clusters import Clusters
from flows.resolve.company import Company, Rarity
from flows.resolve.conditions import Row
from flows.resolve.families import Marked, among, families
from flows.resolve.gathered import Gathered, Touched
from flows.resolve.link import Links, link_members
from flows.resolve.listing import Listing, row_mark
from flows.resolve.marks import FAMILY, PART, POST, Array, mark, rows_of
from flows.resolve.memo import MEMBERS, WEIGHED, Compared, Memo
from flows.resolve.overrides import correct, override_id, touching
from flows.resolve.persons_linked import is_near
from flows.resolve.profiles import Profile, each_profile, profiles
from flows.resolve.renames import renames
from flows.resolve.scales import Recalled, Scales
from flows.resolve.weigh import Background, Verdict

_AT_ONCE: Final = 20_000  # entities that are held in memory at once
_IDS: Final = {"entities": "entity_id", "entity_reviews": "entity_id", "post_corrections": "person_entity_id"}


class Known(NamedTuple):
    """What linking remembers of the run before, and what came or went since."""

    memo: Memo
    touched: Touched


@dataclass(frozen=True, slots=True)
class _Work:
    """What is known before anything is linked. Arrays are by position of the entity in ``compared.ids``."""

    compared: Compared
    names: Array
    marked: Marked
    family: Array
    changed: Array  # what was weighed for this entity holds no longer
    beside: tuple[Array, Array]  # names that are rarer or more common now, each with an entity beside it
    again: Array  # something in its family changed

    def ids(self, chosen: Array) -> pa.Array:
        """The ids of those entities of now that are chosen."""
        return self.compared.ids[: self.compared.present].filter(pa.array(chosen[: self.compared.present]))


def relink(
    gathered: Gathered,
    before: Mapping[str, pa.Table],
    known: Known | None = None,
    overrides: Sequence[Row] | None = None,
) -> tuple[dict[str, pa.Table], Memo]:
    """(the tables that linking writes, what to remember). ``before`` holds those tables of the run before.

    Without what is ``known`` of that run all is linked; ``before`` then only tells which ids changed.
    """
    known = known or Known(Memo.nothing(), Touched(set(gathered.entities())))
    memo, listed = known.memo, rows("overrides") if overrides is None else overrides
    work = _work(gathered, known, listed)
    kept = work.ids(~work.again)
    found: dict[str, list[pa.Table]] = {
        name: [before[name].filter(_among(before[name][_IDS[name]], kept))] for name in _IDS
    }
    found |= {"override_checks": _checks_kept(listed, work, before["override_checks"])}
    found |= {"weighed": [memo.weighed.filter(_among(memo.weighed["of"], kept))]}
    for part in _linked(gathered, work, memo, listed):
        for name, rows_ in part.items():
            found[name].append(rows_)
    result = {name: _whole(name, found[name]) for name in (*_IDS, "override_checks")}
    result["entity_renames"] = renames(before, result["entities"], kept)
    return result, _remembered(work, pa.concat_tables(found["weighed"]), listed)


def _work(gathered: Gathered, known: Known, listed: Sequence[Row]) -> _Work:
    """Compares the entities with those of the run before, and finds what has to be done again."""
    memo = known.memo
    compared = Compared.of(memo, known.touched.entities, gathered.prints(known.touched.entities))
    earlier = memo.marked.moved(compared.before)
    names = np.full(len(compared.ids), "", object)
    names[compared.before] = memo.members["name"].to_pylist()
    listing = Listing.of(memo.overrides, listed)
    kept = earlier.where(
        ~(compared.changed[earlier.entity] | (earlier.role == FAMILY) & among(earlier.mark, listing.gone))
    )
    marked = Marked.joined(kept, _told(gathered, compared, names, listed))
    marked = Marked.joined(marked, marked.new(_newly_corrected(gathered, marked, compared, listing)))
    narrowed = marked.holders(POST, np.setdiff1d(earlier.wide, marked.wide))
    near = _near(marked, _with(compared.changed, narrowed), names, compared.ids)
    marked = Marked.joined(marked, marked.new(near))
    tied = Marked.joined(marked, earlier.where(compared.changed[earlier.entity]))
    changed = compared.changed
    if memo.members.num_rows:
        changed = _with(changed, _weighs_anew(gathered, known.touched, earlier, marked, len(changed)))
    corrected = np.union1d(earlier.holders(FAMILY, listing.gone), marked.holders(FAMILY, listing.marks_of_new))
    beside, again = (
        _beside(gathered, known.touched, compared),
        _with(_with(changed, _rewidened(earlier, marked)), corrected),
    )
    family = families(tied, _with(again, beside[1]))
    again = np.isin(family, np.unique(family[_with(again, _together(beside, family))]))
    return _Work(compared, names, marked, family, changed, beside, again)


def _with(chosen: Array, positions: Array) -> Array:
    more = chosen.copy()
    more[positions] = True
    return more


def _told(gathered: Gathered, compared: Compared, names: Array, listed: Sequence[Row]) -> Marked:
    """The marks of the entities that changed; sets their names."""
    changed = np.flatnonzero(compared.changed[: compared.present])
    at = dict(zip(compared.ids.take(pa.array(changed)).to_pylist(), changed.tolist(), strict=True))
    told = each_profile(gathered, None if len(changed) == compared.present else at)
    parts = [Marked.none()]
    while members := list(islice(told, _AT_ONCE)):
        positions = np.array([at[m.entity_id] for m in members])
        names[positions] = [m.name for m in members]
        parts.append(Marked(*rows_of(members)).moved(positions))
        parts.append(_corrected(members, listed).moved(positions))
    return Marked.joined(*parts)


def _corrected(members: Sequence[Profile], listed: Sequence[Row]) -> Marked:
    """A mark for each correction that names an entity: so all whom one row names are of one family."""
    told = [(at, row_mark(listed[row])) for at, member in enumerate(members) for row in touching(member, listed)]
    return _family(told)


def _newly_corrected(gathered: Gathered, marked: Marked, compared: Compared, listing: Listing) -> Marked:
    """The marks of corrections that are new, on entities that did not change."""
    parts = [mark(part) for row in listing.new for part in listing.parts_of(row)]
    persons = marked.holders(PART, np.array(parts, "u8"))
    others = {row["kind"] for row in listing.new} - {"person"}
    ids = {*compared.ids.take(pa.array(persons)).to_pylist(), *(i for kind in others for i in gathered.of_kind(kind))}
    members = list(each_profile(gathered, ids)) if listing.new else []
    at = pc.index_in(pa.array([m.entity_id for m in members], pa.string()), compared.ids).to_numpy(False)
    return _corrected(members, listing.new).moved(at.astype("i8"))


def _family(told: Iterable[tuple[int, int]]) -> Marked:
    found = list(told)
    entity, marks = zip(*found, strict=True) if found else ((), ())
    return Marked(np.array(entity, "i4"), np.full(len(found), FAMILY, "u1"), np.array(marks, "u8"))


def _near(marked: Marked, fresh: Array, names: Array, ids: pa.Array) -> Marked:
    """A mark for each two names that are near, of persons with a post in common of whom at least one is fresh."""
    posts = marked.where((marked.role == POST) & ~np.isin(marked.mark, marked.wide))
    posts = posts.where(np.isin(posts.mark, np.unique(posts.mark[fresh[posts.entity]])))
    order = np.lexsort((posts.entity, posts.mark))
    blocks = np.split(posts.entity[order], np.flatnonzero(np.diff(posts.mark[order])) + 1) if len(order) else []
    pairs = {
        (one, other)
        for block in blocks
        for one, other in combinations(block.tolist(), 2)
        if (fresh[one] or fresh[other]) and is_near(names[one], names[other])
    }
    return _family((end, mark(f"near {ids[one]} {ids[other]}")) for one, other in pairs for end in (one, other))


def _rewidened(earlier: Marked, marked: Marked) -> Array:
    """Those in blocks that were too wide to be compared and are not, or the other way round."""
    wide = np.setxor1d(earlier.wide, marked.wide)
    return np.union1d(earlier.holders(POST, wide), marked.holders(POST, wide))


def _weighs_anew(gathered: Gathered, touched: Touched, earlier: Marked, now: Marked, size: int) -> Array:
    """Those who did not change, but how common the parts of their names are did."""
    before, after = earlier.bearers, now.bearers
    if Rarity(touched.reports).total != Rarity(gathered.reports).total or before.names != after.names:
        return np.arange(size)
    parts = [p for p in before.parts.keys() | after.parts.keys() if before.parts.get(p) != after.parts.get(p)]
    return now.holders(PART, np.array(parts, "u8"))


def _beside(gathered: Gathered, touched: Touched, compared: Compared) -> tuple[Array, Array]:
    """(name, entity by position) of each person beside a name whose rarity changed."""
    rarity = Rarity(gathered.reports)
    names = [n for n, was in touched.names.items() if rarity.level(was) != rarity.level(gathered.told(n))]
    beside = [(name, person) for name in names for person in gathered.beside(name)]
    entity = pc.index_in(pa.array([person for _, person in beside], pa.string()), compared.ids)
    return np.array([name for name, _ in beside], "i8"), entity.to_numpy(False).astype("i8")


def _together(beside: tuple[Array, Array], family: Array) -> Array:
    """Those of whose family another is beside the same name, too: only then is it weighed."""
    name, entity = beside
    _, group, counts = np.unique(name * len(family) + family[entity], return_inverse=True, return_counts=True)
    return np.asarray(entity[counts[group] > 1])


def _linked(gathered: Gathered, work: _Work, memo: Memo, listed: Sequence[Row]) -> Iterator[dict[str, pa.Table]]:
    """The rows of the families that are linked again, some families at a time."""
    bearers, wide = work.marked.bearers, frozenset(work.marked.wide.tolist())
    for chosen in _portions(work):
        ids = work.compared.ids.take(pa.array(np.sort(chosen)))
        members = profiles(gathered, ids.to_pylist())
        background = Background(bearers, Company(gathered))
        scales = Scales(background, wide, _recalled(work, memo, chosen))
        links = link_members(members, scales, [listed[at] for at in _rows_for(work, chosen, listed)])
        yield _tables(links) | {"weighed": _weighed(scales)}


def _portions(work: _Work) -> Iterator[Array]:
    """Positions of what is to be linked again: whole families, about as many entities as are held at once."""
    again = np.flatnonzero(work.again[: work.compared.present])
    again = again[np.argsort(work.family[again], kind="stable")]
    ends = np.append(np.flatnonzero(np.diff(work.family[again])) + 1, len(again))
    start = 0
    while start < len(again):
        end = int(ends[min(int(np.searchsorted(ends, start + _AT_ONCE)), len(ends) - 1)])
        yield again[start:end]
        start = end


def _rows_for(work: _Work, chosen: Array, listed: Sequence[Row]) -> list[int]:
    """The corrections that name some of these entities."""
    own = work.marked.where((work.marked.role == FAMILY) & np.isin(work.marked.entity, chosen))
    return [at for at in range(len(listed)) if (own.mark == row_mark(listed[at])).any()]


def _checks_kept(listed: Sequence[Row], work: _Work, before: pa.Table) -> list[pa.Table]:
    """What the corrections did that name only entities that are not linked again, or none."""
    named = set(_rows_for(work, np.arange(work.compared.present), listed))
    again = set(_rows_for(work, np.flatnonzero(work.again), listed))
    as_before = pa.array([override_id(listed[at]) for at in named - again], pa.string())
    idle = correct({}, Clusters(), [row for at, row in enumerate(listed) if at not in named]) if listed else None
    return [
        before.filter(_among(before["override"], as_before)),
        TABLES["override_checks"].arrow(idle.checks if idle else ()),
    ]


def _recalled(work: _Work, memo: Memo, chosen: Array) -> Recalled:
    """The verdicts of the run before in the families of some entities."""
    ids, named = work.compared.ids, np.isin(work.beside[1], chosen)
    weighed = memo.weighed.filter(_among(memo.weighed["of"], ids.take(pa.array(chosen))))
    columns = (weighed[c].to_pylist() for c in WEIGHED.names)
    beside: dict[str, set[int]] = {}
    for name, entity in zip(*(column[named].tolist() for column in work.beside), strict=True):
        beside.setdefault(ids[entity].as_py(), set()).add(name)
    return Recalled(
        {(one, other): Verdict(score, reason) for _, one, other, score, reason in zip(*columns, strict=True)},
        frozenset(ids.take(pa.array(chosen[work.changed[chosen]])).to_pylist()),
        beside,
    )


def _weighed(scales: Scales) -> pa.Table:
    told: list[Any] = [(of, *pair, *verdict) for pair, (of, verdict) in sorted(scales.weighed.items())]
    return pa.table(list(zip(*told, strict=True)) or [()] * len(WEIGHED), schema=WEIGHED)


def _tables(links: Links) -> dict[str, pa.Table]:
    return {name: TABLES[name].arrow(getattr(links, name)) for name in (*_IDS, "override_checks")}


def _whole(name: str, parts: Sequence[pa.Table]) -> pa.Table:
    """The rows of a table, by key."""
    return pa.concat_tables(parts).sort_by([(column, "ascending") for column in TABLES[name].key])


def _remembered(work: _Work, weighed: pa.Table, listed: Sequence[Row]) -> Memo:
    present = work.compared.present
    columns = [work.compared.ids[:present], work.compared.prints, pa.array(work.names[:present], pa.string())]
    marked = work.marked.where(work.marked.entity < present)
    return Memo(pa.table(columns, schema=MEMBERS), marked, weighed, np.array([row_mark(row) for row in listed], "u8"))


def _among(column: pa.ChunkedArray, ids: pa.Array) -> pa.ChunkedArray:
    return pc.is_in(column, value_set=ids)
