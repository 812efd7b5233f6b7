"""Datelines: place, date and agency before a story's first sentence, in all their printed forms.

No gazetteer is asked but for a line that is a city's name and nothing else: capitals, dates, agency brackets and separators tell
a dateline; words that look like one and are none (`UPDATE:`, `READ MORE:`) are in ``seeds/not_datelines.csv``.
"""

import re
from functools import cache, lru_cache
from typing import Final, NamedTuple

from flows.language.seeds import rows
from flows.parse.dateline_forms import (
    ABREAST,
    AGENCY_ABREAST,
    AGENCY_FIRST,
    AGGREGATOR,
    ALONE,
    BARRED,
    BOXED,
    BRACKETED,
    CAPITALS,
    CAPITALS_FIRST,
    CLOCKED,
    DATE_FIRST,
    DATED,
    DAY_ABOVE,
    LENIENT,
    MARKED,
    ON_A_DAY,
    ON_ITS_DAY,
    OPENERS,
    SIGNED,
    STAMPED,
    STOPPED,
    TITLE_CASE_FIRST,
    WITH_AGENCY,
)
from flows.parse.outlets import is_agency
from flows.parse.patterns import CLOCK, DATE
from flows.parse.segments import ends_sentence

_ANY_DATE: Final = re.compile(DATE)
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_DATED: Final = re.compile(rf"[\s,/–—-]*{DATE}")
_CLOCK: Final = re.compile(rf"[\s,|-]*{CLOCK}(?:\s*[A-Z]{{2,4}}(?:[+-]\d{{1,2}}(?::\d\d)?)?)?")
_CLOCK_BEHIND: Final = re.compile(rf"[\s,|-]+{CLOCK}(?:\s*[A-Z]{{2,4}}(?:[+-]\d{{1,2}}(?::\d\d)?)?)?$")
_PARTED: Final = re.compile(r"\s*[/|•·:,]\s*|\s*[–—]\s*|\s*-+\s*(?=[^\W\d_])")
_LONGEST_AGENCY: Final = 14  # characters of an unknown one behind a place
_LONGEST_FRONT: Final = 60  # characters of a place and its agency
_LED: Final = re.compile(r"[•●▪■◆►»]\s?|[-–—]\s")
_WRITER: Final = re.compile(r"(?:By|From) |.* (?:Correspondent|Reporter)$")
_DIGIT: Final = re.compile(r"\d")
_LETTER: Final = re.compile(r"[^\W\d_]")
_NEWS_WORD: Final = re.compile(
    r"(?i)\b(?:news|press|agenc(?:y|ies)|agencia|desk|report(?:er)?|correspondents?|online|bureau"
    r"|monitoring|wire|times|post)\b|\w\.(?:com|net|org)$"
)
_SHORTEST_RUN: Final = 8  # characters before a dateline with agency or date
_SHORTEST_HEADLINE, _LONGEST_HEADLINE = 20, 220  # characters of a headline that runs on
_SHORTEST_REST, _LONG_REST = 40, 120  # characters after a place in title case or a dash
_SHORTEST_STORY: Final = 40  # characters after a dateline that begins with its date
_LARGE: Final = 100_000  # people
_LONGEST_PLACE: Final = 3  # words
_SENTENCE_ENDS: Final = (". ", "? ", "! ")


class Dateline(NamedTuple):
    """Where a dateline ends, and what it says. ``strength``: 3 with agency or date, 2 capitals, 1 a title-case place."""

    end: int
    place: str | None
    agency: str | None
    printed: str | None
    strength: int


@lru_cache(maxsize=16)  # the first paragraphs are asked for it several times
def find(line: str) -> Dateline | None:
    """The dateline that a line begins with, if it does."""
    if (bullet := _LED.match(line)) is not None:
        behind = find(line[bullet.end() :])
        return behind._replace(end=bullet.end() + behind.end) if behind is not None and behind.strength > 1 else None
    if not line or not (line[0].isupper() or line[0] in "([*_" or line[0].isdigit()):
        return None
    if line[0] in "[*_(" and (marked := _marked(line)):
        return marked
    if line[0] in "[*_":
        return None
    found = _unmarked(line)
    return _with_clock(found, line) if found and found.printed else found


def _marked(line: str) -> Dateline | None:
    """`[Lahore] The`, `*Karachi*: The`: a place set apart by brackets or by marks of bold type, with its date, or a city."""
    match = (MARKED if line[0] in "*_" else BOXED)().match(line)
    parts = match.groupdict() if match else {}
    place, date = parts.get("place") or parts.get("held"), parts.get("date") or parts.get("day")
    if match is None or place is None or label_of(place) is not None:
        return None
    rest = line[match.end() :].strip()
    is_told = date is not None or (is_city(_titled(place)) and (not rest or len(rest) >= _SHORTEST_REST))
    return Dateline(match.end(), _titled(place), None, date, 3 if date else 2) if is_told else None


