"""The records that join the stages. A record that is a table's row names that table's columns, in order, each with its meaning.

Offsets are Python ``str`` offsets into ``Report.text``, end exclusive: ``text[char_start:char_end]`` is the value's evidence.
Ids are the first 16 hex digits of a SHA-256 over raw, stable fields (``make_id``): nothing depends on the order of arrival.
"""

import hashlib
from datetime import date, datetime
from typing import Annotated

from flows.contract.fixed import fixed


def make_id(*fields: str | None) -> str:
    """16 hex digits that stay the same for the same fields, whatever else is known."""
    return hashlib.sha256("\x1f".join(f or "" for f in fields).encode()).hexdigest()[:16]


ReportId = Annotated[str, "the report that the row was read from"]
Ordinal = Annotated[int, "position among the report's rows of this table, from 0"]
Start = Annotated[int, "first character, offset into reports.text"]
End = Annotated[int, "offset after the last character"]
StoryOrdinal = Annotated[int | None, "story of the report it belongs to, 0 first; null outside stories"]


@fixed(kw_only=True)
class SourceFile:
    """A file that reports are read from, as it stood when it was found."""

    uri: str
    name: str
    size: int
    modified_ns: int


@fixed(kw_only=True)
class Validators:
    """What a server said of a feed when it was last fetched; sent back, it tells whether anything is new."""

    url: str
    etag: str | None = None
    last_modified: str | None = None


@fixed(kw_only=True)
class RawReport:
    """One report as its source gave it: decoded, not cleaned. ``text`` is what every offset counts in.

    Where a source keeps the title apart from the content, ``text`` is the title, a blank line and the content, and
    ``title`` says so; ``published`` and ``byline`` are the source's own fields, unread.
    """

    report_id: str
    source_name: str
    source_uri: str
    source_kind: str
    text: str
    raw: bytes | None = None  # the bytes as they came; None where they are text encoded as UTF-8
    encoding: str | None = None  # what the bytes were read as, where that is not UTF-8
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    published: str | None = None
    byline: str | None = None


@fixed(kw_only=True)
class Report:
    """A press report with what stands around its story."""

    report_id: Annotated[str, "hash of url, title and text: the same report has the same id wherever it is found"]
    source_name: Annotated[str, "file name, or archive name and record number (`app.jsonl.gz#17`)"]
    source_uri: Annotated[str, "where the source was read from"]
    outlet: Annotated[str | None, "who published it, as named by the source or told by its marks"] = None
    url: Annotated[str | None, "its address, where the source gives one"] = None
    language: Annotated[str | None, "ISO 639-1 code of the main language"] = None
    text: Annotated[str, "the decoded text as it came; every offset counts its characters"]
    headline: Annotated[str | None, "headline without outlet tags"] = None
    standfirst: Annotated[str | None, "text between headline and story"] = None
    byline: Annotated[str | None, "who wrote it: name, desk or agency"] = None
    published_on: Annotated[
        date | None, "day of publication in the outlet's time zone; null where nothing tells it"
    ] = None
    published_on_method: Annotated[str | None, "header, metadata, stamp, trailer, dateline or file_name"] = None
    published_on_precision: Annotated[str | None, "day, month or year"] = None
    published_at: Annotated[datetime | None, "moment of publication in UTC, where a time of day is known"] = None
    dateline_place: Annotated[str | None, "place of the first dateline"] = None
    dateline_agency: Annotated[str | None, "agency of the first dateline"] = None
    dateline_on: Annotated[date | None, "date of the first dateline, its year inferred from publication"] = None
    date_conflicts: Annotated[tuple[str, ...], "every disagreement between the dates found, in words"] = ()
    word_count: Annotated[int, "words of the whole text"] = 0
    duplicate_of: Annotated[str | None, "report_id of the report that this one is a re-crawl of"] = None
    batch_id: Annotated[str, "batch that wrote the row"] = ""


@fixed(kw_only=True)
class Section:
    """What a stretch of a report is. Sections do not overlap and cover every character that is not white space."""

    report_id: ReportId
    ordinal: Ordinal
    kind: Annotated[str, "header, headline, standfirst, byline, dateline, body, attendance, caption or furniture"]
    story_ordinal: Annotated[int | None, "story the section belongs to, 0 first; only for body and attendance"] = None
    story_kind: Annotated[
        str | None, "main, second or background (older events appended); only for body and attendance"
    ] = None
    language: Annotated[str | None, "ISO 639-1 code where it differs from the report's"] = None
    char_start: Start
    char_end: End


