"""Where an event is told to have been, where only the dateline and the opening of its story tell of a place."""

import pytest

from tests.extract.building import place_of, read_whole


def places(text):
    """[(type, place)] of a report's events."""
    facts = read_whole(text, "2025-05-14")
    return [(e.event_type, place_of(facts, e)) for e in facts.events]


@pytest.mark.parametrize(
    ("telling", "expected"),
    [
        ("The mayor met the traders on Tuesday.", [("CONSULT", "LAHORE")]),
        ("The gang was taken to Multan, where a judge jailed two clerks.", [("SANCTION", "Multan")]),
        ("The gang read the Multan reference, where a judge jailed two clerks.", [("SANCTION", "LAHORE")]),
        ("China’s Harbour Bank Limited rejected the plan on Tuesday.", [("REJECT", None)]),
        (
            "Gunmen killed two guards in Multan. The mayor visited the site.",
            [("ASSAULT", "Multan"), ("CONSULT", "Multan")],
        ),
        ("The mayor thanked the envoy for visiting Multan.", [("SUPPORT", "LAHORE"), ("CONSULT", "Multan")]),
        ("The town recalled the 2005 earthquake.", [("x-INCIDENT", None)]),
        ("The mayor will visit other towns.", [("CONSULT", None)]),
        ("Two clerks posted at Multan robbed a trader on Tuesday.", [("ASSAULT", None)]),
        ("Police in Multan questioned two clerks.", [("ACCUSE", "Multan")]),
        ("A clerk wept in Multan over the murder of his son.", [("ASSAULT", None)]),
        ("The mayor was fighting men who had seized a shop.", [("COERCE", None)]),
        ("In Multan, a clerk who was robbed in March was buried.", [("ASSAULT", None)]),
        ("Gunmen killed two guards in India-held Kashmir.", [("ASSAULT", "Kashmir")]),
        ("The mayor held a meeting on order in the province, especially in Multan.", [("CONSULT", "LAHORE")]),
        ("People in all provinces protested.", [("PROTEST", None)]),
        ("The head of sales at the State Bank of Pakistan met the traders on Tuesday.", [("CONSULT", "LAHORE")]),
        ("Gunmen killed two guards in Multan on Tuesday.", [("ASSAULT", "Multan")]),
        ("Two guards were wounded in a drone attack on the town of Multan.", [("ASSAULT", "Multan")]),
        ("A boat capsized off Karachi on Tuesday.", [("x-INCIDENT", "Karachi")]),
        (
            "The 3rd Steering Committee meeting of the Office of Wells was held at Multan on Tuesday.",
            [("CONSULT", "Multan")],
        ),
        ("The judge jailed a clerk for stealing a horse in Multan.", [("SANCTION", "LAHORE")]),
        ("The mayor called for a protest at Multan Chowk.", [("REQUEST", "LAHORE")]),
        ("The mayor congratulated the clerk for winning a medal.", [("SUPPORT", "LAHORE"), ("x-AWARD", None)]),
        ("The mayor met the traders, said Omar Malik, a clerk in Multan.", [("CONSULT", "LAHORE")]),
        ("Chinese officials rejected the plan on Tuesday.", [("REJECT", None)]),
        ("Chinese officials rejected the plan here on Tuesday.", [("REJECT", "LAHORE")]),
        ("The Chinese embassy rejected the plan on Tuesday.", [("REJECT", "LAHORE")]),
        ("Two guards were killed in an attack in the territory’s north.", [("ASSAULT", None)]),
        ("The mayor stressed the need for peace in Multan and rejected the plan.", [("REJECT", "LAHORE")]),
        ("The roads were wet in Multan, and the mayor urged the board to help.", [("REQUEST", "LAHORE")]),
        ("The judge sentenced a clerk in the case of Multan police station.", [("SANCTION", "LAHORE")]),
        ("Gunmen opened fire near Multan, an officer in Sahiwal told reporters.", [("ASSAULT", "Multan")]),
        ("Gunmen opened fire on a car, an officer in Sahiwal told reporters.", [("ASSAULT", "Sahiwal")]),
        ("European governments rejected the plan on Tuesday.", [("REJECT", None)]),
    ],
)
def test_the_dateline_places_what_is_near(telling, expected):
    assert places(f"LAHORE: {telling}") == expected


def test_deeds_lie_where_the_lead_does():
    filler = "The town has a fair each spring, and people come from far to see the horses and to buy cloth. " * 3
    text = f"LAHORE: Gunmen killed two guards in Multan on Tuesday. {filler}Police arrested a clerk. The mayor met the widows."
    assert places(text) == [("ASSAULT", "Multan"), ("COERCE", "Multan"), ("CONSULT", "LAHORE")]


