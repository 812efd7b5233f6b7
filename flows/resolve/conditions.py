"""What narrows an analyst's correction down (column ``where`` of ``seeds/overrides.csv``), and splits by what one report shows.

A split by day, place or report cannot wait until reports are linked, for one id may stand for both: it is made where a report
is read. What that report says of the name is then somebody else's, under an id of its own.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Final

from flows.contract.records import Report, make_id
from flows.language.names import likeness
from flows.language.seeds import rows
from flows.resolve.bodies import find_body
from flows.resolve.posts import Post, read_post

SPELLING: Final = 0.9  # likeness from which a spelling is the name that the analyst meant
_SAME: Final = {"since": "from", "until": "to"}
_OF_REPORT: Final = frozenset({"from", "to", "place", "report"})

Row = Mapping[str, str]


def conditions(where: str) -> dict[str, str]:
    """``post=DPO Swat; since=2024-01-01`` as a mapping; since and until are other words for from and to."""
    pairs = (part.partition("=") for part in where.split(";") if part.strip())
    return {_SAME.get(key.strip(), key.strip()): value.strip() for key, _, value in pairs}


def within(told: Mapping[str, str], days: Iterable[date]) -> bool:
    """Whether one of the days lies from ``from`` to ``to``, both included; where neither is told, any do, and so does none."""
    if not {"from", "to"} & told.keys():
        return True
    first, last = date.fromisoformat(told.get("from", "0001-01-01")), date.fromisoformat(told.get("to", "9999-12-31"))
    return any(first <= day <= last for day in days)


def same_post(printed: str, posts: Iterable[str]) -> bool:
    """Whether the post that an analyst wrote is among canonical names of posts."""
    return read_post(printed).name in posts


def same_body(printed: str, bodies: Iterable[str]) -> bool:
    """Whether the body that an analyst wrote, in any of its names, is among canonical names of bodies."""
    body = find_body("organization", printed)
    return (body.name if body else printed) in bodies


def splits_of_reports(listed: Iterable[Row]) -> list[Row]:
    """The rows that split a person by what one report shows: of all corrections, only these change what is read of a report."""
    splits = [row for row in listed if (row["action"], row["kind"]) == ("split", "person")]
    return [row for row in splits if conditions(row["where"]).keys() & _OF_REPORT]


def split_of(
    name: str, posts: Sequence[Post], bodies: Iterable[str], country: str | None, report: Report,
    overrides: Sequence[Row] | None = None,
) -> str | None:  # fmt: skip
    """The id of the first split by day, place or report that fits a person as this report shows him; None where none does."""
    for row in splits_of_reports(rows("overrides") if overrides is None else overrides):
        told = conditions(row["where"])
        if (
            likeness(name, row["name"]) >= SPELLING
            and within(told, filter(None, [report.dateline_on or report.published_on]))
            and told.get("place", report.dateline_place) == report.dateline_place
            and told.get("report", report.report_id) == report.report_id
            and told.get("country", country) == country
            and ("post" not in told or same_post(told["post"], (p.name for p in posts)))
            and ("organization" not in told or same_body(told["organization"], bodies))
        ):
            return make_id("split", row["kind"], row["name"], row["where"])
    return None
