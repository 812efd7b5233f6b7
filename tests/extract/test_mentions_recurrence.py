"""Names that recur: a last name that is a place's, too; a particle that belongs to a last name; months."""

import pytest

from flows.contract.records import RawReport
from flows.extract.report import extract
from flows.parse import parse
from tests.extract.test_mentions import found


def test_a_last_name_is_a_persons_though_a_place_has_it():
    text = "Mr Colin Reno spoke first. The crowd rose when Reno left the hall."
    assert found(text, "person") == ["Colin Reno", "Reno"]
    assert found(text, "place") == []


def test_a_place_that_the_report_uses_as_one_stays_a_place():
    text = "Mr Colin Reno spoke. He was born in Reno. The crowd loves Reno now."
    assert found(text, "place") == ["Reno", "Reno"]


def test_a_particle_belongs_to_the_last_name_that_had_it():
    assert found("Mr Omar Bin Rashed came. Later Bin Rashed left.", "person") == ["Omar Bin Rashed", "Bin Rashed"]


def test_a_months_day_names_nobody():
    assert found("The house meets again on Jan 24 in the capital.", "person") == []


@pytest.mark.parametrize(
    ("text", "kind", "names"),
    [
        (
            "SOFIA: Lawmakers of ZKSP walked out on Monday. Critics said ZKSP had lost support, and a spokesman for ZKSP denied it.",
            "organization",
            ["ZKSP"] * 3,
        ),
        (
            "HANOI: Police named the main suspect as Tran Thanh Man and searched his house. Later Tran Thanh Man denied the charges.",
            "person",
            ["Tran Thanh Man"] * 2,
        ),
    ],
)
def test_what_the_model_knows_in_one_place_is_so_in_all(text: str, kind: str, names: list[str]) -> None:
    report, sections = parse(RawReport(report_id="r", source_name="t", source_uri="t", source_kind="text", text=text))
    assert [m.text for m in extract(report, sections).mentions if m.kind == kind] == names


def test_a_college_named_after_a_person_is_not_his_name_again():
    assert found("Mr Imran Noor spoke at Imran Noor College.", "person") == ["Imran Noor"]


def test_a_team_is_called_by_the_last_word_of_its_name() -> None:
    text = "Peshawar Zalmi beat Quetta Gladiators. Zalmi lost three wickets before the Gladiators were out. Babar Azam led Zalmi."
    assert found(text, "organization") == ["Peshawar Zalmi", "Quetta Gladiators", "Zalmi", "Gladiators", "Zalmi"]
    assert "Zalmi" not in found(text, "person")
