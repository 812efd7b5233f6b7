"""What the reports say of each entity, in one row: spellings, posts, bodies, places, days. Counted from tables, not from text."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Final

import pyarrow as pa

from flows.language.names import name_tokens
from flows.resolve.opened import Tables, opened
from flows.resolve.posts import read_post

_NAMED: Final = """
with named as (
    select report_id, entity_id, kind, name, text, country_code, organization from mentions where entity_id is not null
    union all
    select report_id, organization_entity_id, 'organization', organization, organization, null, null
    from occupancies where organization_entity_id is not null
),
seen as (
    select n.*, r.dateline_place, coalesce(r.dateline_on, r.published_on) as seen_on
    from named as n inner join reports as r on n.report_id = r.report_id
    {where}
)
"""
_SEEN: Final = f"""
{_NAMED}
select entity_id, any_value(kind) as kind, map_entries(histogram(name)) as names, list_sort(list(distinct text)) as texts,
    map_entries(histogram(country_code)) as countries, list_sort(list(distinct organization)) as bodies,
    list_sort(list(distinct dateline_place)) as datelines, list_sort(list(distinct seen_on)) as days,
    list_sort(list(distinct seen.report_id)) as report_ids
from seen group by entity_id order by entity_id
"""
_PRINTS: Final = f"""
{_NAMED.format(where="")},
hashed as (
    select entity_id, hash(report_id, kind, name, text, country_code, organization, dateline_place, seen_on) as print from seen
    union all
    select person_entity_id, hash(post_name, rank, jurisdiction, observed_on, status) from occupancies
)
select entity_id, (sum(print) % 18446744073709551616)::ubigint as print from hashed group by entity_id order by entity_id
"""
_SLIP: Final = 10  # a spelling this many times rarer than the commonest is taken for a slip
_SPELLINGS: Final = 4  # of a profile's most frequent spellings, how many it is known by
_HELD: Final = """
select person_entity_id as entity_id, post_name, min(rank) as rank, min(jurisdiction) as jurisdiction,
    min(observed_on) filter (status != 'former') as first_on, max(observed_on) filter (status != 'former') as last_on
from occupancies {where} group by person_entity_id, post_name order by person_entity_id, post_name
"""


@dataclass(frozen=True, slots=True)
class Office:
    """A post that someone was seen in, and from when to when; no days where it was only told of as former."""

    post: str
    rank: str | None
    jurisdiction: str | None
    first_on: date | None
    last_on: date | None


@dataclass(frozen=True)
class Profile:
    """One entity as the reports show it."""

    entity_id: str
    kind: str
    names: Mapping[str, int]  # spelling → mentions
    texts: tuple[str, ...] = ()
    country: str | None = None
    bodies: frozenset[str] = frozenset()
    datelines: frozenset[str] = frozenset()
    days: tuple[date, ...] = ()
    report_ids: tuple[str, ...] = ()
    offices: tuple[Office, ...] = ()

    @cached_property
    def name(self) -> str:
        """The most frequent of the fullest spellings."""
        return best_name(self.names)

    @cached_property
    def usual_names(self) -> tuple[str, ...]:
        """The spellings that it is known by: the most frequent few."""
        return tuple(sorted(self.names, key=lambda n: (-self.names[n], n))[:_SPELLINGS])

    @cached_property
    def posts(self) -> frozenset[str]:
        """Canonical names of the posts held …"""
        return frozenset(o.post for o in self.offices)

    @cached_property
    def titles(self) -> frozenset[str]:
        """… and the same without place and body."""
        return frozenset(post.split(", ", 1)[0] for post in self.posts)

    @cached_property
    def first_on(self) -> date:
        """First day seen; the end of time where no report has a date."""
        return self.days[0] if self.days else date.max

    @cached_property
    def is_placed(self) -> bool:
        """Whether more than a name tells who it is: a post or a body."""
        return bool(self.bodies) or self.is_official

    @cached_property
    def is_official(self) -> bool:
        """Whether a post names one office rather than a grade."""
        return any(read_post(post).is_specific for post in self.posts)


def best_name(names: Mapping[str, int]) -> str:
    """The spelling with the most tokens of those that are not rare slips; then the most frequent, then the first by alphabet."""
    if len(names) == 1:
        return next(iter(names))
    usual = max(names.values()) / _SLIP
    return min((n for n in names if names[n] >= usual), key=lambda n: (-len(name_tokens(n)), -names[n], n))


def profiles(tables: Tables, entity_ids: pa.Array | None = None) -> dict[str, Profile]:
    """Entity id → profile in the order of the ids, of all entities or of some, from the tables mentions, occupancies and reports."""
    return {profile.entity_id: profile for profile in each_profile(tables, entity_ids)}


def each_profile(tables: Tables, entity_ids: pa.Array | None = None) -> Iterator[Profile]:
    """The profiles one by one: all of a large store need not be held at once."""
    with opened(tables, "mentions", "occupancies", "reports") as connection:
        wanted, of_persons = "", ""
        if entity_ids is not None:
            connection.register("wanted", pa.table({"entity_id": entity_ids}))
            wanted = "where n.entity_id in (select entity_id from wanted)"
            of_persons = "where person_entity_id in (select entity_id from wanted)"
        held: dict[str, list[Office]] = {}
        for row in _rows(connection, _HELD.format(where=of_persons)):
            office = Office(row["post_name"], row["rank"], row["jurisdiction"], row["first_on"], row["last_on"])
            held.setdefault(row["entity_id"], []).append(office)
        for row in _rows(connection, _SEEN.format(where=wanted)):
            yield _profile(row, held)


def prints(tables: Tables) -> pa.Table:
    """Entity id and a hash of all rows that its profile is made of, in the order of the ids."""
    with opened(tables, "mentions", "occupancies", "reports") as connection:
        return connection.execute(_PRINTS).to_arrow_table()


def _rows(connection: Any, sql: str) -> Iterator[dict[str, Any]]:
    for batch in connection.execute(sql).to_arrow_reader(10_000):
        yield from batch.to_pylist()


def _profile(row: Mapping[str, Any], held: Mapping[str, list[Office]]) -> Profile:
    countries = {e["key"]: e["value"] for e in row["countries"] or ()}
    return Profile(
        entity_id=row["entity_id"],
        kind=row["kind"],
        names={e["key"]: e["value"] for e in row["names"]},
        texts=tuple(row["texts"]),
        country=min(countries, key=lambda c: (-countries[c], c), default=None),
        bodies=frozenset(filter(None, row["bodies"])),
        datelines=frozenset(filter(None, row["datelines"])),
        days=tuple(filter(None, row["days"])),
        report_ids=tuple(row["report_ids"]),
        offices=tuple(held.get(row["entity_id"], ())),
    )
