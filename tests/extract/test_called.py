"""Names of people that weapons, trains, borders, papers, schemes and clubs bear are nobody's."""

import pytest

from flows.contract.records import Mention, RawReport
from flows.extract.mentions import find_mentions
from flows.extract.reading import read
from flows.parse import parse
from tests.extract.building import mentions, read_whole


def _named(text: str) -> set[tuple[str, str]]:
    return {(m.kind, m.text) for m in _all(text) if m.kind != "post"}


def _with_model(text: str) -> tuple[Mention, ...]:
    raw = RawReport(report_id="r", source_name="t", source_uri="t", source_kind="text", text=text)
    return find_mentions(read(*parse(raw)))


def _all(text: str) -> tuple[Mention, ...]:
    return read_whole(text, "2025-05-10").mentions


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("LAHORE: The Tariq Khan missile hit its target on Friday.", "Tariq Khan"),
        ("LAHORE: Four Tariq Khan ballistic missiles were shown on Friday.", "Tariq Khan"),
        ("LAHORE: The Shah Hussain Express was late on Friday.", "Shah Hussain"),
        ("LAHORE: Troops at the Punjab-Khyber Pakhtunkhwa border were killed.", "Punjab-Khyber Pakhtunkhwa"),
    ],
)
def test_thing_is_nobody(text: str, name: str) -> None:
    assert ("person", name) not in _named(text)


def test_border_is_crossed_at_a_place() -> None:
    assert ("place", "Ghulam Khan") in _named("PESHAWAR: Trucks waited at the Ghulam Khan border, where fog lay.")


@pytest.mark.parametrize(
    "text", ["WASHINGTON: The Trump border policy was criticised.", "LAHORE: Sadia Khan crossed the border."]
)
def test_who_speaks_of_a_border_is_no_place(text: str) -> None:
    assert {kind for kind, name in _named(text) if name in ("Trump", "Sadia Khan")} <= {"person"}


@pytest.mark.parametrize(
    ("text", "paper"),
    [
        ("Tariq Khan, editor of Daily Zarbat, came.", "Daily Zarbat"),
        ("Editor of Daily Zarbat Tariq Khan came.", "Daily Zarbat"),
        ("He wrote in Daily Naya Zarbat.", "Daily Naya Zarbat"),
    ],
)
def test_daily_paper(text: str, paper: str) -> None:
    found = mentions(text)
    assert [m.text for m in found if m.kind == "organization"] == [paper]
    assert {m.text for m in found if m.kind == "person"} <= {"Tariq Khan"}


@pytest.mark.parametrize(
    "scheme", ["PM Ramazan Relief Package", "Chief Minister Kissan Card", "Prime Minister Kamyab Jawan Programme"]
)
def test_scheme_under_the_office_that_runs_it(scheme: str) -> None:
    assert [(m.kind, m.text) for m in mentions(f"They spoke of the {scheme} in town.")] == [("initiative", scheme)]


def test_football_club_by_its_town() -> None:
    text = "LONDON: Liverpool met Everton in the Premier League on Friday. Fans in Brighton cheered as Liverpool lost."
    found = [(m.kind, m.text, m.name) for m in _all(text) if m.text in ("Liverpool", "Brighton")]
    assert found == [
        ("organization", "Liverpool", "Liverpool FC"),
        ("place", "Brighton", "Brighton"),
        ("organization", "Liverpool", "Liverpool FC"),
    ]


def test_town_of_a_club_in_other_reports() -> None:
    assert ("place", "Liverpool") in _named("LONDON: Liverpool was calm on Friday, the mayor said.")


@pytest.mark.parametrize("short", ["LG", "LB"])
def test_local_polls_are_of_no_body(short: str) -> None:
    found = _with_model(f"KARACHI: The {short} polls in Sindh were put off on Friday.")
    assert short not in {m.text for m in found}


def test_border_between_two_lands_is_of_both() -> None:
    assert {("place", "Thailand"), ("place", "Myanmar")} <= _named(
        "BANGKOK: They waited at the Thailand-Myanmar border."
    )
