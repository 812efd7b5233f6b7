"""Lines that a page prints around a story to say when it was published and by whom: stamps, trailers, bylines, captions."""

import re
from functools import cache
from itertools import pairwise
from typing import Final

from flows.language.seeds import rows
from flows.parse.furniture import is_marked
from flows.parse.outlets import is_agency
from flows.parse.patterns import BEFORE_WEEKDAY, CLOCK, DATE, LOWER, NUMERIC_DATE, UPPER

_MOMENT: Final = re.compile(rf"{DATE}|{NUMERIC_DATE}|{CLOCK}")
_DAY: Final = re.compile(rf"{DATE}|{NUMERIC_DATE}")
_CLOCKED_DAY: Final = re.compile(rf"(?:{CLOCK},?\s+)?(?:{_DAY.pattern})")
_SECTION: Final = re.compile(rf"([{UPPER}]{{3,13}}),?\s+(?=\d)")  # WORLD 05.06.2024 16:40
_WIRE: Final = re.compile(rf"\s@?([{UPPER}]{{2,9}})$")  # 05.06.2024 16:40 @AGENCY
_POSTED: Final = re.compile(
    rf"(?i)(?:[^():\n]{{2,20}}:[^()\n]{{1,20}})?\(posted on:?\s+{DATE}\s+{CLOCK}(?:\s+by [^()\n]{{2,30}})?\)"
)
_DIGIT: Final = re.compile(r"\d")
_ZONE: Final = r"(?-i:[A-Z]{1,3}T)|UTC|WIB|[+-]\d\d?:?\d\d"
_STAMP_WORD: Final = re.compile(
    rf"(?i)\b(?:published|updated?|posted|uploaded|last|modified|edited|date|dated|on|at|by|time|hrs?|hours?|ago|seconds?|minutes?|mins?|days?|weeks?|months?|edition|print"
    rf"|first|created|for|immediate|release|released|issued?|received|filed|publishing|publication|all|general|news|of|views?|reads?|a\.?m|p\.?m|{_ZONE}|mon|tue|wed|thu|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    rf"|muharram|safar|rabi\w*|jamadi\w*|rajab|sha'?b\w+|ramaz\w+|ramad\w+|shaw+al|z[iu]l\w*|dhu\w*"
    rf"|hij+a\w*|hijri|qa'?dah?|aw+al|thani|sani|akhir|ukhra|ula|al|ul|ah)\b"
)
_CUE: Final = re.compile(
    r"(?i)\b(?:this \w+ was (?:first |last |originally )?)?"
    r"(?:published|updated|posted|uploaded|last (?:updated|modified)|first published)\b\s*(?:on|at|:)?"
)
_AGO: Final = re.compile(r"\b\d+ (?:second|minute|hour|day|week|month)s? ago\b")
_TRAILER: Final = re.compile(
    rf"(?i)(?:first )?published in ([^\n]{{2,80}}?),?\s+(?:on\s+)?({DATE}|{NUMERIC_DATE})"
    rf"|copyright\s*©?\s*([^,\n]{{2,60}}?),\s*((?:19|20)\d\d)"
)
_DATED: Final = re.compile(
    r"(?i)dated\b.{0,25}\bthe\b|[^\W\d]{3,15},?\s(?:the\s)?dated\b"
)  # `Dated Sargodha the 06-09-2021`
_DATED_AT: Final = 18  # letters of its place
_NAME: Final = rf"(?:[{UPPER}][{LOWER}'’.-]+|[{UPPER}]\.|(?:ul|ur|bin|al|de|van|von)\b)"
_PERSON_LINE: Final = re.compile(rf"{_NAME}(?:\s{_NAME}){{1,3}}")
_RUBRIC: Final = re.compile(
    rf"[{UPPER}][{UPPER}{LOWER}&'’]+(?:,?\s(?:(?:and|of|the)\s)?[{UPPER}&][{UPPER}{LOWER}'’]*){{0,2}}"
)
_PARTING: Final = re.compile(rf"\s+(?:[-•·●/]|–|—)\s+|\s*\|+\s*|{BEFORE_WEEKDAY}")
_CLOCK_ALONE: Final = re.compile(rf"{CLOCK}(?:\s+(?:{_ZONE}))?")
_FILED: Final = re.compile(  # 5 March 2024, 11:27[, Bishkek - 24.kg news agency,] Baktygul Osmonalieva
    rf"(?:{CLOCK},\s+)?{DATE}(?:,\s+{CLOCK})?(?P<place>,\s+[{UPPER}][{LOWER}]+\s+-\s+[^,\n]{{2,40}}),?\s*(?:(?<=\s)(?P<name>{_NAME}(?:\s{_NAME}){{1,2}}))?"
)
_STAMPED_NAME: Final = re.compile(
    rf"(?:{DATE}|{NUMERIC_DATE})(?:,?\s+{CLOCK})?[\s,]+([^\W\d][^\d]*?)(?:\s+\d+(?:\s(?i:comments?|views?))?)?"
)
_LONGEST_STAMP: Final = 130  # characters
_LONGEST_CAPTION: Final = 400
_CREDIT_HINT: Final = re.compile(
    r"—|–|/|\]|\||--|:|photo|image|picture|screengrab|handout|getty|stock|splash|pexels|wikimedia"
)  # in every credit, in small letters; each begins with a letter, so that the search leaps from one to the next
_LONGEST_BYLINE: Final = 160
_LONGEST_AGENCY: Final = 40
_LONGEST_NAME: Final = 6  # words of a byline before a stamp
_CREDIT: Final = 90  # characters at a caption's end that hold its credit


