"""Speech as wires of other countries report it: in the present tense, told to a house, in a release, by her or by him."""

import pytest

from flows.extract.statements import find_statements
from tests.extract.building import parsed, read_whole


def said(text: str) -> list[tuple[str | None, str]]:
    """Speaker and content of each statement of a report."""
    facts = read_whole(text, "2025-03-12")
    return [(s.speaker_name, facts.report.text[s.content_start : s.content_end]) for s in facts.statements]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The harbour master says the ferry is late.", "The harbour master"),
        ("A police spokesman tells reporters that two men were held.", "A police spokesman"),
        ("The union warns that the mine may shut.", "The union"),
        ("The city council terms of reference will be widened to include parks.", None),
    ],
)
def test_the_present_tense_of_a_noun(text: str, speaker: str | None) -> None:
    assert [s.speaker_name for s in find_statements(parsed(text))] == ([speaker] if speaker else [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Growers deserve a better price, Mayor Nils Berg told reporters after the fair.",
            [("Mayor Nils Berg", "Growers deserve a better price")],
        ),
        (
            "Mayor Nils Berg told the Harbour Board on Wednesday two piers would be closed.",
            [("Mayor Nils Berg", "two piers would be closed")],
        ),
        (
            "The pier was shut, a press release issued by the port office said.",
            [("a press release issued by the port office", "The pier was shut")],
        ),
        (
            "Fasting began after the board met on Friday and said the moon had been sighted.",
            [("the board", "the moon had been sighted")],
        ),
        ("The embassy says the case raises doubts.", [("The embassy", "the case raises doubts")]),
        ("The mayor says officers deserve the same.", [("The mayor", "officers deserve the same")]),
        ("“Whom do you serve?” asked the mayor.", [("the mayor", "Whom do you serve?")]),
        ("It came after the premier, while speaking in the port, announced a Rs7.41 cut in fares.", []),
        ("The two ports announced curbs on Monday on firms that build ferries.", []),
        ("The town was renamed in the year that the league — then a club — declared support for it.", []),
    ],
)
def test_what_stands_beside_a_cue(text: str, expected: list[tuple[str | None, str]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Coach Marco Bellini praised Omar Tariq. “If Tariq plays, then we can win the cup,” he said.",
            "Marco Bellini",
        ),
        ("Governor Maria Costa met Mayor Peter Boll. He said the talks were useful.", "Peter Boll"),
        ("Rina Mori sued the club. “It was cold,” the 21-year-old told the court.", "Rina Mori"),
        ("Prosecutor Marco Rossi said the van was stolen. He added that it was found.", "Marco Rossi"),
    ],
)
def test_who_he_or_she_is(text: str, expected: str) -> None:
    assert said(text)[-1][0] == expected


def test_she_is_no_man() -> None:
    assert said("Prosecutor Marco Rossi said the van was stolen. She said it was hers.")[-1][0] is None
