"""The body that a post is of, where no list has it, and posts that a comma parts from their body: our own sentences."""

import pytest

from tests.extract.building import mentions

LIST = "It was attended by Asad Khan, Advisor to PM Karim Shah, Special Assistant to PM Bilal Ahmed and others."


def holder(text: str, name: str) -> tuple[str | None, str | None]:
    """Post and body of the person that is printed so."""
    person = next(m for m in mentions(text) if m.kind == "person" and m.text == name)
    return person.post, person.organization


@pytest.mark.parametrize(
    ("text", "post", "body"),
    [
        ("Chief Executive Hilltop Securities Karim Shah came.", "Chief Executive Hilltop Securities", "Hilltop Securities"),
        ("Karim Shah, Head of Sales at Hilltop Securities, came.", "Head of Sales at Hilltop Securities", "Hilltop Securities"),
        ("PTI’s information secretary Karim Shah came.", "information secretary", "Pakistan Tehreek-e-Insaf"),
        ("Rector KIUX Dr Karim Shah came.", "Rector KIUX", "KIUX"),
        ("Director HRX Karim Shah came.", "Director HRX", None),
        ("Lahore Qalandars won. Later Qalandars captain Karim Shah came.", "Qalandars captain", "Lahore Qalandars"),
        ("Special Assistant on National Health Services Karim Shah came.", "Special Assistant on National Health Services", None),
    ],
)  # fmt: skip
def test_body_of_a_post(text: str, post: str, body: str | None) -> None:
    assert holder(text, "Karim Shah") == (post, body)


def test_body_that_stands_between_the_title_and_the_name() -> None:
    text = "It was attended by Director General, Valley Food Authority, Karim Shah, Secretary, Health Department, Nadia Khan and others."
    assert holder(text, "Karim Shah") == ("Director General, Valley Food Authority", "Valley Food Authority")
    assert holder(text, "Nadia Khan") == ("Secretary, Health Department", "Health Department")


def test_title_behind_a_name_is_that_holders() -> None:
    text = "Karim Shah, Director General, Valley Food Authority, Nadia Khan, Secretary, Health Department, came."
    assert holder(text, "Karim Shah") == ("Director General, Valley Food Authority", "Valley Food Authority")
    assert holder(text, "Nadia Khan") == ("Secretary, Health Department", "Health Department")


def test_remark_in_a_list_of_names() -> None:
    people = [
        m
        for m in mentions("The lawmakers Karim Shah, Nadia Khan (via video link) and Bilal Ahmed came.")
        if m.kind == "person"
    ]
    assert [m.occupation for m in people] == ["lawmaker"] * 3


@pytest.mark.parametrize(
    ("text", "name", "post"),
    [
        (LIST, "Asad Khan", None),
        (LIST, "Karim Shah", "Advisor to PM"),
        ("Karim Shah, trade adviser to Prime Minister Bilal Ahmed, said so.", "Karim Shah", "trade adviser to Prime Minister"),
        ("Special assistants came with coordinators to PM Karim Shah and Nadia Khan.", "Karim Shah", "coordinator to PM"),
        ("PM, Karim Shah discuss climate change", "Karim Shah", None),
        ("Prime Minister, Karim Shah has left.", "Karim Shah", "Prime Minister"),
    ],
)  # fmt: skip
def test_whose_post_it_is(text: str, name: str, post: str | None) -> None:
    assert holder(text, name)[0] == post
