"""The dates of events: which belong to the story's day, which to another time, and which stay open."""

from datetime import date

import pytest

from flows.extract.events import find_events
from tests.extract.building import parsed, read_whole

DAY = date(2025, 9, 4)
MONDAY = date(2025, 9, 8)
LEAD = "The mayor opened a library on Thursday. "
RAID = "Police raided a warehouse on Thursday. "
MAYOR = {"text": "Ana Brandt"}


def last_day(text, *mentions, older=()):
    """The day of a text's last event. Published four days later; ``Thursday`` is the story's day, ``older`` the other times."""
    report = parsed(text, *mentions, times=(("Thursday", DAY.isoformat()), *older))
    return find_events(report)[0][-1].occurred_on


@pytest.mark.parametrize(
    "telling",
    [
        "Guards arrested two men near the gate.",
        "She urged parents to read more.",
        "The guests then met the teachers.",
        "Later, the council approved the fees.",
        "“The board approved the fees,” a statement said.",
        "Police said two men were arrested.",
        "The town council rejected the “empty” claims.",
    ],
)
def test_what_is_told_in_the_plain_past_is_of_the_storys_day(telling):
    assert last_day(LEAD + telling) == DAY


@pytest.mark.parametrize(
    "telling",
    [
        "The guards had warned parents and arrested two men.",
        "The council previously rejected the plan.",
        "The library is providing free lessons to children.",
        "Soldiers were arresting people and searching homes.",
        "She complained that clerks were being appointed.",
        "Readers thanked the guards for arresting a thief.",
        "Five men arrested in the town were tried.",
        "The clerk, who had been expelled and fined, watched.",
        "“We launched a hotline,” she said.",
        "She read on, after the council rejected the plan.",
        "The envoy, who recently visited the school, watched.",
        '"The deal is dead. We are back where the council rejected the plan," she said.',
    ],
)
def test_what_lies_before_or_goes_on_is_not(telling):
    assert last_day(LEAD + telling) is None


def test_what_a_person_recounts_is_not_the_days_news():
    assert last_day(LEAD + "Ana Brandt said the council rejected the plan.", MAYOR) is None
    assert last_day(LEAD + "Ana Brandt said the road was open and urged drivers to slow down.", MAYOR) == DAY


def test_a_deed_that_a_person_tells_of_is_news_where_the_story_opens_with_one():
    assert last_day(RAID + "Ana Brandt said guards arrested two men.", MAYOR) == DAY
    assert last_day(LEAD + "Ana Brandt said guards arrested two men.", MAYOR) is None


def test_sentences_behind_an_older_time_stay_with_it():
    past = "Gunmen attacked the camp on Monday. They fled at night. "
    assert last_day(LEAD + past + "Soldiers arrested two gunmen.", older=(("Monday", "2025-09-01"),)) is None
    assert last_day(LEAD + past + "Meanwhile, the mayor met the teachers.", older=(("Monday", "2025-09-01"),)) == DAY


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ministers will meet the bankers as a prelude to a summit on Thursday.", "CONSULT"),
        ("The clerk denounced the office for rejecting a plan for a rally on Thursday.", "REJECT"),
        ("The mayor on Thursday said the council had rejected the plan.", "REJECT"),
        ("The council has rejected the plan, a spokesman said on Thursday.", "REJECT"),
        ("The council has rejected the plan, according to a note issued by it on Thursday.", "REJECT"),
        ("Lots were drawn on Thursday after the council rejected the plan.", "REJECT"),
        ("The envoy, who visited the school, left the town on Thursday.", "CONSULT"),
        ("Guards searched the site of an old explosion, an officer said on Thursday.", "x-INCIDENT"),
        ("On Thursday the town prayed, a week after an earthquake.", "x-INCIDENT"),
        ("The mayor on Thursday rejected the claim of the clerk, who accused the guards of theft.", "ACCUSE"),
        ("The mayor set up a camp (from Thursday on) in the square.", "x-INAUGURATE"),
    ],
)
def test_a_time_of_another_occasion_dates_no_event(text, kind):
    events = find_events(parsed(text, times=(("Thursday", DAY.isoformat()),)))[0]
    assert [e.occurred_on for e in events if e.event_type == kind] == [None]


def test_each_half_of_a_comparison_keeps_its_year():
    text = "In 2022, gunmen killed two guards, while in 2023, nine guards were killed."
    times = tuple((year, f"{year}-01-01") for year in ("2022", "2023"))
    first = find_events(parsed(text, times=times))[0][0]
    assert first.occurred_on == date(2022, 1, 1)


def test_the_time_of_a_reason_dates_no_deed_behind_it():
    telling = "The envoy thanked the clerk for opening the hall on Monday and visited the school."
    assert last_day(LEAD + telling, older=(("Monday", "2025-09-01"),)) is None


def test_a_deed_that_a_noun_names_is_known_of_and_takes_no_day_from_the_story() -> None:
    text = "On Monday the minister met the family of the trader. The killing of the trader shook the town."
    events, _ = find_events(parsed(text, times=(("Monday", "2025-09-08"),)))
    assert [(e.event_type, e.occurred_on) for e in events] == [("CONSULT", date(2025, 9, 8)), ("ASSAULT", None)]


