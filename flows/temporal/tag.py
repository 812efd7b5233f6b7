"""The library's one way in: text in, time expressions out."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from typing import Final, cast

from flows.temporal.grammar import Found, candidates
from flows.temporal.ordering import first_year, is_narrative, prints_early_years
from flows.temporal.periods import Period
from flows.temporal.readers import READERS
from flows.temporal.readings import Context, UnanchoredError, Value
from flows.temporal.scan import windows
from flows.temporal.surroundings import is_a_title
from flows.temporal.timex import Kind, Settings, Timex
from flows.temporal.words import Token, runs

_DEFAULT: Final = Settings()


def tag(text: str, anchor: date | datetime | None, settings: Settings = _DEFAULT) -> list[Timex]:
    """The time expressions of a text, in order. Without an anchor, what needs one has no value."""
    moment = anchor if isinstance(anchor, datetime) or anchor is None else datetime.combine(anchor, time())
    is_story = is_narrative(text, moment, settings)
    context = Context(text, moment, settings, is_story, is_ancient=prints_early_years(text, is_story))
    if context.is_narrative and (year := first_year(text)):
        context.remember(Period("Y", year), 0, 0)
    found: list[Timex] = []
    for start, end, named in windows(text, context.is_ancient):
        for run in runs(text, start, end, named, context.is_ancient):
            found += _read_run(run, context)
    return found


def _read_run(run: Sequence[Token], context: Context) -> Iterator[Timex]:
    """From left to right, of the matches that begin at a token the longest that is a time."""
    codes = "".join(token.code for token in run)
    position = 0
    while position < len(run):
        behind = position + 1
        for match in candidates(run, codes, position):
            timex = _read(match, context)
            if timex is not None:
                yield timex
                behind = match.match.end()
                break
        position = behind


def _read(found: Found, context: Context) -> Timex | None:
    """What a match stands for; unresolved where it counts from a date that is not known; None where it is no time at all."""
    if not found.has("THAT"):  # that year: the one just told
        context.go_on(found.span[0])
    try:
        read = READERS[found.rule.function](found, context, *found.rule.arguments)
    except (UnanchoredError, OverflowError):  # no day is known so far back
        start, end = found.span
        kind = cast(Kind, found.rule.kind)
        value = _open_value(found)
        return Timex(start=start, end=end, text=context.text[start:end], type=kind, value=value, rule=found.rule.name)
    if read is None or is_a_title(context.text, *found.span):
        return None
    return _timex(found, read, context)


def _open_value(found: Found) -> str | None:
    """What a weekday, month or day of a month says without a year: XXXX-WXX-5, XXXX-11, XXXX-11-20; None for anything else."""
    if found.part("m"):
        return f"XXXX-{found.count('m'):02d}" + (f"-{found.count('d'):02d}" if found.part("d") else "")
    return f"XXXX-WXX-{found.count('w')}" if found.part("w") else None


def _timex(found: Found, value: Value, context: Context) -> Timex:
    start, end = found.span
    period = value.period
    known = None if period is None or period.is_before_christ else period
    if (recalled := value.recalled or period) is not None and value.is_recalled and not _looks_back(found):
        context.remember(recalled, start, end, is_numbered=bool(found.part("d")), edge=value.mod or found.edge)
        context.is_night = (
            value.is_night and found.rule.name != "part_alone" and context.main is None
        )  # `at night`: no night
        context.moment_told = value.moment
    return Timex(
        start=start,
        end=end,
        text=context.text[start:end],
        type=value.type,
        value=value.value,
        starts_on=known.start if known else value.first,
        ends_on=known.end if known else value.last,
        precision=period.precision if period else value.precision,
        anchor=value.anchor,
        mod=value.mod or found.edge,
        rule=found.rule.name,
        conflicts=value.conflicts,
    )


def _looks_back(found: Found) -> bool:
    """Whether a text only looks back (the previous winter, two days earlier): it goes on from where it was."""
    return any(map(found.has, ("PREVIOUS", "EARLIER", "BEFORE")))
