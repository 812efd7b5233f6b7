"""Who holds a meeting, who comes as guest, and who but attends it."""

import pytest

from flows.extract.events import find_events
from tests.extract.building import parsed

SANA, OMAR = {"text": "Sana Mir"}, {"text": "Omar Rashid"}


def sides(text, *mentions):
    """Name → side of the first meeting of a text."""
    events, participants = find_events(parsed(text, *(m for m in mentions if str(m["text"]) in text)))
    return {p.name: p.side for p in participants if p.event_id == events[0].event_id}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sana Mir chaired a meeting. Omar Rashid attended the meeting.", {"Sana Mir": "host", "Omar Rashid": "other"}),
        ("Sana Mir presided over a meeting of officers.", {"Sana Mir": "host"}),
        (
            "A meeting chaired by Sana Mir and attended by Omar Rashid was held.",
            {"Sana Mir": "host", "Omar Rashid": "other"},
        ),
        ("A meeting was held with Sana Mir in the chair.", {"Sana Mir": "host"}),
        ("A meeting was held under the chairmanship of Sana Mir.", {"Sana Mir": "host"}),
        ("The committee met in private under the chairmanship of Sana Mir.", {"Sana Mir": "host"}),
        (
            "Sana Mir attended the ceremony as the guest of honour. Omar Rashid also attended the ceremony.",
            {"Sana Mir": "guest", "Omar Rashid": "other"},
        ),
        ("Sana Mir met Omar Rashid on the road.", {"Sana Mir": None, "Omar Rashid": None}),
    ],
)
def test_who_chairs_is_host_and_who_attends_is_on_no_side(text, expected):
    found = sides(text, SANA, OMAR)
    assert {name: side for name, side in found.items() if name in expected} == expected


def test_a_post_and_the_name_behind_its_comma_are_one_of_those_who_meet():
    text = "Minister for Ports, Sana Mir and Peru’s Minister for Roads, Omar Rashid held a meeting."
    posts = [
        {"kind": "post", "text": "Minister for Ports", "holder_ordinal": 1},
        {"kind": "post", "text": "Minister for Roads", "holder_ordinal": 3},
    ]
    assert list(sides(text, posts[0], SANA, posts[1], OMAR)) == ["Sana Mir", "Omar Rashid"]


@pytest.mark.parametrize(
    "text",
    [
        "Sana Mir, along with Omar Rashid on Thursday held a meeting.",
        "Sana Mir together with Omar Rashid held a meeting.",
    ],
)
def test_company_between_subject_and_verb_is_company(text):
    assert list(sides(text, SANA, OMAR)) == ["Sana Mir", "Omar Rashid"]


def test_who_is_named_of_a_delegation_is_no_part_of_what_it_is_called():
    text = "A delegation including Sana Mir called on Omar Rashid."
    assert set(sides(text, SANA, OMAR)) == {"delegation", "Sana Mir", "Omar Rashid"}


def test_whose_house_it_is_is_host():
    post = {"kind": "post", "text": "Governor", "holder_ordinal": 1}
    sana = SANA | {"post": "Governor"}
    assert sides("Governor Sana Mir met Omar Rashid at the Governor House on Monday.", post, sana, OMAR) == {
        "Sana Mir": "host",
        "Omar Rashid": "guest",
    }


def test_who_leads_a_delegation_is_on_its_side():
    text = "Sana Mir held talks with a delegation of traders, led by Omar Rashid."
    assert sides(text, SANA, OMAR)["Omar Rashid"] == "guest"


@pytest.mark.parametrize(
    "post", ["Deputy Head of Mission", "First Secretary", "Defence Attaché", "Country Representative"]
)
def test_who_comes_with_an_envoy_is_guest(post):
    text = f"The ambassador of Peru called on Sana Mir. {post} Omar Rashid and Director Ali Khan were also present."
    people = (OMAR | {"post": post}, {"text": "Ali Khan", "post": "Director"})
    events, participants = find_events(
        parsed(text, SANA, *people, attendance=f"{post} Omar Rashid and Director Ali Khan were also present.")
    )
    found = {p.name: p.side for p in participants if p.event_id == events[0].event_id}
    assert (found["Omar Rashid"], found["Ali Khan"]) == ("guest", "host")


def test_who_is_welcomed_at_a_house_is_guest():
    assert sides("Sana Mir welcomed Omar Rashid to the headquarters.", SANA, OMAR) == {
        "Sana Mir": "host",
        "Omar Rashid": "guest",
    }


def test_a_preposition_said_twice_names_two():
    text = "Sana Mir held separate meetings with Omar Rashid and with Ali Khan."
    assert set(sides(text, SANA, OMAR, {"text": "Ali Khan"})) == {"Sana Mir", "Omar Rashid", "Ali Khan"}


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("They discussed trade and agreed to open a market.", "trade"),
        ("The discussions centred on the release of prisoners.", "the release of prisoners"),
        ("They spoke by phone about the border.", "the border"),
        ("Sana Mir gave a briefing on the new unit.", "the new unit"),
    ],
)
def test_what_a_meeting_is_about(text, about):
    events, _ = find_events(parsed(f"Sana Mir met Omar Rashid. {text}", SANA, OMAR))
    assert events[0].subject == about


def test_a_team_from_a_body_and_who_leads_it_meet():
    text = "Sana Mir met a team from the harbour agency led by Omar Rashid."
    assert set(sides(text, SANA, OMAR)) == {"Sana Mir", "team from the harbour agency", "Omar Rashid"}


def test_a_minister_of_another_country_is_guest():
    text = "Peru’s Interior Minister Omar Rashid met Minister Sana Mir in Lahore."
    lahore = {"kind": "place", "text": "Lahore", "country_code": "PK"}
    sana, omar = SANA | {"post": "Minister"}, OMAR | {"post": "Interior Minister"}
    assert sides(text, omar, sana, lahore) == {"Omar Rashid": "guest", "Sana Mir": "host"}


def test_who_attends_where_guests_are_received_is_with_the_host():
    text = "The ambassador of Peru called on Sana Mir. Omar Rashid attended the meeting."
    assert sides(text, SANA, OMAR)["Omar Rashid"] == "host"


def test_they_are_all_who_acted_and_not_who_else_was_there():
    listed = "Ali Khan and Zia Butt were also present."
    people = (SANA, OMAR, {"text": "Ali Khan"}, {"text": "Zia Butt"})
    events, participants = find_events(
        parsed(f"Sana Mir called on Omar Rashid. {listed} They agreed to open a market.", *people, attendance=listed)
    )
    agreed = next(e for e in events if e.event_type == "AGREE")
    assert {p.name for p in participants if p.event_id == agreed.event_id} == {"Sana Mir", "Omar Rashid"}


def test_subject_ends_before_whom_it_was_discussed_with():
    events, _ = find_events(parsed("Sana Mir discussed trade in the valley with Omar Rashid.", SANA, OMAR))
    assert events[0].subject == "trade in the valley"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In a meeting with Omar Rashid, both sides explored ways to trade more.", ["Omar Rashid"]),
        ("The two leaders held a meeting with Omar Rashid.", ["Omar Rashid"]),
        ("The two leaders held a meeting on Monday.", ["two leaders"]),
        ("Omar Rashid met two leaders of the union.", ["Omar Rashid", "two leaders of the union"]),
    ],
)
def test_both_sides_are_no_further_party_beside_who_is_named(text, expected):
    assert list(sides(text, OMAR)) == expected
