"""The ``dateline`` command."""

import typer

from flows.timex_command import timex

main = typer.Typer(no_args_is_help=True, help=__doc__)


@main.callback()
def _dateline() -> None:
    """Dated press reports in, a warehouse of evidence out."""


main.command()(timex)


if __name__ == "__main__":
    main()
