"""Spellings of one body's or initiative's name share a key; what tells two apart does not go."""

import pytest

from flows.resolve.bodies import body_key, find_body


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Citizen’s Portal", "Citizens Portal"), ("Farmers’ Convention", "Farmer’s Convention"),
        ("Privatisation Division", "Privatization Division"), ("Programme on Immunization", "Programme for Immunisation"),
        ("Prime Minister’s Youth Programme", "Prime Minister Youth Program"), ("WEST INDIES", "West Indies"),
        ("Security and Exchange Commission", "Securities & Exchange Commission"), ("SupremeCourt", "Supreme Court"),
    ],
)  # fmt: skip
def test_spellings_of_one_name(one: str, other: str) -> None:
    assert body_key(one) == body_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("UN", "US"), ("Asia Cup", "Asian Cup"), ("Rice Programme", "Rise Programme"), ("Law Division", "Power Division")],
)
def test_two_names_stay_two(one: str, other: str) -> None:
    assert body_key(one) != body_key(other)


@pytest.mark.parametrize(
    ("name", "series"),
    [
        ("4th Doha Forum", "Doha Forum"),
        ("Champions Trophy 2025", "Champions Trophy"),
        ("Vision 2030", "Vision 2030"),
        ("Vision 2099", None),
    ],
)
def test_an_edition_is_its_series(name: str, series: str | None) -> None:
    body = find_body("initiative", name)
    assert (body.name if body else None) == series
