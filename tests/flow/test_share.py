"""Batches that travel through a share to workers that do not see the warehouse, and come back as if they had been made here."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from flows import store, tasks
from flows.pipeline import pipeline
from flows.runners import Local, Watch
from flows.settings import Settings
from flows.share import Lost, Share, cluster
from flows.store import StoreError
from flows.tasks import Tabulated

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "seeds" / "reports"
distributed = pytest.importorskip("distributed", reason="the extra dask is not installed")
S3 = {
    "AWS_ACCESS_KEY_ID": "anyone", "AWS_SECRET_ACCESS_KEY": "hidden-42", "AWS_DEFAULT_REGION": "us-east-1"
}  # fmt: skip


@pytest.fixture
def disk(tmp_path: Path) -> Path:
    (tmp_path / "share").mkdir()
    return tmp_path / "share"


def _run(settings: Settings, reports: Path) -> list[Tabulated]:
    with cluster(Watch(), settings) if settings.dask_address else Local(Watch()) as runner:
        return list(pipeline(runner, [str(reports)], settings).tabulated)


def _made(warehouse: Path) -> dict[str, bytes]:
    """Everything a run wrote, but what it remembers of itself: when, and how it was built."""
    files = {p.relative_to(warehouse).as_posix(): p for p in warehouse.rglob("*") if p.is_file()}
    told = ("landing/", "lines/", "tables/", "batches/", ".share")
    return {name: path.read_bytes() for name, path in files.items() if name.startswith(told)}


def die_half_way(batch_id: str, settings: Settings) -> Tabulated:
    """A worker that is killed while it writes to the share, the first time; a stage."""
    share = Path((settings.share or "").removeprefix("file://"))
    [folder], mark = share.iterdir(), share.with_name("killed")
    if not mark.exists():
        mark.touch()
        (folder / "half").write_bytes(b"PK\x03\x04")
        os.kill(os.getpid(), signal.SIGKILL)
    return tasks.tabulate(batch_id, settings)


@contextmanager
def workers(address: str, *folders: Path, path: str = f"{ROOT}{os.pathsep}{Path(__file__).parent}") -> Iterator[None]:
    """Workers in processes of their own, each in a folder of its own, that find packages on a path."""
    with ExitStack() as ending:
        for folder in folders:
            folder.mkdir()
            command = ["-m", "distributed.cli.dask_worker", address, "--nthreads", "1", "--no-nanny", "--no-dashboard"]
            worker = subprocess.Popen(
                [sys.executable, *command, "--local-directory", "scratch"], cwd=folder, stderr=subprocess.DEVNULL,
                env={**os.environ, "PYTHONPATH": path},
            )  # fmt: skip
            ending.callback(worker.wait)
            ending.callback(worker.terminate)
        yield


@pytest.mark.slow
def test_workers_in_folders_of_their_own_make_the_same_bytes_though_one_is_killed_as_it_writes(
    no_marts, reports: Path, disk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """The warehouse is given by a path that is another folder for each worker: what is not sent is not there."""
    monkeypatch.chdir(tmp_path)
    _run(Settings(warehouse=Path("one"), batch_size=1), reports)
    monkeypatch.setattr(tasks, "tabulate", die_half_way)
    with distributed.LocalCluster(n_workers=0, dashboard_address=None) as scheduler:
        away = [tmp_path / "away", tmp_path / "far"]
        with workers(scheduler.scheduler_address, *away):
            shared = Settings(
                warehouse=Path("two"), batch_size=1, dask_address=scheduler.scheduler_address, share=f"file://{disk}"
            )
            assert len(_run(shared, reports)) == 5
            assert {p.name for folder in away for p in folder.iterdir()} == {"scratch"}
    assert (tmp_path / "killed").exists()
    assert _made(tmp_path / "two") == _made(tmp_path / "one")
    assert list(disk.iterdir()) == [], "the share is emptied, of what the killed worker left, too"


@pytest.mark.slow
def test_a_worker_without_this_package_is_told_of_before_anything_is_done(tmp_path: Path):
    with (
        distributed.LocalCluster(n_workers=0, dashboard_address=None) as scheduler,
        workers(scheduler.scheduler_address, tmp_path / "away", path=""),
    ):
        scheduler.wait_for_workers(1, timeout=60)
        with pytest.raises(StoreError, match="not at all"):
            _run(Settings(warehouse=tmp_path / "w", dask_address=scheduler.scheduler_address), SAMPLES)
    assert not (tmp_path / "w").exists()


@pytest.fixture
def bucket(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A bucket of a server that speaks S3, on loopback."""
    pytest.importorskip("s3fs", reason="s3fs is not installed: pip install s3fs 'moto[server]'")
    moto = pytest.importorskip("moto.server", reason="moto is not installed: pip install s3fs 'moto[server]'")
    import s3fs

    server = moto.ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    for name, value in (S3 | {"AWS_ENDPOINT_URL": f"http://{host}:{port}"}).items():
        monkeypatch.setenv(name, value)
    s3fs.S3FileSystem.clear_instance_cache()
    s3fs.S3FileSystem().mkdir("press")
    yield "s3://press/through/here"
    server.stop()


