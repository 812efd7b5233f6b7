"""Commands that keep a warehouse in order: quarantine, refresh, backfill, compact."""

import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from flows.commands.console import console, note, told
from flows.commands.running import Address, Engine, Share, Warehouse, Workers, carry_out, given
from flows.terminal import clean

if TYPE_CHECKING:
    from flows.contract.records import Quarantined


def quarantine(
    warehouse: Warehouse = None,
    show: Annotated[str | None, typer.Option(help="Print the bytes that the row with this hash is about.")] = None,
    replay: Annotated[
        str | None, typer.Option(help="Try again the row with this hash, or all: what is mended leaves.")
    ] = None,
    engine: Engine = None,
) -> None:
    """List what could not be used, and why. Show its bytes; replay it after a fix."""
    from flows.ingest import source_of
    from flows.store import read_quarantine

    settings = given(warehouse=warehouse, engine=engine)
    with told():
        _check(settings.warehouse)
        rows = read_quarantine(settings.warehouse)
        if show:
            for row in _chosen(rows, show):
                typer.echo(clean(_shown(row, settings.warehouse)))
        elif replay:
            _replay(_chosen(rows, replay), settings.warehouse)
            carry_out(sorted({source_of(r) for r in _chosen(rows, replay) if r.stage == "ingest"}), settings)
        else:
            _list(rows)


def _shown(row: "Quarantined", warehouse: Path) -> str:
    """The bytes that a row is about, or the report that a stage failed on."""
    from flows.ingest import original_bytes
    from flows.store import landed_report

    landed = landed_report(warehouse, row.content_hash) if row.stage != "ingest" else None
    return landed.text if landed else original_bytes(row).decode(errors="replace")


def _chosen(rows: "tuple[Quarantined, ...]", wanted: str) -> "list[Quarantined]":
    chosen = [row for row in rows if wanted in ("all", row.content_hash)]
    if not chosen:
        raise typer.BadParameter(f"no row has the hash {wanted}; `dateline quarantine` lists them")
    return chosen


def _replay(rows: "list[Quarantined]", warehouse: Path) -> None:
    from flows.store import locked, requeue

    with locked(warehouse):
        requeue(warehouse, rows)


def _list(rows: "tuple[Quarantined, ...]") -> None:
    """A table on a terminal, else a line a row, its cells between tabs."""
    if not rows:
        note("The quarantine is empty.")
    elif not sys.stdout.isatty():
        typer.echo("\n".join("\t".join(_cells(row)) for row in rows))
    else:
        from rich.markup import escape
        from rich.table import Table

        table = Table("hash", "reason", "stage", "source", "byte", "tried", "first seen", "what to do", box=None)
        for row in rows:
            table.add_row(*map(escape, _cells(row)))
        console().print(table)


def _cells(row: "Quarantined") -> list[str]:
    place = (row.source_uri, row.byte_start, row.attempts, f"{row.first_seen_at:%Y-%m-%d %H:%M}")
    return [clean(str(cell)) for cell in (row.content_hash, row.reason_code, row.stage, *place, row.message)]


def refresh(
    warehouse: Warehouse = None,
    plan: Annotated[
        bool, typer.Option("--plan", help="Only print which batches would be done again, with months and reports.")
    ] = False,
    marts: Annotated[bool, typer.Option("--marts", help="Build all marts anew, too, not what changed alone.")] = False,
    engine: Engine = None,
    workers: Workers = None,
    address: Address = None,
    share: Share = None,
) -> None:
    """Make anew what an older extractor or older seeds made. Then tell what changed."""
    from flows.model import ask_anew
    from flows.store import pending_batches, stale_batches
    from flows.version import extractor_version

    settings = given(warehouse=warehouse, engine=engine, workers=workers, dask_address=address, share=share)
    version = extractor_version(settings.recognizers)
    with told():
        _check(settings.warehouse)
        stale = stale_batches(settings.warehouse, version)
        never = len(pending_batches(settings.warehouse, version)) - len(stale)
        note(
            f"batches of an older extractor, or from before a line in them recurred: {len(stale)}; never tabulated: {never}"
        )
        if plan:
            typer.echo("\n".join(_planned(settings.warehouse, batch_id) for batch_id in stale))
        else:
            if marts:
                ask_anew(settings.warehouse)
            carry_out([], settings)


def _planned(warehouse: Path, batch_id: str) -> str:
    """A batch that would be done again, the months that its reports are of, and how many they are; between tabs."""
    from flows.store import marker_of

    marker = marker_of(warehouse, batch_id)
    months = marker["months"] or ["–"]
    return f"{batch_id}\t{months[0]} to {months[-1]}\t{marker['rows'].get('reports', 0)} reports"


def backfill(
    since: Annotated[datetime, typer.Option(formats=["%Y-%m-%d"], help="First day of publication.")],
    until: Annotated[datetime, typer.Option(formats=["%Y-%m-%d"], help="Last day of publication.")],
    warehouse: Warehouse = None,
    engine: Engine = None,
    workers: Workers = None,
    address: Address = None,
    share: Share = None,
) -> None:
    """Make anew what was published in the months of some days. It is done by batches; then it is told what changed."""
    settings = given(warehouse=warehouse, engine=engine, workers=workers, dask_address=address, share=share)
    if since > until:
        raise typer.BadParameter("--since lies after --until")
    with told():
        _check(settings.warehouse)
        carry_out([], settings, since=since.date(), until=until.date())


def compact(warehouse: Warehouse = None) -> None:
    """Merge small Parquet batches into larger ones. Safe while others read the marts."""
    from flows.store import compact as merge
    from flows.store import locked

    settings = given(warehouse=warehouse)
    with told():
        _check(settings.warehouse)
        with locked(settings.warehouse, wait_seconds=settings.lock_wait_seconds):
            merged = merge(settings.warehouse)
        for batch_id, parts in merged.items():
            typer.echo(f"{batch_id} holds what were {len(parts)} batches")
        if not merged:
            note("nothing to merge: small batches are left alone while they are few")


def _check(warehouse: Path) -> None:
    """Raises FileNotFoundError where nothing has been written yet: these commands make no warehouse."""
    from flows.store import is_warehouse

    if not is_warehouse(warehouse):
        raise FileNotFoundError(f"{warehouse} is no warehouse: `dateline run` makes one, --warehouse names another")
