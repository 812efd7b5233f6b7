"""What stands behind a name and belongs neither to it nor to a post."""

import pytest

from flows.language.seeds import rows
from tests.extract.building import found, mentions


@pytest.mark.parametrize(
    ("text", "name", "post"),
    [
        ("General Omar Daud, NI, NI (M), Chairman of the Senate visited.", "Omar Daud", "Chairman of the Senate"),
        ("Admiral Omar Daud, NI(M), TBt, Chief of the Naval Staff visited.", "Omar Daud", "Chief of the Naval Staff"),
        ("Colonel Omar Daud, SBP (BAR), OSP, psc, Director of Works visited.", "Omar Daud", "Director of Works"),
        ("Cabinet Secretary Jane Otieno, EGH, CBS, visited.", "Jane Otieno", "Cabinet Secretary"),
    ],
)  # fmt: skip
def test_orders_behind_a_name_part_it_from_its_post(text, name, post):
    (person,) = [m for m in mentions(text) if m.kind == "person"]
    assert (person.name, person.post) == (name, post)
    assert not {"NI", "SBP", "CBS"} & set(found(text, "organization"))


def test_order_that_is_a_body_or_rank_as_well_counts_only_beside_another():
    assert found("Rates were cut by Jameel Tariq, SBP said.", "organization") == ["SBP"]
    assert found("With Bilal Tariq, SI Omar Daud visited.", "person") == ["Bilal Tariq", "Omar Daud"]


def test_every_postnominal_says_when_it_counts():
    assert {row["alone"] for row in rows("postnominals")} == {"", "no", "bar"}
