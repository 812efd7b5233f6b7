"""Who runs the stages: this process, or a pool of processes. Their order is ``pipeline``'s; ``prefect_runner`` has the third runner."""

import multiprocessing
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from threading import Lock, Thread
from time import perf_counter
from typing import Any, Concatenate, Final, ParamSpec, Protocol, Self, TypeVar

P = ParamSpec("P")
T = TypeVar("T")
Item = TypeVar("Item")
POOL_ATTEMPTS: Final = 3  # so often is a worker survived that was killed from outside, for want of memory say
_AHEAD: Final = (
    8  # items a cluster is given beyond its threads: what comes and goes meanwhile, and for workers that join
)


class Watch:
    """Takes the time of each stage, in seconds. A subclass may show it."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def stage(self, name: str, total: int) -> Iterator[Callable[[], None]]:
        """Time the stage ``name`` of ``total`` items; what is yielded is to be called once for each item done."""
        started = perf_counter()
        try:
            yield lambda: None
        finally:
            self.seconds[name] = self.seconds.get(name, 0) + perf_counter() - started


class Runner(Protocol):
    """Runs a stage once, or once for each item."""

    watch: Watch

    def call(self, stage: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """The stage's result."""
        ...

    def map(
        self, stage: Callable[Concatenate[Item, P], T], items: Sequence[Item], /, *args: P.args, **kwargs: P.kwargs
    ) -> list[T]:
        """The stage's result for each item, in the items' order."""
        ...


class Local:
    """Runs everything in this process, one after the other."""

    def __init__(self, watch: Watch) -> None:
        self.watch = watch

    def __enter__(self) -> Self:
        """The runner itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Nothing to end."""

    def one(self, stage: Callable[..., T], /, *args: Any, **kwargs: Any) -> T:
        """Where a mapped stage runs."""
        return stage(*args, **kwargs)

    def call(self, stage: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """The stage's result."""
        with self.watch.stage(name_of(stage), 1) as done:
            result = stage(*args, **kwargs)
            done()
        return result

    def map(
        self, stage: Callable[Concatenate[Item, P], T], items: Sequence[Item], /, *args: P.args, **kwargs: P.kwargs
    ) -> list[T]:
        """The stage's result for each item, in the items' order."""
        results = []
        with self.watch.stage(name_of(stage), len(items)) as done:
            for item in items:
                results.append(self.one(stage, item, *args, **kwargs))
                done()
        return results


class Spread(Local):
    """Maps over workers elsewhere, ``workers`` items at a time; what is called once runs here."""

    def __init__(self, watch: Watch, workers: int) -> None:
        super().__init__(watch)
        self.workers = workers

    def map(
        self, stage: Callable[Concatenate[Item, P], T], items: Sequence[Item], /, *args: P.args, **kwargs: P.kwargs
    ) -> list[T]:
        """The stage's result for each item, in the items' order. For a single one no worker is started."""
        if len(items) == 1:
            return Local(self.watch).map(stage, items, *args, **kwargs)
        with self.watch.stage(name_of(stage), len(items)) as done, ThreadPoolExecutor(self.workers) as threads:
            futures = [threads.submit(self.one, stage, item, *args, **kwargs) for item in items]
            try:
                for future in as_completed(futures):
                    future.result()
                    done()
            finally:
                threads.shutdown(wait=False, cancel_futures=True)
        return [future.result() for future in futures]


class Processes(Spread):
    """Maps over a pool of processes. Use it as a context manager, so that the pool ends."""

    def __init__(self, watch: Watch, workers: int) -> None:
        super().__init__(watch, workers)
        self._pool: ProcessPoolExecutor | None = None
        self._lock = Lock()

    def __exit__(self, *_: object) -> None:
        """The pool ends with the context."""
        self._drop(self._pool)

    def one(self, stage: Callable[..., T], /, *args: Any, **kwargs: Any) -> T:
        """The stage's result, from a worker. A pool whose worker was killed is replaced, and the item tried again."""
        for _ in range(POOL_ATTEMPTS):
            pool = self._current()
            try:
                return pool.submit(stage, *args, **kwargs).result()
            except BrokenProcessPool as broken:
                self._drop(pool)
                cause = broken
        raise ChildProcessError(
            f"{name_of(stage)} {args[0]} killed its worker {POOL_ATTEMPTS} times: is there memory enough? Try fewer --workers"
        ) from cause

    def _current(self) -> ProcessPoolExecutor:
        with self._lock:
            if self._pool is None:
                self._pool = _clean_pool(self.workers)
            return self._pool

    def _drop(self, pool: ProcessPoolExecutor | None) -> None:
        with self._lock:
            if pool is not None and pool is self._pool:
                self._pool = None
                pool.shutdown(wait=False, cancel_futures=True)


class Dask(Spread):
    """Maps over the workers of a Dask cluster that sees the same warehouse folder and has this package."""

    def __init__(self, watch: Watch, address: str) -> None:
        import distributed

        connect: Any = distributed.Client  # it has no types
        self._client = connect(address)
        super().__init__(watch, sum(self._client.nthreads().values()) + _AHEAD)

    def __exit__(self, *_: object) -> None:
        """The connection ends with the context; the cluster goes on."""
        self._client.close()

    def everywhere(self, asked: Callable[[], T]) -> set[T]:
        """What a function gives on the workers that there are."""
        return set(self._client.run(asked).values())

    def one(self, stage: Callable[..., T], /, *args: Any, **kwargs: Any) -> T:
        """The stage's result, from a worker of the cluster; where that is lost, from another."""
        from distributed import KilledWorker

        try:
            result: T = self._client.submit(stage, *args, **kwargs, pure=False, retries=POOL_ATTEMPTS - 1).result()
        except KilledWorker as error:
            raise ChildProcessError(f"{name_of(stage)} {args[0]}: {error}") from error
        return result


def _clean_pool(workers: int) -> ProcessPoolExecutor:
    """Workers forked from a process that has the stages loaded and no threads: safe beside Prefect, and quick to start."""
    if sys.platform != "linux":
        return ProcessPoolExecutor(workers, multiprocessing.get_context("spawn"), _begin)
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["flows.tasks", "flows.reader"])
    return ProcessPoolExecutor(workers, context, _begin)


def _begin() -> None:
    """A worker ends with the run, however that ends: else it would read on, and write what it read beside the next run."""
    Thread(target=_end_with, args=(multiprocessing.parent_process(),), daemon=True).start()


def _end_with(run: Any) -> None:
    run.join()
    os._exit(1)


def name_of(stage: Callable[..., Any]) -> str:
    """The stage as people read it: its function's name."""
    return getattr(stage, "__name__", repr(stage)).replace("_", " ")
