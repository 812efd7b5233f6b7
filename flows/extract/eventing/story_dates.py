"""The date that an event takes from its engagement or from the day of its story's news, where its own sentence gives none."""

import re
from bisect import bisect_left
from collections.abc import Sequence, Set
from datetime import date, timedelta
from typing import Final

from flows.contract.records import Time
from flows.extract.clauses.chunks import Clause, verb_index_left, verb_left_of
from flows.extract.clauses.parsed import Parsed
from flows.extract.clauses.words import occasions
from flows.extract.eventing.binding import is_bracketed
from flows.extract.eventing.carrying import carry
from flows.extract.eventing.dating import When
from flows.extract.eventing.drafts import VERBAL, Draft, follows, is_right_behind
from flows.extract.eventing.history import History
from flows.extract.eventing.nominal import FUTURE
from flows.extract.eventing.occurrence import took_place
from flows.extract.eventing.parting import is_of_call, is_of_reason_told
from flows.extract.eventing.realis import PLANNED
from flows.extract.eventing.sides import alike
from flows.extract.eventing.tense import DEEDS, EARLIER, is_in_relative, is_reacted_to
from flows.extract.reading import Sentence
from flows.language.cues import cue_words

_DAYS: Final = ("day", "hour", "minute", "second")
_NO_NEWS_DAY: Final = frozenset({"day_final", "part_alone", "unit_relative", "duration", "duration_past_one"})
_DEICTIC: Final = "deictic"
_NAMED: Final = "named_day"
_WEEK: Final = 7
_DONE: Final = DEEDS | {"PROTEST"}
_COME_TO: Final = cue_words("come to")
_HARM: Final = DEEDS - {"AID"}  # what makes the news where it is of the day
_STRIKES: Final = ("ASSAULT", "x-INCIDENT")
_SAID: Final = re.compile(r"\b(?:said|told [\w ]{3,20}|reported|announced|confirmed) (?:on |late |early |late on )?$")
_DEFINITE: Final = re.compile(r"\b(?:[Tt]he|[Tt]his|[Tt]hese) (?:\w+ ){0,2}$")
_AFTERMATH: Final = frozenset({"COERCE", "AID"})
_STAGED: Final = frozenset({"PROTEST", "AID"})  # where speakers tell of other deeds
_LEGAL: Final = (None, "investigate")  # a case registered, an inquiry begun
_PROMISES: Final = frozenset({"vow", "pledge", "promise", "assure"})
_NO_DAY: Final = (" eve of ", " to ", " from ")  # from 2 to 8 June
_NEWS: Final = 60  # days after which a dated event is history


def settle_dates(parsed: Parsed, story: int | None, mine: Sequence[Draft]) -> None:
    """Dates what is told as a plain past fact: by its engagement's day, else by the story's, unless it stands among older times."""
    day = _story_day(parsed, story)
    history = History(parsed)
    scene = _opening_deeds(parsed, story, mine)
    told: Draft | None = None
    following: Draft | None = None
    for draft in mine:
        own = draft.when is not None
        if draft.when is None and draft.realis == "asserted" and draft.simple_past:
            draft.when = _met_on(draft) or (day if day and _is_news(draft, day, scene, history) else None)
            if (
                day
                and told
                and draft.when is None
                and _goes_on(told, draft)
                and not _is_apart_from(told, draft, history)
            ):
                draft.when = told.when  # raided a farm on Sunday. Two men were held
            draft.when = _struck_before(mine, draft) or draft.when
            if told and draft.when and draft.when is day:
                following = draft if _goes_on(told, draft) or _is_beside(following, draft) else None
                draft.when = told.when if following else day
        if day and own and _is_todays(parsed, draft, day):
            draft.when = day
        told = draft if own and draft.trigger.type in _DONE else told
        _date_back(draft, parsed.reading.report.published_on)
    for draft in carry(parsed, history, mine):
        _date_back(draft, parsed.reading.report.published_on)
    if day:
        _date_strikes(parsed, story, day, mine)


def _struck_before(mine: Sequence[Draft], draft: Draft) -> When | None:
    """The day on which somebody was struck, as told before of him by name: ``X was shot on May 2. … The two waited, and shot X``."""
    if draft.trigger.type != _STRIKES[0] or not any(p.kind == "person" for p in draft.recipients):
        return None
    before = (d for d in mine if d.start < draft.start and d.when and d.trigger.type == draft.trigger.type)
    return next((d.when for d in before if any(alike(p, q) for p in d.recipients for q in draft.recipients)), None)


