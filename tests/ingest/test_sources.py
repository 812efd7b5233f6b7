"""Each kind of source gives its reports; what is no report gives a row that says why and where."""

import gzip
import json
import os
import time

import pytest

from flows.contract.records import Quarantined, RawReport
from flows.ingest import Limits, find_files, load_mapping, read_source

SMALL = Limits(record_bytes=2000, unpack_free=100_000)
RECORD = {"title": "Bridge opened", "link": "https://a.example/1", "date_published": "2025-03-04T01:00:00.000Z", "source": "APP",
          "content": "LAHORE, Mar 4 (APP): A bridge was opened."}  # fmt: skip


def read(tmp_path, name: str, data: bytes, **options):
    path = tmp_path / name
    path.write_bytes(data)
    return list(read_source(path, **options))


def reason(rows) -> str:
    (row,) = rows
    assert isinstance(row, Quarantined)
    return row.reason_code


def test_a_text_file_is_kept_as_it_came(tmp_path) -> None:
    (report,) = read(tmp_path, "000_ab.txt", " date 2025-03-04 LAHORE:\r\nA\u00ad bridge\n".encode())
    assert report.text == " date 2025-03-04 LAHORE:\r\nA\u00ad bridge\n"
    assert (report.source_name, report.source_kind, report.raw) == ("000_ab.txt", "text", None)


@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["plain", "gzip"])
def test_json_lines_by_the_default_mapping(tmp_path, pack) -> None:
    lines = "\n".join(json.dumps(r) for r in (RECORD, RECORD | {"author": None, "tags": [], "content": "Other."}))
    first, second = read(tmp_path, "a.jsonl.gz", pack(lines.encode()))
    assert first.text == "Bridge opened\n\nLAHORE, Mar 4 (APP): A bridge was opened."
    assert (first.title, first.outlet, first.published) == ("Bridge opened", "APP", "2025-03-04T01:00:00.000Z")
    assert (first.source_name, second.source_name) == ("a.jsonl.gz#0", "a.jsonl.gz#1")


def test_csv_takes_outlet_and_date_from_its_name(tmp_path) -> None:
    rows = read(
        tmp_path,
        "the_news_20250526.csv",
        b'title,link,content\r\n"A, B",https://a.example/2,"One\nTwo ""x"""\r\n\r\nC,,Three\r\n',
    )
    assert [r.text for r in rows] == ['A, B\n\nOne\nTwo "x"', "C\n\nThree"]
    assert (rows[0].outlet, rows[0].published, rows[1].url) == ("The News", "20250526", None)


def test_a_mapping_names_other_fields(tmp_path) -> None:
    mapping = load_mapping({"text": ["inhalt.lang"], "title": ["kopf"]})
    (report,) = read(tmp_path, "a.jsonl", b'{"kopf": "K", "inhalt": {"lang": "Text."}}', mapping=mapping)
    assert report.text == "K\n\nText."
    with pytest.raises(ValueError, match="txt"):
        load_mapping({"txt": ["a"]})


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\t ", "empty"),
        ("a.txt", b"\x89PNG\r\n\x1a\n rest", "binary"),
        ("a.txt", b"Text with a \0 byte", "binary"),
        ("a.txt", "Über Brücken \u2014 ".encode() + b"\xff\xfe\x81", "undecodable"),
        ("a.txt", b"x" * 3000, "too_large"),
        ("..\\x.txt", b"Text.", "bad_name"),
        ("a.jsonl", b'{"title": "T", "content": null}', "no_text"),
        ("a.jsonl", b'{"content": "T", "file_name": "../../x"}', "bad_name"),
        ("a.jsonl", b'{"content": "half \\ud800"}', "undecodable"),
        ("a.jsonl", b'["content"]', "bad_record"),
        ("a.json", b'{\n "content": "T",\n}', "bad_record"),
        ("a.json", b'{\n "content": "T",\n "more": [', "bad_record"),
        ("a.json", b'[' * 1500, "bad_record"),
        ("a.docx", b"PK\x03\x04" + b"\x14\0" + bytes(24) + b"[Content_Types].xml", "binary"),
        ("page.css", b"body { margin: 0 }", "not_article"),
        ("a.csv", b'title,content\nA,"never closed\nB,C\n', "bad_record"),
        ("a.csv", b"title,content\nA,B,C\n", "bad_record"),
        ("a.csv", b"heading,body text\nA,B\n", "no_text"),
        ("a.gz", gzip.compress(b"Text " * 90, mtime=0)[:-20], "unreadable"),
    ],
)  # fmt: skip
def test_what_is_no_report_says_why(tmp_path, name, data, expected) -> None:
    assert reason(read(tmp_path, name, data, limits=SMALL)) == expected


