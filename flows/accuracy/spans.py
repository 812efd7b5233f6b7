"""Facts against hand-annotated reports: precision, recall and F1 a measure.

A gold row names a report and holds spans of its text: headline, dateline, stories, people, places, times, statements and so on.
"""

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Any, Final

from flows.accuracy.tally import Tally
from flows.contract.records import Facts, Mention, Time

Gold = Mapping[str, Any]
Span = tuple[int, int]
_MENTIONS: Final = {"person": "people", "organization": "organisations", "place": "places", "initiative": "programmes"}
_SECTIONS: Final = {"headline": "headline", "standfirst": "standfirst", "byline": "byline"}
_AREAS: Final = ("attendance", "furniture")
_LEAST_OVERLAP: Final = 0.5  # of what two statements cover together


def measure(pairs: Iterable[tuple[Gold, Facts]]) -> dict[str, Tally]:
    """Each measure over all reports."""
    total: dict[str, Tally] = {}
    for gold, facts in pairs:
        for name, tally in _measure_one(gold, facts).items():
            total[name] = total.get(name, Tally()) + tally
    return total


def _measure_one(gold: Gold, facts: Facts) -> dict[str, Tally]:
    tallies = {name: same(*both) for name, both in _front(gold, facts).items()}
    tallies["story.start"] = same([s[0] for s in gold["stories"]], _story_starts(facts))
    for kind in _AREAS:
        ours = [(s.char_start, s.char_end) for s in facts.sections if s.kind == kind]
        tallies[f"{kind}.chars"] = same(_characters(gold.get(kind) or ()), _characters(ours))
    for kind, spans in _mention_spans(gold, facts).items():
        tallies |= {f"{kind}.exact": same(*spans), f"{kind}.overlap": overlapping(*spans)}
    tallies["person.name"] = same(
        [norm(p["name"]) for p in gold["people"]], {norm(m.name) for m in _of(facts, "person")}
    )
    tallies |= _times(gold, facts)
    return tallies | (_statements(gold, facts) if "statements" in gold else {})


def same(gold: Iterable[Hashable], claimed: Iterable[Hashable]) -> Tally:
    """Items that are equal, each counted as often as it occurs."""
    there, ours = Counter(gold), Counter(claimed)
    return Tally((there & ours).total(), there.total(), ours.total())


def overlapping(gold: Iterable[Span], claimed: Iterable[Span]) -> Tally:
    """Spans that share a character, one to one, from the left."""
    there, left = sorted(gold), sorted(claimed)
    return Tally(len(_matched(there, left)), len(there), len(left))


def _matched(gold: Sequence[Span], claimed: Sequence[Span]) -> list[tuple[Span, Span]]:
    left, pairs = list(claimed), []
    for span in gold:
        hit = next((c for c in left if c[0] < span[1] and span[0] < c[1]), None)
        if hit:
            left.remove(hit)
            pairs.append((span, hit))
    return pairs


def norm(text: str | None) -> str:
    """Words of a name, without case and punctuation."""
    return re.sub(r"[^a-z0-9]+", " ", (text or "").casefold()).strip()


def _front(gold: Gold, facts: Facts) -> dict[str, tuple[list[Any], list[Any]]]:
    report, dateline = facts.report, gold.get("dateline") or {}
    by_kind = {
        kind: [(s.char_start, s.char_end) for s in facts.sections if s.kind == kind]
        for kind in (*_SECTIONS, "dateline")
    }
    return {
        "published": (_some(gold["published"]), _some(report.published_on and str(report.published_on))),
        **{kind: (_some(gold.get(name) and tuple(gold[name])), by_kind[kind]) for kind, name in _SECTIONS.items()},
        "dateline.span": (_some(dateline.get("span") and tuple(dateline["span"])), by_kind["dateline"]),
        "dateline.place": (_some(norm(dateline.get("place"))), _some(norm(report.dateline_place))),
        "dateline.date": (_some(dateline.get("date")), _some(report.dateline_on and str(report.dateline_on))),
    }


def _some(value: Any) -> list[Any]:
    return [value] if value else []


def _story_starts(facts: Facts) -> list[int]:
    starts: dict[int, int] = {}
    for section in facts.sections:
        if section.story_ordinal is not None and section.kind in ("body", "attendance"):
            starts[section.story_ordinal] = min(
                section.char_start, starts.get(section.story_ordinal, section.char_start)
            )
    return sorted(starts.values())


def _characters(spans: Iterable[Sequence[int]]) -> set[int]:
    return {position for start, end in spans for position in range(start, end)}


def _of(facts: Facts, kind: str) -> list[Mention]:
    return [m for m in facts.mentions if m.kind == kind]


def _mention_spans(gold: Gold, facts: Facts) -> dict[str, tuple[list[Span], list[Span]]]:
    return {
        kind: (
            [tuple(m) for one in gold[name] for m in one["mentions"]],
            [(m.char_start, m.char_end) for m in _of(facts, kind)],
        )
        for kind, name in _MENTIONS.items()
    }


def _times(gold: Gold, facts: Facts) -> dict[str, Tally]:
    there: dict[Span, str] = {tuple(t["span"]): t["value"] for t in gold["times"]}
    ours: dict[Span, Time] = {(t.char_start, t.char_end): t for t in facts.times}
    pairs = _matched(sorted(there), sorted(ours))
    right = sum(there[span] == ours[hit].timex_value for span, hit in pairs)
    return {
        "time.exact": same(list(there), list(ours)),
        "time.overlap": overlapping(there, ours),
        "time.value": Tally(right, len(there), len(ours)),
    }


def _statements(gold: Gold, facts: Facts) -> dict[str, Tally]:
    left, contents, speakers = list(facts.statements), 0, 0
    for said in gold["statements"]:
        start, end = said["content"]
        hit = max(left, key=lambda s: min(s.content_end, end) - max(s.content_start, start), default=None)
        shared = min(hit.content_end, end) - max(hit.content_start, start) if hit else 0
        covered = max(hit.content_end, end) - min(hit.content_start, start) if hit else 1
        if hit and shared / covered >= _LEAST_OVERLAP:
            left.remove(hit)
            contents += 1
            one, other = norm(said["speaker"]), norm(hit.speaker_name)
            speakers += bool(one and other and (one in other or other in one))
    n = len(gold["statements"])
    return {
        "statement.content": Tally(contents, n, len(facts.statements)),
        "statement.speaker": Tally(speakers, n, contents),
    }
