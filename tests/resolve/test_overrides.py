"""Analysts' corrections hold on every rebuild, for new reports and new spellings, and say when they no longer fit."""

import csv
from pathlib import Path
from typing import Any

import pytest

from flows.contract.records import Facts
from flows.resolve.gathered import Gathered
from flows.resolve.identify import identify
from flows.resolve.link import linked, scales
from flows.resolve.overrides import Corrections, correct
from flows.resolve.profiles import profiles
from tests.resolve.conftest import make_facts, person, tables_of

COLUMNS = ("action", "kind", "name", "where", "other_name", "other_where", "value", "reports", "reason", "source")


def override(**cells: str) -> dict[str, str]:
    return dict.fromkeys(COLUMNS, "") | {"kind": "person", "reason": "checked by hand"} | cells


def corrected(facts: list[Facts], *overrides: dict[str, str]) -> Corrections:
    gathered = Gathered.of(tables_of(facts))
    members = profiles(gathered)
    clusters, _ = linked(members.values(), scales(members, gathered))
    return correct(members, clusters, overrides)


def told(name: str, post: str | None = None, **more: Any) -> Facts:
    return identify(make_facts([person(name, post, country_code="PK")], **more))


def label(found: Corrections, facts: Facts) -> str | None:
    return found.labels.get(facts.mentions[0].entity_id or "")


MERGE = override(action="merge", name="Tariq Chohan", other_name="Rustam Chohan", where="post=DPO Swat", reports="")


def test_merge_outlives_a_new_spelling_and_a_new_report() -> None:
    one, other = told("Tariq Chohan", "DPO Swat"), told("Rustam Chohan", "RPO Multan")
    respelt = [told("Tareq Chohan", "DPO Swat"), told("Rustum Chohan", "CPO Multan")]
    assert label(corrected([one, other]), one) != label(corrected([one, other]), other)
    for facts in ([one, other], [respelt[0], other], [one, other, *respelt]):
        found = corrected(facts, MERGE)
        assert len({label(found, f) for f in facts}) == 1
        assert found.checks[0].state == "applied"


def test_split_takes_one_of_two_that_were_linked() -> None:
    one, other = told("Rizwan Naikokara", "DPO Swat"), told("Rizwan Naikokara", "RPO Multan")
    assert label(corrected([one, other]), one) == label(corrected([one, other]), other)
    found = corrected([one, other], override(action="split", name="Rizwan Nekokara", where="post=RPO Multan"))
    assert label(found, one) != label(found, other)


def split_by(where: str, told: list[Facts]) -> set[str]:
    """The ids of the persons of some reports, and the override's state, where a split has these conditions."""
    row = override(action="split", name="Rizwan Nekokara", where=where)
    facts = [identify(f, [row]) for f in told]
    found = corrected(facts, row)
    assert {c.state for c in found.checks} <= {"applied", "unmatched"}
    return {label(found, f) or "" for f in facts}


@pytest.mark.parametrize(
    ("where", "persons"),
    [
        ("since=2024-01-01", 2), ("until=2023-06-30", 2), ("from=2022-01-01;to=2023-06-30", 2), ("since=2030-01-01", 1),
        ("post=DPO Swat;since=2024-01-01", 2), ("post=RPO Multan;since=2024-01-01", 1), ("place=Mingora", 2), ("place=Quetta", 1),
        ("country=PK;since=2024-01-01", 2), ("country=IT;since=2024-01-01", 1),
    ],
)  # fmt: skip
def test_one_name_in_one_post_is_split_by_day_and_place(where: str, persons: int) -> None:
    told = [
        make_facts([person(name, "DPO Swat", country_code="PK")], day=day, place=place)
        for name, day, place in (
            ("Rizwan Naikokara", "2023-02-01", "Lahore"),
            ("Rizwan Nekokara", "2023-05-01", "Lahore"),  # a new spelling
            ("Rizwan Naikokara", "2025-02-01", "Mingora"),
        )
    ]
    assert len(split_by("post=SHO Saddar;since=2024-01-01", told)) == 1
    assert len(split_by(where, told)) == persons


def test_drop_rename_retype_and_set_post() -> None:
    one, other = told("Central Jail", "DPO Swat"), told("Aslam Khan", "RPO Multan")
    found = corrected(
        [one, other],
        override(action="drop", name="Central Jail"),
        override(action="rename", name="Aslam Khan", value="Muhammad Aslam Khan"),
        override(action="retype", name="Aslam Khan", value="organization"),
        override(action="set_post", name="Aslam Khan", where="post=RPO Multan", value="CPO Multan"),
    )
    own = other.mentions[0].entity_id or ""
    assert label(found, one) is None
    assert (found.names[own], found.kinds[own]) == ("Muhammad Aslam Khan", "organization")
    (post,) = found.posts
    assert (post.person_entity_id, post.post_name, post.corrected_post_name) == (
        own, "Regional Police Officer, Multan", "City Police Officer, Multan",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("reports", "state"), [("{id}", "applied"), ("{id} 0123456789abcdef", "changed"), ("", "applied")]
)
def test_a_row_is_flagged_when_a_report_it_rests_on_no_longer_shows_it(reports: str, state: str) -> None:
    one = told("Aslam Khan", "RPO Multan")
    row = override(action="rename", name="Aslam Khan", value="A. Khan", reports=reports.format(id=one.report.report_id))
    assert corrected([one], row).checks[0].state == state


def test_a_row_that_fits_nothing_says_so() -> None:
    found = corrected([told("Aslam Khan")], MERGE)
    assert (found.checks[0].state, found.checks[0].entities) == ("unmatched", 0)


def test_an_unknown_condition_is_refused() -> None:
    with pytest.raises(ValueError, match="no condition"):
        corrected([told("Aslam Khan")], override(action="drop", name="Aslam Khan", where="colour=red"))


@pytest.mark.parametrize(
    ("where", "fits"),
    [
        ("country=PK", 1), ("country=IN", 0), ("place=Lahore", 1), ("from=2025-09-01;to=2025-09-01", 1),
        ("from=2025-09-02", 0), ("to=2025-08-31", 0), ("post=RPO Multan", 1), ("organization=Punjab Police", 0),
    ],
)  # fmt: skip
def test_conditions_narrow_a_name(where: str, fits: int) -> None:
    found = corrected([told("Aslam Khan", "RPO Multan")], override(action="drop", name="Aslam Khan", where=where))
    assert found.checks[0].entities == fits


def test_the_examples_of_the_guide_are_rows_of_the_list() -> None:
    guide = (Path(__file__).resolve().parents[2] / "docs/corrections.md").read_text("utf-8")
    lines = guide.split("```csv\n")[1].split("```")[0].splitlines()
    examples = list(csv.DictReader(lines))
    assert {row["action"] for row in examples} == {"merge", "split", "rename", "retype", "drop", "set_post"}
    assert all(set(row) == set(COLUMNS) and None not in row.values() for row in examples)
    facts = [told("Tariq Chohan", "Additional IG Training Punjab"), told("Asad Khan", "DPO Swat", day="2025-01-01")]
    found = corrected([*facts, told("Tariq Rustam Chohan", "RPO Multan")], *examples)
    assert [c.state for c in found.checks][:3] == ["applied", "unmatched", "applied"]
