"""Any text is parsed: sections do not overlap, and every character that is not white space is in one."""

from hypothesis import given, settings
from hypothesis import strategies as st

from flows.contract.codes import SECTION_KINDS
from flows.contract.records import RawReport, Section
from flows.parse import parse

PIECES = st.sampled_from(
    [
        " date 2025-09-07 ", "LAHORE:", "LAHORE, Sep 7 (APP):",
        "Police met the visitors on Sunday in the city and talked about it.",
        "\n", "\n\n", "\r\n", "\\n", "\u00ad", "\u200b", "\xa0", "\ufeff", "&amp;", "â€™", "…",
        "- Pakistan - DAWN.COM", "•", "(", ")", "By Ali Raza",
        "Published in Dawn, March 2nd, 2025",
        "A gavel. — AFP/FileTANK: A court...", "(adsbygoogle=window.adsbygoogle||[]).push({});",
        "Meanwhile, ", "اردو میں خبر",
        "The delegation included Ali Khan and Sara Gill.", " ", "Title: x", "Date: 2024-01-01", "Source: y", "ﬁ", "İ",
    ]
)  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=300),
    st.lists(PIECES, max_size=14).map("".join),
    st.lists(PIECES | st.text(max_size=9), max_size=14).map(" ".join),
)


def raw(text: str, title: str | None = None) -> RawReport:
    return RawReport(report_id="r", source_name="a.txt", source_uri="a.txt", source_kind="text", text=text, title=title)


def check(text: str, sections: tuple[Section, ...]) -> None:
    end = 0
    for ordinal, section in enumerate(sections):
        assert section.ordinal == ordinal
        assert section.kind in SECTION_KINDS
        assert end <= section.char_start < section.char_end <= len(text)
        assert not text[end : section.char_start].strip()
        end = section.char_end
    assert not text[end:].strip()


@settings(deadline=None)  # the first text that is not plainly English loads the detector
@given(TEXTS)
def test_every_character_has_a_section(text: str) -> None:
    report, sections = parse(raw(text))
    assert report.text == text
    check(text, sections)


@settings(deadline=None)  # the first text that is not plainly English loads the detector
@given(TEXTS, TEXTS)
def test_with_a_title_of_its_own(title: str, content: str) -> None:
    text = f"{title}\n\n{content}"
    check(text, parse(raw(text, title))[1])


@settings(deadline=None)  # the first text that is not plainly English loads the detector
@given(TEXTS)
def test_parsing_is_a_function_of_its_input(text: str) -> None:
    assert parse(raw(text)) == parse(raw(text))
