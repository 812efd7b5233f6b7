"""Mentions of persons, posts, bodies, places and initiatives: one sentence a rule, in our own words."""

import pytest

from flows.contract.records import Report, Section
from flows.extract.mentions import find_mentions
from flows.extract.reading import read
from tests.extract.building import found, mentions


@pytest.mark.parametrize(
    ("text", "name", "rank", "post"),
    [
        ("A senior adviser to US President Dwight Landon agreed.", "Dwight Landon", "President", "US President"),
        ("Adviser to KP Chief Minister Asad Lodhi came.", "Asad Lodhi", None, "Adviser to KP Chief Minister"),
        ("DIG Headquarters Muhammad Abid Khan came.", "Muhammad Abid Khan", "DIG", "DIG Headquarters"),
        ("IG Punjab Dr. Usman Anwar spoke.", "Usman Anwar", "IG", "IG Punjab"),
        ("Deputy Inspector General (DIG) Syed Ali Raza spoke.", "Syed Ali Raza", "DIG", None),
        ("Colonel Marco Montelino (Special Forces) came.", "Marco Montelino", "Colonel", "Special Forces"),
        ("Major General Luigi Landoli, Head of Unit Nine, came.", "Luigi Landoli", "Major General", "Head of Unit Nine"),
        ("He saw the Honorary Consul of Italy in Lahore, Fahad Iqbal, there.", "Fahad Iqbal", None, "Honorary Consul of Italy in Lahore"),
        ("CCPO Lahore Additional IG Ghulam Mahmood Dogar came.", "Ghulam Mahmood Dogar", "Additional IG", "CCPO Lahore"),
        ("Minister for Interior Mohsin Naqvi came.", "Mohsin Naqvi", "Minister", "Minister for Interior"),
        ("RPO Captain (R) Sohail Chaudhry came.", "Sohail Chaudhry", "Captain", "RPO"),
        ("Justice ® Nazir Ahmad came.", "Nazir Ahmad", "Justice", None),
        ("DIG (Operations) Faisal Kamran came.", "Faisal Kamran", "DIG", "DIG (Operations)"),
        ("PSO to IGP Sonia Nadeem came.", "Sonia Nadeem", None, "PSO to IGP"),
        ("Interior Minister Matteo Rossi came.", "Matteo Rossi", "Minister", "Interior Minister"),
        ("SP in Gazipur Dr Zaber Sadek came.", "Zaber Sadek", "SP", "SP in Gazipur"),
        ("Brigadier Tariq Mahmood came.", "Tariq Mahmood", "Brigadier", None),
        ("He thanked former prime minister Imran Khan.", "Imran Khan", "prime minister", "former prime minister"),
        ("They met Nadeem Ahmed Butt (DIG Traffic) and others.", "Nadeem Ahmed Butt", "DIG", "DIG Traffic"),
        ("They met Dr Asad Nawaz Lodi (Vice Chancellor) there.", "Asad Nawaz Lodi", None, "Vice Chancellor"),
        ("Zorvan Keltis, the governor of Nairobi, came.", "Zorvan Keltis", "governor", "governor of Nairobi"),
        ("Commissioner Drew Harris came.", "Drew Harris", None, "Commissioner"),
        ("The Ashanti Regional Commander, ACP Kofi Mensah, came.", "Kofi Mensah", "ACP", "Ashanti Regional Commander"),
        ("Director General Rangers Brigadier Asad Khan came.", "Asad Khan", "Brigadier", "Director General Rangers"),
        ("Headmistress Nasreen Akhtar came.", "Nasreen Akhtar", None, "Headmistress"),
        ("DSP Moin ud Din Khan came.", "Moin ud Din Khan", "DSP", None),
        ("Lt, (Rtd) Aslam Pervez came.", "Aslam Pervez", "Lt", None),
        ("The Ambassador in Lahore, Neil Hawkins came.", "Neil Hawkins", "Ambassador", "Ambassador in Lahore"),
        ("Sergeant Tom Hill, a guard, came.", "Tom Hill", "Sergeant", None),
        ("Inspector Anna Stock, aged 40, came.", "Anna Stock", "Inspector", None),
        ("Assistant Superintendent of Police (ASP) Grace Mensah came.", "Grace Mensah", "ASP", None),
        ("Natal police commissioner Lieutenant-General Asad Khan came.", "Asad Khan", "Lieutenant-General", "Natal police commissioner"),
        ("AIG Logistics Capt (retd) Asad Khan came.", "Asad Khan", "AIG", "AIG Logistics"),
        ("Police Maj. Gen. Asad Khan III came.", "Asad Khan III", "Police Maj. Gen", None),
        ("Chairman Harbour Board (HB) Asad Khan came.", "Asad Khan", None, "Chairman Harbour Board (HB)"),
        ("Asad Khan, Deputy PM and Minister of Interior, came.", "Asad Khan", "Deputy PM", "Deputy PM and Minister of Interior"),
        ("Zorvan Keltis, director of the Harbour Agency, came.", "Zorvan Keltis", None, "director of the Harbour Agency"),
        ("Assistant Director (Law and Media) Asad Khan came.", "Asad Khan", None, "Assistant Director (Law and Media)"),
        ("H.H. Sheikh Asad bin Nasir Al Maktoum came.", "Asad bin Nasir Al Maktoum", None, None),
        ("The Inspector, Mr Christian Mensah, came.", "Christian Mensah", "Inspector", None),
        ("Minister Cho Ji-ho came.", "Cho Ji-ho", "Minister", "Minister"),
        ("Governor Uba Sani came.", "Uba Sani", "Governor", "Governor"),
        ("Deputy PM and Foreign Minister Asad Khan came.", "Asad Khan", "Deputy PM", "Deputy PM and Foreign Minister"),
        ("DG Immigration and Passports Asad Khan came.", "Asad Khan", "DG", "DG Immigration and Passports"),
        ("The District Commissioner, Zorvan Keltis, attended.", "Zorvan Keltis", None, "District Commissioner"),
        ("Sheikh Salem Nawaf Al-Sabah came.", "Salem Nawaf Al-Sabah", None, None),
        ("They met Senators Asad Khan and Bilal Ali.", "Asad Khan", "Senator", "Senator"),
        ("They met Federal Ministers Asad Khan and Bilal Ali.", "Asad Khan", "Minister", "Federal Minister"),
        ("They met PPP leader Asad Khan.", "Asad Khan", None, "PPP leader"),
        ("Caretaker Chief Minister Asad Khan came.", "Asad Khan", "Chief Minister", "Caretaker Chief Minister"),
        ("PC Hannah Brown came.", "Hannah Brown", "PC", "PC"),
        ("Commander Quetta Corps Lieutenant General Asad Khan came.", "Asad Khan", "Lieutenant General", "Commander Quetta Corps"),
    ],
)  # fmt: skip
def test_rank_and_post_stand_outside_the_name(text: str, name: str, rank: str | None, post: str | None) -> None:
    person = next(m for m in mentions(text) if m.kind == "person")
    assert (person.text, person.rank, person.post) == (name, rank, post)


