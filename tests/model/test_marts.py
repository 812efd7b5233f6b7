"""The marts answer what people ask, on the sample: who met whom, who held a post when, what came of it."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from flows.model import query
from tests.bench.ten_questions import questions
from tests.model import sample

RELIED_ON = {
    "dim_reports": "report_id, source_name, outlet, url, headline, text, published_on, dateline_place, story_id, word_count",
    "fct_mentions": "report_id, kind, text, name, char_start, char_end, entity_id, rank, post, organization",
    "fct_events": "event_id, report_id, event_type, event_mode, realis, occurred_on, place, evidence",
    "fct_attendance": "event_id, report_id, name, rank, post, organization, side, role, entity_id, evidence",
    "fct_statements": "report_id, speaker_name, speaker_entity_id, cue, content, is_direct",
    "rpt_engagements": "event_id, met_on, place, city, country_code, hosts, guests, topics, outcomes, evidence, report_ids, story_id",
    "rpt_post_holders": "post, organization, jurisdiction, holder, entity_id, first_seen_on, last_seen_on, reports",
}


def rows(marts: Path, sql: str) -> list[dict[str, Any]]:
    return query(marts, sql).to_pylist()


def test_build_passes_its_own_tests(built):
    assert built[1].published, built[1].message
    assert built[1].tests > 60


@pytest.mark.parametrize(("mart", "columns"), RELIED_ON.items())
def test_columns_that_people_rely_on(marts: Path, mart: str, columns: str):
    assert query(marts, f"select {columns} from {mart}").column_names == columns.split(", ")


def test_two_tellings_are_one_meeting(marts: Path):
    (met,) = rows(marts, "from rpt_engagements")
    assert met["met_on"] == sample.MEETING_DAY
    assert (met["place"], met["city"], met["country_code"]) == ("Central Police Office", "Lahore", "PK")
    assert met["hosts"] == ["Usman Anwar", "DIG Training"]
    assert met["guests"] == ["Douglas Kanja"]
    assert met["outcomes"] == ["AGREE: courses for trainers"]
    assert set(met["report_ids"]) == {t.report_id for t in sample.tellings()[:2]}


def test_who_held_a_post_on_a_day(marts: Path):
    holder = (
        "select holder from rpt_post_holders where post = 'IGP' and date '{}' between first_seen_on and last_seen_on"
    )
    assert rows(marts, holder.format("2025-03-06")) == [{"holder": "Usman Anwar"}]
    assert rows(marts, holder.format("2025-04-09")) == [{"holder": "Rao Karim"}]


def test_predecessor_and_successor(marts: Path):
    (old, new) = rows(marts, "from rpt_post_holders order by first_seen_on")
    assert (old["successor"], new["predecessor"], old["overlaps_with"]) == ("Rao Karim", "Usman Anwar", [])


def test_initiative_is_presented_by_the_speaker_to_the_other_side(marts: Path):
    (told,) = rows(marts, "from rpt_initiatives")
    assert (told["presented_by"], told["presented_to"]) == (["Usman Anwar"], ["Douglas Kanja"])
    assert told["published_month"] == date(2025, 3, 1)


def test_evidence_is_the_python_slice_whatever_the_code_points(marts: Path):
    text = {t.report_id: t.text for t in sample.tellings()}
    events = rows(marts, "from fct_events")
    assert any(ord(c) > 0xFFFF for t in text.values() for c in t)
    for e in events:
        assert e["evidence"] == text[e["report_id"]][e["evidence_start"] : e["evidence_end"]]
        assert e["trigger_text"] == text[e["report_id"]][e["trigger_start"] : e["trigger_end"]]


def test_recrawls_count_once(marts: Path):
    again = sample.tellings()[-1]
    (report,) = rows(marts, f"from dim_reports where report_id = '{again.report_id}'")
    assert report["is_recrawl"]
    assert (
        report["story_id"] == rows(marts, f"from dim_reports where report_id = '{again.duplicate_of}'")[0]["story_id"]
    )
    assert rows(marts, f"from fct_mentions where report_id = '{again.report_id}'") == []


def test_linked_spellings_are_one_person(marts: Path):
    (person,) = rows(marts, "from dim_people where name = 'Usman Anwar'")
    assert person["aliases"] == ["Usman Anwer"]
    assert person["reports"] == 3


def test_unnamed_attendee_has_a_post_and_no_name(marts: Path):
    (unnamed,) = rows(marts, "from fct_attendance where name is null")
    assert (unnamed["post"], unnamed["side"], unnamed["entity_id"]) == ("DIG Training", "host", None)


def test_city_of_the_dateline_where_none_is_stated(marts: Path):
    (blast,) = rows(marts, "from fct_events where event_type = 'x-INCIDENT'")
    assert (blast["place"], blast["city"], blast["country_code"]) == (None, "Faisalabad", "PK")


def test_accounting_adds_up(marts: Path):
    accounting = rows(marts, "from rpt_data_quality where section = 'accounting'")
    assert {a["measure"]: a["amount"] for a in accounting} == {"published": 4, "duplicate": 1, "quarantined": 1}
    assert {a["out_of"] for a in accounting} == {6}


def test_published_file_needs_no_parquet(marts: Path):
    assert rows(marts, "select * from duckdb_views() where not internal") == []
    assert {r["schema_name"] for r in rows(marts, "from duckdb_tables()")} == {"main", "intermediate", "state"}


def test_common_questions_can_be_asked(marts: Path):
    asked = dict(questions())
    assert len(asked) == 10
    answered = {words for words, sql in asked.items() if query(marts, sql).num_rows}
    assert "Who met whom in the last quarter that reports tell of?" in answered
