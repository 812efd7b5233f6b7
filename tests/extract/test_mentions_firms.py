"""Firms: what a report calls by a short name is the firm that it named whole, unless it names a person so."""

import pytest

from flows.contract.records import RawReport, make_id
from flows.extract.mentions import find_mentions
from flows.extract.reading import read
from flows.parse import parse
from tests.extract.test_mentions import found


@pytest.mark.parametrize(
    ("text", "firms"),
    [
        ("Zelkova Technologies Ltd opened a plant. Shares of Zelkova rose.", ["Zelkova Technologies Ltd", "Zelkova"]),
        (
            "Tarn Home Lines Inc sank. A report said Tarn Home Lines owed it.",
            ["Tarn Home Lines Inc", "Tarn Home Lines"],
        ),
        ("The board of Norrtex Limited met. It said Norrtex would sell.", ["Norrtex Limited", "Norrtex"]),
    ],
)
def test_a_firm_keeps_its_kind_under_its_short_name(text, firms):
    assert found(text, "organization") == firms
    assert found(text, "person") == []


def test_a_founder_named_in_full_stays_a_person():
    text = "Imran Dalvi founded Dalvi Holdings Ltd. Mr Dalvi said Dalvi would not resign."
    assert "Dalvi" not in found(text, "organization")


def test_a_place_in_a_firms_name_stays_a_place():
    assert "Lahore" not in found("Lahore Motors Ltd sells cars. It rained in Lahore on Monday.", "organization")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Norvix Foods, Inc. rose. Later Norvix fell.", ["Norvix Foods, Inc.", "Norvix"]),
        ("He works for Zorvan Semiconductor NV now.", ["Zorvan Semiconductor NV"]),
        ("Heartland Foods, Inc. is sold.", ["Heartland Foods, Inc."]),
        ("Renewable Looms (Pvt) Ltd. is sold.", ["Renewable Looms (Pvt) Ltd."]),
        ("They met Keltis & Borden LLP there.", ["Keltis & Borden LLP"]),
        ("They met the Punjab AG there.", []),
        ("They met Telenor Pakistan there.", ["Telenor Pakistan"]),
        ("He saw the Zorvan Doctors, Pharmacists and Dentists Union (ZDPDU).", ["Zorvan Doctors, Pharmacists and Dentists Union", "ZDPDU"]),
        ("They read Mizanor newspaper and the weekly Les Zorvans.", ["Mizanor", "Les Zorvans"]),
        ("They met the Civil Aviation Authority of Nepal.", ["Civil Aviation Authority of Nepal"]),
        ("They met the Ohio Environmental Protection Agency.", ["Ohio Environmental Protection Agency"]),
        ("They met Turkish police and the foreign ministry.", ["Turkish police", "foreign ministry"]),
        ("They met the Durban metro police and the Kenyan army.", ["Durban metro police", "Kenyan army"]),
        ("They saw an Afghan intelligence agency.", []),
    ],
)  # fmt: skip
def test_bodies_by_legal_form_noun_country_and_abbreviation(text, names):
    assert found(text, "organization") == names


@pytest.mark.parametrize(
    ("text", "firms"),
    [
        ("He sued Zorvan, a Dutch maker of pumps. Later Zorvan paid.", ["Zorvan", "Zorvan"]),
        ("It will sell more, said an analyst with Zelkova.", ["Zelkova"]),
        ("They phoned over Verizon Wireless there.", ["Verizon Wireless"]),
        ("Merrill Lynch was sold. Its chief led Merrill well.", ["Merrill Lynch", "Merrill"]),
        ("Zorvan Relief Holdings, known as ZRH, asked for a loan.", ["Zorvan Relief Holdings", "ZRH"]),
    ],
)
def test_what_stands_beside_a_name_tells_a_firm(text, firms):
    assert found(text, "organization") == firms


