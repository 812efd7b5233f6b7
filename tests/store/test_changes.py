"""A redone batch tells what it changed, and batches are found by the months of their reports."""

from dataclasses import replace
from datetime import date

from flows.store import land, write_batch
from flows.store.changes import Changes, batches_between, compare, rows_of_batch


def test_rows_that_came_differ_and_went(tmp_path, make_raw, make_facts, source_file) -> None:
    first, second = make_raw(1), make_raw(2)
    (batch,) = land(tmp_path, [(source_file, [first, second])]).batch_ids
    write_batch(tmp_path, batch, [make_facts(first), make_facts(second)], version="1")
    before = rows_of_batch(tmp_path, batch)
    facts = make_facts(first)
    changed = replace(
        facts, mentions=(replace(facts.mentions[0], name="Lahore City"), replace(facts.mentions[0], ordinal=1))
    )
    write_batch(tmp_path, batch, [changed], version="2")
    found = compare(before, rows_of_batch(tmp_path, batch))
    assert found["mentions"] == Changes(added=1, changed=1, removed=1)
    assert found["reports"] == Changes(removed=1)
    assert found["topics"] == Changes()


def test_batches_by_month(tmp_path, make_raw, make_facts, source_file) -> None:
    days = {1: date(2024, 12, 31), 2: date(2025, 3, 1), 3: None}
    batches = {}
    for number, day in days.items():
        (batches[number],) = land(tmp_path, [(source_file, [make_raw(number)])]).batch_ids
        write_batch(tmp_path, batches[number], [make_facts(make_raw(number), day)], version="1")
    assert batches_between(tmp_path, date(2025, 3, 15), None) == (batches[2],)
    assert set(batches_between(tmp_path, None, date(2025, 3, 1))) == {batches[1], batches[2]}
