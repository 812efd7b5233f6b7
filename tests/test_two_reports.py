"""The question the project is for, asked of the marts: who met whom, where and when, in the two real reports."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from flows.model import query
from flows.pipeline import pipeline
from flows.runners import Local, Watch
from flows.settings import Settings

REPORTS = Path(__file__).resolve().parents[1] / ".." / "shared" / "reports"
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not REPORTS.is_dir(), reason="the two real reports are not beside the checkout (../shared/reports)"
    ),
]


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("two_reports")
    with Local(Watch()) as runner:
        outcome = pipeline(runner, [str(REPORTS)], Settings(warehouse=folder))
    assert outcome.accounting.published == 2
    return folder


def rows(warehouse: Path, sql: str) -> list[dict[str, Any]]:
    return query(warehouse, sql).to_pylist()


def meeting(warehouse: Path, day: str) -> dict[str, Any]:
    (met,) = rows(warehouse, f"from rpt_engagements where met_on = date '{day}'")
    return met


def test_the_conference_met_the_inspector_general_on_thursday(warehouse: Path):
    met = meeting(warehouse, "2025-11-20")
    assert "Usman Anwar" in met["hosts"]
    assert any("ASEAN" in guest for guest in met["guests"])
    assert (met["place"], met["city"], met["country_code"]) == ("Central Police Office", "Lahore", "PK")
    assert "Central Police Office" in met["evidence"]


def test_the_general_from_italy_met_the_inspector_general_on_sunday(warehouse: Path):
    met = meeting(warehouse, "2025-09-07")
    assert met["hosts"][0] == "Usman Anwar"
    assert met["guests"][0] == "Luigi Landoli"
    assert met["city"] == "Lahore"
    assert sum(outcome.startswith("AGREE") for outcome in met["outcomes"]) == 2


@pytest.mark.parametrize(
    ("name", "rank", "post"),
    [
        ("Salvatore Labarbera", "Brigadier General", "Regional Counter-Narcotics Coordinator"),
        ("Marco Montelino", "Colonel", "Special Forces"),
        ("Roberto Mattai", "Colonel", "Border Police & Immigration"),
        ("Roberto Tesorino", "Lieutenant Colonel", "International Police Operations"),
        ("Constantino Scuderi", "Lieutenant Colonel", "Liaison Officer for Pakistan"),
        ("Fahad Iqbal", None, "Honorary Consul of Italy in Lahore"),
    ],
)
def test_the_delegations_further_members(warehouse: Path, name: str, rank: str | None, post: str):
    (member,) = rows(warehouse, f"from fct_attendance where event_type = 'CONSULT' and name = '{name}'")
    assert (member["rank"], member["post"], member["side"]) == (rank, post, "guest")


@pytest.mark.parametrize(
    ("name", "post"),
    [
        ("Muhammad Ali Naikokara", "Additional IG Operations"),
        ("Muhammad Abid Khan", "DIG Headquarters"),
        ("Mansoor ul Haq Rana", "DIG IT"),
        ("Nida Umar Chattha", "AIG Finance"),
        ("Shaista Nadeem", "AIG Inspection"),
        ("Sultan Ahmad Chaudhary", "Additional IG Punjab"),
    ],
)
def test_named_officers_of_the_punjab_side(warehouse: Path, name: str, post: str):
    (officer,) = rows(warehouse, f"from fct_attendance where name = '{name}'")
    assert (officer["post"], officer["side"], officer["role"]) == (post, "host", "attendee")


def test_officers_present_by_post_alone(warehouse: Path):
    unnamed = rows(warehouse, "select post from fct_attendance where name is null and side = 'host'")
    expected = {"DIG Riot Management Police", "SSP CTD", "AIG Operations", "AIG Admin", "AIG Discipline"}
    assert {u["post"] for u in unnamed} == expected


def test_two_spellings_are_one_officer(warehouse: Path):
    (officer,) = rows(
        warehouse, "from dim_people where list_contains(list_append(aliases, name), 'Sultan Ahmad Chaudhary')"
    )
    assert {"Sultan Ahmad Chaudhary", "Sultan Ahmed Chaudhary"} <= {officer["name"], *officer["aliases"]}
    assert officer["reports"] == 2


def test_the_explosion_is_a_story_and_an_event_of_its_own(warehouse: Path):
    (blast,) = rows(warehouse, "from fct_events where event_type = 'x-INCIDENT'")
    assert (blast["city"], blast["story_ordinal"]) == ("Faisalabad", 1)
    directives = rows(warehouse, "from rpt_directives where list_has_all(issued_to, ['Rescue 1122', 'Fire Brigade'])")
    assert [(d["issued_by"], d["city"]) for d in directives] == [(["Usman Anwar"], "Faisalabad")]


def test_who_was_inspector_general_that_day(warehouse: Path):
    day = date(2025, 10, 1)
    holders = rows(
        warehouse,
        f"select holder from rpt_post_holders where post ilike 'Inspector General of Police%' and jurisdiction = 'Punjab' "
        f"and date '{day}' between first_seen_on and last_seen_on",
    )
    assert holders == [{"holder": "Usman Anwar"}]


def test_named_initiatives_and_bodies(warehouse: Path):
    told = {
        r["text"].casefold()
        for r in rows(warehouse, "select text from fct_mentions where kind in ('initiative', 'organization')")
    }
    expected = {
        "punjab police museum", "shuhada & ghazi walls", "riot management police", "ctd", "misaq centers", "tahaffuz centers",
        "virtual women police stations", "virtual centers for child safety",
    }  # fmt: skip
    assert expected <= told
    assert any(name.startswith("safe cit") for name in told)
