from flows.accuracy import Tally, measure
from flows.accuracy.spans import overlapping, same
from flows.contract.records import Facts, Mention, Report, Section, Time

TEXT = "LAHORE: Alia Rashid met Omar Daud on Monday. She thanked him."


def _gold() -> dict:
    return {
        "doc": "a.txt", "published": "2025-03-04", "headline": None, "standfirst": None, "byline": None,
        "dateline": {"span": [0, 7], "place": "Lahore", "agency": None, "date": None},
        "stories": [[8, len(TEXT)]], "attendance": [], "furniture": [],
        "people": [{"name": "Alia Rashid", "mentions": [[8, 19]]}, {"name": "Omar Daud", "mentions": [[24, 33]]}],
        "organisations": [], "places": [{"name": "Lahore", "mentions": [[0, 6]]}], "programmes": [],
        "times": [{"span": [37, 43], "type": "DATE", "value": "2025-03-03"}], "statements": [],
    }  # fmt: skip


def _facts(value: str) -> Facts:
    def span(start: int, end: int) -> dict:
        return {"report_id": "r", "ordinal": 0, "char_start": start, "char_end": end}

    return Facts(
        report=Report(report_id="r", source_name="a.txt", source_uri="a.txt", text=TEXT, dateline_place="LAHORE"),
        sections=(Section(**span(0, 7), kind="dateline"), Section(**span(8, len(TEXT)), kind="body", story_ordinal=0)),
        mentions=(
            Mention(**span(8, 19), kind="person", text="Alia Rashid", name="Alia Rashid"),
            Mention(**span(29, 33), kind="person", text="Daud", name="Daud"),
        ),
        times=(Time(**span(37, 43), text="Monday", timex_type="DATE", timex_value=value),),
    )  # fmt: skip


def test_each_measure_counts_what_is_right_missing_and_too_much():
    found = measure([(_gold(), _facts("2025-03-03"))])
    assert found["published"] == Tally(0, 1, 0)
    assert found["dateline.span"] == found["dateline.place"] == found["story.start"] == Tally(1, 1, 1)
    assert found["person.exact"] == Tally(1, 2, 2)
    assert found["person.overlap"] == Tally(2, 2, 2)
    assert found["person.name"] == Tally(1, 2, 2)
    assert found["place.exact"] == Tally(0, 1, 0)
    assert found["time.exact"] == found["time.value"] == Tally(1, 1, 1)


def test_a_time_with_another_value_is_a_time_but_not_its_value():
    found = measure([(_gold(), _facts("2025-03-10"))])
    assert (found["time.exact"], found["time.value"]) == (Tally(1, 1, 1), Tally(0, 1, 1))


def test_tallies_add_up_over_reports():
    assert measure([(_gold(), _facts("2025-03-03"))] * 3)["person.exact"] == Tally(3, 6, 6)


def test_precision_recall_and_f1():
    tally = Tally(hits=2, gold=4, claimed=3)
    assert (tally.precision, tally.recall) == (2 / 3, 0.5)
    assert round(tally.f1, 4) == 0.5714
    assert Tally().f1 == 0.0


def test_spans_are_matched_one_to_one():
    assert overlapping([(0, 10)], [(0, 3), (4, 9)]) == Tally(1, 1, 2)
    assert same(["a", "a"], ["a"]) == Tally(1, 2, 1)
