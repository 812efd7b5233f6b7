"""Names that a title before them swallowed, and places before a title of which no list tells."""

import pytest

from tests.extract.building import mentions


def _held(text: str) -> list[tuple[str, str | None]]:
    return [(m.text, m.post) for m in mentions(f"GENEVA: {text}") if m.kind == "person"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Rep. Na Sung-lac asked him.", "Na Sung-lac"),
        ("President Moon Jae-in left.", "Moon Jae-in"),
        ("Constable Mere Koroi left.", "Mere Koroi"),
        ("Brigadier General Red Marasigan left.", "Red Marasigan"),
        ("Foreign Minister Than Swe left.", "Than Swe"),
        ("Transport Minister Mya Tun Oo left.", "Mya Tun Oo"),
        ("Foreign Minister Park Jin said so.", "Park Jin"),
        ("The nation's leader, General Secretary To Lam, said so.", "To Lam"),
        ("Defence Minister Israel Katz said so.", "Israel Katz"),
        ("Captain Jordan Henderson said so.", "Jordan Henderson"),
        ("Senator Gift Banda said so.", "Gift Banda"),
        ("Foreign Secretary David Blunt said so.", "David Blunt"),
    ],
)
def test_a_common_word_behind_a_title_may_be_a_name(text: str, name: str) -> None:
    assert [held for held, _ in _held(text)] == [name]


@pytest.mark.parametrize("post", ["Director Colleges", "SP Legal", "Secretary Industries"])
def test_a_field_behind_a_title_is_none(post: str) -> None:
    assert _held(f"{post} Zubairi said so.") == [("Zubairi", post)]


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("Tanah Sulbar Regent Eka Putra said so.", "Tanah Sulbar Regent"),
        ("Talks were led by Ngati Horu spokesman Pita Tipene on Monday.", "Ngati Horu spokesman"),
        ("The Soamba Governor, Pita Tipene, said so.", "Soamba Governor"),
        ("Zembra Coast Mayor Pita Tipene said so.", "Zembra Coast Mayor"),
    ],
)
def test_a_post_begins_with_its_place_though_no_list_has_it(text: str, post: str) -> None:
    assert [held for _, held in _held(text)] == [post]


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("Prime Minister and Foreign Minister Pita Tipene said so.", "Prime Minister and Foreign Minister"),
        ("The Prime Minister and Foreign Minister Pita Tipene said so.", "Foreign Minister"),
        ("Pita Tipene becomes technical director.", "technical director"),
        ("Pita Tipene was managing director of Norvix Bank until 2019.", "managing director of Norvix Bank"),
    ],
)
def test_posts_that_are_two_and_posts_behind_a_verb(text: str, post: str) -> None:
    assert [held for _, held in _held(text)] == [post]


def test_heads_of_mission_of_several_countries() -> None:
    found = [m.text for m in mentions("GENEVA: The heads of mission of Italy and Chad attended.") if m.kind == "post"]
    assert found == ["heads of mission of Italy and Chad"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("He left. Ahmed Nazim (independent) moved it.", "Ahmed Nazim"),
        ("The Revd Canon Martin Lee said so.", "Martin Lee"),
        ("He left. Comfort Danladi, 42, lost two sons.", "Comfort Danladi"),
        ("Coach Pita Tipene picked Omari Glasgow of the reserves.", "Omari Glasgow"),
    ],
)
def test_last_names_and_forms_of_address_that_are_words(text: str, name: str) -> None:
    assert name in [held for held, _ in _held(text)]