def _with_clock(found: Dateline, line: str) -> Dateline:
    """A dateline with its date that fills a line but for a time of day: `ANKARA MAY 9, 2022 - 11:32 AM GMT+3`."""
    is_all = found.end < len(line) and _CLOCK.fullmatch(line, found.end) is not None
    return found._replace(end=len(line)) if is_all else found


def _unmarked(line: str) -> Dateline | None:
    """A dateline that its first word opens."""
    wrapper = AGGREGATOR.match(line) if line[0] == "(" else None
    if wrapper is not None:
        inner = find(line[wrapper.end() :])
        if inner is not None and inner.strength > 1:
            return _wrapped(inner, wrapper)
    bracketed = BRACKETED().match(line) if line[0] == "(" else None
    if bracketed is not None and len(line) > bracketed.end() + _SHORTEST_STORY:
        return Dateline(bracketed.end(), _titled(bracketed["place"]), None, None, 2)
    first = AGENCY_FIRST.match(line)
    if first is not None:
        return Dateline(first.end(), _titled(first["place"]), first["agency"], None, 3)
    barred = BARRED().match(line) if "|" in line else None
    if barred is not None:
        return Dateline(barred.end(), _titled(barred["place"]), barred["agency"], None, 3)
    if (of_day := _with_day(line)) is not None:
        return of_day
    if (abreast := _abreast(line)) is not None:
        return abreast
    signed = SIGNED.match(line)
    if signed is not None and is_agency(told := signed["agency"] or signed["bare"]):
        return Dateline(signed.end(), _titled(signed["place"]), told, None, 3)
    dated = DATED.match(line)
    if dated is not None and is_agency(told := dated["agency"] or dated["bare"]):
        return Dateline(dated.end(), _titled(dated["place"] or dated["city"]), told, dated["date"] or dated["day"], 3)
    return (
        _read(CAPITALS_FIRST.match(line), line, 2)
        or _read(TITLE_CASE_FIRST().match(line), line, 1)
        or _lenient(line)
        or _date_first(line)
    )


def _abreast(line: str) -> Dateline | None:
    """A place beside a known agency, in whichever order a page prints them: `Doha / QNA`, `Aden - Saba:`, `NNA - Beirut -`."""
    parts = _PARTED.split(line[:_LONGEST_FRONT], 2)
    if len(parts) < 2:
        return None
    is_led = is_agency(parts[0])
    if not is_led and not _begins_with_agency(parts[1]):
        return None
    match = (AGENCY_ABREAST if is_led else ABREAST)().match(line)
    if match is None or not is_agency(match["agency"]) or label_of(match["place"]) is not None:
        return None
    place = _titled(match["place"])
    return Dateline(match.end(), place, match["agency"], match["date"], 3) if place in _towns() else None


def _begins_with_agency(words: str) -> bool:
    """Whether one to four words that open a part of a line are an agency's name."""
    opening = words.split(maxsplit=4)[:4]
    return any(is_agency(" ".join(opening[:count])) for count in range(len(opening), 0, -1))


def _with_day(line: str) -> Dateline | None:
    """Forms with a clock, day or stamp: `07:45 | Lima, Nov. 9.`, `Baku. 13 November. AGY/`, `City, AGY, Updated`."""
    if "|" in line and (clocked := CLOCKED().match(line)) is not None:
        return Dateline(clocked.end(), _titled(clocked["place"]), clocked["agency"], clocked["date"], 3)
    if (above := DAY_ABOVE.fullmatch(line)) is not None and _YEAR.search(above["date"]):
        return Dateline(len(line), _titled(above["place"]), None, above["date"], 3)
    if (stopped := STOPPED.match(line)) is not None and (of_day := _stopped(stopped)) is not None:
        return of_day
    stamped = STAMPED().match(line) if "Updated" in line or "Published" in line else None
    if stamped is not None and is_agency(stamped["agency"]):
        return Dateline(len(line), _titled(stamped["place"]), stamped["agency"], _printed_in(line), 3)
    return None


def _stopped(match: re.Match[str]) -> Dateline | None:
    """A dateline whose parts full stops part: a city and its day, or an agency behind them."""
    if match["town"]:
        goes_on = len(match.string) > match.end() + _SHORTEST_STORY
        return (
            Dateline(match.end(), match["town"], None, match["day"], 3) if goes_on and is_city(match["town"]) else None
        )
    told = match["agency"] or match["bare"]
    if match["mark"] != "/" and not is_agency(told):
        return None
    return Dateline(match.end(), _titled(match["place"] or match["city"]), told, match["date"], 3)


