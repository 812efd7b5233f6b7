"""Ranks and posts of administrations abroad, and posts over several bodies or fields."""

import pytest

from tests.extract.building import found, mentions, read_whole


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
    assert found(text, "organization") == [
        "Zarbat Medical Institute",
        "Ameeruddin Medical College",
    ]


def test_initials_of_two_letters_without_a_space() -> None:
    assert found("Vice Speaker Kh.Bulgantuya came.", "person") == ["Kh.Bulgantuya"]


@pytest.mark.parametrize("body", ["Public Prosecutor's Office", "Immigration Service", "Civil Protection"])
def test_body_by_what_it_is(body: str) -> None:
    assert found(f"They told the {body} about it.", "organization") == [body]


def test_last_name_that_is_a_part_of_town() -> None:
    told = mentions("He met Ambassador Gareth Ward at the port.")
    assert [(m.text, m.rank) for m in told if m.kind == "person"] == [("Gareth Ward", "Ambassador")]


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
    bodies = found(text, "organization")
    assert bodies == ["Narcotics Directorate", "General Directorate of Criminal Investigation"]


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("They met Public Affairs and Communications Officer Anna Nowak.", "Public Affairs and Communications Officer"),
        ("Anna Nowak, Director General for Asia and Oceania, came.", "Director General for Asia and Oceania"),
        ("Kashmir Committee Chairman Tariq Khan came.", "Kashmir Committee Chairman"),
        (
            "He and National Security Council secretary-general Anna Nowak came.",
            "National Security Council secretary-general",
        ),
    ],
)
def test_post_over_two_fields_or_of_a_body(text: str, post: str) -> None:
    assert [m.post for m in mentions(text) if m.kind == "person"] == [post]


def test_body_inside_the_post_of_its_chairman() -> None:
    told = mentions("Kashmir Committee Chairman Tariq Khan came.")
    assert [m.text for m in told if m.kind == "organization"] == ["Kashmir Committee"]


@pytest.mark.parametrize(("town", "rank"), [("KINGSTON", "Assistant Commissioner"), ("LAHORE", None)])
def test_commissioners_of_police_abroad_have_a_rank(town: str, rank: str | None) -> None:
    text = (
        f"{town}: Two men were held on Friday. Assistant Commissioner Anna Khan told the press that both had confessed."
    )
    assert [m.rank for m in read_whole(text, "2025-05-10").mentions if m.kind == "person"] == [rank]


def test_given_name_that_is_a_verb_before_a_particle() -> None:
    assert found("Colonel Said bin Musallam came.", "person") == ["Said bin Musallam"]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        (
            "They joined the National Unit against Organised Crime.",
            "National Unit against Organised Crime",
            "organization",
        ),
        ("The Community Policing Strategy now covers it.", "Community Policing Strategy", "initiative"),
        ("The men of Operation New Dawn left.", "Operation New Dawn", "initiative"),
    ],
)
def test_name_with_its_field(text: str, name: str, kind: str) -> None:
    assert [(m.text, m.kind) for m in mentions(text)] == [(name, kind)]


def test_who_answers_in_an_interview_is_no_town() -> None:
    text = (
        "Interview\n\nColonel Jan Zorvak, chief of the border guard, speaks.\n\n"
        "How many came?\nZorvak: In the hills we stopped 300 people on Friday.\n"
    )
    assert [m.text for m in read_whole(text, "2025-05-10").mentions if m.kind == "place"] == []


def test_numbered_item_of_a_list_of_attendees_is_no_caption() -> None:
    text = (
        "Minutes of the third meeting\nPresent\n1. Dr. Anna Nowak, Rector, Zorvan University\n3. Dr. Jan Zorvak, Dean, World Bank\n\n"
        "1. Dr. Anna Nowak opened the meeting and thanked the World Bank.\n2. Dr. Jan Zorvak told the meeting that 42 rooms were fitted.\n"
    )
    assert "caption" not in {s.kind for s in read_whole(text, "2025-05-10").sections}


def test_body_of_another_that_one_abbreviation_stands_for() -> None:
    text = "They founded the Kashmir National Group of the Commonwealth Parliamentary Association (KNGCPA) on Friday."
    bodies = found(text, "organization")
    assert bodies[0] == "Kashmir National Group of the Commonwealth Parliamentary Association"


def test_association_of_an_industry_is_one_body() -> None:
    text = "The Zorvan Association of the National Shipbuilding Industry said so."
    assert found(text, "organization") == ["Zorvan Association of the National Shipbuilding Industry"]
