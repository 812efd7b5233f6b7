"""Forms of address and ranks of many countries, initials of two letters, and places in a row: one sentence a rule, in our own words."""

import pytest

from tests.extract.building import found, mentions


@pytest.mark.parametrize(
    ("text", "name", "rank"),
    [
        ("Ato Tesfaye Bekele came.", "Tesfaye Bekele", None),
        ("Weizero Hanna Tadesse came.", "Hanna Tadesse", None),
        ("Kgosi Mosadi Seboko came.", "Mosadi Seboko", None),
        ("He met U Tin Maung Win, and left.", "Tin Maung Win", None),
        ("Daw Mya Thida came.", "Mya Thida", None),
        ("Thiru Karthik Raman came.", "Karthik Raman", None),
        ("Avv. Paolo Bianchi came.", "Paolo Bianchi", None),
        ("The driver Ts. Batbayar of Khovd came.", "Ts. Batbayar", None),
        ("Generalmajor Uwe Hartnagel came.", "Uwe Hartnagel", "Generalmajor"),
        ("Letkol Inf Budi Santoso came.", "Budi Santoso", "Letkol Inf"),
        ("Capitán de Navío Jorge Paz came.", "Jorge Paz", "Capitán de Navío"),
        ("Police Captain Joy Ann Bautista came.", "Joy Ann Bautista", "Police Captain"),
        ("The midfielder Kevin Osei came.", "Kevin Osei", None),
        ("He leaves two children, Tadala and Chisomo.", "Tadala", None),
    ],
)
def test_person(text: str, name: str, rank: str | None) -> None:
    person = next(m for m in mentions(text) if m.kind == "person")
    assert (person.text, person.rank) == (name, rank)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Roads in Tembani, Zovuni and Kalambo districts were shut.", ["Tembani", "Zovuni", "Kalambo"]),
        ("Roads in the villages of Zovuni and Kalambo were shut.", ["Zovuni", "Kalambo"]),
        ("Raids at Kampung Tenglu and Taman Desa Melor went on.", ["Kampung Tenglu", "Taman Desa Melor"]),
        ("A man of the village of Zovuni and Juma Hassan came.", ["Zovuni"]),
    ],
)
def test_places_in_a_row(text: str, places: list[str]) -> None:
    assert found(text, "place") == places


def test_abbreviation_of_a_body_that_is_a_title_as_well() -> None:
    text = "The Police Regional Office 8 (PRO-8) said so. The PRO-8 named three men."
    assert found(text, "organization") == ["Police Regional Office 8", "PRO-8", "PRO-8"]


@pytest.mark.parametrize(
    ("text", "holders"),
    [
        ("Asad Tariq, CTO Multan, has been transferred and posted as SSP Operations Sargodha.", ["CTO Multan", "SSP Operations Sargodha"]),
        ("Asad Tariq, DPO Okara, as SP City and Bilal Khan as SP Saddar.", ["DPO Okara", "SP City"]),
        ("According to it, SSP Asad Tariq, awaiting posting, has been posted as DPO Okara.", ["SSP", "DPO Okara"]),
        ("Asad Tariq, a BS-18 officer, waiting for posting, was made SSP East.", ["SSP East"]),
        ("B. Bayar, Brigadier General and Head of the Border Agency, came.", ["Brigadier General", "Head of the Border Agency"]),
    ],
)  # fmt: skip
def test_posts_that_one_person_holds(text: str, holders: list[str]) -> None:
    found = mentions(text)
    first = next(m.ordinal for m in found if m.kind == "person")
    assert [m.text for m in found if m.kind == "post" and m.holder_ordinal == first] == holders


def test_who_appoints_somebody_is_not_appointed() -> None:
    text = "General Tariq Shah has appointed Colonel Asad Raza as the new chief."
    assert [(m.text, m.rank) for m in mentions(text) if m.kind == "person"] == [
        ("Tariq Shah", "General"),
        ("Asad Raza", "Colonel"),
    ]


def test_who_signs_has_the_rank_and_post_below_his_name() -> None:
    text = "The men were held, police said.\n\nMusa Ibeh\nASP\nDeputy Police Spokesperson, Kano"
    person = next(m for m in mentions(text) if m.kind == "person")
    assert (person.text, person.rank, person.post) == ("Musa Ibeh", "ASP", "Deputy Police Spokesperson, Kano")


def test_names_of_persons_do_not_vote_for_the_country_of_a_report() -> None:
    found = mentions("Mr Karabo Gare and Mr Otsile Gare of Botswana came.")
    assert {m.country_code for m in found if m.kind == "person"} == {"BW"}


