"""What there is to tell of a warehouse after a run: read from its marts, for the terminal's last table and the run's card."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from flows.model import query
from flows.store import read_quarantine

_COUNTED: Final = {  # what people call it: the mart that has a row for each
    "reports": "dim_reports",
    "meetings": "rpt_engagements",
    "events": "fct_events",
    "statements": "fct_statements",
    "people": "dim_people",
    "posts held": "rpt_post_holders",
    "organizations": "dim_organizations",
    "places": "dim_places",
    "initiatives": "dim_initiatives",
}
_COUNTS: Final = " union all ".join(
    f"select '{name}' as what, count(*) as n from {mart}" for name, mart in _COUNTED.items()
)
_MEETINGS: Final = """
    select met_on, place, array_to_string(hosts, ', ') as hosts, array_to_string(guests, ', ') as guests
    from rpt_engagements where len(hosts) > 0 and len(guests) > 0 order by met_on desc nulls last, event_id limit 5"""
_CONFLICTS: Final = """
    select source_name as report, published_on, array_to_string(date_conflicts, '; ') as conflicts
    from dim_reports where len(date_conflicts) > 0 order by published_on desc nulls last, source_name limit 10"""
_UNKNOWN: Final = """
    select kind, term, reports, example from rpt_unknown_terms order by reports desc, kind, term limit 15"""

Rows = Sequence[Mapping[str, Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """Counts by name, the latest meetings, what is in quarantine, which reports' dates disagree, which words no seed list has."""

    counts: Mapping[str, int]
    meetings: Rows
    quarantine: Rows
    conflicts: Rows
    unknown_terms: Rows


def findings(warehouse: Path) -> Findings:
    """What the marts tell. Raises QueryError where none are built."""
    return Findings(
        counts={row["what"]: row["n"] for row in _rows(warehouse, _COUNTS)},
        meetings=_rows(warehouse, _MEETINGS),
        quarantine=_quarantine(warehouse),
        conflicts=_rows(warehouse, _CONFLICTS),
        unknown_terms=_rows(warehouse, _UNKNOWN),
    )


def _quarantine(warehouse: Path) -> Rows:
    """Its most frequent reasons, with an example each."""
    rows = read_quarantine(warehouse)
    reasons = Counter((row.stage, row.reason_code) for row in rows).most_common(10)
    examples = {(row.stage, row.reason_code): row.message for row in reversed(rows)}
    return [{"stage": s, "reason": r, "reports": n, "example": examples[s, r]} for (s, r), n in reasons]


def _rows(warehouse: Path, sql: str) -> Rows:
    rows: Rows = query(warehouse, sql).to_pylist()
    return rows
