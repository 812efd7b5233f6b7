"""The scoring of events and topics: what counts as found, as wrong and as missed."""

from flows.accuracy.happenings import TYPES, Judged, same_name, score

REPORT = {"report_id": "r", "source_name": "a.txt"}
GOLD_EVENT = {
    "type": "ARREST",
    "trigger": [10, 18],
    "date": "2025-05-01",
    "place": "Lahore",
    "actors": ["police"],
    "counterparts": ["two men"],
}
EVENT = {
    "report_id": "r", "event_id": "e", "event_type": "COERCE", "trigger_start": 10, "trigger_end": 18,
    "evidence_start": 0, "evidence_end": 40, "occurred_on": "2025-05-01", "place_ordinal": 0,
}  # fmt: skip
POLICE = {"report_id": "r", "event_id": "e", "role": "actor", "name": "The police", "post": None}
LAHORE = {"report_id": "r", "ordinal": 0, "kind": "place", "name": "Lahore"}


def tallies(*, events=(EVENT,), gold=(GOLD_EVENT,), participants=(POLICE,), statements=(), topics=(), gold_topics=None):
    tables = {
        "reports": [REPORT], "events": events, "event_participants": participants,
        "statements": statements, "mentions": [LAHORE], "topics": topics,
    }  # fmt: skip
    return score([{"doc": "a.txt", "events": list(gold), "topics": gold_topics}], tables)


def test_a_find_of_the_right_type_in_the_sentence_is_a_hit():
    found = tallies()
    assert all(found[name].tally.f1 == 1 for name in ("event.type", "event.date", "event.place", "event.actors"))


def test_a_find_elsewhere_is_neither_hit_nor_wrong():
    found = tallies(events=({**EVENT, "evidence_start": 50, "evidence_end": 90},))["event.type"]
    assert (found.hits, len(found.missed), found.extra) == (0, 1, [])


def test_a_find_of_another_type_is_wrong_and_missed():
    found = tallies(events=({**EVENT, "event_type": "AID"},))["event.type"]
    assert (found.hits, len(found.missed), len(found.extra)) == (0, 1, 1)


def test_other_is_neither_asked_for_nor_held_against_us():
    found = tallies(gold=({**GOLD_EVENT, "type": "OTHER"},))["event.type"]
    assert (found.hits, found.missed, found.extra) == (0, [], [])


def test_speech_is_found_by_its_statement():
    statement = {
        "report_id": "r", "cue_start": 10, "cue_end": 14, "content_start": 15, "content_end": 40,
        "speaker_name": "police", "speaker_ordinal": None,
    }  # fmt: skip
    found = tallies(
        events=(), gold=({**GOLD_EVENT, "type": "STATEMENT", "trigger": [10, 14]},), statements=(statement,)
    )
    assert found["event.type"].tally.f1 == found["event.actors"].tally.f1 == 1


def test_a_wrong_day_counts_twice_and_a_missing_one_once():
    wrong = tallies(events=({**EVENT, "occurred_on": "2025-05-02"},))["event.date"]
    missing = tallies(events=({**EVENT, "occurred_on": None},))["event.date"]
    assert (len(wrong.missed), len(wrong.extra)) == (1, 1)
    assert (len(missing.missed), len(missing.extra)) == (1, 0)


def test_topics_count_what_the_tree_implies():
    topics = [{"report_id": "r", "medtop": "medtop:20000099"}, {"report_id": "r", "medtop": "medtop:20000342"}]
    found = tallies(topics=topics, gold_topics=["homicide", "crime", "conference"])["topic"]
    assert (found.hits, found.missed, found.extra) == (1, [], ["traffic"])


def test_names_match_without_articles_and_titles():
    assert same_name("the Punjab Police", "Punjab Police")
    assert same_name("Usman Anwar", "IG Usman Anwar")
    assert not same_name("Usman Anwar", "Anwar Usman")
    assert not same_name("", "police")


def test_an_empty_tally_is_zero():
    assert (Judged().tally.precision, Judged().tally.recall, Judged().tally.f1) == (0, 0, 0)


def test_every_simple_type_but_other_is_mapped():
    simple = "CONSULT AGREE COOPERATE VISIT STATEMENT DIRECTIVE ARREST ACCIDENT ASSAULT AID INAUGURATE APPOINT AWARD"
    assert set(TYPES) == set(simple.split())
