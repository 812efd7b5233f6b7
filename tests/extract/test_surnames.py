"""Words behind a title that are of the holder's name, though a list has them as a place, a people or a common word."""

import pytest

from tests.extract.building import found, mentions


@pytest.mark.parametrize(
    ("text", "post", "name"),
    [
        ("Justice Karim Shah Afghan dissented.", "Justice", "Karim Shah Afghan"),
        ("Justice Karim Shah Swat granted bail.", "Justice", "Karim Shah Swat"),
        ("Turkish Energy Minister Turkey Karim said it.", "Turkish Energy Minister", "Turkey Karim"),
        ("It was signed by then-President Karim Shah.", "then-President", "Karim Shah"),
        ("Justice Neelum observed that it was vital.", "Justice", "Neelum"),
        ("Chief Justice Aalia Neelum heard it.", "Chief Justice", "Aalia Neelum"),
        ("Israeli Defence Minister Israel Tamuz said it.", "Israeli Defence Minister", "Israel Tamuz"),
        ("Chinese Vice Premier He Wenjian said it.", "Chinese Vice Premier", "He Wenjian"),
        ("Senator Shahadat Awan moved it.", "Senator", "Shahadat Awan"),
    ],
)
def test_name_behind_a_title(text: str, post: str, name: str) -> None:
    assert (found(text, "post"), found(text, "person")) == ([post], [name])


@pytest.mark.parametrize(
    "text",
    ["DPO Swat Karim Shah came.", "Chief Justice Pakistan Karim Shah came.", "In Punjab CM Punjab Karim Shah came."],
)
def test_place_of_a_post(text: str) -> None:
    assert found(text, "person") == ["Karim Shah"]


def test_area_of_fighting_is_no_general() -> None:
    text = "Troops fought in Maddi general area of Dera Ismail Khan."
    assert [m.text for m in mentions(text) if m.kind in ("post", "person")] == []
    assert found(text, "place") == ["Maddi", "Dera Ismail Khan"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Lambasting Imran Shah, he left.", "Imran Shah"),
        ("Olympian Arshad Karim won.", "Arshad Karim"),
        ("Pakistan-origin Naila Shah climbed it.", "Naila Shah"),
        ("Counsel Bokhari Amjad Advocate left.", "Bokhari Amjad"),
    ],
)
def test_what_stands_beside_a_name_is_no_part_of_it(text: str, name: str) -> None:
    assert name in found(text, "person")


def test_short_form_of_a_law_is_no_body() -> None:
    text = "He was held under the Prevention of Electronic Crimes Act (Peca). Peca was amended, and journalists rejected Peca."
    assert [m.text for m in mentions(text)] == []


def test_who_is_called_by_a_surname_is_no_town_of_the_country() -> None:
    text = "HOUSTON: Astronauts Butch Wilmore and Suni Williams are back. The capsule carried Wilmore. Wilmore said so."
    assert "Wilmore" not in found(text, "place")


def test_a_place_between_title_and_last_name_is_a_first_name():
    assert found("Mining Minister Aurora Costa visited it.", "person") == ["Aurora Costa"]
    assert found("He heard CEO Christian Sewing said so.", "person") == ["Christian Sewing"]


def test_a_title_behind_a_first_name_is_a_surname():
    text = "Transport Minister Catherine King told them so. King Charles met Major Imran Dalvi."
    assert found(text, "person")[0] == "Catherine King"
