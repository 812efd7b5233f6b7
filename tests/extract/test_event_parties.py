"""Who takes part in an event, where the words of the press stand in the way."""

import pytest

from flows.extract.events import find_events
from tests.extract.building import parsed

MAYOR = {"text": "Ana Brandt", "post": "mayor"}
ENVOY = {"text": "Omar Rashid", "post": "ambassador"}


def told(text, *mentions):
    """[(type, realis, actors, recipients)] of a text's events."""
    events, participants = find_events(parsed(text, *mentions))

    def names(event_id, role):
        return [p.name for p in participants if p.event_id == event_id and p.role == role]

    return [(e.event_type, e.realis, names(e.event_id, "actor"), names(e.event_id, "recipient")) for e in events]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Brandt met with visiting ambassador Omar Rashid.",
        "Ana Brandt called on Omar Rashid to discuss trade.",
        "Ana Brandt led a team of traders in a meeting with Omar Rashid.",
        "During a meeting with Omar Rashid, Ana Brandt said the road was open.",
        "Ana Brandt had a telephone conversation with Omar Rashid.",
        "Ana Brandt spoke to Omar Rashid on Sunday.",
    ],
)
def test_two_people_meet(text):
    assert ("CONSULT", "asserted", ["Ana Brandt"], ["Omar Rashid"]) in told(text, MAYOR, ENVOY)


def test_who_is_called_on_to_act_is_asked():
    assert told("Ana Brandt called on Omar Rashid to resign.", MAYOR, ENVOY)[0][0] == "REQUEST"


def test_a_body_called_after_its_members_is_they():
    rovers = {"text": "Rovers", "kind": "organization"}
    text = "The Rovers said they had fired a rocket at the guards."
    assert told(text, rovers) == [("ASSAULT", "asserted", ["Rovers"], ["guards"])]


def test_who_chairs_a_session_meets():
    text = "The session of the board, chaired by Ana Brandt, was held on Monday."
    assert told(text, MAYOR) == [("CONSULT", "asserted", ["Ana Brandt"], [])]


@pytest.mark.parametrize(
    ("text", "realis"),
    [
        ("The union will resume talks if the firm does not release the clerk.", "hypothetical"),
        ("The rebels stopped attacking the guards.", "negated"),
        ("The clerk, who could not be named, was trapped while a fire spread in the hall.", "asserted"),
        ("A pause would be a way out after talks between the envoy and the minister.", "asserted"),
        ("The envoy rejected rumours that the rebels had attacked the guards.", "hypothetical"),
        ("The envoy said that providing food to the guards was the first duty.", "hypothetical"),
        ("The envoy wants the rebels to stop attacking the guards.", "hypothetical"),
        ("The envoy said that providing cheap and good food to the guards was the first duty.", "hypothetical"),
        ("The board recommended that the meeting be held in spring.", "hypothetical"),
        ("The aim of the law is to ensure that good teachers are appointed.", "hypothetical"),
        ("The clerk explained the procedures for lodging complaints.", "hypothetical"),
        ("The clerk spoke of the risk of a roof collapse.", "hypothetical"),
    ],
)
def test_what_did_not_happen(text, realis):
    assert told(text)[-1][1] == realis


def test_a_verb_read_as_a_noun_ends_a_list():
    text = "Ana Brandt visited other towns and present her report to Omar Rashid."
    assert told(text, MAYOR, ENVOY)[0] == ("CONSULT", "asserted", ["Ana Brandt"], [])


@pytest.mark.parametrize(
    "text",
    [
        "The mayor spoke of promoting trade, sport and the work of young experts.",
        "Omar Rashid was arrested and transferred to Harbour Jail.",
        "The player went off before the break.",
        "The tumult drowns out the speech.",
        "The governor released a list of 500 officers.",
        "The club named a new squad as the cup began.",
        "Investor confidence collapsed in May.",
        "The struggle for the release of the leaders and imprisoned workers would go on.",
    ],
)
def test_what_only_sounds_like_an_event(text):
    jail = {"text": "Harbour Jail", "kind": "place"}
    found = told(text, *([ENVOY, jail] if "Jail" in text else []))
    assert [kind for kind, *_ in found if kind != "COERCE"] == []


