"""Damaged files, full disks and folders that cannot be written: said in words, mended by the next run."""

import errno
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from flows.contract.records import Quarantined
from flows.ingest import find_files, read_source
from flows.store import StoreError, files, land, landed_batches, locked, read_landed, verify
from flows.store.quarantine import merged
from tests.faults.conftest import state
from tests.faults.driver import run


@pytest.mark.parametrize("pattern", ["landing/*", "tables/mentions/*/*", "tables/reports/*/*", "tables/quarantine/s*"])
def test_a_damaged_file_is_named_and_made_anew(tmp_path, archive, pattern) -> None:
    run(tmp_path / "w", [str(archive)], 5)
    expected = state(tmp_path / "w")
    path = next((tmp_path / "w").glob(pattern))
    data = bytearray(path.read_bytes())
    data[len(data) // 3 : len(data) // 3 + 200] = bytes(200)
    path.write_bytes(data)
    with pytest.raises(StoreError, match="run again"):
        run_reading_everything(tmp_path / "w", archive)
    run_reading_everything(tmp_path / "w", archive)
    assert state(tmp_path / "w") == expected


def run_reading_everything(warehouse: Path, archive: Path) -> None:
    with locked(warehouse):
        for batch in landed_batches(warehouse):
            read_landed(warehouse, batch)
        verify(warehouse)
    run(warehouse, [str(archive)], 5)


@pytest.mark.parametrize(
    ("code", "advice"), [(errno.ENOSPC, "Free some space"), (errno.EROFS, "--warehouse"), (errno.EACCES, "--warehouse")]
)
def test_a_write_that_fails_says_what_to_do_and_leaves_nothing(tmp_path, archive, monkeypatch, code, advice) -> None:
    def fail(*_):
        raise OSError(code, os.strerror(code))

    with monkeypatch.context() as patch:
        patch.setattr(files, "_sync", fail)
        with pytest.raises(StoreError, match=advice):
            run(tmp_path / "w", [str(archive)], 5)
    assert not [p for p in (tmp_path / "w").rglob("*") if p.is_file() and p.name != ".lock"]


def test_a_full_disk(tmp_path, archive) -> None:
    (tmp_path / "small").mkdir()
    mount = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", tmp_path / "small"], capture_output=True)
    if mount.returncode:
        pytest.skip("a tmpfs cannot be mounted here")
    try:
        with pytest.raises(StoreError, match="disk is full"):
            run(tmp_path / "small", [str(archive)], 5)
        subprocess.run(["mount", "-o", "remount,size=8m", tmp_path / "small"], check=True)
        run(tmp_path / "small", [str(archive)], 5)
        run(tmp_path / "whole", [str(archive)], 5)
        assert state(tmp_path / "small") == state(tmp_path / "whole")
    finally:
        subprocess.run(["umount", tmp_path / "small"], check=True)


def test_a_source_that_vanishes_is_a_row(tmp_path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("LAHORE: A bridge.")
    (file,) = find_files(tmp_path)
    path.unlink()
    (row,) = read_source(file)
    assert isinstance(row, Quarantined)
    land(tmp_path / "w", [(file, [row])])


def test_a_name_of_odd_bytes_does_not_stop_a_run(tmp_path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff\xfe.txt")).write_text("LAHORE: A bridge.")
    landed = land(tmp_path / "w", ((f, read_source(f)) for f in find_files(tmp_path)))
    assert landed.accounting.quarantined == 1


def test_a_clock_set_back_does_not_unlearn(tmp_path) -> None:
    now = datetime(2025, 1, 1, tzinfo=UTC)
    row = Quarantined(
        source_uri="a",
        content_hash="b",
        reason_code="empty",
        stage="ingest",
        message="m",
        first_seen_at=now,
        last_seen_at=now,
    )
    earlier = now - timedelta(days=400)
    (again,) = merged([row], [row], earlier)
    assert (again.first_seen_at, again.last_seen_at, again.attempts) == (now, now, 2)


@pytest.mark.slow
def test_a_line_of_200_megabytes_is_skipped_in_little_memory(tmp_path) -> None:
    path = tmp_path / "a.jsonl"
    with path.open("wb") as file:
        file.write(b'{"content": "One."}\n{"content": "')
        for _ in range(200):
            file.write(b"x" * (1 << 20))
        file.write(b'"}\n{"content": "Three."}\n')
    code = (
        "import pathlib, sys; from flows.ingest import read_source;"
        "print([getattr(r, 'reason_code', '') for r in read_source(sys.argv[1])]);"
        "print(pathlib.Path('/proc/self/status').read_text().split('VmHWM:')[1].split()[0])"
    )
    out = subprocess.run([sys.executable, "-c", code, path], capture_output=True, text=True, check=True).stdout
    reasons, peak_kilobytes = out.splitlines()
    assert reasons == "['', 'too_large', '']"
    assert int(peak_kilobytes) < 150_000
