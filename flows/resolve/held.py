"""Which members hold which marks, and how common names and posts are: in a database, by mark and by member."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from sqlite3 import Connection
from typing import Any, Final

import numpy as np
import orjson

from flows.resolve.families import Marked
from flows.resolve.marks import FAMILY, NAME, OFFICE, POST, SHORT, Array, Bearers, coarse, is_wide

TABLES: Final = """
create table held(mark int, member int, primary key (mark, member)) without rowid;
create index held_member on held(member);
create table bearing(part int, name int, bearers int, primary key (part, name)) without rowid;
create table common(part integer primary key, names int);
create table wide(mark integer primary key);
"""
_ANY: Final = -1  # a part that every name has: so names are counted
_TIES: Final = (OFFICE + 1) << 32  # marks below it tie members to a family
_ALL: Final = NAME << 32
_HALF: Final = np.uint64(32)
_LOWER: Final = np.uint64(0xFFFFFFFF)
_AT_ONCE: Final = 100_000  # rows


def each(sql: Connection, query: str, keys: Iterable[Any], *more: Any) -> Iterator[Any]:
    """Rows of a query that is joined with ``keys``, as ``k.value``."""
    return sql.execute(
        f"with k as (select value from json_each(?)) {query}", [orjson.dumps(list(keys)).decode(), *more]
    )


class Held:
    """The marks of all members; those of whole names (``NAME``) are counted, and not kept by member."""

    def __init__(self, connection: Connection) -> None:
        self._sql = connection
        self._bearers: Bearers | None = None

    def of(self, members: Array, *, ties: bool = False) -> Marked:
        """The marks of some members; or only those by which families are told."""
        query = "select member, mark from k cross join held on member = value where mark < ?"
        return _marked(each(self._sql, query, members.tolist(), _TIES if ties else _ALL))

    def rows(self, role: int, marks: Array) -> Marked:
        """All who have some marks in a role."""
        query = "select member, mark from k cross join held on mark = value"
        return _marked(each(self._sql, query, _packed(role, np.unique(marks))))

    def holders(self, role: int, marks: Array) -> Array:
        """The members that have one of the marks in a role."""
        return np.unique(self.rows(role, marks).entity)

    def kin(self, rows: Marked) -> Array:
        """Members of all families that someone with these marks is of."""
        offices = rows.mark[(rows.role == SHORT) | (rows.role == OFFICE)]
        short = self.rows(SHORT, offices)  # a post connects those whom a short name may mean
        family = self.holders(FAMILY, rows.mark[rows.role == FAMILY])
        return np.unique(np.concatenate([family, short.entity, self.holders(OFFICE, short.mark)]))

    def change(self, lost: Marked, gained: Marked) -> None:
        """Takes marks from members, and gives them others."""
        self._sql.executemany("delete from held where mark = ? and member = ?", _rows(lost))
        self._sql.executemany("insert or ignore into held values (?, ?)", _rows(gained))
        self._count_names(lost, gained)
        self._count_posts(np.concatenate([rows.mark[rows.role == POST] for rows in (lost, gained)]))

    def _count_names(self, lost: Marked, gained: Marked) -> None:
        """Names that no one bears any more, and those borne for the first time, change how common their parts are."""
        more, less = Counter(_names(gained)), Counter(_names(lost))
        more.subtract(less)
        rows = sorted((*pair, count) for pair, count in more.items() if count)
        self._sql.executemany(
            "insert into bearing values (?, ?, ?) on conflict do update set bearers = bearers + excluded.bearers", rows
        )
        self._sql.executemany(
            "delete from bearing where part = ? and name = ? and bearers = 0", (row[:2] for row in rows)
        )
        self._bearers = None if rows else self._bearers
        parts = sorted({row[:1] * 2 for row in rows})
        self._sql.executemany("insert or replace into common select ?, count(*) from bearing where part = ?", parts)

    def _count_posts(self, posts: Array) -> None:
        query = "select value, count(mark) from k left join held on mark = value group by value"
        packed = np.array(list(each(self._sql, query, _packed(POST, np.unique(posts)))), "i8").reshape(-1, 2)
        is_now = is_wide(packed[:, 1])
        self._sql.executemany("insert or ignore into wide values (?)", packed[is_now, :1].tolist())
        self._sql.executemany("delete from wide where mark = ?", packed[~is_now, :1].tolist())

    @property
    def bearers(self) -> Bearers:
        """How common the parts of names are; asked for a few times a run, and read where one has changed since."""
        if self._bearers is None:
            self._bearers = self._read_bearers()
        return self._bearers

    def _read_bearers(self) -> Bearers:
        counts = dict(self._sql.execute("select part, names from common").fetchall())
        names = coarse(np.array([counts.pop(_ANY, 0)]))
        parts = coarse(np.array(list(counts.values()), "i8"))
        return Bearers(float(names[0]), {p: n for p, n in zip(counts, parts.tolist(), strict=True) if n})

    @property
    def wide(self) -> Array:
        """The marks of posts that too many have."""
        return np.array([row[0] & 0xFFFFFFFF for row in self._sql.execute("select mark from wide")], "u8")


def _packed(role: int, marks: Array) -> list[int]:
    packed: list[int] = (marks.astype("i8") | role << 32).tolist()
    return packed


def _rows(marked: Marked) -> Iterator[tuple[int, int]]:
    """(role and mark, member), ordered as the table is."""
    kept = marked.where(marked.role != NAME)
    packed = kept.role.astype("i8") << 32 | kept.mark.astype("i8")
    order = np.lexsort((kept.entity, packed))
    for at in range(0, len(order), _AT_ONCE):
        some = order[at : at + _AT_ONCE]
        yield from zip(packed[some].tolist(), kept.entity[some].tolist(), strict=True)


def _names(marked: Marked) -> dict[tuple[int, int], int]:
    """(part, name) → how often, of the marks of whole names; what they have in common is a part of each, too."""
    told = marked.mark[marked.role == NAME]
    parts, names = (told & _LOWER).astype("i8"), (told >> _HALF).astype("i8")
    pairs = np.stack([np.append(parts, np.full(len(parts), _ANY)), np.append(names, names)], axis=1)
    found, counts = np.unique(pairs, axis=0, return_counts=True)
    return dict(zip(map(tuple, found.tolist()), counts.tolist(), strict=True))


def _marked(rows: Iterator[tuple[int, int]]) -> Marked:
    chunks = iter(lambda: list(islice(rows, _AT_ONCE)), [])
    told = np.concatenate([np.empty((0, 2), "i8"), *(np.array(chunk, "i8") for chunk in chunks)])
    return Marked(told[:, 0], (told[:, 1] >> 32).astype("u1"), (told[:, 1] & 0xFFFFFFFF).astype("u8"))
