"""What people are called by the subject of a list, by all of them behind it, by a party or a seat beside the name."""

import pytest

from flows.language.seeds import rows
from tests.extract.test_mentions import mentions


def callings(text: str) -> dict[str, str | None]:
    return {m.text: m.occupation for m in mentions(text) if m.kind == "person"}


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("The MNAs, who saw him at the house on Monday, included Asad Lodhi and Bilal Raja.", "lawmaker"),
        ("The members of the provincial assemblies were Asad Lodhi and Bilal Raja.", "lawmaker"),
        ("He met members of the Sindh Assembly Asad Lodhi and Ms Bilal Raja.", "lawmaker"),
        ("Asad Lodhi and Bilal Raja, both MPAs, came late.", "lawmaker"),
        ("He thanked Asad Lodhi, Bilal Raja and other senior journalists.", "journalist"),
        ("The seats went to Asad Lodhi of the PTI and Bilal Raja (PPP).", "politician"),
        ("PTI’s Asad Lodhi and PPP’s Bilal Raja spoke.", "politician"),
        ("Those in the race are Asad Lodhi from PK-76 and Bilal Raja (PP-12).", "candidate"),
    ],
)
def test_a_list_a_party_or_a_seat_tells_a_calling(text: str, noun: str) -> None:
    assert callings(text) == {"Asad Lodhi": noun, "Bilal Raja": noun}


@pytest.mark.parametrize(
    "text",
    [
        "The MNAs were told by Asad Lodhi that he was late.",
        "Members of the assembly came. The others were Asad Lodhi and Bilal Raja.",
        "Secretary Health Asad Lodhi of the PTI committee was there.",
        "He came with Asad Lodhi of Lahore and Bilal Raja (34).",
        "Asad Lodhi, Bilal Raja and other things.",
    ],
)
def test_what_is_said_of_others_is_not_his(text: str) -> None:
    assert callings(text)["Asad Lodhi"] is None


def test_what_subjects_make_of_the_listed_is_a_listed_calling() -> None:
    assert {row["noun"] for row in rows("list_subjects")} <= {row["noun"] for row in rows("occupations")}
    assert all(trigger for row in rows("list_subjects") for trigger in row["trigger"].split(";"))
