"""What closes the names of places and bodies, behind the names of people: Shaheed Fida Chowk, but Sgt Tom Hill."""

import pytest

from flows.extract.recognizers.units import units
from tests.extract.building import mentions, parsed


def kinds(text: str) -> dict[str, str]:
    return {m.text: m.kind for m in mentions(text) if m.kind != "post"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The rally ended at Shaheed Zorawar Chowk.", {"Shaheed Zorawar Chowk": "place"}),
        ("Visitors left by King Nahyan Gate, the ministry said.", {"King Nahyan Gate": "place"}),
        ("He thanked King Salman Foundation, its partners and others.", {"King Salman Foundation": "organization"}),
        ("Patients were moved to Dr Samina Hospital, 20 of them by night.", {"Dr Samina Hospital": "place"}),
        ("Work began on Nadir Ali Shah Stadium Road, where traffic was slow.", {"Nadir Ali Shah Stadium Road": "place"}),
        ("A crowd walked from Gurdwara Dera Sahib to Hotel Metropole.", {"Gurdwara Dera Sahib": "place", "Hotel Metropole": "place"}),
        ("The house took up the Nursing (Amendment) Bill, 2031.", {}),
        ("It was raised under Article IX of the accord.", {}),
        (
            "The UK-Pakistan Business Council elected Nadia Khan.",
            {"UK-Pakistan Business Council": "organization", "Nadia Khan": "person"},
        ),
        ("Sgt Tom Hill, of the county police, said so.", {"Tom Hill": "person"}),
        ("Jane Lane, 33, was found by her brother.", {"Jane Lane": "person"}),
    ],
)  # fmt: skip
def test_heads_behind_names(text: str, expected: dict[str, str]):
    assert kinds(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The US-Mexico talks went on and the Pak-Iran border stayed shut.",
        "Collections in July-April rose, the bureau said.",
        "Officers seized a DVR and an NVR from the shop.",
    ],
)
def test_what_names_no_body(text: str):
    assert [m.text for m in mentions(text) if m.kind in ("organization", "person")] == []


def test_a_slash_joins_the_parts_of_a_post_and_parts_places():
    text = "SSP City/Traffic Nadir Khan met Deputy Commissioner/Administrator Multan Hina Butt over rain in Islamabad/Rawalpindi."
    assert [(m.text, m.post) for m in mentions(text) if m.kind == "person"] == [
        ("Nadir Khan", "SSP City/Traffic"),
        ("Hina Butt", "Deputy Commissioner/Administrator Multan"),
    ]
    assert {"Islamabad", "Rawalpindi"} <= {m.text for m in mentions(text) if m.kind == "place"}


@pytest.mark.parametrize(
    "text",
    [
        "He met non-Punjab Chief Minister aides and the UK-Pakistan Army Chief of Staff, Nadir Khan.",
        "Its then-finance minister Hina Butt was told so.",
    ],
)
def test_titles_within_a_phrase_that_begins_inside_a_word_are_known(text: str):
    seen = units(parsed(text).reading)
    assert all(seen.starts[i] in seen.entries for i, code in enumerate(seen.codes) if code in "RTK")
    assert mentions(text)


def test_an_office_that_then_is_joined_to_is_whole():
    text = "The then-prime minister Nadir Khan met then-finance minister Hina Butt."
    assert [(m.text, m.post) for m in mentions(text) if m.kind == "person"] == [
        ("Nadir Khan", "then-prime minister"),
        ("Hina Butt", "then-finance minister"),
    ]
