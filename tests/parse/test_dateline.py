"""Datelines by their form alone."""

import pytest

from flows.parse.dateline import find, find_inside, stands_alone

STORY = "Police arrested three robbers and recovered five motorcycles in the city on Friday, officials said."


@pytest.mark.parametrize(
    ("printed", "place", "agency", "date"),
    [
        ("LAHORE:", "Lahore", None, None),
        ("D.I. KHAN:", "D.I. Khan", None, None),
        ("ISLAMABAD/LAHORE:", "Islamabad/Lahore", None, None),
        ("DASKA, Feb 05 (APP0:", "Daska", "APP", "Feb 05"),
        ("ISLAMABAD: Oct 26 (APP):", "Islamabad", "APP", "Oct 26"),
        ("AKP Kampot, March 4, 2024 --", "Kampot", "AKP", "March 4, 2024"),
        ("YEREVAN, MARCH 4, ARMENPRESS.", "Yerevan", "ARMENPRESS", "MARCH 4"),
        ("ISLAMABAD Aril 26 (APP):", "Islamabad", "APP", "Aril 26"),
        ("MIRPUR ( AJK ): , Dec 09 (APP) ::", "Mirpur", "APP", "Dec 09"),
        ("MIRPUR (AJK): Jan 04 (APP):", "Mirpur", "APP", "Jan 04"),
        ("MIRPUR\xa0 (AJK): Dec 04 (APP) ::", "Mirpur", "APP", "Dec 04"),
        ("Dubai, UAE,, Oct 16 (APP):", "Dubai", "APP", "Oct 16"),
        ("Washington, DC –", "Washington", None, None),
        ("WASHINGTON, D.C. —", "Washington", None, None),
        ("HARRISBURG, Pa. (WHTM) —", "Harrisburg", "WHTM", None),
        ("NAIROBI, Kenya, Nov 8 –", "Nairobi", None, "Nov 8"),
        ("ABU DHABI, 8th November, 2023 (WAM) --", "Abu Dhabi", "WAM", "8th November, 2023"),
        ("Tehran, Nov 8, IRNA -", "Tehran", "IRNA", "Nov 8"),
        ("HÀ NỘI —", "Hà Nội", None, None),
        ("N’DJAMENA, Chad (AP) —", "N’Djamena", "AP", None),
        ("QUETTA: (Sample / Sample Press News-09 May, 2026)", "Quetta", "Sample / Sample Press News", "09 May, 2026"),
        ("Nov 8 (Reuters) -", None, "Reuters", "Nov 8"),
        ("8 November 2023, Islamabad:", "Islamabad", None, "8 November 2023"),
    ],
)
def test_is_a_dateline(printed: str, place: str | None, agency: str | None, date: str | None) -> None:
    found = find(f"{printed} {STORY}")
    assert found is not None
    assert f"{printed} {STORY}"[: found.end].strip() == printed
    assert (found.place, found.agency, found.printed) == (place, agency, date)


@pytest.mark.parametrize(
    "line",
    [
        "Islamabad-Peshawar motorway was closed for all traffic on Monday because of fog, police said.",
        "Inspector General of Police (IGP) Punjab met the visitors at the Central Police Office on Monday.",
        "Prime Minister Imran Khan (PTI) - the party said so in a statement on Monday.",
        "UPDATE: Police arrested three men on Monday in the city.",
        "Pakistan: Two killed in blast",
        "March 5, 2024 was a day of joy for the people of the city, police said.",
        "At least five people were killed in the city on Friday, officials said.",
        "He said: The police came too late to the place on Friday, and nobody was there.",
    ],
)
def test_is_none(line: str) -> None:
    assert find(line) is None


def test_behind_a_headline_that_ran_on() -> None:
    line = f"Three robbers held in Daska SIALKOT, Nov 8 (APP): {STORY}"
    at, found = find_inside(line) or (0, None)
    assert line[:at] == "Three robbers held in Daska "
    assert found is not None
    assert found.place == "Sialkot"


@pytest.mark.parametrize(
    ("line", "place", "agency"),
    [
        ("QUETTA", "Quetta", None),
        ("TIRANA, Albania", "Tirana", None),
        ("Baghdad - INA", "Baghdad", "INA"),
    ],
)
def test_a_dateline_alone_on_its_line(line: str, place: str, agency: str | None) -> None:
    found = stands_alone(line)
    assert found is not None
    assert (found.end, found.place, found.agency) == (len(line), place, agency)


@pytest.mark.parametrize("line", ["Baghdad - Monday", "Adil Shah", "LONG LINE OF CAPITALS", "APP", "Police, Army"])
def test_no_dateline_alone_on_its_line(line: str) -> None:
    assert stands_alone(line) is None
