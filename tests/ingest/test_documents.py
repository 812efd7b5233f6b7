"""JSON documents, other encodings and other separators give the same reports as JSON Lines and CSV in UTF-8."""

import gzip
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.contract.records import Quarantined, RawReport
from flows.ingest import Limits, original_bytes, read_source
from flows.ingest import documents as module
from flows.ingest.documents import elements, is_too_deep
from flows.ingest.refusal import Refusal
from flows.ingest.streams import opened

RECORDS = [
    {"title": f"Bridge {n}", "content": f"LAHORE: “Bridge” [{n}], they said: }}{{ \\ \"end\"."} for n in range(3)
]  # fmt: skip
TEXTS = [f"{r['title']}\n\n{r['content']}" for r in RECORDS]


def read(tmp_path, name: str, data: bytes, **options):
    path = tmp_path / name
    path.write_bytes(data)
    return list(read_source(path, **options))


def texts(rows) -> list[str]:
    return [r.text if isinstance(r, RawReport) else r.reason_code for r in rows]


@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["plain", "gzip"])
@pytest.mark.parametrize("indent", [None, 1])
def test_an_array_is_its_records(tmp_path, indent, pack) -> None:
    rows = read(tmp_path, "a.json", pack(json.dumps(RECORDS, indent=indent).encode()))
    assert texts(rows) == TEXTS
    assert [r.source_name for r in rows] == ["a.json#0", "a.json#1", "a.json#2"]


def test_one_record_over_many_lines_and_several_of_them(tmp_path) -> None:
    one = json.dumps(RECORDS[0], indent=2).encode()
    assert texts(read(tmp_path, "a.json", one)) == TEXTS[:1]
    many = b"\n".join(json.dumps(r, indent=2).encode() for r in RECORDS)
    assert texts(read(tmp_path, "a.json", many)) == TEXTS


def test_records_on_a_line_each_stay_lines_though_one_is_broken(tmp_path) -> None:
    lines = b"{broken\n" + json.dumps(RECORDS[1]).encode()
    assert texts(read(tmp_path, "a.json", lines)) == ["bad_record", TEXTS[1]]


def test_a_bad_record_in_an_array_is_a_row_with_its_place(tmp_path) -> None:
    good = json.dumps(RECORDS[0]).encode()
    data = b"[" + good + b', {"content": tru}, 7,\n' + good + b"]"
    rows = read(tmp_path, "a.json", data)
    assert texts(rows) == [TEXTS[0], "bad_record", "bad_record", TEXTS[0]]
    assert original_bytes(rows[1], 17) == b'{"content": tru},'
    assert original_bytes(rows[2], 1) == b"7"


@pytest.mark.parametrize(
    "data", [b'[{"content": "T"}, {"content": "never closed', b'[{"content": "T"}, {"content": [1, 2']
)
def test_an_array_that_breaks_off_says_so(tmp_path, data) -> None:
    assert texts(read(tmp_path, "a.json", data)) == ["T", "bad_record"]


def test_a_record_without_end_is_left(tmp_path, monkeypatch) -> None:
    data = b'[{"content": "T"}, {"content": "' + b"x" * 5000 + b'"}, {"content": "T"}]'
    monkeypatch.setattr("flows.ingest.streams.CHUNK", 100)
    assert texts(read(tmp_path, "a.json", data, limits=Limits(record_bytes=1000))) == ["T", "too_large"]


def test_depth_is_told_without_recursion() -> None:
    assert not is_too_deep(b'{"a": "' + b"[" * 5000 + b'"}')
    assert is_too_deep(b"[" * 5000 + b"]" * 5000)


@settings(max_examples=60, deadline=None)
@given(
    records=st.lists(st.dictionaries(st.text(max_size=5), st.text(max_size=40) | st.lists(st.text(max_size=9)), min_size=1)),
    size=st.integers(1, 60),
    indent=st.none() | st.just(1),
    ascii_only=st.booleans(),
)  # fmt: skip
def test_pieces_of_any_size_give_the_same_records(tmp_path_factory, records, size, indent, ascii_only) -> None:
    path = tmp_path_factory.mktemp("documents") / "a.json"
    path.write_text(json.dumps(records, indent=indent, ensure_ascii=ascii_only), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch, opened(path) as stream:
        patch.setattr("flows.ingest.streams.CHUNK", size)
        found = list(module.elements(stream, Limits(), 1 << 20))
    assert [json.loads(line.data) for line in found if not isinstance(line, Refusal)] == records
    data = path.read_bytes()
    assert all(data[line.byte_start :].startswith(line.data) for line in found)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_names_the_encoding(tmp_path, encoding) -> None:
    lines = "\n".join(json.dumps(r, ensure_ascii=False) for r in RECORDS)
    assert texts(read(tmp_path, "a.jsonl", lines.encode(encoding))) == TEXTS
    assert texts(read(tmp_path, "a.json", json.dumps(RECORDS).encode(encoding))) == TEXTS
    table = "title,content\n" + "".join(f'"Bridge {n}","Über {n},\nlong."\n' for n in range(2))
    assert texts(read(tmp_path, "a.csv", table.encode(encoding))) == [
        "Bridge 0\n\nÜber 0,\nlong.",
        "Bridge 1\n\nÜber 1,\nlong.",
    ]


def test_half_a_character_in_utf_16_is_refused_with_its_record(tmp_path) -> None:
    broken = '{"content": "half \ud800"}\n{"content": "whole"}'.encode("utf-16", "surrogatepass")
    assert texts(read(tmp_path, "a.jsonl", broken)) == ["undecodable", "whole"]
    assert all(isinstance(r, Quarantined) for r in read(tmp_path, "a.jsonl", '{"content": "a"'.encode("utf-16")[:-1]))


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_the_header_row_tells_the_separator(tmp_path, separator) -> None:
    rows = (("Headline", " Content ", "URL"), ("A", "One, two; three", "https://a.example/1"))
    data = "\r\n".join(separator.join(f'"{cell}"' if n else cell for cell in row) for n, row in enumerate(rows))
    (report,) = read(tmp_path, "a.csv", data.encode())
    assert (report.text, report.url, report.source_kind) == ("A\n\nOne, two; three", "https://a.example/1", "csv")


def test_elements_of_nothing_are_none(tmp_path) -> None:
    (tmp_path / "a.json").write_bytes(b" [ , ] ")
    with opened(tmp_path / "a.json") as stream:
        assert list(elements(stream, Limits(), 7)) == []
