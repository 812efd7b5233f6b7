"""Events: roles, realis, engagements with sides and attendance, outcomes, dates and places."""

from datetime import date

import pytest

from flows.extract.events import find_events
from tests.extract.building import parsed

CHIEF = {"text": "Omar Rashid", "post": "IG Punjab", "rank": "IG", "country_code": "PK"}
ENVOY = {"text": "Carla Rossi", "post": "Head of Police Cooperation Italy", "rank": "Colonel"}
OFFICE = {"kind": "organization", "text": "Central Police Office"}
LAHORE = {"kind": "place", "text": "Lahore", "country_code": "PK"}


def told(text, *mentions, **more):
    """[(type, actors, recipients)] of a text's events."""
    events, participants = find_events(parsed(text, *mentions, **more))
    return [
        (
            e.event_type,
            [p.name or p.post for p in participants if p.event_id == e.event_id and p.role == "actor"],
            [p.name or p.post for p in participants if p.event_id == e.event_id and p.role == "recipient"],
        )
        for e in events
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The police arrested two suspects.", [("COERCE", ["police"], ["two suspects"])]),
        ("Two suspects were arrested by the police.", [("COERCE", ["police"], ["Two suspects"])]),
        ("Two suspects have been arrested.", [("COERCE", [], ["Two suspects"])]),
        ("The minister and the governor praised the players.", [("SUPPORT", ["minister", "governor"], ["players"])]),
        (
            "Officers, who had raided a shop, arrested a trader.",
            [("COERCE", ["Officers"], []), ("COERCE", ["Officers"], ["trader"])],
        ),
        (
            "The judge fined the company and expelled the students.",
            [("SANCTION", ["judge"], ["company"]), ("SANCTION", ["judge"], ["students"])],
        ),
        (
            "The king swore in six judges and directed them to work.",
            [("x-APPOINT", ["king"], ["six judges"]), ("REQUEST", ["king"], ["six judges"])],
        ),
        ("The police arrested at least ten suspects.", [("COERCE", ["police"], ["at least ten suspects"])]),
        ("He said that robbers scuffled with guards, attacked a doctor and fled.", [("ASSAULT", ["robbers"], ["doctor"])]),
        ("Scores of militants attacked the convoy guards.", [("ASSAULT", ["militants"], ["convoy guards"])]),
        ("The suspect, linked to a murder, was apprehended by guards.", [("COERCE", ["guards"], ["suspect"])]),
        ("Police said the gang fled after shooting a villager dead.", []),
    ],
)  # fmt: skip
def test_roles(text, expected):
    found = [
        (kind, [a.removeprefix("Scores of ") for a in actors], recipients) for kind, actors, recipients in told(text)
    ]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "realis"),
    [
        ("The police arrested a trader.", "asserted"),
        ("The police will arrest a trader.", "future"),
        ("The police did not arrest a trader.", "negated"),
        ("The police may arrest a trader.", "hypothetical"),
        ("The police arrested no trader.", "negated"),
        ("She spoke of the need of arresting robbers.", "hypothetical"),
        ("Workers demanded the arrest of a trader.", "hypothetical"),
        ("No trader was arrested by the police.", "negated"),
        ("The robbers tried to abduct a trader.", "hypothetical"),
        ("The police managed to arrest a trader.", "asserted"),
        ("The police planned to arrest a trader.", "future"),
        ("If the police arrested a trader, he would pay.", "hypothetical"),
        ("Staff learned what to do in case of an earthquake.", "hypothetical"),
        ("The army left the town without arresting a trader.", "negated"),
        ("None of the traders was arrested by the police.", "negated"),
        ("The police didn't arrest a trader.", "negated"),
        ("The mayor would end the row by blaming the traders.", "future"),
        ("A guard stopped the robbers from kidnapping a trader.", "hypothetical"),
        ("Consultation is essential for transferring a judge.", "hypothetical"),
        ("The police are close to arresting a trader.", "hypothetical"),
    ],
)
def test_realis(text, realis):
    events, _ = find_events(parsed(text))
    assert events[-1].realis == realis


def test_a_purpose_tells_of_no_event():
    assert told("Teams were named by the chief to arrest the robbers.") == []


