"""Inside one report: who is who, and who holds which post."""

import pytest

from flows.contract.records import EventParticipant, Facts, Statement
from flows.resolve.identify import identify
from flows.resolve.people import group_people
from flows.resolve.places import find_place
from tests.resolve.conftest import make_facts, person, replace


def ids(facts: Facts) -> list[str | None]:
    return [m.entity_id for m in identify(facts).mentions]


def test_one_person_under_full_name_surname_and_other_spelling() -> None:
    found = ids(make_facts([person("Usman Anwar", "IG Punjab"), person("Anwar"), person("Usman Anwer")]))
    assert len(set(found)) == 1


def test_two_who_share_a_surname_stay_two() -> None:
    found = ids(make_facts([person("Usman Anwar"), person("Kashif Anwar"), person("Anwar")]))
    assert len(set(found)) == 3


def test_the_fullest_form_is_the_name() -> None:
    facts = identify(make_facts([person("Chohan"), person("Tariq Rustam Chohan"), person("Tariq Chohan")]))
    assert {m.name for m in facts.mentions} == {"Tariq Rustam Chohan"}


def test_a_name_printed_twice_in_a_row_is_no_fuller() -> None:
    for slip in ("Tariq Chohan Tariq Chohan", "Tariq Chohan Chohan"):
        facts = identify(make_facts([person(slip), person("Tariq Chohan"), person("Chohan")]))
        assert {m.name for m in facts.mentions} == {"Tariq Chohan"}


def test_a_name_without_post_is_told_apart_by_its_report() -> None:
    one, other = (ids(make_facts([person("Muhammad Ali")], key=key)) for key in "ab")
    assert one != other


def test_a_name_with_post_has_one_id_in_every_report() -> None:
    posts = ("IG Punjab", "Punjab IG", "Inspector General of Police (IGP) Punjab")
    found = {ids(make_facts([person("Usman Anwar", post)], key=post))[0] for post in posts}
    assert len(found) == 1


def test_the_party_of_a_minister_is_not_what_he_is_minister_of() -> None:
    """The Prime Minister of Pakistan was one of a party, whoever held the post."""
    told = [
        person("Hira Solangi", "Prime Minister", organization="Pakistan Peoples Party"),
        person("Sami Gul", "Chairman", organization="Pakistan Peoples Party"),
    ]
    rows = identify(make_facts(told)).occupancies
    assert [row.organization for row in rows] == [None, "Pakistan Peoples Party"]


def test_occupancies_name_post_rank_place_body_and_status() -> None:
    facts = identify(make_facts([person("A. D. Khowaja", "former IG Sindh", country_code="PK")]))
    (row,) = facts.occupancies
    assert (row.post_name, row.rank, row.jurisdiction, row.status) == (
        "Inspector General of Police, Sindh", "IG", "Sindh", "former",
    )  # fmt: skip
    assert row.observed_on == facts.report.published_on
    assert row.organization_entity_id == ids(make_facts([("organization", "Sindh Police", {})]))[0]
    assert (row.char_start, row.char_end) == (0, len("A. D. Khowaja"))


def test_a_post_mention_gives_its_holder_the_post() -> None:
    told = [person("Nida Umar"), ("post", "AIG Finance", {"holder_ordinal": 0, "organization": "Punjab Police"})]
    facts = identify(make_facts(told))
    (row,) = facts.occupancies
    assert row.post_name == "AIG Finance, Punjab"
    assert facts.report.text[row.char_start : row.char_end] == "AIG Finance"
    assert facts.mentions[1].holder_entity_id == facts.mentions[0].entity_id == row.person_entity_id


def test_a_post_of_the_one_force_in_the_report_is_of_its_province() -> None:
    told = [
        person("Usman Anwar", "IG Punjab"),
        person("Abid Khan", "DIG Headquarters"),
        person("Asad Butt", "Inspector"),
    ]
    names = {o.post_name for o in identify(make_facts(told)).occupancies}
    assert names == {
        "Inspector General of Police, Punjab", "Deputy Inspector General Headquarters, Punjab", "Inspector",
    }  # fmt: skip
    two = identify(make_facts([*told, ("organization", "Sindh Police", {})]))
    assert "Deputy Inspector General Headquarters" in {o.post_name for o in two.occupancies}


def test_parties_and_speakers_are_the_holders_of_their_posts() -> None:
    told = [person("Nida Umar"), ("post", "AIG Finance", {"holder_ordinal": 0}), ("post", "DIG Security", {})]
    facts = make_facts(told)
    span = {"report_id": facts.report.report_id, "char_start": 0, "char_end": 1}
    parties = [EventParticipant(event_id="e", ordinal=i, role="attendee", mention_ordinal=i, **span) for i in range(3)]
    said = Statement(
        report_id=facts.report.report_id, ordinal=0, speaker_ordinal=1, cue_start=0, cue_end=1,
        content_start=0, content_end=1, is_direct=False,
    )  # fmt: skip
    found = identify(replace(facts, event_participants=tuple(parties), statements=(said,)))
    holder, _, unnamed = (m.entity_id for m in found.mentions)
    assert [p.entity_id for p in found.event_participants] == [holder, holder, unnamed]
    assert found.statements[0].speaker_entity_id == holder


