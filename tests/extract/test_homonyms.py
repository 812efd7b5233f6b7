"""Places of a name that several countries have lie where the report says, or where it is written, unless a larger one is meant."""

import pytest

from flows.contract.records import RawReport
from flows.extract.report import extract
from flows.parse import parse


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("TORONTO: A fire in London, Ontario, killed three.", "London", "CA"),
        ("TORONTO: The minister flew to London on Monday.", "London", "GB"),
        ("HYDERABAD (India): A man was held in Hyderabad on Monday.", "Hyderabad", "IN"),
        ("KARACHI: A court in Hyderabad sentenced him.", "Hyderabad", "PK"),
        ("SAN JOSE, Costa Rica: The mayor opened a school in San Jose.", "San Jose", "CR"),
        ("BEIRUT: Clashes broke out in Tripoli on Friday.", "Tripoli", "LB"),
        ("BEIRUT: The envoy flew to Tripoli for talks with the Libyan premier.", "Tripoli", "LY"),
        ("WELLINGTON: A crash in Hamilton closed a road.", "Hamilton", "NZ"),
        ("ATLANTA: A storm hit Macon, Georgia.", "Georgia", "US"),
        ("LAHORE: The King of Bahrain met the minister.  He left for Bahrain.", "Bahrain", "BH"),
        ("LAHORE: Rain fell in Kalam, Bahrain and Madyan.", "Bahrain", "PK"),
        ("TBILISI: The parliament of Georgia met.", "Georgia", "GE"),
    ],
)
def test_country(text: str, name: str, country: str) -> None:
    report, sections = parse(RawReport(report_id="r", source_name="t", source_uri="t", source_kind="text", text=text))
    found = [m.country_code for m in extract(report, sections).mentions if m.kind == "place" and m.text == name]
    assert found[-1] == country


@pytest.mark.parametrize(
    ("text", "initials", "name"),
    [
        ("SOFIA: Delegates of the IBA met.", "IBA", "International Boxing Association"),
        ("KARACHI: Teachers of the IBA met.", "IBA", "Institute of Business Administration"),
        ("QUETTA: Workers of the BNP blocked the road.", "BNP", "Balochistan National Party-Mengal"),
        ("DHAKA: Workers of the BNP blocked the road.", "BNP", "Bangladesh Nationalist Party"),
        (
            "LAHORE: The Bangladesh Nationalist Party won. Its BNP leaders said so.",
            "BNP",
            "Bangladesh Nationalist Party",
        ),
    ],
)
def test_initials_are_those_of_the_body_at_home_else_of_the_international_one(
    text: str, initials: str, name: str
) -> None:
    report, sections = parse(RawReport(report_id="r", source_name="t", source_uri="t", source_kind="text", text=text))
    assert [m.name for m in extract(report, sections).mentions if m.text == initials] == [name]


@pytest.mark.parametrize(
    "text", ["LAHORE: Karim Shah wants Israeli attacks to end.", "LAHORE: A Saudi delegation came."]
)
def test_a_people_is_no_place(text: str) -> None:
    report, sections = parse(RawReport(report_id="r", source_name="t", source_uri="t", source_kind="text", text=text))
    assert [m.text for m in extract(report, sections).mentions if m.kind == "place"] == ["LAHORE"]


def test_short_form_of_a_body_abroad_that_the_report_spells_out_otherwise() -> None:
    text = "LAHORE: The Narrow Path Foundation (NPF) met. The NPF said so."
    report, sections = parse(RawReport(report_id="r", source_name="t", source_uri="t", source_kind="text", text=text))
    found = [(m.name, m.country_code) for m in extract(report, sections).mentions if m.text == "NPF"]
    assert found == [("Narrow Path Foundation", None)] * 2


@pytest.mark.parametrize(
    ("outlet", "text", "country"),
    [
        ("Dawn", "Foreign Minister Torwal Zamgatti held talks in Beijing. China and Pakistan signed a pact.", "PK"),
        ("Daily Docks", "Foreign Minister Torwal Zamgatti held talks in Beijing. China and Pakistan signed a pact.", "CN"),
        ("Dawn", "Foreign Minister Torwal Zamgatti spoke in Beijing, Shanghai and Wuhan. China denied it, Pakistan was silent.", "CN"),
    ],
)  # fmt: skip
def test_a_report_without_dateline_is_from_its_outlets_country_unless_it_tells_of_another(
    outlet: str, text: str, country: str
) -> None:
    raw = RawReport(report_id="r", source_name="t", source_uri="t", source_kind="text", text=text, outlet=outlet)
    report, sections = parse(raw)
    (minister,) = (m for m in extract(report, sections).mentions if m.kind == "person")
    assert minister.country_code == country
