"""Which events are one engagement: a meeting is one event however many attend and however often it is told."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from flows.contract.records import Mention
from flows.extract.clauses.cast import Party
from flows.extract.clauses.parsed import Parsed
from flows.extract.clauses.parties import PAIR
from flows.extract.eventing.dating import DAYS
from flows.extract.eventing.drafts import Draft
from flows.extract.eventing.sides import alike, decide_sides, home_country, is_guest_group, is_named_group
from flows.extract.reading import Reading
from flows.language.cues import cue_words

_PEOPLE: Final = frozenset({"person", "post", "group", "team"})
_ALWAYS: Final = frozenset({"AGREE", "x-AWARD"})
_SHARED: Final = frozenset({"SUPPORT", "COOPERATE", "REQUEST", "AID", "ACCUSE", "x-INAUGURATE"})
_ATTENDED: Final = frozenset(
    {"AGREE", "SUPPORT", "COOPERATE", "AID", "PROTEST", "x-APPOINT", "x-AWARD", "x-INAUGURATE"}
)
_CEREMONIES: Final = frozenset({"PROTEST", "x-APPOINT", "x-AWARD", "x-INAUGURATE"})
_ANYBODY: Final = cue_words("anybody present")  # who is told of elsewhere by name
_APART: Final = re.compile(
    r"\s*(?:Earlier|Later|Separately|Meanwhile|Afterwards|Also|(?:Ahead of|Prior to) (?:the|his|her|their)|On the sidelines"
    r"|In the (?:morning|afternoon|evening)|(?:On )?[Tt]he same day)\b"
)
_FORMERLY: Final = re.compile(r"\s*(?:Recently|Previously|In the past)\b")
_EARLIER: Final = re.compile(r"\s*Earlier\b")
_LATELY: Final = ("recently ", "previously ")
_RECENT: Final = re.compile(r"\b(?:recent|last|latest|previous|earlier|past) (?:\w+ )?$")
_ABOUT: Final = re.compile(
    r"\b(?:focus(?:ed|es|ing)? on|exchanged views on"
    r"|(?:[Dd]iscussions?|[Tt]alks|meeting|conversation|[Dd]eliberations) (?:were |was )?"
    r"(?:cent(?:red|ered) (?:on|around)|revolved around|dwelt on|dealt with|covered|addressed|tackled|touched (?:up)?on)"
    r"|(?:[Tt]hey|[Bb]oth|sides|leaders|ministers|officials|parties|presidents|envoys|diplomats) (?:also )?(?:reviewed|explored)"
    r"|discuss(?:ed|ing|es)?(?! (?:and|with)\b)"
    r"|(?:talked|spoke|conferred|conversation)(?: [^.;”“]{3,90}?)? about|aimed at|deliberated (?:up)?on|to review"
    r"|briefed (?:\w+ ){0,4}(?:on|about)|briefing on"
    r"|(?:talks|discussions|meeting|exchange of views|deliberations)(?: with [^.;”“]{3,80}?)?(?: in \w+)?(?<!called)"
    r" on(?!\s+(?:\w+day\b|\d|\w+ \d|the (?:sidelines|occasion))))\s+(?P<behind>(?:[^.;”“]|“[^”]{1,200}”|(?<=\b[DM][rs])\.|\.(?=\w))+)"
    r"|(?:^|[.!?;:]\s+)(?:During [^,.]+, )?(?P<before>\w[^.!?;”“]+?)\s+"
    r"(?:(?:also )?c[ao]me under discussion|(?:was|were) (?:also )?(?:discussed|deliberated upon|reviewed))\b",
    re.M,
)
_HELD: Final = re.compile(  # where and when, or what else was done, behind what it was about
    r",?\s+(?:(?:was|were) held|and (?:also |then )?(?:agreed|decided|resolved|vowed|pledged)\b(?! [\w-]+s\b)"
    r"|(?:here|today|yesterday|while)\b"
    r"|(?:held )?at (?:the |his |her )?(?=[A-Z]|[\w’' ]{0,40}headquarters)|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|during (?:an?|the|their|his|her) (?:[\w-]+ ){0,3}(?:meeting|session|visit|talks|briefing|call|conference))\b"
)
_GATES: Final = ("airport", "airbase", "air base", "airfield", "railway station", "border crossing")
_IN_WHICH: Final = re.compile(r".*, (?:in|at|during) which ", re.S)  # A and B attended the meeting, in which …
_HERE: Final = re.compile(r"(?<!issued )(?<!release )(?<!statement )\bhere\b(?! to\b)")  # where the report was filed
_REACH: Final = 600  # characters behind an engagement in which its subject is told


def engage(drafts: Sequence[Draft], parsed: Parsed) -> None:
    """Points parts and outcomes to their engagement, and decides the sides of each engagement."""
    engagements: list[Draft] = []
    for draft in drafts:
        if draft.trigger.type == "CONSULT" and draft.realis == "asserted":
            _place(draft, engagements, drafts, parsed.reading.text)
    home = home_country(parsed.mentions)
    for draft in drafts:
        if draft.trigger.type in _ALWAYS | _SHARED and draft.realis != "hypothetical":
            draft.engagement = _occasion(draft, engagements, parsed.reading.text)
    for draft in drafts:
        if draft.engagement and draft.trigger.type in _ALWAYS and not draft.participants:
            draft.actors = [
                *draft.engagement.actors,
                *draft.engagement.recipients,
            ]  # consensus was reached: between the two
    for main in engagements:
        parts = [d for d in drafts if d.engagement is main and d.trigger.type == "CONSULT"]
        _name_groups(main, parts)
        _gather(main, parts, parsed)
        _leave_out_pairs([main, *parts], parsed.reading.text)
        if main.trigger.mode != "phone":  # who calls is nobody's guest
            decide_sides(main, parts, home, parsed.reading.text)
        main.about = _about(main, parsed.reading) or main.about


def _place(draft: Draft, engagements: list[Draft], drafts: Sequence[Draft], text: str) -> None:
    """Joins a telling to an engagement of its story, or makes it one; the telling that names both sides speaks for all."""
    for i in _likeliest(engagements, draft):
        main = engagements[i]
        if main.sentence.story_ordinal != draft.sentence.story_ordinal or not _is_part(main, draft, text):
            continue
        if _fullness(draft) > _fullness(main):
            engagements[i] = draft
            for other in drafts:
                if other is main or other.engagement is main:
                    other.engagement = draft
        else:
            draft.engagement = main
        return
    engagements.append(draft)


def _likeliest(engagements: Sequence[Draft], draft: Draft) -> list[int]:
    """Indices of engagements, the last one told first; what has no day is seldom of the talks of another month that are recalled."""
    latest = range(len(engagements) - 1, -1, -1)
    return sorted(latest, key=lambda i: draft.when is None and _is_coarse(engagements[i]))


def _is_part(main: Draft, draft: Draft, text: str) -> bool:
    if "phone" in (main.trigger.mode, draft.trigger.mode) and _met_in_person(main, draft):
        return False
    if _days_apart(main, draft) or _FORMERLY.match(text, draft.sentence.start):
        return False
    if draft.trigger.frame == "goes_to" and text.endswith("also ", 0, draft.start):
        return False  # the team also visited a college
    if "part" not in draft.trigger.meeting and _APART.match(text, draft.sentence.start):
        return False
    if draft.trigger.frame == "goes_to" and _EARLIER.match(text, draft.sentence.start):
        return False  # Earlier, the minister visited a school
    if (_is_journey(main) or _is_journey(draft)) and _are_strangers(main, draft):
        return False
    if _is_recalled(draft, main, text):
        return False
    if _is_past_journey(main) and draft.when is None and "part" not in draft.trigger.meeting:
        return False
    if not _two_sided(draft) or not _two_sided(main):
        return True
    if _is_coarse(draft) and main.when is None:
        return False  # they spoke after last week's talks between their envoys
    if _are_others(main, draft) or _are_other_pair(main, draft):
        return False
    if main.sentence is draft.sentence:
        return not text.endswith("also ", 0, draft.start)  # besides meeting A, he also met B
    if "part" in draft.trigger.meeting or "part" in main.trigger.meeting:
        return True
    return _overlap(main.participants, draft.participants) and not _met_others(main, draft)


def _overlap(ones: Sequence[Party], others: Sequence[Party]) -> bool:
    """Whether somebody is among both."""
    return any(alike(one, other) for one in ones for other in others)


def _has_named(parties: Sequence[Party]) -> bool:
    """Whether one of the parties is a person with a name."""
    return any(p.kind == "person" and p.ordinal is not None for p in parties)


def _are_others(main: Draft, draft: Draft) -> bool:
    """Whether only states and bodies are told to have met, none of whom is in the other meeting: ``the talks between Iran and the US``."""
    bodies = all(p.kind == "body" and p.ordinal is not None for p in draft.participants)
    return bodies and not _overlap(main.participants, draft.participants)


def _are_other_pair(main: Draft, draft: Draft) -> bool:
    """Whether each tells of two people by name, and one of the two is another: ``after talks between A and B``, ``A met C``."""
    if "other" in draft.trigger.meeting:
        return False  # who attended were with the two
    pairs = [[p for p in told.participants if p.kind == "person" and p.ordinal is not None] for told in (main, draft)]
    told_whole = all(len(pair) == len(told.participants) == 2 for pair, told in zip(pairs, (main, draft), strict=True))
    return told_whole and not all(any(alike(one, other) for other in pairs[1]) for one in pairs[0])


def _is_journey(draft: Draft) -> bool:
    """Whether it is told as going somewhere: ``toured the plant``, ``the visit of the premier``."""
    return draft.trigger.frame == "goes_to" or draft.trigger.mode == "visit"


def _is_recalled(visit: Draft, other: Draft, text: str) -> bool:
    """Whether what another sentence tells was at another time than a visit the news but refer to: ``during his recent visit to X``."""
    is_apart = visit.trigger.mode == "visit" and visit.sentence is not other.sentence
    return is_apart and _RECENT.search(text, visit.sentence.start, visit.start) is not None


def _are_strangers(main: Draft, draft: Draft) -> bool:
    """Whether both tell who came by name, and nobody is in both: the one toured a plant, the other met traders."""
    named = _has_named(main.participants) and _has_named(draft.participants)
    return named and not _overlap(main.participants, draft.participants)


def _met_in_person(main: Draft, draft: Draft) -> bool:
    """Whether one of a call and another telling is no call, and tells who met whom."""
    return any(
        told.trigger.mode != "phone" and _two_sided(told) and "part" not in told.trigger.meeting
        for told in (main, draft)
    )


def _met_others(main: Draft, draft: Draft) -> bool:
    """Whether whoever is in both met other people: named ones on the side that faces him, none of whom are in both."""
    facing, others = _facing(main, draft), _facing(draft, main)
    return _has_named(facing) and _has_named(others) and not _overlap(facing, draft.participants)


def _facing(told: Draft, other: Draft) -> list[Party]:
    """The side of a telling that somebody of another is not on; none where both sides have people of the other."""
    faced = [side for side in (told.actors, told.recipients) if not _overlap(side, other.participants)]
    return faced[0] if len(faced) == 1 else []


def _two_sided(draft: Draft) -> bool:
    return bool(draft.recipients) or len(draft.actors) > 1


def _days_apart(main: Draft, draft: Draft) -> bool:
    """Whether each has a time of its own and the two do not meet: last month's talks are not today's."""
    if main.when is None or draft.when is None:
        return False
    one, other = main.when.time, draft.when.time
    if not (one.starts_on and one.ends_on and other.starts_on and other.ends_on):
        return False
    return one.ends_on < other.starts_on or other.ends_on < one.starts_on


def _is_coarse(draft: Draft) -> bool:
    """Whether what dates a telling is no day: a month, the last century."""
    return draft.when is not None and draft.when.time.precision not in DAYS


def _is_past_journey(main: Draft) -> bool:
    """Whether a visit of last week or month was told of, in which a meeting told without a day need not have been held."""
    return _is_coarse(main) and "part" in main.trigger.meeting


def _fullness(draft: Draft) -> tuple[bool, int]:
    """Whether a telling is the meeting itself, then how many of the two sides are people."""
    sides = (draft.actors, draft.recipients)
    people = sum(any(p.kind in _PEOPLE for p in side) for side in sides)
    return "part" not in draft.trigger.meeting, max(people, 2 * (len(draft.actors) > 1 and not draft.recipients))


def _occasion(draft: Draft, engagements: Sequence[Draft], text: str) -> Draft | None:
    """The engagement of the same story at which something was agreed, handed over, praised or directed, and which is not what was."""
    mine = [
        main
        for main in engagements
        if main.sentence.story_ordinal == draft.sentence.story_ordinal
        and main.sentence.start <= draft.sentence.end
        and not _days_apart(main, draft)
        and not text.endswith(_LATELY, 0, main.start)  # who recently visited X, thanked them
        and not _is_recalled(main, draft, text)
        and not (draft.realis == "future" and _is_coarse(main))  # nobody will sign at last year's talks
        and not (draft.trigger.frame == "praises" and draft.about and draft.about[0] <= main.start < draft.about[1])
    ]
    for main in (mine[i] for i in _likeliest(mine, draft)):
        if _overlap(main.participants, draft.participants):
            return main
    told = draft.trigger.type in _ALWAYS or not draft.participants
    told = told and not (mine and _is_coarse(mine[0]))
    return mine[0] if len(mine) == 1 and told and draft.sentence.start >= mine[0].sentence.start else None


def _name_groups(main: Draft, parts: Sequence[Draft]) -> None:
    """Puts for a delegation that is but called so the one that a part of the engagement names."""
    named = [p for part in parts for p in part.participants if is_named_group(p)]
    for side in (main.actors, main.recipients):
        for at, own in enumerate(side):
            if is_guest_group(own) and not is_named_group(own):
                side[at] = next((p for p in named if alike(own, p)), own)


def _leave_out_pairs(tellings: Sequence[Draft], text: str) -> None:
    """Takes out ``both sides`` and ``the two leaders`` where somebody who met is named: they are no further party."""
    if not any(p.ordinal is not None for told in tellings for p in told.participants):
        return
    for told in tellings:
        for side in (told.actors, told.recipients, told.attendees):
            side[:] = [p for p in side if p.ordinal is not None or not PAIR.match(text, p.start, p.end)]


def is_at_gate(mentions: Sequence[Mention], part: Draft) -> bool:
    """Whether a draft lies where people come and go: one meets elsewhere who was received at the airport."""
    return part.place is not None and mentions[part.place].text.lower().endswith(_GATES)


def _gather(main: Draft, parts: Sequence[Draft], parsed: Parsed) -> None:
    """Takes over from the parts the people, day and place that the engagement's own telling lacks."""
    text = parsed.reading.text
    is_here = _HERE.search(text, main.sentence.start, main.sentence.end) is not None
    for part in parts:
        main.when = main.when or (None if _is_coarse(part) else part.when)
        told_together = part.sentence is main.sentence
        if main.place is None and (told_together or not (is_here or is_at_gate(parsed.mentions, part))):
            main.place = part.place
        for party in (*part.actors, *part.recipients, *part.attendees):
            named = party.ordinal is not None or party.name not in _ANYBODY
            known = any(alike(party, own) or _is_post_of(party, own) for own in main.participants)
            if party.kind in _PEOPLE and named and not known:
                main.attendees.append(party)


