"""What people are called beside their names: before them, in lists, behind a comma; what is no calling stays out."""

import pytest

from flows.language.seeds import rows
from tests.extract.test_mentions import mentions


def callings(text: str) -> dict[str, str | None]:
    return {m.text: m.occupation for m in mentions(text) if m.kind == "person"}


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("Columnist Dr Haris Lodhi spoke first.", {"Haris Lodhi": "columnist"}),
        (
            "The poets Asad Lodhi, Prof Bilal Raja and Imran Butt read their verses.",
            {"Asad Lodhi": "poet", "Bilal Raja": "poet", "Imran Butt": "poet"},
        ),
        (
            "Analysts including Asad Lodhi and Bilal Raja disagreed.",
            {"Asad Lodhi": "analyst", "Bilal Raja": "analyst"},
        ),
        ("Police held a suspect identified as Asad Lodhi on Monday.", {"Asad Lodhi": "suspect"}),
        ("Asad Lodhi, a retired teacher and poet, was there.", {"Asad Lodhi": "teacher"}),
        ("Asad Lodhi, 34, a shopkeeper from Multan, was hurt.", {"Asad Lodhi": "shopkeeper"}),
        ("Asad Lodhi is a well-known comedian of the city.", {"Asad Lodhi": "comedian"}),
        ("Barrister Asad Lodhi agreed.", {"Asad Lodhi": "barrister"}),
        ("Businessmen Asad Lodhi and Bilal Raja came.", {"Asad Lodhi": "businessman", "Bilal Raja": "businessman"}),
    ],
)
def test_a_calling_before_behind_and_in_lists(text: str, called: dict[str, str]) -> None:
    assert callings(text) == called


@pytest.mark.parametrize(
    "text",
    [
        "Secretary Workers Welfare Fund Asad Lodhi was there.",
        "Asad Lodhi, who met a poet, was there.",
        "Asad Lodhi told the lawyer that he agreed.",
        "Asad Lodhi, lawyer Bilal Raja and others were there.",
        "Poet Bilal Raja and Asad Lodhi were there.",
    ],
)
def test_what_others_are_called_is_not_his(text: str) -> None:
    assert callings(text)["Asad Lodhi"] is None


def test_every_listed_walk_has_callings_or_ranks() -> None:
    fields = {row["field"] for row in rows("occupations")} | {row["service"] for row in rows("ranks")}
    assert {near for row in rows("occupations") for near in row["near"].split()} <= fields
    assert {row["lasts"] for row in rows("occupations")} == {"", "no"}
