"""Business news of the world: what firms make, indices of shares, last names that are words or lands, firms called after places."""

import pytest

from tests.extract.building import found, mentions, read_whole


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("The carrier ordered nine Airbus A330-200s and a Boeing 737.", []),
        ("They flew a Fokker 50 and two Embraer 190 jets.", []),
        ("Nobody there drives a red Ford F-150.", []),
        ("They will pay Boeing 120 million dollars.", ["Boeing"]),
        ("In Seattle Boeing's 747-8 took off.", ["Boeing"]),
    ],
)
def test_type_of_an_aircraft_or_car_is_no_body(text, bodies):
    assert found(text, "organization") == bodies


@pytest.mark.parametrize(
    "text",
    [
        "The Dow Jones Industrial Average lost 80 points and the Nasdaq Composite 21.",
        "In Tokyo the Nikkei 225 rose, while the CAC 40, the DAX and the FTSE 100 fell.",
    ],
)
def test_index_of_shares_is_no_body(text):
    assert found(text, "organization") == []


def test_place_behind_an_index_stays_one():
    assert found("He compared the S&P 500 of France with others.", "place") == ["France"]


def test_point_of_a_legal_form_belongs_to_a_listed_firm_inside_a_sentence():
    assert found("It rained. In June Toyota Motor Corp. said it would pay.", "organization") == ["Toyota Motor Corp."]
    assert found("They met at Wachovia Corp. He left.", "organization") == ["Wachovia Corp"]


def test_firm_with_its_legal_form_is_the_listed_one():
    assert {m.name for m in mentions("At Safran SA and at Safran nobody spoke.")} == {"Safran"}


def test_abbreviation_counts_where_the_report_names_its_body():
    text = "They bought engines of General Electric. A man at GE declined to talk."
    assert [m.name for m in mentions(text)] == ["General Electric", "General Electric"]
    assert found("A man at GE declined to talk.", "organization") == []


def test_rank_in_capitals_is_the_firm_that_the_report_names_in_full():
    text = "They rescued American International Group. Later AIG paid."
    assert found(text, "organization") == ["American International Group", "AIG"]
    assert found("They met AIG Imran Dalvi there.", "organization") == []


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("They met Dr Gregor Marks there. A clerk said Marks was ill.", "Marks"),
        ("They met Gregor Straw there. Straw said no.", "Straw"),
        ("They met Gregor Straw there. Straw also wrote to them.", "Straw"),
    ],
)
def test_last_name_that_is_a_word_is_told_by_its_full_name(text, last):
    assert found(text, "person") == [f"Gregor {last}", last]


@pytest.mark.parametrize(
    "text",
    [
        "They met Gregor Straw there. Straw is cheap, and more straw came.",
        "They met Gregor Straw there. Straw were lost.",
    ],
)
def test_word_that_is_a_last_name_stays_a_word(text):
    assert len(found(text, "person")) == 1


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It rained. Its national secretary, Fiona Jordan, told them so.", "Fiona Jordan"),
        ("They heard that Robert F. Kennedy Jr takes charge.", "Robert F. Kennedy Jr"),
    ],
)
def test_last_name_that_a_place_has(text, name):
    assert found(text, "person") == [name]
    assert found(text, "place") == []


def test_last_name_of_two_words_that_a_place_has():
    assert found("Ramón De Los Santos was jailed. In tears De Los Santos denied it.", "place") == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Berkshire Hathaway met in May. Later Berkshire reported a loss.", []),
        ("Columbia University agreed. They withheld money from others, and Columbia gave in.", []),
        ("Columbia University agreed. It rained in Columbia, and Columbia slept.", ["Columbia", "Columbia"]),
    ],
)
def test_place_of_which_only_a_firm_or_university_is_meant(text, places):
    assert found(text, "place") == places


def test_trade_of_two_words_belongs_to_one_firm():
    text = "They fined Zorvan Inspection and Certification Co Ltd there."
    assert found(text, "organization") == ["Zorvan Inspection and Certification Co Ltd"]


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        ("It rained. Economy Minister Luis de Guindos said so.", ["Economy Minister"]),
        ("They met shadow treasurer Chris Bowen there.", ["shadow treasurer"]),
        ("They met now-Vice President Anna Lund there.", ["now-Vice President"]),
        ("They met British energy minister Ed Lund there.", ["British energy minister"]),
    ],
)
def test_words_before_a_title(text, posts):
    assert found(text, "post") == posts


def test_dateline_of_two_towns_names_both():
    facts = read_whole("WARSAW/SOFIA: Two ministers met a guest of theirs on Monday.", None)
    assert [m.text for m in facts.mentions if m.kind == "place"] == ["WARSAW", "SOFIA"]


