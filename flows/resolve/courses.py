"""The course that the linking of persons took: what was decided on, in which steps.

Whom a step decides on follows from the profiles and from the groups that the steps before it made. So where only scores are others,
the course can be taken again without profiles; if each step comes to what it came to before, the groups are those of before.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Self

from flows.language.names import likeness
from flows.resolve.clusters import Clusters, Link, Pair
from flows.resolve.profiles import best_name, summed
from flows.resolve.weigh import LINKED, UNSURE, Verdict

Names = Mapping[str, int]
_AGREE: Final = (
    0.7  # likeness that the usual names of two groups need: Awais Leghari is Sardar Awais Ahmad Khan Leghari
)
_STEPS: Final = ("placed", "bare", "left", "rounds")
SURE: Final = 0.8  # from here groups are joined: more may be wrong with them than with two mentions


@dataclass(slots=True)
class Course:
    """Links that count, in lists that are decided on one after the other; and the names of those who are joined by a pair."""

    names: dict[str, Names] = field(default_factory=dict)
    placed: list[list[Link]] = field(default_factory=list)  # between persons with a post or body
    bare: list[list[Link]] = field(default_factory=list)  # of each bare name, to the known bearers
    left: list[list[Link]] = field(default_factory=list)  # between bare names that no known one bears
    rounds: list[list[Link]] = field(default_factory=list)  # between groups

    @property
    def connected(self) -> Clusters:
        """Whom links connect: what is decided among them touches no one else."""
        connected = Clusters()
        for step in _STEPS:
            for links in getattr(self, step):
                connected.join(links)
        return connected

    def weighed(self, verdicts: Mapping[Pair, Verdict]) -> "Course":
        """The same with other verdicts on some pairs, none higher than it had."""
        steps = ([_weighed(links, verdicts) for links in getattr(self, step)] for step in _STEPS)
        return Course(self.names, *steps)

    def parts(self, connected: Clusters) -> "dict[str, Course]":
        """The courses of which this is one, by the id that stands for those who are connected."""
        found: dict[str, Course] = defaultdict(Course)
        for entity_id, names in self.names.items():
            found[connected.root(entity_id)].names[entity_id] = names
        for step in _STEPS:
            for links in getattr(self, step):
                own: dict[str, list[Link]] = defaultdict(list)
                for link in links:
                    own[connected.root(link.one)].append(link)
                for root, of_part in own.items():
                    getattr(found[root], step).append(of_part)
        return found

    def rows(self, pairs: Iterable[Pair]) -> tuple[Any, ...]:
        """What is kept of it: links with the places of their pairs among some."""
        places = {pair: at for at, pair in enumerate(pairs)}
        steps = ([[(k.one, k.other, places[k.pair]) for k in of] for of in getattr(self, step)] for step in _STEPS)
        return self.names, *steps

    @classmethod
    def of(cls, rows: Sequence[Any], verdicts: Mapping[Pair, Verdict]) -> Self:
        """From what was kept."""
        told = list(verdicts.items())
        names, *steps = rows
        return cls(
            names, *([[Link(one, other, *told[at][::-1]) for one, other, at in of] for of in step] for step in steps)
        )


@dataclass(slots=True)
class Taken:
    """Where a course led: groups, links too unsure to make, and what each step decided."""

    clusters: Clusters = field(default_factory=Clusters)
    unsure: list[Link] = field(default_factory=list)
    steps: list[Any] = field(default_factory=list)

    @property
    def doubts(self) -> list[Link]:
        """The unsure links between groups that stayed apart."""
        return [u for u in self.unsure if self.clusters.root(u.one) != self.clusters.root(u.other)]


def take(course: Course) -> Taken:
    """Takes a course from its first step to its last."""
    taken = Taken()
    for links in course.placed:
        _take_pairs(links, course.names, taken)
    for links in course.bare:
        attach(links, taken)
    for links in course.left:
        _take_pairs(links, course.names, taken)
    for links in course.rounds:
        taken.steps.append([(k.one, k.other) for k in join_round(links, taken.clusters)])
    return taken


def _weighed(links: list[Link], verdicts: Mapping[Pair, Verdict]) -> list[Link]:
    if not any(link.pair in verdicts for link in links):
        return links
    return [
        Link(link.one, link.other, verdicts[link.pair], link.pair) if link.pair in verdicts else link for link in links
    ]


def _take_pairs(links: Sequence[Link], names: Mapping[str, Names], taken: Taken) -> None:
    join_pairs(links, names, taken)
    taken.steps.append([taken.clusters.root(end) for link in links for end in (link.one, link.other)])


def join_pairs(links: Iterable[Link], names: Mapping[str, Names], taken: Taken) -> None:
    """Makes the links that are sure, surest first, where the groups' names agree: a short name must not join two longer ones."""
    clusters, of_group = taken.clusters, dict(names)
    told = (link for link in links if link.verdict.score >= UNSURE)
    for link in sorted(told, key=_surest_first):
        one, other = clusters.root(link.one), clusters.root(link.other)
        if link.verdict.score < LINKED or not (one == other or _agree(of_group[one], of_group[other])):
            taken.unsure.append(link)
            continue
        clusters.join([link])
        if one != other:
            of_group[clusters.root(one)] = summed([of_group[one], of_group[other]])


def _agree(one: Names, other: Names) -> bool:
    return are_near(best_name(one), best_name(other))


def are_near(one: str, other: str) -> bool:
    """Whether two names agree enough for groups that are known by them to be joined."""
    return likeness(one, other) >= _AGREE


def attach(links: Iterable[Link], taken: Taken) -> bool:
    """Makes the likeliest of the links of a bare name to those who are known, where it is likely enough."""
    best = max(links, key=lambda link: (link.verdict.score, link.one, link.other), default=None)
    is_made = best is not None and best.verdict.score >= LINKED
    if best and is_made:
        taken.clusters.join([best])
        taken.steps.append((best.one, best.other))
    elif best and best.verdict.score >= UNSURE:
        taken.unsure.append(best)
    return is_made


def join_round(links: Iterable[Link], clusters: Clusters) -> list[Link]:
    """Joins groups; the links that are made."""
    made = made_in_round(links)
    clusters.join(made)
    return made


def made_in_round(links: Iterable[Link]) -> list[Link]:
    """Of the links between groups the likest ones, each group once."""
    made: list[Link] = []
    joined: set[str] = set()
    for link in sorted((k for k in links if k.verdict.score >= SURE), key=_surest_first):
        if not {link.one, link.other} & joined:
            made.append(link)
            joined |= {link.one, link.other}
    return made


def _surest_first(link: Link) -> tuple[float, str, str]:
    return -link.verdict.score, link.one, link.other
