"""How the datelines of an agency's archive agree with its publication stamps. Not a test: a measurement.

    PYTHONPATH=. python tests/bench/app_datelines.py ../shared/corpus/app.jsonl.gz [EVERY]

EVERY takes one record in so many. Lines are JSON objects with title, content, link and date_published (UTC). The dateline is what
``flows.parse`` reads; its year is inferred; the day of publication is the stamp's in Asia/Karachi. Prints a table of counts.
"""

import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any

from flows.contract.records import RawReport, Report, make_id
from flows.parse import parse
from flows.temporal.printed import local_day

ZONE = "Asia/Karachi"


def records(path: Path, every: int) -> Iterator[dict[str, Any]]:
    """One record of the archive in so many."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, islice(lines, 0, None, every))


def read(record: dict[str, Any]) -> Report:
    """The record as parse reads it."""
    text = f"{record['title']}\n\n{record['content']}"
    raw = RawReport(
        report_id=make_id(record["link"], record["title"], text), source_name="app", source_uri=record["link"], source_kind="jsonl",
        text=text, title=record["title"], url=record["link"], outlet="APP", published=record["date_published"],
    )  # fmt: skip
    return parse(raw)[0]


def agreement(report: Report, stamp: datetime) -> str:
    """The name of the table's row that a report counts in."""
    if report.dateline_on is None:
        return "no date in the dateline" if report.dateline_place else "no dateline"
    days = (local_day(stamp, ZONE) - report.dateline_on).days
    names = {0: "same day", 1: "published one day later"}
    return names.get(days, "2 to 7 days apart" if abs(days) <= 7 else "further apart (a wrong month or day is printed)")


def main() -> None:
    """Print the counts, and how many of the disagreements are recorded as conflicts."""
    every = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    rows: Counter[str] = Counter()
    recorded: Counter[str] = Counter()
    for record in records(Path(sys.argv[1]), every):
        report = read(record)
        row = agreement(report, datetime.fromisoformat(record["date_published"]))
        rows[row] += 1
        recorded[row] += bool(report.date_conflicts)
    dated = sum(count for row, count in rows.items() if not row.startswith("no "))
    for row, count in rows.most_common():
        share = f"{count / dated:7.2%}" if not row.startswith("no ") else " " * 7
        print(f"{row:50}{count:7}{share}  with a recorded conflict: {recorded[row]}")


if __name__ == "__main__":
    main()
