"""Statements: where the content stands around its cue, whether it is quoted, and who speaks."""

import pytest

from flows.extract.events import find_events
from flows.extract.statements import find_statements
from flows.language.seeds import rows
from tests.extract.building import parsed

CHIEF = {"text": "Omar Rashid", "post": "IG Punjab", "rank": "IG"}


def said(text, *mentions):
    """[(speaker, cue, content, direct)] of a text's statements."""
    report = parsed(text, *mentions)
    return [
        (s.speaker_name, text[s.cue_start : s.cue_end], text[s.content_start : s.content_end], s.is_direct)
        for s in find_statements(report)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The police said that the road was closed.", [("The police", "said", "the road was closed", False)]),
        ("The police later said they had held two men.", [("The police", "said", "they had held two men", False)]),
        ("According to the details, the road was closed.", []),
        ("“The road is bad,” it was added.", [(None, "added", "The road is bad", True)]),
        ("The road was closed, the police said.", [("the police", "said", "The road was closed", False)]),
        ("The road was closed, said a spokesperson.", [("a spokesperson", "said", "The road was closed", False)]),
        (
            "Luckily, the police said, nobody was hurt in the blast.",
            [("the police", "said", "nobody was hurt in the blast", False)],
        ),
        ("According to the mayor, the bridge was safe.", [("the mayor", "According to", "the bridge was safe", False)]),
        ("The bridge was safe, according to the mayor.", [("the mayor", "according to", "The bridge was safe", False)]),
        ("The judge ordered the board to pay the fine.", [("The judge", "ordered", "to pay the fine", False)]),
        ("The officer told reporters that the gang had fled.", [("The officer", "told", "the gang had fled", False)]),
        ("“The road is closed for now,” the mayor said.", [("the mayor", "said", "The road is closed for now", True)]),
        ("The mayor said: “The road is closed for now.”", [("The mayor", "said", "The road is closed for now.", True)]),
        (
            "The mayor said the suspects, aged 27 and 34, were at large.",
            [("The mayor", "said", "the suspects, aged 27 and 34, were at large", False)],
        ),
        ("The mayor insisted the road had vanished.", [("The mayor", "insisted", "the road had vanished", False)]),
        (
            "The mayor told a delegation led by a priest that the road was safe.",
            [("The mayor", "told", "the road was safe", False)],
        ),
        ("The mayor praised the “heroic” guards of the town.", []),
        ("The mayor said nothing.", []),
        (
            "The mayor said “the road is closed for now,” he said.",
            [("The mayor", "said", "the road is closed for now", True)],
        ),
        ("The judge was told to sit down.", []),
        ("The judge was told by the guards to sit down.", []),
        (
            "The mayor said that the road was closed and stressed that the bridge was safe.",
            [
                ("The mayor", "said", "the road was closed", False),
                ("The mayor", "stressed", "the bridge was safe", False),
            ],
        ),
        (
            "The mayor said the road was closed. It may be added that the bridge was safe.",
            [("The mayor", "said", "the road was closed", False)],
        ),
        (
            "“The road is closed,” another officer, a colonel, told reporters.",
            [("another officer, a colonel", "told", "The road is closed", True)],
        ),
        (
            "The board said the road was closed. He said the bridge was safe.",
            [("The board", "said", "the road was closed", False), (None, "said", "the bridge was safe", False)],
        ),
        (
            "Stressing that peace mattered, the mayor said the talks would go on.",
            [
                ("the mayor", "Stressing", "peace mattered", False),
                ("the mayor", "said", "the talks would go on", False),
            ],
        ),
        (
            "Urging people to stay calm, the mayor opened the bridge.",
            [("the mayor", "Urging", "to stay calm", False)],
        ),
        (
            "The mayor wrote a letter to the board, requesting the police to guard the bridge.",
            [("The mayor", "requesting", "to guard the bridge", False)],
        ),
        (
            "The board was informed by the mayor that the bridge was safe.",
            [("the mayor", "informed", "the bridge was safe", False)],
        ),
        ("The judge observed that the case was old.", [("The judge", "observed", "the case was old", False)]),
        (
            "The mayor, chairing a meeting on the board that was formed to sell flour, ordered the police to stay.",
            [("The mayor", "ordered", "to stay", False)],
        ),
        (
            "The judge stated that the board was free, the clerk said.",
            [
                ("the clerk", "said", "The judge stated that the board was free", False),
                ("The judge", "stated", "the board was free", False),
            ],
        ),
        (
            "The mayor said the bridge was safe, according to a press release.",
            [
                ("a press release", "according to", "The mayor said the bridge was safe", False),
                ("The mayor", "said", "the bridge was safe", False),
            ],
        ),
        ("According to the vision of the mayor, the school was opened.", []),
        ("The said school is linked with the board.", []),
        ("It was a small — and some might say foolish — plan of the board.", []),
        ("The judge declared the school closed in an order that also allowed a new hall.", []),
        (
            "The mayor said the traders were fond of noise and maintained that no one was safe.",
            [
                ("The mayor", "said", "the traders were fond of noise", False),
                ("The mayor", "maintained", "no one was safe", False),
            ],
        ),
        (
            "The school was opened, said an officer of the board while chairing a meeting held here.",
            [("an officer of the board", "said", "The school was opened", False)],
        ),
        (
            "The mayor, whose son worked at the bank, told reporters that the school was safe.",
            [("The mayor", "told", "the school was safe", False)],
        ),
        (
            "The mayor, identified as a former judge in a report, claimed that the school was safe.",
            [("The mayor", "claimed", "the school was safe", False)],
        ),
        (
            "The mayor wondered how the plans of the board had failed, adding that the school was safe.",
            [
                ("The mayor", "wondered", "how the plans of the board had failed", False),
                ("The mayor", "adding", "the school was safe", False),
            ],
        ),
        ("However, no one has claimed responsibility.", []),
        (
            "The mayor was there. The board was told that flour was short. “It is getting late,” it was added.",
            [(None, "added", "It is getting late", True)],
        ),
        (
            "The police told reporters “they're close to an end”.",
            [("The police", "told", "they're close to an end", True)],
        ),
        ("The players observed a minute of silence for those who had died.", []),
        (
            "The mayor assured a new hall would be built.",
            [("The mayor", "assured", "a new hall would be built", False)],
        ),
        (
            "The mayor said in a note that there was a hole in the roof.",
            [("The mayor", "said", "there was a hole in the roof", False)],
        ),
        (
            "Rina Costa, head of the union, said the roof was safe.",
            [("Rina Costa", "said", "the roof was safe", False)],
        ),
        ("The mayor said Eid was near.", [("The mayor", "said", "Eid was near", False)]),
        ("The board met several traders, all of whom insisted the roof was safe.", []),
        (
            "The mayor urged the board to repair the roof and met the traders.",
            [("The mayor", "urged", "to repair the roof", False)],
        ),
        (
            "Omar Rashid said the roof was safe, and rejected the plan.",
            [("Omar Rashid", "said", "the roof was safe", False)],
        ),
        ("The board insisted it had warned them.", [("The board", "insisted", "it had warned them", False)]),
        (
            "The mayor said the lamps would light the hall.",
            [("The mayor", "said", "the lamps would light the hall", False)],
        ),
        (
            "Towns such as Pune and Nashik said they were tired.",
            [("Towns such as Pune and Nashik", "said", "they were tired", False)],
        ),
    ],
)
def test_contents(text, expected):
    assert said(text) == expected


