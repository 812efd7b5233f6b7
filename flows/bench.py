"""How fast reports are read, as runs read them, where the seconds go, and how much memory that takes. Nothing is kept."""

import resource
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from typing import Final, ParamSpec, TypeVar

from flows import ingest, store
from flows.collecting import seldom_collected
from flows.contract.records import Facts, RawReport
from flows.extract.report import extraction
from flows.language.steps import ABREAST, Steps, abreast, finished
from flows.parse import parse
from flows.resolve.identify import identify

P = ParamSpec("P")
T = TypeVar("T")

_NAMES: Final = ("parse", "sentences", "times", "mentions")  # what tells who, where and when
_SAMPLE: Final = RawReport(  # read first, so that seed lists and models are in memory
    report_id="", source_name="", source_uri="", source_kind="text",
    text="LAHORE, Nov 20: Inspector General of Police Usman Anwar met a delegation on Monday, and said two men had been arrested.\n\n"
    "انسپکٹر جنرل پولیس نے پیر کے روز ایک وفد سے ملاقات کی اور کہا کہ دو افراد کو گرفتار کر لیا گیا ہے۔",
)  # fmt: skip
_APART: Final = frozenset({"load", "ingest", "store"})  # not part of tabulating a report


@dataclass(slots=True)
class Bench:
    """Reports and words read, CPU seconds a stage (others may use the machine, too), peak memory of this process in megabytes."""

    reports: int = 0
    words: int = 0
    seconds: dict[str, float] = field(default_factory=dict)
    peak_megabytes: float = 0.0

    @property
    def total_seconds(self) -> float:
        """All stages together."""
        return sum(self.seconds.values())

    @property
    def names_per_second(self) -> float:
        """Reports a second through parse, times and entities."""
        return self._speed(sum(self.seconds.get(stage, 0) for stage in _NAMES))

    @property
    def tabulated_per_second(self) -> float:
        """Reports a second through parse, extraction and identification."""
        return self._speed(sum(spent for stage, spent in self.seconds.items() if stage not in _APART))

    def _speed(self, seconds: float) -> float:
        return self.reports / (seconds or 1e-9)

    def timed(self, stage: str, work: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """The work's result, its CPU time counted under the stage."""
        started = process_time()
        try:
            return work(*args, **kwargs)
        finally:
            self.seconds[stage] = self.seconds.get(stage, 0) + process_time() - started


def bench(source: str, *, limit: int | None = None, model: bool = True) -> Bench:
    """Reads at most ``limit`` reports of a source in this process, one batch in memory; tables go to a folder that is removed.

    Without ``model`` names are found by rules alone.
    """
    result = Bench()
    result.timed("load", finished, _tabulation(_SAMPLE, model))
    reports = _timed_reports(result, source, limit)
    with TemporaryDirectory() as folder, seldom_collected():
        while batch := list(islice(_facts(result, reports, model), 1000)):
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


def _facts(result: Bench, reports: Iterator[RawReport], model: bool) -> Iterator[Facts]:
    """What the reports say, as many read abreast as runs do."""
    while group := list(islice(reports, ABREAST)):
        result.reports += len(group)
        result.words += sum(len(raw.text.split()) for raw in group)
        yield from abreast([_tabulation(raw, model) for raw in group], result.timed)


def _tabulation(raw: RawReport, model: bool) -> Steps[Facts]:
    yield "parse"
    report, sections = parse(raw)
    facts = yield from extraction(report, sections, model=model)
    yield "identify"
    return identify(facts)


def _peak_megabytes() -> float:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 if sys.platform == "linux" else 1024 * 1024)
