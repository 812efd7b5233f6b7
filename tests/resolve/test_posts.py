"""A post has one canonical name, however it is printed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.language.names import fold
from flows.language.seeds import rows
from flows.resolve.post_words import titles
from flows.resolve.posts import read_post, read_posts

ONE_POST = {
    "Adviser to the Chief Minister on Mines": [
        ("Advisor to CM on Mines", None), ("Chief Minister’s Adviser on Mines", None),
    ],
    "Deputy Commissioner Central": [("DC Central", None)],
    "Inspector General of Police, Punjab": [
        ("IG Punjab", None), ("IGP Punjab", None), ("Punjab IG", None), ("PPO Punjab", None), ("IG", "Punjab Police"),
        ("Inspector General of Police (IGP) Punjab", None), ("Punjab police chief", None), ("Inspector-General of Punjab Police", None),
    ],
    "Inspector General of Police, Islamabad": [
        ("IG Islamabad", None), ("Islamabad IGP", None), ("IGP", "Islamabad Police"), ("IG ICT Police", None),
        ("Inspector General of Islamabad Capital Police", None),
    ],
    "Inspector General of Police, Khyber Pakhtunkhwa": [("IGP KP", None), ("IG KPK", None), ("KP police chief", None)],
    "Deputy Inspector General Operations, Lahore": [
        ("DIG Operations Lahore", None), ("DIG (Operations) Lahore", None), ("Lahore DIG Operations", "Lahore Police"),
    ],
    "District Police Officer, Swat": [("DPO Swat", None), ("Swat District Police Officer (DPO)", None)],
    "Minister for Interior": [
        ("Interior Minister", None), ("Federal Minister for Interior", None), ("Federal Interior Minister", None),
    ],
    "Minister for Foreign Affairs, Iran": [("Iranian Foreign Minister", None), ("Foreign Minister of Iran", None)],
    "Managing Director, Punjab Safe Cities Authority": [
        ("MD PSCA", "Punjab Safe Cities Authority"), ("Managing Director (MD) PSCA", "Punjab Safe Cities Authority"),
    ],
    "Additional Inspector General of Police, Karachi": [("Addl. IGP Karachi", None), ("Additional IGP Karachi", None)],
    "Additional Secretary Foreign Affairs": [("Additional Foreign Secretary", None), ("Additional Secretary Foreign Affairs", None)],
    "Special Secretary Health": [("Special Health Secretary", None), ("Special Secretary Health", None)],
    "Minister for Justice": [("Justice Minister", None), ("justice minister", None)],
    "Secretary for Railways": [("Secretary Railways", None), ("Secretary Ministry of Railways", "Ministry of Railways")],
    "Chairman, Federal Board of Revenue": [
        ("Chairman Federal Board of Revenue", "Federal Board of Revenue"), ("FBR Chairman", "Federal Board of Revenue"),
    ],
    "Special Assistant to the Prime Minister on Trade": [
        ("SAPM on Trade", None), ("Special Assistants to PM on Trade", None), ("PM’s Special Assistant for Trade", None),
    ],
    "Ambassador of Kenya": [
        ("Kenyan Ambassador", None), ("Ambassador of the Republic of Kenya", None),
        ("Ambassador Extraordinary and Plenipotentiary of Kenya", None),
    ],
    "Deputy Minister for Foreign Affairs, Norway": [("Norwegian Deputy Foreign Minister", None)],
    "Prime Minister, Democratic Republic of the Congo": [("Prime Minister of the Democratic Republic of the Congo", None)],
    "Senator": [("Democratic Senator", None), ("Senator", None)],
    "Economist": [("economist", None)],
    "Minister for Commerce": [("Commerce Minister", None), ("Federal Minister for Commerce", None)],
    "Ambassador to Iran": [("Ambassador to Iran", None), ("Pakistan's ambassador to Iran", None)],
    "Ambassador of Iran": [("Iranian Ambassador", None), ("Ambassador of Iran", None), ("Ambassador of Iran to Pakistan", None)],
    "Special Assistant to the Prime Minister on Youth Affairs": [
        ("PM's Special Assistant on Youth Affairs", None), ("Special Assistant to PM on Youth Affairs", None),
        ("SAPM on Youth Affairs", None),
    ],
    "Minister for Law": [("Federal Minister for Law and Justice Senator", None), ("law minister", None)],
    "Prime Minister": [("Prime Minister", "Pakistan Tehreek-e-Insaf"), ("PM", None)],
    "Chief of Army Staff": [("Chief of the Army Staff", None), ("COAS", None)],
    "President, United States": [("US President", None), ("U.S. President", None)],
    "Prime Minister, India": [("INDIAN PRIME MINISTER", None), ("Indian prime minister", None)],
    "Chairman, National Accountability Bureau": [
        ("Chairman National Accountability Bureau (NAB)", "National Accountability Bureau"), ("NAB chairman", None),
    ],
    "Chief Justice, Sindh High Court": [
        ("Acting Chief Justice of the Sindh High Court", "Peshawar High Court"), ("Chief Justice of the High Court of Sindh", None),
    ],
    "Minister for Information": [("Minister for Information, Broadcasting, National Heritage and Culture", None)],
    "Inspector General Prisons, Punjab": [("IG Prisons Punjab", None), ("IG (Prisons) Punjab", None)],
    "Chairman, Pakistan Telecommunication Authority": [("PTA chairman", "Pakistan Telecommunication Authority")],
    "Director General, Inter-Services Public Relations": [
        ("Inter-Services Public Relations director general", "Inter-Services Public Relations"),
        ("Director-General of Inter-Services Public Relations (DG ISPR)", "Inter-Services Public Relations"),
    ],
    "Chief of Army Staff, Pakistan": [
        ("Pakistan's Army Chief", None), ("COAS Pak", None), ("Pakistan Army Chief", "Pakistan Army"),
    ],
    "Superintendent of Police, Saddar": [("SP Saddar", "Saddar Police")],
    "Minister for Power": [("Minister for Power Division", "Power Division"), ("Minister for Energy (Power Division)", "Power Division")],
    "Minister for Kashmir Affairs and Gilgit-Baltistan": [
        ("Minister for Kashmir Affairs and Gilgit Baltistan", None), ("Federal Minister for Kashmir and Gilgit-Baltistan", None),
    ],
    "Speaker, Balochistan Assembly": [("Balochistan Assembly Speaker", None), ("Speaker of the Balochistan Assembly", None)],
    "Chairman Joint Chiefs of Staff Committee": [("CJCSC General", None)],
    "MNA": [("MNAs", None), ("MNA", None), ("Member of the National Assembly (MNA)", None), ("member National Assembly", None)],
    "Senior Minister, Sindh": [("Sindh Senior Minister", None)],
    "Founder": [("party founder", None)],
    "Additional Sessions Judge": [("additional sessions judge", None)],
    "Deputy Controller of Examinations": [("Deputy Controller of Examinations", None)],
    "Prime Minister, Qatar": [("Prime Minister of the State of Qatar", None)],
    "Secretary for Information": [("Secretary Information and Broadcasting", None), ("Information Secretary", None)],
    "General": [("General", None), ("Gen.", None), ("Général", None)],
    "Chargé d'Affaires, Italy": [
        ("Chargé d'Affaires of Italy", None), ("Charge d’affaires of Italy", None), ("Italian Charge d'Affaires", None),
    ],
    "Controller General of Accounts": [("Controller General of Accounts", None)],
    "Surveyor General, Pakistan": [("Surveyor General of Pakistan", None)],
}  # fmt: skip


@pytest.mark.parametrize(
    ("name", "printed", "body"), [(name, *form) for name, forms in ONE_POST.items() for form in forms]
)
def test_canonical_name(name: str, printed: str, body: str | None) -> None:
    assert read_post(printed, body, "PK").name == name


@pytest.mark.parametrize(
    ("printed", "status", "name"),
    [
        ("former prime minister", "former", "Prime Minister"),
        ("ex-IG Sindh", "former", "Inspector General of Police, Sindh"),
        ("acting IG Punjab", "acting", "Inspector General of Police, Punjab"),
        ("Afghan Acting Minister for Mines", "acting", "Minister for Mines, Afghanistan"),
        ("High Commissioner-designate to Rwanda", "incoming", "High Commissioner to Rwanda"),
        ("Ambassador of Italy in Pakistan", "current", "Ambassador of Italy"),
        ("Advisers", "current", "Adviser"),
        ("Special Secretary of the Ministry of Mines", "current", "Special Secretary Ministry of Mines"),
        ("newly appointed DPO Swat", "incoming", "District Police Officer, Swat"),
        ("IG Sindh", "current", "Inspector General of Police, Sindh"),
    ],
)
def test_status(printed: str, status: str, name: str) -> None:
    post = read_post(printed, None, "PK")
    assert (post.status, post.name) == (status, name)


@pytest.mark.parametrize(
    ("printed", "specific"), [("IG Punjab", True), ("DIG Headquarters", True), ("SHO", False), ("", False)]
)
def test_specific_posts_name_one_office(printed: str, specific: bool) -> None:
    assert read_post(printed, None, "PK").is_specific is specific


def test_marks_of_retirement_are_the_holders() -> None:
    names = {read_post(f"Major General {mark}").name for mark in ("(R)", "(Retd)", "(retd.)", "®", "retd")}
    assert names == {"Major General"}


def test_an_envoy_to_the_reports_country_is_the_senders() -> None:
    assert read_post("Ambassador to Pakistan", None, "CN", "PK").name == "Ambassador of China"
    assert read_post("Chinese Ambassador to Pakistan", None, "CN", "PK").name == "Ambassador of China"
    assert read_post("Ambassador to Iran", None, "PK", "PK").name == "Ambassador to Iran"


@given(st.text(max_size=60), st.none() | st.text(max_size=20))
def test_no_text_raises(printed: str, body: str | None) -> None:
    post = read_post(printed, body, "PK")
    assert post.status in ("current", "former", "acting", "additional", "incoming")


@pytest.mark.parametrize("name", ONE_POST)
def test_a_canonical_name_reads_as_itself(name: str) -> None:
    assert read_post(name, None, "PK").name == name


@pytest.mark.parametrize(
    ("printed", "body", "names"),
    [
        ("Deputy Prime Minister and Foreign Minister", None, ["Deputy Prime Minister", "Minister for Foreign Affairs"]),
        ("Crown Prince and Prime Minister of Saudi Arabia", None, ["Crown Prince, Saudi Arabia", "Prime Minister, Saudi Arabia"]),
        (
            "CDA Chairman and Chief Commissioner Islamabad", "Capital Development Authority",
            ["Chairman, Capital Development Authority", "Chief Commissioner, Islamabad"],
        ),
        ("Minister for Law and Justice", None, ["Minister for Law"]),
        ("Minister for Law and Justice Senator", None, ["Minister for Law"]),
        ("Federal Secretary for Information and Broadcasting", None, ["Secretary for Information"]),
        ("President and Prime Minister", None, ["President to the Prime Minister"]),
        (
            "Vice Chancellor, Brook Valley University (BVU)", "Brook Valley University",
            ["Vice Chancellor, Brook Valley University"],
        ),
        ("District and Sessions Judge", None, ["District and Sessions Judge"]),
        ("President and CEO", None, ["President and CEO"]),
    ],
)  # fmt: skip
def test_two_offices_of_one_holder_are_two_posts(printed: str, body: str | None, names: list[str]) -> None:
    assert [post.name for post in read_posts(printed, body, "PK")] == names


@given(st.text(max_size=40), st.sampled_from(["", " and ", "/", " & "]), st.text(max_size=40))
def test_printed_words_are_one_or_two_posts(one: str, joint: str, other: str) -> None:
    assert 1 <= len(read_posts(f"{one}{joint}{other}")) <= 2


@pytest.mark.parametrize("list_", ["ranks", "posts"])
def test_forms_that_differ_in_accents_or_case_alone_are_one_title(list_: str) -> None:
    """A title is looked up by its folded form: of two canonical names all holders had the one that the list told last."""
    told: dict[str, set[str]] = {}
    for row in rows(list_):
        if row.get("kind", "title") == "title":
            told.setdefault(fold(row["form"]), set()).add(row["canonical"])
    assert [names for names in told.values() if len(names) > 1] == []


@pytest.mark.parametrize("printed", ["PTI leader", "former PTI leader", "Pakistan Tehreek-e-Insaf (PTI) leader"])
def test_words_that_name_the_body_are_no_part_of_a_post(printed: str) -> None:
    """Where no title is listed, too: each party had its own leader twice, once by its initials."""
    assert read_post(printed, "Pakistan Tehreek-e-Insaf").name == "Leader, Pakistan Tehreek-e-Insaf"


def test_an_envoy_to_what_is_no_country_keeps_where_he_is_sent() -> None:
    """They all were ``Ambassador to``, one post with many holders."""
    assert read_post("Ambassador of Pakistan to the European Union", None, "PK").name == "Ambassador to European Union"


def test_no_post_is_listed_as_a_body() -> None:
    """Five were, since archives print them with an abbreviation: then a general's rank was part of his post, and his post a body."""
    bodies = {name for row in rows("organizations") for name in (row["name"], *row["aliases"].split(";"))}
    assert {name for name in bodies if " " in name and fold(name) in titles()} == set()