def test_who_is_named_speaks_on_an_occasion_told_right_behind():
    """Without commas the name was read as a noun's, and the rally's town spoke."""
    text = "Omar Rashid addressing a rally in the town said crime fell."
    assert said(text, CHIEF) == [("Omar Rashid", "said", "crime fell", False)]


def test_a_cited_document_names_its_author():
    body = {"kind": "organization", "text": "Harbour Police"}
    text = "According to a statement issued by the Harbour Police today, the road was closed."
    report = parsed(text, body)
    (statement,) = find_statements(report)
    assert statement.speaker_name == "a statement issued by the Harbour Police today"
    assert statement.speaker_ordinal == 0


def test_what_was_shown_is_no_speaker():
    places = [{"kind": "initiative", "text": words} for words in ("Harbour Museum", "Walls of Honour")]
    text = (
        "They were shown the Harbour Museum and the Walls of Honour, and an officer told them that the force lost men."
    )
    assert said(text, *places) == [("an officer", "told", "the force lost men", False)]


def test_one_speaker_with_two_cues():
    text = "The mayor said the road was closed, adding that the bridge was safe."
    assert said(text) == [
        ("The mayor", "said", "the road was closed", False),
        ("The mayor", "adding", "the bridge was safe", False),
    ]


def test_pronouns_are_the_last_speaker_by_name():
    text = "IG Punjab Omar Rashid said the road was closed. He added that the bridge was safe. The toll was waived, he added."
    assert [s[0] for s in said(text, CHIEF)] == ["IG Punjab Omar Rashid", "Omar Rashid", "Omar Rashid"]


