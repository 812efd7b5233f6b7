"""Words that name nobody by themselves, abbreviations that are said as words, and names behind a word in small letters."""

import pytest

from tests.extract.test_mentions import found, mentions


@pytest.mark.parametrize(
    ("text", "kind", "names"),
    [
        ("The lecture on Islam drew the Ulema of Quetta.", "person", []),
        ("Mr Nahid Islam spoke on Monday.", "person", ["Nahid Islam"]),
        ("Officials of Nepra and Unesco met on Monday.", "organization", ["Nepra", "Unesco"]),
        ("Roads in south Punjab are shut.", "place", ["Punjab"]),
        ("Villages on the Indus river were warned.", "place", ["Indus river"]),
        ("Visitors admired the Sistine Chapel on Monday.", "person", []),
        ("Donors pledged money for TB, HPV and GMO research.", "organization", []),
        ("A VPN, an SRO and the NGO were named in the plea.", "organization", []),
    ],
)
def test_what_a_word_names(text, kind, names):
    assert found(text, kind) == names


@pytest.mark.parametrize(
    ("text", "printed", "name", "country"),
    [
        ("Brazil's Supreme Court freed the senator.", "Supreme Court", "Supreme Court", "BR"),
        ("The Supreme Court of India freed him.", "Supreme Court of India", "Supreme Court of India", None),
        ("The Nigerian Senate met.", "Nigerian Senate", "Nigerian Senate", "NG"),
        ("In Islamabad the Supreme Court freed him.", "Supreme Court", "Supreme Court of Pakistan", "PK"),
        ("In Abuja the Senate met.", "Senate", "Senate", "NG"),
    ],
)
def test_a_court_or_senate_is_that_of_the_country_told(text, printed, name, country):
    body = next(m for m in mentions(text) if m.kind == "organization")
    assert (body.text, body.name, body.country_code) == (printed, name, country)


@pytest.mark.parametrize(
    ("text", "name", "post", "country"),
    [
        ("NAIROBI: Senate Speaker Amos Kiptoo read the letter.", "Amos Kiptoo", "Senate Speaker", "KE"),
        ("Brazil's Supreme Court President Carlos Alves landed in Lahore.", "Carlos Alves", "Supreme Court President", "BR"),
        ("LAHORE: Senate Chairman Nadir Khan read the letter.", "Nadir Khan", "Senate Chairman", "PK"),
        (
            "KATHMANDU: The Leader of the House in the National Assembly, Hari Thapa, rose.",
            "Hari Thapa", "Leader of the House in the National Assembly", "NP",
        ),
        (
            "LAHORE: Opposition Leader in Punjab Assembly Nadir Khan rose.",
            "Nadir Khan", "Opposition Leader in Punjab Assembly", "PK",
        ),
        ("LAHORE: Opposition leader Nadir Khan rose in the Senate.", "Nadir Khan", "Opposition leader", "PK"),
    ],
)  # fmt: skip
def test_who_holds_a_post_of_an_assembly_is_of_its_country(text, name, post, country):
    person = next(m for m in mentions(text) if m.kind == "person")
    assert (person.text, person.post, person.country_code) == (name, post, country)


@pytest.mark.parametrize(
    ("text", "kind", "names"),
    [
        ("The Standing Committee on Religious Affairs met on Monday.", "organization", ["Standing Committee on Religious Affairs"]),
        ("The Senate committee met on Monday.", "organization", ["Senate"]),
        ("The Centre for Dryland Farming (CDF) sold seed.", "organization", ["Centre for Dryland Farming", "CDF"]),
        ("The Centre and Sindh disagree on water.", "organization", []),
        ("Nurses of Sir Karim Dad Hospital went on strike.", "place", ["Sir Karim Dad Hospital"]),
        ("He read law at Imam Tariq bin Ziyad University.", "organization", ["Imam Tariq bin Ziyad University"]),
        ("The 101st Infantry Brigade guards the dam.", "organization", ["101st Infantry Brigade"]),
        ("The Directorate General of Customs Valuation fixed the price.", "organization", ["Directorate General of Customs Valuation"]),
        ("The Faculty of Arabic and Islamic Studies has a new dean.", "organization", ["Faculty of Arabic and Islamic Studies"]),
    ],
)  # fmt: skip
def test_how_far_the_name_of_a_body_goes(text, kind, names):
    assert found(text, kind) == names


