"""Which families have to be linked again, because something that their links rest on is another than in the run before.

What can change a family: a report more or less that names a member; a part of its names that became much more common, a name
in the company of two of its members that became much rarer, or much more common where a verdict rests on it (these count in
powers, see ``marks`` and ``company``); a correction by an analyst.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from itertools import combinations, islice
from typing import Final, NamedTuple

import numpy as np

from flows.resolve.company import Rarity
from flows.resolve.conditions import Row
from flows.resolve.families import Marked, families
from flows.resolve.gathered import Gathered, Touched
from flows.resolve.listing import Listing, row_mark
from flows.resolve.marks import FAMILY, PART, POST, Array, Bearers, mark, rows_of, spelled
from flows.resolve.memo import Kin, Memo
from flows.resolve.overrides import touching
from flows.resolve.persons_linked import is_near
from flows.resolve.profiles import Profile, each_profile

AT_ONCE: Final = 20_000  # entities that are held in memory at once


NONE: Final = Marked.of([])


@dataclass(frozen=True, slots=True)
class Affected:
    """The families that are to be linked again. Members are numbers, arrays in the order of ``kin``."""

    kin: Kin
    was: Array  # the family of each in the run before
    changed: Array  # numbers of those of whom nothing holds that was weighed before
    beside: Mapping[int, set[int]]  # number → names beside it that are rarer now
    commoner: Set[int]  # names that are more common now
    shrunk: Array  # families of which nothing else is another than that a verdict rests on one of these
    left: Array  # families of the run before that are no more
    gone: Sequence[str]  # ids

    def joined(self, memo: Memo, families: Array) -> "Affected":
        """With some families more, where they are not among those."""
        more = memo.kin(np.setdiff1d(families, self.kin.family))
        kin = Kin(*(np.concatenate(both) for both in zip(self.kin, more, strict=True)))
        shrunk = np.setdiff1d(self.shrunk, np.append(kin.family, self.left))
        return replace(self, kin=kin, was=np.append(self.was, more.family), shrunk=shrunk)

    @property
    def ids(self) -> list[str]:
        """Of whom nothing stays that linking told before."""
        return [*self.kin.ids.tolist(), *self.gone]


@dataclass(frozen=True, slots=True)
class _Came:
    """What differs from the run before."""

    fresh: Array  # numbers of those who are new, or another
    gone: Sequence[str]  # ids
    families: Array  # those that someone was of who is another or gone, or whom a correction named that is no more
    gained: Marked  # marks that someone did not have


def find_affected(gathered: Gathered, memo: Memo, touched: Touched, listed: Sequence[Row]) -> Affected:
    """Brings the memo up to what the reports say now, and finds the families that this affects.

    ``touched`` says whom and what those reports name that came or went: no one else is looked at, unless nothing is remembered.
    """
    is_first = memo.is_empty
    bearers, wide = memo.held.bearers, memo.held.wide
    came = _bring(gathered, memo, Touched(set(gathered.entities())) if is_first else touched, listed)
    near = _near(memo, np.union1d(came.fresh, memo.held.holders(POST, np.setdiff1d(wide, memo.held.wide))))
    memo.held.change(NONE, near)
    if is_first or _is_other_scale(gathered, memo, touched, bearers):
        changed, kin = None, memo.kin()
    else:
        beside_others = [member.number for member in memo.known(touched.persons).values()]
        changed = np.unique(np.concatenate([came.fresh, np.array(beside_others, "i8"), _reweighed(memo, bearers)]))
        rewidened = memo.held.holders(POST, np.setxor1d(wide, memo.held.wide))
        tied = memo.held.kin(Marked.joined(came.gained, near))
        again = memo.families(np.concatenate([changed, rewidened, tied]))
        kin = memo.kin(np.union1d(came.families, again))
    now = families(memo.held.of(kin.number, ties=True), kin.number)
    memo.move(kin, now)
    rarer, commoner = (set(), set()) if changed is None else _turned(gathered, touched)
    beside = _beside(gathered, memo, rarer)
    affected = Affected(
        Kin(kin.number, kin.ids, now),
        kin.family,
        kin.number if changed is None else changed,
        _by_member(beside),
        commoner,
        memo.resting(commoner),
        np.setdiff1d(np.append(came.families, kin.family), now),
        came.gone,
    )
    return affected.joined(memo, _together(beside))


def _bring(gathered: Gathered, memo: Memo, touched: Touched, listed: Sequence[Row]) -> _Came:
    """Takes up who came and who is another, drops who is gone, and notes the marks that each has now, and corrections give."""
    listing = Listing.of(memo.listed, listed)
    uncorrected = memo.held.rows(FAMILY, listing.gone)
    memo.held.change(uncorrected, NONE)
    known, prints = memo.known(touched.entities), gathered.prints(touched.entities)
    others = {i: member for i, member in known.items() if member.print != prints.get(i)}
    numbers = np.array([member.number for member in others.values()], "i8")
    before = memo.families(np.append(uncorrected.entity, numbers))
    fresh = memo.take({i: p for i, p in prints.items() if i not in known or i in others})
    names = [(m.number, *told) for m in others.values() if m.name for told in set(spelled(m.name))]
    had, have = Marked.joined(memo.held.of(numbers), Marked.of(names)), _told(gathered, memo, fresh, listed)
    gained = have.without(had)
    memo.held.change(had.without(have), gained)
    gone = [i for i in others if i not in prints]
    memo.drop(others[i].number for i in gone)
    corrected = _newly_corrected(gathered, memo, listing)
    memo.held.change(NONE, corrected)
    memo.listed = [row_mark(row) for row in listed]
    return _Came(np.array(list(fresh.values()), "i8"), gone, before, Marked.joined(gained, corrected))


def _told(gathered: Gathered, memo: Memo, fresh: Mapping[str, int], listed: Sequence[Row]) -> Marked:
    """The marks of entities, given with their numbers; notes the names of the persons among them."""
    told = each_profile(gathered, None if len(fresh) > AT_ONCE else fresh, whole=())
    members = (member for member in told if member.entity_id in fresh)
    parts = [NONE]
    while some := list(islice(members, AT_ONCE)):
        numbers = np.array([fresh[m.entity_id] for m in some])
        memo.name({fresh[m.entity_id]: m.name for m in some if m.kind == "person"})
        at, role, marks = rows_of(some)
        parts += (Marked(numbers[at], role, marks), _corrected(some, fresh, listed))
    return Marked.joined(*parts)


def _corrected(members: Iterable[Profile], numbers: Mapping[str, int], listed: Sequence[Row]) -> Marked:
    """A mark for each correction that names an entity: so all whom one row names are of one family."""
    return Marked.of(
        [(numbers[m.entity_id], FAMILY, row_mark(listed[row])) for m in members for row in touching(m, listed)]
    )


def _newly_corrected(gathered: Gathered, memo: Memo, listing: Listing) -> Marked:
    """The marks of corrections that are new, on whomever they name."""
    if not listing.new:
        return NONE
    parts = [mark(part) for row in listing.new for part in listing.parts_of(row)]
    persons = memo.ids(memo.held.holders(PART, np.array(parts, "u8")))
    others = {row["kind"] for row in listing.new} - {"person"}
    numbers = {
        i: member.number
        for i, member in memo.known({*persons, *(i for kind in others for i in gathered.of_kind(kind))}).items()
    }
    return _corrected(each_profile(gathered, numbers, whole=()), numbers, listing.new)


def _near(memo: Memo, fresh: Array) -> Marked:
    """A mark for each two names that are near, of persons with a post in common of whom at least one is fresh."""
    own = memo.held.of(fresh)
    marks = np.setdiff1d(own.mark[own.role == POST], memo.held.wide)
    posts = memo.held.rows(POST, marks)
    order = np.lexsort((posts.entity, posts.mark))
    blocks = np.split(posts.entity[order], np.flatnonzero(np.diff(posts.mark[order])) + 1) if len(order) else []
    names, is_fresh = memo.names(posts.entity), set(fresh.tolist())
    pairs = {
        (one, other)
        for block in blocks
        for one, other in combinations(block.tolist(), 2)
        if (one in is_fresh or other in is_fresh) and is_near(names[one], names[other])
    }
    return Marked.of([(end, FAMILY, mark(f"near {one} {other}")) for one, other in pairs for end in (one, other)])


def _is_other_scale(gathered: Gathered, memo: Memo, touched: Touched, bearers: Bearers) -> bool:
    """Whether there are so many more reports or names that everything weighs otherwise."""
    return Rarity(touched.reports).total != Rarity(gathered.reports).total or bearers.names != memo.held.bearers.names


def _reweighed(memo: Memo, before: Bearers) -> Array:
    """Those of whose names a part is more or less common now."""
    now = memo.held.bearers
    parts = [p for p in before.parts.keys() | now.parts.keys() if before.parts.get(p) != now.parts.get(p)]
    return memo.held.holders(PART, np.array(parts, "u8"))


class _Beside(NamedTuple):
    """A name that is rarer now, and a person that a report names beside it."""

    name: int
    person: int
    family: int


def _turned(gathered: Gathered, touched: Touched) -> tuple[set[int], set[int]]:
    """Names that tell more now than before, and those that tell less."""
    rarity = Rarity(gathered.reports)
    turned = {name: rarity.lost(was, gathered.told(name)) for name, was in touched.names.items()}
    return {name for name, lost in turned.items() if lost < 0}, {name for name, lost in turned.items() if lost > 0}


def _beside(gathered: Gathered, memo: Memo, names: Iterable[int]) -> list[_Beside]:
    beside = {name: gathered.beside(name) for name in names}
    known = memo.known({person for persons in beside.values() for person in persons})
    return [_Beside(name, known[p].number, known[p].family) for name, persons in beside.items() for p in persons]


def _together(beside: Sequence[_Beside]) -> Array:
    """The families of which two are beside the same name: only then is it weighed."""
    counts = Counter((told.name, told.family) for told in beside)
    return np.array(sorted({family for (_, family), count in counts.items() if count > 1}), "i8")


def _by_member(beside: Iterable[_Beside]) -> dict[int, set[int]]:
    found: dict[int, set[int]] = {}
    for told in beside:
        found.setdefault(told.person, set()).add(told.name)
    return found
