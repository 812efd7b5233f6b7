"""Whether what a run read is like what the runs before it read: shares of values filled in, against the last ten runs."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Final

from flows.contract.records import Facts
from flows.store.files import write_bytes

RUNS: Final = 10
_LEAST_RUNS: Final = 3  # before there is anything to compare with
_LEAST_VALUES: Final = 30  # fewer say nothing of a share
_FAR: Final = 0.15  # from the median


@dataclass(frozen=True, slots=True)
class Share:
    """How many of how many values are filled in."""

    filled: int = 0
    of: int = 0

    def __add__(self, other: "Share") -> "Share":
        """Both together."""
        return Share(self.filled + other.filled, self.of + other.of)


_FILLED: Final[Mapping[str, Callable[[Facts], Iterator[bool]]]] = {
    "reports with a publication date": lambda f: iter([f.report.published_on is not None]),
    "reports with a headline": lambda f: iter([f.report.headline is not None]),
    "reports with a dateline": lambda f: iter([f.report.dateline_place is not None]),
    "reports whose dates agree": lambda f: iter([not f.report.date_conflicts]),
    "reports with an event": lambda f: iter([bool(f.events)]),
    "reports without an unknown rank, post or head": lambda f: iter([not f.unknown_terms]),
    "times with a value": lambda f: (t.timex_value is not None for t in f.times),
    "events with a day": lambda f: (e.occurred_on is not None for e in f.events),
    "events with a place": lambda f: (e.place_entity_id is not None for e in f.events),
    "persons with a rank or post": lambda f: (bool(m.rank or m.post) for m in f.mentions if m.kind == "person"),
    "statements with a speaker": lambda f: (s.speaker_name is not None for s in f.statements),
}


def shares(facts: Iterable[Facts]) -> dict[str, Share]:
    """The share of each measure over some reports."""
    counts = dict.fromkeys(_FILLED, Share())
    for of_report in facts:
        for name, values in _FILLED.items():
            found = list(values(of_report))
            counts[name] += Share(sum(found), len(found))
    return counts


def check(warehouse: Path, now: Mapping[str, Share]) -> tuple[str, ...]:
    """What is far from the runs before, in words; and remembers this run. Runs that read little are not remembered."""
    before = _history(warehouse)
    known = {name: round(share.filled / share.of, 4) for name, share in now.items() if share.of >= _LEAST_VALUES}
    if known:
        lines = (json.dumps(run, sort_keys=True) for run in [*before, known][-RUNS:])
        write_bytes(_file(warehouse), ("\n".join(lines) + "\n").encode())
    return tuple(warnings(known, before))


def warnings(now: Mapping[str, float], before: Sequence[Mapping[str, float]]) -> Iterator[str]:
    """A sentence for each share that is far from the median of the runs before."""
    for name, share in now.items():
        seen = [run[name] for run in before if name in run]
        if len(seen) >= _LEAST_RUNS and abs(share - (usual := median(seen))) > _FAR:
            yield f"{name}: {share:.0%}, where the last {len(seen)} runs had {usual:.0%}"


def _file(warehouse: Path) -> Path:
    return warehouse / "runs.jsonl"


def _history(warehouse: Path) -> list[dict[str, float]]:
    try:
        return [json.loads(line) for line in _file(warehouse).read_text("utf-8").splitlines()]
    except (FileNotFoundError, ValueError):  # a damaged file is begun anew: it warns, and decides nothing
        return []