@pytest.mark.parametrize(
    ("text", "firms"),
    [
        (
            "Sony, Toshiba and Hitachi make cells for Dell and others. Ford is talking. They ate an orange.",
            ["Sony", "Toshiba", "Hitachi", "Dell", "Ford"],
        ),
        ("Toshiba makes cells. They met Anna Ford and Ford, 40, spoke.", ["Toshiba"]),
        ("The Nokia plant of BG Group of Britain is for sale.", ["Nokia", "BG Group"]),
        ("The regulator closed Zelkova Bank and Tarn Bank.", ["Zelkova Bank", "Tarn Bank"]),
        ("In Detroit workers say GM has lost money.", ["GM"]),
        ("They met GM Operations Imran Dalvi and, they said, the GM had left.", []),
    ],
)
def test_firms_in_reports_of_business(text, firms):
    assert found(text, "organization") == firms


def test_last_name_that_is_a_word_behind_a_title_and_before_a_small_word():
    text = "It rained. Apple Inc. Chief Executive Steve Jobs on Tuesday left. Jobs said no."
    assert found(text, "person") == ["Steve Jobs", "Jobs"]
    assert found(text, "post") == ["Apple Inc. Chief Executive"]


def test_abbreviation_whose_letters_come_in_the_order_of_another_language():
    (body, short) = mentions("They met the National Petroleum Agency (ANP).")
    assert short.name == body.name == "National Petroleum Agency"


@pytest.mark.parametrize(
    ("text", "posts", "places"),
    [
        (
            "It rained. Mr Art Hogan, chief market strategist at Zorvan Brothers in Boston, spoke.",
            ["chief market strategist at Zorvan Brothers"],
            ["Boston"],
        ),
        ("It rained. Ms Anna Lund stays as managing director.", ["managing director"], []),
        ("It rained. Mr Bob Dole steps down as president of Toyota.", ["president of Toyota"], []),
        ("They met Mr Peter Lund, co-president of Toyota, there.", ["co-president of Toyota"], []),
    ],
)
def test_post_and_where_its_body_sits(text, posts, places):
    assert found(text, "post") == posts
    assert found(text, "place") == places


def test_agency_whose_letters_a_town_has_hides_no_town():
    facts = read_whole("SINGAPORE (AP) — Two ministers met a guest of theirs on Monday.", None)
    assert [m.text for m in facts.mentions if m.kind == "place"] == ["SINGAPORE"]


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("He spoke for Toshiba, Hitachi and LafargeHolcim.", ["Toshiba", "Hitachi", "LafargeHolcim"]),
        ("The minister told Zorvan TV on Monday. He told Radio 1 no.", ["Zorvan TV", "Radio 1"]),
        ("It rained. In June KPQ interim chief executive Imran Dalvi left.", ["KPQ"]),
    ],
)
def test_firms_and_stations_that_no_list_has(text, bodies):
    assert found(text, "organization") == bodies


def test_initials_of_a_named_body_are_not_those_of_another_land():
    text = "ABUJA: They met the Nigeria Labour Congress. Men of NLC left."
    assert {m.name for m in mentions(text) if m.kind == "organization"} == {"Nigeria Labour Congress"}


def test_first_name_that_a_country_has():
    assert found("They met YouTube co-founder Chad Hurley there.", "person") == ["Chad Hurley"]


def test_last_name_that_is_a_word_beside_another_persons():
    text = "They met Dr Gregor Marks and Dr Imran Dalvi. Marks and Dalvi left."
    assert found(text, "person") == ["Gregor Marks", "Imran Dalvi", "Marks", "Dalvi"]


def test_firm_behind_a_cue_and_before_its_officer_is_no_person():
    text = "A reporter called Zelkova Executive Chairman Imran Dalvi on Monday."
    assert found(text, "person") == ["Imran Dalvi"]


def test_place_with_a_possessive_is_the_firm_called_after_it():
    text = "Berkshire Hathaway paid. They spoke at Berkshire's annual meeting."
    assert found(text, "place") == []


def test_fiscal_year_is_no_body():
    assert found("The results for FY2024 are out, and Indus Motor gained.", "organization") == ["Indus Motor"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It rained. Will Hutton said so.", "Will Hutton"),
        ("It rained. Hope Zelkova, a former aide, came.", "Hope Zelkova"),
        ("It rained. Will Zelkova sell its plant?", None),
    ],
)
def test_first_name_that_is_a_word_opens_a_sentence(text, name):
    assert found(text, "person") == ([name] if name else [])


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("In June Codelco, Antofagasta and Rio Tinto gained.", []),
        (
            "They went to Antofagasta. In June Codelco, Antofagasta and Rio Tinto gained.",
            ["Antofagasta", "Antofagasta"],
        ),
    ],
)
def test_place_among_firms_is_the_firm_of_its_name(text, places):
    assert found(text, "place") == places
