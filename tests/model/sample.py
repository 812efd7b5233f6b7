"""A warehouse of a few invented reports, written as Parquet by hand: what the marts are tested on.

Two outlets tell of one meeting (the second with letters outside ASCII and combining marks before every span), a third report is
a re-crawl of the first, a fourth finds the post with a new holder a month later, a fifth tells of an explosion.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from datetime import UTC, date, datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from flows.contract.records import (
    Entity,
    Event,
    EventParticipant,
    Facts,
    Figure,
    Mention,
    Occupancy,
    Quarantined,
    Report,
    Section,
    Statement,
    Story,
    Topic,
    make_id,
)  # fmt: skip
from flows.contract.tables import TABLES

MEETING_DAY = date(2025, 3, 5)


def entity(kind: str, name: str, canonical: str | None = None, **more: object) -> Entity:
    """An entity that stands for itself, or is linked to the one of the canonical name."""
    own = make_id(kind, name)
    return Entity(
        entity_id=own, canonical_id=make_id(kind, canonical) if canonical else own, kind=kind, name=name, **more
    )  # type: ignore[arg-type]


ENTITIES = (
    entity("person", "Usman Anwar", country_code="PK"),
    entity("person", "Usman Anwer", "Usman Anwar"),
    entity("person", "Douglas Kanja", country_code="KE"),
    entity("person", "Rao Karim", country_code="PK"),
    entity("organization", "Punjab Police", country_code="PK", subtype="police force"),
    entity("organization", "Central Police Office", country_code="PK", subtype="facility"),
    entity("organization", "Rescue 1122", country_code="PK"),
    entity("place", "Lahore", country_code="PK", subtype="city", geonames_id=1172451, latitude=31.558, longitude=74.35),
    entity("place", "Faisalabad", country_code="PK", subtype="city"),
    entity("place", "Punjab", country_code="PK", subtype="province"),
    entity("initiative", "Tahaffuz Centres", aliases=("Tahafuz Markaz",), subtype="centre"),
)


@dataclass
class Telling:
    """A report under construction: phrases become spans where they stand in its text."""

    text: str
    outlet: str
    published_on: date
    duplicate_of: str | None = None
    mentions: list[Mention] = field(default_factory=list)
    rows: dict[str, list[object]] = field(default_factory=dict)

    @property
    def report_id(self) -> str:
        return make_id(self.outlet, self.text)

    def span(self, phrase: str, nth: int = 0) -> tuple[int, int]:
        """Where the nth occurrence of a phrase stands."""
        start = -1
        for _ in range(nth + 1):
            start = self.text.index(phrase, start + 1)
        return start, start + len(phrase)

    def mention(self, kind: str, phrase: str, name: str | None = None, nth: int = 0, **more: object) -> Mention:
        """A mention of the entity named."""
        start, end = self.span(phrase, nth)
        made = Mention(
            report_id=self.report_id, ordinal=len(self.mentions), kind=kind, char_start=start, char_end=end, text=phrase,
            name=name or phrase, entity_id=make_id(kind, name or phrase), story_ordinal=0, recognizer="hand", **more,
        )  # type: ignore[arg-type]  # fmt: skip
        self.mentions.append(made)
        return made

    def event(self, event_type: str, trigger: str, evidence: str, **more: object) -> Event:
        """An event told by a sentence."""
        (t0, t1), (e0, e1) = self.span(trigger), self.span(evidence)
        made = Event(
            event_id=make_id(self.report_id, event_type, str(t0)), report_id=self.report_id, event_type=event_type,
            trigger_start=t0, trigger_end=t1, evidence_start=e0, evidence_end=e1, story_ordinal=0, **more,
        )  # type: ignore[arg-type]  # fmt: skip
        self.add("events", made)
        return made

    def participants(self, event: Event, *parties: tuple[str, str | None, Mention]) -> None:
        """Who took part: role, side, mention."""
        for ordinal, (role, side, m) in enumerate(parties):
            named = m.kind != "post"
            row = EventParticipant(
                event_id=event.event_id, report_id=self.report_id, ordinal=ordinal, role=role, side=side, post=m.post,
                mention_ordinal=m.ordinal, entity_id=m.entity_id if named else None, name=m.name if named else None,
                char_start=m.char_start, char_end=m.char_end,
            )  # fmt: skip
            self.add("event_participants", row)

    def statement(self, speaker: Mention, cue: str, content: str) -> None:
        """Reported speech."""
        (q0, q1), (c0, c1) = self.span(cue), self.span(content)
        row = Statement(
            report_id=self.report_id, ordinal=len(self.rows.get("statements", ())), speaker_name=speaker.name,
            speaker_ordinal=speaker.ordinal, speaker_entity_id=speaker.entity_id, cue_start=q0, cue_end=q1,
            content_start=c0, content_end=c1, is_direct=False, story_ordinal=0,
        )  # fmt: skip
        self.add("statements", row)

    def occupancy(self, person: Mention, post_name: str, **more: object) -> None:
        """A person seen in a post."""
        row = Occupancy(
            report_id=self.report_id, person_entity_id=person.entity_id or "", post_name=post_name,
            organization_entity_id=make_id("organization", "Punjab Police"), observed_on=self.published_on,
            char_start=person.char_start, char_end=person.char_end, **({"is_office": True} | more),
        )  # type: ignore[arg-type]  # fmt: skip
        self.add("occupancies", row)

    def figure(self, amount: float, unit: str, what: str, phrase: str, event: Event) -> None:
        """An amount of an event."""
        start, end = self.span(phrase)
        ordinal = len(self.rows.get("figures", ()))
        row = Figure(
            report_id=self.report_id, ordinal=ordinal, amount=amount, unit=unit, what=what,
            char_start=start, char_end=end, evidence_start=event.evidence_start, evidence_end=event.evidence_end,
            event_id=event.event_id,
        )  # fmt: skip
        self.add("figures", row)

    def topic(self, medtop: str, label: str, phrase: str) -> None:
        """What the report is about."""
        row = Topic(report_id=self.report_id, medtop=medtop, label=label, score=0.9, evidence=(self.span(phrase),))
        self.add("topics", row)

    def add(self, table: str, row: object) -> None:
        """A row of a table."""
        self.rows.setdefault(table, []).append(row)

    def facts(self) -> Facts:
        """Everything the report says."""
        place = self.text.partition(":")[0]
        report = Report(
            report_id=self.report_id, source_name=f"{self.outlet}.txt", source_uri=f"mem://{self.outlet}", text=self.text,
            outlet=self.outlet, published_on=self.published_on, published_on_method="header", dateline_place=place.title(),
            word_count=len(self.text.split()), duplicate_of=self.duplicate_of, batch_id="batch",
        )  # fmt: skip
        end = len(place) + 1
        dateline = Section(report_id=self.report_id, ordinal=0, kind="dateline", char_start=0, char_end=end)
        body = Section(
            report_id=self.report_id, ordinal=1, kind="body", story_ordinal=0, story_kind="main",
            char_start=end, char_end=len(self.text),
        )  # fmt: skip
        known = {name: tuple(rows) for name, rows in self.rows.items()}
        return Facts(report=report, sections=(dateline, body), mentions=tuple(self.mentions), **known)  # type: ignore[arg-type]


def first_telling() -> Telling:
    """The meeting, with the building's city named after it, a statement about an initiative, an agreement."""
    meets = "Inspector General Douglas Kanja of Kenya met IGP Punjab Usman Anwar at the Central Police Office, Lahore, on Wednesday."
    t = Telling(
        f"LAHORE: {meets} DIG Training was also there. The two agreed on courses for trainers. "
        "Usman Anwar said that Tahaffuz Centres help women in distress.",
        "Herald", date(2025, 3, 6),
    )  # fmt: skip
    t.mention("place", "LAHORE", "Lahore")
    guest = t.mention("person", "Douglas Kanja", rank="Inspector General", post="Inspector General")
    host = t.mention("person", "Usman Anwar", rank="IGP", post="IGP Punjab", organization="Punjab Police")
    office = t.mention("organization", "Central Police Office")
    t.mention("place", "Lahore")
    unnamed = t.mention("post", "DIG Training", rank="DIG", post="DIG Training")
    t.mention("initiative", "Tahaffuz Centres")
    day = {"occurred_on": MEETING_DAY, "occurred_on_precision": "day"}
    met = t.event("CONSULT", "met", meets, event_mode="visit", place_ordinal=office.ordinal, **day)
    t.participants(met, ("actor", "guest", guest), ("recipient", "host", host), ("attendee", "host", unnamed))
    agreed = t.event("AGREE", "agreed", "The two agreed on courses for trainers.", subject="courses for trainers",
                     engagement_id=met.event_id, **day)  # fmt: skip
    t.participants(agreed, ("actor", "guest", guest), ("actor", "host", host))
    t.statement(host, "said", "Tahaffuz Centres help women in distress")
    t.occupancy(host, "IGP", rank="IG", jurisdiction="Punjab")
    t.topic("medtop:20000133", "police", "Central Police Office")
    return t