@pytest.mark.parametrize(
    ("opening", "telling", "expected"),
    [
        ("Traders from Multan spoke on Tuesday.", "Gunmen shot dead a clerk.", None),
        ("The mayor spoke on Tuesday.", "Gunmen shot dead a clerk.", "LAHORE"),
        ("Traders from Multan spoke in Lahore on Tuesday.", "Gunmen shot dead a clerk.", "LAHORE"),
        ("Traders from Multan spoke on Tuesday.", "Gunmen shot dead a clerk here.", "LAHORE"),
        ("The mayor spoke on Tuesday.", "She said that gunmen had shot dead a clerk.", None),
        ("The mayor spoke on Tuesday.", "The board had trained the clerks.", None),
    ],
)
def test_a_deed_lies_where_the_report_was_filed_if_no_other_place_is_named_first(opening, telling, expected):
    filler = "The town has a fair each spring, and people come from far to see the horses and to buy cloth. " * 3
    assert places(f"LAHORE: {opening} {filler}{telling}")[-1][1] == expected


def test_what_is_to_come_does_not_lie_where_the_lead_lay():
    assert places("The mayor met the traders in Multan on Tuesday. She will brief the traders.")[-1] == (
        "CONSULT",
        None,
    )


def test_deeds_that_follow_each_other_lie_where_the_first_did():
    filler = "The night was dark and cold, and the road was long. " * 4
    text = f"LAHORE: Police raided a hall in Multan on Tuesday. {filler}They arrested a clerk. {filler}They seized two vans."
    assert places(text) == [("COERCE", "Multan")] * 3


def test_what_may_happen_is_no_scene():
    text = "LAHORE: Police said gunmen might attack a hall in Multan. Police raided a hall in Sahiwal on Tuesday and arrested a clerk."
    assert ("COERCE", "Multan") not in places(text)


def test_what_befell_something_else_elsewhere_is_told_apart():
    text = "LAHORE: A wall collapsed in Multan. In Sahiwal, a bridge gave way."
    assert places(text) == [("x-INCIDENT", "Multan"), ("x-INCIDENT", "Sahiwal")]


def test_what_was_also_visited_is_not_where_they_met():
    text = "LAHORE: The mayor met a delegation of traders on Tuesday. The delegation also visited the Multan Museum."
    assert places(text)[0] == ("CONSULT", "LAHORE")


def test_a_place_that_opens_a_sentence_holds_for_all_of_it():
    text = "LAHORE: In Multan, two guards were killed when a hall was set alight on Tuesday."
    assert places(text) == [("ASSAULT", "Multan"), ("ASSAULT", "Multan")]


def test_another_incident_is_told_apart():
    text = "LAHORE: A bus overturned in Multan. In a separate crash in Sahiwal, a driver slammed his van into a wall."
    assert places(text) == [("x-INCIDENT", "Multan"), ("x-INCIDENT", "Sahiwal")]


def test_guests_who_were_received_at_an_airport_meet_elsewhere():
    text = "LAHORE: The envoy was received at Karachi Airport by the mayor on Tuesday. He met the traders. He thanked the clerks."
    assert places(text) == [("CONSULT", "Karachi Airport"), ("CONSULT", "LAHORE"), ("SUPPORT", "LAHORE")]


def test_what_will_or_may_be_lies_nowhere_yet():
    assert places("LAHORE: The mayor said prizes would be awarded to the clerks.") == [("x-AWARD", None)]
    assert places("LAHORE: The board will hold a meeting on Friday.") == [("CONSULT", "LAHORE")]


def test_a_briefing_on_something_elsewhere_is_not_there():
    text = "LAHORE: The clerks were given a briefing about the part of women in schools in Multan."
    assert places(text) == [("CONSULT", "LAHORE")]


def test_what_will_be_done_on_a_journey_lies_there():
    text = "LAHORE: The mayor will embark on a visit to Oman on Friday. During the visit, he will meet President Bello."
    assert places(text) == [("CONSULT", "Oman"), ("CONSULT", "Oman")]


def test_a_general_who_is_on_a_visit_meets_there():
    text = "LAHORE: General Omar Khan, who is on a visit to the State of Kuwait, called on Minister Idris Bello."
    assert places(text)[-1] == ("CONSULT", "State of Kuwait")


def test_who_comments_on_talks_held_elsewhere_is_not_there():
    text = "LAHORE: Commenting on talks held in Multan between the envoys, the mayor welcomed the decision to pave the road."
    assert places(text)[-1] == ("SUPPORT", "LAHORE")


def test_nobody_will_sign_at_the_talks_of_another_year():
    text = "LAHORE: This follows President Bello’s visit to Oman in November 2024. The two sides are expected to sign a pact."
    assert places(text) == [("CONSULT", "Oman"), ("AGREE", None)]


def test_who_lately_visited_a_place_speaks_elsewhere():
    text = "LAHORE: The mayor spoke. Ms Amina Bello, who recently visited Oman, thanked the clerks."
    assert places(text)[-1] == ("SUPPORT", "LAHORE")


def test_who_addresses_a_conference_abroad_speaks_there():
    text = "LAHORE: The mayor was addressing a session of the council in Nairobi, said a release. He urged the owners to pay."
    assert places(text)[-1] == ("REQUEST", "Nairobi")
    assert places("LAHORE: The mayor spoke of the drought in Nairobi. He urged the owners to pay.")[-1] == (
        "REQUEST",
        "LAHORE",
    )
