"""Read-outs of ministries and palaces as the press of other countries prints them: who met whom, where, and who was with them."""

import pytest

from tests.extract.building import place_of, read_whole


def meetings(text):
    """The meetings of a report: date, place, and everybody's name with his side, in order of their telling."""
    facts = read_whole(text, "2025-06-18")
    mains = [e for e in facts.events if e.event_type == "CONSULT" and e.engagement_id is None]
    told = {e.event_id: [] for e in mains}
    for party in facts.event_participants:
        told.get(party.event_id, []).append((party.name, party.side))
    return [(place_of(facts, e), e.subject, dict(told[e.event_id])) for e in mains]


def test_who_attended_a_meeting_of_two_is_of_it():
    text = (
        "LUSAKA, June 17 (XNA) - President Peter Mumba on Tuesday hosted Foreign Minister Anna Keller of Austria at State House.\n"
        "The meeting was attended by Finance Minister Mary Banda and Defence Minister Joseph Phiri."
    )
    assert [set(people) for _, _, people in meetings(text)] == [
        {"Peter Mumba", "Anna Keller", "Mary Banda", "Joseph Phiri"}
    ]


def test_whoever_calls_on_the_same_man_later_is_at_a_meeting_of_his_own():
    text = (
        "NEW YORK, June 17 (XNA) - President Peter Mumba met Foreign Minister Anna Keller on Tuesday.\n"
        "Bank President David Malone called on President Mumba at his hotel later in the day."
    )
    assert [set(people) for _, _, people in meetings(text)] == [
        {"Peter Mumba", "Anna Keller"},
        {"David Malone", "Peter Mumba"},
    ]


def test_a_meeting_ahead_of_a_dinner_is_another():
    text = (
        "Brussels, 17 June 2025 - President Peter Mumba hosted Foreign Minister Anna Keller for dinner on Tuesday. Talks covered trade.\n"
        "Ahead of the dinner, he met with Foreign Minister David Malone."
    )
    assert len(meetings(text)) == 2


def test_a_call_has_no_place_and_no_host():
    text = "LUSAKA, June 17 (XNA) - President Peter Mumba spoke by phone with Foreign Minister Anna Keller on Tuesday."
    assert meetings(text) == [(None, None, {"Peter Mumba": None, "Anna Keller": None})]


@pytest.mark.parametrize(
    ("sentence", "about"),
    [("They reviewed farm credits.", "farm credits"), ("The discussions dealt with farm credits.", "farm credits")],
)
def test_what_was_reviewed_or_dealt_with_is_what_a_meeting_is_about(sentence, about):
    text = f"LUSAKA, June 17 (XNA) - President Peter Mumba met Foreign Minister Anna Keller on Tuesday. {sentence}"
    assert meetings(text)[0][1] == about


def test_a_president_who_welcomes_an_envoy_meets_him():
    text = "LUSAKA, June 17 (XNA) - President Peter Mumba welcomed special envoy David Malone on Tuesday."
    assert [people for _, _, people in meetings(text)] == [{"Peter Mumba": "host", "David Malone": "guest"}]


@pytest.mark.parametrize(
    "seat", ["Villa Madama", "the Great Hall of the People", "Áras an Uachtaráin", "the Union Buildings"]
)
def test_seats_of_state_are_places(seat):
    text = f"LUSAKA, June 17 (XNA) - President Peter Mumba met Foreign Minister Anna Keller at {seat} on Tuesday."
    assert meetings(text)[0][0] == seat.removeprefix("the ")


def events(text, kind):
    """Places, actors and recipients of the events of a type."""
    facts = read_whole(text, "2025-06-18")
    found = [e for e in facts.events if e.event_type == kind]
    who = [
        [
            {p.name for p in facts.event_participants if p.event_id == e.event_id and p.role == role}
            for role in ("actor", "recipient")
        ]
        for e in found
    ]
    return [(place_of(facts, e), *parties) for e, parties in zip(found, who, strict=True)]


def test_a_town_that_no_list_has_is_where_its_dateline_says():
    text = "QORVESTAD, Sweden, June 17 (XNA) - Police arrested two suspects on Tuesday."
    assert events(text, "COERCE")[0][0] == "QORVESTAD"


