"""A changed record is what ``replace`` makes of it."""

from dataclasses import replace

from flows.contract.changed import changed
from flows.contract.records import Mention

MENTION = Mention(
    report_id="r", ordinal=0, kind="person", char_start=3, char_end=9, text="Usman", name="Usman", rank="IG"
)


def test_takes_new_values_and_keeps_the_others() -> None:
    given = {"name": "Usman Anwar", "entity_id": "e", "rank": None}
    assert changed(MENTION, **given) == replace(MENTION, **given)
    assert MENTION.name == "Usman"
