"""Reports that tell of a subject in like words speak for one person; what a report says of itself does not count."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from flows.contract.records import Facts, ReportSignature
from flows.language.minhash import words_of
from flows.language.subjects import subject_words
from flows.resolve.company import Company
from flows.resolve.gathered import Gathered
from flows.resolve.identify import identify
from flows.resolve.marks import Bearers
from flows.resolve.profiles import Profile, profiles
from flows.resolve.weigh import Background, weigh
from flows.resolve.wording import Wording
from tests.resolve.conftest import make_facts, person, tables_of

MATCH = "the striker scored a penalty before the referee stopped the match"
REPLAY = "a striker missed the penalty, the referee said of the match"
FLOOD = "villagers fled as the embankment of the canal breached"


def told(name: str, story: str, key: str) -> Facts:
    found = identify(make_facts([person(name)], key=key))
    signature = ReportSignature(
        report_id=found.report.report_id, shingles=b"", words=b"", subject_words=subject_words(words_of(story))
    )
    return replace(found, report_signatures=(signature,))


@pytest.fixture
def known() -> tuple[Gathered, Mapping[str, Profile]]:
    stories = {"a": MATCH, "b": REPLAY, "c": FLOOD, "d": ""}
    gathered = Gathered.of(tables_of(told(f"Imran {key.upper()}olyar", story, key) for key, story in stories.items()))
    return gathered, {profile.name[6].lower(): profile for profile in profiles(gathered).values()}


def test_two_are_told_of_in_like_words_or_in_others(known: tuple[Gathered, Mapping[str, Profile]]) -> None:
    gathered, of = known
    wording = Wording(gathered)
    again, other = wording.likeness(of["a"], of["b"]), wording.likeness(of["a"], of["c"])
    assert again is not None and again > 0.4 and other == 0
    assert wording.likeness(of["b"], of["a"]) == again


def test_a_report_without_such_words_tells_nothing_nor_does_one_that_names_both(
    known: tuple[Gathered, Mapping[str, Profile]],
) -> None:
    gathered, of = known
    assert Wording(gathered).likeness(of["a"], of["d"]) is None
    beside = replace(of["b"], report_ids=of["a"].report_ids)
    assert Wording(gathered).likeness(of["a"], beside) is None
    more = replace(of["b"], report_ids=tuple(sorted((*of["a"].report_ids, *of["b"].report_ids))))
    assert Wording(gathered).likeness(replace(of["c"], report_ids=of["c"].report_ids), more) == 0


def test_like_words_are_evidence_for_one_person(known: tuple[Gathered, Mapping[str, Profile]]) -> None:
    gathered, of = known
    background = Background(Bearers(0, {}), Company(gathered), Wording(gathered))
    alike, other = weigh(of["a"], of["b"], background), weigh(of["a"], of["c"], background)
    assert "in like words" in alike.reason and "in other words" in other.reason
    assert alike.score > other.score
