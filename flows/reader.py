"""Reads reports: parse, extract, identify. From what came of a report to all that it says, in memory; nothing is kept."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

from flows import store
from flows.contract.records import Facts, Quarantined, RawReport
from flows.extract.report import extraction
from flows.language.steps import ABREAST, Steps, abreast, finished
from flows.parse import parse
from flows.parse.recurrence import Repeated
from flows.resolve.identify import identify

_NOTHING: Final[Repeated] = {}


def read_abreast(
    landed: Iterable[RawReport], recognizers: tuple[str, ...], repeated: Repeated
) -> Iterator[Facts | Quarantined]:
    """What each report says, or why it cannot be told, in their order. ``repeated``: the lines that recur, by outlet."""
    reports = iter(landed)
    while group := list(islice(reports, ABREAST)):
        yield from abreast([_reading(raw, recognizers, repeated) for raw in group])


def read_report(raw: RawReport) -> Facts | Quarantined:
    """Everything that one report says, or why it cannot be told."""
    return finished(_reading(raw, (), _NOTHING))


def _reading(raw: RawReport, recognizers: tuple[str, ...], repeated: Repeated) -> Steps[Facts | Quarantined]:
    """A report told step by step. No report, whatever it holds, ends a run.

    ``repeated``: the lines that recur in the reports of an outlet.
    """
    stage = "parse"
    try:
        yield stage
        report, sections = parse(raw, repeated=repeated)
        stage = "extract"
        facts = yield from extraction(report, sections, recognizers=recognizers)
        stage = "resolve"
        yield stage
        return identify(facts)
    except Exception as error:
        return store.refused_report(raw, stage, error)
