"""Landing keeps what comes, once, and every report is accounted for."""

from dataclasses import replace
from datetime import UTC, datetime

from flows.contract.records import Quarantined, Validators
from flows.store import (
    duplicate_reports,
    feed_validators,
    land,
    landed_batches,
    landed_urls,
    read_landed,
    read_quarantine,
    record_validators,
    split_unchanged,
)

NOW = datetime(2025, 1, 1, tzinfo=UTC)


def refused(uri: str, number: int = 0) -> Quarantined:
    return Quarantined(
        source_uri=uri, content_hash=f"{number:016}", reason_code="empty", stage="ingest", message="Empty.", byte_start=number,
        first_seen_at=NOW, last_seen_at=NOW,
    )  # fmt: skip


def test_reports_come_back_as_they_were(tmp_path, make_raw, source_file) -> None:
    raws = [make_raw(1, raw=b"\xff", encoding="cp1252"), make_raw(2, text="a\r\n\u00ad b"), make_raw(3, title="T")]
    landed = land(tmp_path, [(source_file, raws)])
    assert read_landed(tmp_path, landed.batch_ids[0]) == tuple(raws)


def test_accounting_names_new_known_repeated_and_refused(tmp_path, make_raw, source_file) -> None:
    first = land(tmp_path, [(source_file, [make_raw(1), make_raw(1), refused(source_file.uri)])])
    again = land(tmp_path, [(source_file, [make_raw(1), make_raw(2)])])
    assert (first.accounting.published, first.accounting.duplicate, first.accounting.quarantined) == (1, 1, 1)
    assert (again.accounting.published, again.accounting.unchanged, again.accounting.seen) == (1, 1, 2)
    assert len(landed_batches(tmp_path)) == 2


def test_the_same_reports_make_the_same_batches_after_an_interruption(tmp_path, make_raw, source_file) -> None:
    raws = [make_raw(n) for n in range(7)]
    land(tmp_path / "a", [(source_file, raws)], batch_size=2)
    land(tmp_path / "b", [(source_file, raws[:4])], batch_size=2)
    land(tmp_path / "b", [(source_file, raws)], batch_size=2)
    assert landed_batches(tmp_path / "a") == landed_batches(tmp_path / "b")


def test_a_source_that_has_not_changed_is_not_read_again(tmp_path, make_raw, source_file) -> None:
    land(tmp_path, [(source_file, [make_raw(1), refused(source_file.uri)])])
    changed, rest = split_unchanged(tmp_path, [source_file])
    assert changed == ()
    assert (rest.unchanged, rest.quarantined) == (1, 1)


def test_quarantine_counts_attempts_and_lets_go_of_what_is_mended(tmp_path, make_raw, source_file) -> None:
    uri = source_file.uri
    land(tmp_path, [(source_file, [refused(uri, 1), refused(uri, 2)])])
    land(tmp_path, [(source_file, [refused(uri, 1), make_raw(2)])])
    (row,) = read_quarantine(tmp_path)
    assert (row.byte_start, row.attempts, row.first_seen_at) == (1, 2, NOW)
    assert row.last_seen_at > NOW


def test_a_page_of_a_feed_stands_once_however_often_it_is_refused(tmp_path, make_raw, source_file) -> None:
    page = "https://paper.example/1"
    for content in (1, 1, 2):
        land(tmp_path, [(source_file, [refused(page, content)])])
    (row,) = read_quarantine(tmp_path)
    assert (row.source_uri, row.byte_start) == (page, 2)
    land(tmp_path, [(source_file, [replace(make_raw(1), source_uri=page)])])
    assert read_quarantine(tmp_path) == ()


def test_addresses_of_landed_reports_are_known(tmp_path, make_raw, source_file) -> None:
    land(tmp_path, [(source_file, [make_raw(1), make_raw(2, url=None)])])
    assert landed_urls(tmp_path) == {"https://paper.example/1", "/a.jsonl"}
    record_validators(tmp_path, Validators(url="https://paper.example/feed", etag='"x"'))
    assert feed_validators(tmp_path, "https://paper.example/feed").etag == '"x"'
    assert feed_validators(tmp_path, "https://other.example/feed").etag is None


def test_recrawls_name_the_fullest_report_whatever_the_order(tmp_path, make_raw, source_file) -> None:
    short = make_raw(1, text="A short first version.", url="https://www.paper.example/a?utm_source=x")
    full = make_raw(2, text="A short first version, and what came to light since.", url="http://paper.example/a/")
    other = make_raw(3, url="https://paper.example/b")
    for name, order in (("a", [short, full, other]), ("b", [other, full, short])):
        land(tmp_path / name, [(source_file, order)], batch_size=1)
        assert duplicate_reports(tmp_path / name) == {short.report_id: full.report_id}


def test_recrawls_are_told_through_a_chain_of_pages_and_texts(tmp_path, make_raw, source_file) -> None:
    told = (
        ("a", "The harbour was closed."),
        ("b", "The harbour was closed."),
        ("b", "The harbour was closed for a day."),
    )
    chain = [make_raw(n, text=text, url=f"https://paper.example/{page}") for n, (page, text) in enumerate(told)]
    alone = make_raw(7, text="Rain fell.", url=None)
    land(tmp_path, [(source_file, [alone, *chain])], batch_size=2)
    assert duplicate_reports(tmp_path) == {raw.report_id: chain[2].report_id for raw in chain[:2]}
    assert duplicate_reports(tmp_path / "empty") == {}
