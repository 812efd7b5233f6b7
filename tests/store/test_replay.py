"""What stands in quarantine is tried again on request, and leaves when it is read."""

import zipfile

import pytest

from flows.ingest import find_files, original_bytes, read_source
from flows.store import (
    land,
    landed_batches,
    landed_report,
    pending_batches,
    read_landed,
    read_quarantine,
    refused_report,
    requeue,
    split_unchanged,
    write_batch,
)  # fmt: skip


def test_a_mended_source_is_read_again_and_its_row_leaves(tmp_path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"content": "One."}\n{"inhalt": "Two."}\n')
    land(tmp_path / "w", ((f, read_source(f)) for f in find_files(path)))
    (row,) = read_quarantine(tmp_path / "w")
    assert original_bytes(row).startswith(b'{"inhalt"')
    requeue(tmp_path / "w", [row])
    changed, _ = split_unchanged(tmp_path / "w", find_files(path))
    assert [f.uri for f in changed] == [str(path)]
    path.write_text('{"content": "One."}\n{"content": "Two."}\n')
    land(tmp_path / "w", ((f, read_source(f)) for f in find_files(path)))
    assert read_quarantine(tmp_path / "w") == ()


def test_a_mended_member_of_an_archive_leaves_and_only_it(tmp_path) -> None:
    path = tmp_path / "a.zip"

    def pack(second: str) -> None:
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("one.jsonl", '{"content": "One."}\n{broken')
            archive.writestr("two.jsonl", second)

    pack('{"inhalt": "Two."}')
    land(tmp_path / "w", ((f, read_source(f)) for f in find_files(path)))
    rows = {row.source_uri.rpartition("#")[2]: row for row in read_quarantine(tmp_path / "w")}
    assert rows.keys() == {"one.jsonl", "two.jsonl"}
    requeue(tmp_path / "w", [rows["two.jsonl"]])
    pack('{"content": "Two."}')
    changed, _ = split_unchanged(tmp_path / "w", find_files(path))
    land(tmp_path / "w", ((f, read_source(f)) for f in changed))
    (left,) = read_quarantine(tmp_path / "w")
    assert (left.source_uri, left.attempts) == (f"{path}#one.jsonl", 2)


def test_a_failed_report_makes_its_batch_pending_again(tmp_path, make_raw, make_facts, source_file) -> None:
    land(tmp_path, [(source_file, [make_raw(1), make_raw(2)])])
    (batch,) = landed_batches(tmp_path)
    good, bad = read_landed(tmp_path, batch)
    write_batch(
        tmp_path, batch, [make_facts(good)], version="1", refused=[refused_report(bad, "parse", ValueError("no"))]
    )
    (row,) = read_quarantine(tmp_path)
    assert (row.stage, row.reason_code, row.attempts) == ("parse", "stage_failed", 1)
    assert landed_report(tmp_path, row.content_hash) == bad
    assert pending_batches(tmp_path, "1") == ()
    requeue(tmp_path, [row])
    assert pending_batches(tmp_path, "1") == (batch,)
    write_batch(tmp_path, batch, [make_facts(good), make_facts(bad)], version="1")
    assert read_quarantine(tmp_path) == ()


def test_bytes_of_a_source_that_is_gone(tmp_path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("")
    (row,) = read_source(path)
    path.unlink()
    with pytest.raises(FileNotFoundError, match="no longer there"):
        original_bytes(row)