def test_a_later_mention_by_part_of_the_name_is_the_same_person() -> None:
    rows = [m for m in mentions("SSP Tariq Illahi Mastoi spoke. Later Mastoi left.") if m.kind == "person"]
    assert [(m.text, m.name) for m in rows] == [("Tariq Illahi Mastoi",) * 2, ("Mastoi", "Tariq Illahi Mastoi")]


def test_people_with_a_name_in_common_stay_two() -> None:
    rows = [m for m in mentions("DIG Awal Khan and SSP Qasim Ali Khan spoke. Qasim left.") if m.kind == "person"]
    assert [(m.name, m.rank) for m in rows] == [
        ("Awal Khan", "DIG"),
        ("Qasim Ali Khan", "SSP"),
        ("Qasim Ali Khan", "SSP"),
    ]


def test_spellings_of_one_name_are_one_person() -> None:
    rows = [m for m in mentions("SSP Sultan Ahmad Chaudhary spoke. Sultan Ahmed Chaudhry left.") if m.kind == "person"]
    assert len({m.name for m in rows}) == 1


def test_the_speaker_of_an_officer_and_the_officer_each_have_their_post() -> None:
    rows = mentions("Khanzala Khan, spokesperson to Bannu DPO Sajjad Khan, spoke.")
    assert {m.text: m.post for m in rows if m.kind == "person"} == {
        "Khanzala Khan": "spokesperson to Bannu DPO",
        "Sajjad Khan": "Bannu DPO",
    }


