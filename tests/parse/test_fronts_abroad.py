"""Layouts of pages abroad, each by the rule that reads it, in our own words."""

import pytest

from flows.contract.records import RawReport, Report
from flows.parse import parse

LEAD = "Police arrested three men after a long chase through the old town on Friday night, a spokesman said in a statement."
MORE = (
    "Inspector Moses Ombati said the men were taken to the central station, where they remained until the next morning."
)


def parsed(text: str) -> tuple[Report, list[tuple[str, str]]]:
    report, sections = parse(
        RawReport(report_id="0" * 16, source_name="x.txt", source_uri="x.txt", source_kind="text", text=text)
    )
    return report, [(s.kind, text[s.char_start : s.char_end]) for s in sections]


def kinds(text: str) -> list[str]:
    return [kind for kind, _ in parsed(text)[1]]


def test_headline_printed_twice_around_a_stamp() -> None:
    head = "The river is the first concern of our town and of its people."
    report, sections = parsed(f"{head}\n\n  • 14:24 09 July 2019\n\n{head}\n\n{LEAD}")
    assert [kind for kind, _ in sections] == ["headline", "furniture", "body"]
    assert str(report.published_on) == "2019-07-09"


@pytest.mark.parametrize("trail", ["Home National Crime ", "You are currently viewing ", "News / Courts / "])
def test_trail_that_leads_up_to_the_headline(trail: str) -> None:
    head = "Five held after raid in the hills"
    report, sections = parsed(f"{trail}{head}\n\n{head}\n\n{LEAD}")
    assert sections[0] == ("furniture", trail + head)
    assert report.headline == head


def test_portrait_between_headline_and_story() -> None:
    assert kinds(f"Six held in old town\n\nWestern Regional Police Commander Moses Ombati\n\n{LEAD}\n\n{MORE}") == [
        "headline",
        "caption",
        "body",
    ]


def test_section_between_headline_and_story() -> None:
    assert kinds(f"Six held in old town of the coast\n\nBangladesh\n\n{LEAD}") == ["headline", "furniture", "body"]


def test_city_alone_above_the_story() -> None:
    report, sections = parsed(f"Six held in old town\n\nRawalpindi\n\n{LEAD}")
    assert ("dateline", "Rawalpindi") in sections
    assert report.dateline_place == "Rawalpindi"


@pytest.mark.parametrize(
    ("printed", "place", "agency"),
    [
        ("MULTAN-", "Multan", None),
        ("BAKU, Azerbaijan, July 2. ", "Baku", None),
        ("Kampala, Uganda | THE SAMPLE | ", "Kampala", "THE SAMPLE"),
        ("ASTANA. KAZINFORM ", "Astana", "KAZINFORM"),
        ("Baku. Leyla Mammadova – APA. ", "Baku", "APA"),
        ("Tashkent, Uzbekistan (UzSample.com) -- ", "Tashkent", "UzSample.com"),
    ],
)
def test_dateline(printed: str, place: str, agency: str | None) -> None:
    report, sections = parsed(f"{printed}The {LEAD}")
    assert sections[0] == ("dateline", printed.strip())
    assert (report.dateline_place, report.dateline_agency) == (place, agency)


@pytest.mark.parametrize("sign_off", ["(Sample Online)", "- BERNAMA"])
def test_sign_off(sign_off: str) -> None:
    assert parsed(f"Six held in old town\n\n{LEAD}\n\n{MORE} {sign_off}")[1][-1] == ("furniture", sign_off)


def test_other_articles_glued_to_their_label() -> None:
    text = f"Six held in old town\n\n{LEAD}\n\nPrevious articleBridge opens in spring\nNext articleFloods recede"
    assert kinds(text) == ["headline", "body", "furniture"]


def test_cross_head_in_capitals_begins_no_story() -> None:
    text = (
        f"Six held in old town\n\n{LEAD} Mr Ombati thanked the people.\n\n{MORE} He said that all of them had been charged since.\n\n"
        "OTHER SUSPECTS\n\nWhile thanking those who gave vital information, Mr Ombati promised further arrests within days."
    )
    _, sections = parse(
        RawReport(report_id="0" * 16, source_name="x.txt", source_uri="x.txt", source_kind="text", text=text)
    )
    assert {s.story_ordinal for s in sections if s.kind == "body"} == {0}


