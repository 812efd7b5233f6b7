"""Furniture by repetition: which lines are compared, what share makes one recur, and where one that recurs is still news."""

import pytest

from flows.contract.lines import LineTally
from flows.contract.records import RawReport
from flows.parse import parse
from flows.parse.recurrence import key_of, lines_of, recurring

SLOGAN = "Harbour brings the coast to you"
TEASER = "Divers bring up the anchor of a ship that sank in the storm of last June"
LEAD = (
    "GWADAR: Coast guards rescued nine fishermen on Friday after their boat lost its rudder in a squall off the eastern bay, "
    "a spokesman said, adding that two of them had been taken to the district hospital with light injuries."
)
END = "Further investigation is under way."
HEADLINE = "Nine fishermen rescued off the bay"


def raw(text: str, **values) -> RawReport:
    return RawReport(report_id="r", source_name="a", source_uri="a", source_kind="text", text=text, **values)


def kinds(text: str, repeated: dict[str, bool]) -> dict[str, str]:
    by_outlet = {"": {key_of(line): everywhere for line, everywhere in repeated.items()}}
    _, sections = parse(raw(text), repeated=by_outlet)
    return {line: s.kind for s in sections for line in text[s.char_start : s.char_end].split("\n") if line}


def tally(pages: int, of_pages: int, form: str, days: int = 1) -> LineTally:
    return LineTally(outlet="", line_key="x", form=form, pages=pages, of_pages=of_pages, days=days)


@pytest.mark.parametrize(
    ("seen", "is_everywhere"),
    [
        (tally(8, 60, "label", days=300), False),
        (tally(8, 60, "clause", days=2), False),
        (tally(40, 60, "sentence", days=300), True),
        (tally(7, 7, "label"), None),  # too few to tell
        (tally(8, 60, "clause", days=300), None),  # a turn of phrase
        (tally(25, 60, "sentence"), None),  # what police notes end with
        (tally(80, 1600, "label"), None),
    ],
)
def test_what_recurs(seen: LineTally, is_everywhere: bool | None) -> None:
    found = recurring(seen)
    assert (found and found.is_everywhere) == is_everywhere


def test_a_slogan_is_furniture_behind_the_story_and_in_front_of_it() -> None:
    assert kinds(f"{HEADLINE}\n\n{LEAD}\n\n{SLOGAN}", {SLOGAN: False})[SLOGAN] == "furniture"
    assert kinds(f"{SLOGAN}\n\n{HEADLINE}\n\n{LEAD}", {SLOGAN: False})[HEADLINE] == "headline"


def test_a_teaser_of_other_pages_is_the_headline_of_its_own() -> None:
    assert kinds(f"{TEASER}\n\n{LEAD}", {TEASER: False})[TEASER] == "headline"
    assert kinds(f"{HEADLINE}\n\n{LEAD}\n\n{TEASER}", {TEASER: False})[TEASER] == "furniture"


def test_bylines_and_places_that_recur_stay_what_they_are() -> None:
    found = kinds(
        f"{HEADLINE}\n\nOur Correspondent\n\nGWADAR\n\n{LEAD[8:]}", {"Our Correspondent": True, "GWADAR": True}
    )
    assert (found["Our Correspondent"], found["GWADAR"]) == ("byline", "dateline")


def test_lines_of_a_report() -> None:
    lines = lines_of(raw(f"{HEADLINE}\n\n{LEAD}\n\n{END}", outlet="Harbour", published="2025-03-04"))
    assert [(x.line_key, x.form) for x in lines] == [
        ("", "label"),
        ("nine fishermen rescued off the bay", "clause"),
        (key_of(LEAD), "sentence"),
        ("further investigation is under way", "sentence"),
    ]
    assert {(x.outlet, str(x.published_on)) for x in lines} == {("Harbour", "2025-03-04")}


def test_other_figures_make_another_line() -> None:
    assert key_of("Voters' turn-out: 41 %") != key_of("Voters' turn-out: 52 %")
    assert key_of("— SHARE  this!") == key_of("Share this")
