"""Lines of landed reports, kept a file a batch beside the landing, and counted over all: what recurs in an outlet's reports.

Counts are of pages, so that a page crawled again counts once, and of days, so that they do not fade as more is stored. They are sums
over what is landed: the order in which it came, and in which batches, makes no difference. What recurs in a batch is
part of its commit marker, so that a batch for which that changes is made anew, and no other.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from flows.contract.codes import LINE_FORMS
from flows.contract.lines import LineTally, PrintedLine
from flows.contract.records import make_id
from flows.store.files import read_parquet, write_parquet
from flows.store.layout import landed_batches, landing_file, lines_file
from flows.store.whole import read_table

_SCHEMA: Final = pa.schema(
    [("line", pa.uint64()), ("page", pa.uint64()), ("outlet", pa.string()), ("line_key", pa.string()), ("form", pa.string()),
     ("published_on", pa.date32())]
)  # fmt: skip
_COUNTED: Final = [name for name in _SCHEMA.names if name != "line_key"]
_UNKNOWN: Final = -1_000_000  # the day of a report without one: before all others
_TALLIED: Final = [("page", "count_distinct"), ("day", "min"), ("day", "max"), ("rank", "max")]


def uncounted_batches(warehouse: Path, version: str) -> tuple[str, ...]:
    """Landed batches whose lines no extractor, or one of another version, has read."""
    return tuple(b for b in landed_batches(warehouse) if _version_of(lines_file(warehouse, b)) != version)


def _version_of(path: Path) -> str | None:
    """The extractor that read these lines; None where there are none, or the file is damaged: they are read anew."""
    try:
        metadata: dict[bytes, bytes] = pq.read_schema(path).metadata or {}
    except (pa.ArrowException, OSError):
        return None
    return metadata.get(b"extractor_version", b"").decode()


def write_lines(warehouse: Path, batch_id: str, lines: Iterable[PrintedLine], *, version: str) -> None:
    """Keeps the lines of a batch's reports, in place of any it had."""
    landed = read_parquet(landing_file(warehouse, batch_id), columns=["report_id", "page_key", "content_key"])
    pages = {row["report_id"]: _number(row["page_key"] or row["content_key"]) for row in landed.to_pylist()}
    rows = [
        (line_number(x.outlet, x.line_key), pages[x.report_id], x.outlet, x.line_key, x.form, x.published_on)
        for x in lines
    ]
    columns = list(zip(*rows, strict=True)) or [()] * len(_SCHEMA)
    arrays = [pa.array(column, field.type) for column, field in zip(columns, _SCHEMA, strict=True)]
    _write(warehouse, batch_id, pa.Table.from_arrays(arrays, schema=_SCHEMA), version)


def merge_lines(warehouse: Path, parts: Sequence[str], batch_id: str) -> None:
    """Keeps for a merged batch the lines of its parts, if all were read by one extractor; else they are to be read anew."""
    versions = {_version_of(lines_file(warehouse, part)) for part in parts}
    if len(versions) == 1 and (version := versions.pop()) is not None:
        tables = [read_parquet(lines_file(warehouse, part)).replace_schema_metadata(None) for part in parts]
        _write(warehouse, batch_id, pa.concat_tables(tables), version)


def _write(warehouse: Path, batch_id: str, rows: pa.Table, version: str) -> None:
    ordered = rows.sort_by([(name, "ascending") for name in ("line", "page", "published_on", "form")])
    write_parquet(lines_file(warehouse, batch_id), ordered, {"extractor_version": version})


def line_number(outlet: str, line_key: str) -> int:
    """An outlet's line as a number, by which it is counted: sums over millions of lines hold no text in memory."""
    return _number(make_id(outlet, line_key))


def _number(identifier: str) -> int:
    return int(identifier, 16)


