"""An increment is made in the marts before the published ones, where nobody reads these any more."""

import errno
import os
from pathlib import Path
from threading import Event, Thread, Timer

import duckdb
import pytest

from flows.model import spare


@pytest.fixture
def work(tmp_path: Path) -> Path:
    (tmp_path / "work").mkdir()
    with duckdb.connect(str(tmp_path / "marts.duckdb")) as connection:
        connection.execute("create table facts as select range as id, md5(range::text) as told from range(300000)")
    return tmp_path / "work"


def published(work: Path) -> Path:
    return work.parent / "marts.duckdb"


def grown(work: Path, rows: int) -> int:
    """An increment of some rows, published; the number of the file it was made in."""
    copy = work / "marts.duckdb"
    spare.bring(work, published(work), copy)
    assert copy.read_bytes() == published(work).read_bytes()
    inode = copy.stat().st_ino
    with duckdb.connect(str(copy)) as connection:
        connection.execute(f"delete from facts where id % 7 = 1 and id > {rows} and told != 'new'")
        connection.execute(f"insert into facts select range, 'new' from range({rows})")
    spare.swap(work, copy, published(work))
    return inode


def inode(file: Path) -> int:
    return file.stat().st_ino


def test_two_files_take_turns(work: Path):
    first = inode(published(work))
    second = grown(work, 200_000)
    assert grown(work, 10) == first
    assert grown(work, 400_000) == second
    with duckdb.connect(str(published(work)), read_only=True) as connection:
        assert connection.execute("select count(*) from facts where told = 'new'").fetchone() == (600_010,)
    assert sorted(path.name for path in work.iterdir()) == ["before.marts"]


def test_a_file_that_is_read_is_left_as_it_is(work: Path):
    grown(work, 10)
    before = (work / "before.marts").read_bytes()
    with (work / "before.marts").open("rb") as reader:
        grown(work, 20)
        assert reader.read() == before


def test_a_file_of_another_name_is_left_as_it_is(work: Path):
    kept = work.parent / "kept.duckdb"
    os.link(published(work), kept)
    before = kept.read_bytes()
    for rows in (10, 20, 30):
        grown(work, rows)
    assert kept.read_bytes() == before


def test_what_a_name_elsewhere_means_is_left_as_it_is(work: Path):
    elsewhere = published(work).rename(work.parent / "elsewhere.duckdb")
    published(work).symlink_to(elsewhere)
    before = elsewhere.read_bytes()
    for rows in (10, 20, 30):
        grown(work, rows)
    assert elsewhere.read_bytes() == before


def test_whatever_the_spare_file_holds_the_copy_is_the_same(work: Path):
    """DuckDB's checksums take no heed of the order of words: what had gone from the marts came back."""
    swapped = bytearray(published(work).read_bytes())
    at = 3 * 4096 + 64
    assert swapped[at : at + 8] != swapped[at + 8 : at + 16]
    swapped[at : at + 16] = swapped[at + 8 : at + 16] + swapped[at : at + 8]
    for held in (bytes(swapped), b"cut short", bytes(swapped) + b"and more"):
        (work / "before.marts").write_bytes(held)
        grown(work, 10)


def test_the_first_increment_behind_a_build_of_everything_copies_nothing(work: Path):
    grown(work, 10)
    spare.renew(work, published(work))
    assert [path.name for path in work.iterdir()] == ["before.marts"]
    assert (work / "before.marts").read_bytes() == published(work).read_bytes()
    expected = inode(work / "before.marts")
    assert grown(work, 20) == expected


def test_without_room_for_a_spare_file_there_is_none(work: Path, monkeypatch: pytest.MonkeyPatch):
    def cut_short(source: Path, target: Path) -> None:
        target.write_bytes(b"as much as there was room for")
        raise OSError(errno.ENOSPC, "No space left on device")

    grown(work, 10)
    monkeypatch.setattr("flows.model.spare.shutil.copyfile", cut_short)
    spare.renew(work, published(work))
    assert list(work.iterdir()) == []


def test_what_is_made_ready_is_not_compared_again(work: Path, monkeypatch):
    grown(work, 10)
    spare.make_ready(work, published(work))
    assert (work / "before.marts").read_bytes() == published(work).read_bytes()
    monkeypatch.setattr(spare, "_make_same", None)
    grown(work, 20)


def test_an_increment_waits_for_who_makes_its_file_ready(work: Path, monkeypatch):
    """On a cold start it did not: the last pieces of the old state could be written over those of the new one."""
    grown(work, 10)
    begun, go_on, calls, really = Event(), Event(), [], spare._make_same

    def slow(to_be: Path, published: Path) -> None:
        calls.append(to_be.name)
        begun.set()
        assert go_on.wait(10)
        really(to_be, published)

    monkeypatch.setattr(spare, "_make_same", slow)
    ahead = Thread(target=spare.make_ready, args=(work, published(work)))
    ahead.start()
    assert begun.wait(10)
    Timer(0.2, go_on.set).start()
    grown(work, 20)
    ahead.join()
    assert calls == ["before.marts"]


def test_what_was_made_ready_for_another_file_is_compared(work: Path):
    grown(work, 10)
    spare.make_ready(work, published(work))
    with duckdb.connect(str(published(work))) as connection:
        connection.execute("insert into facts select range, 'late' from range(1000)")
    grown(work, 20)  # looks whether the copy is the published one


@pytest.mark.parametrize("missing", ["before.marts", "marts.duckdb"])
def test_nothing_is_made_ready_where_a_file_is_missing(work: Path, missing):
    grown(work, 10)
    (work / missing if missing == "before.marts" else published(work)).unlink()
    before = sorted(work.iterdir())
    spare.make_ready(work, published(work))
    assert sorted(work.iterdir()) == before
