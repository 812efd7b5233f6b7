"""What a stage remembers is good only while its results lie as it wrote them; lost, nothing is remembered."""

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.contract.records import Story
from flows.store import StoreError, database, recall, remember, write_table
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


def filled(path: Path) -> bytes:
    with database(path) as connection:
        connection.execute("create table told(n text)")
        connection.executemany("insert into told values (?)", [(f"{n}" * 100,) for n in range(2000)])
    return path.read_bytes()


def tables_in(path: Path) -> list[str]:
    with database(path) as connection:
        return [row[0] for row in connection.execute("select name from sqlite_master")]


@settings(max_examples=20, deadline=None)
@given(st.data())
def test_a_damaged_database_is_made_again(data: st.DataObject) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "sums.sqlite"
        whole = filled(path)
        at = data.draw(st.integers(0, len(whole) - 1))
        flipped = whole[:at] + bytes([whole[at] ^ (1 << data.draw(st.integers(0, 7)))]) + whole[at + 1 :]
        path.write_bytes(
            data.draw(st.sampled_from((flipped, whole[:at], whole + b"more", b"nothing of the kind" * at)))
        )
        assert tables_in(path) == []
        assert tables_in(path) == []  # and is whole again


@pytest.mark.parametrize("left", ["seal", "none"])
def test_without_its_seal_a_database_is_made_again(tmp_path: Path, left: str) -> None:
    path = tmp_path / "sums.sqlite"
    filled(path)
    seal = path.with_suffix(".seal")
    seal.unlink() if left == "none" else seal.write_text("00000000\n")
    assert tables_in(path) == []


KILLED = """
import os, sys
from pathlib import Path
from flows.store import database
with database(Path(sys.argv[1])) as connection:
    connection.execute("pragma cache_size = 2")  # so that pages reach the file before the end
    connection.execute("update told set n = 'half'")
    os.kill(os.getpid(), 9)
"""


def test_what_a_killed_run_left_half_done_is_taken_back(tmp_path: Path) -> None:
    path = tmp_path / "sums.sqlite"
    whole = filled(path)
    subprocess.run([sys.executable, "-c", KILLED, str(path)], cwd=Path(__file__).parents[2], check=False)
    assert path.read_bytes() != whole
    with database(path) as connection:
        assert connection.execute("select count(*), count(nullif(n = 'half', 0)) from told").fetchone() == (2000, 0)
    assert path.read_bytes() == whole


def test_a_lost_journal_of_a_killed_run_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "sums.sqlite"
    filled(path)
    subprocess.run([sys.executable, "-c", KILLED, str(path)], cwd=Path(__file__).parents[2], check=False)
    path.with_name("sums.sqlite-journal").unlink()
    assert tables_in(path) == []


def test_a_database_that_cannot_grow_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="Free some space"), database(tmp_path / "sums.sqlite") as connection:
        connection.execute("pragma max_page_count = 2")
        for n in range(9):
            connection.execute(f"create table told{n}(n int)")