def _wrapped(inner: Dateline, wrapper: re.Match[str]) -> Dateline:
    """A dateline behind a bracket that names who passes the report on: its agency where the dateline names none."""
    named = wrapper.group().strip(" ()–—-")
    return inner._replace(end=inner.end + wrapper.end(), agency=inner.agency or (named if is_agency(named) else None))


def find_inside(line: str) -> tuple[int, Dateline] | None:
    """A dateline behind a headline that ran on into it, paragraph breaks lost: where it begins, and what it is."""
    for match in CAPITALS.finditer(line, _SHORTEST_RUN, _LONGEST_HEADLINE):
        found = find(line[match.start() :])
        is_glued = not line[match.start() - 1].isspace()
        is_apart = is_glued or match.start() >= _SHORTEST_HEADLINE
        has_colon = found is not None and ":" in line[match.start() : match.start() + found.end]
        is_told = (
            ends_sentence(line) or len(line) - match.start() > _LONG_REST
        )  # a story follows: no headline with a colon in it
        if found is not None and (found.strength == 3 or (found.strength == 2 and is_apart and has_colon and is_told)):
            return match.start(), found
        if line[match.start() - 2 : match.start()] in _SENTENCE_ENDS:
            return None
    return None


def whole(line: str) -> Dateline | None:
    """The dateline that a line is with its day and year, and nothing else but a time of day: `ISLAMABAD: November 12, 2023`."""
    bare = _CLOCK_BEHIND.sub("", line.strip("()"))
    found = find(bare) if _YEAR.search(bare) else None
    is_all = found is not None and found.end == len(bare) and found.place is not None and found.printed is not None
    return found if is_all else None


def _lenient(line: str) -> Dateline | None:
    """A known agency in brackets before a colon makes a dateline of what precedes it, misprints and all: `Aril 26 (APP):`."""
    match = LENIENT.match(line)
    if match is None or not is_agency(match["agency"].strip()) or not _DIGIT.search(match["date"]):
        return None
    return Dateline(match.end(), _titled(match["place"]), match["agency"].strip(), match["date"].strip(" ,:"), 3)


def stands_alone(line: str) -> Dateline | None:
    """A place in capitals on a line of its own, alone or with its country, any with its agency, or a large city: whether it is a
    dateline, the lines around it tell."""
    wired = WITH_AGENCY().fullmatch(line)
    if wired is not None and is_agency(wired["agency"]):
        return Dateline(len(line), _titled(wired["place"]), wired["agency"], None, 3)
    if is_city(line):
        return Dateline(len(line), line, None, None, 1)
    dated = ON_ITS_DAY().fullmatch(line) if _DIGIT.search(line) else None
    if dated is not None and is_city(place := _titled(dated["place"])):
        return Dateline(len(line), place, None, dated["date"], 3)
    day = ON_A_DAY().fullmatch(line)
    if day is not None:
        return Dateline(len(line), _titled(day["place"]), None, None, 2)
    match = ALONE().fullmatch(line)
    if match is None or len(line.split()) > _LONGEST_PLACE:
        return None
    if label_of(line) is not None or is_agency(line) or is_agency(match["country"] or ""):
        return None
    return Dateline(len(line), _titled(match["place"]), None, None, 2)


def _date_first(line: str) -> Dateline | None:
    """`Nov 8 (Reuters) -`, `8 November 2023, Islamabad:`: the place may be left out where an agency is told."""
    match = DATE_FIRST().match(line)
    if match is None or not (match["place"] or match["agency"]) or len(line) < match.end() + _SHORTEST_STORY:
        return None
    return Dateline(
        match.end(), _titled(match["place"]) if match["place"] else None, _agency(match["agency"]), match["date"], 3
    )


def _read(match: re.Match[str] | None, line: str, strength: int) -> Dateline | None:
    if match is None or label_of(match["place"].strip(" .")) is not None or _WRITER.match(match["place"]):
        return None
    if match["date"] and is_agency(match["place"]):  # `KYODO NEWS - Jun 22, 2023` is a stamp
        return None
    place, told = _parted(match)
    dates = [d for d in (match["date"], match["date2"], _printed_in(match["agency"] or "")) if d]
    printed = next((d for d in dates if _YEAR.search(d)), dates[0] if dates else None)
    if told is not None or printed is not None:
        strength = 3
    if not _holds(match, line, strength):
        return None
    return Dateline(match.end(), _titled(place) if place else None, told, printed, strength)


def _parted(match: re.Match[str]) -> tuple[str | None, str | None]:
    """Place and agency, told apart where no bracket does: `ASTANA. KAZINFORM -`, `Tehran, IRNA –`, `NNA -`."""
    place, _, behind = match["place"].partition(". ")
    if is_agency(behind):
        return place, behind
    told = _agency(match["agency"] or match["bare"])
    if told is None and match["region"] and is_agency(behind := match["region"].strip("()[] ")):
        return match["place"], behind
    if told is None and match["country"] and is_agency(match["country"]):
        return match["place"], match["country"]
    if told is None and not match["date"] and match["place"].isupper() and is_agency(match["place"]):
        return None, match["place"]
    return match["place"], told