def attended_by_ana(text):
    """Types of the events of a text that Ana Brandt, told of at its end, was present at."""
    events, participants = find_events(parsed(text, MAYOR, attendance="Ana Brandt was also present."))
    present = [p.event_id for p in participants if p.name == "Ana Brandt"]
    return [e.event_type for e in events if e.event_id in present]


def test_nobody_attends_what_is_still_to_come():
    text = "The board inaugurated a school. The mayor will hold a meeting. Ana Brandt was also present."
    assert attended_by_ana(text) == ["x-INAUGURATE"]


def test_whose_something_is_acts_not():
    text = "To a question on Ana Brandt’s case, he assured the traders that the road would open."
    assert [(kind, actors) for kind, _, actors, _ in told(text, MAYOR)] == [("AGREE", [])]


def test_who_comes_to_a_ceremony_is_not_of_the_thanks_after_it():
    text = "The governor inaugurated a school. The pupils thanked the governor. Ana Brandt was also present."
    assert attended_by_ana(text) == ["x-INAUGURATE"]


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("Police arrested more than 20 men.", ["Police"], ["more than 20 men"]),
        ("Police arrested over 20 men.", ["Police"], ["over 20 men"]),
        ("A clerk of the works, a teacher of law, demanded of the owners to pay.", ["clerk of the works"], ["owners"]),
        (
            "On Monday a mob assaulted Israelis, Palestinians and guards.",
            ["mob"],
            ["Israelis", "Palestinians", "guards"],
        ),
        ("The accord was signed between the envoy and the traders.", ["envoy", "traders"], []),
        ("The guards killed a robber in an intelligence based raid.", ["guards"], ["robber"]),
        (
            "The traders’ board and leading experts urged the police to act.",
            ["traders’ board", "leading experts"],
            ["police"],
        ),
        ("The mayor demanded the police to act.", ["mayor"], ["police"]),
        ("Its leader, a trader, accused the mayor of theft.", ["Its leader"], ["mayor"]),
        ("The police found the house and ransacked it.", ["police"], []),
        ("The spokesman in a statement rejected the claim.", ["spokesman"], []),
        ("According to the court, police or traders attacked the mayor.", ["police", "traders"], ["mayor"]),
    ],
)
def test_phrases_that_name_people(text, actors, recipients):
    assert [(a, r) for _, _, a, r in told(text)] == [(actors, recipients)]


def test_they_are_those_who_met_where_nobody_else_is_many():
    text = "Ana Brandt met Omar Rashid. They agreed to open a school."
    assert told(text, MAYOR, ENVOY)[1] == ("AGREE", "asserted", ["Ana Brandt", "Omar Rashid"], [])


def test_the_envoy_is_the_ambassador():
    text = "Ana Brandt met Omar Rashid. The envoy lauded the work."
    assert told(text, MAYOR, ENVOY)[1] == ("SUPPORT", "asserted", ["Omar Rashid"], [])


def test_a_call_is_no_part_of_a_meeting():
    text = "Ana Brandt met the traders. She spoke by phone with Omar Rashid."
    assert [a for _, _, a, _ in told(text, MAYOR, ENVOY)] == [["Ana Brandt"], ["Ana Brandt"]]
    events, _ = find_events(parsed(text, MAYOR, ENVOY))
    assert [e.engagement_id for e in events] == [None, None]


