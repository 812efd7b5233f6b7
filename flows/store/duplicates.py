"""Re-crawls: the same page, or the same text of the same outlet, landed more than once.

Whichever came first, the fullest text stands for all and the others name it in ``duplicate_of``: so the order of arrival
does not matter, and a report that comes later can change what an earlier one is a duplicate of.
"""

import hashlib
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final
from urllib.parse import parse_qsl, urlencode, urlsplit

import pyarrow as pa

from flows.contract.records import RawReport, make_id
from flows.contract.tables import TABLES
from flows.store.files import read_parquet, write_parquet
from flows.store.layout import landing_folder, table_folder

_TRACKING: Final = re.compile(
    r"utm_|fbclid$|gclid$|igshid$|mc_[ce]id$|amp$|ref$|ref_src$|source$|cmpid$|ocid$|at_", re.IGNORECASE
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
    leader: dict[str, str] = {}
    size: dict[str, int] = {}
    first: dict[str, str] = {}
    for report_id, page, content, length in _landed_keys(warehouse):
        size[report_id] = length
        leader[report_id] = report_id
        for key in (page, content):
            if key:
                _join(leader, report_id, first.setdefault(key, report_id))
    groups: dict[str, list[str]] = {}
    for report_id in leader:
        groups.setdefault(_root(leader, report_id), []).append(report_id)
    return {
        r: best
        for g in groups.values()
        if len(g) > 1
        for best in [min(g, key=lambda r: (-size[r], r))]
        for r in g
        if r != best
    }


def _landed_keys(warehouse: Path) -> Iterable[tuple[str, str | None, str, int]]:
    for path in sorted(landing_folder(warehouse).glob("*.parquet")):
        table = read_parquet(path, columns=["report_id", "page_key", "content_key", "length"])
        yield from zip(*(column.to_pylist() for column in table.columns), strict=True)


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