def test_lines_spread_by_blank_lines() -> None:
    lines = (
        "DHAKA, March 19, 2020 (BSS) - The police today opened a new corner in the old",
        "hall of their headquarters here, marking the birthday of the founder of the",
        "force, and paid tribute to all who fell in its service since the year of its",
        "birth.",
        "Deputy Inspector General Karim Haque and many senior officers of the Special",
        "Branch were present.",
    )
    report, sections = parsed("\n\n".join(lines))
    assert report.dateline_place == "Dhaka"
    assert [kind for kind, _ in sections] == ["dateline", "body", "attendance"]


def test_byline_and_city_in_one_line() -> None:
    assert parsed(f"Staff Reporter Karachi\n\n{LEAD}")[1][:2] == [("byline", "Staff Reporter"), ("dateline", "Karachi")]


def test_names_of_sections_in_a_row() -> None:
    bar = "Local Govt | National Video | Courts | Search"
    report, sections = parsed(f"{bar}\n\nSix held in old town\n\n{LEAD}")
    assert sections[0] == ("furniture", bar)
    assert report.headline == "Six held in old town"


@pytest.mark.parametrize(
    "line", ["Detective Inspector Ana Tui, Northland Police:", "Please attribute to Sergeant Ana Tui:"]
)
def test_attribution_of_a_release_is_its_first_line(line: str) -> None:
    assert kinds(f"Six held in old town\n\n{line}\n\n{LEAD}") == ["headline", "body"]


def test_notes_behind_the_end_are_no_news() -> None:
    note = (
        "Media note: unless there is a significant development in the case, no further update is to be expected today."
    )
    assert parsed(f"Six held in old town\n\n{LEAD}\n\n{MORE}\n\nENDS\n\n{note}")[1][-1][0] == "furniture"


def test_colon_in_a_headline_is_no_dateline() -> None:
    head = "Statement from the coastal RCMP: Fair Deal Panel Report"
    report, _ = parsed(f"{head}\n\n{LEAD}")
    assert report.headline == head


def test_colon_behind_an_abbreviation_ends_a_headline_not() -> None:
    head = "Envoy pays farewell call on the naval chief and COAS: ISPR"
    report, _ = parsed(f"{head}\n\nMULTAN, Jul 6 (APP):{LEAD}")
    assert report.headline == head


def test_name_before_the_clock_of_a_page() -> None:
    line = "Amna Tariq 34 seconds ago Tue 22nd June 2021 | 08:44 PM"
    report, sections = parsed(f"Six held in old town\n\n{line}\n\nMULTAN, June 22 (APP):{LEAD}")
    assert ("byline", "Amna Tariq") in sections
    assert report.byline == "Amna Tariq"


def test_outlet_with_its_city_above_the_headline() -> None:
    report, sections = parsed(f"The Sample (Dar es Salaam)\n\nSix held in old town of the coast\n\n{LEAD}")
    assert sections[0] == ("furniture", "The Sample (Dar es Salaam)")
    assert report.headline == "Six held in old town of the coast"


def test_portrait_between_paragraphs() -> None:
    text = f"Six held in old town\n\n{LEAD}\n\nActing Police Commissioner Moses Ombati\n\n{MORE}"
    assert "caption" in kinds(text)


def test_those_who_participated() -> None:
    listed = (
        "DIO Munawar Hussain, SWO Amna Tariq, Dr Ali Khan and representatives of other departments also participated."
    )
    assert kinds(f"Six held in old town\n\n{LEAD}\n\n{listed}")[-1] == "attendance"


@pytest.mark.parametrize("line", ["Media statement: Suspects to appear for theft", "Press release: Northland Police"])
def test_prefix_of_a_headline_is_no_line_of_the_issuer(line: str) -> None:
    report, _ = parsed(f"{line}\n\nSix held in old town of the coast\n\n{LEAD}")
    assert (report.headline == line) == ("Suspects" in line)


@pytest.mark.parametrize(
    ("opening", "place", "day"),
    [
        ("[Lahore] ", "Lahore", None),
        ("[ Lahore ] [ 3 March 2025 ] ", "Lahore", "2025-03-03"),
        ("(Zorvan, March 3, 2025) ", "Zorvan", "2025-03-03"),
        ("*Lahore*: ", "Lahore", None),
        ("*Zorvan, 3 March 2025:* ", "Zorvan", "2025-03-03"),
        ("LAHORE;\n", "Lahore", None),
        ("LAHORE MARCH 3, 2025 - 11:32 AM GMT+3\n\n", "Lahore", "2025-03-03"),
        ("Lahore, Monday\n\n", "Lahore", None),
        ("Lahore\n3 March 2025\n", "Lahore", "2025-03-03"),
    ],
)
def test_place_set_apart_before_the_story(opening: str, place: str, day: str | None) -> None:
    report, sections = parsed(f"Six held in old town of the coast\n\n{opening}{LEAD}\n\n{MORE}")
    assert (report.dateline_place, report.published_on and str(report.published_on)) == (place, day)
    assert next(text for kind, text in sections if kind == "body").startswith("Police arrested")


