"""The briefing shows what the marts hold, whole and harmless; exports hold every mart."""

from datetime import date
from pathlib import Path

import duckdb
import pyarrow.parquet as pq
import pytest
from lxml import html

from flows.publish import briefing, export
from flows.publish.briefing import _QUESTIONS, render_page

ATTACK = '<script>alert("x")</script>'


@pytest.fixture
def page(marts: Path, tmp_path: Path) -> html.HtmlElement:
    (tmp_path / "dateline.duckdb").symlink_to(marts / "dateline.duckdb")
    return html.fromstring(briefing(tmp_path).read_text("utf-8"))


def section(page: html.HtmlElement, title: str) -> str:
    (found,) = [s for s in page.iter("section") if s.find("h2").text.strip() == title]
    return " ".join(" ".join(found.itertext()).split()).replace(" ,", ",")


def test_tells_who_met_whom_where_and_what_came_of_it(page: html.HtmlElement):
    told = section(page, "Who met whom lately")
    assert "5 Mar 2025 Usman Anwar, DIG Training met Douglas Kanja · Central Police Office, Lahore" in told
    assert "AGREE: courses for trainers" in told
    assert "2 reports" in told


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Post holders", "Rao Karim after Usman Anwar"),
        ("Initiatives", "Usman Anwar → Douglas Kanja"),
        ("Directives", "Rao Karim → Rescue 1122"),
        ("Incidents", "Faisalabad 6 killed"),
        ("Data quality", "accounting published 4 of 6"),
    ],
)
def test_every_section_shows_its_rows(page: html.HtmlElement, title: str, told: str):
    assert told in section(page, title)


def test_needs_nothing_from_elsewhere(page: html.HtmlElement):
    assert [
        e
        for e in page.iter()
        if e.tag in ("script", "img", "link", "iframe") or "src" in e.attrib or "href" in e.attrib
    ] == []


def written_with(**answers: list[dict[str, object]]) -> str:
    """The page of a warehouse that answers but a few questions."""
    totals = dict.fromkeys(["reports", "outlets", "meetings", "people", "holders", "statements", "initiatives"], 1)
    told = totals | {"first_published_on": None, "last_published_on": None}
    return render_page({name: [] for name in _QUESTIONS} | {"totals": [told]} | answers)


def test_a_day_that_no_report_tells_is_that_of_the_report_and_says_so():
    incident = {"event_type": "x-INCIDENT", "place": "Okara", "killed": 2, "injured": None, "evidence": "Two died"}
    days = (
        {"occurred_on": None, "reported_on": date(2025, 3, 5)},
        {"occurred_on": date(2025, 3, 3), "reported_on": None},
    )
    written = written_with(incidents=[incident | told for told in days])
    assert "reported 5 Mar<" in written and ">3 Mar<" in written


def test_escapes_whatever_a_report_says():
    days = {"issued_on": None, "reported_on": None}
    written = written_with(directives=[days | {"issued_by": [ATTACK], "issued_to": [ATTACK], "directive": ATTACK}])
    assert ATTACK not in written
    assert written.count("&lt;script&gt;") == 3


def test_exports_hold_every_mart(marts: Path, tmp_path: Path):
    files = export(marts, tmp_path)
    with duckdb.connect(str(marts / "dateline.duckdb"), read_only=True) as con:
        counts = dict(
            con.execute("select table_name, estimated_size from duckdb_tables() where schema_name = 'main'").fetchall()
        )
    assert {f.name for f in files} == {f"{mart}.{form}" for mart in counts for form in ("csv", "parquet")}
    assert {f.stem: pq.read_metadata(f).num_rows for f in files if f.suffix == ".parquet"} == counts
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted(f.name for f in files)


def test_export_in_an_unknown_form_leaves_nothing(marts: Path, tmp_path: Path):
    with pytest.raises(ValueError, match="choose csv or parquet"):
        export(marts, tmp_path, forms=["xlsx"])
    assert list(tmp_path.iterdir()) == []
