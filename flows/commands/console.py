"""Where commands write: answers to standard output, everything else to standard error; faults as a sentence, not a traceback."""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

from flows.terminal import clean

if TYPE_CHECKING:
    from rich.console import Console


@contextmanager
def told() -> Iterator[None]:
    """Turns an error that a person can mend into its message and exit code 1. Others keep their traceback: they are ours."""
    try:
        yield
    except KeyboardInterrupt:
        fail("interrupted: what is written so far is whole and stays; run again to go on", code=130)
    except BrokenPipeError:  # who reads has enough, as `| head` has
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # else Python tells of it as it ends
        raise typer.Exit(128 + signal.SIGPIPE) from None
    except Exception as error:
        if not _is_theirs(error):
            raise
        fail(str(error))


def _is_theirs(error: Exception) -> bool:
    from duckdb import IOException

    from flows.model import QueryError
    from flows.pipeline import GateFailed
    from flows.store import StoreError

    return isinstance(error, OSError | IOException | StoreError | GateFailed | QueryError)


def fail(message: str, *, code: int = 1) -> None:
    """Writes a message to standard error and ends the command."""
    typer.secho(clean(message), err=True, fg="red")
    raise typer.Exit(code)


def note(message: str) -> None:
    """Writes a line to standard error."""
    typer.echo(clean(message), err=True)


def console() -> "Console":
    """A console on standard output; without a terminal it is as wide as it takes, so that lines are not broken."""
    from rich.console import Console

    return Console(width=None if sys.stdout.isatty() else 200, highlight=False)
