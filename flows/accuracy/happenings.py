"""How well events and topics agree with hand-annotated reports: pure functions over tables' rows and gold objects.

Gold's simple event types stand for these PLOVER types. STATEMENT is speech, which PLOVER codes only where it praises, accuses,
refuses, asks, threatens or promises; a row of ``statements`` whose cue lies in the sentence counts as well. OTHER has no type:
it is not asked for, and an event found in its sentence is not held against it.

| gold | ours | gold | ours |
|---|---|---|---|
| CONSULT, VISIT | CONSULT | ARREST | COERCE |
| AGREE | AGREE | ACCIDENT | x-INCIDENT |
| COOPERATE, AID | COOPERATE, AID | ASSAULT | ASSAULT |
| DIRECTIVE | REQUEST | INAUGURATE, APPOINT, AWARD | x-INAUGURATE, x-APPOINT, x-AWARD |

Gold holds a report's main events, at most six: an event of ours is judged where its evidence sentence holds a trigger of gold.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, Final, NamedTuple

from flows.accuracy.tally import Tally
from flows.contract.records import Facts
from flows.extract.topics import ancestors, labels

Row = Mapping[str, Any]

TYPES: Final[Mapping[str, frozenset[str]]] = {
    "CONSULT": frozenset({"CONSULT"}),
    "VISIT": frozenset({"CONSULT"}),
    "AGREE": frozenset({"AGREE"}),
    "COOPERATE": frozenset({"COOPERATE", "AID"}),
    "AID": frozenset({"COOPERATE", "AID"}),
    "STATEMENT": frozenset({"SUPPORT", "ACCUSE", "REJECT", "REQUEST", "THREATEN", "CONCEDE", "AGREE"}),
    "DIRECTIVE": frozenset({"REQUEST"}),
    "ARREST": frozenset({"COERCE"}),
    "ACCIDENT": frozenset({"x-INCIDENT"}),
    "ASSAULT": frozenset({"ASSAULT"}),
    "INAUGURATE": frozenset({"x-INAUGURATE"}),
    "APPOINT": frozenset({"x-APPOINT"}),
    "AWARD": frozenset({"x-AWARD"}),
}
_TABLES: Final = ("events", "event_participants", "statements", "mentions", "topics")
MUTUAL: Final = frozenset(
    {"CONSULT", "VISIT", "AGREE", "COOPERATE", "AID"}
)  # who acts and who is acted on is not told apart
# gold's labels that are not the label of a topic in seeds/topics.csv
TOPICS: Final[Mapping[str, str | None]] = {
    "emergency services": "emergency response",
    "theft and burglary": "theft",
    "training": "employment training",
    "religious festival": "religious festival and holiday",
    "political party": "political parties and movements",
    "community": "society",
    "social services": "society",
    "health care": "health",
    "media": "mass media",
    "trade policy": "economy, business and finance",
    "funeral and memorial service": "ceremony",
    "cricket": "sport",
    "conference": None,  # no topic of the tree
}


@dataclass(slots=True)
class Judged:
    """Hits, with the misses and the wrong finds themselves."""

    hits: int = 0
    missed: list[str] = field(default_factory=list)
    extra: list[str] = field(default_factory=list)

    @property
    def tally(self) -> Tally:
        """The counts alone."""
        return Tally(self.hits, self.hits + len(self.missed), self.hits + len(self.extra))

    def compare(self, gold: Sequence[str], found: Sequence[str], optional: Sequence[str] = ()) -> None:
        """Counts names that match one to one; ``optional`` finds may match but are never held against us."""
        left, spare = list(found), list(optional)
        for name in gold:
            for names in (left, spare):
                hit = next((n for n in names if same_name(name, n)), None)
                if hit is not None:
                    names.remove(hit)
                    self.hits += 1
                    break
            else:
                self.missed.append(name)
        self.extra += left


class Match(NamedTuple):
    """A gold event with the event (or statement) found for it."""

    gold: Row
    event: Row | None
    statement: Row | None


def score(gold: Iterable[Row], tables: Mapping[str, Sequence[Row]]) -> dict[str, Judged]:
    """event.type, event.date, event.place, event.actors and topic, judged over the reports that are in ``tables``."""
    tallies = {name: Judged() for name in ("event.type", "event.date", "event.place", "event.actors", "topic")}
    reports = {r["source_name"]: r for r in tables["reports"]}
    for annotated in gold:
        report = reports.get(annotated["doc"])
        mine = {
            name: [r for r in rows if report and r["report_id"] == report["report_id"]] for name, rows in tables.items()
        }
        matches, extra = match_events(annotated.get("events") or [], mine)
        _tally_types(tallies["event.type"], annotated["doc"], matches, extra, annotated.get("events") or [])
        for match in matches:
            _tally_match(tallies, match, mine)
        if annotated.get("topics") is not None:
            _tally_topics(tallies["topic"], annotated["topics"], [t["medtop"] for t in mine["topics"]])
    return tallies


def score_facts(pairs: Iterable[tuple[Row, Facts]]) -> dict[str, Tally]:
    """Each measure over (gold row, facts) pairs, without a warehouse."""
    found = list(pairs)
    tables: dict[str, list[Row]] = {name: [] for name in _TABLES}
    tables["reports"] = [{"report_id": facts.report.report_id, "source_name": gold["doc"]} for gold, facts in found]
    for _, facts in found:
        for name in _TABLES:
            tables[name] += [asdict(row) for row in getattr(facts, name)]
    return {name: judged.tally for name, judged in score([gold for gold, _ in found], tables).items()}


def match_events(gold: Sequence[Row], mine: Mapping[str, Sequence[Row]]) -> tuple[list[Match], list[Row]]:
    """Gold events with a find of a fitting type in their sentence, and the finds in gold's sentences that fit nothing."""
    left = list(mine["events"])
    matches = []
    for event in (e for e in gold if e["type"] != "OTHER"):
        fitting = [p for p in left if p["event_type"] in TYPES[event["type"]] and _holds(p, event)]
        best = max(fitting, key=lambda p: _overlap(p, event), default=None)
        statement = None
        if best is None and event["type"] == "STATEMENT":
            statement = next((s for s in mine["statements"] if _overlap_cue(s, event)), None)
        if best is not None:
            left.remove(best)
        if best is not None or statement is not None:
            matches.append(Match(event, best, statement))
    others = [e for e in gold if e["type"] == "OTHER"]
    judged = [p for p in left if any(_holds(p, e) for e in gold) and not any(_holds(p, e) for e in others)]
    return matches, judged


