"""Ranks and posts of administrations abroad, and posts over several bodies or fields."""

import pytest

from tests.extract.building import mentions


@pytest.mark.parametrize(
    ("text", "rank"),
    [
        ("On Friday mł. insp. Anna Nowak came.", "mł. insp"),
        ("On Friday Gen. bryg. Jan Nowak came.", "Gen. bryg"),
        ("On Friday Gen. Div. Juan Castro came.", "Gen. Div"),
        ("On Friday Prefect Inspector Juan Castro came.", "Prefect Inspector"),
        ("On Friday Deputy Police Commissioner Anna Castro came.", "Deputy Police Commissioner"),
        ("On Friday Vice Speaker Anna Castro came.", "Vice Speaker"),
    ],
)
def test_rank(text: str, rank: str) -> None:
    assert [(m.text.split()[-1], m.rank) for m in mentions(text) if m.kind == "person"] == [(text.split()[-2], rank)]


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("The academy and its Director, Colonel Jan Nowak, were praised.", "Director"),
        ("Chair of the City Board Anna Nowak came.", "Chair of the City Board"),
        ("Subsecretary of Crime Prevention Anna Castro came.", "Subsecretary of Crime Prevention"),
        ("Anna Nowak, Crime Prevention Officer, came.", "Crime Prevention Officer"),
        ("Home Minister and Tribal Affairs Tariq Khan came.", "Home Minister and Tribal Affairs"),
        ("Principal of Kell College and Kell Hospital, Dr Tariq Khan came.", "Principal of Kell College and Kell Hospital"),
        ("Minister of Gender Joy Mambale came.", "Minister of Gender"),
    ],
)  # fmt: skip
def test_post(text: str, post: str) -> None:
    assert [m.post for m in mentions(text) if m.kind == "person"] == [post]


def test_two_bodies_of_one_principal() -> None:
    text = "Principal of Zarbat Medical Institute and Ameeruddin Medical College, Prof Tariq Khan came."
    assert [m.text for m in mentions(text) if m.kind == "organization"] == [
        "Zarbat Medical Institute",
        "Ameeruddin Medical College",
    ]


def test_initials_of_two_letters_without_a_space() -> None:
    assert [m.text for m in mentions("Vice Speaker Kh.Bulgantuya came.") if m.kind == "person"] == ["Kh.Bulgantuya"]


@pytest.mark.parametrize("body", ["Public Prosecutor's Office", "Border Police", "Civil Protection"])
def test_body_by_what_it_is(body: str) -> None:
    assert [m.text for m in mentions(f"They told the {body} about it.") if m.kind == "organization"] == [body]


def test_last_name_that_is_a_part_of_town() -> None:
    found = mentions("He met Ambassador Gareth Ward at the port.")
    assert [(m.text, m.rank) for m in found if m.kind == "person"] == [("Gareth Ward", "Ambassador")]
