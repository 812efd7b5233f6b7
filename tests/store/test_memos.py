"""What a stage remembers is good only while its results lie as it wrote them; lost, nothing is remembered."""

from pathlib import Path

import pyarrow as pa
import pytest

from flows.contract.records import Story
from flows.store import StoreError, database, recall, remember, write_table
from flows.store.files import Damaged
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


def test_a_database_is_changed_for_good_only_at_the_end(tmp_path: Path) -> None:
    path = tmp_path / "memos" / "sums" / "sums.sqlite"
    with database(path) as connection:
        connection.execute("create table told(n int)")
    with pytest.raises(KeyError), database(path) as connection:
        connection.execute("insert into told values (1)")
        raise KeyError
    with database(path) as connection:
        assert connection.execute("select count(*) from told").fetchone() == (0,)


def test_a_damaged_database_is_told_of(tmp_path: Path) -> None:
    path = tmp_path / "sums.sqlite"
    with database(path) as connection:
        connection.execute("create table told(n text)")
        connection.executemany("insert into told values (?)", [(f"{n}" * 100,) for n in range(2000)])
    data = path.read_bytes()
    for left in (data[: len(data) // 2], b"nothing of the kind" * 100):
        path.write_bytes(left)
        with pytest.raises(Damaged, match="run again"), database(path) as connection:
            connection.execute("select sum(length(n)) from told").fetchall()


def test_a_database_that_cannot_grow_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="Free some space"), database(tmp_path / "sums.sqlite") as connection:
        connection.execute("pragma max_page_count = 2")
        for n in range(9):
            connection.execute(f"create table told{n}(n int)")