@fixed(kw_only=True)
class Time:
    """A time expression (TIMEX3) with the closed interval it stands for."""

    report_id: ReportId
    ordinal: Ordinal
    char_start: Start
    char_end: End
    text: Annotated[str, "as printed"]
    timex_type: Annotated[str, "DATE, TIME, DURATION or SET"]
    timex_value: Annotated[str | None, "TIMEX3 value: 2025-11-20, P3D, XXXX-WXX-5, PRESENT_REF …"]
    starts_on: Annotated[date | None, "first day of the closed interval"] = None
    ends_on: Annotated[date | None, "last day of the closed interval"] = None
    precision: Annotated[str | None, "year … second: how exact the printed expression is"] = None
    anchor: Annotated[str, "what it was resolved against: published, dateline, mention or none"] = "none"
    rule: Annotated[str, "name of the rule that read it"] = ""
    conflicts: Annotated[tuple[str, ...], "where the printed expression contradicts itself, in words"] = ()
    story_ordinal: StoryOrdinal = None


@fixed(kw_only=True)
class Mention:
    """A person, organization, place, initiative or post where the text names it."""

    report_id: ReportId
    ordinal: Ordinal
    kind: Annotated[str, "person, organization, place, initiative or post"]
    char_start: Start
    char_end: End
    text: Annotated[str, "as printed, without honorific, rank and post"]
    name: Annotated[str, "fullest form in the report, titles off"]
    entity_id: Annotated[str | None, "entity the mention stands for, before links across reports (see entities)"] = None
    honorific: Annotated[str | None, "Dr, Mr, Haji … as printed before the name"] = None
    rank: Annotated[str | None, "grade or title of rank: IG, DIG, Brigadier General"] = None
    post: Annotated[str | None, "whole position at its fullest: DIG Headquarters"] = None
    occupation: Annotated[
        str | None, "on a person: what he is called beside the name without holding a post by it: columnist, poet"
    ] = None
    holder_ordinal: Annotated[
        int | None, "on a post: ordinal of the person mention that holds it; null when unnamed"
    ] = None
    holder_entity_id: Annotated[str | None, "on a post: entity of its holder; null when unnamed"] = None
    organization: Annotated[str | None, "body that the person or post belongs to, in its canonical name"] = None
    country_code: Annotated[str | None, "ISO 3166-1 alpha-2"] = None
    story_ordinal: StoryOrdinal = None
    recognizer: Annotated[str, "which recognizer and rule found it"] = ""


@fixed(kw_only=True)
class Event:
    """What happened, typed by PLOVER 2 and four types of ours."""

    event_id: Annotated[str, "hash of report, trigger span and type"]
    report_id: ReportId
    event_type: Annotated[str, "PLOVER type, or x-INCIDENT, x-APPOINT, x-AWARD, x-INAUGURATE"]
    event_mode: Annotated[str | None, "PLOVER mode of the type"] = None
    contexts: Annotated[tuple[str, ...], "PLOVER contexts"] = ()
    realis: Annotated[str, "asserted, future, hypothetical, negated or historical"] = "asserted"
    trigger_start: Annotated[int, "first character of the trigger"]
    trigger_end: Annotated[int, "offset after the trigger"]
    evidence_start: Annotated[int, "first character of the evidence sentence"]
    evidence_end: Annotated[int, "offset after the evidence sentence"]
    occurred_on: Annotated[date | None, "day it happened, or first day of the interval its precision gives"] = None
    occurred_on_precision: Annotated[str | None, "precision of occurred_on"] = None
    time_ordinal: Annotated[int | None, "ordinal of the time expression that dates it"] = None
    place_ordinal: Annotated[int | None, "ordinal of the mention that places it"] = None
    place_entity_id: Annotated[str | None, "entity of the place"] = None
    subject: Annotated[str | None, "what it was about, as printed: agreed on …, directed to …, shield"] = None
    engagement_id: Annotated[str | None, "event_id of the engagement that this one is part or outcome of"] = None
    story_ordinal: StoryOrdinal = None


