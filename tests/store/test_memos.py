"""What a stage remembers is good only while its results lie as it wrote them; lost, nothing is remembered."""

from pathlib import Path

import pyarrow as pa
import pytest

from flows.contract.records import Story
from flows.store import recall, remember, write_table
from flows.store.layout import memo_folder

TABLES = {"pairs": pa.table({"one": ["a"], "other": ["b"]}), "prints": pa.table({"month": [1], "print": [2]})}
OF = {"version": "1", "results": ("stories",)}


@pytest.fixture
def warehouse(tmp_path: Path) -> Path:
    write_table(tmp_path, "stories", [Story(report_id="a", story_id="a")])
    remember(tmp_path, "stories", TABLES, **OF)
    return tmp_path


def test_what_was_remembered_is_recalled(warehouse: Path) -> None:
    assert recall(warehouse, "stories", **OF) == TABLES
    assert recall(warehouse, "entities", **OF) is None


def test_another_version_and_other_results_remember_nothing(warehouse: Path) -> None:
    assert recall(warehouse, "stories", version="2", results=("stories",)) is None
    write_table(warehouse, "stories", [Story(report_id="b", story_id="b")])
    assert recall(warehouse, "stories", **OF) is None


@pytest.mark.parametrize("pattern", ["pairs-*", "manifest*"])
@pytest.mark.parametrize("lost", [True, False])
def test_a_lost_or_damaged_file_is_as_if_nothing_was_remembered(warehouse: Path, pattern: str, lost: bool) -> None:
    (path,) = memo_folder(warehouse, "stories").glob(pattern)
    path.unlink() if lost else path.write_bytes(b"half")
    assert recall(warehouse, "stories", **OF) is None


def test_what_is_remembered_anew_takes_the_place_of_the_old(warehouse: Path) -> None:
    remember(warehouse, "stories", {"prints": TABLES["prints"]}, **OF)
    assert recall(warehouse, "stories", **OF) == {"prints": TABLES["prints"]}
    assert len(list(memo_folder(warehouse, "stories").iterdir())) == 2
