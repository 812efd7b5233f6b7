"""Layouts of press offices, agencies and archives' exports, in our own words: what their fronts say of date, writer and place."""

import pytest

from flows.contract.records import RawReport
from flows.parse import parse
from tests.parse.test_fronts_abroad import LEAD, MORE, parsed


@pytest.mark.parametrize(
    ("printed", "place", "agency", "on"),
    [
        ("(ANSA) - ROME, JUN 12 -", "Rome", "ANSA", None),
        ("14.11.2023, Berlin (dpa) -", "Berlin", "dpa", "2023-11-14"),
        ("KAMPALA.", "Kampala", None, None),
        ("Riyadh, Shaban 22, 1445, March 3, 2024, SPA --", "Riyadh", "SPA", "2024-03-03"),
    ],
)
def test_dateline(printed: str, place: str, agency: str, on: str | None) -> None:
    report, sections = parsed(f"{printed} {LEAD}")
    assert sections[0] == ("dateline", printed)
    assert (report.dateline_place, report.dateline_agency) == (place, agency)
    assert report.published_on == report.dateline_on
    assert str(report.published_on) == str(on)


def test_clock_before_the_day_behind_a_byline() -> None:
    report, _ = parsed(f"Six held in old town\nStaff Report 12:04 AM, 19 Dec, 2022\n\nQUETTA: {LEAD}")
    assert (report.byline, str(report.published_on)) == ("Staff Report", "2022-12-19")


def test_desk_and_number_of_comments_behind_a_stamp() -> None:
    report, _ = parsed(f"Six held in old town\nDecember 2, 2021 10:14 pm Web Desk 0\n\nQUETTA: {LEAD}")
    assert (report.byline, str(report.published_on)) == ("Web Desk", "2021-12-02")


def test_bar_behind_a_byline_is_no_part_of_it() -> None:
    report, _ = parsed(f"Six held in old town\n\nBy Kofi Adjei | Tema | Updated: 02-06-2022 11:20 GMT\n\n{LEAD}")
    assert (report.byline, str(report.published_on)) == ("By Kofi Adjei", "2022-06-02")


def test_place_and_day_above_an_office() -> None:
    head = "VISIT BY A LIAISON OFFICER TO HEADQUARTERS"
    text = f"Nairobi, Kenya | Wednesday, January 17, 2024\n\nNATIONAL POLICE SERVICE\nPRESS RELEASE\n\n{head}\n\n{LEAD}\n\n{MORE}"
    report, _ = parsed(text)
    assert (report.headline, str(report.published_on)) == (head, "2024-01-17")


def test_press_office_alone_is_no_headline() -> None:
    report, _ = parsed(f"No. PR-88/2025\nInter Services Public Relations\nRawalpindi - 3 February, 2025:\n\n{LEAD}")
    assert (report.headline, report.dateline_place, str(report.published_on)) == (None, "Rawalpindi", "2025-02-03")


def test_keys_of_an_export() -> None:
    block = "Title: Six held in old town\nPub Date: 2021-11-08\nPublication: The Sample Gazette\nPage: 3"
    report, _ = parsed(f"{block}\n\n{LEAD}")
    assert (report.headline, report.outlet, str(report.published_on)) == (
        "Six held in old town",
        "The Sample Gazette",
        "2021-11-08",
    )


def test_present_during_a_meeting() -> None:
    present = "Present during the meeting were: Director Peter Oduor, Director Jane Wairimu and Inspector Ali Hassan."
    assert parsed(f"Six held in old town\n\n{LEAD}\n\n{present}")[1][-1] == ("attendance", present)


@pytest.mark.parametrize("line", ["Thimphu, the 4th of July 2022", "Islamabad: 16 August 2024."])
def test_place_and_day_alone_below_an_office(line: str) -> None:
    report, _ = parsed(f"Ministry of Foreign Affairs\nPress Release No. 211/2022\n{line}\n\n{LEAD}")
    assert (report.headline, report.dateline_place) == (None, line.split(",")[0].split(":")[0])
    assert report.published_on == report.dateline_on is not None


