"""Statements across ``and``: what it joins belongs to what was said, or is what the speaker did next; and sources that know."""

import pytest

from tests.extract.building import read_whole
from tests.extract.test_statements import said


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "The chemist said that the share of salt in canned and dried soups was high.",
            "the share of salt in canned and dried soups was high",
        ),
        (
            "The minister urged the mills to build a shared and guarded depot.",
            "to build a shared and guarded depot",
        ),
        (
            "The mayor noted that Oslo, with its old port and restored rail yard, was ready.",
            "Oslo, with its old port and restored rail yard, was ready",
        ),
        (
            "The mayor said the port is a calm place and has room for ships.",
            "the port is a calm place and has room for ships",
        ),
        (
            "The mayor said the old dam lets water through and could break.",
            "the old dam lets water through and could break",
        ),
        (
            "The mayor stressed that the port is safe and will open in spring.",
            "the port is safe and will open in spring",
        ),
    ],
)
def test_what_and_joins_to_what_was_said(text, content):
    """A participle that only says which, a clause whose verb is still to come, and a verb of the present are what was said."""
    assert [row[2] for row in said(text)] == [content]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The mayor said the port was safe and thanked the divers.", "the port was safe"),
        ("The mayor said the port is safe and thanked the divers.", "the port is safe"),
        ("The mayor urged the clerk to help the accused and praised old friends.", "to help the accused"),
        ("The mayor noted that the port is safe and praised trained divers.", "the port is safe"),
    ],
)
def test_what_a_speaker_did_next_was_not_said(text, content):
    assert [row[2] for row in said(text)] == [content]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Traders familiar with the plan said that the tolls would rise.", "Traders familiar with the plan"),
        ("“The tolls will rise,” said a clerk who was at the meeting.", "a clerk"),
        ("A banker aware of the plan told the paper that the tolls would rise.", "A banker aware of the plan"),
    ],
)
def test_sources_are_told_by_what_they_know_of(text, speaker):
    assert [row[0] for row in said(text)] == [speaker]


def test_a_paragraph_that_ends_at_a_comma_behind_what_is_insisted_is_read():
    assert read_whole("LAHORE: The owner insisted the sale,\n\nPolice came.", None).report.text.endswith("came.")
