"""The days of events in whole reports: what dates them, and what only stands beside them."""

import pytest

from tests.extract.building import read_whole


def told(text, headline=""):
    """[(type, realis, day)] of a report that was published on Friday, 30 May 2025."""
    text = f"{headline}\n\n{text}" if headline else text
    events = read_whole(text, "2025-05-30").events
    return [(e.event_type, e.realis, str(e.occurred_on) if e.occurred_on else None) for e in events]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A clerk was killed by her cousin last week, police said on Thursday.", ("ASSAULT", "asserted", "2025-05-19")),
        ("A clerk was killed by her cousin, police said on Thursday.", ("ASSAULT", "asserted", "2025-05-29")),
        (
            "In 2022, the assembly adopted a resolution naming March 8 as the day.",
            ("SUPPORT", "historical", "2022-01-01"),
        ),
        ("The law was made in 2017, but no chairman has been appointed.", ("x-APPOINT", "negated", None)),
        (
            "The law was made in 2017, but neither the chief nor a board has been appointed.",
            ("x-APPOINT", "negated", None),
        ),
        ("Strikes will go on until an agreement is reached with the owners.", ("AGREE", "hypothetical", None)),
        ("The clerk hid in the hills until he was arrested in 2019.", ("COERCE", "historical", "2019-01-01")),
        ("A town was burnt in 1826 when the guards attacked it by night.", ("ASSAULT", "historical", "1826-01-01")),
        ("The board opened a fair, under which guests will arrive in 2024.", ("x-INAUGURATE", "asserted", None)),
        ("The board opened a fair in 2024, which is held in a park.", ("x-INAUGURATE", "historical", "2024-01-01")),
        ("The minister on Monday welcomed the recent visit of the envoy.", ("CONSULT", "asserted", None)),
        ("The minister on Monday welcomed the visit of the envoy.", ("CONSULT", "asserted", "2025-05-26")),
        ("A slope collapsed on Monday. It had collapsed in 1998.", ("x-INCIDENT", "historical", "1998-01-01")),
        ("The minister denied any talks were taking place.", ("CONSULT", "hypothetical", None)),
        ("The minister said peace talks were taking place.", ("CONSULT", "asserted", None)),
        ("The mayor urged them to help by visiting the school.", ("CONSULT", "hypothetical", None)),
        ("His tasks will include launching a school.", ("x-INAUGURATE", "future", None)),
        ("He can be seen launching a school.", ("x-INAUGURATE", "asserted", None)),
        ("The mayor opened talks on setting up a school.", ("x-INAUGURATE", "hypothetical", None)),
        ("On Thursday, officials said strikes had killed two guards.", ("ASSAULT", "asserted", None)),
        ("On Thursday, strikes killed two guards.", ("ASSAULT", "asserted", "2025-05-29")),
        (
            "A man accused of an attack that wounded two guards is ill, police said on Thursday.",
            ("ASSAULT", "asserted", None),
        ),
        (
            "The judge dismissed a plea against a clerk for allegedly beating a guard in 2019.",
            ("REJECT", "asserted", None),
        ),
        (
            "The union rejected the action of August 5, 2019 and expressed solidarity with the poor.",
            ("SUPPORT", "asserted", None),
        ),
        ("Guards arrested two men on the night of May 28.", ("COERCE", "asserted", "2025-05-28")),
        (
            "The envoy on Thursday said a deal may be reached in the upcoming visit of the king.",
            ("CONSULT", "future", None),
        ),
        ("The board should be able to withdraw the troops.", ("RETREAT", "hypothetical", None)),
        ("The board was able to withdraw the troops.", ("RETREAT", "asserted", None)),
        (
            "A group that quit the government announced on Tuesday a plan for the town.",
            ("RETREAT", "asserted", None),
        ),
        ("The envoy told reporters on Tuesday that the king will visit Multan.", ("CONSULT", "future", None)),
        (
            "A clerk, sentenced to prison in 2017 over theft, left the town on Tuesday.",
            ("SANCTION", "historical", "2017-01-01"),
        ),
        ("The envoy visited a fort, one of the finest of the 17th century.", ("CONSULT", "asserted", None)),
    ],
)
def test_what_dates_an_event(text, expected):
    assert expected in told(f"LAHORE: {text}")


FILLER = "The town has a fair each spring, and people come from far to see the horses. "
LEAD = "The mayor met the traders on Thursday. "


def test_what_a_speaker_adds_behind_it_is_recounted():
    assert told(f"LAHORE: {LEAD}The clerk’s men staged a sit-in at the gate, he added.")[-1] == (
        "PROTEST",
        "asserted",
        None,
    )
    assert told(f"LAHORE: {LEAD}The traders staged a sit-in at the gate.")[-1] == ("PROTEST", "asserted", "2025-05-29")


