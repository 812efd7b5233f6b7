"""Who speaks where a sentence first tells what he does beside it, with no comma behind his name."""

import pytest

from tests.extract.building import read_whole


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Mayor Ali Raza while dwelling on the plan for the repair of boats, said that the port was old.", "Ali Raza"),
        (
            "Mayor Ali Raza on Monday voicing his concern over the state of the port, said that boats were old.",
            "Ali Raza",
        ),
        ("Mayor Ali Raza on Monday addressing a rally in Multan said that the port was old.", "Ali Raza"),
        ("The port, including its sheds, was shut, Mayor Ali Raza said.", "Ali Raza"),
    ],
)
def test_who_does_something_beside_speaks(text: str, speaker: str) -> None:
    statements = read_whole(f"LAHORE: {text}", "2025-05-30").statements
    assert [speaker in (s.speaker_name or "") for s in statements] == [True]


def test_what_is_done_with_a_thing_makes_it_no_speaker() -> None:
    statements = read_whole(
        "LAHORE: The three-day working session on ports was held, a clerk said.", "2025-05-30"
    ).statements
    assert [s.speaker_name for s in statements] == ["a clerk"]
