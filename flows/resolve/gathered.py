"""What each batch of reports says of entities, added up once and kept in a database file from run to run.

Linking asks here, and never scans the reports: a run reads the batches that are new, and what it asks for by key. In which runs
the batches came changes nothing, and a file that is lost is made again.
"""

import sqlite3
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import groupby, repeat
from operator import itemgetter
from typing import Any, Final, NamedTuple, Self

import orjson

from flows.contract.records import make_id
from flows.resolve.opened import Batch, Tables, opened

FROM: Final = ("mentions", "occupancies", "reports", "topics", "report_signatures")
_PRINT: Final = 1 << 63  # prints are less
_PRINTED_AT: Final = 5  # in the rows that a batch gives
_TABLES: Final = """
create table form(form text);
create table batches(batch text primary key, stamps text, dated int, reports int) without rowid;
create table parts(
    entity_id text, batch text, kind text, told text, held text, topics text, print int, first_day int, reports int, seen text,
    primary key (entity_id, batch)
) without rowid;
create index parts_batch on parts(batch);
create table reports(report_id text primary key, batch text, persons text, names text, words blob) without rowid;
create index reports_batch on reports(batch);
create table names(number integer primary key, name text unique, reports int);
create table naming(name int, report_id text, primary key (name, report_id)) without rowid
"""
_PRINTED: Final = (  # as a reader sees it: without soft hyphens and the like, one space between words
    "regexp_replace(regexp_replace(text, '[\u00ad\u200b-\u200f\u2060\ufeff]', '', 'g'), '[\\s\u00a0\u2000-\u200a\u202f]+', ' ', 'g')"
)
_TOLD: Final = f"""
with named as (
    select report_id, entity_id, kind, name, {_PRINTED} as text, country_code, organization, occupation, honorific, rank
    from mentions where entity_id is not null
    union all
    select report_id, organization_entity_id, 'organization', organization, organization, null, null, null, null, null
    from occupancies where organization_entity_id is not null
),
seen as (
    select n.*, r.dateline_place, coalesce(r.dateline_on, r.published_on) as seen_on
    from named as n inner join reports as r on n.report_id = r.report_id
),
told as (
    select entity_id, any_value(kind) as kind, sum(
        hash(report_id, kind, name, text, country_code, organization, occupation, honorific, rank, dateline_place, seen_on)
    ) as print, to_json(struct_pack(
        names := histogram(name), texts := list(distinct text), countries := histogram(country_code),
        bodies := list(distinct organization), occupations := list(distinct occupation),
        honorifics := histogram(honorific), ranks := histogram(rank), datelines := list(distinct dateline_place)
    )) as told, min(day) as first_day, count(distinct report_id) as reports, to_json(struct_pack(
        days := list(distinct day), report_ids := list(distinct report_id)
    )) as seen
    from (select *, seen_on - date '0001-01-01' + 1 as day from seen) group by entity_id
),
subjects as (
    select entity_id, to_json(histogram(label)) as topics, sum(hash(report_id, label)) as print
    from (select distinct entity_id, report_id from named where kind = 'person') inner join topics using (report_id) group by entity_id
),
offices as (
    select person_entity_id, post_name, min(rank) as rank, min(jurisdiction) as jurisdiction,
        min(observed_on) filter (status != 'former') as first_on, max(observed_on) filter (status != 'former') as last_on,
        sum(hash(post_name, rank, jurisdiction, observed_on, status)) as print
    from occupancies group by person_entity_id, post_name
),
held as (
    select person_entity_id, sum(print) as print, to_json(list([post_name, rank, jurisdiction, first_on::text, last_on::text]))
        as held
    from offices group by person_entity_id
)
select entity_id, kind, told, held.held, topics,
    ((told.print + coalesce(held.print, 0) + coalesce(subjects.print, 0)) % {_PRINT})::bigint as print, first_day, reports, seen
from told left join held on told.entity_id = held.person_entity_id left join subjects using (entity_id) order by entity_id
"""
_REPORTS: Final = """
select r.report_id,
    coalesce(list(distinct entity_id) filter (kind = 'person' and entity_id is not null), []),
    coalesce(list(distinct lower(name)) filter (kind in ('organization', 'initiative', 'person', 'place')), []),
    coalesce(any_value(subject_words), ''::blob)
from reports as r left join mentions as m on r.report_id = m.report_id
left join report_signatures as s on r.report_id = s.report_id group by r.report_id order by r.report_id
"""
_DATED: Final = (
    f"select (sum(hash(report_id, dateline_place, dateline_on, published_on)) % {_PRINT})::bigint from reports"
)
_NAMED: Final = "select report_id, persons, names, words from reports"
_AMONG: Final = "report_id in (select value from json_each(?))"
_FORM: Final = make_id(_TABLES, _TOLD, _REPORTS, _DATED)


