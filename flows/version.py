"""The extractor's version: a batch that another version made is made anew."""

from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Final

from flows.language.seeds import SEEDS, rows
from flows.resolve.conditions import splits_of_reports

_FLOWS: Final = Path(__file__).parent
_READERS: Final = ("contract", "temporal", "language", "parse", "extract", "resolve")
_CODE_AND_DATA: Final = {".py", ".csv", ".toml", ".crfsuite"}


@cache
def extractor_version(recognizers: tuple[str, ...] = ()) -> str:
    """Hash over all that decides what a report says: code and data of the stages, the seeds, the chosen recognizers.

    Of an analyst's corrections only splits by day, place or report are made where a report is read: the others change no batch.
    """
    seeds = sorted(
        path for listed in ("*.csv", "towns/*.csv") for path in SEEDS.glob(listed) if path.stem != "overrides"
    )
    files = [
        path for folder in _READERS for path in sorted((_FLOWS / folder).rglob("*")) if path.suffix in _CODE_AND_DATA
    ]
    digest = sha256("\x1f".join(recognizers).encode())
    digest.update(repr(splits_of_reports(rows("overrides"))).encode())
    for path in (*files, *seeds):
        digest.update(path.name.encode() + b"\x1f" + path.read_bytes())
    return digest.hexdigest()[:16]
