"""The ``dateline`` command. What each command does is in ``flows.commands``; nothing slow is imported before it is needed."""

import atexit
import gc

import typer

from flows.commands.asking import export, show, sql
from flows.commands.keeping import backfill, compact, quarantine, refresh
from flows.commands.measuring import bench, score
from flows.commands.running import run, serve, ui
from flows.commands.timex import timex

main = typer.Typer(no_args_is_help=True, add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)

for command in (run, sql, show, export, quarantine, refresh, backfill, compact, ui, serve, bench, score, timex):
    main.command()(command)


@main.callback()
def _dateline() -> None:
    """Dated press reports in, a warehouse of evidence out."""
    atexit.register(gc.freeze)  # to look through all that the lists hold, only to end, takes half a second


if __name__ == "__main__":
    main()
