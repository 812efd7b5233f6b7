"""Where names beside persons become more common, and nothing else changes, scores are told anew, and no one is linked again."""

from collections.abc import Iterable

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.contract.records import Facts
from flows.resolve.clusters import Link
from flows.resolve.courses import Course, take
from flows.resolve.identify import identify
from flows.resolve.link import link_members
from flows.resolve.retaken import retake
from flows.resolve.weigh import Verdict
from tests.resolve.conftest import make_facts, person
from tests.resolve.test_relink import Runs, crowd, expected

CLUBS = ("Docks Club", "Saddar Bar", "Rakh Union")
NAMES = ("Asim Raza", "Raza", "Asim Raza Khan", "Asim Raja", "Bilal Niazi", "Niazi", "Bilal Niyazi")
POSTS = (None, "DPO Swat", "SP", "Mayor of Skardu")
told = st.tuples(
    st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(POSTS)), min_size=1, max_size=2),
    st.sets(st.sampled_from(CLUBS)),
    st.integers(1, 28),
)


def report(people: Iterable[tuple[str, str | None]], clubs: Iterable[str], day: int, key: str) -> Facts:
    bodies = [("organization", club, {}) for club in sorted(clubs)]
    mentions = [person(name, post, country_code="PK") for name, post in people]
    return identify(make_facts([*mentions, *bodies], day=f"2025-03-{day:02}", key=key))


@pytest.fixture
def again(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The names of the persons who are linked again."""
    seen: set[str] = set()

    def linked(members, *more):
        seen.update(m.name for m in members.values() if m.kind == "person")
        return link_members(members, *more)

    monkeypatch.setattr("flows.resolve.relink.link_members", linked)
    return seen


@settings(max_examples=3, deadline=None)
@given(st.lists(told, min_size=10, max_size=14), st.lists(st.sampled_from(CLUBS), min_size=4, max_size=8))
def test_names_that_become_more_common_change_the_same_as_a_run_over_all(reports_, clubs) -> None:
    facts = [report(*r, key=f"told {n}") for n, r in enumerate(reports_)]
    more = [report([], [club], 5, key=f"club {n}") for n, club in enumerate(clubs)]
    runs_ = Runs()
    runs_.run({"crowd": crowd(), "told": facts})
    for size in (2, len(more), len(more) - 1, 0, len(more)):
        runs_.run({"crowd": crowd(), "told": facts, "more": more[:size]})
        for name, table in expected([*crowd(), *facts, *more[:size]]).items():
            assert runs_.before[name].to_pylist() == table.to_pylist(), name


def clubs(number: int) -> list[Facts]:
    return [report([], ["Docks Club"], 5, key=f"club {n}") for n in range(number)]


def scores_of(table: pa.Table) -> list[float]:
    return [row["link_score"] for row in table.to_pylist() if row["name"] == "Wali Zamgatti" and row["link_score"]]


@pytest.mark.parametrize("linked", [True, False])
def test_only_who_is_linked_no_more_is_linked_again(
    again: set[str], monkeypatch: pytest.MonkeyPatch, linked: bool
) -> None:
    facts = [report([("Wali Zamgatti", post)], ["Docks Club"], 5, key=str(post)) for post in ("DPO Swat", "SP")]
    runs = [{"crowd": crowd(), "told": facts, "more": clubs(number)} for number in (1, 12)]
    whole = [expected(fact for batch in run.values() for fact in batch) for run in runs]
    [before], [after] = (scores_of(tables["entities"]) for tables in whole)
    assert before > after
    if not linked:
        for least in ("courses.LINKED", "retaken.LINKED", "courses.SURE", "groups.SURE"):
            monkeypatch.setattr(f"flows.resolve.{least}", (before + after) / 2)
    runs_ = Runs()
    runs_.run(runs[0])
    assert scores_of(runs_.before["entities"]) == [before]
    again.clear()
    runs_.run(runs[1])
    assert ("Wali Zamgatti" in again) != linked
    assert scores_of(runs_.before["entities"]) == [after] * linked
    for name, table in expected(fact for batch in runs[1].values() for fact in batch).items():
        assert runs_.before[name].to_pylist() == table.to_pylist(), name


def link(one: str, other: str, score: float) -> Link:
    return Link(one, other, Verdict(score, ""), (one, other))


def names(*ids: str) -> dict[str, dict[str, int]]:
    return {entity_id: {"Wali Zamgatti": 1} for entity_id in ids}


@pytest.mark.parametrize(
    ("course", "same", "other"),
    [
        (Course(names("a", "b"), placed=[[link("a", "b", 0.9)]]), 0.8, 0.7),
        (Course(names("a", "b"), left=[[link("a", "b", 0.9)]]), 0.8, 0.7),
        (Course(bare=[[link("a", "b", 0.9), link("b", "c", 0.85)]]), 0.86, 0.8),
        (Course(rounds=[[link("a", "b", 0.95), link("b", "c", 0.9)]]), 0.93, 0.89),
        (Course(rounds=[[link("a", "b", 0.95)]]), 0.81, 0.79),
    ],
)
def test_a_course_leads_elsewhere_where_a_step_decides_otherwise(course: Course, same: float, other: float) -> None:
    assert retake(course, {("a", "b"): Verdict(same, "")})
    assert not retake(course, {("a", "b"): Verdict(other, "")})


def test_which_of_two_is_joined_first_decides_where_their_names_differ() -> None:
    of = {"a": {"Wali Zamgatti": 2}, "b": {"Wali": 1}, "c": {"Wali Naikokara": 3}}
    course = Course(of, placed=[[link("a", "b", 0.9), link("b", "c", 0.85)]])
    assert not retake(course, {("a", "b"): Verdict(0.8, "")})


scores = st.sampled_from((0.3, 0.45, 0.7, 0.76, 0.8, 0.9))
rows = st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from("efgh"), scores, scores), max_size=5)
spellings = st.lists(
    st.sampled_from(["Wali Zamgatti", "Wali Khan Zamgatti", "Wali", "Zamgatti"]), min_size=8, max_size=8
)


@settings(max_examples=300, deadline=None)
@given(rows, st.lists(rows.filter(bool), max_size=2), rows, spellings)
def test_what_differs_is_told_as_if_the_whole_course_were_taken_again(placed, bare, left, spelled) -> None:
    of = {entity_id: {name: 1} for entity_id, name in zip("abcdefgh", spelled, strict=True)}
    steps = [[(f"{step}{n}", row) for n, row in enumerate(told)] for step, told in enumerate((placed, *bare, left))]
    told = [[Link(one, other, Verdict(score, ""), (key, "")) for key, (one, other, score, _) in s] for s in steps]
    course = Course(of, placed=told[:1], bare=told[1:-1], left=told[-1:])
    lower = {(key, ""): row[3] for of_step in steps for key, row in of_step if row[3] < row[2]}
    verdicts = {pair: Verdict(score, "") for pair, score in lower.items()}
    was, now, found = take(course), take(course.weighed(verdicts)), retake(course, verdicts)
    assert bool(found) == (was.steps == now.steps)
    if found:
        assert {**was.clusters.best, **found.best} == now.clusters.best
        doubts = [sorted(map(str, taken.doubts)) for taken in (was, now)]
        told = [sorted(map(str, ours)) for ours in (found.doubts_before, found.doubts)]
        assert told == doubts or (told == [[], []] and doubts[0] == doubts[1])
