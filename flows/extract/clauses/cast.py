"""Who acts in a report, and whom pronouns stand for at a point of it."""

from collections.abc import Sequence
from typing import NamedTuple

from flows.contract.records import Mention


class Party(NamedTuple):
    """Somebody who acts. ``name`` is None where only the post is known; ``kind`` is person, post, body, group, team or document."""

    kind: str
    name: str | None
    post: str | None
    ordinal: int | None
    start: int
    end: int
    plural: bool = False


class Cast(NamedTuple):
    """The mentions of a report, and who pronouns stand for at this point of it."""

    mentions: Sequence[Mention]
    singular: Party | None = None
    plural: tuple[Party, ...] = ()
    neutral: Party | None = None
    group: Party | None = None
    pair: tuple[Party, ...] = ()

    def after(self, parties: Sequence[Party]) -> "Cast":
        """The cast once ``parties`` were the subject of a clause."""
        if not parties:
            return self
        last = parties[0]
        if last.kind == "team":
            return Cast(self.mentions, self.singular, (last,), last, last, self.pair)
        if len(parties) > 1 or last.plural:
            return Cast(self.mentions, self.singular, tuple(parties), self.neutral, self.group, self.pair)
        if last.ordinal is not None and _is_people(self.mentions[last.ordinal]):
            return Cast(self.mentions, self.singular, (last,), last, self.group, self.pair)
        if last.kind in ("body", "document"):
            return Cast(self.mentions, self.singular, self.plural, last, self.group, self.pair)
        return Cast(self.mentions, last, self.plural, self.neutral, self.group, self.pair)


def _is_people(mention: Mention) -> bool:
    """Whether a body is called after its members: the Houthis, the Rangers."""
    return mention.kind == "organization" and " " not in mention.text and mention.text.endswith("s")


def same_party(one: Party, other: Party) -> bool:
    """Whether two parties share their mention or their name."""
    return (one.ordinal is not None and one.ordinal == other.ordinal) or (
        one.name is not None and one.name == other.name
    )


def of_mention(ordinal: int, cast: Cast) -> list[Party]:
    """The party that a mention names, a post by its holder; an initiative is none."""
    mention = cast.mentions[ordinal]
    if mention.kind == "post" and mention.holder_ordinal is not None:
        ordinal = mention.holder_ordinal
        mention = cast.mentions[ordinal]
    if mention.kind == "initiative":
        return []
    name = None if mention.kind == "post" else mention.name
    post = mention.post or (mention.text if mention.kind == "post" else None)
    kind = mention.kind if mention.kind in ("person", "post") else "body"
    return [Party(kind, name, post, ordinal, mention.char_start, mention.char_end)]