def test_reading_goes_on_after_a_bad_record_and_offsets_say_where(tmp_path) -> None:
    good = json.dumps(RECORD).encode()
    data = good + b"\n{broken\n" + b'{"content": "' + b"x" * 5000 + b'"}\n' + good + b"\n" + b"[" * 1500 + b"\n" + good
    rows = read(tmp_path, "a.jsonl", data, limits=SMALL)
    assert [r.reason_code if isinstance(r, Quarantined) else "" for r in rows] == [
        "",
        "bad_record",
        "too_large",
        "",
        "too_deep",
        "",
    ]
    assert data[rows[1].byte_start :].startswith(b"{broken")
    assert data[rows[2].byte_start :].startswith(b'{"content": "xxx')
    assert rows[5].source_name == "a.jsonl#5"


def test_an_archive_bomb_is_left(tmp_path) -> None:
    rows = read(tmp_path, "a.jsonl.gz", gzip.compress(b'{"content": "T"}\n' + b"\n" * 400_000), limits=SMALL)
    assert isinstance(rows[0], RawReport)
    assert reason(rows[1:]) == "too_large"


def test_a_pipe_is_not_waited_for(tmp_path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert reason(read_source(tmp_path)) == "unreadable"


def test_legacy_bytes_are_decoded_and_kept(tmp_path) -> None:
    text = "KARACHI: The minister said: “We will open the café – and the bridge – on Monday.” He didn’t say who’d pay for it."
    (report,) = read(tmp_path, "a.txt", text.encode("cp1252"))
    assert report.text == text
    assert (report.encoding, report.raw) == ("cp1252", text.encode("cp1252"))


def test_a_folder_is_read_by_name_and_a_missing_source_is_said(tmp_path) -> None:
    for name in ("b.txt", "a.txt", ".hidden"):
        (tmp_path / name).write_text(f"Report {name}.")
    assert [r.source_name for r in read_source(tmp_path)] == ["a.txt", "b.txt"]
    with pytest.raises(FileNotFoundError, match="no such file"):
        next(read_source(tmp_path / "none"))


def test_a_file_that_is_still_being_written_waits(tmp_path) -> None:
    for name, age in (("old.txt", 60), ("new.txt", 1), ("from_tomorrow.txt", -86_400)):
        (tmp_path / name).write_text(f"Report {name}.")
        os.utime(tmp_path / name, (time.time() - age,) * 2)
    for name in ("a.txt.part", "b.txt.crdownload"):
        (tmp_path / name).write_text("Half a rep")
    assert [f.name for f in find_files(tmp_path, settled_seconds=30)] == ["from_tomorrow.txt", "old.txt"]


def test_a_report_that_grows_while_it_is_read_is_left_for_the_next_run(tmp_path) -> None:
    (tmp_path / "a.txt").write_text("LAHORE: Half a rep")
    (found,) = find_files(tmp_path)
    (tmp_path / "a.txt").write_text("LAHORE: Half a report, now whole.")
    assert reason(read_source(found)) == "unreadable"
    (report,) = read_source(tmp_path)
    assert report.text.endswith("whole.")


def test_links_in_a_folder_lead_nowhere(tmp_path) -> None:
    """Who may write into a watched folder may not so show what lies elsewhere."""
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret" / "key.txt").write_text("LAHORE: Secret.")
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    (inbox / "a.txt").write_text("LAHORE: One.")
    (inbox / "file.txt").symlink_to(tmp_path / "secret" / "key.txt")
    (inbox / "folder").symlink_to(tmp_path / "secret")
    (inbox / "gone.txt").symlink_to(tmp_path / "nowhere")
    rows = list(read_source(inbox))
    assert [getattr(r, "text", None) for r in rows] == ["LAHORE: One.", None, None, None]
    assert [r.message.split(":")[0] for r in rows[1:]] == ["A link"] * 3
    (given,) = read_source(inbox / "file.txt")
    assert (given.text, given.source_uri) == ("LAHORE: Secret.", str(tmp_path / "secret" / "key.txt"))


def test_a_file_that_becomes_a_link_once_it_was_found_is_not_followed(tmp_path) -> None:
    (tmp_path / "secret.txt").write_text("LAHORE: Secret.")
    path = tmp_path / "inbox" / "a.txt"
    path.parent.mkdir()
    path.write_text("LAHORE: One.")
    (file,) = find_files(path.parent)
    path.unlink()
    path.symlink_to(tmp_path / "secret.txt")
    assert reason(read_source(file)) == "unreadable"
