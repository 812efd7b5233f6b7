"""A task for each stage: settings, paths and batch ids in, counts out. Only here do stages meet, and nothing is decided here.

The functions are plain, so that any runner can call them; ``OPTIONS`` says how Prefect runs each.
"""

import gc
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import perf_counter
from typing import Any, Final
from urllib.parse import urlsplit

import duckdb
import pyarrow as pa

from flows import ingest, model, store
from flows.collecting import seldom_collected
from flows.contract.records import Accounting, Facts, Quarantined, SourceFile
from flows.contract.tables import TABLES
from flows.drift import Share, shares
from flows.model import BuildResult
from flows.publish import briefing
from flows.settings import Settings
from flows.store import changes
from flows.store.changes import Changes
from flows.version import extractor_version

_LINKED_FROM: Final = ("reports", "mentions", "occupancies", "topics", "report_signatures")
_LINKED: Final = ("entity_renames", "entity_reviews", "override_checks", "post_corrections", "entities")  # as written
_TOLD_FROM: Final = ("reports", "report_signatures")  # what stories are told from
_TURN: Final = 0.0003  # seconds: after each of 10,000 reads the usual 0.005 are too long to wait for Python


@dataclass(frozen=True, slots=True, kw_only=True)
class Tabulated:
    """What a batch gave: rows a table, reports that a stage failed on, seconds, shares of values filled in, reports that say they
    are of days to come; and what changed, where it was tabulated before."""

    batch_id: str
    rows: Mapping[str, int]
    refused: int
    seconds: float
    shares: Mapping[str, Share] = field(default_factory=dict)
    ahead: Sequence[str] = ()
    changes: Mapping[str, Changes] = field(default_factory=dict)


def land(sources: Sequence[str], settings: Settings) -> Accounting:
    """Reads what is new in files, folders and feeds, and keeps it as it came, in batches.

    Raises OSError for a feed with a password in its address, which would stand in tables and logs.
    """
    if any("@" in urlsplit(source).netloc for source in sources):
        raise OSError("The address of a feed holds a name or password: give the address without it.")
    feeds = [source for source in sources if source.startswith(("http://", "https://"))]
    folders = [source for source in sources if source not in feeds]
    counts = _land_files(folders, settings)
    return sum((_land_feed(feed, settings) for feed in feeds), counts)


def _land_files(sources: Iterable[str], settings: Settings) -> Accounting:
    found = (ingest.find_files(source, settled_seconds=settings.settled_seconds) for source in sources)
    changed, unchanged = store.split_unchanged(settings.warehouse, [file for files in found for file in files])
    mapping = ingest.load_mapping(settings.fields)
    readings = ((file, ingest.read_source(file, kind=settings.source_kind, mapping=mapping)) for file in changed)
    return store.land(settings.warehouse, readings, batch_size=settings.batch_size).accounting + unchanged


def _land_feed(url: str, settings: Settings) -> Accounting:
    from httpx import Client

    from flows.ingest.web import Policy, Web
    from flows.ingest.web_feeds import read_web_feed

    warehouse, policy = settings.warehouse, Policy(allow_private=settings.allow_private_addresses)
    with Client(follow_redirects=False) as client:
        known = store.feed_validators(warehouse, url)
        validators, items = read_web_feed(Web(client, policy), known, store.landed_urls(warehouse))
        reading = (SourceFile(uri=url, name=url, size=-1, modified_ns=-1), items)
        counts = store.land(warehouse, [reading], batch_size=settings.batch_size).accounting
    if not counts.quarantined:  # a server that says 'nothing new' gives no second chance
        store.record_validators(warehouse, validators)
    return counts


@contextmanager
def reading_ahead(settings: Settings) -> Iterator[Callable[[], object]]:
    """What is called to read ahead what linking and building read whole: beside Python, which is busy with the new reports."""
    with store.told_once(), ThreadPoolExecutor(1) as thread:
        yield lambda: thread.submit(_read_ahead, settings.warehouse)


def _read_ahead(warehouse: Path) -> None:
    usual = sys.getswitchinterval()
    sys.setswitchinterval(_TURN)
    try:
        with ThreadPoolExecutor(2) as both:  # where the files have left the memory, each waits for the disk by itself
            for step in (store.read_ahead, model.make_ready):
                both.submit(step, warehouse)  # who needs it tells what is wrong
    finally:
        sys.setswitchinterval(usual)


