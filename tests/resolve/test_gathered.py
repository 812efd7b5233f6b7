"""What is added up batch by batch is what all reports say, in whatever batches and order they came or went."""

import sqlite3
from collections.abc import Callable
from unittest.mock import patch

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flows.contract.records import Facts
from flows.resolve.company import Company
from flows.resolve.gathered import Gathered
from flows.resolve.opened import Batch
from flows.resolve.profiles import profiles
from tests.resolve.conftest import batches_of, replace, tables_of

Archive = Callable[[], list[Facts]]
splits = st.lists(st.lists(st.integers(-1, 2), min_size=12, max_size=12), min_size=1, max_size=3)


def empty() -> Gathered:
    return Gathered(sqlite3.connect(":memory:", isolation_level=None))


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(splits)
def test_any_batches_in_any_order_add_up_to_the_same(archive: Archive, runs: list[list[int]]) -> None:
    facts, gathered = archive(), empty()
    for batches in runs:  # the batch of each report; -1: it is not there
        gathered.bring(
            batches_of({str(b): [f for f, at in zip(facts, batches, strict=True) if at == b] for b in range(3)})
        )
    kept = [f for f, at in zip(facts, runs[-1], strict=True) if at >= 0]
    whole = Gathered.of(tables_of(kept))
    assert gathered.reports == whole.reports == len(kept)
    assert profiles(gathered) == profiles(whole)
    assert gathered.prints(gathered.entities()) == whole.prints(whole.entities())
    for name in ("usman anwar", "punjab police", "nobody"):
        numbers = gathered.number(name) or 0, whole.number(name) or 0
        assert gathered.told(numbers[0]) == whole.told(numbers[1])
        assert gathered.beside(numbers[0]) == whole.beside(numbers[1])


def test_what_is_there_already_is_not_read_again(archive: Archive) -> None:
    facts, gathered = archive(), empty()
    first = gathered.bring(batches_of({"a": facts[:6], "b": facts[6:]}))
    assert first.entities == set(gathered.entities()) and first.reports == 0
    assert not gathered.bring(batches_of({"a": facts[:6], "b": facts[6:]})).entities
    touched = gathered.bring(batches_of({"a": facts[:6]}))
    assert touched.reports == len(facts)
    assert touched.entities == {m.entity_id for f in facts[6:] for m in f.mentions} | {
        o.organization_entity_id for f in facts[6:] for o in f.occupancies if o.organization_entity_id
    }


def test_of_a_batch_written_anew_only_what_differs_is_touched(archive: Archive) -> None:
    facts, gathered = archive(), empty()
    gathered.bring(batches_of({"a": facts}))
    others = [*facts[:3], replace(facts[3], report=replace(facts[3].report, dateline_place="Sialkot")), *facts[4:]]
    assert gathered.bring(batches_of({"a": others})).entities == {m.entity_id for m in facts[3].mentions}
    assert profiles(gathered) == profiles(Gathered.of(tables_of(others)))


def test_a_batch_of_which_only_the_originals_are_others_is_not_read(archive: Archive) -> None:
    facts, gathered = archive(), empty()
    batch = Batch({"mentions": "as before", "reports": "at first"}, tables_of(facts))
    gathered.bring({"a": batch})
    copies = [replace(f, report=replace(f.report, duplicate_of=facts[0].report.report_id)) for f in facts]
    settled = Batch(batch.stamps | {"reports": "settled"}, tables_of(copies))
    with patch("flows.resolve.gathered._read", side_effect=AssertionError("read again")):
        assert not gathered.bring({"a": settled}).entities
        assert not gathered.bring({"a": settled}).entities
    moved = [replace(f, report=replace(f.report, dateline_place="Sialkot")) for f in facts]
    assert gathered.bring({"a": Batch(batch.stamps | {"reports": "moved"}, tables_of(moved))}).entities


def test_tables_of_another_form_are_made_again(archive: Archive) -> None:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    Gathered(connection).bring(batches_of({"a": archive()}))
    connection.execute("update form set form = 'older'")
    again = Gathered(connection)
    assert again.reports == 0 and not list(again.entities())


def test_company_is_of_names_that_tell_something() -> None:
    from tests.resolve.conftest import make_facts, person

    told = [
        make_facts([person("Asim Raza", "DPO Swat"), ("organization", body, {})], key=str(n))
        for n, body in enumerate(("Docks Club", "Docks Club", "Rakh Union"))
    ]
    from flows.resolve.identify import identify

    gathered = Gathered.of(tables_of(identify(f) for f in told))
    (asim,) = (p for p in profiles(gathered).values() if p.kind == "person")
    assert Company(gathered).of(asim) == {gathered.number("docks club"): 2, gathered.number("asim raza"): 3}


def test_bodies_and_places_are_told_in_brief_but_those_asked_for(archive: Archive) -> None:
    gathered = Gathered(sqlite3.connect(":memory:", isolation_level=None))
    facts = archive()
    gathered.bring(batches_of({str(at): facts[at::3] for at in range(3)}))
    whole = profiles(gathered)
    asked = next(i for i, p in whole.items() if p.kind != "person" and len(p.days) > 1)
    brief = profiles(gathered, whole=(asked,))
    assert brief[asked] == whole[asked]
    for entity_id, profile in brief.items():
        full = whole[entity_id]
        assert (profile.first_on, profile.reports) == (full.first_on, full.reports)
        if profile.kind == "person":
            assert profile == full
        elif entity_id != asked:
            assert replace(full, days=profile.days, report_ids=(), in_brief=profile.in_brief) == profile
