"""Ranks and titles that tell of the noun behind them, tribes, ships, and others who are no persons; a prophet's name."""

import pytest

from tests.extract.test_mentions import found, mentions


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        ("Pakistani major exporters were asked. Punjab private schools closed.", []),
        ("The US general public was asked.", []),
        ("A US general told the panel so.", ["US general"]),
        ("A letter reached the Pakistan Post head office on Monday.", []),
    ],
)
def test_a_rank_before_a_plain_noun_is_no_post(text, posts):
    assert found(text, "post") == posts


@pytest.mark.parametrize(
    "text",
    [
        "Elders of the Mehsud and Wazir tribes met on Monday.",
        "A Zardari clansman was held on Monday.",
        "The navy ships Rasheedgar and Himmat sailed on Monday.",
        "Scores were posted on WXB.com on Monday.",
    ],
)
def test_tribes_ships_and_sites_are_no_persons(text):
    assert found(text, "person") == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The dead were Bilal Sajawal (son of Rahim Deen) and two others.", ["Bilal Sajawal", "Rahim Deen"]),
        ("Johannes M., a nurse, denied it.", ["Johannes M"]),
    ],
)
def test_a_name_is_whole_before_a_bracket_of_kin_and_with_a_shortened_surname(text, names):
    assert [name.rstrip(".") for name in found(text, "person")] == names


def test_a_prophet_is_nobody_else_of_his_name():
    said = mentions("Muhammad Abu Bakar Bhutta, the dean, spoke on the life of Prophet Muhammad (PBUH).")
    assert {m.text: m.name for m in said if m.kind == "person"} == {
        "Muhammad Abu Bakar Bhutta": "Muhammad Abu Bakar Bhutta",
        "Muhammad": "Muhammad",
    }


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("He thanked Chief of the Naval Staff, Admiral Kashif Noor, for it.", "Chief of the Naval Staff"),
        ("Omar Torres, then the commander of the National Guard, agreed.", "commander of the National Guard"),
    ],
)
def test_an_office_before_a_rank_and_one_held_then(text, post):
    assert [m.post for m in mentions(text) if m.kind == "person"] == [post]


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("A Danish company, FLBrandt, said so.", ["FLBrandt"]),
        ("Zonda FC lost to Rabat FC on Monday.", ["Zonda FC", "Rabat FC"]),
        ("Uganda Red Cross sent tents on Monday.", ["Uganda Red Cross"]),
        ("The Himalayan border area was quiet; Pak-China trade grew.", []),
    ],
)
def test_bodies_told_by_what_stands_beside_them(text, bodies):
    assert found(text, "organization") == bodies


def test_small_places_before_the_word_for_what_they_are():
    assert found("Floods hit Khanpur and Simlo dams on Monday.", "place") == ["Khanpur", "Simlo"]
