from datetime import date
from pathlib import Path

from flows.contract.records import Facts, Report
from flows.drift import RUNS, Share, check, shares, warnings


def _facts(number: int, *, dated: bool) -> Facts:
    day = date(2025, 3, 4) if dated else None
    return Facts(report=Report(report_id=str(number), source_name="a", source_uri="a", text="x", published_on=day))


def test_shares_count_what_is_filled_in():
    found = shares(_facts(n, dated=n % 4 > 0) for n in range(40))
    assert found["reports with a publication date"] == Share(30, 40)
    assert found["reports with a headline"] == Share(0, 40)
    assert found["times with a value"] == Share(0, 0)


def test_a_share_that_is_far_from_the_last_runs_is_told(tmp_path: Path):
    usual, odd = (shares(_facts(n, dated=dated) for n in range(40)) for dated in (True, False))
    assert [check(tmp_path, usual) for _ in range(4)] == [()] * 4
    assert check(tmp_path, odd) == ("reports with a publication date: 0%, where the last 4 runs had 100%",)


def test_only_the_last_runs_are_kept_and_small_ones_are_not(tmp_path: Path):
    few = shares(_facts(n, dated=False) for n in range(5))
    assert check(tmp_path, few) == () and not (tmp_path / "runs.jsonl").exists()
    for _ in range(RUNS + 5):
        check(tmp_path, shares(_facts(n, dated=True) for n in range(40)))
    assert len((tmp_path / "runs.jsonl").read_text().splitlines()) == RUNS


def test_too_few_runs_are_nothing_to_compare_with():
    assert list(warnings({"a": 0.0}, [{"a": 1.0}] * 2)) == []
    assert len(list(warnings({"a": 0.0}, [{"a": 1.0}] * 3))) == 1
