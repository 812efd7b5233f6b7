"""Facts made by hand: a report is a list of mentions, each kind, name and what stands around it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pyarrow as pa
import pytest

from flows.contract.records import Facts, Mention, Report, make_id
from flows.contract.tables import TABLES
from flows.resolve.identify import identify
from flows.resolve.opened import Batch

Told = tuple[str, str, dict[str, Any]]


def make_facts(told: Iterable[Told], *, day: str = "2025-09-01", place: str = "Lahore", key: str = "") -> Facts:
    told = list(told)
    text = "\n".join(name for _, name, _ in told)
    report_id = make_id(key, day, place, text, *(str(sorted(more.items())) for _, _, more in told))
    mentions, at = [], 0
    for ordinal, (kind, name, more) in enumerate(told):
        span = {"char_start": at, "char_end": at + len(name)}
        mentions.append(Mention(report_id=report_id, ordinal=ordinal, kind=kind, text=name, name=name, **span, **more))
        at += len(name) + 1
    report = Report(
        report_id=report_id, source_name="made", source_uri="made", text=text,
        published_on=date.fromisoformat(day), dateline_place=place,
    )  # fmt: skip
    return Facts(report=report, mentions=tuple(mentions))


def person(name: str, post: str | None = None, **more: Any) -> Told:
    return "person", name, {"post": post, **more}


def tables_of(all_facts: Iterable[Facts], before: Mapping[str, Iterable[Any]] | None = None) -> dict[str, pa.Table]:
    found = list(all_facts)
    made = {
        t: [row for f in found for row in getattr(f, t)]
        for t in ("mentions", "occupancies", "events", "topics", "report_signatures")
    }
    made["reports"] = [f.report for f in found]
    made |= {t: list((before or {}).get(t, ())) for t in ("entities", "entity_renames")}
    return {name: TABLES[name].arrow(rows) for name, rows in made.items()}


def batches_of(batches: Mapping[str, Iterable[Facts]]) -> dict[str, Batch]:
    """Batches of reports as linking gets them; what a batch holds is its stamp."""
    found = {name: list(facts) for name, facts in batches.items()}
    return {name: Batch({"all": repr(facts)}, tables_of(facts)) for name, facts in found.items()}


@pytest.fixture
def archive() -> Callable[[], list[Facts]]:
    """Twelve reports: an officer under two spellings and two posts, namesakes, a bare mention, a minister of two lands."""

    def build() -> list[Facts]:
        pk: dict[str, Any] = {"country_code": "PK"}
        reports = [
            make_facts([person("Sultan Ahmad Chaudhary", "Additional IG Punjab", **pk)], day="2025-09-07"),
            make_facts([person("Sultan Ahmed Chaudhry", "Addl IG Punjab", **pk)], day="2025-11-21"),
            make_facts([person("Sultan Ahmad Chaudhary", "DIG Operations Lahore", **pk)], day="2024-02-01"),
            make_facts([person("Sultan Ahmad Chaudhary")], day="2025-09-20"),
            make_facts([person("Muhammad Ali", "SHO Saddar", **pk)], day="2025-01-05", place="Multan"),
            make_facts([person("Muhammad Ali", "Deputy Commissioner Swat", **pk)], day="2025-01-06", place="Swat"),
            make_facts([person("Muhammad Ali")], day="2025-01-07", place="Quetta"),
            make_facts([person("Usman Anwar", "IG Punjab", **pk), person("Usman Anwar", None)], day="2025-09-07"),
            make_facts([person("Usman Anwer", "IGP Punjab", **pk)], day="2025-11-20"),
            make_facts([person("Luigi Landoli", "Major General", country_code="IT")], day="2025-09-07"),
            make_facts([person("Asim Raza", "Additional IG Punjab", **pk)], day="2025-09-07", place="Multan"),
            make_facts([("organization", "Punjab Police", {}), ("place", "Hyderabad", {})], place="Karachi"),
        ]
        return [identify(f) for f in reports]

    return build


__all__ = ["batches_of", "make_facts", "person", "replace", "tables_of"]