def test_a_meeting_is_one_engagement_with_sides():
    text = (
        "Lahore: On Sunday, IG Punjab Omar Rashid met Colonel Carla Rossi, Head of Police Cooperation Italy, at the Central Police Office. "
        "Their talks focused on shared training. Both sides agreed to exchange data. Shields were exchanged. "
        "Colonel Rossi appreciated the hosts."
    )
    events, participants = find_events(
        parsed(
            text,
            LAHORE,
            CHIEF,
            ENVOY,
            OFFICE,
            {**ENVOY, "text": "Rossi", "name": "Carla Rossi", "nth": 2},
            times=(("Sunday", "2025-09-07"),),
        )
    )
    meeting = next(e for e in events if e.event_type == "CONSULT")
    sides = {p.name: p.side for p in participants if p.event_id == meeting.event_id}
    assert sides == {"Omar Rashid": "host", "Carla Rossi": "guest"}
    assert (meeting.occurred_on, meeting.subject) == (date(2025, 9, 7), "shared training")
    assert text[meeting.trigger_start : meeting.trigger_end] == "met"
    agreed = next(e for e in events if e.event_type == "AGREE")
    assert (agreed.engagement_id, agreed.subject, agreed.occurred_on) == (
        meeting.event_id,
        "to exchange data",
        date(2025, 9, 7),
    )
    assert {p.name for p in participants if p.event_id == agreed.event_id} == {"Omar Rashid", "Carla Rossi"}
    assert {e.event_type for e in events if e.engagement_id == meeting.event_id} == {"AGREE", "x-AWARD", "SUPPORT"}


def test_people_present_become_participants_on_their_side():
    present = (
        "The Italian delegation included Major Enzo Bruno. "
        "From Punjab Police, DIG Bilal Khan, SSP Traffic and AIG Admin were present."
    )
    text = f"IG Punjab Omar Rashid met Colonel Carla Rossi in Lahore. {present}"
    body = {"kind": "organization", "text": "Punjab Police"}
    posts = [{"kind": "post", "text": words, "post": words} for words in ("SSP Traffic", "AIG Admin")]
    people = [{"text": "Enzo Bruno"}, {"text": "Bilal Khan", "rank": "DIG"}]
    events, participants = find_events(parsed(text, CHIEF, ENVOY, LAHORE, body, *posts, *people, attendance=present))
    attendees = {(p.name, p.post): p.side for p in participants if p.role == "attendee"}
    assert len(events) == 1
    assert attendees == {
        ("Enzo Bruno", None): "guest",
        ("Bilal Khan", None): "host",
        (None, "SSP Traffic"): "host",
        (None, "AIG Admin"): "host",
    }


def test_whoever_comes_along_is_on_the_side_of_the_caller():
    text = "Colonel Carla Rossi called on IG Punjab Omar Rashid in Lahore with a delegation of six trainers."
    _, participants = find_events(parsed(text, ENVOY, CHIEF, LAHORE))
    assert [(p.name, p.role, p.side) for p in participants] == [
        ("Carla Rossi", "actor", "guest"),
        ("delegation of six trainers", "actor", "guest"),
        ("Omar Rashid", "recipient", "host"),
    ]


@pytest.mark.parametrize(
    "present",
    ["Karl Weber led the guests, accompanied by Anna Lenz.", "Karl Weber and Anna Lenz accompanied the guests."],
)
def test_whoever_accompanies_the_guests_is_a_guest(present):
    text = f"IG Punjab Omar Rashid met a delegation of trainers in Lahore. {present}"
    people = [{"text": "Karl Weber"}, {"text": "Anna Lenz"}]
    _, participants = find_events(parsed(text, CHIEF, LAHORE, *people, attendance=present))
    assert {p.name: p.side for p in participants if p.role == "attendee"} == {
        "Karl Weber": "guest",
        "Anna Lenz": "guest",
    }


def test_whoever_came_to_the_office_is_the_guest():
    text = "Carla Rossi came to the office of IG Punjab Omar Rashid in Lahore and met him."
    _, participants = find_events(parsed(text, {"text": "Carla Rossi"}, CHIEF, LAHORE))
    assert [(p.name, p.side) for p in participants] == [("Carla Rossi", "guest"), ("Omar Rashid", "host")]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The police arrested two traders on May 9.", date(2025, 5, 9)),
        ("The police arrested two traders named in the May 9 cases.", None),
        ("The police arrested two traders named in May 9 cases.", None),
        ("The police have arrested ten traders since May 9.", None),
        ("The chief met traders about the May 9 blast.", date(2025, 5, 9)),
        ("The board asked the traders to appear before it on May 9.", None),
        ("The leaders' May 9 call aside, the board fined the traders.", None),
        ("On May 9 the chief praised the guards for arresting two robbers.", None),
    ],
)
def test_a_date_that_belongs_to_another_thing_dates_no_event(text, day):
    events, _ = find_events(parsed(text, times=(("May 9", "2025-05-09"),)))
    assert events[-1].occurred_on == day


