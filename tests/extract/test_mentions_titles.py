"""Forms of address and ranks of many countries, initials of two letters, and places in a row: one sentence a rule, in our own words."""

import pytest

from tests.extract.building import found, mentions


@pytest.mark.parametrize(
    ("text", "name", "rank"),
    [
        ("Ato Tesfaye Bekele came.", "Tesfaye Bekele", None),
        ("Weizero Hanna Tadesse came.", "Hanna Tadesse", None),
        ("Kgosi Mosadi Seboko came.", "Mosadi Seboko", None),
        ("He met U Tin Maung Win, and left.", "Tin Maung Win", None),
        ("Daw Mya Thida came.", "Mya Thida", None),
        ("Thiru Karthik Raman came.", "Karthik Raman", None),
        ("Avv. Paolo Bianchi came.", "Paolo Bianchi", None),
        ("The driver Ts. Batbayar of Khovd came.", "Ts. Batbayar", None),
        ("Generalmajor Uwe Hartnagel came.", "Uwe Hartnagel", "Generalmajor"),
        ("Letkol Inf Budi Santoso came.", "Budi Santoso", "Letkol Inf"),
        ("Capitán de Navío Jorge Paz came.", "Jorge Paz", "Capitán de Navío"),
        ("Police Captain Joy Ann Bautista came.", "Joy Ann Bautista", "Police Captain"),
        ("The midfielder Kevin Osei came.", "Kevin Osei", None),
        ("He leaves two children, Tadala and Chisomo.", "Tadala", None),
    ],
)
def test_person(text: str, name: str, rank: str | None) -> None:
    person = next(m for m in mentions(text) if m.kind == "person")
    assert (person.text, person.rank) == (name, rank)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Roads in Tembani, Zovuni and Kalambo districts were shut.", ["Tembani", "Zovuni", "Kalambo"]),
        ("Roads in the villages of Zovuni and Kalambo were shut.", ["Zovuni", "Kalambo"]),
        ("Raids at Kampung Tenglu and Taman Desa Melor went on.", ["Kampung Tenglu", "Taman Desa Melor"]),
        ("A man of the village of Zovuni and Juma Hassan came.", ["Zovuni"]),
    ],
)
def test_places_in_a_row(text: str, places: list[str]) -> None:
    assert found(text, "place") == places


def test_abbreviation_of_a_body_that_is_a_title_as_well() -> None:
    text = "The Police Regional Office 8 (PRO-8) said so. The PRO-8 named three men."
    assert found(text, "organization") == ["Police Regional Office 8", "PRO-8", "PRO-8"]