@fixed(kw_only=True)
class EventParticipant:
    """Who took part in an event: N people give N rows, never pairs."""

    event_id: Annotated[str, "the event"]
    report_id: ReportId
    ordinal: Annotated[int, "position among the event's participants, from 0"]
    role: Annotated[str, "actor, recipient or attendee"]
    side: Annotated[str | None, "host, guest or other; null where the text takes no sides"] = None
    mention_ordinal: Annotated[int | None, "ordinal of the participant's mention; null for a described party"] = None
    entity_id: Annotated[str | None, "entity of the participant"] = None
    name: Annotated[str | None, "name, or description of a party; null when only the post is known"] = None
    post: Annotated[str | None, "whole position as printed"] = None
    char_start: Start
    char_end: End


@fixed(kw_only=True)
class Statement:
    """Who said what: attributed speech, direct or reported."""

    report_id: ReportId
    ordinal: Ordinal
    speaker_name: Annotated[str | None, "speaker as printed, or as resolved from a pronoun"] = None
    speaker_ordinal: Annotated[int | None, "ordinal of the speaker's mention"] = None
    speaker_entity_id: Annotated[str | None, "entity of the speaker"] = None
    cue_start: Annotated[int, "first character of the reporting cue"]
    cue_end: Annotated[int, "offset after the cue"]
    content_start: Annotated[int, "first character of what was said"]
    content_end: Annotated[int, "offset after what was said"]
    is_direct: Annotated[bool, "between quotation marks"]
    engagement_id: Annotated[str | None, "event_id of the engagement at which it was said"] = None
    story_ordinal: StoryOrdinal = None


@fixed(kw_only=True)
class Figure:
    """An amount that the report gives, normalised by unit."""

    report_id: ReportId
    ordinal: Ordinal
    amount: Annotated[float, "in the unit"]
    unit: Annotated[str, "persons, PKR, USD, kg, items …"]
    what: Annotated[str, "killed, injured, arrested, rupees, kilograms …"]
    char_start: Start
    char_end: End
    evidence_start: Annotated[int, "first character of the sentence that gives it"]
    evidence_end: Annotated[int, "offset after the sentence that gives it"]
    event_id: Annotated[str | None, "event that it belongs to"] = None


@fixed(kw_only=True)
class Topic:
    """What a report is about, in IPTC Media Topics."""

    report_id: ReportId
    medtop: Annotated[str, "IPTC Media Topic, `medtop:20000133`"]
    label: Annotated[str, "its English label"]
    score: Annotated[float, "0 to 1"]
    evidence: Annotated[tuple[tuple[int, int], ...], "spans of reports.text that speak for it"] = ()


@fixed(kw_only=True)
class UnknownTerm:
    """A word that stands where a rank, a post or the head of a name stands and that no seed list has, once a report."""

    report_id: ReportId
    kind: Annotated[str, "rank (before a person's name), post (behind it) or head (last word of a capitalised name)"]
    term: Annotated[str, "as printed"]
    char_start: Start
    char_end: End


@fixed(kw_only=True)
class Entity:
    """Who or what mentions stand for. A row whose canonical_id is another row's id has been linked to it."""

    entity_id: Annotated[str, "hash of kind, name key and what tells homonyms apart"]
    canonical_id: Annotated[str, "entity_id of the linked entity that speaks for all; its own where it is that one"]
    kind: Annotated[str, "person, organization, place, initiative or post"]
    name: Annotated[str, "fullest, then most frequent spelling"]
    aliases: Annotated[tuple[str, ...], "other spellings seen"] = ()
    country_code: Annotated[str | None, "ISO 3166-1 alpha-2"] = None
    geonames_id: Annotated[int | None, "GeoNames id of a place"] = None
    latitude: Annotated[float | None, "degrees north"] = None
    longitude: Annotated[float | None, "degrees east"] = None
    subtype: Annotated[str | None, "city, province …; exhibit, centre, conference …; police force, court …"] = None
    link_score: Annotated[float | None, "0 to 1: how sure the link to canonical_id is"] = None
    link_reason: Annotated[str | None, "why it was linked, in words"] = None