def same_name(one: str, other: str) -> bool:
    """Whether two printed names name one party: the words of one are in the other, articles aside."""
    first, second = _words(one), _words(other)
    return bool(first and second) and (first in second or second in first)


def _words(name: str) -> str:
    words = re.sub(r"[^a-z0-9]+", " ", name.casefold()).split()
    return f" {' '.join(w for w in words if w not in ('the', 'a', 'an'))} ".replace("  ", "")


def _holds(found: Row, event: Row) -> bool:
    start, end = event["trigger"]
    return bool(found["evidence_start"] < end and start < found["evidence_end"])


def _overlap(found: Row, event: Row) -> int:
    start, end = event["trigger"]
    return int(min(found["trigger_end"], end) - max(found["trigger_start"], start))


def _overlap_cue(statement: Row, event: Row) -> bool:
    start, end = event["trigger"]
    inside = min(statement["cue_start"], statement["content_start"]) - 80 < start
    return bool(inside and end <= max(statement["cue_end"], statement["content_end"]))


def _tally_types(tally: Judged, doc: str, matches: Sequence[Match], extra: Sequence[Row], gold: Sequence[Row]) -> None:
    tally.hits += len(matches)
    matched = [m.gold for m in matches]
    tally.missed += [f"{doc[:6]} {e['type']} {e['trigger']}" for e in gold if e["type"] != "OTHER" and e not in matched]
    tally.extra += [f"{doc[:6]} {e['event_type']} {e['trigger_start']}" for e in extra]


def _tally_match(tallies: Mapping[str, Judged], match: Match, mine: Mapping[str, Sequence[Row]]) -> None:
    gold, event = match.gold, match.event
    if event is None:
        tallies["event.actors"].compare(gold["actors"], _speaker(match.statement or {}, mine))
        return
    if gold["date"]:
        tallies["event.date"].compare([gold["date"]], [str(event["occurred_on"])] if event["occurred_on"] else [])
    if gold["place"]:
        tallies["event.place"].compare([gold["place"]], _place(event, mine))
    named: dict[str, list[str]] = {"actor": [], "recipient": [], "attendee": []}
    for row in mine["event_participants"]:
        if row["event_id"] == event["event_id"]:
            named[row["role"]].append(row["name"] or row["post"] or "")
    mutual = gold["type"] in MUTUAL
    asked = [*gold["actors"], *(gold["counterparts"] if mutual else ())]
    found = [*named["actor"], *(named["recipient"] if mutual else ())]
    tallies["event.actors"].compare(asked, found, named["attendee"] if mutual else ())


def _speaker(statement: Row, mine: Mapping[str, Sequence[Row]]) -> list[str]:
    """The speaker by the name of the mention that the text resolves to, else as printed."""
    known = [
        m["name"] for m in mine["mentions"] if m["ordinal"] == statement["speaker_ordinal"] and m["kind"] == "person"
    ]
    return known or [name for name in [statement["speaker_name"]] if name]


def _place(event: Row, mine: Mapping[str, Sequence[Row]]) -> list[str]:
    return [m["name"] for m in mine["mentions"] if m["ordinal"] == event["place_ordinal"]]


def _tally_topics(tally: Judged, gold_labels: Sequence[str], found: Sequence[str]) -> None:
    """A topic is right where it is gold's or implied by gold's; gold's is found where it is found or implied."""
    codes = {label: code for code, label in labels().items()}
    named = [TOPICS.get(label, label) for label in gold_labels]
    gold = {codes[label] for label in named if label in codes}
    implied_by_gold = gold.union(*(ancestors(code) for code in gold))
    implied = set(found).union(*(ancestors(code) for code in found))
    tally.hits += sum(code in implied_by_gold for code in found)
    tally.extra += [labels().get(code, code) for code in found if code not in implied_by_gold]
    tally.missed += [labels()[code] for code in gold if code not in implied]
