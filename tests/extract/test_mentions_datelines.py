"""Places of a dateline are places; what the agency's name holds is not."""

import pytest

from flows.contract.records import RawReport
from flows.extract.mentions import find_mentions
from flows.extract.reading import read
from flows.parse import parse
from tests.extract.building import read_whole


@pytest.mark.parametrize(
    ("dateline", "places"),
    [
        ("QUETTA, (UrduPoint / Pakistan Point News - 3rd Mar, 2025)", ["QUETTA"]),
        ("SHARJAH [UAE], November 8 (NNI/EWA):", ["SHARJAH", "UAE"]),
        ("(NEWSGATE- Gulf Sample Agency (GSA)) MUSCAT, Feb 11 (GSA) --", ["MUSCAT"]),
    ],
)
def test_places_of_a_dateline(dateline: str, places: list[str]) -> None:
    text = f"{dateline} The rescue service opened a new post on the highway and hired forty divers."
    raw = RawReport(report_id="0" * 16, source_name="x.txt", source_uri="x.txt", source_kind="text", text=text)
    found = find_mentions(read(*parse(raw)), model=False)
    assert [m.text for m in found if m.kind == "place"] == places


def test_label_of_minutes_is_no_dateline() -> None:
    text = "Minutes of the council meeting, 14 February\n\nAttending: Mayor Anna Nowak; Jan Nowak, Secretary General.\n"
    assert [m.text for m in read_whole(text, "2025-02-15").mentions if m.kind == "place"] == []
