"""What the reports say of each entity: spellings, posts, bodies, places, days. Counted from tables, not from text."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, Final

from flows.contract.records import make_id
from flows.language.names import name_parts, name_tokens
from flows.resolve.gathered import Gathered, Part
from flows.resolve.posts import fields, read_post
from flows.resolve.styles import Styles, ranked, styles
from flows.resolve.walks import Walks, callings, walks

_SLIP: Final = 3  # a spelling this many powers of two rarer than the commonest is taken for a slip
_FIELD: Final = re.compile(", | on ")
_SUBJECT: Final = 1 / 4  # of an entity's reports, how many are about what it is usually told of with
_SPELLINGS: Final = 4  # of a profile's most frequent spellings, how many it is known by


@dataclass(frozen=True, slots=True)
class Office:
    """A post that someone was seen in, and from when to when; no days where it was only told of as former."""

    post: str
    rank: str | None
    jurisdiction: str | None
    first_on: date | None
    last_on: date | None


@dataclass(frozen=True)
class Profile:
    """One entity as the reports show it."""

    entity_id: str
    kind: str
    names: Mapping[str, int]  # spelling → mentions
    texts: tuple[str, ...] = ()
    country: str | None = None
    bodies: frozenset[str] = frozenset()
    occupations: frozenset[str] = frozenset()
    honorifics: Mapping[str, int] = field(default_factory=dict)  # as printed before the name → mentions
    ranks: Mapping[str, int] = field(default_factory=dict)
    topics: Mapping[str, int] = field(default_factory=dict)  # label → reports
    datelines: frozenset[str] = frozenset()
    days: tuple[date, ...] = ()
    report_ids: tuple[str, ...] = ()
    offices: tuple[Office, ...] = ()
    members: tuple[str, ...] = ()  # the ids of those that it was merged from, where it was
    in_brief: int = 0  # how many reports, where none is listed, and of the days only the first

    @cached_property
    def evidence(self) -> str:
        """What tells it from any other profile, merged or not, of the same reports."""
        return make_id("merged", *self.members) if self.members else self.entity_id

    @cached_property
    def name(self) -> str:
        """The most frequent of the fullest spellings."""
        return best_name(self.names)

    @cached_property
    def usual_names(self) -> tuple[str, ...]:
        """The spellings that it is known by: the most frequent few."""
        return tuple(sorted(self.names, key=lambda n: (-self.names[n], n))[:_SPELLINGS])

    @property
    def reports(self) -> int:
        """How many name it."""
        return self.in_brief or len(self.report_ids)

    @cached_property
    def posts(self) -> frozenset[str]:
        """Canonical names of the posts held …"""
        return frozenset(o.post for o in self.offices)

    @cached_property
    def titles(self) -> frozenset[str]:
        """… and the same without place, body and field: who assists the Prime Minister on petroleum assists him."""
        return frozenset(
            head for post in self.posts for head in (post.split(", ", 1)[0], _FIELD.split(post, maxsplit=1)[0])
        )

    @cached_property
    def fields(self) -> frozenset[str]:
        """What the posts are for."""
        return frozenset().union(*map(fields, self.posts))

    @cached_property
    def styles(self) -> Styles:
        """How he is addressed …"""
        return styles(self.honorifics, sum(self.names.values()))

    @cached_property
    def ranked(self) -> Styles:
        """… and by which ranks."""
        return ranked(self.ranks, sum(self.names.values()))

    @cached_property
    def walks(self) -> Walks:
        """The walks of life where he belongs …"""
        return walks(self.posts, self.ranked.of, self.occupations, self.bodies)

    @cached_property
    def callings(self) -> frozenset[str]:
        """… and what he is called by words that last."""
        return callings(self.occupations)

    @cached_property
    def seats(self) -> frozenset[str]:
        """The places that posts are held for."""
        return frozenset(o.jurisdiction for o in self.offices if o.jurisdiction)

    @cached_property
    def subjects(self) -> frozenset[str]:
        """What the reports that name him are usually about."""
        return frozenset(topic for topic, reports in self.topics.items() if reports >= _SUBJECT * len(self.report_ids))

    @cached_property
    def first_on(self) -> date:
        """First day seen; the end of time where no report has a date."""
        return self.days[0] if self.days else date.max

    @cached_property
    def is_placed(self) -> bool:
        """Whether more than a name tells who it is: a post or a body."""
        return bool(self.bodies) or self.is_official

    @cached_property
    def is_official(self) -> bool:
        """Whether a post names one office rather than a grade."""
        return any(read_post(post).is_specific for post in self.posts)


def best_name(names: Mapping[str, int]) -> str:
    """The spelling with the most parts, none twice, of those that are no rare slips; then the most frequent, then the first by alphabet.

    How frequent one is counts in powers of two: a report more renames few, and all that facts repeat of who is renamed is told anew.
    """
    if len(names) == 1:
        return next(iter(names))
    powers = {name: mentions.bit_length() for name, mentions in names.items()}
    usual = max(powers.values()) - _SLIP
    return min(
        (n for n in names if powers[n] >= usual), key=lambda n: (-name_parts(n), len(name_tokens(n)), -powers[n], n)
    )


def profiles(
    gathered: Gathered, entity_ids: Iterable[str] | None = None, whole: Collection[str] | None = None
) -> dict[str, Profile]:
    """Entity id → profile in the order of the ids, of all entities or of some.

    Bodies, places and posts are told in brief, but those in ``whole``; none where that is None.
    """
    return {profile.entity_id: profile for profile in each_profile(gathered, entity_ids, whole)}


def each_profile(
    gathered: Gathered, entity_ids: Iterable[str] | None = None, whole: Collection[str] | None = None
) -> Iterator[Profile]:
    """The profiles one by one: all of a large store need not be held at once."""
    return map(_profile, gathered.parts(entity_ids, whole))


def _profile(parts: Sequence[Part]) -> Profile:
    countries = _counts(part.told["countries"] for part in parts)
    return Profile(
        entity_id=parts[0].entity_id,
        kind=parts[0].kind,
        names=_counts(part.told["names"] for part in parts),
        texts=tuple(_distinct(parts, "texts")),
        country=min(countries, key=lambda c: (-countries[c], c), default=None),
        bodies=frozenset(_distinct(parts, "bodies")),
        occupations=frozenset(_distinct(parts, "occupations")),
        honorifics=_counts(part.told["honorifics"] for part in parts),
        ranks=_counts(part.told["ranks"] for part in parts),
        topics=_counts(part.topics for part in parts),
        datelines=frozenset(_distinct(parts, "datelines")),
        days=tuple(map(date.fromordinal, _days(parts))),
        report_ids=tuple(sorted({report for part in parts for report in part.seen.get("report_ids", ())})),
        offices=tuple(_offices(parts)),
        in_brief=0 if parts[0].seen else sum(part.reports for part in parts),
    )


def _days(parts: Sequence[Part]) -> list[int]:
    first = min((part.first_day for part in parts if part.first_day), default=None)
    every = {day for part in parts for day in part.seen.get("days", ()) if day}
    return sorted(every | {first} if first else every)


def _counts(told: Iterable[Mapping[str, int] | None]) -> dict[str, int]:
    """Sums by key, in the order of the keys; most are told of by one part, or by none."""
    given = [counts for counts in told if counts]
    return dict(sorted((given[0] if len(given) == 1 else summed(given)).items())) if given else {}


def summed(told: Iterable[Mapping[str, int]]) -> dict[str, int]:
    """Sums by key."""
    found: dict[str, int] = {}
    for counts in told:
        for key, count in counts.items():
            found[key] = found.get(key, 0) + count
    return found


def _distinct(parts: Sequence[Part], column: str) -> list[Any]:
    """What some part tells, sorted, without what is not given."""
    return sorted({item for part in parts for item in part.told[column] if item})


def _offices(parts: Sequence[Part]) -> Iterator[Office]:
    """A row a post, from the first day to the last of those that any part tells."""
    held: dict[str, list[list[str | None]]] = {}
    for part in parts:
        for post, *told in part.held:
            held.setdefault(post or "", []).append(told)
    for name, of_batches in sorted(held.items()):
        ranks, jurisdictions, first, last = zip(*of_batches, strict=True)
        days = _least(first), max(filter(None, last), default=None)
        yield Office(name, _least(ranks), _least(jurisdictions), *(date.fromisoformat(d) if d else None for d in days))


def _least(told: Iterable[str | None]) -> str | None:
    return min((item for item in told if item is not None), default=None)
