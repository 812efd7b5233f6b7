"""Merged batches hold what their parts held, as if they had been one from the start, whenever the run dies."""

from datetime import date

import pytest

from flows.store import compact, land, landed_batches, locked, pending_batches, read_landed, read_table, write_batch
from tests.faults.conftest import state
from tests.faults.test_interruptions import Stopped, stopping_at


def tabulated(warehouse, make_facts) -> None:
    for batch in pending_batches(warehouse, "1"):
        facts = [make_facts(raw, date(2025, 1 + len(raw.text) % 2, 1)) for raw in read_landed(warehouse, batch)]
        write_batch(warehouse, batch, facts, version="1")


@pytest.fixture
def small_batches(tmp_path, make_raw, make_facts, source_file):
    def make(name: str):
        for n in range(8, 12):
            land(tmp_path / name, [(source_file, [make_raw(n)])])
        tabulated(tmp_path / name, make_facts)
        return tmp_path / name

    return make


def test_a_merged_batch_has_the_bytes_of_one_tabulated_anew(small_batches, make_facts) -> None:
    warehouse = small_batches("w")
    before = {name: read_table(warehouse, name).num_rows for name in ("reports", "mentions")}
    ((batch_id, parts),) = compact(warehouse, at_least=2).items()
    assert len(parts) == 4
    assert landed_batches(warehouse) == (batch_id,)
    assert {name: read_table(warehouse, name).num_rows for name in before} == before
    merged = state(warehouse)
    (warehouse / "batches" / f"{batch_id}.json").unlink()
    tabulated(warehouse, make_facts)
    assert state(warehouse) == merged


def test_few_small_batches_are_left(small_batches) -> None:
    assert compact(small_batches("w")) == {}


def test_a_compaction_may_die_at_every_write(small_batches, monkeypatch) -> None:
    whole = small_batches("whole")
    compact(whole, at_least=2)
    expected = state(whole)
    for moment in range(50):
        warehouse = small_batches(f"stopped{moment}")
        with monkeypatch.context() as patch:
            stopping_at(patch, moment, before=moment % 2 == 0)
            try:
                compact(warehouse, at_least=2)
            except Stopped:
                pass
            else:
                break
        with locked(warehouse):
            compact(warehouse, at_least=2)
        (warehouse / ".lock").unlink()
        assert state(warehouse) == expected, f"stopped at write {moment}"
    assert moment > 5
