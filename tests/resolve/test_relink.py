"""Linking by parts gives what linking all at once gives, whatever came, went or changed between the runs."""

import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.contract.identity import EntityReview
from flows.contract.records import Facts
from flows.contract.tables import TABLES
from flows.resolve import marks
from flows.resolve import relink as relinking
from flows.resolve.gathered import Gathered
from flows.resolve.identify import identify
from flows.resolve.link import link, link_members, scales
from flows.resolve.memo import Memo
from flows.resolve.profiles import profiles
from flows.resolve.relink import relink
from tests.resolve.conftest import batches_of, make_facts, person, tables_of

Archive = Callable[[], list[Facts]]
LINKED = ("entities", "entity_reviews", "override_checks", "post_corrections")
NOTHING = {name: TABLES[name].arrow(()) for name in (*LINKED, "entity_renames")}
PARTS = ("Imran", "Asim", "Bilal", "Khan", "Raza", "Niazi", "Naikokara")
POSTS = (None, None, "DPO Swat", "DIG Operations Lahore", "Prime Minister", "SP")
MERGE = dict.fromkeys(("where", "other_where", "value", "reports", "source"), "") | {
    "action": "merge", "kind": "person", "name": "Imran Naikokara", "other_name": "Bilal Niazi", "reason": "seen",
}  # fmt: skip
LISTED = (  # corrections: of each run some, in some order
    MERGE,
    MERGE | {"reason": "seen twice"},
    MERGE | {"action": "rename", "name": "Asim Raza", "other_name": "", "value": "Asim Raza of Swat"},
    MERGE | {"action": "drop", "name": "Imran Khan", "other_name": "", "where": "post=DPO Swat"},
    MERGE | {"action": "merge", "kind": "organization", "name": "Docks Club", "other_name": "Rakh Union"},
    MERGE | {"action": "split", "name": "Bilal Khan", "other_name": "", "where": "post=SP"},
)
names = st.lists(st.sampled_from(PARTS), min_size=1, max_size=3).map(" ".join)
people = st.tuples(names, st.sampled_from(POSTS))
reports = st.tuples(st.lists(people, min_size=1, max_size=4), st.integers(1, 28), st.sampled_from(("Lahore", "Swat")))
corrections = st.lists(st.sampled_from(LISTED), max_size=3, unique_by=id)
runs = st.lists(st.tuples(st.lists(st.integers(0, 17), max_size=12, unique=True), corrections), min_size=2, max_size=4)


@cache
def crowd() -> tuple[Facts, ...]:
    """Reports of others, so many that those of a test do not change what is common: else all would be linked again."""
    given = [
        a + b for a in ("Bar", "Dil", "Fen", "Gov", "Hul", "Jor", "Lam", "Mun", "Pes") for b in ("awan", "esho", "idur")
    ]
    family = [a + b for a in ("Tor", "Wes", "Yul", "Zam", "Kib", "Rov") for b in ("gatti", "lund", "mosk")]
    names = [f"{given[n % 27]} {family[(n + n // 27) % 18]}" for n in range(162)]
    posts = ("Mayor of Skardu", None, "SHO Docks")
    return tuple(
        identify(make_facts([person(n, p) for n, p in zip(names[at : at + 3], posts, strict=True)], key=f"crowd {at}"))
        for at in range(0, 162, 3)
    )


def facts_of(number: int, report: tuple[list[tuple[str, str | None]], int, str]) -> Facts:
    told, day, place = report
    bodies = [("organization", body, {}) for body in ("Saddar Bar", "Docks Club", "Rakh Union")[number % 4 :]]
    mentions = [person(name, post, country_code="PK") for name, post in told]
    on = f"{2025 if day % 3 else 2023}-03-{day:02}"  # a third in other years, where a short name is somebody else's
    return identify(make_facts([*mentions, *bodies], day=on, place=place, key=str(number)))


def expected(facts: Iterable[Facts], overrides: Iterable[dict[str, str]] = ()) -> dict[str, pa.Table]:
    gathered = Gathered.of(tables_of(facts))
    members = profiles(gathered)
    links = link_members(members, scales(members, gathered), list(overrides))
    by = {n: [(c, "ascending") for c in TABLES[n].key] for n in LINKED}
    return {name: TABLES[name].arrow(getattr(links, name)).sort_by(by[name]) for name in LINKED}


class Runs:
    """Runs of linking, each on what the one before left."""

    def __init__(self, overrides: Iterable[dict[str, str]] = ()) -> None:
        connection = sqlite3.connect(":memory:", isolation_level=None)
        self.gathered, self.memo = Gathered(connection), Memo(connection)
        self.overrides = list(overrides)
        self.before: dict[str, pa.Table] = NOTHING

    def run(self, batches: dict[str, Iterable[Facts]]) -> dict[str, pa.Table]:
        touched = self.gathered.bring(batches_of(batches))
        self.before = relink(self.gathered, self.before, self.memo, touched, self.overrides)
        return self.before