@pytest.mark.parametrize(
    "text",
    [
        "Rina Costa, a company spokeswoman, said Costa and Google met.",
        "Imran Dalvi, a lawyer, met Dalvi and McKenzie there.",
        "Rina McDaniel and Google met.",
    ],
)
def test_persons_beside_firms_stay_persons(text):
    assert not {"Rina Costa", "Costa", "Imran Dalvi", "Rina McDaniel"} & set(found(text, "organization"))


@pytest.mark.parametrize(
    ("text", "firm"),
    [
        ("Last week PalmSource was sold to a firm of Tokyo, and it was glad.", "PalmSource"),
        ("The firms Hynix and Google pleaded guilty to fixing prices there.", "Hynix"),
        ("In Manhattan the publishers Hachette and Simon & Schuster delay titles this year.", "Simon & Schuster"),
        ("The government has sued BP, Transocean and seven other firms over the oil spill.", "Transocean"),
    ],
)
def test_a_firm_that_the_model_takes_for_a_person_is_told_by_what_stands_beside_it(text, firm):
    text = f"LONDON: {text}"
    raw = RawReport(report_id=make_id(text), source_name="x", source_uri="x", source_kind="text", text=text)
    assert (firm, "organization") in {(m.text, m.kind) for m in find_mentions(read(*parse(raw)))}


@pytest.mark.parametrize(
    ("text", "firms"),
    [
        ("They sued energy company Shell. Later Shell paid.", ["Shell", "Shell"]),
        ("The trade union Zelkova called a strike.", ["Zelkova"]),
        ("They spoke well of it. Zorvan said it would pay.", ["Zorvan"]),
        ("The day was calm. Zorvan jumped 2.3 percent.", ["Zorvan"]),
        ("He bought shares in Zorvan from a Zelkova spokeswoman.", ["Zorvan", "Zelkova"]),
        ("It was good for Zorvan (ZRV.N) there.", ["Zorvan"]),
        ("The day was calm. Zorvan cut its outlook.", ["Zorvan"]),
        ("The day was calm. Zorvan and Zelkova gained 1.1% and 2%.", ["Zorvan", "Zelkova"]),
        ("He heard the Zorvan spokesman Imran Dalvi. Later Zorvan paid.", ["Zorvan", "Zorvan"]),
        ("They met at consultancy Zorvan Energy.", ["Zorvan Energy"]),
        ("They use Google, Zorvan, Zelkova and IBM.", ["Google", "Zorvan", "Zelkova", "IBM"]),
        ("The Delaware Supreme Court heard it.", ["Delaware Supreme Court"]),
        ("The day was calm. Rival Zorvan lost 3 percent.", ["Zorvan"]),
        ("Zorvan Ghana, the contractor, paid for it.", ["Zorvan Ghana"]),
        ("A bus operated by Zorvan Freres sank. Later Zorvan paid.", ["Zorvan Freres", "Zorvan"]),
        ("The minister told The Zorvan on Monday. The Zorvan wrote it.", ["The Zorvan", "The Zorvan"]),
        ("The employees of Zorvan and Zelkova's shareholders met.", ["Zorvan", "Zelkova"]),
        ("The U.S. Federal Reserve met. The Fed cut rates.", ["U.S. Federal Reserve", "Fed"]),
        ("They saw Google, Amazon and IBM there.", ["Google", "Amazon", "IBM"]),
        ("They work at Google International and KPMG India now.", ["Google International", "KPMG India"]),
    ],
)
def test_what_is_said_of_a_name_tells_a_firm(text, firms):
    assert found(text, "organization") == firms


@pytest.mark.parametrize(
    "text",
    [
        "The Topix rose 2.1 percent and Brent fell 1.2 percent.",
        "They swam in the Amazon near a shell. Hanna Costa said it would rain, and Costa said it would not.",
        "The exporter was in Lahore when prices rose 3 percent.",
    ],
)
def test_what_rises_and_who_speaks_need_not_be_a_firm(text):
    assert found(text, "organization") == []


def test_a_post_of_a_firm_holds_its_short_name():
    text = "Zelkova Technologies Ltd rose. Rina Costa, the chief executive of Zelkova, sold."
    assert found(text, "organization") == ["Zelkova Technologies Ltd", "Zelkova"]
