"""Whole runs in processes that can be killed, each forked from one that has everything loaded: so a hundred take minutes.

A line of standard input is a run, its parts between tabs: warehouse, source, file that the stage it is in is written to, ``compact``
or nothing. Answered by a line with its process id, and once that is acknowledged by a line, and the run has ended, by one with its
exit code and message.
"""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from traceback import format_exc

import dbt.adapters.duckdb
import dbt.cli.main  # noqa: F401

from flows import store
from flows.pipeline import GateFailed, pipeline
from flows.publish import briefing  # noqa: F401
from flows.resolve import link, stories  # noqa: F401
from flows.runners import Local, Watch
from flows.settings import Settings


class Told(Watch):
    """Writes down which stage a run is in."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.file = file

    @contextmanager
    def stage(self, name: str, total: int) -> Iterator[Callable[[], None]]:
        self.file.write_text(name)
        with super().stage(name, total):
            yield lambda: None


def run(warehouse: Path, source: str, stage: Path, then: str) -> None:
    """A run, and compaction with the run that brings the marts up to date after it."""
    settings = Settings(warehouse=warehouse, batch_size=3, engine="local")
    pipeline(Local(Told(stage)), [source], settings).check()
    if then == "compact":
        stage.write_text("compact")
        with store.locked(warehouse):
            store.compact(warehouse, at_least=2)
        pipeline(Local(Told(stage)), [source], settings).check()


def main() -> None:
    """Forks a run for each line of input."""
    while line := sys.stdin.readline():
        warehouse, source, stage, then = line.rstrip("\n").split("\t")
        said, say = os.pipe()
        if (pid := os.fork()) == 0:
            message = ""
            try:
                run(Path(warehouse), source, Path(stage), then)
            except (store.StoreError, GateFailed, OSError) as error:  # what the command tells in a sentence
                message = f"{type(error).__name__}: {error}"
            except BaseException:
                message = f"Traceback: {format_exc()}"
            os.write(say, message.replace("\n", " ").encode()[:60_000])
            os._exit(bool(message))
        os.close(say)
        print(pid, flush=True)
        sys.stdin.readline()  # whoever asked holds a descriptor of the process now, so its id may be used again
        status = os.waitpid(pid, 0)[1]
        with os.fdopen(said, "rb") as told:
            print(os.waitstatus_to_exitcode(status), told.read().decode(errors="replace"), sep="\t", flush=True)


if __name__ == "__main__":
    main()