def _is_post_of(party: Party, own: Party) -> bool:
    """Whether a bare post is that of somebody who is known: ``the provincial minister`` of the minister for industries, X."""
    bare = party.kind == "post" and party.name is None and own.name is not None
    return bare and (party.post or "-").split()[-1].lower() in (own.post or "").lower().split()


def _about(main: Draft, reading: Reading) -> tuple[int, int] | None:
    """What an engagement was about, as its own sentence or those right behind it say."""
    reach = main.sentence.end + _REACH
    told = reading.sentences[bisect_left(reading.sentences, main.sentence.start, key=lambda s: s.start) :]
    behind = takewhile(lambda s: s.start < reach, told)
    last = max(s.end for s in behind if s.story_ordinal == main.sentence.story_ordinal)
    found = _ABOUT.search(reading.text, main.sentence.start, last)
    if found is None:
        return None
    start, end = found.span(str(found.lastgroup))
    clause = _IN_WHICH.match(reading.text, start, end) if found.lastgroup == "before" else None
    start = clause.end() if clause else start
    held = _HELD.search(reading.text, start, end)
    return start, _before_company(main, reading.text, start, held.start() if held else end)


def _before_company(main: Draft, text: str, start: int, end: int) -> int:
    """Where a subject ends: before ``with`` whom it was discussed."""
    faced = [text.rfind(" with ", start, party.start) for party in main.recipients if start < party.start < end]
    return min((at for at in faced if at > start), default=end)


def attended(drafts: Sequence[Draft], story: int | None, position: int) -> Draft | None:
    """The event that people listed at ``position`` attended: the story's engagement, else the event told last before it."""
    mine = [d for d in drafts if d.sentence.story_ordinal == story]
    own = [d for d in mine if d.sentence.start <= position < d.sentence.end and d.trigger.type == "CONSULT"]
    if own:
        return own[0].engagement or own[0]
    told = ("asserted", "historical")
    consult = [d for d in mine if d.trigger.type == "CONSULT" and d.engagement is None and d.realis in told]
    earlier = [d for d in mine if d.start <= position and d.realis == "asserted" and d.trigger.type in _ATTENDED]
    held = [d for d in earlier if d.trigger.type in _CEREMONIES] or earlier
    return consult[0] if consult else held[-1] if held else None


def known(draft: Draft, party: Party) -> Party | None:
    """The participant that a party is already."""
    return next((own for own in draft.participants if alike(party, own)), None)