def test_a_document_is_taken_up_by_it():
    text = "The statement said the road was closed. It added that the bridge was safe."
    assert [s[0] for s in said(text)] == ["The statement", "The statement"]


def test_quotations_that_go_on_keep_their_speaker():
    text = "“The road is closed for now,” the mayor said. “The bridge is safe to use.”"
    assert said(text) == [
        ("the mayor", "said", "The road is closed for now", True),
        ("the mayor", "said", "The bridge is safe to use.", True),
    ]


def test_a_quotation_of_several_sentences_is_one_statement():
    text = "“The road is closed. Nobody may pass it tonight,” the mayor warned."
    assert said(text) == [("the mayor", "warned", "The road is closed. Nobody may pass it tonight", True)]


def test_what_a_participant_says_belongs_to_the_engagement():
    text = "IG Punjab Omar Rashid met a delegation of traders. He said the road was safe. A shopkeeper said the road was dark."
    report = parsed(text, CHIEF)
    events, participants = find_events(report)
    statements = find_statements(report, events, participants)
    assert [s.engagement_id for s in statements] == [events[0].event_id, None]


def test_the_speaker_is_linked_to_his_mention():
    report = parsed("IG Punjab Omar Rashid said the road was safe. He added that it was dark.", CHIEF)
    assert [s.speaker_ordinal for s in find_statements(report)] == [0, 0]


@pytest.mark.parametrize("row", rows("reporting_verbs"), ids=lambda r: r["lemma"])
def test_every_reporting_verb_reports(row):
    assert len(said(row["example"])) == 1


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("Two held for robbing a bank: police", [("police", ":", "Two held for robbing a bank", False)]),
        ("Road to be open by Eid: Omar Rashid", [("Omar Rashid", ":", "Road to be open by Eid", False)]),
        ("Exports: the road ahead for small firms", []),
        ("Road to be open by Eid: the full story", []),
    ],
)
def test_headline_attributions(headline, expected):
    text = f"{headline}\n\nA short text follows."
    mentions = (CHIEF,) if "Omar Rashid" in text else ()
    report = parsed(text, *mentions, headline=headline)
    found = find_statements(report)
    assert [
        (s.speaker_name, text[s.cue_start : s.cue_end], text[s.content_start : s.content_end], s.is_direct)
        for s in found
    ] == expected