def _holds(match: re.Match[str], line: str, strength: int) -> bool:
    """Whether what follows speaks for a dateline: a separator or an agency, then the start of a sentence or nothing."""
    rest = line[match.end() :]
    separator = (match["separator"] or "").strip()
    if rest.strip() and not _LETTER.search(rest):
        return False
    if not match["date"] and match["agency"] and not _is_agency(_agency(match["agency"]), separator, match["place"]):
        return False
    if not separator and not match["agency"] and not (_is_dated(match, rest) or _is_stopped(match, rest)):
        return False
    if rest and not (rest.lstrip()[:1].isupper() or rest.lstrip()[:1] in "“”‘’\"'(" or rest.lstrip()[:1].isdigit()):
        return False
    if separator and separator[0] in "-–—―−" and not match["date"] and not match["agency"]:
        return _after_dash(match, rest)
    return strength > 1 or len(rest) >= _LONG_REST or (len(rest) >= _SHORTEST_REST and ends_sentence(line))


def _is_dated(match: re.Match[str], rest: str) -> bool:
    """`Lahore, November 8, 2023` alone on its line, and `LAHORE, Nov 8 Police …`, need no separator."""
    return bool(match["date"]) and (not rest.strip() or (match["place"].isupper() and "," in match.group()))


def _is_stopped(match: re.Match[str], rest: str) -> bool:
    """`KASESE. Soldiers left` is one, `NATO. The alliance met` is none: a full stop is enough behind a city."""
    place = match["place"]
    goes_on = rest[:1].isupper() and rest[1:2].islower()
    return goes_on and place.endswith(".") and place.isupper() and is_city(_titled(place).rstrip("."))


def _after_dash(match: re.Match[str], rest: str) -> bool:
    """`LAHORE - A` and `Islamabad-The` are datelines, `Islamabad-Peshawar motorway` is none."""
    if len(rest) < _SHORTEST_REST:
        return False
    around = match.string[match.start("separator") - 1], match["separator"][0], match["separator"][-1], rest[0]
    return any(c.isspace() for c in around) or rest.split(None, 1)[0].rstrip(",") in OPENERS.split("|")


def _agency(printed: str | None) -> str | None:
    """What a bracket names, its date off; None where there is none or it is no more than a date."""
    name = _DATED.sub("", printed or "").strip(" -–—,/()[]").removesuffix("0").lstrip("./ ")
    return name or None


def _printed_in(bracket: str) -> str | None:
    match = _ANY_DATE.search(bracket)
    return match.group() if match else None


def _is_agency(name: str | None, separator: str, place: str) -> bool:
    """Whether a bracket with no date beside it names an agency, and is not an officer's post or party: `IGP`, `PTI`."""
    if name is None:
        return True
    initials = "".join(word[0] for word in place.split() if word[0].isupper())
    if initials == name or (not place.isupper() and place.count(" ") > 2):  # `Commissioner of Police (CP)`
        return False
    if any(is_agency(part.strip()) for part in name.split("/")) or _NEWS_WORD.search(name):
        return True
    is_place = place.isupper() or (name.isupper() and is_city(place))
    return bool(separator) and is_place and len(name) <= _LONGEST_AGENCY


def _titled(place: str) -> str:
    place = " ".join(place.split()).rstrip(".") if place.count(".") == 1 else " ".join(place.split())
    return place.title().replace("’S", "’s").replace("'S", "'s") if place.isupper() else place


def is_city(words: str) -> bool:
    """Whether words are the name of a large city, and nothing else that a page prints."""
    return words in _cities()


@cache
def _cities() -> frozenset[str]:
    """Cities that a line alone may name as where the report is from; no word of a page is one's name by chance (Nice, Metro)."""
    words = {row["word"] for row in rows("common_words")}
    return frozenset(
        row["name"]
        for row in rows("places")
        if row["kind"] == "city"
        and int(row["population"] or 0) >= _LARGE
        and row["name"].casefold() not in words
        and label_of(row["name"]) is None
    )


@cache
def _towns() -> frozenset[str]:
    """Cities of any size, which stand for a dateline beside an agency."""
    return frozenset(row["name"] for row in rows("places") if row["kind"] == "city")


def label_of(words: str) -> str | None:
    """What words before a colon are that look like a place and are none: a label, a key, a cross-head; None for all others."""
    return _not_places().get(words.casefold())


@cache
def _not_places() -> dict[str, str]:
    return {row["words"].casefold(): row["meaning"] for row in rows("not_datelines")}
