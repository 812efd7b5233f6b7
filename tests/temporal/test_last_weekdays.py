"""What ``last`` before a weekday means with a time of day behind it, and on the day after that weekday; this day of another year."""

from datetime import date

import pytest

from flows.extract.times import _NEWS
from flows.temporal import tag

_THURSDAY = date(2025, 3, 13)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The mill burnt last Tuesday night.", "2025-03-11TNI"),
        ("The mill burnt last Monday evening.", "2025-03-10TEV"),
        ("The ferry will sail next Saturday morning.", "2025-03-15TMO"),
        ("The mill burnt Tuesday night.", "2025-03-11TNI"),
        ("The mill burnt last night.", "2025-03-12TNI"),
        ("The mill burnt last Wednesday.", "2025-03-05"),
        ("The mill burnt last Thursday.", "2025-03-06"),
        ("The mill burnt last Tuesday.", "2025-03-11"),
        ("The mill burnt on Wednesday.", "2025-03-12"),
        ("The mill burnt on this day in 1988.", "1988-03-13"),
    ],
)
def test_the_day_of_a_weekday_with_last(text: str, value: str) -> None:
    assert tag(text, _THURSDAY, _NEWS)[-1].value == value


def test_this_day_in_a_year_without_it_is_none() -> None:
    assert all(t.value != "2023-02-29" for t in tag("He died on this day in 2023.", date(2024, 2, 29), _NEWS))