def test_acronym_and_long_form_are_one_body() -> None:
    one, other = ids(make_facts([("organization", "FIA", {}), ("organization", "Federal Investigation Agency", {})]))
    assert one == other


def test_spellings_of_an_initiative_are_one() -> None:
    found = ids(make_facts([("initiative", n, {}) for n in ("Tahaffuz Centre", "Tahafuz Centers", "Tahaffuz Markaz")]))
    assert len(set(found)) == 1


def test_a_homonymous_place_is_settled_by_the_dateline() -> None:
    sindh, india = (
        identify(make_facts([("place", "Hyderabad", {})], place=place)).mentions[0] for place in ("Karachi", "Mumbai")
    )
    assert (sindh.country_code, india.country_code) == ("PK", "IN")
    assert sindh.entity_id != india.entity_id


@pytest.mark.parametrize(
    ("one", "other", "are_same"),
    [
        ("Jinnah Convention Center", "Jinnah Convention Centre", True),
        ("Minar-e-Pakistan", "Minar-i-Pakistan", True),
        ("Hayatabad Phase II", "Hayatabad Phase I", False),
        ("Sector I-12", "Sector E-12", False),
    ],
)
def test_spellings_of_an_unlisted_place(one: str, other: str, are_same: bool) -> None:
    first, second = (ids(make_facts([("place", name, {})]))[0] for name in (one, other))
    assert (first == second) is are_same


def test_a_homonymous_place_is_settled_by_its_neighbours() -> None:
    told = [("place", name, {}) for name in ("India", "Punjab")]
    assert identify(make_facts(told, place="")).mentions[1].country_code == "IN"
    told = [("place", name, {}) for name in ("Pakistan", "Punjab")]
    assert identify(make_facts(told, place="")).mentions[1].country_code == "PK"


def test_groups_keep_every_mention_once() -> None:
    mentions = list(enumerate(make_facts([person(n) for n in ("A B", "B", "C B", "A", "A B C")]).mentions))
    groups = group_people(mentions)
    assert sorted(o for group in groups for o in group) == [0, 1, 2, 3, 4]


def test_a_report_without_mentions_passes() -> None:
    facts = make_facts([])
    assert identify(facts) == facts


def test_what_each_province_has_one_of_is_that_of_the_report() -> None:
    told = [
        ("organization", "Safe City Islamabad", {"country_code": "PK"}),
        ("initiative", "Safe City", {"country_code": "PK"}),
        person("Asad Khan", "DG PDMA", organization="Provincial Disaster Management Authority", country_code="PK"),
    ]
    for place, names, post in (
        (
            "Lahore",
            ["Safe City, Punjab", "Safe City, Punjab"],
            "Director General, Punjab, Provincial Disaster Management Authority",
        ),
        (
            "Islamabad",
            ["Safe City Islamabad", "Safe City"],
            "Director General, Provincial Disaster Management Authority",
        ),
    ):
        facts = make_facts(told, place=place)
        printed = replace(facts.mentions[0], text="Safe City")
        found = identify(replace(facts, mentions=(printed, *facts.mentions[1:])))
        assert [m.name for m in found.mentions[:2]] == names
        assert [o.post_name for o in found.occupancies] == [post]


def test_one_who_has_two_offices_in_one_breath_holds_both() -> None:
    told = identify(make_facts([person("Karim Dad", "Deputy Prime Minister and Foreign Minister")], place="Islamabad"))
    assert {o.post_name for o in told.occupancies} == {"Deputy Prime Minister", "Minister for Foreign Affairs"}
    assert len({(o.person_entity_id, o.char_start) for o in told.occupancies}) == 1


@pytest.mark.parametrize(
    ("name", "kind"), [("Washington", "city"), ("New York", "city"), ("Punjab", "province"), ("Sindh", "province")]
)
def test_a_large_city_goes_before_the_state_of_its_name(name: str, kind: str) -> None:
    place = find_place(name)
    assert place is not None
    assert place.kind == kind


@pytest.mark.parametrize(("place", "jurisdiction"), [("Punjab", "Punjab"), ("Fiji", None)])
def test_a_post_is_of_the_province_that_is_said_to_have_it(place: str, jurisdiction: str | None) -> None:
    post = "Minister for Health"
    told = make_facts([("place", place, {}), ("post", post, {"holder_ordinal": 2}), person("Asad Khan", post)])
    owner, held, holder = told.mentions
    behind = replace(held, char_start=owner.char_end + 3, char_end=owner.char_end + 3 + len(post))
    found = identify(replace(told, mentions=(owner, behind, holder))).occupancies
    assert {o.jurisdiction for o in found} == {jurisdiction}
