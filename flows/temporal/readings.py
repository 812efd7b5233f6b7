"""What a value function is given and gives back."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Final

from flows.contract.fixed import fixed
from flows.temporal.grammar import Found
from flows.temporal.periods import Period, containing, day
from flows.temporal.tense import direction, is_aside, is_told_before
from flows.temporal.timex import Anchor, Kind, Settings


@fixed(kw_only=True)
class Value:
    """What a time expression stands for.

    ``period`` is the stretch of the calendar it names; ``first`` and ``last`` close the interval where it is none.
    ``recalled`` is the period that later expressions may refer back to (by default ``period``), unless ``is_recalled`` is false:
    what is only compared with (a year ago) is not what the text is about.
    """

    type: Kind
    value: str
    period: Period | None = None
    first: date | None = None
    last: date | None = None
    precision: str | None = None
    anchor: Anchor = "none"
    mod: str | None = None
    conflicts: tuple[str, ...] = ()
    recalled: Period | None = None
    is_recalled: bool = True

    @property
    def is_night(self) -> bool:
        """Whether it is a time of day in the evening or at night, before midnight."""
        hour = self.value.partition("T")[2][:2] if self.type == "TIME" else ""
        return hour in ("EV", "NI") or (hour.isdigit() and int(hour) >= _NIGHTFALL)

    @property
    def moment(self) -> datetime | None:
        """The moment of a time by the clock on a known day."""
        if self.type != "TIME" or self.first is None or not self.value[-2:].isdigit():
            return None
        hour, minute = (int(number) for number in self.value[11:].split(":"))
        if hour == _HOURS and self.first == date.max:
            return None
        return datetime.combine(self.first, time()) + timedelta(hours=hour, minutes=minute)  # 24:00 is the next day's


_NIGHTFALL: Final = 18
_HOURS: Final = 24
_NUMBERS: Final = re.compile(r"(?<![\d/.-])(\d{1,2})[-/.](\d{1,2})[-/.](?:\d{4}|\d{2})(?![\d/-])", re.ASCII)
_AGES: Final = ("DE", "CE")
_JOINT: Final = re.compile(r"\s*(?:to|until|till|through|[–—-])\s*(?:the\s)?")
_BETWEEN: Final = re.compile(r"\bbetween [^.;]{1,30} and (?:the )?$")
_OPENING: Final = 300  # characters in which a story says from when to when it lasts
_EPISODE: Final = 10  # days: within so many of its beginning a story goes on telling of the same
_SIZES: Final = {"D": 0, "W": 1, "M": 2, "SE": 3, "Q": 3, "H": 4, "Y": 5, "DE": 6, "CE": 7}
_EDGE_OPENS: Final = {"MID": 4, "END": 8}  # the first month that may go on from the middle or the end of a year
_LATELY: Final = 14  # days in which news are still told of
_LONGEST_BETWEEN: Final = 50  # characters of `between … and the`
_NEAR_MENTION: Final = 800  # characters: a few sentences of news


class UnanchoredError(Exception):
    """What an expression counts from is not known: it stays unresolved."""


@dataclass(slots=True)
class Context:
    """Where a text stands in time, and what it has mentioned so far.

    ``is_night``: the time of day mentioned last was at night, so that `2 a.m.` is of the next day;
    ``moment_told`` is that time where the clock gave it.
    ``is_ancient``: it prints years of three digits;
    ``episode`` is the day from which `the third day` counts: the last that was told with its month.
    ``opens_at`` is the first month that `late 1941` leaves open, where the date mentioned last is such a part of a year;
    ``weekday_slip`` counts the days by which printed weekdays differ from ours, as those of the Julian calendar do;
    ``left`` is where a story was (what it mentioned last, with ``opens_at``) before the sentence that looks back.
    """

    text: str
    moment: datetime | None
    settings: Settings
    is_narrative: bool
    is_ancient: bool = False
    episode: Period | None = None
    mentioned: Period | None = None
    mentioned_at: int = 0
    by_unit: dict[str, Period] = field(default_factory=dict)
    reported: Period | None = None
    reported_at: int = 0
    orders: frozenset[bool] | None = None
    is_night: bool = False
    moment_told: datetime | None = None
    opens_at: Period | None = None
    weekday_slip: int = 0
    left: tuple[Period, Period | None] | None = None
    main: Period | None = None  # the day of the news that a later day, mentioned aside, does not replace

    @property
    def day_first(self) -> bool | None:
        """The order of dates in numbers: the settings', else that of the text's other dates; None where nothing tells it."""
        if self.settings.day_first is not None:
            return self.settings.day_first
        if self.orders is None:  # read once, when the first such date is met
            pairs = ((int(m[1]), int(m[2])) for m in _NUMBERS.finditer(self.text))
            self.orders = frozenset(first > second for first, second in pairs if 12 < max(first, second) <= 31)
        return next(iter(self.orders)) if len(self.orders) == 1 else None

    @property
    def today(self) -> Period:
        """The anchor's day. Raises UnanchoredError without one."""
        if self.moment is None:
            raise UnanchoredError
        return containing("D", self.moment.date())

    @property
    def deixis(self) -> tuple[Period, Anchor]:
        """What ``last week`` or ``Monday`` count from: the anchor in news, the last mentioned date in a narrative."""
        if self.is_narrative and self.mentioned is not None:
            return self.mentioned, "mention"
        return self.today, "anchor"

    def go_on(self, at: int) -> None:
        """Behind what told of before (a sentence, or what commas set off), a story's dates at ``at`` count from where it was."""
        if self.left is None:
            return
        between = self.text[self.mentioned_at : at]
        if ". " in between or (", " in between and not is_told_before(self.text, at)):
            self.mentioned, self.opens_at = self.left
            self.left = None

    def _leave(self, period: Period, start: int) -> None:
        """Take note of where a story is, if a date at ``start`` is of what had been before."""
        story = self.left or ((self.mentioned, self.opens_at) if self.mentioned else None)
        is_back = story is not None and period.ordinal < story[0].ordinal
        self.left = story if is_back and is_told_before(self.text, start) else None

    def _set_aside(self, period: Period, start: int) -> None:
        """Take note of the day of the news, if a day at ``start`` is but of what came before it."""
        day = self.main or self.mentioned
        is_back = day is not None and day.unit == period.unit == "D" and 0 < day.index - period.index <= _LATELY
        self.main = (
            day if is_back and start - self.mentioned_at <= _NEAR_MENTION and is_aside(self.text, start) else None
        )

    def day_told(self, at: int) -> tuple[Period | None, Anchor]:
        """The day that a time of day at ``at`` belongs to: in a narrative the one told last, in news the one just mentioned, where
        it has just been or stands close by, else the anchor's."""
        told = self.by_unit.get("D") if self.is_narrative else self.mentioned
        if self.main and ". " in self.text[self.mentioned_at : at]:
            told = self.main
        if told is not None and told.unit == "D" and (self.is_narrative or self._is_at_hand(told, at)):
            return told, "mention"
        if self.is_narrative:
            return None, "none"
        origin, anchor = self.deixis
        return (origin, anchor) if origin.unit == "D" else (None, "none")

    def _is_at_hand(self, told: Period, at: int) -> bool:
        """Whether news at ``at`` still tell of a day: one of the last, or of its own sentence or the one before."""
        days_on = told.index - self.today.index if self.moment else 0
        if -_LATELY <= days_on <= 0:
            return True
        breaks = self.text.count(". ", self.mentioned_at, at)
        return breaks == 0 or (breaks == 1 and (days_on < 0 or direction(self.text, at, at) >= 0))

    def anaphora(self, found: Found) -> tuple[Period, Anchor]:
        """What ``two days later`` or ``that day`` count from: the last mentioned date, in news if it is near, else the anchor."""
        if self.mentioned is None:
            return self.deixis
        is_near = self.is_narrative or found.tokens[0].start - self.mentioned_at <= _NEAR_MENTION
        return (self.mentioned, "mention") if is_near else self.deixis

    @staticmethod
    def is_coarser(period: Period, unit: str) -> bool:
        """Whether a date names too long a time to count units from: two days before this summer."""
        return period.unit in _SIZES and unit in _SIZES and _SIZES[period.unit] > _SIZES[unit]

    def points(self, found: Found) -> int:
        """Which way the clause of a match points: 1, -1 or 0."""
        return direction(self.text, *found.span)

    def remember(
        self, period: Period, start: int, end: int, *, is_numbered: bool = False, edge: str | None = None
    ) -> None:
        """Take note of a date that stands from ``start`` to ``end``, for those that refer back to it. A century or decade is
        remembered by its unit alone: what follows counts from the date before it. A story whose opening says from when to when
        it lasts begins at the first of the two; so does what happens in days counted from one whose number is printed."""
        is_joined = self.is_narrative and self._closes_range(start)
        if is_numbered and not is_joined and period.unit == "D" and not self._is_in_episode(period):
            self.episode = period
        if is_joined and start < _OPENING:
            return
        if self.is_narrative:
            self._leave(period, start)
        else:
            self._set_aside(period, start)
        if self.mentioned is None or period.unit not in _AGES:
            self.mentioned, self.mentioned_at = period, end
            self.opens_at = _opening_month(period, edge)
        self.by_unit[period.unit] = period
        if period.unit in ("Q", "H"):
            self.report(period, end)

    def _is_in_episode(self, on: Period) -> bool:
        """Whether a day is one of those in which what is told happens."""
        return self.episode is not None and abs(on.index - self.episode.index) <= _EPISODE

    def is_joined(self, start: int) -> bool:
        """Whether nothing but a joint of ranges stands between the date mentioned last and what starts here."""
        return _JOINT.fullmatch(self.text, self.mentioned_at, start) is not None

    def _closes_range(self, start: int) -> bool:
        """Whether what starts here is the other end of a span of time."""
        return bool(self.is_joined(start) or _BETWEEN.search(self.text, max(0, start - _LONGEST_BETWEEN), start))

    def report(self, period: Period, position: int) -> None:
        """Take note of the quarter or year whose figures are given: `a year earlier` compares with the same one of last year."""
        if not self.is_narrative:
            self.reported, self.reported_at = period, position

    @property
    def clock(self) -> time | None:
        """The anchor's time of day, where it has one."""
        return self.moment.time() if self.moment and self.moment.time() != time() else None


