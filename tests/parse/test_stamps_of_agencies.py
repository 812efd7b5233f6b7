"""Stamps that hold a place, a clock or a writer with the day, and the year that only a copyright line tells."""

from datetime import date

import pytest

from flows.contract.records import RawReport
from flows.parse import parse

_BODY = "Officers in the north seized 29 rifles on Tuesday, a spokesman said. He said that five men were held and two sought."


def published(text: str) -> date | None:
    report, *_ = parse(RawReport(report_id="r", source_name="t", source_uri="t", source_kind="text", text=text))
    assert report.headline == "Police seize rifles in the north"
    return report.published_on


@pytest.mark.parametrize(
    "front",
    [
        "3 May 2024, 11:27, Bishkek - Steppe news agency, Aida Osmonova\nPolice seize rifles in the north\n",
        "Police seize rifles in the north\n03.05.2024. 14:05 / Mitrovica / Source: Lake Wire\n\n",
        "Police seize rifles in the north\nJane Doe\nMay 3, 2024 / 10:15 AM EDT / Lake News\n\n",
        "Police seize rifles in the north\nBy Jane Doe on May 3, 2024 at 5:44 PM\n\n",
        "Police seize rifles in the north\nFri, 05/03/2024 - 10:15\n\n",
        "2024-05-03 10:15:33 Police seize rifles in the north\n\n",
    ],
)
def test_day_of_publication(front):
    assert published(front + _BODY) == date(2024, 5, 3)


def test_copyright_line_tells_the_year_of_a_dateline():
    text = f"Police seize rifles in the north\n\nOSH, May 3 (AP) - {_BODY}\n\n© 2019-2024 Lake Herald. All rights reserved."
    assert published(text) == date(2024, 5, 3)
    assert published(text.replace("OSH, May 3 (AP) - ", "")) is None


@pytest.mark.parametrize(
    ("front", "place"),
    [
        ("Home / News / Crime / Police seize rifles in the north\nPolice seize rifles in the north\n\n", None),
        ("Police seize rifles in the north\n\nBoa Vista/RR – ", "Boa Vista/RR"),
        ("Police seize rifles in the north\n\nUppsala (TT). ", "Uppsala"),
    ],
)
def test_breadcrumb_and_datelines(front, place):
    text = front + _BODY
    report, *_ = parse(RawReport(report_id="r", source_name="t", source_uri="t", source_kind="text", text=text))
    assert (report.headline, report.dateline_place) == ("Police seize rifles in the north", place)
