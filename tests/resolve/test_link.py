"""Across reports: one person is one entity, namesakes are not, and no order or split of the runs changes an id."""

from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flows.contract.records import Entity, Facts
from flows.contract.tables import TABLES
from flows.resolve.gathered import Gathered
from flows.resolve.identify import identify
from flows.resolve.link import Links, link
from flows.resolve.marks import office_marks
from flows.resolve.profiles import Profile, profiles
from flows.resolve.weigh import LINKED
from tests.resolve.conftest import make_facts, person, replace, tables_of

Archive = Callable[[], list[Facts]]


def canonical(links: Links) -> dict[str, str]:
    return {e.entity_id: e.canonical_id for e in links.entities}


def entity_of(archive: list[Facts], links: Links, name: str, day: str) -> Entity:
    """The final entity of the first mention of a name in a report of a day."""
    mention = next(m for f in archive if str(f.report.published_on) == day for m in f.mentions if m.text == name)
    by_id = {e.entity_id: e for e in links.entities}
    return by_id[by_id[mention.entity_id or ""].canonical_id]


def test_every_entity_has_a_row_and_a_canonical_one(archive: Archive) -> None:
    links = link(tables_of(archive()))
    known = canonical(links)
    assert set(known) >= {m.entity_id for f in archive() for m in f.mentions}
    assert all(known[c] == c for c in known.values())
    assert TABLES["entities"].arrow(links.entities).num_rows == len(known)


def test_an_officer_is_one_across_spellings_posts_and_bare_mentions(archive: Archive) -> None:
    facts = archive()
    links = link(tables_of(facts))
    days = {
        "2025-09-07": "Sultan Ahmad Chaudhary", "2025-11-21": "Sultan Ahmed Chaudhry",
        "2024-02-01": "Sultan Ahmad Chaudhary", "2025-09-20": "Sultan Ahmad Chaudhary",
    }  # fmt: skip
    assert len({entity_of(facts, links, name, day).entity_id for day, name in days.items()}) == 1
    officer = entity_of(facts, links, "Sultan Ahmad Chaudhary", "2024-02-01")
    assert "Sultan Ahmed Chaudhry" in officer.aliases
    linked = [e for e in links.entities if e.canonical_id == officer.entity_id != e.entity_id]
    assert linked
    assert all(e.link_score and e.link_score >= LINKED and e.link_reason for e in linked)


def test_namesakes_stay_apart(archive: Archive) -> None:
    facts = archive()
    links = link(tables_of(facts))
    found = [entity_of(facts, links, "Muhammad Ali", f"2025-01-0{day}").entity_id for day in (5, 6, 7)]
    assert len(set(found)) == 3


def test_two_holders_of_one_post_stay_two(archive: Archive) -> None:
    facts = archive()
    links = link(tables_of(facts))
    asim = entity_of(facts, links, "Asim Raza", "2025-09-07")
    assert asim.entity_id != entity_of(facts, links, "Sultan Ahmad Chaudhary", "2025-09-07").entity_id


def test_countries_keep_namesakes_apart() -> None:
    from flows.resolve.identify import identify

    told = [("PK", "Pakistani Foreign Minister"), ("MY", "Malaysian Foreign Minister")]
    facts = [identify(make_facts([person("Hassan Ali", post, country_code=c)], key=c)) for c, post in told]
    assert len(set(canonical(link(tables_of(facts))).values())) == 2


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(range(12)))
def test_order_changes_nothing(archive: Archive, order: list[int]) -> None:
    facts = archive()
    assert link(tables_of(facts[i] for i in order)) == link(tables_of(facts))


def test_unsure_links_are_listed_not_made() -> None:
    from flows.resolve.identify import identify

    told = [("SSP Investigation Multan", "Multan", "2024-01-01"), ("DIG Security Karachi", "Karachi", "2022-02-01")]
    facts = [
        identify(
            make_facts(
                [person("Imran Bangash", post, country_code="PK"), *(("organization", f"{place} {n}", {}) for n in "ABCDEFGH")],
                place=place, day=day,
            )
        )
        for post, place, day in told
    ]  # fmt: skip
    links = link(tables_of(facts))
    placed = {m.entity_id for f in facts for m in f.mentions if m.kind == "person"}
    doubts = {(r.entity_id, r.other_entity_id): r for r in links.entity_reviews}
    assert len({canonical(links)[i] for i in placed if i}) == 2
    assert [r for pair, r in doubts.items() if set(pair) == {canonical(links)[i] for i in placed if i}]


def test_an_alias_is_what_a_reader_sees_not_how_a_page_breaks_it() -> None:
    facts = make_facts([("organization", "Punjab Police", {}), ("organization", "Punjab Police", {})])
    broken = replace(facts.mentions[1], text="Pun\u00adjab\u00a0 Police")
    links = link(tables_of([identify(replace(facts, mentions=(facts.mentions[0], broken)))]))
    assert [e.aliases for e in links.entities if e.name == "Punjab Police"] == [()]


def test_a_short_name_is_the_holder_of_its_post_at_that_time() -> None:
    reports = [
        make_facts([person("Torwal Zamgatti", "Prime Minister", country_code="PK")], day="2014-03-02"),
        make_facts([person("Dilesho Zamgatti", "Prime Minister", country_code="PK")], day="2025-03-02"),
        make_facts([person("Zamgatti", "Prime Minister", country_code="PK")], day="2025-03-05"),
    ]
    facts = [identify(f) for f in reports]
    assert entity_of(facts, link(tables_of(facts)), "Zamgatti", "2025-03-05").name == "Dilesho Zamgatti"
    father, son, short = (profile(Gathered.of(tables_of([f]))) for f in facts)
    sought = set(office_marks(short, around=True))
    assert sought & set(office_marks(son))
    assert not sought & set(office_marks(father))


def profile(gathered: Gathered) -> Profile:
    return next(p for p in profiles(gathered).values() if p.kind == "person")
