"""A golden pair for each layout: the text as it is printed, the sections and dates it must come out with."""

import csv
import json
import re
from pathlib import Path

import pytest

from tests.parse.golden import LAYOUTS, told

FORMATS = Path(__file__).resolve().parents[2] / ".." / "shared" / "formats.md"
CHAPTERS = ("The file", "Before the story", "Dateline", "Story", "After the story")


def layouts() -> list[dict[str, str]]:
    with (LAYOUTS / "index.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("path", sorted(LAYOUTS.glob("*.txt")), ids=lambda p: p.stem)
def test_golden(path: Path) -> None:
    assert told(path) == json.loads(path.with_suffix(".json").read_text("utf-8"))


def test_every_pair_is_of_a_layout_and_every_layout_has_a_pair() -> None:
    named = {row["golden"] for row in layouts()}
    assert named == {path.stem for path in LAYOUTS.glob("*.txt")}
    assert named == {path.stem for path in LAYOUTS.glob("*.json")}


@pytest.mark.skipif(not FORMATS.exists(), reason="shared/formats.md is not beside the checkout")
def test_every_layout_that_the_formats_name_has_a_pair() -> None:
    chapters = re.split(r"^## ", FORMATS.read_text("utf-8"), flags=re.MULTILINE)
    printed = {
        " ".join(snippet.split())
        for chapter in chapters
        if chapter.startswith(CHAPTERS)
        for snippet in re.findall(r"`([^`]+)`", chapter)
    }
    assert printed <= {row["printed"] for row in layouts()}
