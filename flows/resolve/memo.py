"""What linking remembers from one run to the next, by key in a database: a run reads and writes what it touches, and no more.

Without it the result is the same. Members are entities under a number; a family has the number of its first member.
"""

import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from sqlite3 import Connection
from typing import Any, Final, NamedTuple

import numpy as np
import orjson

from flows.contract.records import make_id
from flows.resolve import held
from flows.resolve.clusters import Pair
from flows.resolve.courses import Course
from flows.resolve.held import Held, each
from flows.resolve.marks import Array
from flows.resolve.weigh import Verdict

_TABLES: Final = f"""
create table memo(form text, rests_on text);
create table members(number integer primary key, entity_id text unique, print int, name text, family int);
create index members_family on members(family);
create table verdicts(family int, part int, told blob, texts blob, course blob, primary key (family, part));
create table resting(name int, family int, part int, primary key (name, family, part)) without rowid;
create index resting_family on resting(family, part);
create table listed(at integer primary key, mark int);
{held.TABLES}
"""
_FORM: Final = make_id(_TABLES)
_STATEMENTS: Final = tuple(filter(None, map(str.strip, _TABLES.split(";"))))

At = tuple[int, int]  # a family, and the number of a part of it
Verdicts = Mapping[Pair, Verdict]


class Known(NamedTuple):
    """What is remembered of a member."""

    number: int
    print: int  # a hash of what its profile is made of
    name: str  # of a person
    family: int


class Part(NamedTuple):
    """What was weighed of some of a family, who have nothing to do with the others there, and the course that linking took."""

    verdicts: Verdicts
    course: Course


class Kin(NamedTuple):
    """All members of some families, in the order of their numbers."""

    number: Array
    ids: Array  # of str
    family: Array


