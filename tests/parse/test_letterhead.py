"""Letterheads: an office's name and nothing else, which no headline is."""

import pytest

from flows.parse.letterhead import is_letterhead


@pytest.mark.parametrize(
    "line",
    [
        "Islamabad Capital Territory Police",
        "DIRECTORATE GENERAL PUBLIC RELATIONS,",
        "Ministry of Home Affairs",
        "District Police Mardan",
        "FORCE HEADQUARTERS, ABUJA",
        "U.S. Attorney's Office, Southern District of Texas",
    ],
)
def test_offices(line: str) -> None:
    assert is_letterhead(line)


@pytest.mark.parametrize(
    "line",
    [
        "PM Visits Central Police Office",
        "POLICE ARREST HEAD OF CYBER CRIME WING",
        "IGP chairs meeting at Central Police Office",
        "Senate Panel Seeks Report From Election Commission",
        "Police recover 12 kites",
        "Harbour",
    ],
)
def test_headlines(line: str) -> None:
    assert not is_letterhead(line)
