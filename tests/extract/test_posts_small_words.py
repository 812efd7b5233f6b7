"""Posts that are printed in small letters are read whole, with the place or body that they are of."""

import pytest

from tests.extract.building import mentions


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("Tembo ward council chairperson, Ms. Amina Mushi came.", "Tembo ward council chairperson"),
        ("A former federal education minister Ali Raza came.", "former federal education minister"),
        ("Former Lakki tehsil nazim Ali Raza came.", "Former Lakki tehsil nazim"),
        ("EU trade chief Maria Rossi came.", "EU trade chief"),
        ("Maria Rossi, deputy minister for youth, came.", "deputy minister for youth"),
        ("Maria Rossi, director of public prosecutions, came.", "director of public prosecutions"),
        ("Assistant Director education Ali Raza came.", "Assistant Director education"),
        ("Maria Rossi, head of compliance, came.", "head of compliance"),
        ("Maria Rossi, head of the trade union IG Metall, came.", "head of the trade union IG Metall"),
        ("Tembo-Manyara MP, Mr Juma Hassan came.", "Tembo-Manyara MP"),
    ],
)
def test_whole_post(text: str, post: str) -> None:
    assert next(m.post for m in mentions(text) if m.kind == "person") == post


@pytest.mark.parametrize("text", ["They spoke of criminal justice.", "A trade leader came."])
def test_no_post(text: str) -> None:
    assert [m for m in mentions(text) if m.kind == "post"] == []


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("The governor for the political and social sector, Amina Mushi, came.", "governor for the political and social sector"),
        ("Amina Mushi, akim of the Tembo district, came.", "akim of the Tembo district"),
        ("Juma Hassan, spokesman for the corporation, came.", "spokesman for the corporation"),
        ("The manager of Tembo, Ms Amina Mushi, came with Norvix manager Eng. Juma Hassan.", "manager of Tembo"),
    ],
)  # fmt: skip
def test_post_with_what_it_is_for(text: str, post: str) -> None:
    assert next(m.post for m in mentions(text) if m.kind == "person") == post


def test_a_post_of_a_body_may_end_a_text() -> None:
    assert [m.post for m in mentions("IG Punjab of Rescue 1122") if m.kind == "post"]


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        ("Traders handed their videos to the deputy commissioner on Monday.", ["deputy commissioner"]),
        ("The group urged the interior minister and the chief justice to act.", ["interior minister", "chief justice"]),
        ("A deputy commissioner may do so, and any minister.", []),
        ("They saw the officer and the constable.", []),
        ("They heard the deputy Inspector General (DIG) Lahore.", ["deputy Inspector General (DIG) Lahore"]),
    ],
)
def test_office_in_small_letters_is_an_unnamed_post_behind_the(text: str, posts: list[str]) -> None:
    assert [m.text for m in mentions(text) if m.kind == "post" and m.holder_ordinal is None] == posts


def test_office_in_small_letters_is_its_named_holders() -> None:
    rows = mentions("Interior Minister Omar Tariq came. Traders thanked the interior minister.")
    assert [m.holder_ordinal is not None for m in rows if m.kind == "post"] == [True, True]
