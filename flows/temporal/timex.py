"""What goes in and comes out: settings, and the time expressions found."""

from dataclasses import field
from datetime import date
from typing import Literal

from flows.contract.fixed import fixed

Kind = Literal["DATE", "TIME", "DURATION", "SET"]
Anchor = Literal["anchor", "mention", "none"]


@fixed(kw_only=True)
class Settings:
    """How to read. The defaults are those of news in English.

    ``ordering``: ``news`` resolves against the anchor date, ``narrative`` against the date mentioned last, ``auto`` takes narrative
    where there is no anchor or the text tells of another time than the anchor's. ``day_first`` reads 09-03-2021 as 9 March, None
    lets the text's other dates decide. ``ages`` also finds ages (``25-year-old``). ``country`` (ISO 3166-1) tells whose
    Independence Day is meant; ``fiscal_start`` is the month in which its fiscal year begins.
    """

    ordering: Literal["news", "narrative", "auto"] = "auto"
    day_first: bool | None = None
    ages: bool = False
    country: str = "PK"
    fiscal_start: int = 7


@fixed(kw_only=True)
class Timex:
    """A time expression: ``text[start:end]`` and what it stands for.

    ``value`` is None, or has an X for what is open (XXXX-WXX-5), where it counts from a date that is not known. ``starts_on`` and
    ``ends_on`` close the interval it names, where it names one; ``anchor`` tells what it was resolved against; ``mod`` is the
    TIMEX3 modifier (START, END, APPROX …); ``conflicts`` says, in words, where it contradicts itself.
    """

    start: int
    end: int
    text: str
    type: Kind
    value: str | None
    starts_on: date | None = None
    ends_on: date | None = None
    precision: str | None = None
    anchor: Anchor = "none"
    mod: str | None = None
    rule: str = ""
    conflicts: tuple[str, ...] = field(default=())