def second_telling() -> Telling:
    """The same meeting by another outlet: other spelling, other order, code points that are not characters."""
    meets = "Usman Anwer hosted Kenya’s Douglas Kanja at a ceremony."
    t = Telling(f"LAHORE: Café nai\u0308ve 👮🏽\u200d♂️ — {meets}", "Courier", date(2025, 3, 6))
    t.mention("place", "LAHORE", "Lahore")
    host, guest = t.mention("person", "Usman Anwer"), t.mention("person", "Douglas Kanja")
    met = t.event("CONSULT", "hosted", meets, occurred_on=MEETING_DAY, occurred_on_precision="day")
    t.participants(met, ("actor", "host", host), ("recipient", "guest", guest))
    return t


def later_holder() -> Telling:
    """A month later another person holds the post, and the former holder is called so."""
    t = Telling("LAHORE: IGP Punjab Rao Karim thanked former IGP Usman Anwar.", "Herald", date(2025, 4, 9))
    t.mention("place", "LAHORE", "Lahore")
    new, old = t.mention("person", "Rao Karim", rank="IGP"), t.mention("person", "Usman Anwar")
    t.occupancy(new, "IGP", rank="IG", jurisdiction="Punjab")
    t.occupancy(old, "IGP", rank="IG", jurisdiction="Punjab", status="former")
    return t


