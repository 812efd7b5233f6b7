"""Firms: what a report calls by a short name is the firm that it named whole, unless it names a person so."""

import pytest

from tests.extract.test_mentions import found


@pytest.mark.parametrize(
    ("text", "firms"),
    [
        ("Zelkova Technologies Ltd opened a plant. Shares of Zelkova rose.", ["Zelkova Technologies Ltd", "Zelkova"]),
        (
            "Tarn Home Lines Inc sank. A report said Tarn Home Lines owed it.",
            ["Tarn Home Lines Inc", "Tarn Home Lines"],
        ),
        ("The board of Norrtex Limited met. It said Norrtex would sell.", ["Norrtex Limited", "Norrtex"]),
    ],
)
def test_a_firm_keeps_its_kind_under_its_short_name(text, firms):
    assert found(text, "organization") == firms
    assert found(text, "person") == []


def test_a_founder_named_in_full_stays_a_person():
    text = "Imran Dalvi founded Dalvi Holdings Ltd. Mr Dalvi said Dalvi would not resign."
    assert "Dalvi" not in found(text, "organization")


def test_a_place_in_a_firms_name_stays_a_place():
    assert "Lahore" not in found("Lahore Motors Ltd sells cars. It rained in Lahore on Monday.", "organization")
