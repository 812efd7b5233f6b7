"""What only reads like a post is none: laws, offices as buildings, hours, and ranks that are plain words."""

import pytest

from flows.contract.records import RawReport
from flows.extract.mentions import find_mentions
from flows.extract.reading import read
from flows.parse import parse


def _posts(text: str) -> list[str]:
    raw = RawReport(report_id="r", source_name="t", source_uri="t", source_kind="text", text=text)
    return [mention.text for mention in find_mentions(read(*parse(raw))) if mention.kind == "post"]


@pytest.mark.parametrize(
    "text",
    [
        "RAWALPINDI: Two men with hashish were booked under the CNS Act 1997 in Taxila.",
        "ISLAMABAD: The Registrar Office returned the petition with objections on Monday.",
        "LAHORE: The traders walked from the press club to the Deputy Commissioner Office.",
        "LAHORE: German private sector firms would like to invest in Punjab, the envoys heard.",
        "LAHORE: Oxygen beds were taken up in Four major areas of the province last week.",
        "NAIROBI: The webinar begins at 4:00 PM Eastern African Time on Monday.",
    ],
)
def test_what_only_reads_like_a_post(text: str):
    assert _posts(text) == []


@pytest.mark.parametrize(
    ("text", "post"),
    [
        (
            "LAHORE: The petition was returned by the Registrar Lahore High Court on Monday.",
            "Registrar Lahore High Court",
        ),
        ("ISLAMABAD: The meeting was told so by the DG Law on Monday.", "DG Law"),
        ("ISLAMABAD: A briefing was given by the PM Pakistan on Monday.", "PM Pakistan"),
    ],
)
def test_a_post_with_its_body_is_one(text: str, post: str):
    assert post in _posts(text)
