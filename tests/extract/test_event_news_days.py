"""Which day of a story its events take, and what is left undated rather than dated wrongly."""

import pytest

from tests.extract.test_event_days import told

SCENE = "A clerk was injured when gunmen opened fire at a bank, police said on Thursday."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{SCENE} The attack, which took place late on Tuesday, is being looked into.", ("ASSAULT", "2025-05-27")),
        (f"{SCENE} The incident occurred in a lane.", ("ASSAULT", "2025-05-29")),
        ("Police have charged a man with murder after a car hit two clerks on Tuesday.", ("ACCUSE", None)),
        ("Police have charged a man with murder after a car hit two clerks on Tuesday. The mayor met the owners.", ("CONSULT", None)),
        ("The mayor praised the clerks. One of them had been arrested on Tuesday. The mayor met the owners.", ("CONSULT", None)),
        ("The envoy condemned the raid of last week; the minister denied the charge.", ("REJECT", None)),
        ("Prince Omar will visit the town on Sunday, as Oman pushes for a treaty.", ("REQUEST", None)),
        ("The general on Thursday called claims that the army shot two men “a lie”.", ("ASSAULT", None)),
        ("The mayor on Thursday praised the clerks. The dean rejected the plea, saying this week he would not bend.", ("REJECT", None)),
        ("The mayor on Thursday praised the clerks. Two clerks were arrested during his tenure.", ("COERCE", None)),
        ("The mayor on Thursday praised the clerks. He is old. Police arrested two clerks.", ("COERCE", None)),
        ("The police on Thursday raided a shop. They arrested two clerks.", ("COERCE", "2025-05-29")),
        ("Addressing a rally on Monday, he said jobs would be provided to the clerks.", ("AID", None)),
        ("Lauding the board for its work, the mayor hoped that it would grow this year.", ("SUPPORT", None)),
        ("Two judges rejected the petitions on the first day of hearing.", ("REJECT", None)),
        ("The minister is undertaking the visit at their invitation, the office said on Monday.", ("CONSULT", None)),
        ("The envoys phoned the king on the eve of Monday’s meeting with the queen.", ("CONSULT", None)),
        ("The team has been fined for maintaining a slow rate during the match in Leeds on Monday.", ("SANCTION", None)),
        ("Two men will be deported if they do not pay by Saturday.", ("COERCE", None)),
        ("The mayor on Thursday praised the clerks. It may be mentioned that the dean rejected the plea.", ("REJECT", None)),
        ("A fire swept through a mill in the town on Tuesday night, killing nine, police said.", ("x-INCIDENT", "2025-05-27")),
        ("The council condemned the plan and called a protest for Saturday.", ("ACCUSE", None)),
        ("The mayor is ill. The clerks backed a plan that the minister rejected in May.", ("SUPPORT", None)),
        ("The guards have rescued two clerks in recent days, the mayor said in a statement on Sunday.", ("AID", None)),
        ("Two men had recently hidden in a house and threatened to kill guards, the mayor said on Monday.", ("THREATEN", None)),
        ("The mayor on Monday said that two clerks had recently hidden and threatened to kill guards.", ("THREATEN", None)),
        ("Police have arrested a man over the theft of two paintings from a house in Wicklow last month.", ("COERCE", None)),
        ("The union marched on Thursday. Police arrested two clerks.", ("COERCE", "2025-05-29")),
        ("The mayor on Thursday praised the clerks. Police raided a farm on Tuesday. Two men were arrested.", ("COERCE", "2025-05-27")),
        ("The mayor on Thursday praised the clerks. Police raided a farm on Tuesday. Two men were later arrested.", ("COERCE", None)),
        ("The minister condemned Tuesday’s raid. He met the traders.", ("CONSULT", None)),
        ("The mayor summoned the clerks to a meeting on Tuesday.", ("REQUEST", None)),
        ("The minister on Thursday accepted an invitation to visit Oslo in October.", ("AGREE", "2025-05-29")),
        ("Guards told traders on Thursday that they arrested Omar Malik, a clerk, on Tuesday in the port.", ("COERCE", "2025-05-27")),
        ("The judge on Thursday directed clerks to write a report regarding the envoy’s meetings with two ministers.", ("CONSULT", None)),
        ("A man charged with killing two clerks on May 2, was shot near the port on Tuesday.", ("ASSAULT", "2025-05-27")),
        ("The mayor on Thursday rejected claims over the recent raid in which a clerk was tortured.", ("ASSAULT", None)),
        ("The board on Thursday decided to hold a conference for the clerks.", ("CONSULT", None)),
        ("The board was named in 2024 but its head rejected the plan.", ("REJECT", None)),
        ("The mayor launched the plan with an aim to train clerks in 2024.", ("x-INAUGURATE", None)),
        ("The minister condemned the attack on a bus near the port of Multan on May 2.", ("ACCUSE", None)),
        ("The minister recalled his visit to the port in 2024 and thanked the envoy.", ("SUPPORT", None)),
        ("The mayor has called a meeting of the council on Tuesday to discuss the alliance.", ("CONSULT", None)),
        ("The mayor on Thursday praised the clerks. The dean told clerks here on Tuesday that he would visit Oslo.", ("CONSULT", None)),
        ("The mayor visited Oslo on Thursday to help a clerk who he said was abducted.", ("ASSAULT", None)),
        ("The office said it would rain this month, and urged clerks to stay at home.", ("REQUEST", None)),
        ("The mayor on Thursday praised the clerks. On Tuesday the dean said it was late. He rejected the plan.", ("REJECT", None)),
        ("Police raided a farm on Thursday. Gunmen shot a clerk on Monday. Police arrested two men.", ("COERCE", None)),
        ("Two ministers who visited the envoy on Monday called for his release.", ("CONSULT", "2025-05-26")),
        ("The mayor on Thursday praised the clerks. Peru agreed to the plan, he told a news channel.", ("AGREE", None)),
        ("The mayor on Thursday praised the clerks. The dean rejected a US plan.", ("REJECT", "2025-05-29")),
        ("The judge on Thursday rejected the plea. The petition was filed by two clerks.", ("ACCUSE", None)),
        ("The mayor on Thursday praised the clerks who hailed the raids on Multan.", ("SUPPORT", None)),
        ("The minister will meet the traders on Friday and visit the port on Saturday.", ("CONSULT", "2025-05-31")),
        ("Police have arrested two men over a fire that destroyed a mill on Tuesday. The mayor met the owners.", ("CONSULT", None)),
    ],
)  # fmt: skip
def test_what_a_story_dates(text, expected):
    """The last event of the expected type has the expected day."""
    days = [day for type_, _, day in told(f"LAHORE: {text}") if type_ == expected[0]]
    assert days and days[-1] == expected[1], told(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A firm on Thursday expressed interest in establishing a clinic in the town.", ("x-INAUGURATE", "hypothetical")),
        ("The board is committed to providing food to the families.", ("AID", "hypothetical")),
        ("The visit of the king scheduled for Monday has been postponed.", ("CONSULT", "negated")),
        ("Flooding may occur in the valley.", ("x-INCIDENT", "hypothetical")),
        ("The union warned of strikes if clerks were dismissed, and demanded a meeting.", ("REQUEST", "asserted")),
    ],
)  # fmt: skip
def test_what_is_only_thought_of(text, expected):
    """Interest, duty and possibility are no deeds; a condition ends where its sentence goes on."""
    assert expected in [(type_, realis) for type_, realis, _ in told(f"LAHORE: {text}")]


def test_a_later_fall_is_another_incident():
    """A bridge that fell on a day of its own does not date the flood."""
    found = told("LAHORE: A mudslide swept through the town. A bridge near the valley collapsed on Sunday.")
    assert [type_ for type_, _, _ in found] == ["x-INCIDENT", "x-INCIDENT"]
