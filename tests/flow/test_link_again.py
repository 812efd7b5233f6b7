"""What linking remembers saves work and changes no table."""

import shutil
from pathlib import Path

from flows import store, tasks
from flows.settings import Settings

REPORTS = Path(__file__).resolve().parents[2] / "seeds" / "reports"


def linked(settings: Settings, reports: list[Path]) -> dict[str, bytes]:
    """The tables across reports after these came, too."""
    before = set(store.landed_batches(settings.warehouse))
    tasks.land([str(path) for path in reports], settings)
    for batch in set(store.landed_batches(settings.warehouse)) - before:
        tasks.tabulate(batch, settings)
    tasks.link(settings)
    names = ("entities", "entity_reviews", "override_checks", "post_corrections", "stories")
    return {name: (settings.warehouse / f"tables/{name}/{name}.parquet").read_bytes() for name in names}


def test_tables_are_the_same_with_and_without_what_was_remembered(tmp_path: Path) -> None:
    reports = sorted(REPORTS.glob("*.txt"))
    assert len(reports) > 2
    by_parts, at_once = (Settings(warehouse=tmp_path / name) for name in ("parts", "once"))
    linked(by_parts, reports[:-2])
    found = linked(by_parts, reports[-2:])
    assert found == linked(at_once, reports)
    shutil.rmtree(by_parts.warehouse / "memos")
    assert tasks.link(by_parts) == ()
    assert found == linked(by_parts, [])
