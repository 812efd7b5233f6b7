"""Posts joined to others: by a slash, by a form of address between them, several holders of one, and the owner's noun before."""

import pytest

from tests.extract.building import mentions


def _held(text: str) -> list[tuple[str, str | None, str | None]]:
    return [(m.name, m.rank, m.post) for m in mentions(text) if m.kind == "person"]


@pytest.mark.parametrize(
    ("text", "name", "post"),
    [
        ("Deputy Commissioner/Administrator Omar Daud spoke.", "Omar Daud", "Deputy Commissioner/Administrator"),
        ("Secretary/CEO Omar Daud spoke.", "Omar Daud", "Secretary/CEO"),
        ("DPO/SSP Omar Daud spoke.", "Omar Daud", "DPO/SSP"),
    ],
)
def test_titles_that_a_slash_joins_are_one_post(text, name, post):
    (held,) = _held(text)
    assert (held[0], held[2]) == (name, post)


def test_short_form_of_a_place_ends_a_post_before_its_holder():
    post = "Secretary Election Commission of Azad Jammu and Kashmir (AJK)"
    assert _held(f"{post} Omar Daud said so.") == [("Omar Daud", "Secretary", post)]


def test_how_someone_was_present_is_not_of_his_post():
    text = "Chairman Omar Daud, Chief Secretary Punjab via video link, Provincial Secretaries of Sindh and others attended."
    assert [m.text for m in mentions(text) if m.kind == "post"] == ["Chairman", "Chief Secretary Punjab"]


def test_form_of_address_between_two_posts():
    assert _held("Chairman WAPDA Engineer Lt Gen Omar Daud visited.") == [("Omar Daud", "Lt Gen", "Chairman WAPDA")]
    assert _held("Federal Minister Engr Capt (R) Omar Daud visited.") == [("Omar Daud", "Capt", "Federal Minister")]


def test_several_holders_of_a_post_in_small_letters():
    held = _held("PTI leaders Omar Daud and Bilal Tariq said the march was off.")
    assert held == [("Omar Daud", None, "PTI leader"), ("Bilal Tariq", None, "PTI leader")]


def test_who_speaks_behind_a_minister_and_a_comma_is_none():
    assert _held("In a talk with Minister Omar Daud, Bilal Tariq said so.")[1] == ("Bilal Tariq", None, None)


def test_member_and_aide_before_a_name():
    assert _held("Kremlin aide Sergei Orlov met PTI member Omar Daud.") == [
        ("Sergei Orlov", None, "Kremlin aide"), ("Omar Daud", None, "PTI member"),
    ]  # fmt: skip


def test_vice_chair_of_a_body():
    assert _held("Vice Chair of the National Assembly Omar Daud came.") == [
        ("Omar Daud", None, "Vice Chair of the National Assembly")
    ]


def test_what_is_in_brackets_behind_a_title():
    assert _held("Adviser (Projects) Omar Daud came.") == [("Omar Daud", None, "Adviser (Projects)")]


def test_spokesman_of_the_command_before_his_rank():
    assert _held("The command’s spokesperson, SP Omar Daud, said so.") == [
        ("Omar Daud", "SP", "command’s spokesperson")
    ]


@pytest.mark.parametrize("name", ["Mohammed Shia Al-Zubaidi", "Mohammed Shia al-Zubaidi"])
def test_people_as_a_second_name(name):
    assert _held(f"Prime Minister {name} chaired a meeting.")[0][0] == name


@pytest.mark.parametrize("name", ["Tran Thanh Son", "Nguyen Anh Tuan", "Abdul Hai", "Abdul Hai Kaiwar"])
def test_last_names_that_are_other_words(name):
    assert [held[0] for held in _held(f"Minister of Justice {name} and others came.")] == [name]


def test_several_of_one_word_with_their_title():
    held = _held("It was signed by senators Noor-ul-Haq, Bilal Tariq and Omar Daud.")
    assert held == [(name, "senator", "senator") for name in ("Noor-ul-Haq", "Bilal Tariq", "Omar Daud")]


def test_member_states_are_no_members():
    assert _held("The ASEAN Member States Jakarta Forum opened.") == []


def test_a_hyphen_in_a_name_makes_nobody_else():
    assert {name for name, _, _ in _held("Zia-ul-Hassan Lanjar came. Zia ul Hassan Lanjar spoke. Lanjar left.")} == {
        "Zia-ul-Hassan Lanjar"
    }


@pytest.mark.parametrize(
    ("text", "name", "post"),
    [
        ("Director of Traffic and Road Safety, AIGP Omar Daud, spoke.", "Omar Daud", "Director of Traffic and Road Safety"),
        ("KCCA Director Salome Chipeta Moyo and Lakeside Division RCC Omar Daud came.", "Salome Chipeta Moyo", "KCCA Director"),
        ("First Vice Minister of Education Omar Daud came.", "Omar Daud", "First Vice Minister of Education"),
        ("Planning Commission Vice-Chair Omar Daud came.", "Omar Daud", "Planning Commission Vice-Chair"),
    ],
)  # fmt: skip
def test_where_a_post_ends(text, name, post):
    assert next(held for held in _held(text) if held[0] == name)[2] == post


def test_given_name_that_is_latin_too():
    assert _held("MNAs Farah Akbar and Alia Kamran said so.")[1] == ("Alia Kamran", "MNA", "MNA")


def test_holders_whose_last_name_begins_with_a_small_article():
    assert _held("Sadrist Movement leader Muqtada al-Zubaidi came.") == [
        ("Muqtada al-Zubaidi", None, "Sadrist Movement leader")
    ]


def test_deputies_are_no_part_of_a_name():
    assert [name for name, _, _ in _held("Deputies Dastan Orozov and Gulya Asanova asked him.")] == [
        "Dastan Orozov",
        "Gulya Asanova",
    ]


def test_hill_is_a_last_name_before_an_age():
    assert _held("Marcus Hill, 41, was charged.")[0][0] == "Marcus Hill"


@pytest.mark.parametrize("name", ["Women Protection Desk", "Police Khidmat Counter", "Minorities Facilitation Desk"])
def test_services_of_the_police(name):
    assert name in [m.text for m in mentions(f"He opened the {name} at Multan.") if m.kind == "initiative"]
