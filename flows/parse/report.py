"""A raw report in, the report with its sections out: the one place where the rules are put in order."""

import re
from collections.abc import Mapping
from typing import Final

from flows.contract.records import RawReport, Report, Section
from flows.language.view import clean
from flows.parse import furniture
from flows.parse.attendance import attendance, triggers, with_lists
from flows.parse.columns import gaps
from flows.parse.dateline import whole
from flows.parse.front import Front, front
from flows.parse.header import Header, header
from flows.parse.languages import language_of
from flows.parse.outlets import outlet_in, outlet_of
from flows.parse.patterns import BEFORE_WEEKDAY
from flows.parse.published import Told, from_text, published
from flows.parse.recurrence import Repeated, is_repeated, of_outlet
from flows.parse.sections import sections_of
from flows.parse.segments import Segment, merged, paragraphs, split, trimmed
from flows.parse.stamps import is_stamp
from flows.parse.stories import stories
from flows.parse.tail import late_headline, tail

_NOTHING: Final[Repeated] = {}
_SHORTEST_REPRINT: Final = 25  # characters; a longer line printed again is a page's copy of it
_PART: Final = re.compile(
    rf"\n|\t|\s{{3,}}|\s*[|●•·]\s*|\s/\s|{BEFORE_WEEKDAY}"
)  # between lines of furniture, and parts of one
_PARAGRAPH: Final = 170  # characters; with a longer line the story has begun


def parse(raw: RawReport, *, repeated: Repeated = _NOTHING) -> tuple[Report, tuple[Section, ...]]:
    """Every character's section, and what stands around the story. ``repeated``: the lines that recur, by outlet.

    Any text is parsed; what is not understood is body. Offsets count in ``raw.text``.
    """
    view = clean(raw.text)
    text = view.text
    head = header(text, paragraphs(text))
    title_end = len(clean(raw.title).text) if raw.title and raw.text.startswith(raw.title) else 0
    recurring = of_outlet(repeated, outlet_of(raw.outlet or head.outlet, raw.url))
    marked = _marked(text, head.rest, recurring, title_end)
    top = front(text, marked, title_end)
    main = language_of(text)
    told = tail(text, top.story)
    if not any(s.kind == "headline" for s in (*head.labelled, *top.labelled)):
        told = late_headline(text, told)
    story = stories(text, told)
    if found := triggers(text):
        told = [p for s in story for p in (attendance(text, s, found) if s.kind == "body" else (s,))]
        story = list(with_lists(text, told))
    labelled = merged(sorted([*head.labelled, *top.labelled, *story]))
    report = _report(raw, text, head, top, labelled, main)
    return report, sections_of(raw.report_id, raw.text, view, labelled, main)


def _marked(text: str, segments: list[Segment], recurring: Mapping[str, bool], title_end: int) -> list[Segment]:
    """The paragraphs, furniture that its own words tell labelled and cut out."""
    inside = furniture.stretches(text)
    cuts = [*(edge for span in inside for edge in span), *gaps(text, segments)]
    out: list[Segment] = []
    printed: set[str] = set()
    in_front = True
    parts = [bare for s in segments for p in split(s, *cuts) if (bare := trimmed(text, p))] if cuts else segments
    for bare in parts:
        line = bare.of(text)
        is_furniture = bare.start >= title_end and (
            furniture.is_marked(line)
            or line in printed
            or is_repeated(line, recurring, in_front=in_front)
            or any(a <= bare.start < b for a, b in inside)
        )
        in_front = in_front and (is_furniture or len(line) < _PARAGRAPH)
        if len(line) >= _SHORTEST_REPRINT:
            printed.add(line)
        out.append(bare.labelled("furniture") if is_furniture else bare)
    return out


def _report(raw: RawReport, text: str, head: Header, top: Front, labelled: list[Segment], main: str | None) -> Report:
    lines = [line for s in labelled if s.kind == "furniture" for line in _PART.split(s.of(text))]
    outlet = outlet_of(raw.outlet or head.outlet or (None if raw.url else outlet_in(lines)), raw.url)
    first: dict[str, str] = {}
    for segment in labelled:
        if segment.kind in ("headline", "standfirst", "byline"):
            first.setdefault(segment.kind, " ".join(segment.of(text).split()))
    dateline = top.dateline
    printed = dateline.printed if dateline else None
    if printed is None:  # Baku, 5 May 2024: below its text a statement says where and when it was made
        lines = [line if is_stamp(line) or not (signed := whole(line)) else signed.printed or line for line in lines]
    clue, conflicts = published(Told(head.date, raw.published, lines, printed, (raw.source_name, raw.url)), outlet)
    dated = from_text("dateline", printed, near=clue.on if clue else None) if printed else None
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
        byline=raw.byline or first.get("byline", "").strip(" |-–—") or None,
        published_on=clue.on if clue else None,
        published_on_method=clue.method if clue else None,
        published_on_precision=clue.precision if clue else None,
        published_at=clue.at if clue else None,
        dateline_place=dateline.place if dateline else None,
        dateline_agency=dateline.agency if dateline else None,
        dateline_on=dated.on if dated else None,
        date_conflicts=conflicts,
        word_count=len(text.split()),
    )
