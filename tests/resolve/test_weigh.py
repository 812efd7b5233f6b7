"""Evidence adds up: rare names, shared posts and company speak for one person; namesakes of another time and place do not."""

from collections.abc import Iterable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.contract.records import Facts
from flows.contract.tables import TABLES
from flows.language.seeds import rows
from flows.resolve.company import Company, Shared
from flows.resolve.gathered import Gathered
from flows.resolve.identify import identify
from flows.resolve.link import link
from flows.resolve.marks import Bearers
from flows.resolve.profiles import Office, Profile
from flows.resolve.weigh import (
    LINKED,
    Background,
    Verdict,
    Weight,
    _company,
    days_near,
    verdict,
    weigh,
    weigh_bare,
)
from flows.resolve.wording import Wording
from tests.resolve.conftest import Told, make_facts, person, tables_of

NOTHING = {
    name: TABLES[name].arrow(()) for name in ("mentions", "occupancies", "reports", "topics", "report_signatures")
}
GATHERED = Gathered.of(NOTHING)
BACKGROUND = Background(Bearers(0, {}), Company(GATHERED), Wording(GATHERED))
DPO = Office("District Police Officer, Swat", None, "Swat", date(2024, 1, 1), date(2024, 6, 1))
RPO = Office("Regional Police Officer, Multan", None, "Multan", date(2025, 1, 1), date(2025, 6, 1))


def profile(
    name: str, *offices: Office, start: date = date(2024, 1, 1), days: int = 1, key: str = "", **more: object
) -> Profile:
    seen = tuple(start + timedelta(days=n) for n in range(days))
    ids = tuple(f"{name}{key}{day}" for day in seen)
    return Profile(
        entity_id=name + key,
        kind="person",
        names={name: days},
        days=seen,
        report_ids=ids,
        offices=offices,
        country="PK",
        **more,
    )  # type: ignore[arg-type]


@pytest.mark.parametrize(("common", "rare"), [("Muhammad Ali", "Bilal Naikokara"), ("Imran Khan", "Imran Naikokara")])
def test_common_names_have_more_bearers(common: str, rare: str) -> None:
    assert BACKGROUND.bearers(common) > 1 > BACKGROUND.bearers(rare)


def test_one_post_makes_even_a_common_name_one_person() -> None:
    one, other = profile("Muhammad Ali", DPO), profile("Mohammad Ali", DPO, key="2")
    assert weigh(one, other, BACKGROUND).score >= LINKED
    assert "same post" in weigh(one, other, BACKGROUND).reason


def test_two_posts_of_a_common_name_are_two_people_and_of_a_rare_name_one() -> None:
    assert weigh(profile("Muhammad Ali", DPO), profile("Muhammad Ali", RPO, key="2"), BACKGROUND).score < LINKED
    rare = profile("Rizwan Naikokara", DPO), profile("Rizwan Naikokara", RPO, key="2")
    assert weigh(*rare, BACKGROUND).score >= LINKED


def test_posts_in_one_field_speak_for_one_person() -> None:
    healthcare, health, mines = (
        Office(post, None, None, date(2023, 1, 1), date(2023, 6, 1))
        for post in (
            "Minister for Primary Healthcare, Punjab",
            "Minister for Health",
            "Secretary for Mines and Minerals",
        )
    )
    held = profile("Jamal Naikokara", healthcare)
    again, other = (profile("Jamal Naikokara", post, key=post.post) for post in (health, mines))
    assert "one field" in weigh(held, again, BACKGROUND).reason
    assert weigh(held, other, BACKGROUND).score < weigh(held, again, BACKGROUND).score


def test_what_two_are_called_tells_one_from_another() -> None:
    def called(*nouns: str, key: str) -> Profile:
        return profile("Imran Qureshi", key=key, occupations=frozenset(nouns))

    poet, columnist, lawyer = called("poet", key="a"), called("columnist", key="b"), called("lawyer", key="c")
    again, both = called("poet", key="d"), called("poet", "lawyer", key="e")
    scores = [
        weigh(poet, other, BACKGROUND).score
        for other in (again, both, columnist, profile("Imran Qureshi", key="f"), lawyer)
    ]
    assert scores[0] == scores[1] > scores[2] > scores[4]
    assert scores[3] > scores[4]
    assert "called the same" in weigh(poet, again, BACKGROUND).reason


