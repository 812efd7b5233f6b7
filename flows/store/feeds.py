"""What is known of feeds: the validators that their servers gave, and which addresses are landed already."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from flows.contract.records import Validators
from flows.store.files import read_json, read_parquet, write_bytes
from flows.store.layout import feeds_file, landing_folder


def feed_validators(warehouse: Path, url: str) -> Validators:
    """What the server of a feed said last; empty where it was never asked."""
    return Validators(**_read(warehouse).get(url, {"url": url}))


def record_validators(warehouse: Path, validators: Validators) -> None:
    """Keeps what the server of a feed said."""
    known = _read(warehouse) | {validators.url: asdict(validators)}
    write_bytes(feeds_file(warehouse), json.dumps(known, indent=1, sort_keys=True).encode())


def landed_urls(warehouse: Path) -> frozenset[str]:
    """The addresses of all landed reports: those they name, and those that feeds gave them by."""
    columns = [
        column.unique().to_pylist()
        for path in sorted(landing_folder(warehouse).glob("*.parquet"))
        for column in read_parquet(path, columns=["url", "source_uri"]).columns
    ]
    return frozenset(url for urls in columns for url in urls if url)


def _read(warehouse: Path) -> dict[str, dict[str, Any]]:
    path = feeds_file(warehouse)
    return read_json(path) if path.exists() else {}