def test_posts_without_names_have_no_holder_and_posts_with_names_point_to_theirs() -> None:
    rows = mentions("DIG Operations, SSP CTD and IG Punjab Usman Anwar came. The IG Punjab spoke.")
    holders = {m.text: m.holder_ordinal for m in rows if m.kind == "post"}
    person = next(m.ordinal for m in rows if m.kind == "person")
    assert holders == {"DIG Operations": None, "SSP CTD": None, "IG Punjab": person}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Kot Chandi police made an arrest.", ["Kot Chandi police"]),
        ("They toured the Institute of Public Order Studies.", ["Institute of Public Order Studies"]),
        ("The Harbour Lights Foundation (HLF) paid, HLF said.", ["Harbour Lights Foundation", "HLF", "HLF"]),
        (
            "The Swiss Agency for Dams and Canals (SDC) came. SDC paid.",
            ["Swiss Agency for Dams and Canals", "SDC", "SDC"],
        ),
        ("The Justice Department appealed.", ["Justice Department"]),
        ("Cars of General Motors were sold.", ["General Motors"]),
        ("Norrtex Corp grew, said the Archdiocese of Sylhet.", ["Norrtex Corp", "Archdiocese of Sylhet"]),
        ("They went to the Deputy Prime Minister Office.", ["Deputy Prime Minister Office"]),
        ("Local police came.", []),
    ],
)
def test_organizations_are_found_by_head_and_bound_abbreviation(text: str, names: list[str]) -> None:
    assert found(text, "organization") == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("A car stopped on Jinnah Road in Sargodha.", ["Jinnah Road", "Sargodha"]),
        ("He came from Dhokri village.", ["Dhokri"]),
        ("The Italian guests left.", []),
        ("DIG Hazara Range Nasir Satti came.", []),
    ],
)
def test_places(text: str, names: list[str]) -> None:
    assert found(text, "place") == names


def test_a_police_station_may_stand_before_its_name() -> None:
    assert found("A man died in the limits of police station Ghaibi Dero, officers said.", "place") == [
        "police station Ghaibi Dero"
    ]


def test_the_number_of_a_block_belongs_to_its_name() -> None:
    assert found("He lived in Gulistan Block 13, they said.", "place") == ["Gulistan Block 13"]


def test_initiatives_are_found_by_list_and_by_head() -> None:
    text = "They saw Tahaffuz Centers and the Harbour Watch Programme."
    assert found(text, "initiative") == ["Tahaffuz Centers", "Harbour Watch Programme"]


def test_a_list_of_names_and_posts_goes_on_as_it_begins() -> None:
    rows = mentions(
        "They were Ms Amna Khan, MNA (PPP), Ms Sara Ali, MNA (JUI), and Asad Khan, Secretary Law, of Quetta."
    )
    posts = {m.text: m.post for m in rows if m.kind == "person"}
    assert posts == {"Amna Khan": "MNA (PPP)", "Sara Ali": "MNA (JUI)", "Asad Khan": "Secretary Law"}


def test_who_is_posted_as_something_has_that_post() -> None:
    rows = mentions(
        "SP Bilal Ahmed has been posted as SP City Division, Amna Shirazi as SP Model Town, Asad Khan left."
    )
    posts = {m.text: m.post for m in rows if m.kind == "person"}
    assert posts == {"Bilal Ahmed": "SP City Division", "Amna Shirazi": "SP Model Town", "Asad Khan": None}


def test_accents_are_no_matter() -> None:
    assert found("They left Málaga and Bogotá.", "place") == ["Málaga", "Bogotá"]


def test_a_region_in_brackets_and_a_city_by_name_belong_to_the_name() -> None:
    text = "Punjab Rangers (Sindh) left Angeles City, Pampanga."
    assert found(text, "organization") == ["Punjab Rangers (Sindh)"]
    assert found(text, "place")[0] == "Angeles City"