@dataclass(frozen=True, slots=True)
class Touched:
    """Whom and what the batches tell of that came, changed or went: entity ids; numbers of names with how many reports had them."""

    entities: set[str] = field(default_factory=set)
    persons: set[str] = field(default_factory=set)  # ids of those whom a report names beside others than before
    names: dict[int, int] = field(default_factory=dict)
    reports: int = 0  # how many there were


class Part(NamedTuple):
    """What one batch says of an entity."""

    entity_id: str
    kind: str
    told: Mapping[str, Any]
    held: list[list[str | None]]
    topics: Mapping[str, int]  # label → reports
    first_day: int | None
    reports: int
    seen: Mapping[str, Any]  # all days and reports; empty where it is told in brief


class _Known(NamedTuple):
    """What a batch was when it was read: the stamps of its tables, a hash of all that is read of its reports themselves."""

    stamps: Mapping[str, str]
    dated: int


class _Named(NamedTuple):
    """Whom a report names, the numbers of all names in it, and the words that tell what it is about."""

    report_id: str
    persons: frozenset[str]
    names: frozenset[int]
    words: bytes


class Gathered:
    """The sums over all batches, by key."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """In a database: its tables are made anew where they are of another form."""
        self._sql = connection
        tables = [row[0] for row in connection.execute("select name from sqlite_master where type = 'table'")]
        if "form" in tables and connection.execute("select form from form").fetchall() == [(_FORM,)]:
            return
        for table in tables:
            connection.execute(f"drop table {table}")
        for statement in _TABLES.split(";"):
            connection.execute(statement)
        connection.execute("insert into form values (?)", [_FORM])

    @classmethod
    def of(cls, tables: Tables) -> Self:
        """Of tables in memory, as one batch."""
        gathered = cls(sqlite3.connect(":memory:", isolation_level=None))
        gathered.bring({"all": Batch({}, tables)})
        return gathered

    @property
    def reports(self) -> int:
        """How many there are."""
        return int(self._sql.execute("select coalesce(sum(reports), 0) from batches").fetchone()[0])

    def bring(self, batches: Mapping[str, Batch]) -> Touched:
        """Makes the sums those of these batches: of those that came, went or are written anew, what differs is added or taken away."""
        rows = self._sql.execute("select batch, stamps, dated from batches").fetchall()
        known = {batch: _Known(orjson.loads(stamps), dated) for batch, stamps, dated in rows}
        touched = Touched(reports=self.reports)
        for batch in sorted(known.keys() | batches.keys()):
            told, had = batches.get(batch), known.get(batch)
            if told is None:
                self._replace(batch, None, touched)
            elif had is None or told.stamps != had.stamps:
                now = _known(told)
                if had is None or not _says_the_same(now, had):
                    self._replace(batch, told, touched)
                row = [orjson.dumps(now.stamps).decode(), now.dated, batch]
                self._sql.execute("update batches set stamps = ?, dated = ? where batch = ?", row)
        return touched

    def _replace(self, batch: str, told: Batch | None, touched: Touched) -> None:
        parts, reports = _read(told.tables) if told else ([], [])
        self._replace_parts(batch, parts, touched)
        self._replace_reports(batch, reports, touched)
        self._sql.execute("delete from batches where batch = ?", [batch])
        if told:
            self._sql.execute("insert into batches values (?, '', 0, ?)", [batch, len(reports)])

    def _replace_parts(self, batch: str, parts: Iterable[tuple[Any, ...]], touched: Touched) -> None:
        """Equal hashes say the same, in whatever order it is listed."""
        had = dict(self._sql.execute("select entity_id, print from parts where batch = ?", [batch]))
        now = {part[0]: part for part in parts}
        other = [part for entity_id, part in now.items() if had.get(entity_id) != part[_PRINTED_AT]]
        gone = [i for i, print_ in had.items() if i not in now or now[i][_PRINTED_AT] != print_]
        self._sql.executemany("delete from parts where entity_id = ? and batch = ?", ((i, batch) for i in gone))
        self._sql.executemany(
            "insert into parts values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", ((p[0], batch, *p[1:]) for p in other)
        )
        touched.entities.update(gone, (part[0] for part in other))

    def _replace_reports(
        self, batch: str, reports: Sequence[tuple[str, list[str], list[str], bytes]], touched: Touched
    ) -> None:
        """What differs is told of again. A report may have come from another batch."""
        ids = _packed([report_id for report_id, *_ in reports])
        rows = self._sql.execute(f"{_NAMED} where batch = ? or {_AMONG}", [batch, ids]).fetchall()
        had = {
            _Named(i, frozenset(orjson.loads(p)), frozenset(orjson.loads(names)), words) for i, p, names, words in rows
        }
        numbers = {
            name: self._numbered(name, touched) for name in {name for _, _, names, _ in reports for name in names}
        }
        now = {_Named(i, frozenset(p), frozenset(numbers[n] for n in names), words) for i, p, names, words in reports}
        for told in now ^ had:
            touched.persons.update(told.persons)
            for number in told.names:
                touched.names.setdefault(number, self.told(number))
        self._take_away(had - now)
        self._add(batch, now - had)
        self._sql.execute(f"update reports set batch = ? where {_AMONG}", [batch, ids])

    def _take_away(self, reports: Set[_Named]) -> None:
        naming = _naming(reports)
        self._sql.executemany("delete from naming where name = ? and report_id = ?", naming)
        self._sql.executemany("delete from reports where report_id = ?", ((told.report_id,) for told in reports))
        self._recount(Counter({name: -count for name, count in Counter(name for name, _ in naming).items()}))

    def _add(self, batch: str, reports: Set[_Named]) -> None:
        naming = _naming(reports)
        self._sql.executemany("insert into naming values (?, ?)", naming)
        rows = sorted(
            (t.report_id, batch, _packed(sorted(t.persons)), _packed(sorted(t.names)), t.words) for t in reports
        )
        self._sql.executemany("insert into reports values (?, ?, ?, ?, ?)", rows)
        self._recount(Counter(name for name, _ in naming))

    def _numbered(self, name: str, touched: Touched) -> int:
        number = self.number(name)
        if number is None:
            number = self._sql.execute("insert into names values (null, ?, 0)", [name]).lastrowid or 0
        touched.names.setdefault(number, self.told(number))
        return number

    def _recount(self, more: Mapping[int, int]) -> None:
        rows = [(count, number) for number, count in more.items()]
        self._sql.executemany("update names set reports = reports + ? where number = ?", rows)

    def number(self, name: str) -> int | None:
        """The number that stands for a name in small letters; None where no report has it."""
        row = self._sql.execute("select number from names where name = ?", [name]).fetchone()
        return row[0] if row else None

    def told(self, name: int) -> int:
        """In how many reports a name is."""
        row = self._sql.execute("select reports from names where number = ?", [name]).fetchone()
        return row[0] if row else 0

    def counts(self, names: Iterable[int]) -> dict[int, int]:
        """In how many reports each of some names is."""
        query = "select number, reports from names where number in (select value from json_each(?))"
        return dict(self._sql.execute(query, [_packed(list(names))]))

    def names_in(self, report_id: str) -> list[int]:
        """The names of all kinds but posts in a report."""
        row = self._sql.execute("select names from reports where report_id = ?", [report_id]).fetchone()
        return orjson.loads(row[0]) if row else []

    def words_in(self, report_id: str) -> bytes:
        """The words that tell what a report is about, as its signature has them."""
        row = self._sql.execute("select words from reports where report_id = ?", [report_id]).fetchone()
        return row[0] if row else b""

    def beside(self, name: int) -> set[str]:
        """The persons in the reports that have a name."""
        rows = self._sql.execute("select persons from naming natural join reports where name = ?", [name])
        return {person for (persons,) in rows for person in orjson.loads(persons)}

    def entities(self) -> Iterator[str]:
        """The ids of all."""
        return (row[0] for row in self._sql.execute("select distinct entity_id from parts"))

    def of_kind(self, kind: str) -> Iterator[str]:
        """The ids of all of a kind."""
        return (row[0] for row in self._sql.execute("select distinct entity_id from parts where kind = ?", [kind]))

    def prints(self, entity_ids: Iterable[str]) -> dict[str, int]:
        """A hash of all that the reports say of an entity, of those that they name."""
        rows = self._of("select entity_id, print", entity_ids)
        return {i: sum(row[1] for row in found) % _PRINT for i, found in groupby(rows, key=itemgetter(0))}

    def _of(self, columns: str, entity_ids: Iterable[str], *more: Any) -> sqlite3.Cursor:
        """What the batches say of some entities, in their order."""
        query = f"{columns} from json_each(?) cross join parts on entity_id = value"
        return self._sql.execute(query, [*more, _packed(list(entity_ids))])

    def parts(
        self, entity_ids: Iterable[str] | None = None, whole: Collection[str] | None = None
    ) -> Iterator[list[Part]]:
        """What the batches say of each entity: of all, or of some; in the order of the ids.

        All days and reports are listed of persons and of those in ``whole``; of everyone, where it is None.
        """
        columns = """select entity_id, kind, told, held, topics, first_day, reports,
            case when ? or kind = 'person' or entity_id in (select value from json_each(?)) then seen end"""
        listed = [whole is None, _packed(sorted(whole or ()))]
        if entity_ids is None and whole:
            entity_ids = self.entities()
        if entity_ids is None:
            rows = self._sql.execute(f"{columns} from parts order by entity_id, batch", listed)
        else:
            rows = self._of(columns, sorted(entity_ids), *listed)
        for entity_id, own in groupby(rows, key=itemgetter(0)):
            _, kinds, told, held, topics, first, reports, days = zip(*own, strict=True)
            said = (
                _loaded(told),
                _loaded(offices or "[]" for offices in held),
                _loaded(counts or "{}" for counts in topics),
                first,
                reports,
                _loaded(seen or "{}" for seen in days),
            )
            yield list(map(Part, repeat(entity_id), kinds, *said))


def _read(tables: Tables) -> tuple[list[tuple[Any, ...]], list[tuple[str, list[str], list[str], bytes]]]:
    """What the reports of a batch say of each entity, and whom each of them names."""
    with opened(tables, *FROM) as connection:
        return connection.execute(_TOLD).fetchall(), connection.execute(_REPORTS).fetchall()


def _known(told: Batch) -> _Known:
    with opened(told.tables, "reports") as connection:
        (dated,) = connection.execute(_DATED).fetchone() or (None,)
    return _Known(told.stamps, dated or 0)


def _says_the_same(now: _Known, had: _Known) -> bool:
    """Whether nothing else is another than what tells which of its reports others stand for: that is not read."""
    return now.dated == had.dated and {**now.stamps, "reports": ""} == {**had.stamps, "reports": ""}


def _naming(reports: Set[_Named]) -> list[tuple[int, str]]:
    """(name, report) of each name in some reports."""
    return sorted((name, told.report_id) for told in reports for name in told.names)


def _loaded(texts: Iterable[str]) -> list[Any]:
    """What each text of JSON says: read at once, which takes half the time."""
    return list(orjson.loads(f"[{','.join(texts)}]"))


def _packed(items: Sequence[Any]) -> str:
    return orjson.dumps(items).decode()
