"""A raw report in, the report with its sections out: the one place where the rules are put in order."""

from collections.abc import Collection, Iterator
from itertools import pairwise

from flows.contract.codes import STORY_SECTIONS
from flows.contract.records import RawReport, Report, Section
from flows.language.view import View, clean
from flows.parse import furniture, stamps
from flows.parse.attendance import attendance, triggers
from flows.parse.front import Front, front
from flows.parse.header import Header, header
from flows.parse.languages import foreign, is_mixed, language_of
from flows.parse.outlets import Outlet, outlet_of
from flows.parse.published import Clue, Published, decide, from_header, from_metadata, from_name, from_text
from flows.parse.segments import Segment, merged, paragraphs, split, trimmed
from flows.parse.stories import stories
from flows.parse.tail import tail


def parse(raw: RawReport, *, repeated: Collection[str] = ()) -> tuple[Report, tuple[Section, ...]]:
    """Every character's section, and what stands around the story. ``repeated``: keys of lines that recur in the outlet's reports.

    Any text is parsed; what is not understood is body. Offsets count in ``raw.text``.
    """
    view = clean(raw.text)
    text = view.text
    head = header(text, paragraphs(text))
    marked = _marked(text, head.rest, repeated)
    title_end = len(clean(raw.title).text) if raw.title and raw.text.startswith(raw.title) else 0
    top = front(text, marked, title_end)
    main = language_of(text)
    story = stories(text, tail(text, top.story))
    if places := triggers(text):
        story = [p for s in story for p in (attendance(text, s, places) if s.kind == "body" else (s,))]
    labelled = merged(sorted([*head.labelled, *top.labelled, *story]))
    report = _report(raw, text, head, top, labelled, main)
    return report, _sections(view, raw, text, labelled, main)


def _marked(text: str, segments: list[Segment], repeated: Collection[str]) -> list[Segment]:
    """The paragraphs, furniture that its own words tell labelled and cut out."""
    inside = furniture.stretches(text)
    cuts = [edge for span in inside for edge in span]
    out: list[Segment] = []
    for part in (p for s in segments for p in (split(s, *cuts) if cuts else (s,))):
        bare = trimmed(text, part)
        if bare is None:
            continue
        line = bare.of(text)
        is_furniture = (
            furniture.is_marked(line)
            or furniture.is_repeated(line, repeated)
            or any(a <= bare.start < b for a, b in inside)
        )
        out.append(bare.labelled("furniture") if is_furniture else bare)
    return out


def _report(raw: RawReport, text: str, head: Header, top: Front, labelled: list[Segment], main: str | None) -> Report:
    outlet = outlet_of(raw.outlet or head.outlet, raw.url)
    published = _published(raw, text, head, top, labelled, outlet)
    clue = published.clue
    dateline = top.dateline
    dated = (
        from_text("dateline", dateline.printed, near=clue.on if clue else None)
        if dateline and dateline.printed
        else None
    )

    first: dict[str, str] = {}
    for segment in labelled:
        if segment.kind and segment.kind not in first:
            first[segment.kind] = " ".join(segment.of(text).split())
    return Report(
        report_id=raw.report_id,
        source_name=raw.source_name,
        source_uri=raw.source_uri,
        outlet=outlet.name,
        url=raw.url,
        language=main,
        text=raw.text,
        headline=first.get("headline"),
        standfirst=first.get("standfirst"),
        byline=raw.byline or first.get("byline"),
        published_on=clue.on if clue else None,
        published_on_method=clue.method if clue else None,
        published_on_precision=clue.precision if clue else None,
        published_at=clue.at if clue else None,
        dateline_place=dateline.place if dateline else None,
        dateline_agency=dateline.agency if dateline else None,
        dateline_on=dated.on if dated else None,
        date_conflicts=published.conflicts,
        word_count=len(text.split()),
    )


def _published(
    raw: RawReport, text: str, head: Header, top: Front, labelled: list[Segment], outlet: Outlet
) -> Published:
    lines = [s.of(text) for s in labelled if s.kind == "furniture" and s.end - s.start < 200]
    clues: list[Clue | None] = [
        from_header(head.date) if head.date else None,
        from_metadata(raw.published, outlet) if raw.published else None,
        next((c for line in lines if stamps.is_stamp(line) and (c := from_text("stamp", line, outlet=outlet))), None),
        next(
            (c for line in lines if (d := stamps.trailer(line)) and (c := from_text("trailer", d, outlet=outlet))), None
        ),
        from_name(raw.source_name, raw.url),
    ]
    near = decide(clues).clue
    if top.dateline is not None and top.dateline.printed:
        clues.append(from_text("dateline", top.dateline.printed, near=near.on if near else None))
    return decide(clues)


def _sections(view: View, raw: RawReport, text: str, labelled: list[Segment], main: str | None) -> tuple[Section, ...]:
    """Sections in source offsets: joined where they are of one kind, stretched over characters that the view leaves out."""
    if main == "en" and is_mixed(text):
        labelled = [
            p._replace(language=foreign(p.of(text), main)) for s in labelled for p in split(s, *_line_starts(text, s))
        ]
    joined = [bare for s in merged(labelled) if (bare := trimmed(text, s))]
    if not joined and raw.text.strip():  # nothing a reader would see
        return (Section(report_id=raw.report_id, ordinal=0, kind="furniture", char_start=0, char_end=len(raw.text)),)
    spans = _stretched(raw.text, [view.source(s.start, s.end) for s in joined])
    return tuple(
        Section(
            report_id=raw.report_id,
            ordinal=ordinal,
            kind=s.kind or "body",
            story_ordinal=s.story if s.kind in STORY_SECTIONS else None,
            story_kind=s.story_kind if s.kind in STORY_SECTIONS else None,
            language=s.language,
            char_start=start,
            char_end=end,
        )
        for ordinal, (s, (start, end)) in enumerate(zip(joined, spans, strict=True))
    )


def _line_starts(text: str, segment: Segment) -> Iterator[int]:
    at = text.find("\n", segment.start, segment.end)
    while at >= 0:
        yield at + 1
        at = text.find("\n", at + 1, segment.end)


def _stretched(source: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans, each stretched over what stands between it and the next and is not white space: soft hyphens, marks of direction."""
    if not spans:
        return spans
    out = []
    edges = [*spans, (len(source), len(source))]
    for at, ((start, end), (next_start, _)) in enumerate(pairwise(edges)):
        first = len(source[:start]) - len(source[:start].lstrip()) if at == 0 else start
        gap = source[end:next_start].rstrip()
        out.append((min(first, start), end + len(gap)))
    return out