def test_ordinals_follow_the_text_and_spans_hold_the_text() -> None:
    text = "LAHORE: IG Punjab Dr. Usman Anwar met DIG IT Mansoor ul Haq Rana at the Central Police Office."
    rows = mentions(text)
    assert [m.ordinal for m in rows] == list(range(len(rows)))
    assert all(text[m.char_start : m.char_end] == m.text for m in rows)
    assert [m.char_start for m in rows] == sorted(m.char_start for m in rows)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Japan’s police chief Kenji Sato met Paris officials in Paris.", "JP"),
        ("The Italian Consul in Lahore, Marco Rossi came from Multan.", "IT"),
        ("Dhaka Metropolitan Police Commissioner Karim Uddin came to Lahore from Multan.", "BD"),
    ],
)
def test_the_country_of_a_post_is_that_of_the_place_in_it_or_before_it(text: str, country: str) -> None:
    assert next(m.country_code for m in mentions(text) if m.kind == "person") == country


def test_who_names_no_country_is_of_the_datelines_however_many_places_abroad_are_named() -> None:
    text = "Secretary Zafar Malik spoke of camps in Mina and of flights to Jeddah and Makkah."
    assert [m.country_code for m in mentions(text) if m.kind == "person"] == ["SA"]
    assert [m.country_code for m in mentions(text, "Islamabad") if m.kind == "person"] == ["PK"]


def test_letters_of_a_script_without_capitals_name_nobody() -> None:
    assert not found("پولیس نے کہا", "person")


def test_a_post_in_the_plural_is_that_of_each_of_a_list() -> None:
    rows = mentions("MNAs Noor Alam Khan, Ms Nadia Khattak and Zahid Akram Durrani came.")
    assert [(m.name, m.rank) for m in rows if m.kind == "person"] == [
        ("Noor Alam Khan", "MNA"),
        ("Nadia Khattak", "MNA"),
        ("Zahid Akram Durrani", "MNA"),
    ]


def test_an_adverb_that_opens_a_sentence_is_no_name() -> None:
    assert found("Shockingly Asad Khan said nothing.", "person") == ["Asad Khan"]


def test_the_name_of_an_account_is_nobody() -> None:
    assert not found("He wrote (@ImranKhan) again.", "person")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("After praising the late leader Asad Khan, the Chief of Army Staff said so.", "Asad Khan"),
        ("In a letter to the National Assembly Speaker, Asad Khan complained of delay.", "Asad Khan"),
        ("Foreign Minister Asad Khan, Inspector General of Lahore Police and others came.", "Asad Khan"),
        ("Bilal Ahmad, Asad Khan, IGP Sindh, provincial secretaries and others came.", "Asad Khan"),
    ],
)
def test_whoever_acts_next_or_is_next_in_a_list_is_not_the_one_named_before(text: str, name: str) -> None:
    (post,) = {m.post for m in mentions(text) if m.text == name}
    assert post in (None, "Foreign Minister")


def test_names_that_the_model_adds_take_no_post_of_a_list_either() -> None:
    report = Report(
        report_id="0" * 16,
        source_name="x",
        source_uri="x",
        text="It was attended by ministers, Zorv Kelt, Murt Wahb, IGP Sindh, and others.",
    )
    body = Section(report_id="0" * 16, ordinal=0, kind="body", story_ordinal=0, char_start=0, char_end=len(report.text))
    assert "IGP Sindh" not in {m.post for m in find_mentions(read(report, (body,))) if m.kind == "person"}


def test_another_countrys_minister_is_not_the_one_named() -> None:
    rows = mentions("Foreign Minister Asad Khan spoke. The Chinese Foreign Minister listened.")
    assert [m.holder_ordinal for m in rows if m.post == "Chinese Foreign Minister"] == [None]