def test_masthead_with_its_day() -> None:
    report, _ = parsed(
        f"Page 12 of 24\nTHE EASTERN STAR, Sunday, February 5, 2023\n\nSix held in old town\n\nKHULNA, Feb. 4: {LEAD}"
    )
    assert (report.headline, str(report.published_on)) == ("Six held in old town", "2023-02-05")


def test_place_and_day_above_the_headline() -> None:
    text = f"PR No. 214\nISLAMABAD: November 12, 2023\n\nPresident for early completion of the dam\n\n{LEAD}"
    report, sections = parsed(text)
    assert ("dateline", "ISLAMABAD: November 12, 2023") in sections
    assert (report.headline, report.dateline_place, str(report.published_on)) == (
        "President for early completion of the dam",
        "Islamabad",
        "2023-11-12",
    )


def test_headlines_of_a_round_up_belong_to_the_story_below() -> None:
    briefs = ("Yard fire doused\nHUB", "Book fair ends\nLAHORE")
    text = "\n\n".join((f"Two killed in firing\nKARACHI: {LEAD}", *(f"{head}: {MORE}" for head in briefs)))
    _, sections = parse(
        RawReport(report_id="0" * 16, source_name="x.txt", source_uri="x.txt", source_kind="text", text=text)
    )
    told = [(s.story_ordinal, text[s.char_start : s.char_end]) for s in sections if s.kind == "body"]
    assert [story for story, _ in told] == [0, 1, 1, 2, 2]
    assert told[1][1] == "Yard fire doused"


def test_views_behind_a_stamp_and_a_reporter_of_the_paper() -> None:
    text = f"Six held in old town\n14 Aug, 2023 - 00:08   0 Views\n\nThandi Moyo, Chronicle Reporter\n\n{LEAD}"
    report, _ = parsed(text)
    assert (report.byline, str(report.published_on)) == ("Thandi Moyo, Chronicle Reporter", "2023-08-14")


def test_what_a_page_says_of_its_author_is_no_news() -> None:
    text = (
        f"Six held in old town\n\n{LEAD}\n\nAbout the author\nOur reporter has told of courts for years.\nTags: courts"
    )
    assert "reporter has" not in next(body for kind, body in parsed(text)[1] if kind == "body")


@pytest.mark.parametrize(
    "line", ["Amritsar, July 9, 2022 08:14 PM IST", "(Amritsar, 09.07.2022)", "Amritsar - 9 July 2022:"]
)
def test_place_and_moment_between_headline_and_story(line: str) -> None:
    report, _ = parsed(f"Six held in old town\n\n{line}\n\n{LEAD}")
    assert (report.dateline_place, str(report.published_on)) == ("Amritsar", "2022-07-09")


@pytest.mark.parametrize("stamp", ["2022 Sep 30", "30 Sep, 22", "30-Sep-22 10:14", "Sep 30, 22"])
def test_stamp_with_its_year_first_or_cut_short(stamp: str) -> None:
    report, _ = parsed(f"Six held in old town\n{stamp}\nBy Nimal Perera in Colombo\n\n{LEAD}")
    assert (report.byline, str(report.published_on)) == ("By Nimal Perera in Colombo", "2022-09-30")


def test_clock_before_a_day_is_no_part_of_it() -> None:
    report, _ = parsed(f"Published: 21:30, September 02, 2021\nSix held in old town\n\n{LEAD}")
    assert str(report.published_on) == "2021-09-02"


def test_writer_and_paper_above_the_headline() -> None:
    text = f"Staff Writer, The Sample Daily\n22 October 2021 ,\n\nSix held in old town\n\nJAZAN — {LEAD}"
    report, _ = parsed(text)
    assert (report.byline, report.headline) == ("Staff Writer, The Sample Daily", "Six held in old town")


@pytest.mark.parametrize("bullet", ["• ", "●", "- ", "► "])
def test_dateline_behind_a_bullet(bullet: str) -> None:
    report, sections = parsed(f"Six held in old town\n\n{bullet}RIGA, 5 June 2024 – {LEAD}")
    assert (report.headline, report.dateline_place, str(report.dateline_on)) == (
        "Six held in old town",
        "Riga",
        "2024-06-05",
    )
    assert sections[-1] == ("body", LEAD)


