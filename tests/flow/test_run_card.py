import markdown_it
from hypothesis import given
from hypothesis import strategies as st

from flows.contract.records import Accounting
from flows.findings import Findings
from flows.model import BuildResult
from flows.pipeline import Outcome
from flows.run_card import card, escaped, table
from flows.tasks import Tabulated

BATCH = Tabulated(batch_id="0123456789abcdef", rows={"reports": 3}, refused=0, seconds=1.0)
NASTY = "<script>alert(1)</script> [x](javascript:alert(1)) | **bold** `code` \n# head"


def _html(markdown: str) -> str:
    return markdown_it.MarkdownIt("commonmark", {"html": True}).enable("table").render(markdown)


def _findings() -> Findings:
    rows = [{"stage": "ingest", "reason": "empty", "reports": 2, "example": NASTY}]
    return Findings(
        counts={"reports": 3},
        meetings=[],
        quarantine=rows,
        conflicts=[],
        unknown_terms=[{"kind": "rank", "term": "Skipper"}],
    )


def test_the_card_tells_accounting_counts_and_quarantine():
    outcome = Outcome(accounting=Accounting(published=3, unchanged=4, quarantined=2), tabulated=[BATCH])
    shown = card(outcome, _findings())
    assert "3 new reports, 1 batch\n" in shown
    assert "Dates that disagree" not in shown, "what there is none of has no heading"
    assert "| 9 | 3 | 4 | 0 | 2 |" in shown
    assert "| reports | 3 |" in shown
    assert "| rank | Skipper |" in shown


def test_nothing_of_a_report_is_taken_for_markup():
    shown = _html(card(Outcome(accounting=Accounting(), tabulated=[BATCH]), _findings()))
    assert "<script" not in shown and "<a " not in shown and "<strong" not in shown and "<code" not in shown
    assert shown.count("<h1>") == 1


def test_a_failed_gate_is_on_the_card(tmp_path):
    built = BuildResult(database=tmp_path / "m.duckdb", published=False, failures=("unique_reports: 3 rows",))
    shown = card(Outcome(accounting=Accounting(published=1), tabulated=[BATCH], build=built), None)
    assert "# 1 new report, 1 batch; the marts stay as they were" in shown and "Gate failed" in shown
    built = BuildResult(
        tmp_path / "m", published=False, failures=tuple(f"test{n} {'of a long name ' * 9}" for n in range(9))
    )
    assert "test8" in card(Outcome(accounting=Accounting(), build=built), None), "every reason is told"


@given(st.text())
def test_any_text_stays_one_cell(text: str):
    assert _html(table([{"a": text, "b": "end"}])).count("<td>") == 2
    assert "\n" not in escaped(text)
