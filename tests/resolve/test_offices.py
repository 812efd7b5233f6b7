"""Offices and grades; where an office lies that is named without its place."""

from datetime import date

import pytest

from flows.contract.records import Report
from flows.resolve.identify import identify
from flows.resolve.offices import home_of, is_office, likely_jurisdiction
from flows.resolve.posts import read_post
from tests.resolve.conftest import make_facts, person


def report(place: str | None = None, outlet: str | None = None) -> Report:
    return Report(
        report_id="r", source_name="r", source_uri="r", text="", dateline_place=place, outlet=outlet,
        published_on=date(2025, 9, 1),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("printed", "office"),
    [
        ("IG Punjab", True), ("DIG Headquarters", True), ("Prime Minister", True), ("Interior Minister", True), ("MNA from Kasur", True),
        ("Colonel", False), ("Italian Colonel", False), ("Lieutenant General", False), ("Inspector Islamabad", False),
        ("Justice", False), ("Senator", False), ("PPP Senator", False), ("Chairman", False), ("Spokesperson", False), ("IGP", False),
        ("Kashmiri leader", False), ("Accountability Court Judge", False), ("Supreme Leader", True),
        ("District and Sessions Judge Lahore", True), ("Founder of the club", False), ("Counsel for the Election Commission", False),
        ("senior fellow at the institute", False), ("Secretary for Health", True),
        ("Special Assistant to the Prime Minister", False), ("Special Assistant to the Prime Minister on Petroleum", True),
        ("Adviser for Finance", True), ("Committee Chairman", False), ("party president", False),
        ("Director Operations", False), ("Director of the Malaria Control Cell", True), ("CEO of Nadirsoft Securities", True),
        ("Coordinator to the Prime Minister on Health", True), ("Spokesperson for the Chief Minister", True),
        ("Russian Minister", False), ("Russian Transport Minister", True), ("Associate Professor of Public Health", False),
        ("Senior Program Coordinator", False), ("Central General Secretary", False), ("Rector KUI", True), ("Section Officer", False),
        ("President of Balochistan", False), ("AJK President", True), ("President of Portugal", True), ("PML-N minister", False),
    ],
)  # fmt: skip
def test_grades_seats_and_bare_titles_are_no_office(printed: str, office: bool) -> None:
    assert is_office(read_post(printed, None, "PK")) is office


def test_a_rank_with_its_body_alone_is_no_office() -> None:
    assert not is_office(read_post("Lieutenant General", "National Disaster Management Authority", "PK"))


@pytest.mark.parametrize(
    ("place", "outlet", "home"),
    [
        ("Lahore", None, "PK"),
        (None, "Dawn", "PK"),
        ("Lahore", "Dawn", "PK"),
        ("Rome", "Dawn", None),
        ("Hyderabad", "Dawn", "PK"),
        (None, None, None),
    ],
)
def test_a_reports_country_is_its_datelines_and_its_outlets(
    place: str | None, outlet: str | None, home: str | None
) -> None:
    assert home_of(report(place, outlet)) == home


@pytest.mark.parametrize(
    ("printed", "place", "likely"),
    [
        ("Interior Minister", "Rome", "Italy"), ("Interior Minister", "Lahore", "Pakistan"), ("Prime Minister", "Dhaka", "Bangladesh"),
        ("Irrigation Minister", "Karachi", "Sindh"), ("Home Secretary", "Lahore", "Punjab"), ("Excise Minister", "Islamabad", None),
        ("Home Secretary", "London", "United Kingdom"), ("Federal Minister for Agriculture", "Lahore", "Pakistan"),
        ("Provincial Minister for Health", "Peshawar", "Khyber Pakhtunkhwa"), ("Federal Minister for Health", "Peshawar", "Pakistan"),
        ("Chief Minister", "Karachi", "Sindh"), ("Chief Minister", "Islamabad", None), ("IGP", "Islamabad", "Islamabad"),
        ("Finance Secretary", "Karachi", "Sindh"), ("Secretary Finance", "Islamabad", "Pakistan"),
        ("Law Minister", "Quetta", "Balochistan"),
        ("Defence Minister", "Peshawar", "Pakistan"), ("Federal Secretary Food", "Multan", "Pakistan"),
        ("Health Minister", "Sydney", "Australia"),
        ("Minister of State for Finance", "Lahore", "Pakistan"), ("Minister", "Lahore", None),
        ("Chairman", "Lahore", None), ("Indian Prime Minister", "Lahore", None), ("Captain", "Lahore", None),
    ],
)  # fmt: skip
def test_an_office_that_each_has_one_of_is_of_the_reports_country_or_province(
    printed: str, place: str, likely: str | None
) -> None:
    assert likely_jurisdiction(read_post(printed, None, "PK"), report(place)) == likely


def test_bare_national_posts_of_two_countries_are_told_apart() -> None:
    rows = [
        identify(make_facts([person(name, "Interior Minister")], place=place)).occupancies[0]
        for name, place in (("Matteo Rossi", "Rome"), ("Aslam Khan", "Lahore"))
    ]
    assert [(r.post_name, r.likely_jurisdiction, r.is_office) for r in rows] == [
        ("Minister for Interior", "Italy", True), ("Minister for Interior", "Pakistan", True),
    ]  # fmt: skip


def test_a_post_that_says_its_place_outdoes_the_same_without() -> None:
    told = [person("Narendra Modi", "Indian Prime Minister"), person("Narendra Modi", "Prime Minister")]
    assert [o.post_name for o in identify(make_facts(told)).occupancies] == ["Prime Minister, India"]


def test_who_is_of_another_country_holds_its_office() -> None:
    minister, chief = read_post("Foreign Minister"), read_post("Chief Minister")
    assert likely_jurisdiction(minister, report("Lahore"), "MN") == "Mongolia"
    assert likely_jurisdiction(minister, report("Lahore"), "PK") == "Pakistan"
    assert likely_jurisdiction(chief, report("Lahore"), "IN") is None