def test_whom_somebody_also_met_is_of_another_meeting():
    text = "Besides holding a meeting with Ana Brandt, the clerk also met Omar Rashid."
    assert told(text, MAYOR, ENVOY)[-1] == ("CONSULT", "asserted", ["clerk"], ["Omar Rashid"])
    events, participants = find_events(parsed(text, MAYOR, ENVOY))
    assert [p.name for p in participants if p.event_id == events[-1].event_id] == ["clerk", "Omar Rashid"]


def test_what_might_be_agreed_is_no_outcome_of_the_meeting():
    text = "Ana Brandt met Omar Rashid. He said more could follow if an agreement was reached."
    assert told(text, MAYOR, ENVOY)[1:] == [("AGREE", "hypothetical", [], [])]


def test_whose_doing_a_reason_was_is_not_who_acted():
    text = "Traders were fined in the wake of protests by Ana Brandt."
    assert ("SANCTION", "asserted", [], ["Traders"]) in told(text, MAYOR)


def test_a_team_that_a_list_parts_from_its_verb_meets():
    text = "A delegation, including Omar Rashid, a clerk, and a judge, met with Ana Brandt."
    assert told(text, MAYOR, ENVOY)[0][2][0] == "delegation"


def test_it_behind_a_sentence_about_a_thing_is_no_body():
    board = {"text": "Trade Board", "kind": "organization"}
    text = "The Trade Board met Omar Rashid. {} launched a debate. It demanded a fee from traders."
    asked = [told(text.format(about), ENVOY, board)[-1][2] for about in ("The draft", "The drafts")]
    assert asked == [[], ["Trade Board"]]


def test_who_tells_it_is_who_accuses_behind_it():
    text = "Ana Brandt repeated that the reply was late, accusing Omar Rashid of delay."
    assert told(text, MAYOR, ENVOY)[-1][2:] == (["Ana Brandt"], ["Omar Rashid"])
    both = "Ana Brandt said that Omar Rashid met the judge, praising the clerk."
    assert told(both, MAYOR, ENVOY)[-1][2:] == (["Ana Brandt"], ["clerk"])


def test_a_name_before_an_amount_is_the_name():
    assert told("The court fined Omar Rashid 12 million rupees.", ENVOY)[0][3] == ["Omar Rashid"]


def test_the_prime_minister_is_not_another_minister():
    minister = {"text": "Omar Rashid", "post": "Minister for Law"}
    text = "Omar Rashid spoke. The {} met the traders."
    assert [told(text.format(title), minister)[0][2] for title in ("prime minister", "law minister")] == [
        ["prime minister"],
        ["Omar Rashid"],
    ]


@pytest.mark.parametrize("who", ["two sub-inspectors", "the treasurer", "two hoteliers"])
def test_nouns_that_name_people(who):
    assert told(f"Ana Brandt suspended {who}.", MAYOR)[0][3] == [who.removeprefix("the ")]


def test_nobody_need_be_told_to_have_imposed_a_curfew_but_roads_are_blocked_by_stones():
    assert [e[0] for e in told("A curfew was imposed in the town.")] == ["COERCE"]
    assert told("The road was blocked in the town.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Condemning the fire, Ana Brandt visited the town.",
        "While condemning the fire in the town, Ana Brandt visited a school.",
    ],
)
def test_what_opens_a_sentence_is_done_by_its_subject(text):
    assert told(text, MAYOR)[0] == ("ACCUSE", "asserted", ["Ana Brandt"], [])


def test_he_behind_a_relative_is_whom_the_sentence_was_about():
    text = "In a note to Omar Rashid, who was elected judge, Ana Brandt promised help. She assured him of support."
    assert told(text, MAYOR, ENVOY)[-1][2] == ["Ana Brandt"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Gunmen killed 11 near the gate in a bomb attack.", [["11"]]),
        ("The guards arrested three more.", [["three more"]]),
        ("Gunmen shot dead two clerks.", [["two clerks"]]),
        ("The mayor urged the House to vote.", [["House"]]),
        ("The mayor urged the house to vote.", [[]]),
    ],
)
def test_who_is_counted_or_written_large(text, who):
    assert [e[3] for e in told(text)] == who