def count_lines(batch_id: str, settings: Settings) -> None:
    """Keeps the lines of a batch that are compared with those of other reports."""
    from flows.parse import recurrence

    lines = [line for raw in store.read_landed(settings.warehouse, batch_id) for line in recurrence.lines_of(raw)]
    store.write_lines(settings.warehouse, batch_id, lines, version=extractor_version(settings.recognizers))


def recur(settings: Settings) -> bool:
    """Says which lines recur in the reports of an outlet, and so are no news; whether that changed."""
    from flows.parse import recurrence

    tallies = store.tally_lines(settings.warehouse, fewest=recurrence.FEWEST_PAGES, least_share=recurrence.OFTEN)
    found = [line for tally in tallies if (line := recurrence.recurring(tally))]
    return store.write_table(settings.warehouse, "recurring_lines", found)


def tabulate(batch_id: str, settings: Settings) -> Tabulated:
    """Makes tables of a batch: parse, extract, identify each report. One that a stage fails on is quarantined."""
    from flows.reader import read_abreast  # with all that reads: half a second, which only those who read wait for

    started = perf_counter()
    before = changes.rows_of_batch(settings.warehouse, batch_id)
    repeated = _repeated(settings.warehouse)
    with seldom_collected():
        landed = store.read_landed(settings.warehouse, batch_id)
        told = list(read_abreast(landed, settings.recognizers, repeated))
    facts = [item for item in told if isinstance(item, Facts)]
    refused = [item for item in told if isinstance(item, Quarantined)]
    version = extractor_version(settings.recognizers)
    rows = store.write_batch(settings.warehouse, batch_id, facts, version=version, refused=refused)
    return Tabulated(
        batch_id=batch_id,
        rows=rows,
        refused=len(refused),
        seconds=perf_counter() - started,
        shares=shares(facts),
        ahead=tuple(_ahead(facts)),
        changes=_changed(before, settings.warehouse, batch_id),
    )


def _ahead(facts: Iterable[Facts]) -> Iterator[str]:
    """The reports dated later than it is anywhere on earth, with their days."""
    latest = datetime.now(UTC).date() + timedelta(days=1)
    for report in (of_report.report for of_report in facts):
        if report.published_on is not None and report.published_on > latest:
            yield f"{report.source_name} of {report.published_on}"


def _changed(before: changes.Rows, warehouse: Path, batch_id: str) -> dict[str, Changes]:
    """What is another now in a batch that was tabulated before, by table."""
    if not before["reports"]:
        return {}
    compared = changes.compare(before, changes.rows_of_batch(warehouse, batch_id))
    return {table: found for table, found in compared.items() if found != Changes()}


def _repeated(warehouse: Path) -> dict[str, dict[str, bool]]:
    """The lines that recur, by outlet."""
    lines: dict[str, dict[str, bool]] = {}
    for row in store.read_table(warehouse, "recurring_lines").to_pylist():
        lines.setdefault(row["outlet"], {})[row["line_key"]] = row["is_everywhere"]
    return lines


def link(settings: Settings) -> tuple[str, ...]:
    """Says which reports are one, which tell one story, and who is who across reports; names the tables that changed."""
    warehouse = settings.warehouse
    with (
        store.reading(warehouse),
        ThreadPoolExecutor(2) as beside,
    ):  # stories and tables wait for DuckDB, NumPy, SciPy and Arrow, links for Python
        before = beside.submit(lambda: {name: store.read_table(warehouse, name) for name in _LINKED})
        store.settle_duplicates(warehouse)
        store.verify(warehouse)  # from here on queries read, which would not notice damage
        stories = beside.submit(_tell_stories, warehouse)
        entities = _link_entities(warehouse, before)
        changed = stories.result() + entities
    store.write_empty_tables(warehouse)
    return changed


