"""A verdict is recalled while nothing that it rests on changed: neither profile, nor the rarity of names that tell most."""

import pytest

from flows.resolve.company import Company
from flows.resolve.gathered import Gathered
from flows.resolve.groups import merge
from flows.resolve.marks import Bearers
from flows.resolve.profiles import Profile
from flows.resolve.scales import Recalled, Scales
from flows.resolve.weigh import Background, Verdict
from flows.resolve.wording import Wording
from tests.resolve.conftest import tables_of

NOBODY = Gathered.of(tables_of([]))
BACKGROUND = Background(Bearers(0, {}), Company(NOBODY), Wording(NOBODY))
ASIM, RAZA, KHAN = (Profile(entity_id=i, kind="person", names={"Asim Raza": 1}, report_ids=(i,)) for i in "abc")
BEFORE = Verdict(0.5, "as before", (3,), "[[], [1.0, [3], [[3, 0.5, 0.5]], 0.0, 4]]")


@pytest.mark.parametrize(
    ("changes", "holds"),
    [
        ({}, True),
        ({"changed": frozenset("c")}, True),
        ({"changed": frozenset("b")}, False),
        ({"beside": {"a": {1}, "b": {2}}}, True),
        ({"beside": {"a": {1, 2}, "b": {2}}}, False),
        ({"commoner": {1, 2}}, True),
        ({"commoner": {2, 3}}, False),
    ],
)
def test_a_verdict_holds_until_something_that_it_rests_on_changes(changes: dict[str, object], holds: bool) -> None:
    scales = Scales(BACKGROUND, recalled=Recalled({("a", "b"): BEFORE}, **changes))
    assert (scales.weigh(RAZA, ASIM).verdict is BEFORE) == holds
    assert scales.weighed["a", "b"].of == "b"


def test_a_group_is_another_with_another_member() -> None:
    first = Scales(BACKGROUND)
    first.weigh_bare(KHAN, merge("a", [ASIM, RAZA]), 3)
    known = dict.fromkeys(first.weighed, BEFORE)
    again = Scales(BACKGROUND, recalled=Recalled(known))
    assert again.weigh_bare(KHAN, merge("a", [RAZA, ASIM]), 3).verdict is BEFORE
    assert again.weigh_bare(KHAN, ASIM, 3).verdict is not BEFORE
    assert again.weigh_bare(KHAN, merge("a", [ASIM, RAZA]), 4).verdict is not BEFORE
    changed = Scales(BACKGROUND, recalled=Recalled(known, changed=frozenset("b")))
    assert changed.weigh_bare(KHAN, merge("a", [ASIM, RAZA]), 3).verdict is not BEFORE
