"""Re-crawls: the same page, or the same text of the same outlet, landed more than once.

Whichever came first, the fullest text stands for all and the others name it in ``duplicate_of``: so the order of arrival
does not matter, and a report that comes later can change what an earlier one is a duplicate of.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final
from urllib.parse import parse_qsl, urlencode, urlsplit

import pyarrow as pa
import pyarrow.compute as pc

from flows.contract.records import RawReport, make_id
from flows.contract.tables import TABLES
from flows.store.files import read_parquet, write_parquet
from flows.store.layout import landing_folder, table_folder

_TRACKING: Final = re.compile(
    r"utm_|fbclid$|gclid$|igshid$|mc_[ce]id$|amp$|ref$|ref_src$|source$|cmpid$|ocid$|at_", re.IGNORECASE
)
_KEYS: Final = pa.schema(
    [("report_id", pa.string()), ("page_key", pa.string()), ("content_key", pa.string()), ("length", pa.int64())]
)
_NOT_WORD: Final = re.compile(r"[\W_]+")
_HOST_PREFIX: Final = re.compile(r"^(?:www\d?|m|mobile|amp)\.")


def page_key(url: str | None) -> str | None:
    """The address without what does not change the page: scheme, www, port, fragment, tracking, a last slash. None for a home page."""
    host = _site(url)
    if not host:
        return None
    parts = urlsplit((url or "").strip())
    path = re.sub(r"/(?:amp|index\.\w+)?/*$", "", parts.path)
    query = urlencode(sorted((k, v) for k, v in parse_qsl(parts.query) if not _TRACKING.match(k)))
    return make_id(host, path, query) if path or query else None


def content_key(report: RawReport) -> str:
    """The words of a report and the site or outlet that published them."""
    words = _NOT_WORD.sub("", report.text).casefold()
    site = (_site(report.url) or report.outlet or "").casefold()
    return hashlib.sha256(f"{site}\x1f{words}".encode()).hexdigest()[:16]


def _site(url: str | None) -> str:
    try:
        return _HOST_PREFIX.sub("", (urlsplit((url or "").strip()).hostname or "").lower())
    except ValueError:  # an address such as 'http://[' that no one can visit
        return ""


def duplicate_reports(warehouse: Path) -> dict[str, str]:
    """For each landed report that another one stands for: its id, and the id of that other."""
    keys = _landed_keys(warehouse)
    pairs = [pair for column in ("page_key", "content_key") for pair in _sharing(keys, column)]
    leader = {report_id: report_id for pair in pairs for report_id in pair}
    for one, other in pairs:
        _join(leader, one, other)
    groups: dict[str, list[str]] = {}
    for report_id in leader:
        groups.setdefault(_root(leader, report_id), []).append(report_id)
    length = _lengths(keys, leader)
    best = {root: min(group, key=lambda r: (-length[r], r)) for root, group in groups.items()}
    return {r: best[root] for root, group in groups.items() for r in group if r != best[root]}


def _landed_keys(warehouse: Path) -> pa.Table:
    parts = [
        read_parquet(path, _KEYS.names).replace_schema_metadata(None)
        for path in sorted(landing_folder(warehouse).glob("*.parquet"))
    ]
    return pa.concat_tables([_KEYS.empty_table(), *(part.cast(_KEYS) for part in parts)])


def _sharing(keys: pa.Table, column: str) -> Iterator[tuple[str, str]]:
    """Pairs of reports with the same key: enough of them to join all that have it. Keys of one report cost no Python."""
    counts = pc.value_counts(keys[column].drop_null())
    shared = counts.field("values").filter(pc.greater(counts.field("counts"), 1))
    rows = keys.filter(pc.is_in(keys[column], shared))
    first: dict[str, str] = {}
    for report_id, key in zip(rows["report_id"].to_pylist(), rows[column].to_pylist(), strict=True):
        yield report_id, first.setdefault(key, report_id)


def _lengths(keys: pa.Table, report_ids: Iterable[str]) -> dict[str, int]:
    rows = keys.filter(pc.is_in(keys["report_id"], pa.array(list(report_ids), pa.string())))
    return dict(zip(rows["report_id"].to_pylist(), rows["length"].to_pylist(), strict=True))


def _root(leader: dict[str, str], item: str) -> str:
    while leader[item] != item:
        leader[item] = item = leader[leader[item]]
    return item


def _join(leader: dict[str, str], one: str, other: str) -> None:
    roots = sorted((_root(leader, one), _root(leader, other)))
    leader[roots[1]] = roots[0]


def settle_duplicates(warehouse: Path, duplicates: Mapping[str, str] | None = None) -> int:
    """Rewrites the ``reports`` files in which a duplicate_of is no longer what it should be; how many."""
    wanted = duplicate_reports(warehouse) if duplicates is None else duplicates
    changed = 0
    for path in sorted(table_folder(warehouse, "reports").glob("published_month=*/*.parquet")):
        narrow = read_parquet(path, columns=["report_id", "duplicate_of"])
        should = [wanted.get(report_id) for report_id in narrow.column(0).to_pylist()]
        if should != narrow.column(1).to_pylist():
            _rewrite(path, should)
            changed += 1
    return changed


def _rewrite(path: Path, duplicate_of: list[str | None]) -> None:
    table = read_parquet(path)
    at = table.schema.get_field_index("duplicate_of")
    table = table.set_column(at, TABLES["reports"].schema.field(at), pa.array(duplicate_of, pa.string()))
    write_parquet(path, table)
