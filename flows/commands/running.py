"""Commands that run the pipeline, now or on a schedule, and show its runs."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from flows.commands.console import note, told
from flows.commands.telling import tell

if TYPE_CHECKING:
    from flows.settings import Settings

Warehouse = Annotated[Path | None, typer.Option(help="Folder that the tables are written to. Default: warehouse.")]
Engine = Annotated[
    str | None,
    typer.Option(
        help="auto, local, processes, prefect or dask. auto: Prefect where an API answers, else the Dask cluster that is"
        " named, else local."
    ),
]
Address = Annotated[
    str | None, typer.Option(help="Scheduler of a Dask cluster whose workers read the reports: tcp://host:8786.")
]
Share = Annotated[
    str | None,
    typer.Option(
        help="Place by fsspec URL (s3://bucket/folder, file:///mnt/folder) through which batches travel to Dask workers"
        " that do not see the warehouse."
    ),
]
Workers = Annotated[int | None, typer.Option(help="Processes that read reports. Default: the cores there are.")]
BatchSize = Annotated[
    int | None, typer.Option(help="Reports in a batch: the unit of work, retry and commit. Default: 1000.")
]


def run(
    sources: Annotated[
        list[str],
        typer.Argument(
            help="Files and folders of reports: text, JSON, JSON Lines, CSV, saved HTML or feeds; plain, gzip, ZIP or tar."
            " Or the address of a feed or page."
        ),
    ],
    warehouse: Warehouse = None,
    engine: Engine = None,
    workers: Workers = None,
    batch_size: BatchSize = None,
    address: Address = None,
    share: Share = None,
    wait: Annotated[
        float | None, typer.Option(help="Seconds to wait for another run on the same warehouse. Default: 0.")
    ] = None,
) -> None:
    """Read reports and bring the warehouse up to date with them. Then tell what was found."""
    settings = given(
        warehouse=warehouse, engine=engine, workers=workers, batch_size=batch_size, dask_address=address, share=share,
        lock_wait_seconds=wait,
    )  # fmt: skip
    with told():
        carry_out(sources, settings)


def carry_out(
    sources: Sequence[str], settings: "Settings", *, since: date | None = None, until: date | None = None
) -> None:
    """Runs the pipeline on the engine that the settings ask for, and tells what came of it. Raises what the run raises."""
    from flows import engines

    choice = engines.choose(settings.engine, settings.dask_address)
    note(f"engine: {choice.engine} ({choice.reason})")
    outcome = engines.run(choice.engine, sources, settings, since=since, until=until)
    tell(outcome, sources, settings)
    outcome.check()


def ui(
    port: Annotated[int, typer.Option(help="Port on this machine.")] = 4200,
    browse: Annotated[bool, typer.Option("--open", help="Open the page in a browser.")] = False,
) -> None:
    """Start a Prefect server on this machine, until Ctrl-C. Its address is printed; runs show there."""
    from contextlib import suppress
    from threading import Event

    from flows.local_prefect import server

    note("starting the Prefect server …")
    with told(), server(port=port) as address:
        typer.echo(address)
        note("Runs of the past and, while this goes on, of `dateline run` are there. Ctrl-C ends it.")
        if browse:
            typer.launch(address)
        with suppress(KeyboardInterrupt):
            Event().wait()


def serve(
    source: Annotated[list[str], typer.Option(help="File or folder of reports; may be given several times.")],
    cron: Annotated[str, typer.Option(help="When: minute hour day month weekday, as in '0 6 * * *'.")],
    warehouse: Warehouse = None,
    workers: Workers = None,
    batch_size: BatchSize = None,
    address: Address = None,
    share: Share = None,
) -> None:
    """Run on a schedule until Ctrl-C, one run at a time. Starts a Prefect server where none answers."""
    from contextlib import nullcontext

    from flows import local_prefect

    settings = given(
        warehouse=warehouse, workers=workers, batch_size=batch_size, dask_address=address, share=share
    )  # fmt: skip
    note("starting …")
    with (
        told(),
        nullcontext(local_prefect.configured_api())
        if local_prefect.configured_api()
        else local_prefect.server() as address,
    ):
        local_prefect.prepare()
        from flows.deployments import serve as serve_flow

        note(f"serving {', '.join(source)} at '{cron}'; its runs are at {address}. Ctrl-C ends it.")
        serve_flow(source, settings, cron=cron)


def given(**options: object) -> "Settings":
    """The settings, with the options that the command line gives before all others."""
    from pydantic import ValidationError

    from flows.settings import Settings

    try:
        return Settings(**{name: value for name, value in options.items() if value is not None})  # type: ignore[arg-type]
    except ValidationError as error:
        raise typer.BadParameter(
            "; ".join(f"{e['loc'][0] if e['loc'] else ''}: {e['msg']}" for e in error.errors())
        ) from None
