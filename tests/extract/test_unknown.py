"""Words that stand where a rank, a post or the head of a name stands, and that no seed list has."""

import pytest

from flows.contract.records import Report, Section
from flows.extract.mentions import read_names
from flows.extract.reading import read


def unknown(text: str) -> list[tuple[str, str]]:
    report = Report(report_id="r", source_name="t", source_uri="t", text=text)
    body = Section(report_id="r", ordinal=0, kind="body", story_ordinal=0, char_start=0, char_end=len(text))
    terms = read_names(read(report, (body,))).unknown_terms
    assert all(text[t.char_start : t.char_end] == t.term for t in terms)
    return [(t.kind, t.term) for t in terms]


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("They met Skipper Asad Khan there.", [("rank", "Skipper")]),
        ("They met Asad Khan, brewer of the Punjab Police, there.", [("post", "brewer")]),
        ("They toured the Punjab Arrangement and left.", [("head", "Arrangement")]),
        ("They met SSP Asad Khan, a resident of Lahore.", []),
        ("They met SSP Asad Khan, IG of Punjab Police, at the Zorvan Academy.", []),
    ],
)
def test_terms_by_where_they_stand(text: str, terms: list[tuple[str, str]]) -> None:
    assert unknown(text) == terms


def test_a_term_counts_once_a_report() -> None:
    assert unknown("They met Skipper Asad Khan and Skipper Bilal Ali.") == [("rank", "Skipper")]
