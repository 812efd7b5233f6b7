"""The company that a name keeps: bodies, people and places named in the same reports, as evidence of who is meant.

How rare a name is counts in powers of two: a report more leaves nearly all that was weighed before as it was.
"""

import math
from collections import Counter
from collections.abc import Mapping
from functools import cached_property
from typing import Final

import pyarrow as pa

from flows.resolve.opened import Tables, opened
from flows.resolve.profiles import Profile

_NAMED: Final = "kind in ('organization', 'initiative', 'person', 'place')"
_RARITY: Final = f"""
select lower(name) as name, round(log2(count(distinct report_id)))::tinyint as level
from mentions where {_NAMED} group by lower(name)
having count(distinct report_id) between 2 and greatest(20, 2 ** $total / 10)
"""
_IN_REPORTS: Final = f"""
select m.report_id, list(distinct rarity.name) as names from mentions as m inner join rarity on lower(m.name) = rarity.name
where {_NAMED} and m.report_id in (select report_id from wanted) group by m.report_id
"""
_BESIDE: Final = f"""
with hit as (
    select distinct m.report_id, names.name from mentions as m inner join names on lower(m.name) = names.name where {_NAMED}
)
select distinct hit.name, m.entity_id from hit inner join mentions as m on hit.report_id = m.report_id
where m.kind = 'person' and m.entity_id is not null
"""
_NEXT: Final = (1.0, 0.5, 0.25, 0.25, 0.25)  # what each further shared name adds: names come in groups


class Rarity:
    """In how many reports a name is, of how many, both as powers of two; only of names that tell something."""

    def __init__(self, tables: Tables) -> None:
        with opened(tables, "mentions", "reports") as connection:
            (reports,) = connection.execute("select count(*) from reports").fetchall()[0]
            self.total = round(math.log2(max(1, reports)))
            self.levels = connection.execute(_RARITY, {"total": self.total}).to_arrow_table()

    @cached_property
    def shares(self) -> Mapping[str, float]:
        """Name → share of the reports that it is in."""
        levels = zip(self.levels["name"].to_pylist(), self.levels["level"].to_pylist(), strict=True)
        return {name: 2.0 ** (level - self.total) for name, level in levels}


def beside(tables: Tables, names: pa.Array) -> pa.Table:
    """Name and entity id of each person who is in a report with one of the names."""
    with opened(tables, "mentions") as connection:
        connection.register("names", pa.table({"name": names}))
        return connection.execute(_BESIDE).to_arrow_table()


class Company:
    """What reports name beside a person, and how telling it is that two persons share some of it."""

    def __init__(self, tables: Tables, rarity: Rarity, report_ids: pa.Array) -> None:
        """Of these reports alone."""
        self._share = rarity.shares
        with opened(tables, "mentions") as connection:
            connection.register("rarity", rarity.levels)
            connection.register("wanted", pa.table({"report_id": report_ids}))
            rows = connection.execute(_IN_REPORTS).to_arrow_table()
        self._in_report = dict(zip(rows["report_id"].to_pylist(), rows["names"].to_pylist(), strict=True))
        self._kept: dict[tuple[str, ...], Counter[str]] = {}

    def of(self, profile: Profile) -> Counter[str]:
        """Name in the profile's reports → in how many of them."""
        if profile.report_ids not in self._kept:
            names = (name for report_id in profile.report_ids for name in self._in_report.get(report_id, ()))
            self._kept[profile.report_ids] = Counter(names)
        return self._kept[profile.report_ids]

    def shared(self, one: Profile, other: Profile) -> float:
        """Bits by which the most telling shared names are likelier beside the two than anywhere; 0 where none is shared."""
        small, large = sorted((one, other), key=lambda p: (len(p.report_ids), p.entity_id))
        around = self.of(large)
        own = {name.lower() for name in (*one.names, *other.names)}
        lifts = sorted(
            (self._lift(name, count / len(small.report_ids), around[name] / len(large.report_ids))
             for name, count in self.of(small).items() if name in around and name not in own),
            reverse=True,
        )  # fmt: skip
        return sum(part * lift for part, lift in zip(_NEXT, lifts, strict=False))

    def _lift(self, name: str, in_small: float, in_large: float) -> float:
        return max(0.0, in_small * math.log2(in_large / self._share[name]))
