"""The runner whose calls are Prefect task runs. Import it only where a flow runs: importing Prefect takes three seconds."""

from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any, Concatenate, Final, ParamSpec, TypeVar, cast

from prefect import Task, task
from prefect.assets import Asset, AssetProperties, materialize
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State
from prefect.context import TagsContext
from prefect.futures import as_completed
from prefect.states import Failed

from flows.runners import Local, name_of
from flows.store import StoreError
from flows.tasks import OPTIONS, Options

P = ParamSpec("P")
T = TypeVar("T")
Item = TypeVar("Item")
MOST_TASK_RUNS: Final = 100  # a stage: a task run costs 25 ms here and 90 ms of the server, whatever it does


class PrefectRunner:
    """Runs each stage as a task run, and a mapped one as a task run for each group of items; ``inner`` does the work."""

    def __init__(self, inner: Local, warehouse: str) -> None:
        self.inner = inner
        self.watch = inner.watch
        self.warehouse = warehouse

    def call(self, stage: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """The stage's result."""
        with self.watch.stage(name_of(stage), 1) as done:
            result: Any = self._task(stage, _judged(stage), name_of(stage))(*args, **kwargs)
            done()
        return cast(T, result.result(raise_on_failure=False) if isinstance(result, State) else result)

    def map(
        self, stage: Callable[Concatenate[Item, P], T], items: Sequence[Item], /, *args: P.args, **kwargs: P.kwargs
    ) -> list[T]:
        """The stage's result for each item, in the items' order. For a single one no worker is started."""
        inner = self.inner if len(items) > 1 else Local(self.watch)

        def each(group: Sequence[Item]) -> list[T]:
            return [inner.one(stage, item, *args, **kwargs) for item in group]

        groups = grouped(items, MOST_TASK_RUNS)
        with self.watch.stage(name_of(stage), len(items)) as done:
            futures = {self._task(stage, each, _named(stage, group)).submit(group): group for group in groups}
            for future in as_completed(list(futures)):
                future.result()
                for _ in futures[future]:
                    done()
        return [result for future in futures for result in future.result()]

    def _task(self, stage: Callable[..., Any], body: Callable[..., Any], run_name: str) -> Task[..., Any]:
        options = OPTIONS.get(stage, Options())
        settings: dict[str, Any] = {
            "name": name_of(stage),
            "description": stage.__doc__,
            "task_run_name": run_name,
            "retries": len(options.retry_seconds),
            "retry_delay_seconds": list(options.retry_seconds),
            "retry_condition_fn": _may_pass,
            "cache_policy": NO_CACHE,  # what need not be done again is for store to say
            "persist_result": False,
        }
        if not options.makes:
            return task(body, **settings)
        made = [self._asset(name) for name in options.makes]
        return materialize(*made, by="dateline", asset_deps=[self._asset(n).key for n in options.reads], **settings)(
            body
        )

    def _asset(self, name: str) -> Asset:
        return Asset(key=f"dateline://{self.warehouse}/{name}", properties=AssetProperties(name=name))


def _judged(stage: Callable[P, T]) -> Callable[P, Any]:
    """The stage, of which a result that is a failure makes a failed task run, with the reason and without a traceback."""
    why_failed = OPTIONS.get(stage, Options()).why_failed

    @wraps(stage)
    def judged(*args: P.args, **kwargs: P.kwargs) -> Any:
        result = stage(*args, **kwargs)
        why = why_failed(result)
        return result if why is None else Failed(message=why, data=result)

    return judged


def untagged() -> TagsContext:
    """Within it task runs have no tags, those of the flow run neither: for each of them a server is asked for a slot.

    Where its database is SQLite and being written, it refuses that at once, and Prefect waits two seconds before it asks again.
    """
    return TagsContext(current_tags=set())


def _may_pass(_task: Any, _run: Any, state: State[Any]) -> bool:
    """Whether trying again may help: not where a source is gone or the warehouse says what a person has to do."""
    try:
        state.result()
    except (FileNotFoundError, StoreError):
        return False
    except Exception:
        return True
    return False


def grouped(items: Sequence[Item], most: int) -> list[Sequence[Item]]:
    """The items in at most ``most`` groups of nearly one size, in order."""
    size = -(-len(items) // most) or 1
    return [items[start : start + size] for start in range(0, len(items), size)]


def _named(stage: Callable[..., Any], group: Sequence[Any]) -> str:
    others = f" and {len(group) - 1} more" if len(group) > 1 else ""
    return f"{name_of(stage)} {group[0]}{others}"
