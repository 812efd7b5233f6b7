import shutil
from pathlib import Path

import pytest

from flows import store, tasks
from flows.settings import Settings
from flows.store.files import Damaged
from flows.store.layout import landing_file, marker_file

SAMPLES = Path(__file__).parents[2] / "seeds" / "reports"


@pytest.fixture
def warehouse(tmp_path: Path) -> Path:
    """Two landed batches, with their lines; nothing is tabulated."""
    settings = Settings(warehouse=tmp_path / "w", batch_size=2)
    tasks.land([str(path) for path in sorted(SAMPLES.glob("00[2-5]*.txt"))], settings)
    for batch_id in store.landed_batches(settings.warehouse):
        tasks.count_lines(batch_id, settings)
    tasks.recur(settings)
    return settings.warehouse


def _files(warehouse: Path) -> dict[str, bytes]:
    return {p.relative_to(warehouse).as_posix(): p.read_bytes() for p in warehouse.rglob("*") if p.is_file()}


def test_a_batch_tabulated_elsewhere_and_adopted_is_as_if_it_were_tabulated_here(warehouse: Path, tmp_path: Path):
    batch_id, other = store.landed_batches(warehouse)
    shutil.copytree(warehouse, tmp_path / "here")
    tasks.tabulate(batch_id, Settings(warehouse=tmp_path / "here"))
    store.unpack(store.pack_batch(warehouse, batch_id), tmp_path / "away")
    assert not any(other in name for name in _files(tmp_path / "away")), "a worker gets no more than it needs"
    tasks.tabulate(batch_id, Settings(warehouse=tmp_path / "away"))
    store.adopt(warehouse, batch_id, store.pack_made(tmp_path / "away", batch_id))
    assert _files(warehouse) == _files(tmp_path / "here")


def test_what_a_batch_had_and_has_no_more_goes(warehouse: Path, tmp_path: Path):
    batch_id = store.landed_batches(warehouse)[0]
    tasks.tabulate(batch_id, Settings(warehouse=warehouse))
    store.unpack(store.pack_batch(warehouse, batch_id), tmp_path / "away")
    [gone] = (tmp_path / "away").glob("tables/topics/*/*.parquet")
    gone.unlink()
    store.adopt(warehouse, batch_id, store.pack_made(tmp_path / "away", batch_id))
    assert _files(warehouse).keys() == _files(tmp_path / "away").keys() | {
        name for name in _files(warehouse) if batch_id not in name
    }
    assert not list(warehouse.glob("tables/topics/*/*.parquet"))


def test_a_batch_is_committed_when_all_its_files_are_there(
    warehouse: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    batch_id = store.landed_batches(warehouse)[0]
    store.unpack(store.pack_batch(warehouse, batch_id), tmp_path / "away")
    tasks.tabulate(batch_id, Settings(warehouse=tmp_path / "away"))
    made = store.pack_made(tmp_path / "away", batch_id)
    written = []
    monkeypatch.setattr("flows.store.parcels.write_bytes", lambda path, content: written.append(path))
    monkeypatch.setattr("flows.store.parcels.commit", written.append)
    store.adopt(warehouse, batch_id, made)
    assert written[-2:] == [marker_file(warehouse, batch_id)] * 2
    assert "reports" in written[-3].parts


def test_damage_is_found_before_a_batch_is_sent(warehouse: Path):
    batch_id = store.landed_batches(warehouse)[0]
    path = landing_file(warehouse, batch_id)
    content = bytearray(path.read_bytes())
    content[content.index(b"\x28\xb5\x2f\xfd") + 20] ^= 0x10  # in the first page: zstd
    path.write_bytes(content)
    with pytest.raises(Damaged, match=batch_id):
        store.pack_batch(warehouse, batch_id)


def test_what_a_killed_run_left_is_told_once_and_never_what_another_noted(tmp_path: Path):
    assert store.note_share(tmp_path, "s3://b/one") is None
    assert store.note_share(tmp_path, "s3://b/two") == "s3://b/one"
    store.forget_share(tmp_path, "s3://b/one")
    assert store.note_share(tmp_path, "s3://b/three") == "s3://b/two"
    store.forget_share(tmp_path, "s3://b/three")
    assert not list(tmp_path.iterdir())
