"""Measured on saved pages of 24 outlets: dates beside htmldate and trafilatura alone, and articles told from listings."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from flows.contract.records import RawReport
from flows.ingest import read_source

PAGES = Path(__file__).resolve().parents[2] / ".." / "shared" / "corpus" / "pages"
pytestmark = [
    pytest.mark.skipif(not PAGES.is_dir(), reason="the saved pages of ../shared are not there"),
    pytest.mark.slow,
]
# The day that each page prints, by its outlet's clock.
PRINTED = {
    "aljazeera": "2025-02-02", "arynews": "2025-02-03", "bbc": "2025-02-03", "brecorder": "2025-01-29", "dailytimes": "2024-01-08",
    "dawn": "2025-01-29", "dunyanews": "2025-02-05", "dwfactcheck": "2025-01-22", "factcheckorg": "2025-01-28",
    "geofactcheck": "2025-01-27", "geonews": "2025-01-28", "humenglish": "2025-02-05", "humenglishfactcheck": "2024-07-26",
    "iverify": "2025-01-15", "jang": "2025-02-05", "pakistantoday": "2025-02-04", "politifact": "2025-01-29", "samaatv": "2025-02-05",
    "snopes": "2025-01-28", "sochfactcheck": "2024-12-16", "thefridaytimesfactcheck": "2024-11-14", "thehindu": "2025-01-30",
    "thenation": "2025-02-05", "tribune": "2025-01-28",
}  # fmt: skip
HOURS_AHEAD = {"humenglishfactcheck": 5}  # its stamp is UTC and says 19:22: the next day in Pakistan


def items(kind: str):
    return {p.name.split("__")[0]: next(iter(read_source(p))) for p in sorted(PAGES.glob(f"*__{kind}.html"))}


def day(outlet: str, report) -> str:
    if outlet in HOURS_AHEAD:
        return str((datetime.fromisoformat(report.published) + timedelta(hours=HOURS_AHEAD[outlet])).date())
    return (report.published or "")[:10]


def test_dates_are_right_and_no_worse_than_htmldate_and_trafilatura_alone() -> None:
    import htmldate
    import trafilatura

    right = {"ours": 0, "htmldate": 0, "trafilatura": 0}
    for outlet, report in items("article").items():
        markup = (PAGES / f"{outlet}__article.html").read_text(encoding="utf-8", errors="replace")
        right["ours"] += isinstance(report, RawReport) and day(outlet, report) == PRINTED[outlet]
        right["htmldate"] += htmldate.find_date(markup, original_date=True) == PRINTED[outlet]
        right["trafilatura"] += (
            getattr(trafilatura.bare_extraction(markup, with_metadata=True), "date", None) == PRINTED[outlet]
        )
    print(right)
    assert right["ours"] >= 0.95 * len(PRINTED)
    assert right["ours"] >= max(right["htmldate"], right["trafilatura"])


def test_articles_are_told_from_listings() -> None:
    assert all(isinstance(item, RawReport) for item in items("article").values())
    assert {item.reason_code for item in items("listing").values()} == {"not_article"}