class Memo:
    """Who was there, by which marks, of which family; the verdicts on pairs; the marks of an analyst's corrections."""

    def __init__(self, connection: Connection) -> None:
        """In a database: what is remembered in another form is forgotten."""
        self._sql = connection
        self.held = Held(connection)
        tables = {row[0] for row in connection.execute("select name from sqlite_master where type = 'table'")}
        if "memo" not in tables or connection.execute("select form from memo").fetchall() != [(_FORM,)]:
            self.forget()

    def forget(self) -> None:
        """Remembers nothing, as before the first run."""
        for statement in _STATEMENTS:
            if statement.startswith("create table"):
                self._sql.execute(f"drop table if exists {statement.split('(')[0].split()[-1]}")
        for statement in _STATEMENTS:
            self._sql.execute(statement)
        self._sql.execute("insert into memo values (?, '')", [_FORM])

    @property
    def is_empty(self) -> bool:
        """Whether nothing is remembered."""
        return self._sql.execute("select 1 from members limit 1").fetchone() is None

    @property
    def rests_on(self) -> str:
        """What the run before left: only where it is the same, what is remembered holds."""
        return str(self._sql.execute("select rests_on from memo").fetchone()[0])

    @rests_on.setter
    def rests_on(self, state: str) -> None:
        self._sql.execute("update memo set rests_on = ?", [state])

    @property
    def listed(self) -> Array:
        """The marks of the corrections, in the order of the list."""
        return np.array([row[0] for row in self._sql.execute("select mark from listed order by at")], "u8")

    @listed.setter
    def listed(self, marks: Iterable[int]) -> None:
        self._sql.execute("delete from listed")
        self._sql.executemany("insert into listed values (?, ?)", enumerate(marks))

    def known(self, entity_ids: Iterable[str]) -> dict[str, Known]:
        """What is remembered of some entities, by id."""
        query = "select entity_id, number, print, name, family from k cross join members on entity_id = value"
        return {row[0]: Known(*row[1:]) for row in each(self._sql, query, entity_ids)}

    def take(self, prints: Mapping[str, int]) -> dict[str, int]:
        """Notes the hashes of entities; a new one gets a number, and is a family of its own. The number of each."""
        known = self.known(prints)
        (first,) = self._sql.execute("select coalesce(max(number), -1) + 1 from members").fetchone()
        new = {entity_id: first + at for at, entity_id in enumerate(sorted(prints.keys() - known.keys()))}
        told = [(prints[i], known[i].number) for i in known]
        self._sql.executemany("update members set print = ? where number = ?", told)
        self._sql.executemany(
            "insert into members values (?, ?, ?, '', ?)", ((n, i, prints[i], n) for i, n in new.items())
        )
        return {i: member.number for i, member in known.items()} | new

    def name(self, names: Mapping[int, str]) -> None:
        """Notes the names of persons."""
        self._sql.executemany("update members set name = ? where number = ?", ((s, n) for n, s in names.items()))

    def drop(self, numbers: Iterable[int]) -> None:
        """Forgets members that are gone; their marks are taken from them apart."""
        self._sql.executemany("delete from members where number = ?", ((n,) for n in numbers))

    def names(self, numbers: Array) -> dict[int, str]:
        """The names of persons among some members."""
        query = "select number, name from k cross join members on number = value where name != ''"
        return dict(each(self._sql, query, numbers.tolist()))

    def ids(self, numbers: Array) -> list[str]:
        """The ids of some members."""
        query = "select entity_id from k cross join members on number = value"
        return [row[0] for row in each(self._sql, query, numbers.tolist())]

    def families(self, numbers: Array) -> Array:
        """The families that some members are of, each once."""
        query = "select distinct family from k cross join members on number = value"
        return np.array([row[0] for row in each(self._sql, query, numbers.tolist())], "i8")

    def kin(self, families: Array | None = None) -> Kin:
        """The members of some families, or all."""
        columns, order = "select number, entity_id, family from", "order by number"
        if families is None:
            rows = self._sql.execute(f"{columns} members {order}").fetchall()
        else:
            query = f"{columns} k cross join members on family = value {order}"
            rows = list(each(self._sql, query, families.tolist()))
        number, ids, family = zip(*rows, strict=True) if rows else ((), (), ())
        return Kin(np.array(number, "i8"), np.array(ids, object), np.array(family, "i8"))

    def move(self, kin: Kin, families: Array) -> None:
        """Puts members into other families."""
        other = kin.family != families
        rows = zip(families[other].tolist(), kin.number[other].tolist(), strict=True)
        self._sql.executemany("update members set family = ? where number = ?", rows)

    def verdicts(self, families: Array) -> dict[Pair, Verdict]:
        """What was weighed in some families."""
        query = "select told, texts from k cross join verdicts on family = value"
        rows = each(self._sql, query, families.tolist())
        return {pair: verdict for row in rows for pair, verdict in _verdicts(*row)}

    def parts(self, families: Iterable[int], names: Iterable[int]) -> Iterator[tuple[At, Part]]:
        """The parts of some families in which a verdict rests on one of some names."""
        query = """, p as (
                select distinct family, part from k cross join resting on name = value
                where family in (select value from json_each(?)) order by family, part
            )
            select family, part, told, texts, course from p cross join verdicts using (family, part)"""
        for family, part, told, texts, course in each(self._sql, query, names, orjson.dumps(list(families)).decode()):
            verdicts = dict(_verdicts(told, texts))
            yield (family, part), Part(verdicts, Course.of(_unpacked(course), verdicts))

    def resting(self, names: Iterable[int]) -> Array:
        """The families in which a verdict rests on one of some names, each once."""
        query = "select distinct family from k cross join resting on name = value"
        return np.array([row[0] for row in each(self._sql, query, names)], "i8")

    def keep(self, told: Mapping[int, Sequence[Part]]) -> None:
        """Remembers what was weighed and decided, by family: in place of what was remembered of it before."""
        for table in ("verdicts", "resting"):
            self._sql.executemany(f"delete from {table} where family = ?", ((family,) for family in told))
        for family, parts in told.items():
            rows = ((family, n, *_told(p.verdicts), _packed(p.course.rows(p.verdicts))) for n, p in enumerate(parts))
            self._sql.executemany("insert into verdicts values (?, ?, ?, ?, ?)", rows)
            self._rest({(family, number): part.verdicts for number, part in enumerate(parts)})

    def correct(self, verdicts: Mapping[At, Verdicts]) -> None:
        """Remembers other verdicts in some parts."""
        rows = ((*_told(told), *at) for at, told in verdicts.items())
        self._sql.executemany("update verdicts set told = ?, texts = ? where family = ? and part = ?", rows)
        self._sql.executemany("delete from resting where family = ? and part = ?", verdicts)
        self._rest(verdicts)

    def _rest(self, verdicts: Mapping[At, Verdicts]) -> None:
        names = {(n, *at) for at, told in verdicts.items() for v in told.values() for n in v.rests_on}
        self._sql.executemany("insert into resting values (?, ?, ?)", sorted(names))


def _told(verdicts: Verdicts) -> tuple[bytes, bytes]:
    """(verdicts, a line with the reason and one with the grounds of each): lines need no reading where they are only kept."""
    rows = [(*pair, verdict.score, verdict.rests_on) for pair, verdict in verdicts.items()]
    lines = (line for verdict in verdicts.values() for line in (verdict.reason, verdict.grounds))
    return _packed(rows), zlib.compress("\n".join(lines).encode(), level=1)


def _verdicts(told: bytes, texts: bytes) -> Iterator[tuple[Pair, Verdict]]:
    lines = zlib.decompress(texts).decode().split("\n")
    for (one, other, score, names), reason, grounds in zip(_unpacked(told), lines[::2], lines[1::2], strict=True):
        yield (one, other), Verdict(score, reason, tuple(names), grounds)


def _packed(told: Any) -> bytes:
    return zlib.compress(orjson.dumps(told), level=1)


def _unpacked(packed: bytes) -> Any:
    return orjson.loads(zlib.decompress(packed))
