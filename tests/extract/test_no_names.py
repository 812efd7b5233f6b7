"""What the lists know for no name is none, however much it looks like one to the model."""

import pytest

from flows.contract.records import Mention, RawReport
from flows.extract.mentions import find_mentions
from flows.extract.reading import read
from flows.parse import parse


def _found(text: str) -> tuple[Mention, ...]:
    raw = RawReport(report_id="r", source_name="t", source_uri="t", source_kind="text", text=text)
    return find_mentions(read(*parse(raw)))


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("KARACHI: Dealers say that urea and DAP were short in May. The price of DAP rose.", "DAP"),
        ("ISLAMABAD: The moon of Shawwal 1446 AH was not sighted on Saturday.", "AH"),
        ("QUETTA: With temperatures of 41 degrees Celsius on Saturday, schools were shut.", "Celsius"),
        ("ISLAMABAD: Prizes went to the schools for English, Chemistry, Geography and History.", "Chemistry"),
    ],
)
def test_words_that_are_listed_for_no_names(text: str, thing: str):
    assert thing not in {mention.text for mention in _found(text)}


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("LAHORE: The chief minister handed Himmat Cards to the families of Okara.", "Cards"),
        ("ISLAMABAD: Supply is cut for Khayaban, Misrial, Gulberg Feeders and surrounding areas.", "Feeders"),
        ("LAHORE: He signed the Basel Conventions and spoke with Vice Chancellors, editors and others.", "Conventions"),
        ("LAHORE: The talk was attended by the Vice Chancellors, editors and students.", "Chancellors"),
    ],
)
def test_no_body_ends_in_what_is_handed_out_or_in_an_office(text: str, head: str):
    assert not [m.text for m in _found(text) if m.kind == "organization" and m.text.endswith(head)]


def test_whose_wicket_fell_is_a_person():
    text = (
        "KARACHI: The hosts won by six wickets on Monday.\n\n"
        "FALL OF WICKETS: 1-12 (Zubin), 2-40 (Khushdil), 3-71 (Tanzid), 4-99 (Jaker), 5-120 (Mahedi Hasan)\n\n"
        "BOWLING: Amir 4-0-30-2"
    )
    kinds = {mention.text: mention.kind for mention in _found(text)}
    assert {kinds[name] for name in ("Khushdil", "Tanzid", "Jaker")} == {"person"}


def test_a_town_in_brackets_behind_a_figure_of_another_kind_is_one():
    kinds = {m.text: m.kind for m in _found("LAHORE: The dates are fixed: 2024-25 (Multan) and 3 (Sialkot).")}
    assert kinds.get("Multan") == "place"


def test_a_name_listed_with_other_capitals_counts_with_them():
    text = "PESHAWAR: The former Fata has seven agencies, and crimes in IIoJK were told to MoFA and to MOFA by Zanu-PF."
    found = {(m.kind, m.text): m.recognizer for m in _found(text)}
    assert found[("place", "Fata")] == found[("place", "IIoJK")] == "listed"
    assert {name for kind, name in found if kind == "organization"} == {"MoFA", "MOFA", "Zanu-PF"}


def test_a_name_counts_with_its_article_in_small_letters_and_as_a_list_has_it_so():
    text = (
        "GENEVA: The UN refugee agency told al-Jazeera and al-Azhar that al-Qaeda had left Yemen. He flew with airblue."
    )
    bodies = {mention.text for mention in _found(text) if mention.kind == "organization"}
    assert bodies == {"UN refugee agency", "al-Jazeera", "al-Azhar", "al-Qaeda", "airblue"}
