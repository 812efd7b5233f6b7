"""An increment gives the marts that a build of everything gives, whatever came, changed or went."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from flows.contract.records import Story
from flows.model import build, portions
from flows.model.increments import table_files
from tests.model import sample
from tests.model.differing import differing
from tests.model.sample import ENTITIES, Telling, entity

Warehouse = Path


def first() -> Telling:
    return sample.first_telling()


def moved(telling: Telling) -> Telling:
    """The report, tabulated anew: published a month later, with nothing but its mentions."""
    again = Telling(telling.text, telling.outlet, telling.published_on.replace(month=5), telling.duplicate_of)
    again.mentions = [m for m in telling.mentions if m.kind != "post"]
    return again


def new_batch(warehouse: Warehouse) -> None:
    """Another telling of the meeting and an explosion come."""
    sample.write(warehouse, [sample.second_telling(), sample.explosion()], batch="second")


def remade_batch(warehouse: Warehouse) -> None:
    """A batch is tabulated anew, a re-crawl is settled the other way round, two reports become one story; a person is
    renamed, another linked elsewhere, and an id gets the entity that it was told without."""
    told = sample.tellings()
    recrawl = told[-1]
    stories = [Story(report_id=t.report_id, story_id=told[2].report_id, score=1.0) for t in told[2:4]]
    entities = [replace(e, name="Usman Anwar Khan") if e.name == "Usman Anwar" else e for e in ENTITIES]
    entities += [entity("post", "DIG Training"), entity("person", "Karim Rao", "Rao Karim")]
    sample.write(warehouse, [moved(first()), sample.later_holder()], entities, stories)
    recrawl.duplicate_of = None
    sample.write(warehouse, [recrawl], entities, stories, batch="third")


def gone_batch(warehouse: Warehouse) -> None:
    """A batch goes, the links as well."""
    for file in (warehouse / "tables").rglob("second.parquet"):
        file.unlink()
    sample.write(warehouse, [first(), sample.later_holder()], [e for e in ENTITIES if e.kind != "initiative"])


@pytest.mark.slow
def test_increments_equal_a_build_of_everything(tmp_path: Path):
    warehouse = tmp_path / "grown"
    sample.write(warehouse, [first(), sample.later_holder()])
    assert build(warehouse).published
    steps: tuple[Callable[[Warehouse], None], ...] = (new_batch, remade_batch, gone_batch)
    for step in steps:
        step(warehouse)
        (warehouse / ".build" / "dateline.duckdb").write_bytes(b"left by a run that was killed")
        result = build(warehouse)
        assert (result.published, result.is_increment) == (True, True), step.__name__
        whole = tmp_path / step.__name__
        whole.mkdir()
        (whole / "tables").symlink_to(warehouse / "tables")
        assert build(whole).published
        assert differing(warehouse / "dateline.duckdb", whole / "dateline.duckdb") == {}, step.__name__


@pytest.mark.slow
def test_portions_make_a_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    told = sample.tellings()
    (recrawl,) = (t for t in told if t.duplicate_of)
    for batch, telling in enumerate((recrawl, *(t for t in told if t is not recrawl))):
        sample.write(tmp_path, [telling], batch=f"b{batch}")
    whole = tmp_path / "whole"
    whole.mkdir()
    (whole / "tables").symlink_to(tmp_path / "tables")
    assert build(whole).published
    monkeypatch.setattr(portions, "_REPORTS", 2)
    result = build(tmp_path)
    assert result.published, result.message
    assert differing(tmp_path / "dateline.duckdb", whole / "dateline.duckdb") == {}


def test_files_are_known_by_batch_and_table(tmp_path: Path):
    sample.write(tmp_path, [first()], batch="one")
    files = {(f.table, f.batch_id) for f in table_files(tmp_path)}
    assert {("reports", "one"), ("mentions", "one"), ("entities", "batch")} <= files
