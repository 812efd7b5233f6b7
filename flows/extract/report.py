"""Everything that one report says: times, mentions, events, statements, figures, topics, in this order, each once."""

from flows.contract.records import Facts, Report, Section
from flows.extract import events, figures, mentions, signature, statements, times, topics
from flows.extract.clauses.parsed import parsing
from flows.extract.reading import Reading, read, rebased
from flows.language.steps import Steps, finished


def extract(
    report: Report, sections: tuple[Section, ...], *, recognizers: tuple[str, ...] = (), model: bool = True
) -> Facts:
    """The facts of a parsed report, spans in ``report.text``.

    ``recognizers`` names plug-ins beside the rules; without ``model`` the built-in CRF is left out, and rules stand alone.
    """
    return finished(extraction(report, sections, recognizers=recognizers, model=model))


def extraction(
    report: Report, sections: tuple[Section, ...], *, recognizers: tuple[str, ...] = (), model: bool = True
) -> Steps[Facts]:
    """The same step by step."""
    yield "sentences"
    reading = read(report, sections)
    yield "times"
    found_times = times.find_times(reading)
    found_mentions, unknown_terms = yield from mentions.naming(reading, recognizers, model=model)
    yield "topics"
    words = topics.weigh(reading)
    parsed = yield from parsing(reading, found_mentions, found_times, of_sport=topics.is_of_sport(words))
    found_events, participants = yield from events.finding(parsed)
    told = topics.with_events(words, found_events, participants, found_mentions, _lead(reading))
    found_topics = topics.chosen(told, report.report_id)
    yield "figures"
    found_figures = figures.find_figures(reading, found_events)
    yield "statements"
    found_statements = statements.find_statements(parsed, found_events, participants)
    yield "signature"
    signatures = signature.find_signature(reading, found_events, found_mentions)
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


def _lead(reading: Reading) -> int:
    """Where the first sentence of a report ends."""
    return next((sentence.end for sentence in reading.story), 0)