@settings(max_examples=8, deadline=None)
@given(st.lists(reports, min_size=18, max_size=18), runs)
def test_any_split_and_order_of_runs_gives_the_same(told, numbers) -> None:
    facts = [facts_of(n, report) for n, report in enumerate(told)]
    runs_ = Runs()
    for run, overrides in numbers:
        runs_.overrides = overrides
        chosen = {"crowd": crowd()} | {str(at): [facts[n] for n in run if n % 3 == at] for at in range(3)}
        runs_.run(chosen)
        for name, table in expected((f for batch in chosen.values() for f in batch), overrides).items():
            assert runs_.before[name].to_pylist() == table.to_pylist(), name


def test_what_did_not_change_is_not_linked_again(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    facts, runs_ = archive(), Runs()
    runs_.run({"old": facts})
    seen: list[str] = []
    monkeypatch.setattr(
        "flows.resolve.relink.link_members", lambda members, *more: seen.extend(members) or link_members(members, *more)
    )
    new = identify(make_facts([person("Ghazanfar Lashari", "SHO Docks", country_code="PK")], day="2025-12-01"))
    after = runs_.run({"old": facts, "new": [new]})
    assert {m.entity_id for m in new.mentions} <= set(seen)
    assert len(seen) < after["entities"].num_rows / 3


def test_a_correction_has_only_those_linked_again_whom_it_names(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    facts, runs_ = archive(), Runs()
    runs_.run({"all": facts})
    seen: list[str] = []
    monkeypatch.setattr(
        "flows.resolve.relink.link_members", lambda members, *more: seen.extend(members) or link_members(members, *more)
    )
    correction = MERGE | {"name": "Luigi Landoli", "action": "rename", "other_name": "", "value": "Luigi L. Landoli"}
    for overrides, name in ([correction], "Luigi L. Landoli"), ([], "Luigi Landoli"):
        runs_.overrides, seen[:] = overrides, []
        after = runs_.run({"all": facts})
        assert name in after["entities"]["name"].to_pylist()
        assert after["entities"].to_pylist() == expected(facts, overrides)["entities"].to_pylist()
        assert len(seen) == 1


@pytest.mark.parametrize("where", ["from=2025-03-02; to=2025-03-03", "from=2025-04-01", "report={second}"])
def test_a_correction_of_a_body_knows_all_its_days_and_reports(where: str) -> None:
    club = [("organization", "Docks Club", {})]
    facts = [identify(make_facts(club, day=f"2025-03-0{day}", key=str(day))) for day in (1, 2, 5)]
    more = identify(make_facts([person("Wali Zamgatti", "SP"), *club], day="2025-03-09"))
    where = where.format(second=facts[1].report.report_id)
    reports_ = f"{facts[2].report.report_id} 0123456789abcdef"
    rename = MERGE | {"action": "rename", "kind": "organization", "name": "Docks Club", "other_name": "", "value": "Club",
                      "where": where, "reports": reports_}  # fmt: skip
    runs_ = Runs([rename])
    runs_.run({"crowd": crowd(), "old": facts})
    runs_.run({"crowd": crowd(), "old": facts, "new": [more]})
    for name, table in expected([*crowd(), *facts, more], [rename]).items():
        assert runs_.before[name].to_pylist() == table.to_pylist(), name


def test_a_like_name_in_the_same_post_is_found_among_those_who_did_not_change() -> None:
    others = [
        identify(make_facts([person(f"{part} {name.capitalize()}") for part in ("Asim", "Raza", "Khan")], key=name))
        for name in ("tolu", "mobe", "ribo", "duga", "fepo", "weju", "hiza", "lobu", "nepi", "goru", "pafe")
    ]  # so that one more does not change how common the parts are
    one, other = (
        identify(make_facts([person(name, "DPO Swat", country_code="PK")], key=name))
        for name in ("Asim Raza", "Asim Raza Khan")
    )
    runs_ = Runs()
    runs_.run({"old": [*crowd(), *others, one]})
    after = runs_.run({"old": [*crowd(), *others, one], "new": [other]})
    found = {row["entity_id"]: row["canonical_id"] for row in after["entities"].to_pylist()}
    assert (
        len({found[m.entity_id] for f in (one, other) for m in f.mentions if m.kind == "person" and m.entity_id}) == 1
    )


def test_a_changed_report_takes_its_families_along(archive: Archive) -> None:
    facts, runs_ = archive(), Runs()
    runs_.run({"all": facts})
    facts[0] = replace(facts[0], report=replace(facts[0].report, dateline_place="Sialkot"))
    after = runs_.run({"all": facts})
    assert after["entities"].to_pylist() == expected(facts)["entities"].to_pylist()


def test_other_names_beside_someone_in_the_same_report_are_weighed(archive: Archive) -> None:
    asim = [person("Asim Raza", post, country_code="PK") for post in ("DPO Swat", "DIG Operations Lahore")]
    bodies = [("organization", body, {}) for body in ("Docks Club", "Rakh Union")]
    told = [[one, bodies[0]] for one in asim] + [[bodies[n % 2]] for n in range(11)]
    facts = [identify(make_facts(mentions, key=str(n))) for n, mentions in enumerate(told)]
    runs_ = Runs()
    before = runs_.run({"all": [*crowd(), *facts]})["entities"]
    other = next(m for m in facts[3].mentions if m.name == "Rakh Union")
    beside = tuple(replace(other, report_id=m.report_id, ordinal=m.ordinal) if m.kind == "organization" else m
                   for m in facts[1].mentions)  # fmt: skip
    facts[1] = replace(facts[1], mentions=beside)
    after = runs_.run({"all": [*crowd(), *facts]})["entities"]
    assert after.to_pylist() == expected([*crowd(), *facts])["entities"].to_pylist()
    reasons = [{row["link_reason"] for row in table.to_pylist()} for table in (before, after)]
    assert reasons[0] != reasons[1]


def test_a_name_that_becomes_common_touches_only_who_is_known_by_it(monkeypatch: pytest.MonkeyPatch) -> None:
    club: tuple[str, str, dict[str, str]] = ("organization", "Docks Club", {})
    company = [("organization", f"Saddar Bar No {n}", {}) for n in range(5)]
    by_it = [[person("Wali Zamgatti", post, country_code="PK"), club] for post in ("DPO Swat", "SP")]
    by_others = [[person("Gul Yulmosk", post, country_code="PK"), club, *company] for post in ("DPO Swat", "SP")]
    told = [*by_it, *by_others, *([club] for _ in range(9))]
    facts = [*crowd(), *(identify(make_facts(mentions, key=f"club {n}")) for n, mentions in enumerate(told))]
    runs_, seen = Runs(), list[str]()
    monkeypatch.setattr(
        "flows.resolve.relink.link_members", lambda members, *more: seen.extend(members) or link_members(members, *more)
    )
    for size in (len(facts) - 4, len(facts), len(facts) - 4):
        seen.clear()
        after = runs_.run({"all": facts[:-4], "more": facts[len(facts) - 4 : size]})
        assert after["entities"].to_pylist() == expected(facts[:size])["entities"].to_pylist()
        if size == len(facts):
            names = {row["name"] for row in after["entities"].to_pylist() if row["entity_id"] in seen}
            assert names == {"Docks Club"}  # of Wali Zamgatti only scores are others


def test_a_block_that_grows_too_wide_and_shrinks_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(marks, "WIDEST", 2)
    facts = [
        identify(make_facts([person(name, "DPO Swat", country_code="PK")], key=name))
        for name in ("Asim Raza", "Asim Raza Khan", "Asim Ali Raza", "Asim Raja")
    ]
    runs_ = Runs()
    for size in (2, 4, 3, 1, 4, 2):
        before = runs_.run({"all": facts[:size]})
        assert before["entities"].to_pylist() == expected(facts[:size])["entities"].to_pylist()


def test_ids_that_changed_are_in_renames(archive: Archive) -> None:
    facts = sorted(archive(), key=lambda f: str(f.report.published_on), reverse=True)
    ever: set[str] = set()
    runs_ = Runs()
    for size in range(1, len(facts) + 1):
        before = runs_.run({str(at): [facts[at]] for at in range(size)})
        last = {e.entity_id: e.canonical_id for e in link(tables_of(facts[:size])).entities}
        ever |= set(last.values())
        renamed = {row["old_entity_id"]: row["entity_id"] for row in before["entity_renames"].to_pylist()}
        assert {old: last[old] for old in ever - set(last.values())} == renamed
    assert renamed  # going back in time, earlier members take over


ends = st.integers(0, 9).map(str)
rows_told = st.sets(st.tuples(ends, ends), max_size=12)


@settings(max_examples=200)
@given(rows_told, rows_told, st.sets(ends))
def test_rows_come_to_their_places_whether_they_are_copied_or_not(before, now, again):
    def table(pairs: Iterable[tuple[str, str]], score: float) -> pa.Table:
        return TABLES["entity_reviews"].arrow(
            EntityReview(entity_id=a, other_entity_id=b, kind="person", name=a, other_name=b, score=score, reason="")
            for a, b in sorted(pairs)
        )

    old, new = table(before, 0.5), table([pair for pair in now if pair[0] in again], 0.7)
    with pytest.MonkeyPatch.context() as patch:
        ways = []
        for limit in (0, 1_000):
            patch.setattr(relinking, "_SPLICED", limit)
            ways.append(relinking._whole("entity_reviews", old, pa.array(again, pa.string()), [new]))
    assert ways[0].equals(ways[1])
    expect = {pair: 0.5 for pair in before if pair[0] not in again} | {p: 0.7 for p in now if p[0] in again}
    assert {(r["entity_id"], r["other_entity_id"]): r["score"] for r in ways[0].to_pylist()} == expect
    assert ways[0].select(["entity_id", "other_entity_id"]).to_pylist() == [
        {"entity_id": a, "other_entity_id": b} for a, b in sorted(expect)
    ]
