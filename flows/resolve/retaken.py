"""A course taken again where only scores are others, and lower: whether it leads to the groups of before, and what else differs.

Where every two spellings agree and each link counts as it did, the same links are made in whatever order: nothing need be joined to
know it. Else the whole course is taken, as before and as now.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, combinations
from typing import Final, NamedTuple

from flows.resolve.clusters import Link, Pair
from flows.resolve.courses import Course, Names, Taken, are_near, made_in_round, take
from flows.resolve.weigh import LINKED, UNSURE, Verdict

_FEW: Final = 8  # spellings of which every two are compared


class Retaken(NamedTuple):
    """Who is linked by another verdict, and the unsure links between groups that stayed apart, before and now; none where those
    are the same."""

    best: Mapping[str, Verdict]
    doubts_before: Sequence[Link]
    doubts: Sequence[Link]


class _Led(NamedTuple):
    """The links that a course makes, and those that it leaves unsure."""

    made: list[Link]
    unsure: list[Link]


def retake(course: Course, verdicts: Mapping[Pair, Verdict]) -> Retaken | None:
    """What differs with other verdicts on some pairs; None where somebody is linked otherwise."""
    if _agree(course.names):
        before, now = _led(course), _led(course.weighed(verdicts))
        if _ends(before.made) == _ends(now.made) and _ends(before.unsure) == _ends(now.unsure):
            others = (link for link in chain(before.made, now.made) if link.pair in verdicts)
            ends = frozenset(chain.from_iterable(map(_end, others)))
            best = _others(_best(before.made, ends), _best(now.made, ends)) if ends else {}
            is_other = any(link.pair in verdicts for link in chain(before.unsure, now.unsure))
            return Retaken(best, _doubts(before), _doubts(now)) if is_other else Retaken(best, (), ())
    was, led = take(course), take(course.weighed(verdicts))
    if was.steps != led.steps:
        return None
    return Retaken(_others(was.clusters.best, led.clusters.best), was.doubts, led.doubts)


def _agree(names: Mapping[str, Names]) -> bool:
    """Whether no two that are joined by a pair can have names that do not agree."""
    spellings = {spelling for of_one in names.values() for spelling in of_one}
    return len(spellings) <= _FEW and all(are_near(one, other) for one, other in combinations(sorted(spellings), 2))


def _led(course: Course) -> _Led:
    """Where a course leads among names that all agree."""
    pairs = list(chain(*course.placed, *course.left))
    likeliest = [max(links, key=lambda link: (link.verdict.score, link.one, link.other)) for links in course.bare]
    counted = [link for link in (*pairs, *likeliest) if link.verdict.score >= UNSURE]
    made = [link for link in counted if link.verdict.score >= LINKED]
    for links in course.rounds:
        made += sorted(made_in_round(links), key=_end)
    return _Led(made, [link for link in counted if link.verdict.score < LINKED])


def _end(link: Link) -> tuple[str, str]:
    return link.one, link.other


def _ends(links: Iterable[Link]) -> list[tuple[str, str]]:
    return [_end(link) for link in links]


def _best(made: Iterable[Link], ends: frozenset[str]) -> dict[str, Verdict]:
    best: dict[str, Verdict] = {}
    for link in made:
        for end in ends.intersection(_end(link)):
            best[end] = max(best.get(end, link.verdict), link.verdict)
    return best


def _others(before: Mapping[str, Verdict], now: Mapping[str, Verdict]) -> dict[str, Verdict]:
    """Those of now that are told otherwise than before."""
    return {i: verdict for i, verdict in now.items() if verdict[:2] != before[i][:2]}


def _doubts(led: _Led) -> list[Link]:
    if not led.unsure:
        return []
    taken = Taken(unsure=led.unsure)
    taken.clusters.join(led.made)
    return taken.doubts