def test_a_body_accuses_through_its_report():
    text = "GENEVA, June 17 (XNA) - A UN report accused the rebels on Tuesday of burning farms."
    assert events(text, "ACCUSE")[0][1:] == ({"United Nations"}, {"rebels"})


def test_a_second_deed_lies_at_the_narrower_place():
    text = "NAIROBI, June 17 (XNA) - Gunmen ambushed a convoy near the town of Garissa in eastern Kenya on Monday, and burned a truck."
    assert {place for place, *_ in events(text, "ASSAULT")} == {"Garissa"}


def test_who_clashed_stands_behind_the_verb():
    text = "NAIROBI, June 17 (XNA) - Clashes erupted on Monday in Garissa between the army and the rebels."
    assert events(text, "ASSAULT") == [("Garissa", {"army", "rebels"}, set())]


def test_what_came_about_lies_where_that_was():
    text = "NAIROBI, June 17 (XNA) - Consultations between Kenya and Japan took place in Tokyo on Monday."
    assert meetings(text)[0][0] == "Tokyo"


def test_what_police_fire_at_a_march_is_where_it_is():
    text = "NAIROBI, June 17 (XNA) - Students marched in Mombasa on Monday. Police fired tear gas at them."
    assert events(text, "ASSAULT")[0][0] == "Mombasa"


def test_who_is_named_right_behind_a_place_is_received_there():
    text = "LUSAKA, June 17 (XNA) - Foreign Minister Peter Mumba received today in Livingstone Dr. Anna Keller, Minister of Austria."
    assert meetings(text)[0][2] == {"Peter Mumba": "host", "Anna Keller": "guest"}


def test_a_surname_that_is_a_place_elsewhere_is_part_of_the_name():
    text = "LUSAKA, June 17 (XNA) - President Peter Mumba met Prime Minister Carlos Montenegro on Tuesday."
    assert set(meetings(text)[0][2]) == {"Peter Mumba", "Carlos Montenegro"}


@pytest.mark.parametrize(
    ("sentence", "kind", "place"),
    [
        ("The rebels seized the port of Malindi on Monday.", "COERCE", "Malindi"),
        ("The town of Garissa was attacked by rebels on Monday.", "ASSAULT", "Garissa"),
        ("The army deployed two ships to Mombasa on Monday.", "MOBILIZE", "Mombasa"),
        ("A strong earthquake struck near the island of Zanzibar on Monday.", "x-INCIDENT", "Zanzibar"),
        ("Demonstrators gathered in Mombasa on Monday.", "PROTEST", "Mombasa"),
        ("Three barbers from Kisumu were shot in Garissa on Monday.", "ASSAULT", "Garissa"),
    ],
)
def test_where_a_deed_was_that_is_done_to_a_place(sentence, kind, place):
    assert events(f"NAIROBI, June 17 (XNA) - {sentence}", kind)[0][0] == place


def test_whoever_is_jailed_is_he_who_was_convicted():
    text = "NAIROBI, June 17 (XNA) - Judge Mary Banda spoke. The court convicted Peter Mumba of graft on Monday and jailed him."
    assert [whom for *_, whom in events(text, "SANCTION") + events(text, "COERCE")] == [{"Peter Mumba"}] * 2


def test_whoever_also_receives_others_does_so_at_the_same_place():
    text = (
        "LUSAKA, June 17 (XNA) - Foreign Minister Peter Mumba received Minister Anna Keller at Villa Madama on Tuesday. "
        "Mumba also received Ambassador David Malone."
    )
    assert [place for place, *_ in meetings(text)] == ["Villa Madama", "Villa Madama"]


def test_who_is_told_to_have_been_present_without_more_words():
    text = (
        "LUSAKA, June 17 (XNA) - President Peter Mumba met Minister Anna Keller on Tuesday.\n"
        "Present were Finance Minister Mary Banda and Defence Minister Joseph Phiri."
    )
    assert set(meetings(text)[0][2]) == {"Peter Mumba", "Anna Keller", "Mary Banda", "Joseph Phiri"}


def test_what_swept_through_a_town_was_there():
    text = "NAIROBI, June 17 (XNA) - A wildfire swept through the town of Nanyuki in central Kenya on Monday."
    assert events(text, "x-INCIDENT")[0][0] == "Nanyuki"