@pytest.mark.slow
def test_an_object_store_carries_batches_and_is_emptied(no_marts, reports: Path, bucket: str, tmp_path: Path):
    import s3fs

    _run(Settings(warehouse=tmp_path / "one", batch_size=1), reports)
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as two:
        shared = Settings(
            warehouse=tmp_path / "two", batch_size=1, dask_address=two.scheduler_address, share=bucket
        )  # fmt: skip
        assert len(_run(shared, reports)) == 5
        assert _made(tmp_path / "two") == _made(tmp_path / "one")
        files = s3fs.S3FileSystem()
        files.invalidate_cache()
        assert files.find("press") == []
        (tmp_path / "two" / "batches").rename(tmp_path / "two" / "gone")
        missing = shared.model_copy(update={"share": "s3://pres/through/here"})
        with pytest.raises(StoreError, match="It has to be there") as told:
            _run(missing, reports)
        assert S3["AWS_SECRET_ACCESS_KEY"] not in str(told.value)
        assert not files.exists("pres"), "a bucket that is misspelt is not made"


@pytest.fixture
def threads() -> Iterator[str]:
    """The address of a cluster that is threads of this process."""
    with distributed.LocalCluster(
        n_workers=1, threads_per_worker=2, processes=False, dashboard_address=None, protocol="tcp"
    ) as cluster:
        yield cluster.scheduler_address


def test_a_second_run_tells_what_changed_and_clears_what_a_killed_one_left(
    no_marts, reports: Path, threads: str, tmp_path: Path
):
    settings = Settings(warehouse=tmp_path / "w", batch_size=1, dask_address=threads, share="memory://press")
    _run(settings, reports)
    killed = Share.of_a_run("memory://press")
    name = killed.put(b"left")
    store.note_share(settings.warehouse, killed.folder)
    for marker in sorted((settings.warehouse / "batches").iterdir())[:2]:
        marker.write_text(marker.read_text().replace('"version": "', '"version": "older '))
    again = _run(settings, reports)
    assert [(batch.refused, batch.changes) for batch in again] == [(0, {})] * 2
    with pytest.raises(Lost, match="not in the share"):
        killed.take(name)
    assert ".share" not in _made(settings.warehouse)


def test_a_worker_of_another_version_is_told_of(
    no_marts, reports: Path, threads: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def version(_recognizers=()) -> str:
        try:
            distributed.get_worker()
        except ValueError:
            return "here"
        return "there"

    monkeypatch.setattr("flows.share.extractor_version", version)
    monkeypatch.setattr("flows.version.extractor_version", lambda: "here")  # of those who are asked at first
    settings = Settings(warehouse=tmp_path / "w", batch_size=1, dask_address=threads, share="memory://press")
    with pytest.raises(StoreError, match="install the same everywhere"):
        _run(settings, reports)


def test_a_parcel_that_is_lost_or_cut_off_is_sent_again(
    no_marts, reports: Path, threads: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    _run(Settings(warehouse=tmp_path / "one", batch_size=1), reports)
    spoil: list[Callable[[Share, str], None]] = [Share.remove, _cut]
    put = Share.put

    def spoilt(share: Share, parcel: bytes) -> str:
        name = put(share, parcel)
        if spoil:
            spoil.pop()(share, name)
        return name

    monkeypatch.setattr(Share, "put", spoilt)
    settings = Settings(warehouse=tmp_path / "two", batch_size=1, dask_address=threads, share="memory://press")
    _run(settings, reports)
    assert not spoil and _made(tmp_path / "two") == _made(tmp_path / "one")


def _cut(share: Share, name: str) -> None:
    with share._reached() as (files, path):
        files.pipe_file(f"{path}/{name}", files.cat_file(f"{path}/{name}")[:-1])


@pytest.mark.parametrize("share", ["file:///nowhere/at/all", "nosuch://x", "abc"])
def test_a_share_that_cannot_be_is_told_in_words(
    no_marts, reports: Path, threads: str, tmp_path: Path, share: str
):  # fmt: skip
    with pytest.raises((StoreError, ValueError), match=r"has to be there|by fsspec"):
        _run(Settings(warehouse=tmp_path / "w", batch_size=1, dask_address=threads, share=share), reports)