def _tell_stories(warehouse: Path) -> tuple[str, ...]:
    from flows.resolve.opened import Batch
    from flows.resolve.stories import Told, stories  # with SciPy: only runs with something new need it

    kept: dict[str, Any] = {"version": extractor_version(), "results": ()}
    known = store.recall(warehouse, "stories", **kept)
    batches = {name: Batch(*told) for name, told in store.batch_tables(warehouse, _TOLD_FROM).items()}
    found, told = stories(batches, Told.read(known) if known else None)
    store.remember(warehouse, "stories", told.tables(), **kept)
    return ("stories",) if store.write_table(warehouse, "stories", found) else ()


def _link_entities(warehouse: Path, as_before: Future[dict[str, pa.Table]]) -> tuple[str, ...]:
    """The ids that changed are told from the entities before: so those are written last."""
    from flows.resolve.gathered import Gathered
    from flows.resolve.memo import Memo
    from flows.resolve.opened import Batch
    from flows.resolve.relink import relink

    rests_on: dict[str, Any] = {"version": extractor_version(), "results": _LINKED}
    batches = {name: Batch(*told) for name, told in store.batch_tables(warehouse, _LINKED_FROM).items()}
    with store.database(store.sums_file(warehouse)) as database:
        gathered, memo = Gathered(database), Memo(database)
        is_known = memo.rests_on == store.state(warehouse, **rests_on)
        if not is_known:
            memo.forget()
            _give_back()
        with seldom_collected() if is_known else nullcontext():  # linking 100,000 reports anew leaves 330 MB in cycles
            touched = gathered.bring(batches)
            before = as_before.result()
            result = relink(gathered, before, memo, touched)
        as_read = before if is_known else {}
        changed = tuple(n for n in _LINKED if store.write_table(warehouse, n, result[n], as_read.get(n)))
        memo.rests_on = store.state(warehouse, **rests_on)
    if not is_known:
        _give_back()
    return changed


def _give_back() -> None:
    """What the stage before held goes back first: of linking 250 MB of 1.4 GB on 22,000 reports (2026-11)."""
    gc.collect()
    pa.default_memory_pool().release_unused()


def build(settings: Settings) -> BuildResult:
    """Makes the marts, and puts them in the place of the old ones if every test passes.

    Raises StoreError where DuckDB cannot write for want of space or permission: the message says what to do.
    """
    pa.default_memory_pool().release_unused()
    try:
        return model.build(settings.warehouse)
    except duckdb.Error as error:  # of several classes, whichever file it could not write
        if advice := store.advice_on(str(error)):
            raise store.StoreError(f"{error}{advice}") from error
        raise


def why_kept(built: BuildResult) -> str | None:
    """Why the last good marts stay in place after a build, with what to do; None where they do not."""
    return None if built.published else built.message + store.advice_on(built.message)


def publish(settings: Settings) -> Path:
    """Writes the briefing page from the marts."""
    return briefing(settings.warehouse)


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How Prefect runs a stage: retries with the seconds before each, the assets that it reads and makes, which results are failures."""

    retry_seconds: tuple[float, ...] = ()
    reads: tuple[str, ...] = ()
    makes: tuple[str, ...] = ()
    why_failed: Callable[[Any], str | None] = lambda _: None  # of a result: None where all is well


_BY_REPORT: Final = tuple(f"tables/{name}" for name, table in TABLES.items() if table.by_report)
_FROM_LANDING: Final = ("quarantine", "recurring_lines")
_ACROSS: Final = tuple(
    f"tables/{name}" for name, table in TABLES.items() if not table.by_report and name not in _FROM_LANDING
)
OPTIONS: Final[Mapping[Callable[..., Any], Options]] = {
    land: Options(retry_seconds=(2, 20), makes=("landing", "tables/quarantine")),
    count_lines: Options(retry_seconds=(2, 20)),
    recur: Options(retry_seconds=(2,), reads=("landing",), makes=("tables/recurring_lines",)),
    tabulate: Options(retry_seconds=(2, 20), reads=("landing", "tables/recurring_lines"), makes=_BY_REPORT),
    link: Options(
        retry_seconds=(2,),
        reads=tuple(f"tables/{name}" for name in dict.fromkeys([*_LINKED_FROM, *_TOLD_FROM])),
        makes=_ACROSS,
    ),
    build: Options(reads=_BY_REPORT + _ACROSS, makes=("marts",), why_failed=why_kept),
    publish: Options(retry_seconds=(2,), reads=("marts",), makes=("briefing",)),
}
