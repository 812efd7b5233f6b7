"""The day that a time of day belongs to, where the sentence before tells of an earlier day aside."""

from datetime import date

import pytest

from flows.extract.times import _NEWS
from flows.temporal import tag


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "Drivers walked out on Wednesday. They did so after talks failed on Friday. Few trains ran by 8 a.m.",
            "03-12",
        ),
        ("Drivers walked out on Wednesday. The talks had failed on Friday. All left by 8 p.m.", "03-07"),
        ("Drivers walked out on Wednesday. One was shot after leaving a bar on Friday. He died at 8 p.m.", "03-07"),
    ],
)
def test_a_time_of_day_returns_to_the_news(text: str, value: str) -> None:
    assert tag(text, date(2025, 3, 13), _NEWS)[-1].value.startswith(f"2025-{value}T")


def test_a_closing_price_is_of_a_day_gone() -> None:
    text = "The buyer will pay 62 crowns a share, a fifth above the closing price on Tuesday."
    assert tag(text, date(2025, 3, 13), _NEWS)[-1].value == "2025-03-11"
