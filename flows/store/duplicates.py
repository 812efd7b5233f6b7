"""Re-crawls: the same page, or the same text of the same outlet, landed more than once.

Whichever came first, the fullest text stands for all and the others name it in ``duplicate_of``: so the order of arrival
does not matter, and a report that comes later can change what an earlier one is a duplicate of.
"""

import hashlib
import re
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Final
from urllib.parse import parse_qsl, urlencode, urlsplit

import numpy as np
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
_TIES: Final = ("page_key", "content_key")  # what two reports share of which one stands for the other
_NOT_WORD: Final = re.compile(r"[\W_]+")
_ABREAST: Final = 2  # files that are read at a time
_HOST_PREFIX: Final = re.compile(r"^(?:www\d?|m|mobile|amp)\.")

_Array = np.ndarray[Any, Any]


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
    keys = _shared(_landed_keys(warehouse))
    ids = pc.unique(keys["report_id"]).sort()
    report = _places(keys["report_id"], ids)
    group = np.arange(len(ids))
    ties = [_tied(report, keys[column]) for column in _TIES]
    while sum(_spread(group, *tie) for tie in ties):
        pass
    length = np.zeros(len(ids), "i8")
    length[report] = keys["length"].to_numpy()
    order = np.lexsort((np.arange(len(ids)), -length, group))
    is_best = np.diff(group[order], prepend=-1) > 0
    best = order[np.flatnonzero(is_best)[np.cumsum(is_best) - 1]]
    others = order != best
    return dict(zip(ids.take(order[others]).to_pylist(), ids.take(best[others]).to_pylist(), strict=True))


def _landed_keys(warehouse: Path) -> pa.Table:
    parts = [
        read_parquet(path, _KEYS.names).replace_schema_metadata(None)
        for path in sorted(landing_folder(warehouse).glob("*.parquet"))
    ]
    return pa.concat_tables([_KEYS.empty_table(), *(part.cast(_KEYS) for part in parts)])


def _shared(keys: pa.Table) -> pa.Table:
    """The rows of which another row has a key, too."""
    return keys.filter(pc.or_(*(_is_shared(keys[column]) for column in _TIES)))


def _is_shared(keys: pa.ChunkedArray) -> pa.ChunkedArray:
    counts = pc.value_counts(keys.drop_null())
    return pc.is_in(keys, counts.field("values").filter(pc.greater(counts.field("counts"), 1)))


def _places(items: pa.ChunkedArray, among: pa.Array) -> _Array:
    return np.asarray(pc.index_in(items, among).to_numpy())


def _tied(report: _Array, keys: pa.ChunkedArray) -> tuple[_Array, _Array]:
    """(reports ordered by a key that they have, where each key starts)."""
    told = keys.is_valid().to_numpy()
    number = _places(keys, pc.unique(keys))[told]
    order = np.argsort(number, kind="stable")
    return report[told][order], np.flatnonzero(np.diff(number[order], prepend=-1))


def _spread(group: _Array, report: _Array, starts: _Array) -> bool:
    """Puts the reports that share a key into the first of their groups; whether that changed any."""
    if not len(starts):
        return False
    least = np.repeat(np.minimum.reduceat(group[report], starts), np.diff(starts, append=len(report)))
    is_changed = bool((least < group[report]).any())
    np.minimum.at(group, report, least)
    return is_changed


def settle_duplicates(warehouse: Path, duplicates: Mapping[str, str] | None = None) -> int:
    """Rewrites the ``reports`` files in which a duplicate_of is no longer what it should be; how many."""
    wanted = duplicate_reports(warehouse) if duplicates is None else duplicates
    copies, originals = (pa.array(ids, pa.string()) for ids in (wanted.keys(), wanted.values()))
    changed = 0
    paths = sorted(table_folder(warehouse, "reports").glob("published_month=*/*.parquet"))
    with ThreadPoolExecutor(_ABREAST) as threads:
        for path, (ids, was) in zip(paths, threads.map(_told, paths), strict=True):
            should = originals.take(pc.index_in(ids, copies).combine_chunks())
            if not should.equals(was.combine_chunks()):
                _rewrite(path, should)
                changed += 1
    return changed


def _told(path: Path) -> list[pa.ChunkedArray]:
    columns: list[pa.ChunkedArray] = read_parquet(path, columns=["report_id", "duplicate_of"]).columns
    return columns


def _rewrite(path: Path, duplicate_of: pa.Array) -> None:
    table = read_parquet(path)
    at = table.schema.get_field_index("duplicate_of")
    table = table.set_column(at, TABLES["reports"].schema.field(at), duplicate_of)
    write_parquet(path, table)
