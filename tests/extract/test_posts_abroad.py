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


@pytest.mark.parametrize("body", ["Public Prosecutor's Office", "Immigration Service", "Civil Protection"])
def test_body_by_what_it_is(body: str) -> None:
    assert [m.text for m in mentions(f"They told the {body} about it.") if m.kind == "organization"] == [body]


def test_last_name_that_is_a_part_of_town() -> None:
    found = mentions("He met Ambassador Gareth Ward at the port.")
    assert [(m.text, m.rank) for m in found if m.kind == "person"] == [("Gareth Ward", "Ambassador")]


@pytest.mark.parametrize(
    ("text", "name", "post"),
    [
        (
            "Anna Nowak was relieved of the post of head of the Customs Committee.",
            "Anna Nowak",
            "head of the Customs Committee",
        ),
        ("Anna Nowak was dismissed as head of the Customs Committee.", "Anna Nowak", "head of the Customs Committee"),
        (
            "Colonel Jan Nowak was appointed Head of the Customs Committee, and Colonel Anna Nowak Deputy Head of the Border Committee.",
            "Anna Nowak",
            "Deputy Head of the Border Committee",
        ),
        ("They briefed Sofia Mayor Jan Nowak on Friday.", "Jan Nowak", "Sofia Mayor"),
        ("Anna Nowak, formerly Director General of Customs, came.", "Anna Nowak", "Director General of Customs"),
        (
            "There, Deputy Commissioner of Police - Support Services, Mr Tariq Khan, spoke.",
            "Tariq Khan",
            "Deputy Commissioner of Police - Support Services",
        ),
        ("The supervising prosecutor Anna Nowak came.", "Anna Nowak", "supervising prosecutor"),
    ],
)
def test_post_that_is_given_or_left(text: str, name: str, post: str) -> None:
    assert [m.post for m in mentions(text) if m.kind == "person" and m.text == name] == [post]


def test_body_that_is_part_of_another() -> None:
    text = "The Narcotics Directorate of the General Directorate of Criminal Investigation seized it."
    bodies = [m.text for m in mentions(text) if m.kind == "organization"]
    assert bodies == ["Narcotics Directorate", "General Directorate of Criminal Investigation"]
