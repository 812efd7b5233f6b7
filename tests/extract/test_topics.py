"""Topics: cues add up, evidence is what was found, the tree implies the parents."""

import pytest

from flows.contract.codes import CONTEXTS
from flows.extract.topics import ancestors, contexts, labels
from flows.language.seeds import rows
from tests.extract.building import find_topics, parsed, read_whole

EXAMPLES = {
    "medtop:20000133": "Police said the SHO and two constables were hurt.",
    "medtop:20000103": "Terrorists wearing a suicide vest attacked the post.",
    "medtop:20000095": "Narcotics and heroin were burnt.",
    "medtop:20000639": "The ambassador made a courtesy call; the envoy later met diplomats.",
    "medtop:20000147": "Three were hurt when a van overturned after a collision.",
    "medtop:20000140": "A second explosion followed the blast.",
    "medtop:20000342": "Traffic police helped motorists through the congestion.",
    "medtop:20000093": "The anti-corruption court heard of corruption and embezzlement.",
    "medtop:15000000": "Their team took the trophy in the football tournament.",
    "medtop:20000690": "Security for Muharram and Ashura was reviewed.",
    "medtop:20000096": "Customs men found two tonnes of cocaine in a container.",
    "medtop:20000574": "She won the presidential run-off with 52 percent of the vote.",
    "medtop:16000000": "The truce held for a day before shelling went on.",
    "medtop:09000000": "Tram drivers went on strike for a pay rise.",
    "medtop:20000448": "A cholera outbreak has reached the coast.",
    "medtop:20000598": "The two navies began a military exercise.",
    "medtop:20000168": "Search and rescue crews airlifted nine hikers.",
    "medtop:20000641": "A peace agreement between the two states was ratified.",
}  # fmt: skip


@pytest.mark.parametrize(("medtop", "text"), EXAMPLES.items(), ids=lambda v: str(v)[:16])
def test_examples(medtop, text):
    reading = parsed(text).reading
    found = {t.medtop: t for t in find_topics(reading)}
    assert medtop in found
    assert all(reading.text[s:e].lower() in {r["cue"] for r in rows("topic_cues")} for s, e in found[medtop].evidence)


def test_a_text_about_nothing_has_no_topic():
    assert find_topics(parsed("The bread was fresh and the tea was hot.").reading) == ()


def test_scores_fall_and_stay_below_one():
    scores = [
        t.score for t in find_topics(parsed("Police arrested terrorists. Police said the blast killed two.").reading)
    ]
    assert scores == sorted(scores, reverse=True)
    assert all(0.5 <= s <= 1 for s in scores)


def test_what_is_only_touched_on_is_no_topic_beside_two_others():
    aside = "The rape is recalled."
    alone = find_topics(parsed(aside).reading)
    others = "Terrorists wearing a suicide vest attacked the post. A second explosion followed the blast. "
    beside = find_topics(parsed(others + aside).reading)
    assert [t.score for t in alone] == [0.5]
    assert alone[0].medtop not in {t.medtop for t in beside}


def test_parents_are_implied_by_the_tree():
    assert ancestors("medtop:20000096") == ("medtop:20000095", "medtop:20000082", "medtop:02000000")


def test_seed_lists_agree():
    assert {r["medtop"] for r in rows("topic_cues")} <= set(labels())
    assert {r["parent"] for r in rows("topics") if r["parent"]} <= set(labels())
    assert {r["context"] for r in rows("topics") if r["context"]} <= set(CONTEXTS)
    assert set(contexts().values()) <= set(CONTEXTS)
    assert all(0 < float(r["weight"]) <= 1 for r in rows("topic_cues"))


@pytest.mark.parametrize(
    ("guests", "expected"),
    [
        ("Kenya's Labour Minister Ruth Otieno on Monday. He also met Uganda's Labour Minister Betty Amongi", True),
        ("Mayor Karim Nour on Monday. He also met Mayor Sami Aziz", False),
    ],
)
def test_who_meets_from_abroad_makes_a_report_one_of_nations(guests: str, expected: bool) -> None:
    facts = read_whole(f"RIYADH: Labour Minister Omar Said received {guests} at his office in Riyadh.", "2025-03-12")
    assert ("international relations" in {topic.label for topic in facts.topics}) is expected


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("The brewer raised its sales forecast after third-quarter net income rose.", "economy, business and finance"),
        ("A coach rammed into a trailer in dense fog.", "road accident"),
        ("The general election left no party with the most seats.", "election"),
        ("An accountability court heard of kickbacks.", "corruption"),
        ("Rescue boats reached the relief camps.", "emergency response"),
    ],
)
def test_business_votes_and_district_news_have_cues(text: str, label: str) -> None:
    assert label in [topic.label for topic in read_whole(text, "2025-03-12").topics]


def test_a_short_report_has_the_topic_that_most_speaks_for() -> None:
    found = read_whole("The chief executive asked for a billion euros.", "2025-03-12").topics
    assert [topic.label for topic in found] == ["economy, business and finance"]
    assert found[0].score < 0.5