def test_what_lies_before_the_news_does_not_take_its_day():
    text = "The mayor on Sunday opened a school. It was built after the earthquake."
    events, _ = find_events(parsed(text, times=(("Sunday", "2025-09-07"),)))
    assert [(e.event_type, e.occurred_on) for e in events if e.event_type == "x-INCIDENT"] == [("x-INCIDENT", None)]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor spoke on Sunday. She had won praise by helping the poor. He voiced his worry over the earthquake.",
        "The mayor spoke on Sunday. The lawyer recalled a trader's arrest.",
        "The mayor spoke on Sunday. The guards were praised for arresting two robbers.",
        "The mayor on Sunday condemned the explosion.",
        "The mayor spoke on Sunday. He met two men who were arrested in a raid.",
    ],
)
def test_what_is_only_taken_up_does_not_take_the_day_of_the_news(text):
    events, _ = find_events(parsed(text, times=(("Sunday", "2025-09-07"),)))
    assert [e.occurred_on for e in events if e.event_type in ("x-INCIDENT", "COERCE", "ASSAULT")] == [None]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The police arrested two traders in Multan.", "Multan"),
        ("The chief met the traders and said they would be safe in Multan.", None),
        ("The board asked the officers to open a school in Multan.", None),
        ("The chief praised the guards as the best in Multan's history.", None),
        ("The police arrested two robbers on Multan Road.", "Multan Road"),
        ("The chief held a meeting to end the traffic jams at Multan.", None),
        ("Robbers shot two guards in Multan. They opened fire on a passer-by.", "Multan"),
        ("The chief met the traders after a fair in Multan.", None),
        ("The chief met the traders regarding the traffic in Multan.", None),
        ("Guards shot two men after a chase in Multan.", "Multan"),
        ("A rally was held in Multan, a week after an earthquake.", None),
    ],
)
def test_where(text, place):
    words = "Multan Road" if "Multan Road" in text else "Multan"
    report = parsed(text, {"kind": "place", "text": words})
    found = find_events(report)[0][-1].place_ordinal
    assert (report.mentions[found].text if found is not None else None) == place


def test_a_name_tells_of_nothing():
    assert told("The actors of the film Catching Fire smiled.") == []
    assert told("Met officials warned of rain.") == []
    assert told("It rained on Sunday while Met officials warned of more.") == []


def test_a_drill_is_no_incident():
    assert told("Rescuers held a mock drill on a blast at the airport.") == []


def test_the_telling_that_names_people_speaks_for_the_visit():
    text = "Participants of the Harbour Conference on Thursday visited the Central Police Office and met IG Punjab Omar Rashid."
    events, participants = find_events(parsed(text, CHIEF, OFFICE, times=(("Thursday", "2025-09-04"),)))
    meeting = next(e for e in events if e.engagement_id is None)
    visit = next(e for e in events if e.engagement_id == meeting.event_id)
    assert (text[meeting.trigger_start : meeting.trigger_end], visit.event_mode) == ("met", "visit")
    assert {(p.name, p.side) for p in participants if p.event_id == meeting.event_id} == {
        ("Participants of the Harbour Conference", "guest"),
        ("Omar Rashid", "host"),
    }
    assert meeting.place_ordinal == visit.place_ordinal is not None


def test_who_meets_other_people_meets_twice():
    text = "Carla Rossi met Omar Rashid on Sunday. She also called on Bilal Khan."
    people = [{"text": name} for name in ("Carla Rossi", "Omar Rashid", "Bilal Khan")]
    events, participants = find_events(parsed(text, *people))
    assert [e.engagement_id for e in events] == [None, None]
    assert [p.name for p in participants] == ["Carla Rossi", "Omar Rashid", "Carla Rossi", "Bilal Khan"]


def test_talks_of_another_day_are_another_meeting():
    text = "Carla Rossi met Omar Rashid on Sunday. May 9 talks between Bilal Khan and the traders had failed."
    people = [{"text": name} for name in ("Carla Rossi", "Omar Rashid", "Bilal Khan")]
    report = parsed(text, *people, times=(("Sunday", "2025-09-07"), ("May 9", "2025-05-09")))
    assert [e.engagement_id for e in find_events(report)[0]] == [None, None]


def test_who_acts_together_acts():
    text = "The army in collaboration with the navy held a seminar."
    _, participants = find_events(parsed(text))
    assert [p.name for p in participants] == ["army", "navy"]


def test_the_chief_guest_is_who_was_said_to_be():
    text = "Omar Rashid watched the parade as chief guest. The chief guest lauded the guards."
    _, participants = find_events(parsed(text, {"text": "Omar Rashid"}))
    assert [p.name for p in participants if p.role == "actor"] == ["Omar Rashid"]


def test_the_leader_of_a_team_acts_beside_it():
    text = "A team led by Omar Rashid arrested two robbers."
    _, participants = find_events(parsed(text, {"text": "Omar Rashid"}))
    assert [p.name for p in participants if p.role == "actor"] == ["team", "Omar Rashid"]


def test_his_arrest_is_that_of_whoever_was_named_last():
    text = "Minister Omar Rashid said the charges against Bilal Khan required his arrest."
    _, participants = find_events(parsed(text, {"text": "Omar Rashid"}, {"text": "Bilal Khan"}))
    assert [p.name for p in participants if p.role == "recipient"] == ["Bilal Khan"]


