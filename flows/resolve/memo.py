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
create table retold(family int, part int, at int, told text, primary key (family, part, at)) without rowid;
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
        query = "select family, part, told, texts from k cross join verdicts on family = value"
        retold = self._retold(families.tolist())
        rows = each(self._sql, query, families.tolist())
        return {
            pair: v for *at, told, texts in rows for pair, v in _verdicts(told, texts, retold.get(tuple(at))).items()
        }

    def parts(self, families: Sequence[int], names: Iterable[int]) -> Iterator[tuple[At, Part]]:
        """The parts of some families in which a verdict rests, or rested, on one of some names."""
        query = """, p as (
                select distinct family, part from k cross join resting on name = value
                where family in (select value from json_each(?)) order by family, part
            )
            select family, part, told, texts, course from p cross join verdicts using (family, part)"""
        retold = self._retold(families)
        for *at, told, texts, course in each(self._sql, query, names, orjson.dumps(families).decode()):
            found = family, part = tuple(at)
            verdicts = _verdicts(told, texts, retold.get(found))
            yield (family, part), Part(verdicts, Course.of(_unpacked(course), verdicts))

    def _retold(self, families: Sequence[int]) -> dict[At, dict[int, Verdict]]:
        """The verdicts that are others now than when all of their part was told, by their place in it."""
        found: dict[At, dict[int, Verdict]] = {}
        query = "select family, part, at, told from k cross join retold on family = value"
        for family, part, at, told in each(self._sql, query, families):
            score, reason, names, grounds = orjson.loads(told)
            found.setdefault((family, part), {})[at] = Verdict(score, reason, tuple(names), grounds)
        return found

    def resting(self, names: Iterable[int]) -> Array:
        """The families in which a verdict rests on one of some names, each once."""
        query = "select distinct family from k cross join resting on name = value"
        return np.array([row[0] for row in each(self._sql, query, names)], "i8")

    def keep(self, told: Mapping[int, Sequence[Part]]) -> None:
        """Remembers what was weighed and decided, by family: in place of what was remembered of it before."""
        for table in ("verdicts", "retold", "resting"):
            self._sql.executemany(f"delete from {table} where family = ?", ((family,) for family in told))
        for family, parts in told.items():
            rows = ((family, n, *_told(p.verdicts), _packed(p.course.rows(p.verdicts))) for n, p in enumerate(parts))
            self._sql.executemany("insert into verdicts values (?, ?, ?, ?, ?)", rows)
            self._rest({(family, number): part.verdicts.values() for number, part in enumerate(parts)})

    def correct(self, verdicts: Mapping[At, Mapping[int, Verdict]]) -> None:
        """Remembers other verdicts in some parts, by their places there."""
        rows = (
            (*of, at, orjson.dumps(tuple(verdict)).decode())
            for of, told in verdicts.items()
            for at, verdict in told.items()
        )
        self._sql.executemany("insert or replace into retold values (?, ?, ?, ?)", rows)
        self._rest({at: told.values() for at, told in verdicts.items()})

    def _rest(self, verdicts: Mapping[At, Iterable[Verdict]]) -> None:
        """Notes the names that verdicts rest on. One that none rests on any more stays, and is asked of in vain."""
        names = {(n, *at) for at, told in verdicts.items() for verdict in told for n in verdict.rests_on}
        self._sql.executemany("insert or ignore into resting values (?, ?, ?)", sorted(names))


def _told(verdicts: Verdicts) -> tuple[bytes, bytes]:
    """(verdicts, a line with the reason and one with the grounds of each): lines need no reading where they are only kept."""
    rows = [(*pair, verdict.score, verdict.rests_on) for pair, verdict in verdicts.items()]
    lines = (line for verdict in verdicts.values() for line in (verdict.reason, verdict.grounds))
    return _packed(rows), zlib.compress("\n".join(lines).encode(), level=1)


def _verdicts(told: bytes, texts: bytes, retold: Mapping[int, Verdict] | None) -> dict[Pair, Verdict]:
    """What was told of each pair, or retold since."""
    lines = zlib.decompress(texts).decode().split("\n")
    rows = zip(_unpacked(told), lines[::2], lines[1::2], strict=True)
    found = {
        (one, other): Verdict(score, reason, tuple(names), why) for (one, other, score, names), reason, why in rows
    }
    if retold:
        pairs = list(found)
        found.update((pairs[at], verdict) for at, verdict in retold.items())
    return found


def _packed(told: Any) -> bytes:
    return zlib.compress(orjson.dumps(told), level=1)


def _unpacked(packed: bytes) -> Any:
    return orjson.loads(zlib.decompress(packed))
