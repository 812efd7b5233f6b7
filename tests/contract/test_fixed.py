"""Fixed records: final for type checkers, equal and hashed by their fields."""

import pickle
from dataclasses import asdict, field, fields, replace

import pytest

from flows.contract.fixed import fixed


@fixed(order=True)
class Span:
    start: int
    end: int = 0


def test_type_checkers_hold_fields_to_be_final() -> None:
    told = fixed.__dataclass_transform__
    assert (told | told["kwargs"])["frozen_default"]  # Python 3.11 keeps it among the others


def test_are_equal_ordered_and_hashed_by_their_fields() -> None:
    assert {Span(1), Span(1, 0)} == {Span(1)}
    assert Span(1) < Span(1, 2)


def test_have_no_other_attributes() -> None:
    assert not hasattr(Span(1), "__dict__")


@fixed(kw_only=True)
class Place:
    name: str
    spans: list[Span] = field(default_factory=list)

    @property
    def is_named(self) -> bool:
        return bool(self.name)


def test_nobody_changes_them() -> None:
    with pytest.raises(AttributeError):
        Span(1).end = 2


def test_are_taken_for_dataclasses() -> None:
    assert [f.name for f in fields(Place)] == ["name", "spans"]
    assert replace(Place(name="Gilgit"), spans=[Span(1)]) == Place(name="Gilgit", spans=[Span(1)])
    assert asdict(Place(name="Gilgit", spans=[Span(1, 2)])) == {"name": "Gilgit", "spans": [{"start": 1, "end": 2}]}


def test_keep_their_methods_and_go_from_process_to_process() -> None:
    assert Place(name="Skardu").is_named
    assert pickle.loads(pickle.dumps(Place(name="Skardu", spans=[Span(3)]))) == Place(name="Skardu", spans=[Span(3)])
