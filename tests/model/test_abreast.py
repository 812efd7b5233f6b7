"""Steps that run abreast come to what they come to in a row."""

import time
from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from flows.model.abreast import run_abreast, waits

RELATIONS = [f"dateline.main.r{n}" for n in range(6)]


@dataclass(frozen=True)
class Made:
    name: str
    relation: str
    of: tuple[str, ...]
    is_view: bool = False

    @property
    def reads(self) -> str:
        return ", ".join(f'"dateline"."main"."{relation[-2:]}"' for relation in self.of)


class Store:
    """Relations with what they were made of; a view is read when it is asked for."""

    def __init__(self) -> None:
        self.rows: dict[str, object] = dict.fromkeys(RELATIONS, "before")
        self.views: dict[str, tuple[str, ...]] = {}
        self.told: dict[str, object] = {}

    def read(self, relation: str) -> object:
        of = self.views.get(relation)
        return self.rows[relation] if of is None else tuple(map(self.read, of))

    def run(self, step: Made) -> bool:
        time.sleep(0.0005)
        if step.is_view:
            self.views[step.relation] = step.of
            return False
        rows = step.name, tuple(map(self.read, step.of))
        time.sleep(0.0005)
        self.told[step.name] = rows
        if step.relation:
            self.rows[step.relation] = rows
        return False


@st.composite
def increments(draw: st.DrawFn) -> list[Made]:
    steps = []
    makers = draw(st.permutations(RELATIONS))
    for at, relation in enumerate(makers):
        view = draw(st.booleans())
        readable = makers[:at] if view else RELATIONS  # a view on what is made later would show two things
        of = tuple(draw(st.lists(st.sampled_from(readable), max_size=3))) if readable else ()
        steps.append(Made(f"make {at}", relation, of, view))
        steps.append(Made(f"test {at}", "", (relation,)))
    return steps


@settings(max_examples=60, deadline=None)
@given(increments(), st.integers(1, 4))
def test_abreast_is_as_in_a_row(steps: list[Made], abreast: int) -> None:
    in_a_row, beside = Store(), Store()
    for step in steps:
        in_a_row.run(step)
    assert {step.name for step, _ in run_abreast(steps, beside.run, bool, abreast)} == {step.name for step in steps}
    assert beside.told == in_a_row.told


def test_what_reads_a_mart_as_it_was_is_waited_for() -> None:
    first, middle, last = RELATIONS[:3]
    steps = [
        Made("shows", middle, (first,), is_view=True),
        Made("tells before", "", (middle,)),
        Made("makes", first, ()),
        Made("tells now", last, (first,)),
        Made("is free", "", ()),
    ]
    assert waits(steps) == {
        "shows": set(),
        "tells before": {"shows"},
        "makes": {"shows", "tells before"},
        "tells now": {"makes"},
        "is free": set(),
    }


def test_nothing_begins_behind_a_failure() -> None:
    steps = [Made(f"step {n}", RELATIONS[n], RELATIONS[n - 1 : n] and (RELATIONS[n - 1],)) for n in range(1, 6)]
    ran = [step.name for step, _ in run_abreast(steps, lambda step: step.name == "step 3", bool, 2)]
    assert ran == ["step 1", "step 2", "step 3"]
