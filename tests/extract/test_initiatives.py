"""How far the names of initiatives go, and what beside a name says that it is one."""

import pytest

from tests.extract.building import found


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("He spoke at the 12th Zorvan Security Summit on Monday.", ["12th Zorvan Security Summit"]),
        ("Firms at IDEX 2025 sold much.", ["IDEX 2025"]),
        ("The Zorvan Drugs Strategy 2021-2025 ends soon.", ["Zorvan Drugs Strategy 2021-2025"]),
        ("The army began Operation Orion XIII, a spokesman said.", ["Operation Orion XIII"]),
        ("Officers of the bureau ran Operation Chakra-IV in two states.", ["Operation Chakra-IV"]),
        ("The fleet closed Exercise Zorvan 23.", ["Exercise Zorvan 23"]),
        ("The force ran Operation Sindoor 12 days long.", ["Operation Sindoor"]),
        ("He met 3 World Cup winners.", ["World Cup"]),
        ("The Chief Minister's Ration Card is for workers.", ["Chief Minister's Ration Card"]),
        ("The mayor's Ration Card was lost.", ["Ration Card"]),
    ],
)
def test_what_tells_one_from_its_like_is_part_of_the_name(text: str, names: list[str]) -> None:
    assert found(text, "initiative") == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Troops began Operation Sea Eagle in the delta.", ["Operation Sea Eagle"]),
        ("Agents ended Operation Swift Justice on Friday.", ["Operation Swift Justice"]),
        ("The Zorvan Relief Fund paid for seeds.", ["Zorvan Relief Fund"]),
        ("Patrols of Operation Zorvan Guard went on.", ["Operation Zorvan Guard"]),
        ("Then Operation Zorvan's Chariots II began.", ["Operation Zorvan's Chariots II"]),
        ("Asad Khan of Operation Wing spoke.", []),
        ("The Kuwait Fund lent money.", []),
        ("The Constituency Development Fund bought cars.", ["Constituency Development Fund"]),
        ("The Zorvan Pension Fund lent money.", []),
        ("Marines closed Exercise Swift Accord on Friday.", ["Exercise Swift Accord"]),
        ("He spoke at the 12th Zorvan Forum.", ["12th Zorvan Forum"]),
        ("The Green Hope Agenda of the Federal Government was read.", ["Green Hope Agenda"]),
    ],
)
def test_how_far_a_head_reaches(text: str, names: list[str]) -> None:
    assert found(text, "initiative") == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Workers complain through the Zorvan platform.", ["Zorvan"]),
        ("He praised the Linda Zorvan scheme.", ["Linda Zorvan"]),
        ("She joined the Zorva Mitu tree-planting drive.", ["Zorva Mitu"]),
        ("The Zorvan-39 operations ended.", ["Zorvan-39"]),
        ("The Zorvan operations ended.", []),
        ("The Cloud Zorvan 2025 operation ended.", ["Cloud Zorvan 2025"]),
        ("Its Mitra app takes complaints.", ["Mitra"]),
        ("He launched Zorvan del Povo, which gives gas.", ["Zorvan del Povo"]),
        ("He launched Zorvan rockets.", []),
        ("Both navies announced Blue Zorvan-2025.", ["Blue Zorvan-2025"]),
        ("He answered the helpline ZORVA-1933 himself.", ["ZORVA-1933"]),
    ],
)
def test_a_noun_beside_it_tells_an_initiative(text: str, names: list[str]) -> None:
    assert found(text, "initiative") == names
