"""Figures: amounts, their units, what befell the persons, and the event they belong to."""

import pytest

from flows.extract.events import find_events
from flows.extract.figures import find_figures
from tests.extract.building import parsed


def figures(text: str) -> list[tuple[float, str, str]]:
    report = parsed(text)
    return [(f.amount, f.unit, f.what) for f in find_figures(report.reading, find_events(report)[0])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Two persons were killed and five others injured in the crash.",
            [(2, "persons", "killed"), (5, "persons", "injured")],
        ),
        ("The blast left 14 workers injured.", [(14, "persons", "injured")]),
        ("The gunmen fled after killing three policemen.", [(3, "persons", "killed")]),
        ("Police arrested six suspects on Friday.", [(6, "persons", "arrested")]),
        ("The team recovered Rs 8 million from the car.", [(8e6, "PKR", "rupees")]),
        ("The purse held Rs230,000 in cash.", [(230000, "PKR", "rupees")]),
        ("A fine of 2.5 crore rupees was paid.", [(25e6, "PKR", "rupees")]),
        ("Officers seized 1,200 grams of heroin.", [(1.2, "kg", "kilograms")]),
        ("The firm lost $3 billion.", [(3e9, "USD", "dollars")]),
        ("Exports rose by 12 per cent.", [(12, "percent", "per cent")]),
        ("They found four stolen motorcycles.", [(4, "items", "motorcycles")]),
        ("The officer spoke to three reporters in 2019.", []),
        ("In 2023, 167 officers were killed.", [(167, "persons", "killed")]),
        ("Police Order 2002 in a case was cited.", []),
        ("A 41-year-old man was arrested.", []),
    ],
)
def test_amounts(text, expected):
    assert figures(text) == [(pytest.approx(amount), unit, what) for amount, unit, what in expected]


def test_a_figure_belongs_to_the_event_it_fits():
    report = parsed("A boiler exploded in the mill on Monday. Officials said seven workers were injured.")
    events, _ = find_events(report)
    (figure,) = find_figures(report.reading, events)
    assert figure.what == "injured"
    assert figure.event_id == next(e.event_id for e in events if e.event_type == "x-INCIDENT")