def explosion() -> Telling:
    """An incident with figures, and a directive to a body."""
    t = Telling(
        "FAISALABAD: A boiler blew up and killed six workers. Rao Karim ordered Rescue 1122 to search the debris.",
        "Courier", date(2025, 4, 10),
    )  # fmt: skip
    t.mention("place", "FAISALABAD", "Faisalabad")
    chief, rescue = t.mention("person", "Rao Karim"), t.mention("organization", "Rescue 1122")
    blast = t.event("x-INCIDENT", "blew up", "A boiler blew up and killed six workers.", occurred_on=date(2025, 4, 10),
                    occurred_on_precision="day", contexts=("disasters",))  # fmt: skip
    t.figure(6, "persons", "killed", "killed six workers", blast)
    order = t.event(
        "REQUEST", "ordered", "Rao Karim ordered Rescue 1122 to search the debris.", subject="search the debris"
    )
    t.participants(order, ("actor", None, chief), ("recipient", None, rescue))
    return t


def tellings() -> list[Telling]:
    """Every report of the sample."""
    first = first_telling()
    recrawl = first_telling()
    recrawl.outlet, recrawl.duplicate_of = "Herald again", first.report_id
    return [first, second_telling(), later_holder(), explosion(), _renamed(recrawl)]


def _renamed(copy: Telling) -> Telling:
    """A re-crawl keeps no rows but its mentions: they must not count twice."""
    again = Telling(copy.text, copy.outlet, copy.published_on, copy.duplicate_of)
    again.mention("person", "Usman Anwar")
    return again


def write(
    warehouse: Path, told: Iterable[Telling], entities: Iterable[Entity] = ENTITIES, stories: Iterable[Story] = (),
    *, batch: str = "batch",
) -> None:  # fmt: skip
    """Write the tables of a warehouse, those by report as one batch; a table without rows is written empty."""
    facts = [t.facts() for t in told]
    rows: dict[str, list[object]] = {name: [] for name in TABLES}
    for f in facts:
        rows["reports"].append(f.report)
        for part in fields(f):
            if part.name != "report":
                rows[part.name].extend(getattr(f, part.name))
    rows["entities"], rows["stories"] = list(entities), list(stories)
    seen = datetime(2025, 3, 6, tzinfo=UTC)
    rows["quarantine"] = [
        Quarantined(source_uri="mem://x", content_hash="0" * 16, reason_code="empty", stage="ingest", message="nothing in it",
                    first_seen_at=seen, last_seen_at=seen)
    ]  # fmt: skip
    for name, table in TABLES.items():
        folder = warehouse / "tables" / name
        folder.mkdir(parents=True, exist_ok=True)
        _write_changed(folder / f"{batch if table.by_report else 'batch'}.parquet", table.arrow(rows[name]))


def _write_changed(file: Path, rows: pa.Table) -> None:
    """As the store does: what a file holds already is not written again."""
    if not (file.exists() and pq.read_table(file).equals(rows)):
        pq.write_table(rows, file)