@fixed(kw_only=True)
class Occupancy:
    """A person seen in a post on a day (FollowTheMoney: Occupancy)."""

    report_id: ReportId
    person_entity_id: Annotated[str, "who"]
    post_name: Annotated[str, "position in its canonical form"]
    rank: Annotated[str | None, "rank that the post holds"] = None
    organization: Annotated[str | None, "body of the post, in its canonical name"] = None
    organization_entity_id: Annotated[str | None, "entity of that body"] = None
    jurisdiction: Annotated[str | None, "place or unit the post is for: Punjab, Lahore"] = None
    likely_jurisdiction: Annotated[
        str | None, "where the post says none: country or province of the report, for a post that each has one of"
    ] = None
    is_office: Annotated[bool, "one position, rather than a grade, a seat among many or a bare title"] = False
    observed_on: Annotated[date | None, "day of the report"] = None
    status: Annotated[str, "current, former, acting, additional or incoming"] = "current"
    char_start: Start
    char_end: End


@fixed(kw_only=True)
class ReportSignature:
    """The likeness of a report's wording, so that near-duplicates are found without its text."""

    report_id: ReportId
    shingles: Annotated[bytes, "MinHash of the story's word shingles, little-endian 32-bit words"]
    words: Annotated[bytes, "set of its names, numbers and headline words, sorted little-endian 32-bit hashes"]
    happenings: Annotated[
        bytes, "set of kind, place and day of what it says happened, sorted 32-bit hashes as well"
    ] = b""
    subject_words: Annotated[bytes, "set of its words that tell what it is about, sorted 32-bit hashes as well"] = b""


@fixed(kw_only=True)
class Story:
    """The story that a report belongs to: reports of one event, from whatever outlet or day."""

    report_id: ReportId
    story_id: Annotated[str, "report_id of the story's earliest report"]
    follows_story_id: Annotated[str | None, "earlier story that this one takes further, on another day"] = None
    score: Annotated[float | None, "0 to 1: how sure the report belongs to the story; null in a story of one"] = None
    reason: Annotated[str | None, "why it was joined, in words"] = None


@fixed(kw_only=True)
class Quarantined:
    """Input that could not be used, kept with the reason."""

    source_uri: Annotated[str, "where it came from"]
    content_hash: Annotated[str, "hash of the bytes, 16 hex digits"]
    reason_code: Annotated[str, "unreadable, undecodable, binary, empty, no_text, too_large, bad_record, bad_name …"]
    stage: Annotated[str, "stage that refused it"]
    message: Annotated[str, "what is wrong and what to do"]
    byte_start: Annotated[int, "offset of the record in its source"] = 0
    first_seen_at: Annotated[datetime, "first time, UTC"]
    last_seen_at: Annotated[datetime, "last time, UTC"]
    attempts: Annotated[int, "how often it was tried"] = 1


@fixed(kw_only=True)
class Facts:
    """Everything that one report says: what extract and resolve hand to store."""

    report: Report
    sections: tuple[Section, ...] = ()
    times: tuple[Time, ...] = ()
    mentions: tuple[Mention, ...] = ()
    events: tuple[Event, ...] = ()
    event_participants: tuple[EventParticipant, ...] = ()
    statements: tuple[Statement, ...] = ()
    figures: tuple[Figure, ...] = ()
    topics: tuple[Topic, ...] = ()
    occupancies: tuple[Occupancy, ...] = ()
    report_signatures: tuple[ReportSignature, ...] = ()
    unknown_terms: tuple[UnknownTerm, ...] = ()


@fixed(kw_only=True)
class Accounting:
    """What became of every report that a run saw: ``seen == published + unchanged + duplicate + quarantined``."""

    published: int = 0
    unchanged: int = 0
    duplicate: int = 0
    quarantined: int = 0

    @property
    def seen(self) -> int:
        """All reports that the sources gave."""
        return self.published + self.unchanged + self.duplicate + self.quarantined

    def __add__(self, other: "Accounting") -> "Accounting":
        """Both together."""
        return Accounting(
            published=self.published + other.published,
            unchanged=self.unchanged + other.unchanged,
            duplicate=self.duplicate + other.duplicate,
            quarantined=self.quarantined + other.quarantined,
        )
