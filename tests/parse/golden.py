"""What a golden pair holds: a report's text, and what parsing tells of it, sections with their text."""

from pathlib import Path
from typing import Any

from flows.contract.records import RawReport
from flows.parse import parse

LAYOUTS = Path(__file__).resolve().parents[1] / "golden" / "layouts"
TOLD = (
    "outlet", "language", "headline", "standfirst", "byline", "published_on", "published_on_method", "published_on_precision",
    "published_at", "dateline_place", "dateline_agency", "dateline_on", "date_conflicts",
)  # fmt: skip


def told(path: Path) -> dict[str, Any]:
    """A text file parsed: the report's fields that are known, and its sections."""
    text = path.read_bytes().decode()
    report, sections = parse(
        RawReport(report_id=path.stem, source_name=path.name, source_uri=path.name, source_kind="text", text=text)
    )
    fields = {name: value for name in TOLD if (value := getattr(report, name))}
    return {
        "report": {name: list(v) if isinstance(v, tuple) else str(v) for name, v in fields.items()},
        "sections": [
            {
                key: value
                for key, value in (
                    ("kind", s.kind),
                    ("story", s.story_ordinal),
                    ("story_kind", s.story_kind),
                    ("language", s.language),
                    ("text", text[s.char_start : s.char_end]),
                )
                if value is not None
            }
            for s in sections
        ],
    }
