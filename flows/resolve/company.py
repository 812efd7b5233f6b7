"""The company that a name keeps: bodies, people and places named in the same reports, as evidence of who is meant."""

import math
from collections import Counter
from collections.abc import Mapping
from typing import Final

import duckdb
import pyarrow as pa

from flows.resolve.profiles import Profile

_SEEN: Final = """
with named as (
    select distinct report_id, lower(name) as name from mentions where kind in ('organization', 'initiative', 'person', 'place')
),
counted as (
    select name, count(*) as reports from named group by name
    having count(*) between 2 and (select greatest(20, count(*) / 50) from reports)
)
select counted.name, any_value(counted.reports) as reports, list(named.report_id) as report_ids
from named inner join counted on named.name = counted.name group by counted.name order by counted.name
"""
_SECOND: Final = 0.5  # what a second shared name adds: names come in groups


class Company:
    """What reports name beside a person, and how telling it is that two persons share some of it."""

    def __init__(self, tables: Mapping[str, pa.Table]) -> None:
        self._total = max(1, tables["reports"].num_rows)
        self._share: dict[str, float] = {}
        self._in_report: dict[str, list[str]] = {}
        with duckdb.connect() as connection:
            for name in ("mentions", "reports"):
                connection.register(name, tables[name])
            for name, reports, report_ids in connection.execute(_SEEN).fetchall():
                self._share[name] = reports / self._total
                for report_id in report_ids:
                    self._in_report.setdefault(report_id, []).append(name)
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
        return sum(lifts[:1]) + _SECOND * sum(lifts[1:2])

    def _lift(self, name: str, in_small: float, in_large: float) -> float:
        return max(0.0, in_small * math.log2(in_large / self._share[name]))
