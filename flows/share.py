"""A share: a place by fsspec URL through which batches travel to workers that do not see the warehouse, and back.

The warehouse stays a folder of who starts the run: commits are renames, and the lock is the kernel's. Credentials come from the
environment of each side, as the library of the protocol reads them, and stand in no address, no log and no message.
"""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from secrets import token_hex
from tempfile import TemporaryDirectory
from threading import Lock
from typing import Any, Final, TypeVar, cast

from flows import store
from flows.runners import POOL_ATTEMPTS, Dask, Watch, name_of
from flows.settings import Settings
from flows.store import StoreError
from flows.version import extractor_version

T = TypeVar("T")
_LOG: Final = logging.getLogger(__name__)
_UNLIKE: Final = (
    "A Dask worker has this package or its seeds in another version, or not at all: install the same everywhere."
)


class Lost(StoreError):  # noqa: N818 - a state of a parcel, not a fault
    """A parcel is not there, or not as it was put there."""


@dataclass(frozen=True, slots=True)
class Share:
    """A folder of a share. What is put there gets a name of its own that says what it holds: nothing is written twice, and
    nothing that was half written, or by another, is taken."""

    folder: str

    @classmethod
    def of_a_run(cls, url: str) -> "Share":
        """A folder of its own for a run. Where folders are made before files are, as on disks, that of the share has to be there."""
        share = cls(f"{url.rstrip('/')}/dateline-{token_hex(8)}")
        with share._reached() as (files, path):
            if files.exists(path.rpartition("/")[0]):
                files.makedirs(path, exist_ok=True)
        return share

    def put(self, parcel: bytes) -> str:
        """Keeps a parcel; its name."""
        name = f"{token_hex(8)}-{sha256(parcel).hexdigest()}"
        with self._reached() as (files, path):
            files.pipe_file(f"{path}/{name}", parcel)
        return name

    def take(self, name: str) -> bytes:
        """The parcel of a name. Raises Lost where it is not as it was put."""
        with self._reached() as (files, path):
            try:
                parcel: bytes = files.cat_file(f"{path}/{name}")
            except FileNotFoundError:
                raise Lost(f"{name} is not in the share {self.folder}") from None
        if sha256(parcel).hexdigest() != name.rpartition("-")[2]:
            raise Lost(f"{name} in the share {self.folder} is not as it was written")
        return parcel

    def remove(self, name: str) -> None:
        """Empties the share of a parcel, if it is there."""
        with self._reached() as (files, path):
            try:
                files.rm_file(f"{path}/{name}")
            except FileNotFoundError:
                return

    def clear(self) -> None:
        """Removes the folder with all that is in it."""
        with self._reached() as (files, path):
            files.invalidate_cache()
            if files.exists(path):
                files.rm(path, recursive=True)

    @contextmanager
    def _reached(self) -> Iterator[tuple[Any, str]]:
        """The file system and the folder's path in it. Raises StoreError, in words, for whatever its library raises."""
        from fsspec.core import url_to_fs

        try:
            yield url_to_fs(self.folder)
        except StoreError:
            raise
        except Exception as error:  # of as many classes as there are protocols
            raise StoreError(
                f"The share {self.folder} cannot be used ({type(error).__name__}: {error}). It has to be there, and its"
                " library (s3fs, gcsfs, adlfs …) and credentials have to be where the run starts and where the workers are."
            ) from error


class DaskByShare(Dask):
    """Maps over the workers of a Dask cluster that has this package, and sees the share but not the warehouse."""

    def __init__(self, watch: Watch, address: str, url: str) -> None:
        super().__init__(watch, address)
        self._url = url
        self._lock = Lock()
        self._opened: tuple[Share, Path] | None = None

    def __exit__(self, *_: object) -> None:
        """The share is emptied, of what killed workers left there, too."""
        super().__exit__()
        if self._opened:
            share, warehouse = self._opened
            _clear(share)
            store.forget_share(warehouse, share.folder)

    def one(self, stage: Callable[..., T], /, *args: Any, **kwargs: Any) -> T:
        """What the stage gives for a batch; where its parcel is lost, it is sent again."""
        for _ in range(POOL_ATTEMPTS):
            try:
                return self._sent(stage, *args, **kwargs)
            except Lost as lost:
                cause = lost
        raise StoreError(f"{name_of(stage)} {args[0]}: {cause}, {POOL_ATTEMPTS} times") from cause

    def _sent(self, stage: Callable[..., T], batch_id: str, settings: Settings) -> T:
        warehouse, share = settings.warehouse, self._share(settings.warehouse)
        sent = share.put(store.pack_batch(warehouse, batch_id))
        version = extractor_version(settings.recognizers)
        given = settings.model_copy(update={"failure_url": None})  # a secret that no worker needs
        result, made = super().one(_at_worker, stage, batch_id, given, share, sent, version)
        store.adopt(warehouse, batch_id, share.take(made))
        for name in (sent, made):
            share.remove(name)
        return cast(T, result)

    def _share(self, warehouse: Path) -> Share:
        """The folder of this run, made for the first batch: by then the warehouse is locked."""
        with self._lock:
            if self._opened is None:
                share = Share.of_a_run(self._url)
                if left := store.note_share(warehouse, share.folder):
                    _clear(Share(left))
                self._opened = share, warehouse
            return self._opened[0]


def _clear(share: Share) -> None:
    try:
        share.clear()
    except StoreError as error:  # the tables are whole: what is left costs space
        _LOG.warning("%s", error)


def _at_worker(
    stage: Callable[[str, Settings], T], batch_id: str, settings: Settings, share: Share, sent: str, version: str
) -> tuple[T, str]:
    """Runs a stage on a batch in a folder of the worker's own, which ends with it; the result, and the name of what was made."""
    from distributed import get_worker

    if extractor_version(settings.recognizers) != version:
        raise StoreError(_UNLIKE)
    with TemporaryDirectory(dir=get_worker().local_directory) as folder:
        warehouse = Path(folder)
        store.unpack(share.take(sent), warehouse)
        result = stage(batch_id, settings.model_copy(update={"warehouse": warehouse}))
        return result, share.put(store.pack_made(warehouse, batch_id))


def cluster(watch: Watch, settings: Settings) -> Dask:
    """The runner over the Dask cluster that the settings name.

    Raises:
        ConnectionError: they name none, or it cannot be reached from here.
        StoreError: a worker has not this package in this version.
    """
    if settings.dask_address is None:
        raise ConnectionError("the engine dask wants a cluster: --address tcp://host:8786, or DATELINE_DASK_ADDRESS")
    try:
        runner = _over(watch, settings.dask_address, settings.share)
    except ImportError as error:
        raise ConnectionError(
            f"the engine dask wants the extra `dask`: pip install 'dateline[dask]' ({error})"
        ) from error
    if runner.everywhere(_version_asker()) - {extractor_version()}:
        runner.__exit__()
        raise StoreError(_UNLIKE)
    return runner


def _over(watch: Watch, address: str, share: str | None) -> Dask:
    return DaskByShare(watch, address, share) if share else Dask(watch, address)


def _version_asker() -> Callable[[], str | None]:
    """Says which version of this package there is. It travels as code: a worker that has not the package would end at its name."""

    def version() -> str | None:
        try:
            from flows.version import extractor_version
        except ImportError:
            return None
        return extractor_version()

    return version
