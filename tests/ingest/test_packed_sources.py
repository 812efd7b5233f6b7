"""Archives give what their members would give as files, and no archive can fill the memory or name a place elsewhere."""

import gzip
import io
import json
import tarfile
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from flows.contract.records import Quarantined, RawReport
from flows.ingest import Limits, original_bytes, read_source, source_of

RECORD = json.dumps({"title": "A", "content": "Bridge."}).encode()
FILES = {
    "in/one.txt": b"LAHORE: One.",
    "in/two.jsonl": RECORD + b"\n{broken\n" + RECORD.replace(b"A", b"B"),
    "three.jsonl.gz": gzip.compress(RECORD.replace(b"A", b"C")),
    "the_news_20250526.csv": b"title,content\nD,Four.\n",
    ".hidden/x.txt": b"Hidden.",
    "__MACOSX/one.txt": b"Hidden.",
    "picture.png": b"\x89PNG rest",
}
EXPECTED = {"LAHORE: One.", "A\n\nBridge.", "bad_record", "B\n\nBridge.", "C\n\nBridge.", "D\n\nFour.", "binary"}


def zipped(path: Path, files: dict[str, bytes], **options) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, **options) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


def tarred(path: Path, files: dict[str, bytes], mode: str = "w") -> Path:
    with tarfile.open(path, mode) as archive:
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return path


def told(rows) -> list[str]:
    return [r.text if isinstance(r, RawReport) else r.reason_code for r in rows]


@pytest.fixture(params=["zip", "tar", "tar.gz"])
def packed(request, tmp_path):
    return lambda files: (
        zipped(tmp_path / "a.zip", files)
        if request.param == "zip"
        else tarred(tmp_path / f"a.{request.param}", files, "w:gz" if request.param == "tar.gz" else "w")
    )


def test_members_are_read_as_files_are(packed) -> None:
    path = packed(FILES)
    rows = list(read_source(path))
    assert sorted(told(rows)) == sorted(EXPECTED)
    by_text = {r.text: r for r in rows if isinstance(r, RawReport)}
    one, four = by_text["LAHORE: One."], by_text["D\n\nFour."]
    assert (one.source_name, one.source_uri) == ("one.txt", f"{path}#in/one.txt")
    assert (four.outlet, four.published) == ("The News", "20250526")


def test_a_row_leads_back_to_the_bytes_in_its_member(packed) -> None:
    path = packed(FILES)
    row = next(r for r in read_source(path) if isinstance(r, Quarantined) and r.reason_code == "bad_record")
    assert original_bytes(row, 7) == b"{broken"
    assert source_of(row) == str(path)


def test_more_than_press_text_unpacks_to_is_left(packed) -> None:
    path = packed({"a.txt": b"A.", "b.txt": bytes(1 << 20)})
    if path.suffix != ".tar":
        assert told(read_source(path, limits=Limits(unpack_free=1 << 16))) == ["A.", "too_large"]
    many = packed({f"{n}.txt": b"%d." % n for n in range(5)})
    assert told(read_source(many, limits=Limits(members=3))) == ["0.", "1.", "2.", "too_large"]


@pytest.mark.parametrize("name", ["../up.txt", "in/../../up.txt", "/etc/up.txt"])
def test_a_name_that_leads_elsewhere_is_refused(packed, name) -> None:
    assert told(read_source(packed({name: b"A.", "b.txt": b"B."}))) == ["bad_name", "B."]


def test_links_devices_and_archives_within_are_rows(tmp_path) -> None:
    path = tmp_path / "a.tar"
    with tarfile.open(path, "w") as archive:
        for name, kind in (("link.txt", tarfile.SYMTYPE), ("device", tarfile.CHRTYPE)):
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind, "/etc/passwd"
            archive.addfile(info)
    assert told(read_source(path)) == ["unreadable", "unreadable"]
    within = zipped(tmp_path / "within.zip", FILES).read_bytes()
    assert told(read_source(zipped(tmp_path / "a.zip", {"b.zip": within, "c.txt": b"C."}))) == ["binary", "C."]


def test_an_encrypted_or_damaged_member_is_a_row_and_the_rest_is_read(tmp_path) -> None:
    data = bytearray(zipped(tmp_path / "a.zip", {"a.txt": b"A." * 50, "b.txt": b"B."}).read_bytes())
    data[data.index(b"PK\x01\x02") + 8] |= 1  # the flag in the directory
    (tmp_path / "a.zip").write_bytes(data)
    assert told(read_source(tmp_path / "a.zip")) == ["unreadable", "B."]
    (tmp_path / "cut.zip").write_bytes(bytes(data[:40]))
    assert told(read_source(tmp_path / "cut.zip")) == ["unreadable"]


def packed_header(kind: bytes, size: int) -> bytes:
    """The header of a member that tar holds in memory, and its bytes; packed small."""
    info = tarfile.TarInfo("long")
    info.type, info.size = kind, size
    return gzip.compress(info.tobuf(tarfile.PAX_FORMAT) + bytes(size), 1)


@pytest.mark.parametrize("kind", [tarfile.XHDTYPE, tarfile.XGLTYPE, tarfile.GNUTYPE_LONGNAME, tarfile.GNUTYPE_LONGLINK])
def test_a_header_of_any_length_is_not_held(tmp_path, kind) -> None:
    path = tmp_path / "a.tar.gz"
    path.write_bytes(packed_header(kind, 40 << 20))
    tracemalloc.start()
    assert told(read_source(path)) == ["too_large"]
    assert tracemalloc.get_traced_memory()[1] < 20 << 20
    tracemalloc.stop()


def test_a_directory_of_any_length_is_not_held(tmp_path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for n in range(20):
            info = zipfile.ZipInfo(f"{n}.txt")
            info.comment = bytes(60_000)
            archive.writestr(info, b"%d" % n)
    assert told(read_source(tmp_path / "a.zip", limits=Limits(members=20))) == ["too_large"]
    assert len(told(read_source(tmp_path / "a.zip"))) == 20


def test_packed_members_have_the_measure_of_one_archive(packed) -> None:
    """Each unpacks to less than an archive may; together they do not."""
    line = json.dumps({"content": "x" * 50_000}).encode() + b"\n"
    path = packed({f"{n}.jsonl.gz": gzip.compress(line.replace(b"x", b"%d" % n, 1) * 4) for n in range(9)})
    got = told(read_source(path, limits=Limits(unpack_free=1 << 20, unpack_ratio=2)))
    assert "too_large" in got
    assert sum(len(text) for text in got) < 2 << 20


def test_a_packed_archive_is_read(tmp_path) -> None:
    path = zipped(tmp_path / "a.zip", FILES)
    path.write_bytes(gzip.compress(path.read_bytes()))
    assert sorted(told(read_source(path))) == sorted(EXPECTED)