@pytest.mark.parametrize(
    "line",
    [
        "Herald News Service",
        "ByHT Correspondent, Delhi",
        "Litia Cava Reporter lcava@example.com",
        "By Staff Correspondent",
    ],
)
def test_who_wrote_it(line: str) -> None:
    report, _ = parsed(f"Six held in old town of the coast\n{line}\n3 March 2025\n\n{LEAD}")
    assert (report.byline, str(report.published_on)) == (line, "2025-03-03")


def test_mark_of_a_release_and_an_outlet_s_address() -> None:
    report, sections = parsed(f"sample.com\nPR: Six held in old town of the coast\n\nLAHORE: {LEAD}")
    assert (report.headline, sections[0][0]) == ("PR: Six held in old town of the coast", "furniture")


@pytest.mark.parametrize(
    ("front", "place", "agency", "day"),
    [
        ("07:45 | Quito, Nov. 9. ", "Quito", None, None),
        ("18:20 | Quito, Nov. 9 (ANDINA). ", "Quito", "ANDINA", None),
        ("Tehran-IRNA- ", "Tehran", "IRNA", None),
        ("Astana, 12 November. Kazinform. ", "Astana", "Kazinform", None),
        ("Astana, 21 January. ", "Astana", None, None),
        ("Mysuru, DHNS, Last Updated 03 July 2024, 02:14 IST\n", "Mysuru", "DHNS", "2024-07-03"),
        ("March 11, 2025 - Regina, Saskatchewan\nFrom: The Ministry\nNews release\n", "Regina", None, "2025-03-11"),
        ("March 11, 2025 – Ottawa, Ontario – Office of Roads\n\n", "Ottawa", None, "2025-03-11"),
    ],
)
def test_dateline_with_clock_day_or_stamp(front: str, place: str, agency: str | None, day: str | None) -> None:
    report, _ = parsed(f"Five held after raid in the hills\n\n{front}{LEAD}\n\n{MORE}")
    assert (report.dateline_place, report.dateline_agency) == (place, agency)
    assert day is None or str(report.published_on) == day


@pytest.mark.parametrize(
    ("front", "place", "agency", "day"),
    [
        ("RSS / Kathmandu\n\n", "Kathmandu", "RSS", None),
        ("Thimphu | Kuensel\n\n", "Thimphu", "Kuensel", None),
        ("Kyiv • UNN\n\n", "Kyiv", "UNN", None),
        ("Muscat: ONA\n\n", "Muscat", "ONA", None),
        ("NNA - Beirut - ", "Beirut", "NNA", None),
        ("Aden - Saba: ", "Aden", "Saba", None),
        ("Ramallah / PNN / ", "Ramallah", "PNN", None),
        ("ADDIS ABABA - ENA March 14/2024 - ", "Addis Ababa", "ENA", "2024-03-14"),
        ("Valletta – DOI – 14 March 2024\n\n", "Valletta", "DOI", "2024-03-14"),
        ("Phnom Penh (FN), Mar. 14 – ", "Phnom Penh", "FN", None),
        ("Tbilisi (GBC) - ", "Tbilisi", "GBC", None),
        ("Kathmandu March 14, 2024\n\n", "Kathmandu", None, "2024-03-14"),
    ],
)
def test_place_beside_its_agency(front: str, place: str, agency: str | None, day: str | None) -> None:
    report, sections = parsed(f"Six held in old town of the coast\n\n{front}{LEAD}\n\n{MORE}")
    assert (report.dateline_place, report.dateline_agency) == (place, agency)
    assert (report.published_on and str(report.published_on)) == day
    assert next(text for kind, text in sections if kind == "body").startswith("Police arrested")


def test_name_beside_an_agency_is_a_byline() -> None:
    report, _ = parsed(f"Six held in old town of the coast\nMoses Ombati/DNA\nLAHORE: {LEAD}")
    assert (report.byline, report.dateline_place) == ("Moses Ombati/DNA", "Lahore")
