"""The words of each part stand in the list, and nothing is listed that no rule asks for."""

import re
from pathlib import Path

import pytest

from flows.language.cues import cue_words
from flows.language.seeds import rows

FLOWS = Path(__file__).parents[2] / "flows"


def test_words_of_a_part() -> None:
    assert "sought" in cue_words("wishes")
    with pytest.raises(KeyError):
        cue_words("no such part")


def test_every_part_is_asked_for_and_in_small_letters() -> None:
    asked = {
        part for path in FLOWS.rglob("*.py") for part in re.findall(r'cue_words\("([^"]+)"\)', path.read_text("utf-8"))
    }
    listed = [row["part"] for row in rows("cue_words")]
    assert sorted(asked) == sorted(listed)
    assert all(row["words"] == row["words"].lower() and row["tells"] and row["source"] for row in rows("cue_words"))
