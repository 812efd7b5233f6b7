"""Which row of the gazetteer a name means."""

import pytest

from flows.resolve.places import find_place, known_places


@pytest.mark.parametrize("name", ["Tehran", "Kabul", "Washington", "New York", "Istanbul", "Nairobi", "Delhi"])
def test_a_large_city_goes_before_the_province_of_its_name(name: str) -> None:
    place = find_place(name)
    assert place is not None
    assert (place.kind, place.latitude is not None) == ("city", True)


@pytest.mark.parametrize(
    ("name", "country"), [("Kansas", "US"), ("Quebec", "CA"), ("Punjab", "PK"), ("Mpumalanga", "ZA")]
)
def test_a_province_goes_before_a_city_that_the_press_tells_apart_or_that_is_small(name: str, country: str) -> None:
    place = find_place(name, [country])
    assert place is not None
    assert (place.kind, place.country) == ("province", country)


def test_a_small_town_is_found_in_reports_of_its_country_alone() -> None:
    town = find_place("Hajnówka", ["PL"])
    assert town is not None
    assert (town.kind, town.country, town.latitude is not None) == ("city", "PL", True)
    assert known_places("PL")[town.entity_id] == town
    assert find_place("Hajnówka", ["KE"]) is None


@pytest.mark.parametrize(
    ("name", "country"),
    [("Netherlands", "NL"), ("Kingdom of the Netherlands", "NL"), ("Burma", "MM"), ("Viet Nam", "VN")],
)
def test_all_names_that_a_country_has_by_hand(name: str, country: str) -> None:
    place = find_place(name)
    assert place is not None and (place.kind, place.country) == ("country", country)
