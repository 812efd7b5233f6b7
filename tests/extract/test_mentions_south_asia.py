"""Bodies, posts and names as the press of South Asia prints them: one sentence a rule, in our own words."""

import pytest

from tests.extract.building import found, mentions


@pytest.mark.parametrize(
    ("text", "kind", "names"),
    [
        ("He wrote to the Fisheries, Livestock and Dairies Department.", "organization", ["Fisheries, Livestock and Dairies Department"]),
        ("Officers of the Food, Health and Education Departments came.", "organization", ["Health and Education Departments"]),
        ("He heads the Industries and Mines (I&M) Department.", "organization", ["Industries and Mines (I&M) Department"]),
        ("The Department of Volcanology and Meteorology warned of it.", "organization", ["Department of Volcanology and Meteorology"]),
        ("The Bhutan Institute of Modern Sciences Bill was moved.", "organization", []),
        ("The Men’s Emerging Asia Cup was put off.", "initiative", ["Men’s Emerging Asia Cup"]),
        ("They won the Provincial Women’s T20 Tournament.", "initiative", ["Provincial Women’s T20 Tournament"]),
        ("Then Hazrat Shahmir International Airport was shut.", "place", ["Hazrat Shahmir International Airport"]),
    ],
)  # fmt: skip
def test_named(text: str, kind: str, names: list[str]) -> None:
    assert found(text, kind) == names


@pytest.mark.parametrize(
    ("text", "name", "post"),
    [
        ("SP Zorvan zone Amna Tareen came.", "Amna Tareen", "SP Zorvan zone"),
        ("Secretary Transport and Works KP Bilal Ali Khan came.", "Bilal Ali Khan", "Secretary Transport and Works KP"),
        ("Ambassador to Nepal and the Maldives Lena Chaibi came.", "Lena Chaibi", "Ambassador to Nepal and the Maldives"),
        ("Director Office of Design and Digitisation Tariq Khan came.", "Tariq Khan", "Director Office of Design and Digitisation"),
        ("Deputy Chief Minister Kavita Rao came.", "Kavita Rao", "Deputy Chief Minister"),
        ("DFO Kamran Butt came.", "Kamran Butt", "DFO"),
        ("JI Ameer Hafiz Bilal Rehman came.", "Hafiz Bilal Rehman", "JI Ameer"),
        ("Ameer Farhan, of Tank, came.", "Ameer Farhan", None),
    ],
)  # fmt: skip
def test_holder(text: str, name: str, post: str | None) -> None:
    person = next(m for m in mentions(text) if m.kind == "person")
    assert (person.text, person.post) == (name, post)


def test_abbreviation_of_a_body_inside_a_post() -> None:
    text = "Inspector General of Armed Police Force (APF) Dipak Rana came."
    assert found(text, "organization") == ["Armed Police Force", "APF"]


def test_what_a_law_is_about_is_not_named() -> None:
    assert found("He spoke of the provisions of Indus Waters Treaty.", "place") == []


@pytest.mark.parametrize(
    ("text", "person", "post"),
    [
        ("President Azad Jammu and Kashmir (AJK) Barrister Bilal Mahmood came.", "Bilal Mahmood", "President Azad Jammu and Kashmir (AJK)"),
        ("So said Dean, Faculty of Education, Prof. Dr. Amna Nabeel.", "Amna Nabeel", "Dean, Faculty of Education"),
        ("Tamil National Alliance lawmaker M.A. Perera came.", "M.A. Perera", "Tamil National Alliance lawmaker"),
        ("He named Shaheed Mohtarma Amna Bhutto.", "Amna Bhutto", None),
    ],
)  # fmt: skip
def test_holder_behind_a_mark(text: str, person: str, post: str | None) -> None:
    assert [(m.text, m.post) for m in mentions(text) if m.kind == "person"] == [(person, post)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("ZDQ Chairperson Bilal Perera said the ZDQ had won.", ["ZDQ", "ZDQ"]),
        ("NA-127 candidate Bilal Khan came.", []),
        ("The Danish Ministry of Foreign Affairs said so.", ["Danish Ministry of Foreign Affairs"]),
        ("The Sindh Board of Investment and Trade said so.", ["Sindh Board of Investment and Trade"]),
        ("He is at the Ministry of Fisheries and Ocean Research.", ["Ministry of Fisheries and Ocean Research"]),
        ("It looks after health, safety and environment (HSE). The HSE is good.", []),
        ("He told the Forests and Wildlife Department so.", ["Forests and Wildlife Department"]),
        ("He told the Council and Health Department so.", ["Health Department"]),
        (
            "A UN Development Programme report and the UN Population Fund say so.",
            ["UN Development Programme", "UN Population Fund"],
        ),
    ],
)
def test_bodies(text: str, names: list[str]) -> None:
    assert found(text, "organization") == names


