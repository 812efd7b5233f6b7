"""Posts that list what they are over, and forms of posts that the press varies."""

import pytest

from tests.extract.test_mentions import mentions

CASES = [
    ("Minister for Water, Power, National Crafts and Culture Attaullah Khan spoke.", "Attaullah Khan"),
    ("Federal Secretary Information and Broadcasting Sohail Ali spoke.", "Sohail Ali"),
    ("Special Assistant to the Prime Minister on Industries & Production Haroon Khan spoke.", "Haroon Khan"),
    ("Minister for Kashmir Affairs and Gilgit Baltistan Amir Khan spoke.", "Amir Khan"),
    ("They met acting Chief Justice Muhammad Junaid Ghafoor.", "Muhammad Junaid Ghafoor"),
    ("DIG-Traffic Muhammad Shah spoke.", "Muhammad Shah"),
    ("Joint Secretary (Hajj) Ms. Sadia Jabeen spoke.", "Sadia Jabeen"),
    ("Deputy Director (Fodder) Sadia Jabeen spoke.", "Sadia Jabeen"),
    ("Director General Hajj Jeddah Abdul Wahab Soomro spoke.", "Abdul Wahab Soomro"),
]


@pytest.mark.parametrize(("text", "name"), CASES)
def test_the_whole_post_is_the_holders(text, name):
    found = mentions(text)
    person = next(m for m in found if m.kind == "person")
    before = text[: text.index(name)].removeprefix("They met ").removesuffix("Ms. ").strip()
    assert (person.name, person.post) == (name, before)


def test_what_a_bracket_says_of_age_and_home_is_no_post():
    person = next(
        m for m in mentions("Lieutenant Omar Ismail (age: 24 years, resident of Mardan) fell.") if m.kind == "person"
    )
    assert (person.rank, person.post) == ("Lieutenant", None)
