"""Everything that one report says: times, mentions, events, statements, figures, topics, in this order, each once."""

from collections.abc import Callable
from typing import ParamSpec, Protocol, TypeVar

from flows.contract.records import Facts, Report, Section
from flows.extract import events, figures, mentions, signature, statements, times, topics
from flows.extract.clauses.parsed import Parsed
from flows.extract.reading import read, rebased

P = ParamSpec("P")
T = TypeVar("T")


class Watch(Protocol):
    """Calls a step and takes note of it, as a benchmark does."""

    def __call__(self, step: str, work: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """What the work gives."""


def _unwatched(step: str, work: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
    return work(*args, **kwargs)


def extract(
    report: Report,
    sections: tuple[Section, ...],
    *,
    recognizers: tuple[str, ...] = (),
    model: bool = True,
    watch: Watch = _unwatched,
) -> Facts:
    """The facts of a parsed report, spans in ``report.text``.

    ``recognizers`` names plug-ins beside the rules; without ``model`` the built-in CRF is left out, and rules stand alone.
    ``watch`` is handed each step.
    """
    reading = watch("sentences", read, report, sections)
    found_times = watch("times", times.find_times, reading)
    found_mentions, unknown_terms = watch("mentions", mentions.read_names, reading, recognizers, model=model)
    parsed = Parsed(reading, found_mentions, found_times)
    found_events, participants = watch("events", events.find_events, parsed)
    found_figures = watch("figures", figures.find_figures, reading, found_events)
    found_statements = watch("statements", statements.find_statements, parsed, found_events, participants)
    found_topics = watch("topics", topics.find_topics, reading)
    signatures = watch("signature", signature.find_signature, reading, found_events, found_mentions)
    return Facts(
        report=report,
        sections=sections,
        times=rebased(reading, found_times),
        mentions=rebased(reading, found_mentions),
        events=rebased(reading, found_events),
        event_participants=rebased(reading, participants),
        statements=rebased(reading, found_statements),
        figures=rebased(reading, found_figures),
        topics=rebased(reading, found_topics),
        report_signatures=signatures,
        unknown_terms=rebased(reading, unknown_terms),
    )
