"""Small reports and facts to store."""

from collections.abc import Callable
from datetime import date

import pytest

from flows.contract.records import Facts, Mention, RawReport, Report, Section, SourceFile, make_id


@pytest.fixture
def make_raw() -> Callable[..., RawReport]:
    def make(number: int, **values) -> RawReport:
        text = values.pop("text", f"LAHORE: The minister opened bridge number {number} on Monday.")
        url = values.pop("url", f"https://paper.example/{number}")
        return RawReport(
            report_id=make_id(url, None, text), source_name=f"a.jsonl#{number}", source_uri="/a.jsonl", source_kind="jsonl",
            text=text, url=url, **values,
        )  # fmt: skip

    return make


@pytest.fixture
def make_facts() -> Callable[..., Facts]:
    def make(raw: RawReport, published_on: date | None = date(2025, 3, 4)) -> Facts:
        report = Report(
            report_id=raw.report_id, source_name=raw.source_name, source_uri=raw.source_uri, text=raw.text, url=raw.url,
            published_on=published_on,
        )  # fmt: skip
        section = Section(report_id=raw.report_id, ordinal=0, kind="body", char_start=0, char_end=len(raw.text))
        mention = Mention(
            report_id=raw.report_id, ordinal=0, kind="place", char_start=0, char_end=6, text="LAHORE", name="Lahore",
            recognizer="test",
        )  # fmt: skip
        return Facts(report=report, sections=(section,), mentions=(mention,))

    return make


@pytest.fixture
def source_file(tmp_path_factory) -> SourceFile:
    path = tmp_path_factory.mktemp("source") / "a.jsonl"
    path.write_text("{}")
    status = path.stat()
    return SourceFile(uri=str(path), name=path.name, size=status.st_size, modified_ns=status.st_mtime_ns)
