"""The day of publication: methods in order of trust, time zones, ambiguous numbers, disagreements."""

from datetime import UTC, date, datetime

import pytest

from flows.parse.outlets import Outlet, outlet_of
from flows.parse.published import Told, published

NOWHERE = Outlet(None)
PAKISTAN = outlet_of("APP", None)


def told(
    *,
    header: str | None = None,
    metadata: str | None = None,
    lines: tuple[str, ...] = (),
    dateline: str | None = None,
    name: str = "",
) -> Told:
    return Told(header, metadata, lines, dateline, (name,))


@pytest.mark.parametrize(
    ("report", "method", "on"),
    [
        (told(header="2025-11-21", metadata="2025-11-19T10:00:00Z"), "header", date(2025, 11, 21)),
        (told(metadata="2025-11-19T10:00:00Z", lines=("Published June 12, 2024",)), "metadata", date(2025, 11, 19)),
        (told(lines=("Updated June 13, 2024 07:43am", "Published June 12, 2024")), "stamp", date(2024, 6, 12)),
        (told(lines=("Published in Dawn, March 2nd, 2025",)), "trailer", date(2025, 3, 2)),
        (told(dateline="7th Sep, 2025"), "dateline", date(2025, 9, 7)),
        (told(name="tribune_20250604.csv#3"), "file_name", date(2025, 6, 4)),
        (told(header="2021-10"), "header", date(2021, 10, 1)),
    ],
)
def test_methods_in_order_of_trust(report: Told, method: str, on: date) -> None:
    clue = published(report, NOWHERE).clue
    assert clue is not None
    assert (clue.method, clue.on) == (method, on)


def test_nothing_found_is_no_guess() -> None:
    assert published(told(dateline="Sep 7", lines=("2 days ago",), name="000_80f391bae67b9bd4.txt"), NOWHERE) == (
        None,
        (),
    )


def test_the_day_turns_in_the_outlets_zone() -> None:
    clue = published(told(metadata="2025-03-01T20:30:00.000Z"), PAKISTAN).clue
    assert clue is not None
    assert (clue.on, clue.at) == (date(2025, 3, 2), datetime(2025, 3, 1, 20, 30, tzinfo=UTC))


def test_a_stamp_without_a_zone_is_the_outlets_time() -> None:
    clue = published(told(lines=("June 12, 2024 02:27 AM",)), PAKISTAN).clue
    assert clue is not None
    assert (clue.on, clue.at) == (date(2024, 6, 12), datetime(2024, 6, 11, 21, 27, tzinfo=UTC))
    unknown = published(told(lines=("June 12, 2024 02:27 AM",)), NOWHERE).clue
    assert unknown is not None
    assert unknown.at is None


def test_ambiguous_numbers_are_decided_by_the_outlet_and_recorded() -> None:
    american = published(told(lines=("04/05/2023 3:11 PM",)), outlet_of("Associated Press", None))
    pakistani = published(told(lines=("04/05/2023 3:11 PM",)), PAKISTAN)
    assert american.clue is not None
    assert pakistani.clue is not None
    assert (american.clue.on, pakistani.clue.on) == (date(2023, 4, 5), date(2023, 5, 4))
    assert american.conflicts == ("stamp '04/05/2023 3:11 PM' read as month-day",)


def test_a_page_clock_is_not_the_day_of_publication() -> None:
    verdict = published(told(lines=("Saturday, November 22, 2025",), dateline="June 12"), NOWHERE)
    assert verdict.clue is not None
    assert (verdict.clue.method, verdict.clue.on) == ("dateline", date(2025, 6, 12))
    assert verdict.conflicts


def test_disagreements_are_listed() -> None:
    assert published(told(header="2024-07-28", dateline="July 27"), NOWHERE).conflicts == (
        "dateline says 2024-07-27, header 2024-07-28",
    )


@pytest.mark.parametrize(
    ("name", "url", "zone"),
    [
        ("APP", None, "Asia/Karachi"),
        (None, "https://www.dawn.com/news/1", "Asia/Karachi"),
        (None, "https://news.example.ke/a", "Africa/Nairobi"),
        ("Some Paper", None, None),
    ],
)
def test_zone_of_an_outlet(name: str | None, url: str | None, zone: str | None) -> None:
    assert outlet_of(name, url).timezone == zone
