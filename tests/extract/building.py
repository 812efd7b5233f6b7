"""Reports for tests of extractors: built by hand (one body section, mentions and times found by their words), or read from a text."""

from datetime import date

from flows.contract.records import Event, Facts, Mention, RawReport, Report, Section, Time, Topic, make_id
from flows.extract.clauses.parsed import Parsed, parsing
from flows.extract.mentions import find_mentions
from flows.extract.reading import Reading, read
from flows.extract.report import extract
from flows.extract.topics import chosen, weigh
from flows.language.steps import finished
from flows.parse import parse


def parsed(
    text: str,
    *mentions: dict[str, object],
    times: tuple[tuple[str, str], ...] = (),
    attendance: str = "",
    headline: str = "",
) -> Parsed:
    """``mentions`` are fields, found by ``text`` (and ``nth``); ``times`` (words, ISO day or PAST_REF); ``attendance`` is a stretch."""
    report = Report(report_id="r", source_name="t", source_uri="t", text=text, published_on=date(2025, 9, 8))
    cut = text.index(attendance) if attendance else len(text)
    kinds = [
        ("headline", 0, len(headline)),
        ("body", len(headline), cut),
        ("attendance", cut, cut + len(attendance)),
        ("body", cut + len(attendance), len(text)),
    ]
    sections = tuple(
        Section(
            report_id="r",
            ordinal=i,
            kind=kind,
            story_ordinal=None if kind == "headline" else 0,
            story_kind="main",
            char_start=start,
            char_end=end,
        )
        for i, (kind, start, end) in enumerate(k for k in kinds if k[1] < k[2])
    )
    placed = sorted((_mention(text, fields) for fields in mentions), key=lambda m: m["char_start"])
    rows = tuple(Mention(report_id="r", ordinal=i, **fields) for i, fields in enumerate(placed))
    told_times = tuple(_time(text, i, words, day) for i, (words, day) in enumerate(times))
    return finished(parsing(read(report, sections), rows, told_times))


def read_whole(text: str, published: str | None) -> Facts:
    """What a report says that is parsed, too, and read by rules alone."""
    raw = RawReport(
        report_id=make_id(text), source_name="t", source_uri="t", source_kind="text", text=text, published=published
    )
    return extract(*parse(raw), model=False)


def find_topics(reading: Reading) -> tuple[Topic, ...]:
    """What the words of a report alone tell of its topics."""
    return chosen(weigh(reading), reading.report.report_id)


def place_of(facts: Facts, event: Event) -> str | None:
    """Where an event was, as it is printed."""
    return None if event.place_ordinal is None else facts.mentions[event.place_ordinal].text


def _mention(text: str, fields: dict[str, object]) -> dict[str, object]:
    words = str(fields["text"])
    start = -1
    for _ in range(int(str(fields.get("nth", 1)))):
        start = text.index(words, start + 1)
    rest = {k: v for k, v in fields.items() if k != "nth"}
    return {"kind": "person", "name": words, "char_start": start, "char_end": start + len(words), **rest}


def _time(text: str, ordinal: int, words: str, day: str) -> Time:
    start = text.index(words)
    known = None if day == "PAST_REF" else date.fromisoformat(day)
    return Time(
        report_id="r", ordinal=ordinal, char_start=start, char_end=start + len(words), text=words,
        timex_type="DATE", timex_value=day, starts_on=known, ends_on=known, precision="day",
    )  # fmt: skip


def mentions(text: str, dateline_place: str | None = None) -> tuple[Mention, ...]:
    """What rules find in a report that is a body alone."""
    report = Report(
        report_id="0" * 16, source_name="x.txt", source_uri="x.txt", text=text, dateline_place=dateline_place
    )
    body = Section(report_id="0" * 16, ordinal=0, kind="body", story_ordinal=0, char_start=0, char_end=len(text))
    return find_mentions(read(report, (body,)), model=False)


def found(text: str, kind: str) -> list[str]:
    """Its names of a kind, as printed."""
    return [m.text for m in mentions(text) if m.kind == kind]
