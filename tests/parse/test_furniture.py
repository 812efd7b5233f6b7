"""Furniture by rule and by repetition."""

from hypothesis import given
from hypothesis import strategies as st

from flows.contract.records import RawReport
from flows.parse import parse
from flows.parse.furniture import is_marked, line_key, recurring, repetitions

NEWS = "Police in Daska arrested three robbers on Friday and recovered five motorcycles, a spokesman said."
SLOGAN = "Harbour brings the coast to you"


def test_marks_are_not_beginnings_of_words() -> None:
    assert is_marked("Popular")
    assert not is_marked("Popularity does not equate to power")
    assert is_marked("KSE 100 78,801 (+0.4%)")
    assert not is_marked("KSE-100 gains 1,573 points, surges to all-time high")


def test_lines_that_recur_are_not_news() -> None:
    towns = ("Daska", "Okara", "Kasur", "Hub", "Turbat", "Thatta")
    texts = [f"Robbers held in {town}\n\n{NEWS.replace('Daska', town)}\n\n{SLOGAN}" for town in towns]
    repeated = recurring(repetitions(texts), len(texts), least=5)
    raw = RawReport(report_id="r", source_name="a", source_uri="a", source_kind="text", text=texts[0])
    _, sections = parse(raw, repeated=repeated)
    assert line_key(SLOGAN) in repeated
    assert [texts[0][s.char_start : s.char_end] for s in sections if s.kind == "furniture"] == [SLOGAN]


@given(st.lists(st.lists(st.sampled_from(["Share", "Open", NEWS, "Daily Wire 5", "daily wire 6"])).map("\n".join)))
def test_counting_does_not_depend_on_order_or_batches(texts: list[str]) -> None:
    whole = repetitions(texts)
    assert repetitions(texts[1:], repetitions(texts[:1])) == whole
    assert repetitions(reversed(texts)) == whole
