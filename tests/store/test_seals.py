"""Damage is noticed before a query reads it, whatever it is that changed and however quietly."""

import os
from pathlib import Path

import pytest

from flows.store import StoreError, read_ahead, told_once, verify, write_batch
from flows.store.layout import seals_file, tables_folder


@pytest.fixture
def warehouse(tmp_path, make_raw, make_facts) -> Path:
    write_batch(tmp_path, "b", [make_facts(make_raw(n)) for n in range(30)], version="1")
    verify(tmp_path)
    return tmp_path


def damage(path: Path, at: int, *, quietly: bool) -> None:
    """Another byte at a place; quietly, as a disk does it: size and time stay."""
    status, data = path.stat(), bytearray(path.read_bytes())
    data[at] ^= 0x10
    path.write_bytes(data)
    if quietly:
        os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


def test_any_byte_that_changes_on_the_disk_is_noticed(warehouse) -> None:
    for path in sorted(tables_folder(warehouse).rglob("*.parquet")):
        whole, status = path.read_bytes(), path.stat()
        for at in range(0, len(whole), max(1, len(whole) // 40)):
            damage(path, at, quietly=True)
            with pytest.raises(StoreError, match=f"{path.name} is damaged.*run again"):
                verify(warehouse)
            path.write_bytes(whole)
            os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
        verify(warehouse)


def test_a_page_that_was_written_over_is_noticed_where_nothing_is_sealed(warehouse) -> None:
    seals_file(warehouse).unlink()
    path = next(tables_folder(warehouse).glob("reports/*/b.parquet"))
    damage(path, path.read_bytes().index(b"\x28\xb5\x2f\xfd") + 20, quietly=False)  # in the first packed page
    with pytest.raises(StoreError, match="damaged"):
        verify(warehouse)


def test_what_was_written_anew_is_looked_at_and_sealed(warehouse, make_raw, make_facts) -> None:
    write_batch(warehouse, "b", [make_facts(make_raw(n)) for n in range(3)], version="2")
    verify(warehouse)
    before = seals_file(warehouse).stat().st_mtime_ns
    verify(warehouse)
    assert seals_file(warehouse).stat().st_mtime_ns == before, "nothing new, nothing written"


@pytest.mark.parametrize("data", [b"", b"PAR1 rest", None])
def test_seals_that_are_lost_are_made_anew(warehouse, data) -> None:
    seals_file(warehouse).unlink() if data is None else seals_file(warehouse).write_bytes(data)
    verify(warehouse)
    assert seals_file(warehouse).stat().st_size > 100


def test_a_warehouse_without_tables_is_whole(tmp_path) -> None:
    verify(tmp_path)


def test_what_a_run_has_looked_at_it_looks_at_again_only_where_something_failed(warehouse) -> None:
    path = next(tables_folder(warehouse).glob("reports/*/b.parquet"))
    with told_once():
        read_ahead(warehouse)
        damage(path, 100, quietly=True)
        verify(warehouse)
        with pytest.raises(StoreError, match="damaged"):
            verify(warehouse, anew=True)
    with pytest.raises(StoreError, match="damaged"):
        verify(warehouse)


def test_a_file_that_is_written_again_is_looked_at_again(warehouse, make_raw, make_facts) -> None:
    with told_once():
        read_ahead(warehouse)
        write_batch(warehouse, "b", [make_facts(make_raw(n)) for n in range(3)], version="2")
        verify(warehouse)
        sealed = seals_file(warehouse).read_bytes()
    verify(warehouse)
    assert seals_file(warehouse).read_bytes() == sealed
