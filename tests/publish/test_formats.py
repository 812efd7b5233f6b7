"""Answers in every format hold the same rows, and none of them can run in a spreadsheet or a terminal."""

import csv
import io
import json
from datetime import date

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.publish.formats import render

ANSWER = pa.table(
    {
        "name": ["Åsa", "=1+1", None],
        "seen": [date(2025, 3, 5), None, None],
        "n": [1, -2, 3],
        "l": [["a", "b"], [], None],
    }
)


def test_csv_neutralises_formulas_and_keeps_numbers():
    rows = list(csv.reader(io.StringIO(render(ANSWER, "csv").decode())))
    assert rows == [
        ["name", "seen", "n", "l"],
        ["Åsa", "2025-03-05", "1", "a; b"],
        ["'=1+1", "", "-2", ""],
        ["", "", "3", ""],
    ]


FORMULA = (
    "=",
    "+",
    "-",
    "@",
    "\t",
    "\r",
    "\n",
    "＝",
    "＋",
    "－",
    "＠",
)  # the last four: full-width, as Asian spreadsheets take them


@given(st.one_of(st.text(), st.builds(str.__add__, st.sampled_from(FORMULA), st.text())))
def test_no_csv_cell_starts_a_formula(text: str):
    (_, (cell,)) = csv.reader(io.StringIO(render(pa.table({"x": [text or "-"]}), "csv").decode(), newline=""))
    assert not cell.startswith(FORMULA)


def test_json_holds_dates_and_lists():
    assert json.loads(render(ANSWER, "json"))[0] == {"name": "Åsa", "seen": "2025-03-05", "n": 1, "l": ["a", "b"]}


def test_parquet_comes_back_as_it_was():
    assert pq.read_table(io.BytesIO(render(ANSWER, "parquet"))).equals(ANSWER)


def test_terminal_gets_no_control_characters_and_no_markup():
    told = render(pa.table({"x": ["\x1b[31mred\x07", "[bold]plain[/bold]"]}), "table", width=80).decode()
    assert "\x1b" not in told
    assert "\x07" not in told
    assert "[bold]plain[/bold]" in told
    assert "2 rows" in told


def test_unknown_format_names_the_known_ones():
    with pytest.raises(ValueError, match="table, csv, json, parquet"):
        render(ANSWER, "xlsx")