def _date_strikes(parsed: Parsed, story: int | None, day: When, mine: Sequence[Draft]) -> None:
    """Gives what struck the day on which the story says that it took place, instead of the one on which that was told."""
    drafts = [
        d
        for d in mine
        if d.trigger.type in _STRIKES and d.when and d.when.ordinal == day.ordinal and d.realis == "asserted"
    ]
    drafts = [
        d for d in drafts if d.when is day or _SAID.search(parsed.reading.text, d.sentence.start, day.time.char_start)
    ]
    happened = took_place(parsed, story) if drafts else None
    for draft in drafts if happened else ():
        draft.when = happened


def _met_on(draft: Draft) -> When | None:
    """The day of the engagement that a draft is of; what came of talks in 2021 is not known to be as old."""
    when = draft.engagement.when if draft.engagement else None
    return when if when and when.time.precision != "year" else None


def _is_beside(other: Draft | None, draft: Draft) -> bool:
    """Whether two drafts are told in one sentence."""
    return other is not None and other.sentence is draft.sentence


def _is_todays(parsed: Parsed, draft: Draft, day: When) -> bool:
    """Whether the today of a quotation is the day on which it was said, not that of the paper: ``“Today, we delivered …”``."""
    time = draft.when.time if draft.when else None
    if time is None or time.rule != _DEICTIC or time.starts_on != parsed.reading.report.published_on:
        return False
    before = parsed.reading.text[draft.sentence.start : time.char_start]
    return day.time.starts_on != time.starts_on and _opens_quotation(before)


def _opens_quotation(text: str) -> bool:
    """Whether a quotation that a text opens is open at its end."""
    return text.count("“") > text.count("”") or text.count('"') % 2 == 1


def _goes_on(told: Draft, draft: Draft) -> bool:
    """Whether a deed follows right on one that is dated: ``protested on Tuesday. Police detained nine of them``."""
    return told.when is not None and told.when.time.precision in _DAYS and follows(told, draft)


def _is_apart_from(told: Draft, draft: Draft, history: History) -> bool:
    """Whether somebody recounts a deed, or it is not told in the sentence right behind the one that has a day, or that tells a time."""
    if draft.trigger.type == "COERCE" and told.trigger.type in _STRIKES:
        return True  # whoever shot him may have been caught days later
    if told.trigger.type in _AFTERMATH and _is_cause(draft):
        return True
    return draft.recounted or not is_right_behind(told, draft) or history.tells_time(draft.sentence)


def _is_news(draft: Draft, day: When, scene: Set[str], history: History) -> bool:
    """Whether a draft is of the story's day: told by the report, and not among older times."""
    says = draft.trigger.type in VERBAL or draft.trigger.lemma in _PROMISES
    if _is_aside(draft, scene) or history.holds(draft.sentence, day.time, verbal=says):
        return False
    return draft.trigger.type in VERBAL or not history.is_of_tenure(draft.sentence)


def _is_aside(draft: Draft, scene: Set[str]) -> bool:
    """Whether somebody recounts what is not the news itself: news are the deeds that its first sentences tell of.

    What led to an arrest that makes the news may be days old.
    """
    if not scene and draft.trigger.type in _HARM:
        return True
    if scene <= _AFTERMATH and _is_cause(draft):
        return True
    deed = draft.trigger.type in DEEDS or (draft.trigger.type == "ACCUSE" and draft.trigger.mode in _LEGAL)
    told = scene - _STAGED if draft.trigger.type in _STRIKES else scene
    return draft.recounted and not (deed and bool(told))


def _is_cause(draft: Draft) -> bool:
    """Whether a noun names what struck, behind which arrests and help may come days later."""
    return draft.trigger.type in _STRIKES and draft.trigger.part == "noun"


def _opening_deeds(parsed: Parsed, story: int | None, mine: Sequence[Draft]) -> Set[str]:
    """The types of the deeds that a story's first sentences tell as news."""
    first = parsed.opening(story)
    deeds = (d for d in mine if d.trigger.type in _DONE and d.realis == "asserted" and not d.recounted)
    told = (d for d in deeds if d.sentence in first and (d.when or (d.simple_past and not _is_known(parsed, d))))
    return {d.trigger.type for d in told}


def _is_known(parsed: Parsed, draft: Draft) -> bool:
    """Whether a noun tells of what is taken as known: ``said the accident was a disgrace``."""
    text = parsed.reading.text
    return draft.trigger.part == "noun" and _DEFINITE.search(text, draft.sentence.start, draft.start) is not None


def _date_back(draft: Draft, published: date | None) -> None:
    """What is dated long before publication is history, not news; what may be has no day that is over."""
    ends = draft.when.time.ends_on or draft.when.time.starts_on if draft.when else None
    if draft.realis == "hypothetical" and published and ends and ends <= published:
        draft.when = None
    if draft.realis == "future" and published and ends and ends < published:
        draft.when = None  # shall pray for what was resolved in 1947
    if draft.realis == "asserted" and published and ends and published - ends > timedelta(days=_NEWS):
        draft.realis = "historical"


