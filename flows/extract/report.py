"""Everything that one report says: times, mentions, events, statements, figures, topics, in this order, each once."""

from flows.contract.records import Facts, Report, Section
from flows.extract import events, figures, mentions, signature, statements, times, topics
from flows.extract.clauses.parsed import Parsed
from flows.extract.reading import read, rebase


def extract(
    report: Report, sections: tuple[Section, ...], *, recognizers: tuple[str, ...] = (), model: bool = True
) -> Facts:
    """The facts of a parsed report, spans in ``report.text``.

    ``recognizers`` names plug-ins beside the rules; without ``model`` the built-in CRF is left out, and rules stand alone.
    """
    reading = read(report, sections)
    found_times = times.find_times(reading)
    found_mentions, unknown_terms = mentions.read_names(reading, recognizers, model=model)
    parsed = Parsed(reading, found_mentions, found_times)
    found_events, participants = events.find_events(parsed)
    found_figures = figures.find_figures(reading, found_events)
    found_statements = statements.find_statements(parsed, found_events, participants)
    found_topics = topics.find_topics(reading)
    return Facts(
        report=report,
        sections=sections,
        times=tuple(rebase(reading, row) for row in found_times),
        mentions=tuple(rebase(reading, row) for row in found_mentions),
        events=tuple(rebase(reading, row) for row in found_events),
        event_participants=tuple(rebase(reading, row) for row in participants),
        statements=tuple(rebase(reading, row) for row in found_statements),
        figures=tuple(rebase(reading, row) for row in found_figures),
        topics=tuple(rebase(reading, row) for row in found_topics),
        report_signatures=signature.find_signature(reading),
        unknown_terms=tuple(rebase(reading, row) for row in unknown_terms),
    )
