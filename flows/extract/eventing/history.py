"""Which sentences tell the past of a story rather than its news: those that stand among older times."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cached_property
from typing import Final

from flows.contract.records import Time
from flows.extract.clauses.chunks import Clause, is_bare, verb_index_left
from flows.extract.clauses.parsed import Parsed
from flows.extract.clauses.subjects import has_finite, is_finite
from flows.extract.eventing.dating import DAYS
from flows.extract.eventing.tense import is_in_relative
from flows.extract.reading import Sentence
from flows.extract.speech.cues import cues

_WEEK: Final = timedelta(days=7)
_DAY: Final = timedelta(days=1)
_VAGUE: Final = ("other_day", "ago_vague")
_WIDER: Final = ("week", "month")
_TENURE: Final = re.compile(
    r"\b(?:[Dd]uring|[Uu]nder|[Ii]n) (?:[^.,;:\s]+\s){0,5}(?:tenure|rule|regime|era|reign|premiership|presidency|stint)\b"
)
_ASIDE: Final = re.compile(
    r"\b[Ii]t (?:may|must|should|can) be (?:mentioned|noted|recalled|added|remembered)\b"
    r"|\bIn (?:an?|another|his|her|their) (?:recent|previous|past) |\b[Ii]n recent (?:years|decades|months)\b"
    r"|\b[Ii]t (?:is|was) (?:pertinent|worth|worthwhile|noteworthy|important|relevant) (?:to )?(?:mention|not|recall|add)"
)
_ON: Final = re.compile(r"\W*(?:He|She|They)\b")
_THEN: Final = re.compile(r"\b(?:subsequently|later|earlier|previously|eventually)\b", re.I)
_BACK: Final = 3  # sentences
_ANEW: Final = re.compile(
    r"\W*(?:Meanwhile|Separately|Also|Speaking|Addressing|Talking|Responding|On the occasion|Earlier|Later"
    r"|In (?:a|his|her|their|its) (?:separate )?(?:statement|message|speech)"
    r"|(?:During|At|In|After) (?:the|this) (?:\w+ )?(?:meeting|hearing|visit|session|ceremony|event|briefing|function|seminar|workshop"
    r"|call|conversation|conference|talks|proceedings))\b"
)
_THIS_OCCASION: Final = re.compile(  # where the sentence before does not tell of another one
    r"\W*The (?:\w+ )?(?:meeting|ceremony|event|session|function|conference|seminar|workshop|briefing)"
    r" (?:was|were|also|had been) (?:also )?(?:held|attended|addressed|chaired|presided|organi[sz]ed|hosted|briefed|informed)\b"
)
_OCCASIONS: Final = re.compile(
    r"\b(?:met|meet\w*|talks|sessions?|conferences?|summits?|ceremon\w+|seminars?|hosted|visit\w*)\b", re.I
)


class History:
    """The sentences of a report's stories with the times that they tell, for asking what stands among older ones."""

    def __init__(self, parsed: Parsed) -> None:
        """``parsed`` gives sentences, grammar and times; nothing is worked out before it is asked for."""
        self._parsed = parsed

    def holds(self, sentence: Sentence, news: Time, *, verbal: bool = False) -> bool:
        """Whether a sentence tells of what lay before the ``news``: it or those right before it name an older time as theirs.

        What somebody but says (``verbal``) in a paragraph of its own is news again.
        """
        day = news.starts_on or date.max
        published = self._parsed.reading.report.published_on
        at = bisect_left(self._sentences, sentence.start, key=_start)
        own = self._dates(sentence)
        if any(
            self._is_past(sentence, t, day, own=True) or self._is_since(t) or self._is_vague(sentence, t) for t in own
        ):
            return True
        if any(self._is_wider(sentence, t, day) for t in own) or self._is_tally(sentence):
            return True
        if self._says(_ASIDE, sentence):
            return True
        if any(t.starts_on == day and t.precision in DAYS and not self._is_inner(sentence, t) for t in own):
            return False  # killed on Monday, whatever had been before
        if _ANEW.match(self._parsed.reading.text, sentence.start) or self._is_this_occasion(sentence, at):
            return False
        for back in range(1, min(_BACK, at) + 1):
            before = self._sentences[at - back]
            if before.story_ordinal != sentence.story_ordinal or (verbal and self._is_parted(before, sentence)):
                return False
            if self._says(_ASIDE, before):
                return True
            times = self._dates(before)
            speaks = self._speaks(before)
            if back == 1 and any(self._is_vague(before, t) for t in times):
                return True
            if back == 1 and self._goes_on(sentence) and any(self._is_past(before, t, day) for t in times):
                return True  # said on Thursday it was serious. He voiced concern
            if back == 1 and published and any(self._is_long_ago(before, t) or self._is_since(t) for t in times):
                return True
            if speaks or any(t.starts_on and t.starts_on >= day for t in times):
                return False
            if any(self._is_past(before, t, day) for t in times):
                return True
        return False

    def _is_this_occasion(self, sentence: Sentence, at: int) -> bool:
        """Whether a sentence is of the gathering that the news comes from, as the one before it tells of no other."""
        told = _THIS_OCCASION.match(self._parsed.reading.text, sentence.start) is not None
        return told and at > 0 and not self._says(_OCCASIONS, self._sentences[at - 1])

    def _goes_on(self, sentence: Sentence) -> bool:
        """Whether a sentence goes on about whoever the one before it was of."""
        return _ON.match(self._parsed.reading.text, sentence.start) is not None

    def tells_time(self, sentence: Sentence) -> bool:
        """Whether a sentence tells any time or how long something took."""
        return bool(self.times(sentence)) or self._says(_THEN, sentence)

    def is_of_tenure(self, sentence: Sentence) -> bool:
        """Whether a sentence tells what was so under somebody: ``during his tenure``."""
        return self._says(_TENURE, sentence)

    def _says(self, words: re.Pattern[str], sentence: Sentence) -> bool:
        return words.search(self._parsed.reading.text, sentence.start, sentence.end) is not None

    @cached_property
    def _sentences(self) -> list[Sentence]:
        return list(self._parsed.reading.story)

    @cached_property
    def _clauses(self) -> dict[int, Clause]:
        return {told.sentence.start: told.clause for told in self._parsed.told}

    def _dates(self, sentence: Sentence) -> Sequence[Time]:
        return [t for t in self.times(sentence) if t.timex_type in ("DATE", "TIME")]

    def times(self, sentence: Sentence) -> Sequence[Time]:
        """The times that stand in a sentence."""
        times = self._parsed.times
        first = bisect_left(times, sentence.start, key=lambda t: t.char_start)
        last = bisect_left(times, sentence.end, key=lambda t: t.char_start)
        return times[first:last]

    def _is_tally(self, sentence: Sentence) -> bool:
        """Whether a sentence counts what happened over days or months: ``during the last three months``."""
        lasting = (t for t in self.times(sentence) if t.timex_type == "DURATION")
        long = (t for t in lasting if t.starts_on and t.ends_on and t.ends_on - t.starts_on > _DAY)
        return any(self._is_adverbial(sentence, t) for t in long)

    def _is_wider(self, sentence: Sentence, time: Time, day: date) -> bool:
        """Whether a sentence is of the week or month that the day of the news is in: ``rejected it, saying this week …``."""
        if time.precision not in _WIDER or time.starts_on is None or time.ends_on is None:
            return False
        return time.starts_on <= day <= time.ends_on and self._is_adverbial(sentence, time)

    def _is_adverbial(self, sentence: Sentence, time: Time) -> bool:
        """Whether a time opens a sentence or follows a verb, and does not say of which thing something is: ``transfers during …``."""
        clause = self._clauses.get(sentence.start)
        if clause is None:
            return False
        left = next((c.kind for c in reversed(clause.chunks[: clause.chunk_at(time.char_start)]) if c.kind != "P"), "V")
        return left == "V"

    def _speaks(self, sentence: Sentence) -> bool:
        """Whether a sentence reports speech: its first finite verb says so."""
        clause = self._clauses.get(sentence.start)
        if clause is None:
            return False
        first = next((c for c in clause.chunks if c.kind == "V" and c.form.finite), None)
        return first is not None and first.head.word in cues()

    def _is_older(self, time: Time, day: date) -> bool:
        return time.ends_on is not None and time.ends_on < day and not self._names(time)

    def _is_parted(self, before: Sentence, sentence: Sentence) -> bool:
        """Whether a paragraph ends between two sentences."""
        return "\n" in self._parsed.reading.text[before.end : sentence.start]

    def _is_past(self, sentence: Sentence, time: Time, day: date, *, own: bool = False) -> bool:
        """Whether a sentence tells an older time as its own, and not of what it says more of: ``a promise made in 2023``."""
        return self._is_older(time, day) and not self._is_inner(sentence, time, reasons=not own)

    def _is_long_ago(self, sentence: Sentence, time: Time) -> bool:
        """Whether a sentence tells as its own what was more than a week before publication."""
        published, ends = self._parsed.reading.report.published_on, time.ends_on
        return bool(published and ends and published - ends > _WEEK) and not self._is_inner(sentence, time)

    def _is_inner(self, sentence: Sentence, time: Time, *, reasons: bool = True) -> bool:
        """Whether a time is that of a relative, of a participle behind its noun, or (``reasons``) of an -ing form behind a preposition."""
        clause = self._clauses.get(sentence.start)
        if clause is None:
            return False
        i = clause.chunk_at(time.char_start)
        verb = verb_index_left(clause.chunks, i)
        if verb < 1 or not has_finite(clause.chunks, 0, verb):
            return False
        if is_in_relative(clause, verb):
            return True
        left = clause.chunks[verb - 1]
        governed = reasons and clause.chunks[verb].form.gerund and left.kind == "P"
        return governed or (is_bare(clause.chunks[verb]) and left.kind == "NP" and not is_finite(clause.chunks, verb))

    def _names(self, time: Time) -> bool:
        """Whether a time only names something: ``the May 9 cases``."""
        text = self._parsed.reading.text
        return text.endswith(("the ", "The "), 0, time.char_start) or text[time.char_end : time.char_end + 1] in (
            "’",
            "'",
        )

    def _is_vague(self, sentence: Sentence, time: Time) -> bool:
        """Whether a past time of no day is that of the sentence: ``the other day``, but not ``the recently built hall``."""
        return time.timex_value == "PAST_REF" and (time.rule in _VAGUE or self._is_adverbial(sentence, time))

    def _is_since(self, time: Time) -> bool:
        return self._parsed.reading.text[max(0, time.char_start - len("since ")) : time.char_start].lower() == "since "


def _start(sentence: Sentence) -> int:
    return sentence.start