def test_what_a_speaker_adds_about_another_is_not_the_days_news():
    text = "On Monday the mayor met the clerk. The mayor said Omar Rashid was a man who led the board, adding he rejected the plan."
    mayor = {"text": "mayor", "kind": "post"}
    again = {"text": "mayor", "kind": "post", "nth": 2}
    events, _ = find_events(parsed(text, mayor, again, {"text": "Omar Rashid"}, times=(("Monday", "2025-09-08"),)))
    assert [(e.event_type, e.occurred_on) for e in events] == [("CONSULT", date(2025, 9, 8)), ("REJECT", None)]


def test_a_day_told_in_a_quotation_dates_nothing_outside_it():
    text = "On Monday the mayor met the clerk. “I ran on Thursday,” the mayor said, praising the guards."
    events, _ = find_events(parsed(text, times=(("Monday", "2025-09-08"), ("Thursday", "2025-09-04"))))
    assert [(e.event_type, e.occurred_on) for e in events] == [
        ("CONSULT", date(2025, 9, 8)),
        ("SUPPORT", date(2025, 9, 8)),
    ]


def test_a_deed_right_behind_a_dated_one_is_of_its_day():
    text = "On Thursday the mayor met the clerk. On Monday teachers protested. Guards detained nine teachers."
    events, _ = find_events(parsed(text, times=(("Thursday", "2025-09-04"), ("Monday", "2025-09-08"))))
    assert events[-1].occurred_on == date(2025, 9, 8)


def test_a_perfect_joined_to_a_dated_past_keeps_out_of_its_time():
    telling = "The clerk met the mayor on Monday and has filed a complaint."
    events, _ = find_events(parsed(telling, times=(("Monday", "2025-09-08"),)))
    assert [(e.event_type, e.occurred_on) for e in events] == [("CONSULT", date(2025, 9, 8)), ("ACCUSE", None)]


def test_a_deed_behind_which_somebody_stands_is_not_the_days_news():
    text = (
        "On Monday guards shot a robber. The mayor praised the guards who caught the man behind attacking the school."
    )
    events, _ = find_events(parsed(text, times=(("Monday", "2025-09-08"),)))
    assert events[-1].occurred_on is None


def test_what_may_be_has_no_day_that_is_over():
    text = "The mayor said on Monday that neither clerk should attempt to seize the school."
    events, _ = find_events(parsed(text, times=(("Monday", "2025-09-08"),)))
    assert [(e.realis, e.occurred_on) for e in events] == [("hypothetical", None)]


def test_a_year_behind_since_is_a_limit():
    text = "LAHORE: The clubs had never met in a final since a new league replaced the old one in 2005."
    facts = read_whole(text, None)
    assert [(e.event_type, e.occurred_on) for e in facts.events] == [("CONSULT", None)]


def test_losses_in_a_blast_that_somebody_mourns_are_not_of_that_day():
    text = "The mayor on Monday expressed grief over the loss of lives in a mine explosion."
    events, _ = find_events(parsed(text, times=(("Monday", "2025-09-08"),)))
    assert [(e.event_type, e.occurred_on) for e in events] == [("SUPPORT", date(2025, 9, 8)), ("x-INCIDENT", None)]


def test_what_happened_the_other_day_is_not_the_days_news():
    text = "On Monday the mayor met the clerk. The other day guards arrested nine traders."
    events, _ = find_events(parsed(text, times=(("Monday", "2025-09-08"), ("The other day", "PAST_REF"))))
    assert [(e.event_type, e.occurred_on) for e in events] == [("CONSULT", date(2025, 9, 8)), ("COERCE", None)]


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        ("Teachers gathered on Thursday to mourn two guards killed in a raid on Monday.", "ASSAULT", MONDAY),
        ("Teachers protested on Monday by blocking a road.", "PROTEST", MONDAY),
        ("The gang came to court on Monday, where a judge jailed two clerks.", "SANCTION", MONDAY),
        (
            "The envoy began a visit on Monday to the port, which is mediating talks between two unions.",
            "CONSULT",
            None,
        ),
    ],
)
def test_a_day_dates_what_it_stands_with(text, kind, day):
    days = (("Monday", MONDAY.isoformat()), ("Thursday", DAY.isoformat()))
    events = find_events(parsed(text, times=tuple(time for time in days if time[0] in text)))[0]
    assert [e.occurred_on for e in events if e.event_type == kind][-1] == day


def test_each_of_two_nouns_keeps_its_time():
    text = "The drone was seen in a raid on a depot in 2018 and in an attack on the guards in May."
    events = find_events(parsed(text, times=(("2018", "2018-01-01"), ("May", "2024-05-01"))))[0]
    assert events[-1].occurred_on == date(2024, 5, 1)


def test_the_day_of_a_letter_dates_nothing_else():
    telling = "In a note dated Monday, the board rejected the plan."
    assert last_day(LEAD + telling, older=(("Monday", "2025-09-01"),)) is None
