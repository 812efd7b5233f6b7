"""Small towns of the country a report is from: places where a place is expected, and nowhere else."""

import pytest

from flows.contract.records import Mention, RawReport
from flows.extract.mentions import find_mentions
from flows.extract.reading import read
from flows.parse import parse


def places(text: str) -> list[Mention]:
    raw = RawReport(report_id="0" * 16, source_name="x.txt", source_uri="x.txt", source_kind="text", text=text)
    return [m for m in find_mentions(read(*parse(raw)), model=False) if m.kind == "place"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("WARSAW: Trucks waited for hours in Hajnówka and Kuźnica on Monday.", ["WARSAW", "Hajnówka", "Kuźnica"]),
        ("SYDNEY: Divers reached Dapto late. A man of 41, of Shellharbour, was hurt.", ["SYDNEY", "Shellharbour"]),
        ("NAIROBI: The group flew to Hajnówka, the organisers said.", ["NAIROBI"]),
        ("NAIROBI: The group flew to Hajnówka in Poland on Monday.", ["NAIROBI", "Hajnówka", "Poland"]),
        ("WARSAW: A town of Wysoka was named. Trucks left Wysoka on Monday.", ["WARSAW", "Wysoka", "Wysoka"]),
        ("PARIS: A boat left for Zorvanik, Thailand, on Monday.", ["PARIS", "Zorvanik", "Thailand"]),
        ("DELHI: Two men were held in Imphal West district on Monday.", ["DELHI", "Imphal West"]),
        ("ACCRA: Konongo has no water. Kwame Nsawam left. Nsawam said so.", ["ACCRA", "Konongo"]),
        ("SYDNEY: Anna Dapto is the coach. A letter was sent to Dapto by the club.", ["SYDNEY"]),
    ],
)
def test_a_town_counts_in_reports_of_its_country(text: str, found: list[str]) -> None:
    assert [m.text for m in places(text)] == found


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("LONDON: The crew of a bus was praised in Worcester on Monday.", "GB"),
        ("BOSTON: The crew of a bus was praised in Worcester on Monday.", "US"),
        ("NEW DELHI: Farmers will march across Punjab on Monday.", "IN"),
        ("ISLAMABAD: Farmers will march across Punjab on Monday.", "PK"),
        ("COLUMBUS, Ohio: Envoys will meet in Athens on Monday.", "GR"),
        ("WARSAW: Trucks waited for hours in Hajnówka on Monday.", "PL"),
    ],
)
def test_of_two_places_of_a_name_that_of_the_report_s_country_is_meant(text: str, country: str) -> None:
    assert places(text)[-1].country_code == country


def test_a_name_that_ends_a_line_without_a_stop_is_no_place() -> None:
    """The end of its sentence was taken for part of it: what looks behind a name met the end of the text."""
    assert [m.text for m in places("KATHMANDU: India and Nepal met in Ram Prasad Kashi")] == [
        "KATHMANDU",
        "India",
        "Nepal",
    ]


def test_town_before_a_colon_of_a_bulletin() -> None:
    text = "WINDHOEK: Six murders were told of on Friday.\nKhomas: Chief Inspector Karim Zorvak said that a bus was stopped.\n"
    assert "Khomas" in {m.text for m in places(text)}
