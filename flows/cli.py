"""The ``dateline`` command."""

import typer

main = typer.Typer(no_args_is_help=True, help=__doc__)


@main.callback()
def _dateline() -> None:
    """Dated press reports in, a warehouse of evidence out."""


if __name__ == "__main__":
    main()
