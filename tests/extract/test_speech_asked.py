"""What is asked, called and held: questions, names between quotation marks, hopes and pleas; and who speaks on behind them."""

import pytest

from flows.extract.statements import find_statements
from tests.extract.building import parsed, read_whole


def said(text):
    """[(speaker, cue, content, direct)] of a text's statements."""
    return [
        (s.speaker_name, text[s.cue_start : s.cue_end], text[s.content_start : s.content_end], s.is_direct)
        for s in find_statements(parsed(text))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The judge asked the clerk why the file had been lost.",
            [("The judge", "asked", "why the file had been lost", False)],
        ),
        (
            "The judge asked whether the work of the dam was over?",
            [("The judge", "asked", "whether the work of the dam was over?", False)],
        ),
        ("The judge asked for the file.", []),
        (
            "Asked if he would resign, the mayor said the road was closed.",
            [("the mayor", "said", "the road was closed", False)],
        ),
        (
            "The spokesman called the newspaper’s report “plain nonsense” on Monday.",
            [("The spokesman", "called", "plain nonsense", False)],
        ),
        ("The spokesman called for the “garbage” to be burned.", []),
        (
            "The lawyer took the plea that the arrest was illegal.",
            [("The lawyer", "took the plea", "the arrest was illegal", False)],
        ),
        ("The lawyer took the road that leads to the port.", []),
        (
            "The mayor highlighted the losses that farmers face.",
            [("The mayor", "highlighted", "the losses that farmers face", False)],
        ),
        ("The mayor underscored the weight that voters gave to the road.", []),
        (
            "The mayor denied the claim that the road was closed.",
            [("The mayor", "denied", "the road was closed", False)],
        ),
        (
            "The board directed the schools to stay open and set up camps for pupils.",
            [("The board", "directed", "to stay open and set up camps for pupils", False)],
        ),
        (
            "“The crop is small,” says the farmer as he opens a gate to his field.",
            [("the farmer", "says", "The crop is small", True)],
        ),
        (
            "The mayor, who has been in office since May, alleged that the clerk had lied.",
            [("The mayor", "alleged", "the clerk had lied", False)],
        ),
        (
            "The dean said this project aims to help pupils, parents and teachers.",
            [("The dean", "said", "this project aims to help pupils, parents and teachers", False)],
        ),
        (
            "The minister, chairing a meeting of the board on Housing, Construction and Works, said it was late.",
            [("The minister", "said", "it was late", False)],
        ),
        (
            "The minister, who was in town but did not vote, said the road was a gift.",
            [("The minister", "said", "the road was a gift", False)],
        ),
        (
            "The minister said after a meeting with the mayor that ties were good.",
            [("The minister", "said", "ties were good", False)],
        ),
        (
            "The mayor instructed the clerks as well as the guards to stay.",
            [("The mayor", "instructed", "to stay", False)],
        ),
        (
            "The police said Imran, 28, a resident of the town, had been held.",
            [("The police", "said", "Imran, 28, a resident of the town, had been held", False)],
        ),
        (
            "The board urged countries that share the river to build dams.",
            [("The board", "urged", "to build dams", False)],
        ),
        (
            "According to the lab, which is the oldest, the sample was clean.",
            [("the lab", "According to", "the sample was clean", False)],
        ),
        (
            "According to police, the suspect, a resident of the town, was held.",
            [("police", "According to", "the suspect, a resident of the town, was held", False)],
        ),
        (
            "The judge ruled that the man must come, to which the lawyer replied that he was ill.",
            [
                ("The judge", "ruled", "the man must come", False),
                ("the lawyer", "replied", "he was ill", False),
            ],
        ),
        (
            "Gunmen took away 30 girls, police and residents said.",
            [("police and residents", "said", "Gunmen took away 30 girls", False)],
        ),
        (
            "“We will build the bridge,” the mayor promised.",
            [("the mayor", "promised", "We will build the bridge", True)],
        ),
        (
            "The mayor quoted sources saying the bridge could fall.",
            [("sources", "saying", "the bridge could fall", False)],
        ),
    ],
)
def test_contents(text, expected):
    assert said(text) == expected


def test_who_told_what_somebody_else_had_promised_speaks_on():
    text = (
        "The spokesman said that the engineer had promised that the road would be built. He said that work had begun."
    )
    assert [s[0] for s in said(text)][::2] == ["The spokesman", "The spokesman"]


def test_where_and_when_it_was_told_is_not_what_was_said():
    facts = read_whole("The mayor told reporters here on Monday, the road was closed.", "2025-03-12")
    assert [facts.report.text[s.content_start : s.content_end] for s in facts.statements] == ["the road was closed"]


def test_what_is_said_twice_is_one_statement():
    assert [s[2] for s in said("The mayor spoke. He said the road was long and wide, he said.")] == [
        "the road was long and wide"
    ]


def test_who_reports_what_he_said_is_another():
    text = "The mayor spoke. He said the road was long and wide, the Harbour Daily reported."
    assert [s[1] for s in said(text)] == ["reported", "said"]


def test_whom_he_informs_is_somebody_else():
    text = (
        "Director Omar Hadi discussed a plan with Minister Rina Costa. Minister Rina Costa stressed that the plan was good. "
        "Director Omar Hadi praised the minister for it. He informed Minister Rina Costa that a team would come."
    )
    facts = read_whole(text, "2025-03-12")
    assert [s.speaker_name for s in facts.statements][-1] == "Omar Hadi"


@pytest.mark.parametrize(
    ("headline", "speakers"),
    [
        ("Small airports to be opened soon: Senate told", []),
        ("Ready for war and peace alike: PM says to the nation", ["PM"]),
    ],
)
def test_who_is_told_in_a_headline_says_nothing(headline: str, speakers: list[str]):
    facts = read_whole(f"{headline}\n\nISLAMABAD: The road was open on Monday.", "2025-03-12")
    assert [s.speaker_name for s in facts.statements if s.speaker_name] == speakers


def test_the_post_behind_a_source_is_not_what_it_said():
    facts = read_whole("According to Mr Omar Rashid, head of the union, the road was closed.", "2025-03-12")
    assert [facts.report.text[s.content_start : s.content_end] for s in facts.statements] == ["the road was closed"]
