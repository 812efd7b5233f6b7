"""Abbreviations that a report spells out as things are no bodies; those of bodies are."""

import pytest

from flows.contract.records import RawReport
from flows.extract.mentions import find_mentions
from flows.extract.reading import read
from flows.parse import parse


def _bodies(text: str) -> set[str]:
    raw = RawReport(report_id="r", source_name="t", source_uri="t", source_kind="text", text=text)
    return {mention.text for mention in find_mentions(read(*parse(raw))) if mention.kind == "organization"}


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("LAHORE: Labs bought fifty devices for Soil Moisture Detection (SMD). The SMD devices came by ship.", "SMD"),
        ("LAHORE: The new Live Palm Detection (LPD) devices are used in May. The LPD devices cost a lot.", "LPD"),
        ("LAHORE: It is high in the Ease of Hiring People (EOHP) index. The EOHP index is made in May.", "EOHP"),
    ],
)
def test_what_is_spelt_out_as_a_thing_is_no_body(text: str, thing: str):
    assert thing not in _bodies(text)


@pytest.mark.parametrize(
    ("text", "body"),
    [
        (
            "KARACHI: Asif Iqbal, Managing Director of the Social Water and Growth Centre (SWGC), said the SWGC was there.",
            "SWGC",
        ),
        ("LAHORE: The Rural Water Commission (RWC) met on Monday. The RWC heard two villages.", "RWC"),
    ],
)
def test_what_is_spelt_out_as_a_body_is_one(text: str, body: str):
    assert body in _bodies(text)
