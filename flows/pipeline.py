"""The flow: each stage once, in order. Read this first.

``pipeline`` is a plain function that is handed a runner. The same order so runs in this process, over a pool of processes,
or as a Prefect flow (``deployments``), and no stage knows which.
"""

import logging
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Final

from flows import drift, store, tasks
from flows.contract.records import Accounting
from flows.freshness import is_built, mark_built
from flows.model import BuildResult
from flows.runners import Runner
from flows.settings import Settings
from flows.store.changes import Changes, batches_between
from flows.tasks import Tabulated
from flows.version import extractor_version

_LOG: Final = logging.getLogger(__name__)


class GateFailed(Exception):  # noqa: N818 - the gate did its work
    """Tests of the marts failed: the last good ones stay in place. The message says which tests."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a run did. ``accounting`` holds always: seen = published + unchanged + duplicate + quarantined."""

    accounting: Accounting
    tabulated: Sequence[Tabulated] = ()
    warnings: Sequence[str] = ()  # what is unlike the runs before, and what the tests of the marts warn of
    build: BuildResult | None = None  # None where the marts were up to date
    seconds: Mapping[str, float] = field(default_factory=dict)  # a stage

    def check(self) -> None:
        """Raises GateFailed where a gate kept the last good marts in place."""
        if self.failed:
            raise GateFailed(self.failed)

    @property
    def failed(self) -> str | None:
        """Why the marts are not up to date."""
        return tasks.why_kept(self.build) if self.build else None

    @property
    def rows(self) -> Mapping[str, int]:
        """Rows written in this run, a table."""
        return sum((Counter(batch.rows) for batch in self.tabulated), Counter[str]())

    @property
    def changes(self) -> Mapping[str, Changes]:
        """What changed in batches that were tabulated anew, a table."""
        tables = {table for batch in self.tabulated for table in batch.changes}
        return {t: sum((b.changes.get(t, Changes()) for b in self.tabulated), Changes()) for t in sorted(tables)}

    @property
    def changed(self) -> bool:
        """Whether the run changed anything."""
        return bool(self.tabulated) or self.build is not None


def pipeline(
    runner: Runner, sources: Sequence[str], settings: Settings, *, since: date | None = None, until: date | None = None
) -> Outcome:
    """Brings the warehouse up to date with the sources. Nothing new costs nothing; a run that was killed is completed.

    Batches with reports published in the months from ``since`` to ``until`` are tabulated anew, if either is given.

    Raises:
        FileNotFoundError: a source is not there; nothing has been done.
        StoreError: the warehouse is held by another run, cannot be written, or a file of it is damaged.
    """
    with (
        store.locked(settings.warehouse, wait_seconds=settings.lock_wait_seconds),
        tasks.reading_ahead(settings) as read_ahead,
    ):
        landed = runner.call(tasks.land, sources, settings)
        if landed.published:
            read_ahead()
        pending = _pending(runner, settings)
        if since or until:
            pending = tuple(sorted({*pending, *batches_between(settings.warehouse, since, until)}))
        _LOG.info("reports: %s seen, %s new; batches to tabulate: %s", landed.seen, landed.published, len(pending))
        tabulated = runner.map(tasks.tabulate, pending, settings)
        warned = _unlike(settings.warehouse, tabulated)
        built = None
        if tabulated or not is_built(settings.warehouse):
            runner.call(tasks.link, settings)
            built = runner.call(tasks.build, settings)
            _LOG.log(logging.INFO if built.published else logging.ERROR, "%s", built.message)
        if built and built.published:
            runner.call(tasks.publish, settings)
            mark_built(settings.warehouse)
        elif built:  # a damaged file fails a build, too: then this says which, and has it made anew
            store.verify(settings.warehouse, anew=True)
    return Outcome(
        accounting=_with_refused(landed, tabulated),
        tabulated=tabulated,
        warnings=warned + (built.warnings if built else ()),
        build=built,
        seconds=dict(runner.watch.seconds),
    )


def _pending(runner: Runner, settings: Settings) -> tuple[str, ...]:
    """The batches to tabulate, once it is known which lines recur: new ones, and those in which one has come to recur."""
    version = extractor_version(settings.recognizers)
    uncounted = store.uncounted_batches(settings.warehouse, version)
    if uncounted:
        runner.map(tasks.count_lines, uncounted, settings)
    elif not store.pending_batches(settings.warehouse, version):  # a run that was killed may have counted, and no more
        return ()
    runner.call(tasks.recur, settings)
    return store.pending_batches(settings.warehouse, version)


def _unlike(warehouse: Path, tabulated: Sequence[Tabulated]) -> tuple[str, ...]:
    names = tabulated[0].shares if tabulated else ()
    warned = drift.check(warehouse, {n: sum((batch.shares[n] for batch in tabulated), drift.Share()) for n in names})
    if ahead := [report for batch in tabulated for report in batch.ahead]:
        warned += (f"reports dated in the future: {len(ahead)}, {ahead[0]} among them",)
    for warning in warned:
        _LOG.warning("%s", warning)
    return warned


def _with_refused(landed: Accounting, tabulated: Sequence[Tabulated]) -> Accounting:
    """Reports that a stage failed on were landed, but are not published."""
    refused = min(sum(batch.refused for batch in tabulated), landed.published)
    return replace(landed, published=landed.published - refused, quarantined=landed.quarantined + refused)
