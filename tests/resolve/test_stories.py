"""Reports of one event are one story; other events, and the next day's news of it, are not. Order changes nothing."""

from datetime import date, timedelta
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.contract.records import Report, ReportSignature, Story
from flows.contract.tables import TABLES
from flows.language.minhash import hashed, shingled, telling, words_of
from flows.language.subjects import subject_words
from flows.resolve.likeness import TOLD, Pair, Teller
from flows.resolve.opened import Batch
from flows.resolve.stories import Told, _grouped, stories

SEIZURE = (
    "KARACHI: Customs officers at Port Qasim seized 412 kilograms of tea hidden in a container from Mombasa, Collector "
    "Shireen Baloch said. The driver, Ghazanfar Lashari, was handed over to the Docks police station."
)
RETOLD = (
    "Tea weighing 412 kilograms was found in a container that had come from Mombasa. Ghazanfar Lashari, who drove the "
    "lorry, is held at Docks. Collector Shireen Baloch praised her staff at Port Qasim in Karachi."
)
SENTENCED = (
    "KARACHI: A court sent Ghazanfar Lashari, in whose lorry Collector Shireen Baloch found tea from Mombasa at Port "
    "Qasim, to jail for 2 years. Docks police had asked for more, and the judge set a fine of Rs50,000."
)
WEATHER = (
    "Rain with thunder is expected in Murree, Swat and Dir on Friday; the Met Office warned of landslides near Naran."
)
FILLER = [
    f"In {town} the {body} met on {day} and named {name} to lead it for {n} weeks."
    for n, (town, body, day, name) in enumerate(
        (t, b, d, p)
        for t in ("Quetta", "Multan", "Gujrat", "Larkana", "Chaman")
        for b in ("Press Club", "Bar Council", "Traders Alliance")
        for d, p in (("Monday", "Zohaib Tunio"), ("Sunday", "Rabail Mirani"))
    )
]


def tables_of(told: list[tuple[str, str, str, int, str | None]]) -> dict[str, pa.Table]:
    """Tables of reports: id, text, outlet, days after the first of May, and which one it is a re-crawl of."""
    reports, signatures = [], []
    for report_id, text, outlet, day, original in told:
        on = date(2025, 5, 1) + timedelta(days=day)
        named: dict[str, Any] = {"source_name": report_id, "source_uri": report_id, "text": text, "outlet": outlet}
        reports.append(Report(report_id=report_id, published_on=on, duplicate_of=original, **named))
        signatures.append(
            ReportSignature(
                report_id=report_id,
                shingles=shingled(words_of(text)),
                words=hashed(telling(text)),
                subject_words=subject_words(words_of(text)),
            )
        )
    return {n: TABLES[n].arrow(r) for n, r in (("reports", reports), ("report_signatures", signatures))}


def batches_of(told: list[tuple[str, str, str, int, str | None]]) -> dict[str, Batch]:
    """Three batches of reports, by the ends of their ids."""
    found = {str(at): [report for report in told if ord(report[0][-1]) % 3 == at] for at in range(3)}
    return {name: Batch({"all": repr(reports)}, tables_of(reports)) for name, reports in found.items()}


ARCHIVE = [
    ("a-agency", SEIZURE, "Agency", 0, None),
    ("b-paper", RETOLD, "Paper", 1, None),
    ("c-again", SEIZURE, "Agency", 0, "a-agency"),
    ("d-copy", SEIZURE + " More is awaited.", "Other", 0, None),
    ("e-later", SENTENCED, "Agency", 3, None),
    ("f-weather", WEATHER, "Paper", 0, None),
    *((f"z{n:02}", text, "Paper", n % 5, None) for n, text in enumerate(FILLER)),
]


def found_in(told: list[tuple[str, str, str, int, str | None]]) -> tuple[Story, ...]:
    return tuple(Story(**row) for row in stories({"all": Batch({}, tables_of(told))})[0].to_pylist())


def told_by(report_id: str, found: tuple[Story, ...]) -> Story:
    return next(s for s in found if s.report_id == report_id)


def test_every_report_has_one_story() -> None:
    found = found_in(ARCHIVE)
    assert [s.report_id for s in found] == sorted(r[0] for r in ARCHIVE)


def test_copies_retellings_and_recrawls_are_one_story() -> None:
    found = found_in(ARCHIVE)
    assert {told_by(r, found).story_id for r in ("a-agency", "b-paper", "c-again", "d-copy")} == {"a-agency"}
    assert "crawled again" in (told_by("c-again", found).reason or "")
    assert "wording" in (told_by("d-copy", found).reason or "")
    assert "rare names" in (told_by("b-paper", found).reason or "")


VAN = "OKARA: A passenger van turned over on Multan Road near Okara on Tuesday and six people were hurt, Rescue 1122 said."
VAN_AGAIN = (
    "OKARA: Nine were hurt when a van from Renala to Pakpattan overturned near Okara, officers told newsmen on Tuesday."
)


@pytest.mark.parametrize(("kind", "stories_told"), [("x-INCIDENT", 1), ("", 2)])
def test_one_kind_of_event_at_one_place_and_day_is_one_story(kind: str, stories_told: int) -> None:
    told = [("van", VAN, "Agency", 0, None), ("van-again", VAN_AGAIN, "Paper", 1, None), *ARCHIVE[5:]]
    tables = tables_of(told)
    happening = hashed([f"{kind} okara 2025-05-01"] if kind else [])
    signatures = tables["report_signatures"].to_pylist()
    signatures = [row | {"happenings": happening if row["report_id"].startswith("van") else b""} for row in signatures]
    tables["report_signatures"] = pa.Table.from_pylist(signatures, TABLES["report_signatures"].schema)
    found = [
        Story(**row) for row in stories({"all": Batch({}, tables)})[0].to_pylist() if row["report_id"].startswith("van")
    ]
    assert len({story.story_id for story in found}) == stories_told
    if kind:
        assert all((s.score or 0) >= TOLD and "same place and day" in (s.reason or "") for s in found)


