"""The question the product exists for, asked of the two real reports where they are, and always of our own tellings of them."""

import shutil
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest

from flows.pipeline import pipeline
from flows.runners import Local, Watch
from flows.settings import Settings

ROOT = Path(__file__).resolve().parents[1]
REAL = ROOT.parent / "shared" / "reports"
SAMPLES = ROOT / "seeds" / "reports"

MEMBERS = {
    "Salvatore Labarbera": ("Brigadier General", "Regional Counter-Narcotics Coordinator"),
    "Marco Montelino": ("Colonel", "Special Forces"),
    "Roberto Mattai": ("Colonel", "Border Police & Immigration"),
    "Roberto Tesorino": ("Lieutenant Colonel", "International Police Operations"),
    "Constantino Scuderi": ("Lieutenant Colonel", "Liaison Officer for Pakistan"),
    "Fahad Iqbal": (None, "Honorary Consul of Italy in Lahore"),
}
HOSTS = {
    "Muhammad Ali Naikokara": "Additional IG Operations",
    "Muhammad Abid Khan": "DIG Headquarters",
    "Mansoor ul Haq Rana": "DIG IT",
    "Nida Umar Chattha": "AIG Finance",
    "Shaista Nadeem": "AIG Inspection",
}
UNNAMED = {"AIG Admin", "AIG Discipline", "AIG Operations", "DIG Riot Management Police", "SSP CTD"}
INITIATIVES = {
    "safe city", "police museum", "shuhada & ghazi walls", "misaq centers", "virtual women police stations",
    "virtual centers for child safety", "tahaffuz centers",
}  # fmt: skip


class Marts:
    """The marts of one run, asked in SQL."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def ask(self, sql: str, *values: Any) -> list[Any]:
        """The rows of an answer; one column comes back bare."""
        with duckdb.connect(str(self.path), read_only=True) as connection:
            rows = connection.execute(sql, list(values)).fetchall()
        return [row[0] if len(row) == 1 else row for row in rows]


@pytest.fixture(scope="module", params=["the real reports", "our samples"])
def marts(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Marts:
    """The marts of a run over the two reports."""
    folder = tmp_path_factory.mktemp("reports")
    if request.param == "our samples":
        for path in SAMPLES.glob("00[12]_*.txt"):
            shutil.copy(path, folder)
    elif REAL.is_dir():
        folder = REAL
    else:
        pytest.skip("the two real reports are not beside this checkout (../shared/reports)")
    settings = Settings(warehouse=tmp_path_factory.mktemp("warehouse"))
    with Local(Watch()) as runner:
        assert pipeline(runner, [str(folder)], settings).failed is None
    return Marts(settings.warehouse / "dateline.duckdb")


MEETING = (
    "select event_id from rpt_engagements where met_on = ? and list_contains(hosts, 'Usman Anwar') and city = 'Lahore'"
)


def _asean(marts: Marts) -> str:
    [event_id] = marts.ask(MEETING, date(2025, 11, 20))
    return str(event_id)


def _italian(marts: Marts) -> str:
    [event_id] = marts.ask(MEETING, date(2025, 9, 7))
    return str(event_id)


def test_the_asean_participants_met_the_ig_on_the_twentieth(marts: Marts) -> None:
    [(place, guests, evidence)] = marts.ask(
        "select place, array_to_string(guests, '; '), evidence from rpt_engagements where event_id = ?", _asean(marts)
    )
    assert place == "Central Police Office"
    assert "ASEAN" in guests
    assert "Central Police Office" in evidence


def test_the_ig_met_the_italian_general(marts: Marts) -> None:
    [(place, guests, evidence)] = marts.ask(
        "select place, guests, evidence from rpt_engagements where event_id = ?", _italian(marts)
    )
    assert place == "Central Police Office"
    assert "Luigi Landoli" in guests
    assert "Luigi Landoli" in evidence


@pytest.mark.parametrize("name", MEMBERS)
def test_members_of_the_delegation_stand_on_the_guests_side(marts: Marts, name: str) -> None:
    rank, post = MEMBERS[name]
    [(found_rank, found_post, side)] = marts.ask(
        "select rank, post, side from fct_attendance where event_id = ? and name = ?", _italian(marts), name
    )
    assert (found_rank, side) == (rank or found_rank, "guest")
    assert post in found_post


@pytest.mark.parametrize("name", HOSTS)
def test_officers_of_the_house_stand_on_the_hosts_side(marts: Marts, name: str) -> None:
    assert marts.ask("select post, side from fct_attendance where event_id = ? and name = ?", _asean(marts), name) == [
        (HOSTS[name], "host")
    ]


def test_posts_without_names_are_kept(marts: Marts) -> None:
    rows = marts.ask(
        "select post from fct_attendance where event_id = ? and name is null and side = 'host'", _italian(marts)
    )
    assert set(rows) >= UNNAMED


def test_two_spellings_are_one_person(marts: Marts) -> None:
    people = marts.ask("select distinct entity_id from fct_attendance where name like 'Sultan Ahm%' and side = 'host'")
    assert len(people) == 1
    assert len(marts.ask("select distinct report_id from fct_mentions where entity_id = ?", people[0])) == 2


def test_the_explosion_is_a_story_and_an_event_of_its_own(marts: Marts) -> None:
    [(event_id, report_id, story)] = marts.ask(
        "select event_id, report_id, story_ordinal from fct_events where event_type = 'x-INCIDENT' and city = 'Faisalabad'"
        " order by story_ordinal limit 1"
    )
    assert story == 1
    assert event_id != _asean(marts)
    directives = marts.ask(
        "select issued_to from rpt_directives where report_id = ? and list_contains(issued_by, 'Usman Anwar')",
        report_id,
    )
    assert any({"Rescue 1122", "Fire Brigade"} <= set(issued_to) for issued_to in directives)


def test_initiatives_are_found_and_typed(marts: Marts) -> None:
    found = {name.casefold() for name in marts.ask("select text from fct_mentions where kind = 'initiative'")}
    assert {i for i in INITIATIVES if any(i in f for f in found)} == INITIATIVES
    bodies = {name.casefold() for name in marts.ask("select text from fct_mentions where kind = 'organization'")}
    assert {"riot management police", "ctd"} <= bodies


def test_every_mention_leads_back_to_its_characters(marts: Marts) -> None:
    assert marts.ask(
        "select count(*) from fct_mentions as m join dim_reports as r using (report_id)"
        " where substring(r.text, m.char_start + 1, m.char_end - m.char_start) != m.text"
    ) == [0]


def test_what_was_agreed_is_an_outcome_of_the_meeting(marts: Marts) -> None:
    [outcomes] = marts.ask("select outcomes from rpt_engagements where event_id = ?", _italian(marts))
    assert sum(outcome.startswith("AGREE") for outcome in outcomes) == 2


def test_who_was_inspector_general_that_day(marts: Marts) -> None:
    assert marts.ask(
        "select holder from rpt_post_holders where post ilike 'Inspector General of Police%' and jurisdiction = 'Punjab'"
        " and ? between first_seen_on and last_seen_on",
        date(2025, 10, 1),
    ) == ["Usman Anwar"]
