"""Posts told between a name and a mark are read to their end; those that one person holds together, and portfolios, as one."""

import pytest

from tests.extract.building import mentions


def _post(text: str) -> str | None:
    return next(m.post for m in mentions(text) if m.kind == "person")


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("Anna Klein, head of fixed income research at Norvix, came.", "head of fixed income research at Norvix"),
        ("Anna Klein, senior director for corporate strategy, came.", "senior director for corporate strategy"),
        ("They met Anna Klein, director of the Asian affairs department at the Foreign Ministry.",
         "director of the Asian affairs department at the Foreign Ministry"),
        ("Anna Klein, the group's chief legal and compliance officer, came.", "chief legal and compliance officer"),
        ("Anna Klein, chief Japan economist at Norvix, came.", "chief Japan economist at Norvix"),
        ("Anna Klein, the Commission's deputy chief spokesperson, came.", "deputy chief spokesperson"),
        ("Anna Klein, Deputy Director and Head of Press at the Ministry of Health, came.",
         "Deputy Director and Head of Press at the Ministry of Health"),
        ("Norvix hired Anna Klein as global head of consumer banking, it said.", "global head of consumer banking"),
        ("The deputy chief of mission at the U.S. Embassy, Omar Daud, spoke.", "deputy chief of mission at the U.S. Embassy"),
        ("Anna Klein, professor of history and political science at Norvix College, came.",
         "professor of history and political science at Norvix College"),
        ("Anna Klein, Minister of Climate and the Environment, came.", "Minister of Climate and the Environment"),
        ("Anna Klein, senior economist at think tank Norvix, came.", "senior economist at think tank Norvix"),
        ("The board named Anna Klein Chief Financial Officer.", "Chief Financial Officer"),
        ("Norvix appointed Anna Klein managing director and chief executive officer.",
         "managing director and chief executive officer"),
        ("They came. Presidential Office spokesperson Anna Klein spoke.", "Presidential Office spokesperson"),
        ("Secretary to the Ministry of Health Dr Omar Daud spoke.", "Secretary to the Ministry of Health"),
        ("State Secretary in the Ministry of Economy Omar Daud spoke.", "State Secretary in the Ministry of Economy"),
    ],
)  # fmt: skip
def test_post_is_read_to_the_mark_behind_it(text: str, post: str) -> None:
    assert _post(text) == post


@pytest.mark.parametrize(
    "text",
    [
        "Omar Daud, governor of Punjab made it known.",
        "Omar Daud came for his third visit as premier to the Gulf kingdom.",
        "Omar Daud, director of Norvix based in Lagos, came.",
    ],
)
def test_what_goes_on_with_a_verb_is_no_post_told_in_full(text: str) -> None:
    assert _post(text) is None


def test_a_dateline_town_is_not_looked_for_where_no_line_prints_it() -> None:
    assert [m.text for m in mentions("Anna Klein came.", "Qorvestad")] == ["Anna Klein"]


@pytest.mark.parametrize(
    "post",
    [
        "Executive Vice President and Chief Financial Officer",
        "Norvix Managing Director and CEO",
        "Norvix Limited President and Head of Mobile Division",
        "Lands, Agriculture, Fisheries, Water and Rural Development Minister",
        "Mines and Energy Minister",
        "Minister of Foreign Affairs, Emigration and Egyptian Expatriates",
        "Attorney General-designate",
        "Deputy Prime Minister - Minister of Foreign Affairs",
        "UN Special Representative and Head of UNFICYP",
    ],
)
def test_titles_and_portfolios_of_one_holder_are_one_post(post: str) -> None:
    assert _post(f"The {post} Omar Daud spoke.") == post


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        ("The governors of Sonora, Sinaloa and Durango will meet.", ["governors of Sonora, Sinaloa and Durango"]),
        ("The presidents of the Bar Association and the Medical Association came.",
         ["presidents of the Bar Association and the Medical Association"]),
        ("The deputy commissioners of Thatta and Badin came.", ["deputy commissioners of Thatta and Badin"]),
        ("The chairman of the Joint Chiefs of Staff told senators.", ["chairman of the Joint Chiefs of Staff"]),
        ("The president of the Zorvan Tembe group came.", []),
        ("A chairman of the Joint Chiefs of Staff may do so.", []),
    ],
)  # fmt: skip
def test_posts_without_a_name_in_small_letters(text: str, posts: list[str]) -> None:
    assert [m.text for m in mentions(text) if m.kind == "post"] == posts
