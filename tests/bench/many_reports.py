"""As many reports as wanted out of a few archives, to measure at size what no archive at hand has: copies of other years and names.

    python -m tests.bench.many_reports 100000 OUT.jsonl SOURCE...

The first of each comes as it is, under its own date. Every further copy is 28 years older than the one before it, so that days of the
week hold, and its persons are called otherwise: a name of ``seeds/person_names.csv`` becomes another of its kind, the same
one all through that copy. Given the same sources the output is the same, byte for byte. A line of JSON a report.
"""

import csv
import re
import sys
from collections.abc import Callable, Iterator
from hashlib import blake2b
from pathlib import Path
from typing import Final

import orjson

from flows.contract.records import RawReport
from flows.ingest import read_source

SEEDS: Final = Path(__file__).parents[2] / "seeds"
YEARS: Final = 28  # the calendar of most years comes back after so many
_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")
_WORD: Final = re.compile(r"\b[A-Z][a-z]{3,}\b")


class Renamed:
    """Texts as the copy of that number has them: other years, other names."""

    def __init__(self, copy: int) -> None:
        """Draws the names of a copy."""
        self.years = YEARS * copy
        self.names: dict[str, str] = {}
        places = {row["name"] for row in _rows("places.csv")} | {
            row["name"] for row in _rows("common_words.csv", "word")
        }
        kinds: dict[str, list[str]] = {}
        for row in _rows("person_names.csv", "word"):
            if row["name"] not in places:
                kinds.setdefault(row["kind"], []).append(row["name"])
        for kind, words in kinds.items():
            drawn = sorted(words, key=lambda word: blake2b(f"{copy} {kind} {word}".encode()).digest())
            self.names.update(zip(words, drawn, strict=True))

    def text(self, text: str) -> str:
        """A text of the copy."""
        text = _YEAR.sub(lambda found: str(int(found[0]) - self.years), text)
        return _WORD.sub(lambda found: self.names.get(found[0], found[0]), text)


def _rows(file: str, column: str = "name") -> Iterator[dict[str, str]]:
    with (SEEDS / file).open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            yield {**row, "name": row[column].capitalize()}


def copies(sources: list[Path], wanted: int) -> Iterator[dict[str, str | None]]:
    """The records, whole copies one after another, the last one cut where there are enough."""
    reports = [report for source in sources for report in read_source(source) if isinstance(report, RawReport)]
    for number in range(wanted):
        copy, place = divmod(number, len(reports))
        if not place:
            told: Callable[[str], str] = Renamed(copy).text if copy else str
        yield _record(reports[place], told, copy)


def _record(report: RawReport, told: Callable[[str], str], copy: int) -> dict[str, str | None]:
    title = report.title or ""
    content = report.text.removeprefix(title).lstrip() if title else report.text
    before = "&" if "?" in (report.url or "") else "?"
    mark = f"{before}copy={copy}" if copy else ""  # behind a '#' it would be the same page, and each copy a re-crawl
    return {
        "title": told(title) or None,
        "content": told(content),
        "date_published": told(report.published) if report.published else None,
        "link": f"{report.url}{mark}" if report.url else None,
        "source": report.outlet,
    }


if __name__ == "__main__":
    with Path(sys.argv[2]).open("wb") as out:
        for record in copies([Path(source) for source in sys.argv[3:]], int(sys.argv[1])):
            out.write(orjson.dumps(record) + b"\n")
