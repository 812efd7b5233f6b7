"""Which edits have the batches made anew: those of code and seeds, and of corrections only those made where a report is read."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from flows import freshness, version
from flows.language import seeds

COLUMNS = "action,kind,name,where,other_name,other_where,value,reports,reason,source"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    (tmp_path / "ranks.csv").write_text("form\nDPO\n")
    (tmp_path / "overrides.csv").write_text(COLUMNS + "\n")
    monkeypatch.setattr(version, "SEEDS", tmp_path)
    monkeypatch.setattr(seeds, "SEEDS", tmp_path)
    monkeypatch.setattr(freshness, "_OVERRIDES", tmp_path / "overrides.csv")
    yield tmp_path
    seeds.rows.cache_clear()
    version.extractor_version.cache_clear()


def told() -> str:
    seeds.rows.cache_clear()
    version.extractor_version.cache_clear()
    return version.extractor_version()


def test_a_correction_that_is_applied_last_changes_no_batch_but_has_the_marts_built(folder: Path) -> None:
    before, built = told(), freshness.fingerprint(folder)
    (folder / "overrides.csv").write_text(f"{COLUMNS}\nmerge,person,Asim Raza,,Asim Raja,,,,seen,desk\n")
    assert told() == before
    assert freshness.fingerprint(folder) != built


@pytest.mark.parametrize(
    "where", ["since=2024-03-01", "place=Swat", "report=0123456789abcdef", "post=DPO Swat;to=2024-01-01"]
)
def test_a_split_by_what_one_report_shows_does(folder: Path, where: str) -> None:
    before = told()
    (folder / "overrides.csv").write_text(f"{COLUMNS}\nsplit,person,Asim Raza,{where},,,,,seen,desk\n")
    assert told() != before


def test_so_does_any_other_seed(folder: Path) -> None:
    before = told()
    (folder / "ranks.csv").write_text("form\nDPO\nRPO\n")
    assert told() != before
