"""What linking remembers from one run to the next, by key in a database: a run reads and writes what it touches, and no more.

Without it the result is the same. Members are entities under a number; a family has the number of its first member.
"""

import json
import zlib
from collections.abc import Iterable, Iterator, Mapping
from sqlite3 import Connection
from typing import Any, Final, NamedTuple

import numpy as np

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
create table verdicts(family integer primary key, told blob, grounds blob, course blob);
create table resting(name int, family int, primary key (name, family)) without rowid;
create index resting_family on resting(family);
create table listed(at integer primary key, mark int);
{held.TABLES}
"""
_FORM: Final = make_id(_TABLES)
_STATEMENTS: Final = tuple(filter(None, map(str.strip, _TABLES.split(";"))))

Verdicts = Mapping[Pair, Verdict]


class Known(NamedTuple):
    """What is remembered of a member."""

    number: int
    print: int  # a hash of what its profile is made of
    name: str  # of a person
    family: int


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
        query = "select told, grounds from k cross join verdicts on family = value"
        rows = each(self._sql, query, families.tolist())
        return {pair: verdict for row in rows for pair, verdict in _verdicts(*row)}

    def course(self, family: int) -> tuple[dict[Pair, Verdict], Course]:
        """What was weighed in a family, and the course that linking took there."""
        query = "select told, grounds, course from verdicts where family = ?"
        *told, course = self._sql.execute(query, [family]).fetchone()
        verdicts = dict(_verdicts(*told))
        return verdicts, Course.of(_unpacked(course), verdicts)

    def resting(self, names: Iterable[int]) -> Array:
        """The families in which a verdict rests on one of some names, each once."""
        query = "select distinct family from k cross join resting on name = value"
        return np.array([row[0] for row in each(self._sql, query, names)], "i8")

    def keep(self, verdicts: Mapping[int, Verdicts], courses: Mapping[int, Course]) -> None:
        """Remembers what was weighed, by family, and the course that was taken: in place of what was remembered of it before."""
        self._sql.executemany("delete from verdicts where family = ?", ((f,) for f in verdicts))
        rows = ((f, *_told(told), _packed(courses[f].rows(told))) for f, told in verdicts.items() if told)
        self._sql.executemany("insert into verdicts values (?, ?, ?, ?)", rows)
        self._rest(verdicts)

    def correct(self, family: int, before: Verdicts, now: Verdicts) -> None:
        """Remembers other verdicts on some pairs of a family."""
        told = {**before, **now}
        self._sql.execute("update verdicts set told = ?, grounds = ? where family = ?", [*_told(told), family])
        self._rest({family: told})

    def _rest(self, verdicts: Mapping[int, Verdicts]) -> None:
        self._sql.executemany("delete from resting where family = ?", ((f,) for f in verdicts))
        names = {(name, f) for f, told in verdicts.items() for verdict in told.values() for name in verdict.rests_on}
        self._sql.executemany("insert into resting values (?, ?)", sorted(names))


def _told(verdicts: Verdicts) -> tuple[bytes, bytes]:
    """(verdicts, the grounds of each on a line): these are only read where they are needed."""
    rows = [(*pair, *verdict[:3]) for pair, verdict in verdicts.items()]
    return _packed(rows), zlib.compress("\n".join(v.grounds for v in verdicts.values()).encode(), level=1)


def _verdicts(told: bytes, grounds: bytes) -> Iterator[tuple[Pair, Verdict]]:
    lines = zlib.decompress(grounds).decode().split("\n")
    for (one, other, score, reason, names), line in zip(_unpacked(told), lines, strict=True):
        yield (one, other), Verdict(score, reason, tuple(names), line)


def _packed(told: Any) -> bytes:
    return zlib.compress(json.dumps(told).encode(), level=1)


def _unpacked(packed: bytes) -> Any:
    return json.loads(zlib.decompress(packed))