@pytest.mark.parametrize(
    "line",
    [
        "FOR IMMEDIATE RELEASE: June 5, 2024",
        "WORLD 05.06.2024 16:40 @PAP",
        "Release ID: 20511 (Posted on: 05 JUN 2024 6:41PM by PIB Delhi)",
        "KP/12/2024\n5 June 2024",
    ],
)
def test_stamp_of_an_office(line: str) -> None:
    report, _ = parsed(f"{line}\n\nSix held in old town\n\nRIGA: {LEAD}")
    assert (report.headline, str(report.published_on)) == ("Six held in old town", "2024-06-05")


def test_place_and_day_in_figures_above_the_headline() -> None:
    report, _ = parsed(f"Riga, 05.06.2024\n\nSix held in old town\n\n{LEAD}")
    assert (report.dateline_place, report.headline, str(report.published_on)) == (
        "Riga",
        "Six held in old town",
        "2024-06-05",
    )


def test_day_and_office_below_the_story() -> None:
    report, sections = parsed(f"Six held in old town\n\nRIGA: {LEAD}\n\n5 June 2024\nPress Office of the City Police")
    assert (sections[-1][0], str(report.published_on)) == ("furniture", "2024-06-05")


def test_bullets_below_a_label_are_the_story_s() -> None:
    listed = "- Anna Berg, Director for Consular Affairs\n- Jonas Lund, Ambassador"
    _, sections = parsed(f"Six held in old town\n\nRIGA: {LEAD}\nParticipants:\n{listed}\n\nPress contact\nOla Dahl")
    assert [text for kind, text in sections if kind == "attendance"] == ["Participants:", *listed.split("\n")]


@pytest.mark.parametrize("sign_off", ["==Kyodo", "mf/ jd/", "H S E/N N"])
def test_sign_off_of_an_agency(sign_off: str) -> None:
    _, sections = parsed(f"RIGA: {LEAD}\n{sign_off}")
    assert sections[-1] == ("furniture", sign_off)


@pytest.mark.parametrize(
    "ending",
    [
        "(Reporting by Anna Berg; Editing by Jonas Lund)\n\nOur Standards: The Example Trust Principles.",
        "AGERPRES/(AS - author: Anna Berg, editor: Jonas Lund)",
        "MAP 05 June 2024",
    ],
)
def test_what_an_agency_says_below_the_story_is_no_news(ending: str) -> None:
    _, sections = parsed(f"RIGA: {LEAD}\n{ending}")
    assert [kind for kind, _ in sections][:3] == ["dateline", "body", "furniture"]
    assert len(sections) == 3


def test_name_of_a_republic_above_the_headline_is_none() -> None:
    report, _ = parsed(
        f"UNITED REPUBLIC OF TANZANIA\nMINISTRY OF HOME AFFAIRS\n\nSIX HELD IN OLD TOWN\n\nDODOMA: {LEAD}"
    )
    assert report.headline == "SIX HELD IN OLD TOWN"


def test_place_and_day_below_a_statement() -> None:
    report, sections = parsed(f"Six held in old town\n\n{LEAD}\n\nBaku, 5 June 2024")
    assert (report.headline, report.dateline_place, str(report.published_on)) == (
        "Six held in old town",
        None,
        "2024-06-05",
    )
    assert sections[-1] == ("furniture", "Baku, 5 June 2024")


def test_day_and_section_above_the_headline() -> None:
    report, _ = parsed(f"UN News\n5 June 2024 | Peace and Security\n\nSix held in old town\n\n{LEAD}")
    assert (report.headline, str(report.published_on)) == ("Six held in old town", "2024-06-05")


def test_initials_between_strokes_end_a_story() -> None:
    _, sections = parsed(f"SOFIA, June 5 (BTA) - {LEAD}\n\n{MORE} /DT/")
    assert sections[-1] == ("furniture", "/DT/")
