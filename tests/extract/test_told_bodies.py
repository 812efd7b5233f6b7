"""Bodies that only what stands around them tells: inside a post, before their country, with a field that is a title, too."""

import pytest

from tests.extract.building import mentions


def _bodies(text: str) -> list[str]:
    return [m.text for m in mentions(text) if m.kind == "organization"]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Anna Holm, a director at Shelter, said so.", "Shelter"),
        ("Anna Holm, a researcher at Doctors of the Lakes, said so.", "Doctors of the Lakes"),
        ("Anna Holm, director at Right to Play, said so.", "Right to Play"),
        ("Anna Holm, communications manager with Zembra Wildfire, said so.", "Zembra Wildfire"),
        ("Grantus Autonomy CEO Anna Holm said so.", "Grantus Autonomy"),
        ("Jamaatu Vasril Tislam secretary general Anna Holm said so.", "Jamaatu Vasril Tislam"),
    ],
)
def test_a_body_inside_a_post(text: str, body: str) -> None:
    assert _bodies(text) == [body]


@pytest.mark.parametrize("text", ["Anna Holm, a director at Headquarters, said so.", "Lagos Mayor Anna Holm said so."])
def test_none_inside_a_post(text: str) -> None:
    assert _bodies(text) == []


@pytest.mark.parametrize("body", ["Forensic Science Ireland", "Safe Work Australia", "Tourism Malaysia"])
def test_a_body_that_its_country_closes(body: str) -> None:
    assert _bodies(f"The grant went to {body} on Monday.") == [body]


def test_a_body_that_its_country_closes_inside_a_post() -> None:
    assert _bodies("It was told by Sport Ireland CEO Anna Holm.") == ["Sport Ireland"]


def test_a_body_of_two_fields_of_which_one_is_a_title() -> None:
    assert _bodies("He told the Senate Justice and Legal Affairs Committee.") == [
        "Senate Justice and Legal Affairs Committee"
    ]


def test_a_centre_for_a_field_that_is_an_event_too() -> None:
    assert _bodies("The Centre for Policy Dialogue said so.") == ["Centre for Policy Dialogue"]


def test_a_country_with_its_side_shortened() -> None:
    found = [m for m in mentions("Envoys of S. Korea and Japan met.") if m.kind == "place"]
    assert [(m.text, m.country_code) for m in found] == [("S. Korea", "KR"), ("Japan", "JP")]


@pytest.mark.parametrize("body", ["Tusker FC", "USA Cycling", "UK Athletics"])
def test_clubs_and_federations(body: str) -> None:
    assert _bodies(f"He played for {body} on Monday.") == [body]


def test_a_corps_at_the_frontier_is_no_club() -> None:
    assert "Mohmand FC" not in _bodies("Two Mohmand FC soldiers were hurt.")


@pytest.mark.parametrize("name", ["Clean Slate", "Bonna Hakizi", "Con Puncho"])
def test_an_initiative_that_the_noun_behind_it_tells(name: str) -> None:
    found = [
        m.text for m in mentions(f"The minister praised the {name} programme on Monday.") if m.kind == "initiative"
    ]
    assert found == [name]


@pytest.mark.parametrize("text", ["He wants a Clean Slate plan.", "She met the Program Director."])
def test_none_that_a_noun_tells(text: str) -> None:
    assert [m.text for m in mentions(text) if m.kind == "initiative"] == []


def test_the_first_word_of_a_sentence_may_begin_a_portfolio() -> None:
    found = [
        m.post
        for m in mentions("He left. Natural Resources and Environment Minister Pita Tipene left.")
        if m.kind == "person"
    ]
    assert found == ["Natural Resources and Environment Minister"]


@pytest.mark.parametrize("town", ["Guangfu", "Kyauktaw"])
def test_townships_abroad(town: str) -> None:
    found = [m.text for m in mentions(f"The crews met in {town} Township on Monday.") if m.kind == "place"]
    assert found == [f"{town} Township"]


def test_a_locality_that_is_called_township() -> None:
    assert [m.text for m in mentions("He lives in Township, Lahore.") if m.kind == "place"] == ["Township", "Lahore"]


def test_a_given_name_that_is_a_town_does_not_close_a_body() -> None:
    held = [
        (m.text, m.post)
        for m in mentions("President of the Federation of Chilean Industry Rosario Quintrel left.")
        if m.kind == "person"
    ]
    assert held == [("Rosario Quintrel", "President of the Federation of Chilean Industry")]


def test_teams_called_after_animals() -> None:
    assert _bodies("The Western Tigers beat Zembra Falcons on Monday.") == ["Western Tigers", "Zembra Falcons"]