@pytest.mark.parametrize(
    ("text", "honorifics", "speaker"),
    [
        ("Asad Khan said the road was closed. Nida Umar was there. She added that work would start.", ("Mr", "Ms"), "Nida Umar"),
        ("Nida Umar said the road was closed. Asad Khan was there. He added that work would start.", ("Ms", "Mr"), "Asad Khan"),
        ("Nida Umar said the road was closed. Asad Khan was there. She added that work would start.", ("Ms", "Mr"), "Nida Umar"),
        ("Asad Khan said the road was closed. Nida Umar was there. She added that work would start.", (None, "Ms"), "Nida Umar"),
        ("Asad Khan said the road was closed. The rain stopped. She added that work would start.", ("Mr",), None),
    ],
)  # fmt: skip
def test_he_and_she_agree_with_what_names_and_address_tell(
    text: str, honorifics: tuple[str | None, ...], speaker: str | None
) -> None:
    names = sorted((n for n in ("Asad Khan", "Nida Umar") if n in text), key=text.index)
    mentions = [{"text": n, "honorific": h} for n, h in zip(names, honorifics, strict=True)]
    assert said(text, *mentions)[-1][0] == speaker


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("A clerk who owned a shop in the harbour said the road was shut.", "A clerk", "the road was shut"),
        ("A spokesman for a forum which advises young lawyers said that the fee was high.", "A spokesman for a forum", "the fee was high"),
    ],
)  # fmt: skip
def test_who_speaks_is_not_what_a_relative_clause_names(text, speaker, content):
    found = find_statements(parsed(text))
    assert [(s.speaker_name, text[s.content_start : s.content_end]) for s in found] == [(speaker, content)]


def test_what_happened_highlights_nothing_in_words():
    assert find_statements(parsed("The workshop drew a crowd, highlighting the healing nature of clay.")) == ()
    assert len(find_statements(parsed("The minister met farmers, highlighting the need for water."))) == 1


def test_that_with_a_verb_behind_it_describes_a_noun():
    assert find_statements(parsed("The mayor announced an inquiry into the strike that killed nine miners.")) == ()


def test_he_is_whoever_has_acted_since_the_last_speaker():
    text = "Ana Brandt said the road was shut. Omar Rashid thanked the guests. He said that the bridge was open."
    found = find_statements(parsed(text, {"text": "Ana Brandt"}, {"text": "Omar Rashid"}))
    assert [s.speaker_name for s in found] == ["Ana Brandt", "Omar Rashid"]
    text = "Ana Brandt said the road was shut. “Omar Rashid shut the old bridge for a year,” she said."
    found = find_statements(parsed(text, {"text": "Ana Brandt"}, {"text": "Omar Rashid"}))
    assert [s.speaker_name for s in found] == ["Ana Brandt", "Ana Brandt"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor said, “We will go to court,” which he named a right.", ("The mayor", "We will go to court", True)),
        (
            "The mayor highlighted the ties with Japan and thanked the envoy.",
            ("The mayor", "the ties with Japan", False),
        ),
        (
            "The police shut the border, expelled two envoys, and ordered the guards to leave.",
            ("The police", "to leave", False),
        ),
    ],
)
def test_what_was_said_ends_where_its_speaker_goes_on(text, expected):
    """What is told behind a quotation or a thing named is not said."""
    spoken = [(speaker, content, direct) for speaker, _, content, direct in said(text)]
    assert expected in spoken, spoken


@pytest.mark.parametrize(
    "text",
    [
        "The discussions highlighted the need for a bridge.",
        "Rossi added a fourth in stoppage time since Brandt left the field.",
    ],
)
def test_what_no_one_says(text):
    """A thing that highlights another, and a player who adds a goal, say nothing."""
    assert said(text) == []


def test_what_a_comma_parts_from_a_cue_may_tell_when_it_was_said():
    """``X said, after he was questioned``: what he said stands before."""
    spoken = [
        content for _, _, content, _ in said("The road was closed, the mayor said, after he was held by the police.")
    ]
    assert spoken == ["The road was closed"]
