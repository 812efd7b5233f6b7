"""A whole edition in one text: the time that a report takes grows with its length, not with the square of it."""

import time

from flows.contract.records import RawReport, make_id
from flows.extract.report import extract
from flows.parse import parse

GIVEN = ("Adeel", "Bushra", "Danish", "Erum", "Faisal", "Hina", "Junaid", "Kiran", "Laila", "Moeen")
FAMILY = ("Abbasi", "Bangash", "Cheema", "Durrani", "Gilani", "Jatoi", "Khattak", "Leghari", "Marwat", "Niazi")
SHORT, TIMES = 40, 16


def edition(paragraphs: int) -> RawReport:
    """A report of so many paragraphs, each with people, a body, a quotation with its speaker, and one that goes on."""
    text = "Edition of the day\n\n" + "\n\n".join(_paragraph(n) for n in range(paragraphs))
    return RawReport(report_id=make_id(text), source_name="x", source_uri="x", source_kind="text", text=text)


def _paragraph(number: int) -> str:
    name = f"{GIVEN[number % 10]} {FAMILY[number // 10 % 10]}{'a' * (number // 100)}"
    return (
        f"LAHORE: Director {name} of the Board of Waterways met a delegation of the Canal Union on Monday. “The gates"
        f" will open in spring,” said {name}. “Nobody will be left dry,” he added. “That is a promise.” The director"
        " told the board that the court had asked for a report."
    )


def seconds(paragraphs: int) -> float:
    raw = edition(paragraphs)
    begun = time.process_time()
    facts = extract(*parse(raw), model=False)
    assert len(facts.statements) >= paragraphs
    return time.process_time() - begun


def test_time_grows_with_length() -> None:
    seconds(SHORT)  # what is read once
    assert seconds(SHORT * TIMES) < 3 * TIMES * min(seconds(SHORT) for _ in range(3))
