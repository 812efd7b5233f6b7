"""Closed lists: every code a column may hold. Words come from the field's vocabulary (NITF, FollowTheMoney, TimeML, PLOVER, IPTC)."""

from typing import Final

SECTION_KINDS: Final = (
    "header", "headline", "standfirst", "byline", "dateline", "body", "attendance", "caption", "furniture",
)  # fmt: skip
STORY_SECTIONS: Final = ("body", "attendance")
STORY_KINDS: Final = ("main", "second", "background")
LINE_FORMS: Final = ("label", "clause", "sentence")  # without a verb; with one, but no full stop; with a full stop
PUBLISHED_ON_METHODS: Final = ("header", "metadata", "stamp", "trailer", "dateline", "file_name")  # in order of trust
PRECISIONS: Final = ("year", "season", "quarter", "half", "month", "week", "day", "hour", "minute", "second")
TIMEX_TYPES: Final = ("DATE", "TIME", "DURATION", "SET")
TIME_ANCHORS: Final = ("published", "dateline", "mention", "none")
MENTION_KINDS: Final = ("person", "organization", "place", "initiative", "post")
UNKNOWN_TERM_KINDS: Final = ("rank", "post", "head")
EVENT_TYPES: Final = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "x-INCIDENT", "x-APPOINT", "x-AWARD", "x-INAUGURATE",
)  # fmt: skip
VERBAL_TYPES: Final = frozenset(  # PLOVER's quads 1 and 3: something was said
    ("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN")
)
CONTEXTS: Final = (
    "diplomatic", "military", "intelligence", "legal", "crime", "corruption", "illegal_drugs", "trafficking", "terrorism",
    "cyber", "migration", "disasters", "health", "human_rights", "gender", "religion_ethnicity", "environment",
    "technology", "election", "economic",
)  # fmt: skip
REALIS: Final = ("asserted", "future", "hypothetical", "negated", "historical")
ROLES: Final = ("actor", "recipient", "attendee")
SIDES: Final = ("host", "guest", "other")
SOURCE_KINDS: Final = ("text", "jsonl", "csv", "html", "feed")
STAGES: Final = ("ingest", "parse", "extract", "resolve", "store", "model", "publish")
QUARANTINE_REASONS: Final = (
    "unreadable", "undecodable", "binary", "empty", "no_text", "too_large", "bad_record", "bad_name", "too_deep",
    "not_article", "stage_failed",
)  # fmt: skip