def test_a_ship_is_nobody() -> None:
    assert found(
        "The USS Harry S. Truman joined HMS Queen Anne off the coast. Captain Omar Malik of the PNS Saif waved.",
        "person",
    ) == ["Omar Malik"]


def test_a_last_name_is_printed_with_its_article_and_without() -> None:
    assert found("President Karim al-Dabbas came. It was an honour for Dabbas, who smiled.", "person") == [
        "Karim al-Dabbas",
        "Dabbas",
    ]


def test_a_conference_on_what_belongs_to_some() -> None:
    text = "The International Conference on Farmers’ Training in Muslim Communities is over."
    assert found(text, "initiative") == ["International Conference on Farmers’ Training in Muslim Communities"]


def test_a_tribe_is_a_last_name() -> None:
    assert found("The driver Bilal Babar Khan Musakhail came.", "person") == ["Bilal Babar Khan Musakhail"]


def test_an_ampersand_stands_for_and() -> None:
    assert found("He is with the National Database & Registration Authority.", "organization") == [
        "National Database & Registration Authority"
    ]


def test_a_portfolio_goes_on_before_a_name_between_commas() -> None:
    text = "Federal Minister for Information and Broadcasting, Parliamentary Affairs, Bilal Tareen, came."
    person = next(m for m in mentions(text) if m.kind == "person")
    assert person.post == "Federal Minister for Information and Broadcasting, Parliamentary Affairs"


def test_a_workshop_of_those_whom_it_trains() -> None:
    assert found("He came to the Editors Orientation Workshop.", "initiative") == ["Editors Orientation Workshop"]


@pytest.mark.parametrize(
    ("text", "kind", "names"),
    [
        ("Lamps stand in Park Enclave Phase III now.", "place", ["Park Enclave Phase III"]),
        ("The Artificial Intelligence (AI) Summit is over. AI tools are new.", "initiative", ["Artificial Intelligence (AI) Summit"]),
        ("He is at Zorvan International Airport (ZIA). ZIA is shut.", "place", ["Zorvan International Airport", "ZIA", "ZIA"]),
        ("Dr Alamzeb Mohmand came.", "person", ["Alamzeb Mohmand"]),
        ("The teacher Ruhin Hossain Prince came.", "person", ["Ruhin Hossain Prince"]),
    ],
)  # fmt: skip
def test_ends_of_names(text: str, kind: str, names: list[str]) -> None:
    assert found(text, kind) == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "It is part of the Chief Minister’s Stunting Reduction Programme.",
            "Chief Minister’s Stunting Reduction Programme",
        ),
        ("He runs the Amna Bhutto Shaheed Youth Training Programme.", "Amna Bhutto Shaheed Youth Training Programme"),
        ("Families got it under the Majhi Ladki Bahin Yojana.", "Majhi Ladki Bahin Yojana"),
    ],
)
def test_initiatives(text: str, name: str) -> None:
    assert found(text, "initiative") == [name]


def test_an_abbreviation_behind_of_in_a_post() -> None:
    assert found("Coordinator General of ZQ-TECH Amna Butt came. ZQ-TECH met.", "organization") == [
        "ZQ-TECH",
        "ZQ-TECH",
    ]


def test_a_body_with_its_place_before_a_title() -> None:
    text = "Board of Primary Training (BPT) Lahore spokesperson Tahir Javed came."
    person = next(m for m in mentions(text) if m.kind == "person")
    assert person.post == "Board of Primary Training (BPT) Lahore spokesperson"