@pytest.mark.parametrize("while_", ["while chairing a meeting on roads", "when receiving a team"])
def test_who_does_a_thing_while_doing_another(while_):
    assert told(f"Ana Brandt {while_} directed the clerk to leave.", MAYOR)[-1][2:] == (["Ana Brandt"], ["clerk"])


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("The minister said the road was open and urged drivers to wait.", "minister"),
        ("The minister said the strike would go on and thanked the clerks.", "minister"),
        ("The minister said the envoys had come and urged them to stay.", "minister"),
        ("The judge ruled that the clerk had lied and ordered that he be jailed.", "judge"),
        ("The minister said the strike would go on unless the owners paid, and urged drivers to wait.", "minister"),
        ("The judge asked the mayor why he had not come, and directed the clerk to wait.", "judge"),
        ("The minister said the victims were known and asked the clerks to wait.", "minister"),
        ("The minister held a clerk who had tried to run, and freed two guards.", "minister"),
        ("The union protested at the raid on a school, and the mayor ordered the clerks to wait.", "mayor"),
        ("Police fined a rival, Falke, in May. Falke accepted the penalty.", "Falke"),
        ("The lower house passed a bill on phones.", "lower house"),
        ("The minister said the envoy had met the clerks and urged the guards to wait.", "envoy"),
        ("Meridian Marine said that it had agreed to buy a yard.", "Meridian Marine"),
        ("The mayor voted against the bill and accused Mayor Bilal of fraud.", "mayor"),
    ],
)
def test_who_speaks_on_behind_what_was_said(text, actor):
    """What a speaker asks behind ``and`` is not asked by whom the speech is of."""
    assert next(actors for _, realis, actors, _ in reversed(told(text)) if realis == "asserted") == [actor], told(text)


def test_a_light_verbs_noun_stands_within_a_name_or_behind_of():
    """The noun of a light verb may be the last word of a place's name, or two words with ``of`` between."""
    road = {"text": "Salt Range highway", "kind": "place"}
    assert told("The clerks blocked the Salt Range highway on Monday.", road)[0][0] == "PROTEST"
    assert told("The two sides signed a first letter of intent on Monday.")[0][0] == "AGREE"


def test_what_is_counted_has_happened_before():
    """``the third accident`` of a year is no accident of its own."""
    assert told("It was the third accident on the road.") == []
    assert [event[0] for event in told("A second explosion hit the road.")] == ["x-INCIDENT"]
    assert [event[0] for event in told("Heavy rain in the north and the east killed nine men.")] == ["x-INCIDENT"]


def test_what_a_relative_pronoun_stands_for_is_acted_on():
    """``a plan that the minister rejected``: the plan is rejected; what is said that somebody did is not."""
    assert ("REJECT", "asserted", ["minister"], []) in told("The clerks backed a plan that the minister rejected.")
    assert told("The mayor said that bank accounts were opened.") == []


def test_he_who_is_met_is_somebody_named_before():
    """``him`` behind another man as subject is whom the sentences before name."""
    rows = told("Omar Rashid toured the yard. Ana Brandt hosted him at a lunch.", ENVOY, MAYOR)
    assert ("CONSULT", "asserted", ["Ana Brandt"], ["Omar Rashid"]) in rows


def test_trades_are_parties():
    """Who is called by a trade is somebody."""
    assert told("A judge jailed a dentist for four years.")[0][3] == ["dentist"]


@pytest.mark.parametrize(
    "text",
    ["The success of the newly elected clerks was great.", "The mayor saw the house of other imprisoned clerks."],
)
def test_a_participle_behind_an_article_says_only_which(text):
    """Who is ``newly elected`` is not elected by that sentence."""
    assert told(text) == []


def test_nobody_known_may_act():
    assert told("They swapped prisoners on the bridge.") == [("RETREAT", "asserted", [], [])]