@pytest.mark.parametrize(
    ("text", "name", "post"),
    [
        ("Anna Klein, its chief executive, came.", "Anna Klein", "chief executive"),
        ("Anna Klein, the group's finance director, came.", "Anna Klein", "finance director"),
        ("Anna Klein, the EU competition commissioner, came.", "Anna Klein", "EU competition commissioner"),
        ("Asad Khan has been appointed Chief Operating Officer, they said.", "Asad Khan", "Chief Operating Officer"),
        ("Asad Khan, head of research at Harbour Limited, came.", "Asad Khan", "head of research at Harbour Limited"),
        ("Asad Khan, director of the Lahore-based Harbour Trust, came.", "Asad Khan", "director of the Lahore-based Harbour Trust"),
        ("The Zorvan manager Asad Khan came.", "Asad Khan", "Zorvan manager"),
        ("Treasury and Finance Minister Asad Khan came.", "Asad Khan", "Treasury and Finance Minister"),
        ("They met Asad Khan, former governor of Giza, there.", "Asad Khan", "former governor of Giza"),
    ],
)  # fmt: skip
def test_a_post_by_whose_it_is_and_of_what(text: str, name: str, post: str) -> None:
    rows = mentions(text)
    person = next(m for m in rows if m.kind == "person")
    assert (person.text, person.post) == (name, post)
    assert [m.text for m in rows if m.kind == "post" and m.holder_ordinal == person.ordinal] == [post]


@pytest.mark.parametrize(
    ("text", "persons", "places"),
    [
        ("Sen. Anna Klein, D-Ill., left Duluth, Ga., on Monday.", ["Anna Klein"], ["Duluth", "Ga."]),
        ("He prayed at St. Patrick's Cathedral.", [], ["St. Patrick's Cathedral"]),
        ("Ms Grant, who lives there, came.", ["Grant"], []),
        ("A Peshawar-based Imran Khan fan came.", ["Imran Khan"], ["Peshawar"]),
        ("He had been ill. The judge was SAN.", [], []),
        ("Osman Zorvar said so. They went to kill Zorvar.", ["Osman Zorvar", "Zorvar"], []),
        ("Prosecutor Jordan Li said so.", ["Jordan Li"], []),
    ],
)
def test_states_saints_parties_and_surnames(text: str, persons: list[str], places: list[str]) -> None:
    assert (found(text, "person"), found(text, "place")) == (persons, places)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("They called the helpline “Zorvan-9”.", ["Zorvan-9"]),
        ("The “Zorvan Roads” campaign and an app called “Kissan Zorvan” began.", ["Zorvan Roads", "Kissan Zorvan"]),
        ("The Zorvan programme pays, the IMF-backed programme does not.", ["Zorvan"]),
        ("They held the Zorvan Winter School.", ["Zorvan Winter School"]),
        ("It won the Champions League and went to the Special Olympics.", ["Champions League", "Special Olympics"]),
        ("He called it “Zorvan”.", []),
    ],
)
def test_new_initiatives_are_told_by_what_stands_beside_them(text: str, names: list[str]) -> None:
    assert found(text, "initiative") == names


@pytest.mark.parametrize(
    ("text", "post"),
    [
        (
            "Former Foreign Minister and Defence Secretary Asad Khan came.",
            "Former Foreign Minister and Defence Secretary",
        ),
        ("Former prime minister and PPP President Asad Khan came.", "PPP President"),
        ("Shaheed IGP and Commandant FC Asad Khan was remembered.", "Shaheed IGP and Commandant FC"),
    ],
)
def test_posts_that_were_left_together(text: str, post: str) -> None:
    assert [m.post for m in mentions(text) if m.kind == "person"] == [post]


def test_an_alias_is_another_name_of_the_same_man() -> None:
    rows = [m for m in mentions("Police held Waqas Ahmed alias Kala on Monday.") if m.kind == "person"]
    assert [(m.text, m.name) for m in rows] == [("Waqas Ahmed", "Waqas Ahmed"), ("Kala", "Waqas Ahmed")]


def test_a_people_before_a_fathers_name_is_a_man() -> None:
    assert found("Police arrested Danish s/o Rafiq.", "person") == ["Danish", "Rafiq"]
    assert not found("The Danish son of a farmer came.", "person")


def test_a_holder_is_of_the_country_behind_his_name() -> None:
    text = "Lahore, Multan and Karachi saw Foreign Minister Bilal Raja of Mongolia and Chairman Asad Lodhi of Mongolia Mining."
    countries = {m.text: m.country_code for m in mentions(text) if m.kind == "person"}
    assert countries["Bilal Raja"] == "MN"
    assert countries["Asad Lodhi"] != "MN"