def test_the_today_of_a_quotation_is_the_day_of_saying_it():
    told_today = "“Today, we delivered food to the camp,” the agency said."
    assert told(f"LAHORE: {LEAD}{told_today}")[-1][2] == "2025-05-29"
    assert told(f"LAHORE: {LEAD}The agency delivered food to the camp today.")[-1][2] == "2025-05-30"


def test_a_day_to_come_is_not_that_of_the_news():
    assert told(f"LAHORE: The mayor will hold a gathering today. {FILLER}The envoy met the clerk.")[-1][2] is None
    assert told(f"LAHORE: The mayor held a gathering today. {FILLER}The envoy met the clerk.")[-1][2] == "2025-05-30"


def test_last_weeks_talks_between_others_date_no_meeting_of_today():
    text = "LAHORE: The mayor held a phone call with the envoy. They spoke after talks last week between Multan and Quetta."
    assert told(text)[0][2] is None


def test_sentences_behind_a_vague_time_are_not_the_days_news():
    telling = "Recently, a team of experts visited the town. The team signed a contract with the board."
    assert told(f"LAHORE: {LEAD}{telling}")[-1] == ("AGREE", "asserted", None)


def test_in_sport_who_launches_plays():
    match = "The captain won the match by six wickets in the cricket league. Rashid launched the ball over the rope. "
    held = "The board appointed a coach."
    assert [kind for kind, _, _ in told(f"LAHORE: {match}{held}", "Lions win cricket final")] == ["x-APPOINT"]
    launched = "The board appointed a coach. The mayor launched the hotline."
    assert [kind for kind, _, _ in told(f"LAHORE: {launched}")] == ["x-APPOINT", "x-INAUGURATE"]


def test_the_day_of_a_relative_set_apart_is_not_that_of_the_deed_before_it():
    telling = "The board suspended a clerk, replacing a judge, who resigned on Monday."
    assert told(f"LAHORE: {LEAD}{telling}")[1:] == [
        ("x-APPOINT", "asserted", "2025-05-29"),
        ("RETREAT", "asserted", "2025-05-26"),
    ]


def test_what_is_told_beside_a_deed_of_its_day_is_of_that_day_too():
    text = "The mayor met the traders on Monday. Guards detained two men on Thursday. "
    telling = "Soldiers arrested a clerk and a judge urged people to leave."
    assert [day for _, _, day in told(f"LAHORE: {text}{telling}")] == ["2025-05-26", *["2025-05-29"] * 3]


def test_a_union_set_up_to_oppose_a_thing_plans_nothing():
    assert told("LAHORE: The mayor met a union set up to oppose the road.") == [("CONSULT", "asserted", None)]
    assert told("LAHORE: A union is set to oppose the road.") == [("REJECT", "future", None)]


def test_a_day_before_a_relative_dates_no_noun_in_it():
    telling = "A plan was given to the envoy on Monday by the king, who mediated talks between the army and the rebels."
    opening = "The mayor opened a school on Thursday. "
    assert told(f"LAHORE: {opening}{telling}")[-1] == ("CONSULT", "asserted", None)


def test_whom_a_speaker_cites_as_hurt_was_not_hurt_that_day():
    telling = "The minister cited a clerk, an officer martyred in Swat."
    assert told(f"LAHORE: {LEAD}{telling}")[-1] == ("ASSAULT", "asserted", None)


def test_a_fire_of_another_year_is_another_fire():
    text = "LAHORE: A truck overturned near the bridge on Thursday. In July 2023 a fire in a mill killed two people."
    assert told(text) == [("x-INCIDENT", "asserted", "2025-05-29"), ("x-INCIDENT", "historical", "2023-07-01")]


def test_what_came_of_talks_of_a_year_is_not_known_to_be_of_it():
    text = (
        "LAHORE: The mayor opened a school on Thursday. The envoy met traders in 2021. He assured the traders of help."
    )
    assert told(text)[-1] == ("AGREE", "asserted", None)


def test_a_month_that_opens_a_sentence_dates_what_a_named_person_does():
    assert told("LAHORE: In August 2024 Judge Omar Khan ordered a clerk to pay.")[0][2] == "2024-08-01"


def test_who_died_in_shelling_of_a_year_was_killed_in_it():
    text = "LAHORE: The judge paid a man, whose five sons were killed in shelling by fighter jets in 2013."
    assert ("ASSAULT", "historical", "2013-01-01") in told(text)