@pytest.mark.parametrize("noun", ["schoolteacher", "churchgoers", "feminists", "stallholders"])
def test_words_that_end_like_those_for_people_name_people(noun):
    assert told(f"Gunmen killed two {noun}.") == [("ASSAULT", "asserted", ["Gunmen"], [f"two {noun}"])]


def test_a_passive_goes_on_past_what_was_done():
    text = "Two guards were convicted of robbing a trader in the market and sentenced to three years."
    assert ("SANCTION", "asserted", [], ["Two guards"]) in told(text)[-1:]


def test_an_attack_that_is_told_of_by_its_harm_is_one():
    assert len(told("Gunmen killed two guards near the old gate of the town late at night in a bomb attack.")) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police arrested an alleged quack.", ("COERCE", "asserted", ["Police"], ["alleged quack"])),
        ("Police arrested 14 displaced villagers.", ("COERCE", "asserted", ["Police"], ["14 displaced villagers"])),
        ("The judge jailed wanted smugglers.", ("SANCTION", "asserted", ["judge"], ["wanted smugglers"])),
        ("The robbers gunned two guards down.", ("ASSAULT", "asserted", ["robbers"], ["two guards"])),
        ("A man aged 41 was arrested.", ("COERCE", "asserted", [], ["man"])),
        ("The Green Pulse group vowed to stay.", ("AGREE", "asserted", ["Green Pulse group"], [])),
        ("The union Green Pulse vowed to stay.", ("AGREE", "asserted", ["Green Pulse"], [])),
        ("Agents handed over 15 prisoners to the embassy.", ("RETREAT", "asserted", ["Agents"], ["embassy"])),
        ("The king sent 40 tonnes of medicine to the families.", ("AID", "asserted", ["king"], ["families"])),
        ("The union prayed for the guards killed in a raid.", ("ASSAULT", "asserted", [], ["guards"])),
    ],
)
def test_who_is_told_past_what_stands_between(text, expected):
    assert expected in told(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The board suspended him.", ("x-APPOINT", "asserted", ["board"], [])),
        ("Tens of thousands of people marched.", ("PROTEST", "asserted", ["people"], [])),
        (
            "The watchdog imposed a 40 billion won penalty on two banks.",
            ("SANCTION", "asserted", ["watchdog"], ["two banks"]),
        ),
        ("Youths ran; the police charged at them and made 16 arrests.", ("COERCE", "asserted", ["police"], [])),
        ("The plan drew criticism from the union.", ("ACCUSE", "asserted", ["union"], [])),
    ],
)
def test_who_acts_on_whom_is_no_more_than_a_pronoun_or_a_number(text, expected):
    assert expected in told(text)


def test_the_two_presidents_are_the_last_two_who_bear_the_title():
    named = [
        {"text": "Ana Brandt", "post": "president"},
        {"text": "Omar Malik", "post": "Chadian counterpart"},
        {"text": "Ida Holm", "post": "minister"},
    ]
    text = "President Ana Brandt and her Chadian counterpart Omar Malik sang. Ida Holm played. The two presidents condemned the raid."
    events, participants = find_events(parsed(text, *named))
    assert [p.name for p in participants if p.role == "actor" and p.event_id == events[-1].event_id] == [
        "Ana Brandt",
        "Omar Malik",
    ]


def test_himself_behind_an_auxiliary_is_no_party():
    assert told("The lawyer was himself arrested by the police.") == [("COERCE", "asserted", ["police"], ["lawyer"])]


def test_who_is_told_to_be_hurt_right_behind_an_attack_was_attacked():
    attack = "Gunmen opened fire at the camp. "
    assert told(attack + "Two boys were injured.")[-1] == ("ASSAULT", "asserted", [], ["Two boys"])
    assert [t[0] for t in told(attack + "It rained. Two boys were injured.")] == ["ASSAULT"]