@pytest.mark.parametrize(
    ("text", "kind", "names"),
    [
        ("Aid reached pregnant and lactating women (PLW) on Monday. PLW need more.", "organization", []),
        ("Aid reached the Punjab Labour Wing (PLW) on Monday. PLW needs more.", "organization", ["PLW", "PLW"]),
        ("The result in NA-196 was held back.", "organization", []),
        ("Automaker Zorvan Motor Corp. raised pay.", "organization", ["Zorvan Motor Corp."]),
        ("Peruvians fled on Monday.", "person", []),
        ("The officers flew the Tejas on Monday.", "person", []),
        ("Ships of the Black Sea Fleet sailed.", "organization", ["Black Sea Fleet"]),
    ],
)
def test_what_a_word_is_not(text, kind, names):
    assert [n for n in found(text, kind) if n != "Punjab Labour Wing"] == names


def test_who_speaks_for_a_kind_of_body_opens_a_sentence():
    text = "Government spokesman Raja Tariq spoke. Opposition MP Faiz Koya left. Sugar Minister Charan Singh stayed."
    assert [m.post for m in mentions(text) if m.kind == "person"] == [
        "Government spokesman",
        "Opposition MP",
        "Sugar Minister",
    ]


def test_one_portfolio_is_not_another():
    text = "The foreign minister held a phone call. Interior Minister Ali Yerlikaya wrote a book. The interior minister smiled."
    held = {m.text: m.holder_ordinal is not None for m in mentions(text) if m.kind == "post"}
    assert held == {"Interior Minister": True, "interior minister": True}  # the foreign minister is not he


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("Rukhsana Bibi, a member of the Punjab Bar Council, spoke.", "member of the Punjab Bar Council"),
        (
            "Kashif Ali, counsel for the National Accountability Bureau, left.",
            "counsel for the National Accountability Bureau",
        ),
        (
            "Sadia Rehman, chair of the Senate Standing Committee on Water, presided.",
            "chair of the Senate Standing Committee on Water",
        ),
        ("Tariq Khan, a member of his family, spoke.", None),
    ],
)
def test_what_is_said_of_a_person_between_commas(text, post):
    assert [m.post for m in mentions(text) if m.kind == "person"] == [post]


def test_a_place_goes_on_behind_a_particle():
    assert found("Police raided flats in San Juan de Zorvilla on Monday.", "place") == ["San Juan de Zorvilla"]


@pytest.mark.parametrize(
    ("text", "kind", "names"),
    [
        ("The caller was traced by the Verify 15 system.", "initiative", ["Verify 15"]),
        ("Officials explained the Clinic on Wheels project.", "initiative", ["Clinic on Wheels"]),
        ("Doctors praised the Primary Health Care system.", "initiative", []),
        ("Guests met at Al Zorvan Palace on Monday.", "place", ["Al Zorvan Palace"]),
        ("The Russian Security Council met.", "organization", ["Russian Security Council"]),
        ("The Prosecutor General's Office appealed.", "organization", ["Prosecutor General's Office"]),
        ("The Zorvan Flood Control Commission sued. ZFCC won.", "organization", ["Zorvan Flood Control Commission", "ZFCC"]),
        ("Won Do-yeon, the South Korean ambassador, spoke.", "person", ["Won Do-yeon"]),
        ("Councillor Karen Santos called it late.", "person", ["Karen Santos"]),
    ],
)  # fmt: skip
def test_names_of_other_lands(text, kind, names):
    assert found(text, kind) == names


def test_a_remark_or_another_bodys_abbreviation_in_brackets_is_no_name_of_the_body():
    text = "The Pakistan Army (elsewhere) came. Elsewhere it rained. The Pakistan Peoples Party (PTI) and PTI spoke."
    bodies = [(m.text, m.name) for m in mentions(text) if m.kind == "organization"]
    assert bodies == [
        ("Pakistan Army", "Pakistan Army"),
        ("Pakistan Peoples Party", "Pakistan Peoples Party"),
        ("PTI", "Pakistan Tehreek-e-Insaf"),
        ("PTI", "Pakistan Tehreek-e-Insaf"),
    ]


def test_the_last_of_a_list_of_places_is_one():
    text = "Traders from Kousseri, Mora and Zolofata, who fled last year, went home on Monday."
    assert found(text, "person") == []
