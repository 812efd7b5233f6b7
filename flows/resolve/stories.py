"""Reports of one event, whatever outlet and day: near-duplicates by MinHash, then the same event by shared rare names and numbers.

A pure function of the set of reports: order of arrival changes nothing. Text is not read: signatures stand for it.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import pyarrow as pa

from flows.contract.records import Story
from flows.resolve.likeness import COPY, Pair, Signed, alike, signed

_SPAN: Final = 1  # days a story lasts: a paper prints the day after the agency
_CLOSENESS: Final = 0.5  # share of the pairs between two groups that must be alike for the groups to be one story


def stories(tables: Mapping[str, pa.Table]) -> tuple[Story, ...]:
    """The story of every report, from the tables ``reports`` and ``report_signatures``. Reports without date stand alone."""
    reports = signed(tables)
    pairs = sorted(alike(reports), key=lambda pair: (-pair.score, pair.one, pair.other))
    told = {story.report_id: story for story in _told(reports, _grouped(reports, pairs), pairs)}
    originals = dict(zip(*(tables["reports"][c].to_pylist() for c in ("report_id", "duplicate_of")), strict=True))
    return tuple(_story(report_id, originals, told) for report_id in sorted(originals))


def _story(report_id: str, originals: Mapping[str, str | None], told: Mapping[str, Story]) -> Story:
    """The story of a report; that of its original where it is the same page crawled again."""
    original = originals[report_id]
    if original in originals and original is not None:
        source = told.get(original)
        story_id, follows = (source.story_id, source.follows_story_id) if source else (original, None)
        reason = f"the same page as {original}, crawled again"
        return Story(report_id=report_id, story_id=story_id, follows_story_id=follows, score=1.0, reason=reason)
    return told.get(report_id) or Story(report_id=report_id, story_id=report_id)


def _grouped(reports: Signed, pairs: Sequence[Pair]) -> list[list[int]]:
    """The group of each report by row: likest pairs first, groups joined while they stay close and short."""
    groups = [[row] for row in range(len(reports.ids))]
    linked = {(pair.one, pair.other) for pair in pairs}
    for pair in pairs:
        one, other = groups[pair.one], groups[pair.other]
        if one is not other and _is_one_story(pair, one, other, reports, linked):
            one, other = sorted((one, other), key=len)
            other += one
            for row in one:
                groups[row] = other
    return groups


def _is_one_story(pair: Pair, one: list[int], other: list[int], reports: Signed, linked: set[tuple[int, int]]) -> bool:
    """Whether two groups tell of one event: within a day, alike in most pairs; one outlet does not tell it anew next day."""
    days = [int(reports.days[row]) for row in (*one, *other)]
    if max(days) - min(days) > _SPAN:
        return False
    follows_up = (
        reports.days[pair.one] != reports.days[pair.other] and reports.outlets[pair.one] == reports.outlets[pair.other]
    )
    if follows_up and pair.copied < COPY:
        return False
    alike_pairs = sum((min(a, b), max(a, b)) in linked for a in one for b in other)
    return alike_pairs >= _CLOSENESS * len(one) * len(other)


def _told(reports: Signed, groups: list[list[int]], pairs: Sequence[Pair]) -> Iterator[Story]:
    """The stories that are more than one report: named after the earliest, with the best pair within, and what they follow."""
    first = [min(group) for group in groups]
    best: dict[int, Pair] = {}
    follows: dict[int, Pair] = {}
    for pair in reversed(pairs):  # the likest is set last
        if first[pair.one] == first[pair.other]:
            best[pair.one] = best[pair.other] = pair
        elif first[pair.one] < first[pair.other] and reports.days[first[pair.one]] < reports.days[first[pair.other]]:
            follows[first[pair.other]] = pair
    for row in best.keys() | {row for row, group in enumerate(groups) if first[row] in follows or len(group) > 1}:
        own, earlier = best.get(row), follows.get(first[row])
        yield Story(
            report_id=reports.ids[row],
            story_id=reports.ids[first[row]],
            follows_story_id=reports.ids[first[earlier.one]] if earlier else None,
            score=own.score if own else None,
            reason=_reason(own, row, reports) if own else None,
        )


def _reason(pair: Pair, row: int, reports: Signed) -> str:
    other = reports.ids[pair.other if pair.one == row else pair.one]
    if pair.copied >= COPY:
        return f"{pair.copied:.0%} of its wording is that of {other}"
    return f"shares rare names and numbers with {other}"
