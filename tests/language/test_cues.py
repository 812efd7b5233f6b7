"""The words of each part stand in the list, and nothing is listed that no rule asks for."""

import re
from pathlib import Path

import pytest

from flows.language.cues import any_of, cue_words, firm_cues
from flows.language.seeds import rows

FLOWS = Path(__file__).parents[2] / "flows"


def test_words_of_a_part() -> None:
    assert "sought" in cue_words("wishes")
    with pytest.raises(KeyError):
        cue_words("no such part")


def test_phrases_of_a_part_are_whole() -> None:
    assert {"fa cup", "striker"} <= cue_words("football") and "cup" not in cue_words("football")


def test_any_of_takes_the_longest() -> None:
    found = re.match(any_of(["chief", "chief executive", "v. chief"]), "chief executive of a mill")
    assert found is not None and found.group() == "chief executive"
    assert re.fullmatch(any_of(["v. chief"]), "v, chief") is None


def test_every_kind_of_firm_cue_is_asked_for() -> None:
    code = "\n".join(path.read_text("utf-8") for path in FLOWS.rglob("*.py"))
    asked = set(re.findall(r'firm_cues\("([^"]+)"\)', code))
    assert asked == {row["kind"] for row in rows("firm_cues")}
    assert all(firm_cues(kind) for kind in asked)


def test_every_part_is_asked_for_and_in_small_letters() -> None:
    asked = {
        part for path in FLOWS.rglob("*.py") for part in re.findall(r'cue_words\("([^"]+)"\)', path.read_text("utf-8"))
    }
    listed = [row["part"] for row in rows("cue_words")]
    assert sorted(asked) == sorted(listed)
    assert all(row["words"] == row["words"].lower() and row["tells"] and row["source"] for row in rows("cue_words"))