def test_two_suspects_are_not_one_for_that_but_no_police_officer_is() -> None:
    one, other = (profile("Imran Qureshi", key=k, occupations=frozenset(["suspect"])) for k in "ab")
    nobody, officer = (
        profile("Imran Qureshi", key="c"),
        profile("Imran Qureshi", DPO, key="d", bodies=frozenset(["Swat Police"])),
    )
    assert weigh(one, other, BACKGROUND) == weigh(nobody, other, BACKGROUND)
    assert weigh(one, officer, BACKGROUND).score < weigh(nobody, officer, BACKGROUND).score


def test_a_bare_name_is_the_bearer_of_its_own_time() -> None:
    known = profile("Tariq Butt", DPO, start=date(2024, 1, 1), days=60)
    now, later = (profile("Tariq Butt", start=date(y, 2, 1), key=str(y)) for y in (2024, 2029))
    assert weigh_bare(now, known, 0, BACKGROUND).score > weigh_bare(later, known, 0, BACKGROUND).score
    rival = profile("Tariq Butt", RPO, start=date(2024, 1, 1), days=60, key="rival")
    others = days_near(now, rival)
    assert weigh_bare(now, known, others, BACKGROUND).score < weigh_bare(now, known, 0, BACKGROUND).score


@given(st.lists(st.builds(Weight, st.floats(-9, 9), st.sampled_from(["a", "b"])), max_size=6))
def test_a_verdict_does_not_depend_on_the_order_of_its_evidence(weights: list[Weight]) -> None:
    assert verdict(weights) == verdict(sorted(weights, key=str))
    assert 0 <= verdict(weights).score <= 1
    assert verdict([]) == Verdict(0.5, "")


def told(*names: Told, day: str) -> Facts:
    return identify(make_facts(names, day=day))


def groups(facts: Iterable[Facts], text: str) -> int:
    """How many people the mentions of a name are."""
    facts = list(facts)
    canonical = {e.entity_id: e.canonical_id for e in link(tables_of(facts)).entities}
    return len({canonical[m.entity_id or ""] for f in facts for m in f.mentions if m.text == text})


def test_the_company_of_a_name_tells_who_is_meant() -> None:
    crowd = [told(person(f"Passer {n}by"), day="2024-03-01") for n in range(250)]
    beside: Told = ("organization", "Chiltan Beekeepers Society", {})
    together = [told(person("Javed Qureshi"), beside, day=f"2024-0{m}-02") for m in (1, 2)]
    alone = [told(person("Javed Qureshi"), day=f"2024-0{m}-02") for m in (1, 2)]
    assert groups([*crowd, *together], "Javed Qureshi") == 1
    assert groups([*crowd, *alone], "Javed Qureshi") == 2


@pytest.mark.parametrize("beside", [0, 3, 20, 90, 5000])
def test_no_company_at_all_speaks_against_more_than_any_company(beside: int) -> None:
    """Else what is too small to count could grow when the names that are shared become common."""
    none, least = (_company(Shared(bits, beside=beside)).bits for bits in (0.0, 0.001))
    assert none <= least


def test_the_more_names_are_beside_two_the_more_it_says_that_none_is_shared_and_the_less_that_some_are() -> None:
    for bits in (0.0, 8.0):
        told = [_company(Shared(bits, beside=beside)).bits for beside in (6, 24, 96)]
        assert told == sorted(told, reverse=True)
        assert told[0] > told[2]


def test_a_short_name_joins_no_two_longer_ones() -> None:
    post = "Federal Minister for Railways"
    facts = [
        told(person(n, post), day="2024-01-01")
        for n in ("Rashid Naikokara Ahmed", "Rashid Naikokara", "Rashid Naikokara Latif")
    ]
    canonical = {e.entity_id: e.canonical_id for e in link(tables_of(facts)).entities}
    ends = [canonical[facts[n].mentions[0].entity_id or ""] for n in (0, 2)]
    assert ends[0] != ends[1]


def test_a_title_for_a_surname_is_a_surname() -> None:
    post = "Chief of Army Staff"
    facts = [told(person(n, post), day="2024-01-01") for n in ("Asim Naikokara", "Asim Malik", "Syed Asim Naikokara")]
    canonical = {e.entity_id: e.canonical_id for e in link(tables_of(facts)).entities}
    chief, other, again = (canonical[f.mentions[0].entity_id or ""] for f in facts)
    assert chief == again != other


def test_a_surname_with_its_post_finds_the_holder() -> None:
    facts = [
        told(person(n, "Governor Punjab"), day=d)
        for n, d in (("Baligh Naikokara", "2024-01-01"), ("Naikokara", "2024-01-03"))
    ]
    canonical = {e.entity_id: e.canonical_id for e in link(tables_of(facts)).entities}
    assert len({canonical[f.mentions[0].entity_id or ""] for f in facts}) == 1