def _story_day(parsed: Parsed, story: int | None) -> When | None:
    """The day that a story's first sentences tell: news happen in the week before they are published."""
    published = parsed.reading.report.published_on
    for sentence in parsed.opening(story):
        first = bisect_left(parsed.times, sentence.start, key=lambda time: time.char_start)
        for ordinal, time in enumerate(parsed.times[first:], first):
            if time.char_start >= sentence.end:
                break
            if _is_news_day(parsed, time) and _recent(time, published) and not _is_apart(parsed, sentence, time):
                return When(ordinal, time)
    return None


def _is_news_day(parsed: Parsed, time: Time) -> bool:
    """Whether a time is a day on which news may have happened; a holiday is only where ``on`` says so."""
    if time.precision not in _DAYS or time.rule in _NO_NEWS_DAY or is_bracketed(parsed.reading.text, time.char_start):
        return False
    before = parsed.reading.text[max(0, time.char_start - len(" eve of ")) : time.char_start].lower()
    return not before.endswith(_NO_DAY) and (time.rule != _NAMED or before.endswith(" on "))


def _is_apart(parsed: Parsed, sentence: Sentence, time: Time) -> bool:
    """Whether a day of a story's first sentences is not that of its news: one to come, or that of why something has been done."""
    at = bisect_left(parsed.told, sentence.start, key=lambda told: told.sentence.start)
    if at == len(parsed.told) or parsed.told[at].sentence is not sentence:
        return False
    clause = parsed.told[at].clause
    i = clause.chunk_at(time.char_start)
    first = parsed.opening(sentence.story_ordinal)[0]
    if sentence is not first and (_is_of_before(clause, i) or _is_behind(clause, i)):
        return True
    if i > 0 and clause.chunks[i - 1].word == "for":
        return True  # called a protest for Saturday
    if _is_of_summons(clause, i) or is_of_call(clause, max(0, verb_index_left(clause.chunks, i)), i):
        return True
    if clause.chunks[i].kind == "NP" and is_reacted_to(clause, i):
        return True  # condemned Sunday's attack
    return _is_of_reason(clause, i) or _is_planned(clause, i) or (time.rule == _DEICTIC and _is_to_come(clause, i))


def _is_of_summons(clause: Clause, time: int) -> bool:
    """Whether a time is when one is asked to come: ``summoned both sides to a meeting on Friday``."""
    chunks = clause.chunks
    noun = time - 2 if time > 3 and chunks[time - 1].kind == "P" else time - 1
    return noun > 1 and chunks[noun - 1].word == "to" and chunks[noun].head.word in _COME_TO | occasions()


def _is_of_before(clause: Clause, time: int) -> bool:
    """Whether a time is that of what had happened before: ``she had been reported missing last Friday``."""
    verb = next((c for c in reversed(clause.chunks[:time]) if c.kind == "V" and c.form.finite), None)
    return verb is not None and verb.form.perfect and clause.words[verb.first] == "had"


def _is_behind(clause: Clause, time: int) -> bool:
    """Whether a time is that of what somebody did something after: ``had no choice, following strikes by X on May 7``."""
    chunks = clause.chunks
    left = next(
        (i for i in range(time - 1, -1, -1) if chunks[i].kind not in ("NP", "P") or chunks[i].word in EARLIER), -1
    )
    return left >= 0 and chunks[left].word in EARLIER


def _is_to_come(clause: Clause, time: int) -> bool:
    """Whether today is when something is to happen: ``will hold a gathering today``, ``is expected to arrive today``."""
    verb = verb_left_of(clause.chunks, time)
    return verb is not None and (verb.form.modal in FUTURE or verb.form.infinitive)


def _is_planned(clause: Clause, time: int) -> bool:
    """Whether a day is that of a plan: ``works set to start on Thursday``, ``is due to meet them on Friday``."""
    verb = verb_index_left(clause.chunks, time)
    infinitive = verb > 1 and clause.chunks[verb].form.infinitive
    return infinitive and clause.chunks[verb - 2].kind == "V" and clause.chunks[verb - 2].head.word in PLANNED


def _is_of_reason(clause: Clause, time: int) -> bool:
    """Whether a time is of what a perfect is about: ``have charged a man after a car hit them on Tuesday``, ``over a fire that …``."""
    perfect = next((i for i, c in enumerate(clause.chunks[:time]) if c.kind == "V" and c.form.perfect), -1)
    return perfect >= 0 and (
        is_of_reason_told(clause, perfect, time) or is_in_relative(clause, verb_index_left(clause.chunks, time))
    )


def _recent(time: Time, published: date | None) -> bool:
    """Whether a day lies in the week before publication, or nothing is known of that."""
    day = time.starts_on
    return day is not None and (published is None or timedelta(0) <= published - day <= timedelta(days=_WEEK))
