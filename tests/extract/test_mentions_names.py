"""Names with words in them that are something else, and what stands behind a name without being part of it."""

import pytest

from flows.contract.records import Mention, RawReport
from flows.extract.mentions import find_mentions
from flows.extract.reading import read
from flows.parse import parse


def mentions(text: str, kind: str) -> list[Mention]:
    raw = RawReport(report_id="0" * 16, source_name="x.txt", source_uri="x.txt", source_kind="text", text=text)
    return [m for m in find_mentions(read(*parse(raw)), model=False) if m.kind == kind]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("MANILA: Lt. Col. Mary Joy Sumalinog led the team.", ["Mary Joy Sumalinog"]),
        ("SURREY: Insp. Grace Hope Turner led the team.", ["Grace Hope Turner"]),
        ("ABUJA: Senator Sunday Bello said so.", ["Sunday Bello"]),
        ("DHAKA: Director General SM Zahid Hossain met Justice ABM Khairul Haque.", ["SM Zahid Hossain", "ABM Khairul Haque"]),
        ("BAGHDAD: Prime Minister Mohammed Shia' Al-Sudani said so.", ["Mohammed Shia' Al-Sudani"]),
        ("LONDON: Commissioner Mark Rowley QPM met Chief Constable Sarah Crew, OBE, on Monday.", ["Mark Rowley", "Sarah Crew"]),
        ("DELHI: SP Vijay Kumar, IPS, IAS, met Justice Anil Sharma.", ["Vijay Kumar", "Anil Sharma"]),
    ],
)  # fmt: skip
def test_a_name_is_taken_whole_and_without_what_follows_it(text: str, names: list[str]) -> None:
    assert [m.text for m in mentions(text, "person")] == names


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("ISLAMABAD: An adviser to US President Trump said so.", "US President"),
        ("ISLAMABAD: Adviser to the French President Emmanuel Bonne arrived.", "Adviser to the French President"),
        ("ISLAMABAD: Adviser to Prime Minister Rana Sanaullah said so.", "Adviser to Prime Minister"),
    ],
)
def test_the_name_behind_a_post_that_another_ends(text: str, post: str) -> None:
    assert [m.post for m in mentions(text, "person")] == [post]


@pytest.mark.parametrize(
    ("city", "body"),
    [
        ("MANILA", "Armed Forces of the Philippines"),
        ("CANBERRA", "Australian Federal Police"),
        ("PARIS", "Agence France-Presse"),
        ("ISLAMABAD", "Agence France-Presse"),
    ],
)
def test_an_abbreviation_is_the_body_of_the_report_s_country(city: str, body: str) -> None:
    assert [m.name for m in mentions(f"{city}: A spokesman told the AFP so.", "organization")] == [body]


@pytest.mark.parametrize(
    "body",
    ["World Vision Ghana", "6th Infantry Division", "57 Mountain Division", "Surrey RCMP", "Assam Rifles",
     "Bingöl Chief Public Prosecutor's Office"],
)  # fmt: skip
def test_bodies_by_their_heads(body: str) -> None:
    assert [m.text for m in mentions(f"GENEVA: Two men of the {body} were hurt.", "organization")] == [body]


def test_a_firm_stands_before_the_title_of_its_head() -> None:
    assert [m.text for m in mentions("BERLIN: Zorvaltec CEO Anna Hill said so.", "organization")] == ["Zorvaltec"]
    assert mentions("BERLIN: Austrian CEO Anna Hill said so.", "organization") == []


def test_a_listed_initiative_of_a_place_is_named_with_it() -> None:
    text = "QUETTA: The Balochistan Safe City Project was extended."
    assert [m.text for m in mentions(text, "initiative")] == ["Balochistan Safe City Project"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Officers led by Ramesh K N, and Anil Kumar T S came.", ["Ramesh K N", "Anil Kumar T S"]),
        ("Chief Commissioner M Maheshwar Rao came.", ["M Maheshwar Rao"]),
        ("With Ali Ahmed I went home.", ["Ali Ahmed"]),
    ],
)
def test_initials_of_father_and_village_behind_or_before_a_name(text: str, names: list[str]) -> None:
    assert [m.text for m in mentions(text, "person")] == names


def test_place_between_commas_belongs_to_the_post_before_a_name() -> None:
    (person,) = mentions("Deputy Commissioner, Swat, Omar Tariq came.", "person")
    assert (person.name, person.post) == ("Omar Tariq", "Deputy Commissioner, Swat")
