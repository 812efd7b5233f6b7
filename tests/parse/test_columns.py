"""The head of a release that is printed in columns: number and date, or place and day, far apart in one line."""

import pytest

from flows.contract.records import RawReport, Report
from flows.parse.report import parse

STORY = "The Commander of the Navy, Vice Admiral Silva, handed over a water plant to the people of the town on Thursday, the navy said."


def read(head: str) -> Report:
    raw = RawReport(
        report_id="r",
        source_name="r.txt",
        source_uri="",
        source_kind="text",
        text=f"{head}\n\nNavy opens plant\n\n{STORY}",
    )
    return parse(raw)[0]


@pytest.mark.parametrize(
    "line",
    [
        "Press Release No. 44/2025                     Colombo, 14 March 2025",
        "No. F.1(2)/2025-PR\tColombo, the 14th March, 2025",
        "Colombo, 14 March 2025          Press Release No. 44/2025",
    ],
)
def test_place_and_day_beside_a_number(line: str) -> None:
    report = read(line)
    assert (str(report.published_on), report.dateline_place) == ("2025-03-14", "Colombo")
    assert report.headline == "Navy opens plant"


@pytest.mark.parametrize(
    "line",
    [
        "Ref: NVY/PR/12/2025                 Date: 14th March, 2025",
        "Friday, 14 March 2025            PRESS RELEASE NO. 17",
        "Date: March 14, 2025         Time: 10:00 a.m.",
    ],
)
def test_day_beside_a_number(line: str) -> None:
    report = read(line)
    assert (str(report.published_on), report.headline) == ("2025-03-14", "Navy opens plant")


def test_byline_with_a_wide_gap_stays_whole() -> None:
    text = f"Navy opens plant\n\nFaruk Zorlu     Navy desk\n\n{STORY}"
    sections = parse(RawReport(report_id="r", source_name="r.txt", source_uri="", source_kind="text", text=text))[1]
    assert "Faruk Zorlu     Navy desk" in [text[s.char_start : s.char_end] for s in sections]