def test_a_description_behind_a_name_is_no_second_person():
    text = "The board appointed Omar Rashid, a police officer, as chief."
    _, participants = find_events(parsed(text, {"text": "Omar Rashid"}))
    assert [p.name for p in participants if p.role == "recipient"] == ["Omar Rashid"]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("The guards shot a man wanted for opening fire on the mayor.", ["guards", "man"]),
        ("The board banned the clubs from collaborating with the army.", ["board", "clubs"]),
        ("The mayor accused the traders of attacking the guards.", ["mayor", "traders"]),
    ],
)
def test_who_does_what_an_ing_form_tells(text, actors):
    _, participants = find_events(parsed(text))
    assert [p.name for p in participants if p.role == "actor"] == actors


def test_among_things_of_the_past_nothing_takes_the_day_of_the_news():
    text = "The mayor on Sunday met the traders. In 1965 he sang. The board fined the singer."
    events, _ = find_events(parsed(text, times=(("Sunday", "2025-09-07"), ("1965", "1965-01-01"))))
    assert [e.occurred_on for e in events if e.event_type == "SANCTION"] == [None]


def test_many_people_give_one_row_each():
    names = ["Ali Khan", "Bilal Raza", "Sana Mir", "Tariq Shah", "Umar Dar"]
    text = f"IG Punjab Omar Rashid held a meeting with {', '.join(names[:-1])} and {names[-1]}."
    events, participants = find_events(parsed(text, CHIEF, *({"text": n} for n in names)))
    assert len(events) == 1
    assert [p.name for p in participants] == ["Omar Rashid", *names]


def test_a_directive_has_recipients_and_content():
    text = "IG Punjab Omar Rashid directed Rescue 1122, the Fire Brigade, and all other departments to support the victims."
    bodies = [{"kind": "organization", "text": words} for words in ("Rescue 1122", "Fire Brigade")]
    report = parsed(text, CHIEF, *bodies)
    events, participants = find_events(report)
    assert [(e.event_type, e.subject) for e in events] == [("REQUEST", "to support the victims")]
    assert [p.name for p in participants if p.role == "recipient"] == [
        "Rescue 1122",
        "Fire Brigade",
        "all other departments",
    ]


def test_pronouns_take_up_who_was_named():
    text = "IG Punjab Omar Rashid visited the town. He directed the officers to patrol."
    assert told(text, CHIEF)[-1] == ("REQUEST", ["Omar Rashid"], ["officers"])


def test_one_explosion_told_three_times_is_one_event():
    events, _ = find_events(
        parsed("A boiler exploded on Monday. The blast hurt two. The explosion was heard far away.")
    )
    assert [e.event_type for e in events] == ["x-INCIDENT"]


def test_a_date_after_publication_does_not_date_a_past_event():
    text = "The two countries agreed on Monday to hold a summit in December."
    events, _ = find_events(parsed(text, times=(("Monday", "2025-09-08"), ("December", "2025-12-01"))))
    assert [e.occurred_on for e in events if e.event_type == "AGREE"] == [date(2025, 9, 8)]


def test_the_place_of_an_area_is_the_wider_one_that_is_named():
    text = "A boiler exploded at a factory in the Mansoorabad Police Station area of Faisalabad."
    report = parsed(
        text, {"kind": "place", "text": "Mansoorabad Police Station"}, {"kind": "place", "text": "Faisalabad"}
    )
    (event,) = find_events(report)[0]
    assert report.mentions[event.place_ordinal].text == "Faisalabad"


def test_contexts_come_from_the_sentence():
    (event,) = find_events(parsed("The police arrested two drug peddlers and a terrorist."))[0]
    assert event.contexts == ("crime", "illegal_drugs", "terrorism")


BOARD = {"kind": "organization", "text": "Harbour Cricket Board"}


def test_a_bare_noun_is_the_one_body_of_that_name():
    assert told("The Harbour Cricket Board met. The board expelled the students.", BOARD)[-1][1] == [
        "Harbour Cricket Board"
    ]
    two = "The Harbour Cricket Board and the City Education Board met. The board expelled the students."
    assert told(two, BOARD, {"kind": "organization", "text": "City Education Board"})[-1][1] == ["board"]
    assert told("The Harbour Cricket Board met. The lower board expelled the students.", BOARD)[-1][1] == [
        "lower board"
    ]


def test_nobody_meets_a_board_without_a_name():
    assert told("The governor met the board.") == [("CONSULT", ["governor"], [])]


def test_what_somebody_is_held_for_he_did():
    found = told("Guards arrested a trader for threatening and attacking a clerk.")
    assert found[-1] == ("ASSAULT", ["trader"], ["clerk"])
