"""Posts and the body that they are of: the words that name it are no part of what the post is for."""

import re
from typing import Final

from flows.language.names import fold
from flows.resolve.bodies import body_key, find_body
from flows.resolve.post_words import joiners, part, title_phrases, titles, trim

_INITIALS: Final = re.compile(r"(?<![^\W_])[A-Z]")
_DIVISION: Final = " Division"  # of a ministry
_MINISTRY: Final = "Ministry of "


def without_body(text: str, organization: str) -> str:
    """A post as printed without words at either end that name its body, in full, short or by its initials: ``PTI central leader``.

    Nothing is left where they are all that is printed.
    """
    words, initials = text.split(), "".join(_INITIALS.findall(organization))
    for size in range(len(words), 0, -1):
        for piece, others in ((words[:size], words[size:]), (words[-size:], words[:-size])):
            bare = trim(piece)
            whole = piece if piece[-1:] == bare[-1:] else bare  # Federal Board of Revenue, but not the Karachi police
            names = {" ".join(whole), " ".join(bare)}
            first = len(" ".join(piece if piece == words[:size] else others))
            if any(_is_called(name, organization, initials) for name in names) and not _is_in_an_office(text, first):
                return without_body(" ".join(others), organization)
    return text


def _is_called(name: str, organization: str, initials: str) -> bool:
    """Whether words name a body: in full, by what a list has for it, or by its initials."""
    named = find_body("organization", name)
    is_short = name == initials and fold(name) not in titles()
    return is_short or body_key(name) == body_key(organization) or (named is not None and named.name == organization)


def _is_in_an_office(text: str, at: int) -> bool:
    """Whether a place is inside the title of an office that each country has one of: the army chief is no chief of the army alone."""
    offices = part("nation").keys() | part("singular").keys()
    return any(
        start < at < end and fold(titles()[fold(form)][0]) in offices for start, end, form in title_phrases().find(text)
    )


def division(title: str, organization: str | None) -> str | None:
    """The field that a minister or secretary of a ministry or division holds."""
    is_so = organization and _field_of(organization) and title.rpartition(" ")[2] in joiners()
    return _field_of(organization or "") if is_so else None


def _field_of(organization: str) -> str | None:
    """What a ministry or its division is there for: Power Division, Ministry of Railways."""
    if organization.endswith(_DIVISION):
        return organization.removesuffix(_DIVISION)
    return organization.removeprefix(_MINISTRY) if organization.startswith(_MINISTRY) else None