LOAN = (
    "MANILA: The Harbour Bank lent Quetta Water Board 90 million dollars on Tuesday to mend canals and pumps, its president "
    "Ines Duarte said, and thanked the ministry for reforms of water prices and taxes."
)
LENT = (
    "Canals and pumps will be mended with 90 million dollars from abroad, the ministry announced on Tuesday. A bank had asked "
    "for reforms of prices and taxes. The Board in Quetta serves Pishin, Ziarat and Mastung, its president Farid Achakzai told Reuters."
)


@pytest.mark.parametrize(
    ("days", "headline", "stories_told"),
    [
        (0, "Bank lends money for canals", 1),
        (0, "Fair opens", 1),
        (1, "Bank lends money for canals", 1),
        (1, "Fair opens", 2),
        (2, "Bank lends money for canals", 2),
    ],
)
def test_one_matter_told_in_other_words_is_one_story(days: int, headline: str, stories_told: int) -> None:
    told = [("bank", LOAN, "Agency", 0, None), ("bank-again", LENT, "Paper", days, None), *ARCHIVE[5:]]
    tables = tables_of(told)
    heads = {"bank": "Harbour Bank lends for canals", "bank-again": headline}
    reports = [row | {"headline": heads.get(row["report_id"])} for row in tables["reports"].to_pylist()]
    tables["reports"] = pa.Table.from_pylist(reports, TABLES["reports"].schema)
    found = [row for row in stories({"all": Batch({}, tables)})[0].to_pylist() if row["report_id"].startswith("bank")]
    assert len({row["story_id"] for row in found}) == stories_told
    if stories_told == 1:
        assert all("what it is about" in row["reason"] for row in found)


def test_a_later_day_is_another_story_that_follows() -> None:
    later = told_by("e-later", found_in(ARCHIVE))
    assert (later.story_id, later.follows_story_id) == ("e-later", "a-agency")


def test_other_events_stand_alone() -> None:
    found = found_in(ARCHIVE)
    assert told_by("f-weather", found) == Story(report_id="f-weather", story_id="f-weather")


@settings(max_examples=15, deadline=None)
@given(st.permutations(ARCHIVE))
def test_order_of_arrival_changes_nothing(archive: list[tuple[str, str, str, int, str | None]]) -> None:
    assert found_in(archive) == found_in(ARCHIVE)


def test_no_reports_no_stories() -> None:
    assert found_in([]) == ()


YEAR = [
    (report_id + str(month), text, outlet, day + 29 * month, original and original + str(month))
    for month in range(6)
    for report_id, text, outlet, day, original in ARCHIVE[:12]
]


@settings(max_examples=12, deadline=None)
@given(st.lists(st.lists(st.sampled_from(YEAR), unique=True), min_size=2, max_size=4))
def test_any_runs_end_as_one(runs: list[list[tuple[str, str, str, int, str | None]]]) -> None:
    before = None
    for run in runs:
        found, before = stories(batches_of(run), before)
        before = Told.read(before.tables())
        assert tuple(Story(**row) for row in found.to_pylist()) == found_in(run)


def test_months_that_are_as_they_were_are_not_compared_again(monkeypatch: pytest.MonkeyPatch) -> None:
    _, before = stories(batches_of(YEAR))
    compared: list[int] = []
    monkeypatch.setattr("flows.resolve.stories.alike", lambda _, month: compared.append(month) or ())
    stories(batches_of([*YEAR, ("new", WEATHER, "Paper", 0, None)]), before)
    assert compared == [(2025 - 1970) * 12 + month for month in (4, 5, 6)]


def test_what_no_changed_pair_connects_is_not_grouped_again(monkeypatch: pytest.MonkeyPatch) -> None:
    grouped: list[str] = []

    def seen(pairs: list[Pair]) -> dict[Teller, list[Teller]]:
        grouped.extend(pair.one.report_id for pair in pairs)
        return _grouped(pairs)

    monkeypatch.setattr("flows.resolve.stories._grouped", seen)
    _, before = stories(batches_of(YEAR))
    assert {report_id[-1] for report_id in grouped} == set("012345")
    grouped.clear()
    more = [*YEAR, ("new", SEIZURE, "Third", 0, None)]
    found, _ = stories(batches_of(more), before)
    assert grouped
    assert {report_id[-1] for report_id in grouped}.isdisjoint("45")  # of months in which nothing is another
    assert tuple(Story(**row) for row in found.to_pylist()) == found_in(more)


@pytest.mark.parametrize("abreast", [1, 2, 5])
def test_how_many_reports_are_compared_at_once_changes_nothing(monkeypatch: pytest.MonkeyPatch, abreast: int) -> None:
    told = [(f"{i}{n}", f"{text} No {n}.", of, day + 2 * n, None) for n in range(6) for i, text, of, day, _ in ARCHIVE]
    whole = found_in(told)
    assert any(story.story_id != story.report_id for story in whole)
    monkeypatch.setattr("flows.resolve.likeness._ABREAST", abreast)
    assert found_in(told) == whole