def test_how_two_are_addressed_tells_one_from_another() -> None:
    def called(key: str, **more: dict[str, int]) -> Profile:
        return profile("Imran Qureshi", key=key, **more)

    doctor, again = called("a", honorifics={"Dr.": 1}), called("b", honorifics={"Prof. Dr": 1})
    cleric, plain, major = (
        called("c", honorifics={"Maulana": 1}),
        called("d", honorifics={"Mr": 1}),
        called("e", ranks={"Maj": 1}),
    )
    scores = [weigh(doctor, other, BACKGROUND).score for other in (again, cleric, plain)]
    assert scores[0] > scores[1] > scores[2]
    assert "both addressed as learned" in weigh(doctor, again, BACKGROUND).reason
    clerics = weigh(cleric, called("h", honorifics={"Allama": 1}), BACKGROUND)
    assert "addressed alike" in clerics.reason
    assert clerics.score > scores[0]  # of doctors there are many more
    assert weigh(plain, called("f"), BACKGROUND).score > weigh(plain, major, BACKGROUND).score
    assert weigh(major, called("g", ranks={"Major": 2}), BACKGROUND).score > weigh(plain, called("f"), BACKGROUND).score


def test_a_title_that_is_seldom_printed_is_not_missed() -> None:
    often, seldom = (profile("Imran Qureshi", days=9, key=str(n), honorifics={"Dr": n}) for n in (5, 1))
    bare = profile("Imran Qureshi", key="bare")
    assert weigh(often, bare, BACKGROUND).score < weigh(seldom, bare, BACKGROUND).score


def test_what_reports_are_about_speaks_for_one_person() -> None:
    one, other, third = (
        profile("Imran Qureshi", key=k, topics={t: 1}) for k, t in (("a", "sport"), ("b", "sport"), ("c", "flood"))
    )
    assert weigh(one, other, BACKGROUND).score > weigh(one, third, BACKGROUND).score
    many = profile("Imran Qureshi", days=9, key="d", topics={"sport": 1, "flood": 8})
    assert many.subjects == {"flood"}


def test_who_assists_on_a_field_is_who_assists() -> None:
    on_petroleum, plain, on_trade = (
        Office(f"Special Assistant to the Prime Minister{field}", None, None, date(2024, 1, 1), date(2024, 6, 1))
        for field in (" on Petroleum", "", " on Trade")
    )
    one, other, third = (profile("Imran Qureshi", o, key=o.post) for o in (on_petroleum, plain, on_trade))
    assert weigh(one, other, BACKGROUND).score >= LINKED > weigh(one, third, BACKGROUND).score


def test_posts_of_one_walk_of_life_speak_for_one_person_and_of_two_against() -> None:
    named = {
        name: profile("Bilal Butt", Office(name, name, None, None, None), key=name) for name in ("MNA", "MPA", "Judge")
    }
    candidate = profile("Bilal Butt", key="c", occupations=frozenset({"candidate"}))
    assert "same walk of life" in weigh(named["MNA"], named["MPA"], BACKGROUND).reason
    assert "other walk of life" in weigh(named["MNA"], named["Judge"], BACKGROUND).reason
    assert "same walk of life" in weigh(named["MNA"], candidate, BACKGROUND).reason


def test_a_captain_may_lead_a_team_and_a_barrister_go_without_his_title() -> None:
    bare = profile("Bilal Butt", key="bare")
    for more in ({"ranks": {"Captain": 1}}, {"honorifics": {"Barrister": 1}}):
        assert "one of them" not in weigh(bare, profile("Bilal Butt", key="titled", **more), BACKGROUND).reason
    assert "one of them" in weigh(bare, profile("Bilal Butt", key="soldier", ranks={"Major": 1}), BACKGROUND).reason


def test_every_walk_of_a_post_is_one_of_what_people_are_called_or_a_service() -> None:
    known = {row["field"] for row in rows("occupations")} | {row["service"] for row in rows("ranks")} | {""}
    assert {walk for row in rows("post_walks") for walk in (row["walk"], *row["near"].split())} <= known
    titles = [row["title"].casefold() for row in rows("post_walks")]
    assert len(titles) == len(set(titles))


def test_how_many_bear_a_name_counts_less_where_no_bearer_is_known() -> None:
    one, other = profile("Muhammad Ali", key="a"), profile("Muhammad Ali", key="b")
    told = weigh(one, other, BACKGROUND).reason, weigh_bare(one, other, 0, BACKGROUND).reason
    unknown, known = (float(reason.split("would bear the name (")[1].split(")")[0]) for reason in told)
    assert known < unknown < 0
