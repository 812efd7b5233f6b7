"""Small places that no list has: told by what stands beside them, inside posts, and names of persons that stand where places do."""

import pytest

from flows.contract.records import Mention, RawReport
from flows.extract.mentions import find_mentions
from flows.extract.reading import read
from flows.parse import parse


def mentions(text: str, *, model: bool = False) -> tuple[Mention, ...]:
    raw = RawReport(report_id="0" * 16, source_name="x.txt", source_uri="x.txt", source_kind="text", text=text)
    return find_mentions(read(*parse(raw)), model=model)


def places(text: str) -> list[str]:
    return [m.text for m in mentions(text) if m.kind == "place"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Help for villagers of Zorvan, Kolmek and Tashtil has come.", ["Zorvan", "Kolmek", "Tashtil"]),
        ("A boat sank off Zorvan after dark.", ["Zorvan"]),
        ("Schools in Zorvan, Lahore and Kolmek were shut.", ["Zorvan", "Lahore", "Kolmek"]),
        ("The raid was south of Zorvan and ended there. Zorvan is calm.", ["Zorvan", "Zorvan"]),
        ("Some Zorvan residents complained.", ["Zorvan"]),
        ("Sugar stood between Rs164-180 and less, an editor of Kolmek said.", []),
        ("Ali Zorvan asked the villagers of Zorvan to wait.", []),
    ],
)
def test_words_beside_a_name_make_it_a_place(text: str, found: list[str]) -> None:
    assert places(text) == found


@pytest.mark.parametrize(
    ("text", "name", "post"),
    [
        ("Mayor of Kolmek Rakip Zorvani said so.", "Rakip Zorvani", "Mayor of Kolmek"),
        ("The mayor of Kolmek Ali Rakip Zorvani spoke.", "Ali Rakip Zorvani", "mayor of Kolmek"),
        ("Consul General of Poland in Kolmek Jan Zorvan came.", "Jan Zorvan", "Consul General of Poland in Kolmek"),
        ("Governor of Kolmek Zorvan said no.", None, None),
    ],
)
def test_a_post_over_an_unlisted_place_ends_before_its_holder(text: str, name: str | None, post: str | None) -> None:
    held = [(m.text, m.post) for m in mentions(text) if m.kind == "person" and m.post]
    assert held == ([(name, post)] if name else [])


@pytest.mark.parametrize(
    ("text", "persons", "found"),
    [
        ("Fields were flooded in Noor Shah on Monday.", [], ["Noor Shah"]),
        ("Fields were flooded in Noor Shah on Monday, and Noor Shah was cut off.", [], ["Noor Shah", "Noor Shah"]),
        ("Fields were flooded, and trust in Noor Shah on Monday was low.", ["Noor Shah"], []),
        ("Wreaths were laid at Noor Shah monument on Monday.", ["Noor Shah"], []),
        ("Minister Noor Shah spoke of fields in Noor Shah on Monday.", ["Noor Shah", "Noor Shah"], []),
    ],
)
def test_a_name_that_stands_where_a_place_does_is_one(text: str, persons: list[str], found: list[str]) -> None:
    told = mentions(text)
    assert [m.text for m in told if m.kind == "person"] == persons
    assert [m.text for m in told if m.kind == "place"] == found


@pytest.mark.parametrize(
    ("text", "name", "rank", "post"),
    [
        (
            "Undersecretary for Operations Major General Hamad Zorvan came.",
            "Hamad Zorvan",
            "Major General",
            "Undersecretary for Operations",
        ),
        ("The military attaché, Colonel Fabio Zorvan, came.", "Fabio Zorvan", "Colonel", "military attaché"),
        (
            "Colonel Ali Zorvan, commander of the Finance Ministry detachment, came.",
            "Ali Zorvan",
            "Colonel",
            "commander of the Finance Ministry detachment",
        ),
    ],
)
def test_a_grade_stays_outside_the_post(text: str, name: str, rank: str, post: str) -> None:
    person = next(m for m in mentions(text) if m.kind == "person")
    assert (person.text, person.rank, person.post) == (name, rank, post)


def test_a_body_does_not_take_a_first_name() -> None:
    told = mentions("Assistant Director of the Department of Environment Shefali Khatun came.")
    assert [(m.kind, m.text) for m in told if m.kind != "post"] == [
        ("organization", "Department of Environment"),
        ("person", "Shefali Khatun"),
    ]


def test_an_abbreviation_opens_a_counted_formation() -> None:
    told = mentions("He will join as Commandant of the ZORP 4th Battalion.")
    assert [m.text for m in told if m.kind == "organization"] == ["ZORP 4th Battalion"]


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("The National Institute of Civil Defense (INDEZI) came. INDEZI said so.", "organization", "INDEZI"),
        (
            "Trucks of Zorvan Oil and Gas Nigeria Limited stood there.",
            "organization",
            "Zorvan Oil and Gas Nigeria Limited",
        ),
        ("The Clean Water Project of the Red Cross grows.", "initiative", "Clean Water Project"),
        ("Three left the wilayats of Zorvan, Duqmar and Al Jazir.", "place", "Al Jazir"),
        ("A stop in tambon Huai Zorvai was made.", "place", "Huai Zorvai"),
        ("Ali son of Gul Khan of Zorvan, was held.", "place", "Zorvan"),
        ("They were Sunday Zorvan, 41, and another.", "person", "Sunday Zorvan"),
        ("Dr. Talal Said Al Mamari came.", "person", "Talal Said Al Mamari"),
    ],
)
def test_names_of_other_countries(text: str, kind: str, found: str) -> None:
    assert found in [m.text for m in mentions(text) if m.kind == kind]


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("Commander of the division, Colonel Ali Khan, said so.", "Commander of the division"),
        ("A B Khan, Governor of Al Zorva, came.", "Governor of Al Zorva"),
        ("Director General of Health Services Ali Khan came.", "Director General of Health Services"),
    ],
)
def test_posts_of_a_small_body_or_a_function(text: str, post: str) -> None:
    told = mentions(text)
    assert post in [m.post for m in told if m.kind == "person"]
    assert not [m for m in told if m.kind == "organization"]


def test_an_officers_district_is_not_in_his_name() -> None:
    told = mentions("NEW DELHI: SSP Kupwara Ghulam Zorvan Wani said so on Monday.")
    assert [(m.text, m.rank, m.post) for m in told if m.kind == "person"] == [
        ("Ghulam Zorvan Wani", "SSP", "SSP Kupwara")
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Fields were flooded in Lahore and Noor Shah on Monday.", ["Lahore", "Noor Shah"]),
        ("Fields in Duqmar, Zorvan and Kolmek were flooded.", ["Duqmar", "Zorvan", "Kolmek"]),
        ("A blaze broke out in Kingston Eastern, Jamaica, on Monday.", ["Kingston Eastern", "Jamaica"]),
        ("The emir received at Zorvan Palace Colonel Ali Khan.", ["Zorvan Palace"]),
    ],
)
def test_rows_sides_and_buildings(text: str, found: list[str]) -> None:
    assert places(text) == found


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("They were Gift Zorvan, 31, and Grace Kolmek, 33, both of them drivers.", ["Gift Zorvan", "Grace Kolmek"]),
        ("Mayor George Mwanza pledged lights.", ["George Mwanza"]),
        ("Trucks went from Lahore to Noor Shah, he said.", []),
    ],
)
def test_words_and_regions_that_are_names_of_persons(text: str, persons: list[str]) -> None:
    assert [m.text for m in mentions(text) if m.kind == "person"] == persons
