"""Fixed records: final for type checkers, equal and hashed by their fields."""

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
