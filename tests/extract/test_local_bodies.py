"""Abbreviations that stand for a body only where its country is named, and names that an abbreviation or a title would hide."""

import pytest

from flows.language.seeds import rows
from tests.extract.building import found, mentions


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("Oil flowed again in Libya, where NOC lifted its force majeure.", ["NOC"]),
        ("The Libyan guards of NOC went home.", ["NOC"]),
        ("The builders in Quetta had no NOC from anybody.", []),
        ("Officers of PAS and SNS sat in the front row.", []),
    ],
)
def test_abbreviation_of_a_foreign_body_counts_where_its_country_is_named(text, bodies):
    assert found(text, "organization") == bodies


def test_report_that_spells_an_abbreviation_out_decides_it():
    (hospital, short) = mentions("Patients waited at Jinnah Postgraduate Medical Centre (JPMC).")
    assert short.name == hospital.name and short.country_code != "JO"


def test_every_local_body_has_a_country_and_capitals():
    wrong = [r for r in rows("local_bodies") if len(r["country_code"]) != 2 or not r["aliases"].isupper()]
    assert wrong == []


@pytest.mark.parametrize("place", ["Imo", "Sabah"])
def test_place_is_found_though_an_abbreviation_is_spelt_alike(place):
    assert found(f"He flew to {place} on a small plane.", "place") == [place]


@pytest.mark.parametrize(
    ("text", "name", "post"),
    [
        ("Minister of Justice and Public Security Ines Lund spoke.", "Ines Lund", "Minister of Justice and Public Security"),
        ("First Deputy Minister of Justice Timur Aliyev spoke.", "Timur Aliyev", "First Deputy Minister of Justice"),
        ("Acting Inspector General of Police Moses Otieno spoke.", "Moses Otieno", "Acting Inspector General of Police"),
        ("They met Paul Reid, U.S. Ambassador, and his staff.", "Paul Reid", "U.S. Ambassador"),
    ],
)  # fmt: skip
def test_whole_post_where_a_part_of_it_is_listed_as_something_else(text, name, post):
    (person,) = [m for m in mentions(text) if m.kind == "person"]
    assert (person.name, person.post) == (name, post)


def test_justice_of_a_bench_stays_a_judge():
    (person,) = [m for m in mentions("The bench of Justice Babar Sattar heard it.") if m.kind == "person"]
    assert (person.name, person.rank) == ("Babar Sattar", "Justice")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Exercise Eastern Sentry and the joint exercise Indus Gate-2024 began.", ["Exercise Eastern Sentry", "Indus Gate-2024"]),
        ("Joint exercise Indus Gate-2024 and Exercise Tiger Wave began.", ["Indus Gate-2024", "Exercise Tiger Wave"]),
        ("The Programme for Central Asia goes on.", ["Programme for Central Asia"]),
        ("In the exercise Ali Khan came second.", []),
    ],
)  # fmt: skip
def test_exercise_and_programme_by_what_stands_beside_the_word(text, named):
    assert found(text, "initiative") == named


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("The Regional Court in Brno sat.", ["Regional Court in Brno"]),
        ("The High State Attorney's Office in Olomouc asked for it.", ["High State Attorney's Office in Olomouc"]),
        ("The Regional Court in Lahore sat.", ["Regional Court"]),
    ],
)
def test_court_is_called_after_its_seat_where_courts_are(text, bodies):
    assert found(text, "organization") == bodies


@pytest.mark.parametrize("name", ["Oplan High Gate", "Op Roots", "Operación Limpieza", "Fair Play"])
def test_operations_of_other_languages_and_programmes_of_common_words(name):
    text = f"They began the {name} programme." if name == "Fair Play" else f"They praised {name} on Monday."
    assert found(text, "initiative") == [name]


@pytest.mark.parametrize("place", ["National Route 12", "Region 10", "Harbour Terminal 2"])
def test_number_of_a_road_region_or_terminal(place):
    assert found(f"It was found near {place} on Monday.", "place") == [place]
