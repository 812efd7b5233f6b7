"""How fast reports are read, where the seconds go, and how much memory that takes. Nothing is kept."""

import resource
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import ParamSpec, TypeVar

from flows import ingest, store
from flows.contract.records import Facts, RawReport
from flows.extract.report import extract
from flows.parse import parse
from flows.resolve.identify import identify

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(slots=True)
class Bench:
    """Reports and words read, seconds a stage, peak memory of this process in megabytes."""

    reports: int = 0
    words: int = 0
    seconds: dict[str, float] = field(default_factory=dict)
    peak_megabytes: float = 0.0

    @property
    def total_seconds(self) -> float:
        """All stages together."""
        return sum(self.seconds.values())

    def timed(self, stage: str, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """The work's result, its time counted under the stage."""
        started = perf_counter()
        try:
            return work(*args, **kwargs)
        finally:
            self.seconds[stage] = self.seconds.get(stage, 0) + perf_counter() - started


def bench(source: str, *, limit: int | None = None) -> Bench:
    """Reads at most ``limit`` reports of a source in this process, one batch in memory; tables go to a folder that is removed."""
    result = Bench()
    reports = _timed_reports(result, source, limit)
    with TemporaryDirectory() as folder:
        while batch := [_read(result, raw) for raw in islice(reports, 1000)]:
            result.timed("store", store.write_batch, Path(folder), f"{result.reports:016x}", batch, version="bench")
    result.peak_megabytes = _peak_megabytes()
    return result


def _timed_reports(result: Bench, source: str, limit: int | None) -> Iterator[RawReport]:
    found = (item for item in ingest.read_source(source) if isinstance(item, RawReport))
    for _ in range(limit if limit is not None else sys.maxsize):
        raw = result.timed("ingest", next, found, None)
        if raw is None:
            return
        yield raw


def _read(result: Bench, raw: RawReport) -> Facts:
    report, sections = result.timed("parse", parse, raw)
    facts = result.timed("extract", extract, report, sections)
    result.reports += 1
    result.words += len(raw.text.split())
    return result.timed("resolve", identify, facts)


def _peak_megabytes() -> float:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 if sys.platform == "linux" else 1024 * 1024)
