"""What recurs is a sum over all landed reports: neither order nor batches make a difference, and a page counts once."""

import random
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flows.contract.lines import LineTally, PrintedLine, RecurringLine
from flows.contract.records import RawReport
from flows.store import compact, land, read_landed, tally_lines, uncounted_batches, write_lines, write_table
from flows.store.lines import recurring_in

SLOGAN = "harbour brings the coast to you"


def line(raw: RawReport, key: str, day: date | None) -> PrintedLine:
    form = "label" if key in ("", SLOGAN) else "sentence"
    return PrintedLine(report_id=raw.report_id, outlet="Harbour", line_key=key, form=form, published_on=day)


def day_of(raw: RawReport) -> date | None:
    number = int(raw.url.rsplit("/", 1)[1])
    return None if number % 10 == 9 else date(2025, 1, 1) + timedelta(days=number)


def counted(warehouse, source_file, raws: list[RawReport], batch_size: int) -> list[LineTally]:
    land(warehouse, [(source_file, raws)], batch_size=batch_size)
    for batch_id in uncounted_batches(warehouse, "1"):
        reports = read_landed(warehouse, batch_id)
        lines = [line(r, key, day_of(r)) for r in reports for key in ("", *r.text.split("\n"))]
        write_lines(warehouse, batch_id, lines, version="1")
    return list(tally_lines(warehouse, fewest=3))


@pytest.fixture
def raws(make_raw) -> list[RawReport]:
    def text(n: int) -> str:
        return f"report {n}\n{SLOGAN if 2 <= n < 8 else 'news.'}"

    recrawled = [make_raw(2, text=f"report 2 {n}\n{SLOGAN}", url="https://paper.example/2") for n in range(5)]
    return [*(make_raw(n, text=text(n)) for n in range(20)), *recrawled]


def test_pages_count_once_and_against_the_days_on_which_the_line_stood(raws, source_file, tmp_path) -> None:
    by_key = {t.line_key: t for t in counted(tmp_path, source_file, raws, 7)}
    assert by_key[SLOGAN] == LineTally(outlet="Harbour", line_key=SLOGAN, form="label", pages=6, of_pages=6, days=6)
    assert (by_key["news."].pages, by_key["news."].of_pages) == (14, 20)  # two pages have no day: they may be of any


def test_lines_on_too_few_pages_of_their_days_are_not_told(raws, source_file, tmp_path) -> None:
    told = counted(tmp_path, source_file, raws, 7)
    often = [t for t in told if t.pages / t.of_pages >= 0.8]
    assert 0 < len(often) < len(told)
    assert list(tally_lines(tmp_path, fewest=3, least_share=0.8)) == often


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(seed=st.integers(0, 999), batch_size=st.integers(1, 30))
def test_neither_order_nor_batches_make_a_difference(raws, source_file, tmp_path_factory, seed, batch_size) -> None:
    expected = counted(tmp_path_factory.mktemp("one"), source_file, raws, 100)
    shuffled = random.Random(seed).sample(raws, len(raws))
    warehouse = tmp_path_factory.mktemp("two")
    half = seed % len(raws)
    counted(warehouse, source_file, shuffled[:half], batch_size)
    assert counted(warehouse, source_file, shuffled[half:], batch_size) == expected


def recur(warehouse, *, is_everywhere: bool) -> None:
    rows = [RecurringLine(outlet="Harbour", line_key=SLOGAN, pages=6, of_pages=6, is_everywhere=is_everywhere)]
    write_table(warehouse, "recurring_lines", rows)


def test_a_batch_is_told_by_the_lines_in_it_that_recur(raws, source_file, tmp_path) -> None:
    counted(tmp_path, source_file, raws, 10)
    batches = uncounted_batches(tmp_path, "2")
    assert recurring_in(tmp_path, batches) == {b: [] for b in batches}
    recur(tmp_path, is_everywhere=False)
    first = recurring_in(tmp_path, batches)
    assert sorted(len(lines) for lines in first.values()) == [0, 1, 1]
    recur(tmp_path, is_everywhere=True)
    assert recurring_in(tmp_path, batches) != first


def test_merged_batches_keep_their_lines(raws, source_file, tmp_path, make_facts) -> None:
    from flows.store import write_batch

    expected = counted(tmp_path, source_file, raws, 5)
    recur(tmp_path, is_everywhere=True)
    for batch_id in uncounted_batches(tmp_path, "2"):
        write_batch(tmp_path, batch_id, [make_facts(r) for r in read_landed(tmp_path, batch_id)], version="1")
    assert len(compact(tmp_path, at_least=2)) == 1
    assert uncounted_batches(tmp_path, "1") == ()
    assert list(tally_lines(tmp_path, fewest=3)) == expected


def test_a_batch_in_which_another_line_recurs_now_is_not_merged(raws, source_file, tmp_path, make_facts) -> None:
    from flows.store import pending_batches, write_batch

    counted(tmp_path, source_file, raws, 5)
    for batch_id in uncounted_batches(tmp_path, "2"):
        write_batch(tmp_path, batch_id, [make_facts(r) for r in read_landed(tmp_path, batch_id)], version="1")
    recur(tmp_path, is_everywhere=True)
    stale = pending_batches(tmp_path, "1")
    assert 0 < len(stale) < 5
    merged = compact(tmp_path, at_least=2)
    assert not set(stale) & {part for parts in merged.values() for part in parts}
    assert pending_batches(tmp_path, "1") == stale
