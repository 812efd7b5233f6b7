"""What a run shows while it runs: a progress bar where standard error is a terminal, nothing elsewhere."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from flows.runners import Watch


class Bar(Watch):
    """A bar for each stage, with its items, on standard error."""

    @contextmanager
    def stage(self, name: str, total: int) -> Iterator[Callable[[], None]]:
        """Time and show a stage."""
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

        columns = (
            SpinnerColumn(),
            TextColumn("{task.description:<12}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
        )
        with Progress(*columns, console=Console(stderr=True), transient=True) as progress, super().stage(name, total):
            task = progress.add_task(name, total=total)
            yield lambda: progress.advance(task)


def watch() -> Watch:
    """The watch for where standard error goes."""
    return Bar() if sys.stderr.isatty() else Watch()