def tally_lines(warehouse: Path, *, fewest: int, least_share: float = 0) -> Iterator[LineTally]:
    """The tally of each line that at least ``fewest`` landed reports print, by outlet and line; of those that stand on
    ``least_share`` of the pages of their days.

    Lines are counted by their numbers: their words cost most to read, and are read of those that are told alone.
    """
    numbers, counts = np.unique(_columns(warehouse, ["line"])["line"].to_numpy(), return_counts=True)
    printed = _columns(warehouse, _COUNTED, pa.array(numbers[counts >= fewest], pa.uint64()))
    day = pc.fill_null(printed["published_on"].cast(pa.int32()), _UNKNOWN)
    rows = printed.append_column("day", day).append_column("rank", pc.index_in(printed["form"], pa.array(LINE_FORMS)))
    reports = pa.array([line_number(outlet, "") for outlet in pc.unique(rows["outlet"]).to_pylist()], pa.uint64())
    is_report = pc.is_in(rows["line"], reports)
    days = _days_of_pages(rows.filter(is_report))
    found = rows.filter(pc.invert(is_report)).group_by(["outlet", "line"]).aggregate(_TALLIED).to_pylist()
    shown = {row["line"]: row | {"of_pages": _of_pages(row, days[row["outlet"]])} for row in found}
    told = [n for n, row in shown.items() if row["page_count_distinct"] / row["of_pages"] >= least_share]
    keys = _keys(warehouse, pa.array(told, pa.uint64()))
    yield from sorted((_tally(shown[n], keys[n]) for n in told), key=lambda tally: (tally.outlet, tally.line_key))


def _of_pages(row: Mapping[str, Any], days: Sequence[int]) -> int:
    """Of how many pages a line could have stood on; ``days``: those of all of the outlet's pages, in order."""
    between = bisect_right(days, row["day_max"]) - bisect_left(days, row["day_min"])
    return max(int(row["page_count_distinct"]), between)


def _tally(row: Mapping[str, Any], line_key: str) -> LineTally:
    return LineTally(
        outlet=row["outlet"],
        line_key=line_key,
        form=LINE_FORMS[row["rank_max"]],
        pages=row["page_count_distinct"],
        of_pages=row["of_pages"],
        days=row["day_max"] - row["day_min"] + 1,
    )


def _keys(warehouse: Path, wanted: pa.Array) -> dict[int, str]:
    """The words of lines by their numbers: of those that recurred before, and each other from the first batch that has it."""
    keys = {line_number(r["outlet"], r["line_key"]): r["line_key"] for r in _recurring(warehouse)}
    wanted = wanted.filter(pc.invert(pc.is_in(wanted, pa.array(keys, pa.uint64()))))
    for path in _kept(warehouse):
        if not len(wanted):
            break
        rows = read_parquet(path, columns=["line", "line_key"])
        here = rows.filter(pc.is_in(rows["line"], wanted))
        keys.update(zip(here["line"].to_pylist(), here["line_key"].to_pylist(), strict=True))
        wanted = wanted.filter(pc.invert(pc.is_in(wanted, here["line"].combine_chunks())))
    return keys


def _days_of_pages(reports: pa.Table) -> dict[str, list[int]]:
    """The first day of each page, an outlet, in order; pages of an unknown day come first."""
    pages = reports.group_by(["outlet", "page"]).aggregate([("day", "min")])
    return {
        outlet: sorted(pages.filter(pc.equal(pages["outlet"], outlet))["day_min"].to_pylist())
        for outlet in pc.unique(pages["outlet"]).to_pylist()
    }


def _columns(warehouse: Path, names: Sequence[str], wanted: pa.Array | None = None) -> pa.Table:
    """Columns of all lines, or of those whose number is ``wanted``."""
    parts = [pa.schema([_SCHEMA.field(name) for name in names]).empty_table()]
    for path in _kept(warehouse):
        rows = read_parquet(path, columns=names).replace_schema_metadata(None)
        parts.append(rows if wanted is None else rows.filter(pc.is_in(rows["line"], wanted)))
    return pa.concat_tables(parts)


def _kept(warehouse: Path) -> Iterator[Path]:
    """The lines of each landed batch that has been read."""
    files = (lines_file(warehouse, batch_id) for batch_id in landed_batches(warehouse))
    return (path for path in files if path.exists())


def _recurring(warehouse: Path) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = read_table(warehouse, "recurring_lines").to_pylist()
    return rows


def recurring_in(warehouse: Path, batch_ids: Iterable[str]) -> dict[str, list[str]]:
    """For each batch, the lines in it that recur, as its commit marker tells them."""
    marks = {line_number(r["outlet"], r["line_key"]): "+" if r["is_everywhere"] else "" for r in _recurring(warehouse)}
    numbers = pa.array(sorted(marks), pa.uint64())
    found: dict[str, list[str]] = {}
    for batch_id in batch_ids:
        path = lines_file(warehouse, batch_id)
        if not marks or not path.exists():
            found[batch_id] = []
            continue
        lines = read_parquet(path, columns=["line"])["line"]
        inside = pc.unique(lines.filter(pc.is_in(lines, numbers))).to_pylist()
        found[batch_id] = sorted(f"{number:016x}{marks[number]}" for number in inside)
    return found
