"""Times of a report: the anchor is the dateline's day, else publication's, else there is none; furniture is not read."""

from datetime import date

from flows.contract.records import Report, Section, Time
from flows.extract.reading import read
from flows.extract.times import find_times


def times(text: str, sections: list[tuple[str, str, int | None]], **known: object) -> tuple[Time, ...]:
    """The times of a report whose sections are given as (kind, text, story)."""
    report = Report(report_id="r", source_name="s", source_uri="u", text=text, **known)  # type: ignore[arg-type]
    spans = [
        Section(
            report_id="r",
            ordinal=i,
            kind=kind,
            story_ordinal=story,
            char_start=text.index(part),
            char_end=text.index(part) + len(part),
        )
        for i, (kind, part, story) in enumerate(sections)
    ]
    return find_times(read(report, tuple(spans)))


TEXT = "Two held 2 days ago\nMULTAN, Jun 4 (XYZ): Police held two men on Tuesday.\nAlso read: the fair opened on Friday"
SECTIONS = [
    ("headline", "Two held 2 days ago", None),
    ("dateline", "MULTAN, Jun 4 (XYZ):", None),
    ("body", "Police held two men on Tuesday.", 0),
    ("furniture", "Also read: the fair opened on Friday", None),
]


def test_dateline_goes_before_publication() -> None:
    found = times(TEXT, SECTIONS, dateline_on=date(2025, 6, 4), published_on=date(2025, 6, 11))
    assert [(t.text, t.timex_value, t.anchor, t.story_ordinal) for t in found] == [
        ("2 days ago", "2025-06-02", "dateline", None),
        ("Jun 4", "2025-06-04", "dateline", None),
        ("Tuesday", "2025-06-03", "dateline", 0),
    ]
    assert all(TEXT[t.char_start : t.char_end] == t.text for t in found)


def test_publication_where_there_is_no_dateline_date() -> None:
    found = times(TEXT, SECTIONS, published_on=date(2025, 6, 5))
    assert [(t.timex_value, t.anchor) for t in found][-1] == ("2025-06-03", "published")


def test_nothing_is_resolved_without_an_anchor() -> None:
    unknown = times(TEXT, SECTIONS)
    month_only = times(TEXT, SECTIONS, published_on=date(2025, 6, 1), published_on_precision="month")
    assert [(t.text, t.timex_value, t.starts_on, t.anchor) for t in unknown] == [
        ("2 days ago", None, None, "none"),
        ("Jun 4", "XXXX-06-04", None, "none"),
        ("Tuesday", "XXXX-WXX-2", None, "none"),
    ]
    assert month_only == unknown


def test_full_dates_need_no_anchor() -> None:
    text = "The hall was opened on August 26, 2019."
    (found,) = times(text, [("body", text, 0)])
    assert (found.timex_value, found.anchor, found.starts_on) == ("2019-08-26", "none", date(2019, 8, 26))


def test_a_contradiction_is_kept() -> None:
    text = "They met on Monday, August 27, 2019, in the hall."
    (found,) = times(text, [("body", text, 0)])
    assert found.conflicts == ("Monday is printed, 2019-08-27 is a Tuesday",)
