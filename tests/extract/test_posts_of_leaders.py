"""Who leads a party or body, told by its name between commas; heads of forces by their bare title; names of other languages."""

import pytest

from tests.extract.building import found, mentions


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("The roads are open, said Ana Zorvan, the Vox leader, on Friday.", "Vox leader"),
        ("The Vox leader, Ana Zorvan, opened the hall.", "Vox leader"),
        ("Joan Banda, the Chega chair, spoke first.", "Chega chair"),
        ("Joan Zorvan, the Tervatt chairman, spoke first.", "Tervatt chairman"),
        ("Commissioner of Police Joan Banda came.", "Commissioner of Police"),
        ("The Police Commissioner, Joan Banda, came.", "Police Commissioner"),
        ("Deputy Chief Cabinet Secretary Yuka Hasegawa came.", "Deputy Chief Cabinet Secretary"),
        ("The vice-mayor, Ana Banda, came.", "vice-mayor"),
    ],
)
def test_post(text: str, post: str) -> None:
    assert [m.post for m in mentions(text) if m.kind == "person"] == [post]


@pytest.mark.parametrize(
    "text",
    [
        "In Lahore, the Vox leader, who spoke first, said so.",
        "They asked the Vox leader, and he said no.",
    ],
)
def test_leader_without_a_name_holds_no_post(text: str) -> None:
    assert found(text, "post") == []


def test_grade_that_many_have_is_no_post() -> None:
    assert [
        (m.rank, m.post) for m in mentions("Deputy Commissioner of Police Joan Banda came.") if m.kind == "person"
    ] == [("Deputy Commissioner of Police", None)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They asked Commodore Ma. Corazon Villaruel about it.", "Ma. Corazon Villaruel"),
        ("Police arrested Maricel de los Santos, 42, there.", "Maricel de los Santos"),
        ("They asked Minister Jan-Peter ter Horst about it.", "Jan-Peter ter Horst"),
        ("According to Tan Wei Siang, a nurse, it shut at noon.", "Tan Wei Siang"),
        ("The head of the Selat Tsunami Centre, Zorvano, said so.", "Zorvano"),
        ("They came by bus. Shun Nakajima said so.", "Shun Nakajima"),
        ("Rafael Fernandes do Amaral said so.", "Rafael Fernandes do Amaral"),
        ("They saw Engr. Sunday Zorvan and left.", "Sunday Zorvan"),
    ],
)
def test_name(text: str, name: str) -> None:
    assert found(text, "person") == [name]


@pytest.mark.parametrize(
    ("text", "rank", "post"),
    [
        ("The Commissioner of Police, CP Joan Banda, came.", "CP", "Commissioner of Police"),
        ("The Speaker, Rt. Hon. Joan Banda, presided.", "Speaker", "Speaker"),
        (
            "Selat Crime Investigation Department chief Supt Joan Banda said so.",
            "Supt",
            "Selat Crime Investigation Department chief",
        ),
        ("They met chief Justice Joan Banda there.", "chief Justice", "chief Justice"),
        ("The Selat police chief Supt Joan Banda said so.", "Supt", "Selat police chief"),
        (
            "They met Deputy Head of the Office of the President Joan Banda.",
            None,
            "Deputy Head of the Office of the President",
        ),
    ],
)
def test_rank_beside_a_post(text: str, rank: str | None, post: str) -> None:
    assert [(m.rank, m.post) for m in mentions(text) if m.kind == "person"] == [(rank, post)]


@pytest.mark.parametrize(
    ("text", "rank"), [("PSSg. Joan Zorvan was hurt.", "PSSg"), ("They met PLtCol. Ana Zorvan.", "PLtCol")]
)
def test_rank_of_several_capitals_ends_no_sentence(text: str, rank: str) -> None:
    assert [m.rank for m in mentions(text) if m.kind == "person"] == [rank]
