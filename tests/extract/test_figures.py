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
        ("Thirty-one villagers were slain and 76 injured.", [(31, "persons", "killed"), (76, "persons", "injured")]),
        (
            "Three people died and seven others, including two children, were missing.",
            [(3, "persons", "killed"), (7, "persons", "missing"), (2, "persons", "missing")],
        ),
        (
            "It claimed the lives of 31 villagers and injured at least 46.",
            [(31, "persons", "killed"), (46, "persons", "injured")],
        ),
        (
            "The death of 31 villagers and injuries to 57 others were reported.",
            [(31, "persons", "killed"), (57, "persons", "injured")],
        ),
        (
            "There were 35 injured people and one missing person.",
            [(35, "persons", "injured"), (1, "persons", "missing")],
        ),
        (
            "Three lost their lives and seven, including four soldiers, sustained injuries.",
            [(3, "persons", "killed"), (7, "persons", "injured"), (4, "persons", "injured")],
        ),
        ("The bus overturned, killing 14 and wounding six.", [(14, "persons", "killed"), (6, "persons", "injured")]),
        ("Three men and two boys were killed.", [(3, "persons", "killed"), (2, "persons", "killed")]),
        ("Gunmen killed nine tourists in the rebel-held valley.", [(9, "persons", "killed")]),
        ("Two ministers held talks with three envoys.", []),
        ("Two ministers were held on Friday.", [(2, "persons", "arrested")]),
        ("He was killed in 2019 and buried.", []),
        ("Rebels killed 40 goats.", []),
        ("No one was injured.", []),
        ("The raid on April 22 killed 26 people.", [(26, "persons", "killed")]),
        ("Ana Brandt, 35, was killed; her son (7) was missing.", []),
        ("Nine convicts were sentenced to death.", []),
        ("A score of men were killed and 25 taken prisoner.", []),
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


def test_a_figure_of_an_event_of_another_sentence_is_proved_by_its_own():
    text = "A bus fell into a ravine near Chilas on Sunday. Doctors counted 14 people injured by the evening."
    report = parsed(text)
    events = find_events(report)[0]
    (figure,) = find_figures(report.reading, events)
    assert report.reading.text[figure.evidence_start : figure.evidence_end].startswith("Doctors counted 14")
    assert figure.event_id == events[0].event_id