STORY_GOES_ON: Final = 60  # days: of two years' dates the one nearer to so far ahead is meant

Reader = Callable[[Found, Context], Value | None]


def of_period(period: Period | None, anchor: Anchor = "none", **more: object) -> Value | None:
    """A DATE that is a period; None where there is no such period."""
    if period is None or not period.is_valid():
        return None
    return Value(type="DATE", value=period.value, period=period, anchor=anchor, **more)  # type: ignore[arg-type]


def _opening_month(period: Period, edge: str | None) -> Period | None:
    """The month from which a story goes on behind the middle or end of a year; None for any other date."""
    first = _EDGE_OPENS.get(edge or "") if period.unit == "Y" and not period.is_before_christ else None
    return Period("M", period.year * 12 + first - 1) if first else None


def in_story(context: Context, start: int, periods: list[Period | None]) -> Period | None:
    """Of the same date in neighbouring years the one where a story is likely to go on at ``start``: up to half a year forward, or
    a little back; behind a year the one in that year, behind late 1941 the first one from its autumn on; of what had been done
    by then the last one."""
    known, origin = [p for p in periods if p and p.is_valid()], context.deixis[0]
    if context.opens_at:
        return next((p for p in known if p.ordinal >= context.opens_at.ordinal), None)
    if origin.unit == "Y":
        return next((p for p in known if p.year == origin.year), None)
    if is_told_before(context.text, start) and (over := [p for p in known if p.ordinal <= origin.ordinal]):
        return max(over, key=lambda p: p.ordinal)
    expected = origin.ordinal + STORY_GOES_ON
    return min(known, key=lambda p: abs(p.ordinal - expected), default=None)


def nearest_year(month: int, number: int, near: date, *, direction: int = 0) -> Period | None:
    """The day of a month and day number that is nearest to a date, on its side of ``direction`` (-1 not behind, 1 not before)."""
    found = [d for shift in (-1, 0, 1) if (d := day(near.year + shift, month, number))]
    origin = near.toordinal()
    kept = [d for d in found if (d.index - origin) * direction >= 0] or found
    return min(kept, key=lambda d: abs(d.index - origin), default=None)