@pytest.mark.parametrize(
    ("text", "kind", "names"),
    [
        ("It is part of the 'Clean Valley' programme.", "initiative", ["Clean Valley"]),
        ("The Prime Minister’s Secretariat said so.", "organization", ["Prime Minister’s Secretariat"]),
        ("Sepoys, Risaldars and drivers came.", "person", []),
        ("Dr AQ Khan came.", "person", ["AQ Khan"]),
        ("Vice President JD Vance met Chief Minister MK Stalin.", "person", ["JD Vance", "MK Stalin"]),
        ("Coach RP Singh and DC AJ Khan came.", "person", ["RP Singh", "AJ Khan"]),
        ("Prime Minister KP Sharma Oli met Governor KP Faisal Kundi.", "person", ["KP Sharma Oli", "Faisal Kundi"]),
        ("SP CB Ali Raza met Director HR Ahmed Khan.", "person", ["Ali Raza", "Ahmed Khan"]),
        ("Politician Ali Mardan Domki came.", "person", ["Ali Mardan Domki"]),
    ],
)
def test_names(text: str, kind: str, names: list[str]) -> None:
    assert found(text, kind) == names


@pytest.mark.parametrize(
    ("text", "kind", "names"),
    [
        ('Sheriff Ernest "Bud" Ellison came.', "person", ['Ernest "Bud" Ellison']),
        ("Garda Aoife Brophy came.", "person", ["Aoife Brophy"]),
        ("The Sindh home department said so.", "organization", ["Sindh home department"]),
        ("Posts in Lahore and Tembeke were shut.", "place", ["Lahore", "Tembeke"]),
        ("Posts in Tembeke and Lahore were shut.", "place", ["Tembeke", "Lahore"]),
    ],
)
def test_names_by_what_stands_beside_them(text: str, kind: str, names: list[str]) -> None:
    assert found(text, kind) == names


@pytest.mark.parametrize(
    ("text", "name", "post"),
    [
        ("SP Zorvan Town Liaqat Anwar, SP Iqbal Town and others came.", "Liaqat Anwar", "SP Zorvan Town"),
        ("Commissioner Makran Division Qambar Ali came.", "Qambar Ali", "Commissioner Makran Division"),
        ("DIG Traffic Peer Bilal Anwar came.", "Peer Bilal Anwar", "DIG Traffic"),
        ("Director Parks (West) Bilal Anwar came.", "Bilal Anwar", "Director Parks (West)"),
        ("Member Environment Bilal Anwar came.", "Bilal Anwar", "Member Environment"),
        ("Senator Zarqa Anwar came.", "Zarqa Anwar", "Senator"),
        ("SP Lahore Karan P. was there.", "Karan P.", "SP Lahore"),
        (
            "He received in Riyadh Malaysian Minister of Health Bilal Anwar.",
            "Bilal Anwar",
            "Malaysian Minister of Health",
        ),
        (
            "The Acting Director General of Passports Bilal Anwar came.",
            "Bilal Anwar",
            "Acting Director General of Passports",
        ),
        ("Commissioner Fortunate Moyo came.", "Fortunate Moyo", "Commissioner"),
        ("The Chief Secretary to the Government Bilal Anwar came.", "Bilal Anwar", "Chief Secretary to the Government"),
        ("BRS working president Bilal Anwar came.", "Bilal Anwar", "BRS working president"),
        ("The mayor, Mr Patrick Nana Zorvan, came.", "Patrick Nana Zorvan", "mayor"),
    ],
)
def test_where_a_post_ends_and_its_holder_begins(text: str, name: str, post: str) -> None:
    person = next(m for m in mentions(text) if m.kind == "person")
    assert (person.text, person.post) == (name, post)


def test_a_name_with_figures_is_no_person() -> None:
    assert "person" not in {m.kind for m in mentions("The operation named Zorvan-52 went on.")}


def test_minister_of_justice_is_no_justice() -> None:
    text = (
        "Minister of Justice Ann Berg and Minister of Justice and Home Affairs Jonas Lund spoke. Justice Ola Dahl came."
    )
    told = {m.text: (m.rank, m.post) for m in mentions(text) if m.kind == "person"}
    assert told["Ann Berg"] == ("Minister", "Minister of Justice")
    assert told["Jonas Lund"] == ("Minister", "Minister of Justice and Home Affairs")
    assert told["Ola Dahl"] == ("Justice", None)


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("Asad Raza was assigned the portfolio of planning minister on Monday.", "planning minister"),
        ("Asad Raza assumed the charge of Deputy Commissioner Kasur on Friday.", "Deputy Commissioner Kasur"),
        ("Asad Raza has been given the additional charge of SSP Traffic Multan.", "SSP Traffic Multan"),
        ("Asad Raza spoke of the chairman.", None),
    ],
)
def test_a_charge_that_is_given_is_a_post(text: str, post: str | None) -> None:
    assert next(m for m in mentions(text) if m.kind == "person").post == post