def is_stamp(line: str) -> bool:
    """Whether a line is a publication stamp and nothing else."""
    if len(line) > _LONGEST_STAMP or not _DIGIT.search(line) or not _DAY.search(line):
        return False
    if _CUE.match(line):
        return _TRAILER.match(line) is None
    if _POSTED.fullmatch(line):
        return True
    left = _STAMP_WORD.sub("", _MOMENT.sub("", _between(line)))
    return sum(c.isalpha() for c in left) <= (_DATED_AT if _DATED.match(line) else 1)


def _between(line: str) -> str:
    """A line without the section's name before its date and the agency's behind it."""
    if filed := _FILED.fullmatch(line):
        return line[: filed.start("place")]
    section, wire = _SECTION.match(line), _WIRE.search(line)
    end = wire.start() if wire is not None and is_agency(wire[1]) else len(line)
    is_one = section is not None and (is_agency(section[1]) or (len(section[1]) > 3 and "," not in section[0]))
    return line[section.end() if section and is_one else 0 : end]


def stamp_rank(line: str) -> int:
    """How much a stamp tells of publication: 0 where it says so, 2 where it tells of a later change, 1 where it tells neither."""
    folded = line.casefold()
    return 0 if "publish" in folded or "post" in folded else 2 if "updat" in folded or "modif" in folded else 1


def stamp_start(line: str) -> int | None:
    """Where a stamp begins that is glued to a name: `Imran Khan Published May 3, 2024`. None where there is none."""
    if len(line) > _LONGEST_STAMP or not _DIGIT.search(line):
        return None
    cue = _CUE.search(line) or _AGO.search(line) or _CLOCKED_DAY.search(line)
    if cue is None or not 0 < len(line[: cue.start()].split()) <= _LONGEST_NAME or not is_stamp(line[cue.start() :]):
        return None
    return cue.start() if cue.re is _CUE or is_byline(_named(line[: cue.start()]), alone=True) else None


def _named(before: str) -> str:
    """What stands before a stamp, without what joins them: By Jane Doe on [May 3, 2024]."""
    return before.strip(" ,|-–—").removesuffix(" on")


def parts(line: str) -> list[tuple[int, str]]:
    """A line of names and stamps (`8 Nov 2023 | By Jane Wafula`) as (offset, kind) of each part; [] where it is anything else."""
    if len(line) > _LONGEST_STAMP or not line:
        return []
    if not _PARTING.search(line):
        return _stamped_name(line)
    if filed := _FILED.fullmatch(line):
        return [(0, "furniture"), (filed.start("name"), "byline")] if filed["name"] else []
    edges = sorted({0, *(m.end() for m in _PARTING.finditer(line))} - {len(line)})
    pieces = [_PARTING.sub("", line[a:b]).strip(" ,") for a, b in pairwise([*edges, len(line)])]
    kinds = [_part(piece) for piece in pieces]
    return list(zip(edges, kinds, strict=True)) if all(kinds) and any(map(is_stamp, pieces)) else []


def _stamped_name(line: str) -> list[tuple[int, str]]:
    """The parts of `May 16, 2023 Web Desk 0 Comments`."""
    match = _STAMPED_NAME.fullmatch(line)
    if match is None or not is_byline(match[1], alone=True):
        return []
    return [
        (at, kind)
        for at, kind in zip((0, *match.span(1)), ("furniture", "byline", "furniture"), strict=True)
        if line[at:]
    ]


def _part(piece: str) -> str:
    """What a part of such a line is: a stamp or button, a name, a place or section; empty where it is anything else."""
    if is_stamp(piece) or is_marked(piece) or _CLOCK_ALONE.fullmatch(piece):
        return "furniture"
    if is_byline(piece, alone=True):
        return "byline"
    return "furniture" if _RUBRIC.fullmatch(piece) else ""


def trailer(line: str) -> str | None:
    """The date that a trailer prints (`Published in Dawn, March 2nd, 2025`)."""
    match = _TRAILER.search(line)
    return match[2] if match else None


def is_byline(line: str, *, alone: bool = False) -> bool:
    """Whether a line names its writer, desk or agency. ``alone``: a bare name counts, for it stands where bylines stand."""
    if len(line) > _LONGEST_BYLINE:
        return False
    if _patterns("byline").fullmatch(line) is not None or (
        len(line) <= _LONGEST_AGENCY and is_agency(line.strip("()"))
    ):
        return True
    return (
        alone and _PERSON_LINE.fullmatch(line) is not None and not line.startswith(("The ", "A ", "An ", "In ", "On "))
    )


def is_caption(line: str) -> bool:
    """Whether a line is the caption of a picture: it names its photographer or says that it is a picture."""
    if len(line) > _LONGEST_CAPTION:
        return False
    end = line[-_CREDIT:]
    has_credit = _CREDIT_HINT.search(end.lower()) is not None and _patterns("credit").search(end) is not None
    return has_credit or _patterns("caption").match(line) is not None


@cache
def _patterns(kind: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{row['pattern']})" for row in rows("line_kinds") if row["kind"] == kind))
